"""The further slots of a clause: conditions, exceptions, amounts, weights, measures, terms, each at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Basis, Provision
from remit.core.particulars import MeasureKind, Particulars
from remit.reading.particulars import clear_of, find_particulars
from tests.reading.reading_of import read, read_one


def further(text: str) -> Particulars:
    """Return the further slots of a clause without number or kind."""
    return find_particulars(text, sanction=False, acts=(), by=())


def consequences(text: str) -> Particulars:
    return find_particulars(text, sanction=True, acts=(), by=())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("发生火灾时，泊位单位应当报警。", ["发生火灾时"]),
        ("发现漏油的，应当停止作业；逾期未清理的，应当报告。", ["发现漏油的", "逾期未清理的"]),
        ("未经批准，任何单位不得动火。", ["未经批准"]),
        ("在紧急情况下可以先行处置。", ["在紧急情况下"]),
        ("对存在隐患的泊位，港务局应当复查。", ["对存在隐患的泊位"]),
        ("有下列情形之一的，应当停泊：", ["有下列情形之一的"]),
        ("如遇台风，应当加固缆绳。", ["如遇台风"]),
        ("应当报告而未报告的，责令改正。", ["应当报告而未报告的"]),
        ("应当检查缆桩，发现松动的，立即加固。", ["发现松动的"]),
        ("泊位单位应当及时，如实报告。", []),
        ("工作日24小时，轮流值守。", []),
        ("If a leak is found, the master shall stop the pump.", ["If a leak is found"]),
        ("The master shall stop the pump when the alarm sounds.", ["when the alarm sounds"]),
        ("Where the berth is closed, ships shall wait.", ["Where the berth is closed"]),
        ("In the event of fire, the crew shall muster.", ["In the event of fire"]),
        ("The master shall inspect the room where the cylinders are kept.", []),
    ],
)
def test_a_condition_is_found_in_its_words(text: str, told: list[str]) -> None:
    assert [text[one.start : one.end] for one in further(text).conditions] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("检查结果应当公布，但依法应当保密的除外。", ["但依法应当保密的除外"]),
        ("除遇大雾外，应当按时开航。", ["除遇大雾外"]),
        ("国家另有规定的，从其规定。", ["国家另有规定的，从其规定"]),
        ("本办法不适用于渔船。", ["本办法不适用于渔船"]),
        ("应当消除隐患，清除外壳。", []),
        ("Doors shall be kept shut except during loading.", ["except during loading"]),
        ("Nobody may enter unless the pilot agrees.", ["unless the pilot agrees"]),
        ("This rule does not apply to tugs.", ["does not apply to tugs"]),
    ],
)
def test_an_exception_is_found_in_its_words(text: str, told: list[str]) -> None:
    assert [text[one.start : one.end] for one in further(text).exceptions] == told


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "of", "than"),
    [
        ("应当配备不少于3名专职人员。", 3, None, "名", "专职人员", ""),
        ("新员工安全教育不少于8学时。", 8, None, "学时", "新员工安全教育", ""),
        ("处五万元以上十万元以下罚款。", 50_000, 100_000, "元", "罚款", ""),
        ("安全经费不低于上年度公用经费的百分之三。", 3, None, "%", "安全经费", "上年度公用经费"),
        ("处营业收入百分之二以上百分之五以下罚款。", 2, 5, "%", "营业收入", ""),
        ("每艘船乘员不得超过三十人。", None, 30, "人", "每艘船乘员", ""),
        ("可以并处1,500元罚款。", 1500, 1500, "元", "罚款", ""),
        ("年满18周岁以上的人员可以值守。", 18, None, "周岁", "人员", ""),
        ("记录保存期限不少于三年。", 3, None, "年", "记录保存期限", ""),
        ("The berth shall hold at least two extinguishers.", 2, None, "extinguishers", "", ""),
        ("A fine of up to £5,000 may be imposed.", None, 5000, "£", "", ""),
        ("Records shall be kept for at least three years.", 3, None, "years", "", ""),
        ("No more than 10 per cent of the crew shall be absent.", None, 10, "%", "crew", ""),
    ],
)
def test_an_amount_has_its_bounds_and_unit(
    text: str, low: float | None, high: float | None, unit: str, of: str, than: str
) -> None:
    (one,) = further(text).amounts
    assert (one.min, one.max, one.unit, one.of, one.than) == (low, high, unit, of, than)


@pytest.mark.parametrize(
    "text",
    [
        "县级以上人民政府应当每年至少检查两次。",
        "应当在30日内办结。",
        "至少提前3日报告。",
        "第三十条第二款所列一级单位。",
        "2026年3月1日以前完成。",
        "以上规定自发布之日起执行。",
        "The master shall report at least twice a year, at least 10 days before sailing.",
    ],
)
def test_a_rhythm_a_limit_or_a_number_is_no_amount(text: str) -> None:
    assert further(text).amounts == ()


def test_bounds_that_are_themselves_left_out_are_marked() -> None:
    (one,) = further("违法所得不足十万元的，并处罚款。").amounts
    assert (one.min, one.max, one.exclusive) == (None, 100_000, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("组织领导，20分；", [(20, 20, "points", "组织领导", "")]),
        ("组织领导（20分）", [(20, 20, "points", "组织领导", "")]),
        (
            "90分以上为优秀，80分以上不满90分为良好，不满60分为不合格。",
            [
                (90, None, "points", "优秀", ""),
                (80, 90, "points", "良好", ""),
                (None, 60, "points", "不合格", ""),
            ],
        ),
        (
            "消防工作的权重不得低于上一级的权重，且不低于5%。",
            [(None, None, "", "消防工作的", "上一级的权重"), (5, None, "%", "", "")],
        ),
        ("权重为10%。", [(10, 10, "%", "", "")]),
        ("Training: 20 points", [(20, 20, "points", "Training", "")]),
        (
            "90 points or more is excellent, less than 60 points is a fail.",
            [(90, None, "points", "excellent", ""), (None, 60, "points", "fail", "")],
        ),
        (
            "Its weight shall be at least 5 per cent.",
            [(5, None, "%", "", "")],
        ),
    ],
)
def test_a_weight_says_how_much_of_what(text: str, found: list[tuple[object, ...]]) -> None:
    assert [(w.min, w.max, w.unit, w.of, w.than) for w in further(text).weights] == found


@pytest.mark.parametrize(
    "text", ["形势十分严峻。", "各部分应当分别检查。", "每10分钟巡查一次。", "占用通道的，责令改正。"]
)
def test_not_every_part_is_a_point(text: str) -> None:
    assert further(text).weights == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "给予通报批评、诫勉或者停职检查。",
            [MeasureKind.NOTICE, MeasureKind.ADMONITION, MeasureKind.SUSPENSION],
        ),
        (
            "责令限期改正，给予警告，并处罚款。",
            [MeasureKind.RECTIFICATION, MeasureKind.WARNING, MeasureKind.FINE],
        ),
        ("实行一票否决，取消当年评优资格。", [MeasureKind.VETO, MeasureKind.DISQUALIFICATION]),
        ("不予处分。", []),
        ("设置警告标志，建立约谈制度。", []),
        ("未向船员通报水情的，责令改正。", [MeasureKind.RECTIFICATION]),
        ("It may issue a written warning or order dismissal.", [MeasureKind.WARNING, MeasureKind.DISMISSAL]),
    ],
)
def test_measures_are_told_by_their_kind(text: str, kinds: list[MeasureKind]) -> None:
    assert [one.kind for one in consequences(text).measures] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "港务局应当提醒船员注意水情。",
        "泊位单位应当每月通报隐患整改情况。",
        "The warning lamp shall be tested daily.",
    ],
)
def test_words_that_warn_are_no_measures_in_a_duty(text: str) -> None:
    assert further(text).measures == ()


def test_a_fine_has_its_bounds() -> None:
    (one,) = (
        m for m in consequences("并处二千元以上三万元以下罚款。").measures if m.kind is MeasureKind.FINE
    )
    assert (one.min, one.max, one.unit) == (2000, 30_000, "元")


@pytest.mark.parametrize(
    ("text", "term", "short"),
    [
        ("本办法所称泊位，是指供船舶停靠的水域。", "泊位", False),
        ("泊位，是指供船舶停靠的水域。", "泊位", False),
        ("从事装卸的单位（以下统称装卸单位）应当登记。", "装卸单位", True),
        ("港区安全委员会（以下简称“安委会”）负责协调。", "安委会", True),
        ("“berth” means a place where a ship lies.", "berth", False),
        ('The Port of Harlow (the "port") shall keep a register.', "port", True),
        ('The committee, hereinafter "the board", shall meet.', "the board", True),
    ],
)
def test_a_term_is_found_where_it_is_defined(text: str, term: str, short: bool) -> None:
    (one,) = further(text).terms
    assert (one.term, one.short) == (term, short)


def test_a_short_name_stands_for_the_name_before_it() -> None:
    (one,) = further("港区安全委员会（以下简称“安委会”）负责协调。").terms
    assert one.meaning == "港区安全委员会"


ACCOUNT = """第一条 泊位单位有下列情形之一的，由港务局给予警告，并处一千元以上五千元以下罚款：
（一）未按照规定检查缆桩的；
（二）隐瞒事故的。
"""


def test_items_take_their_measures_over_from_the_lead_in() -> None:
    lead, first, second = read(ACCOUNT)
    assert [one.kind for one in first.particulars.measures] == [MeasureKind.WARNING, MeasureKind.FINE]
    assert first.particulars.measures == lead.particulars.measures == second.particulars.measures
    assert dict(first.basis)["measures"] is Basis.INHERITED
    assert dict(lead.basis)["measures"] is Basis.EXPLICIT


def test_a_measure_names_who_imposes_it_and_on_whom() -> None:
    lead = read(ACCOUNT)[0]
    assert {one.by for one in lead.particulars.measures} == {("港务局",)}
    assert {one.upon for one in lead.particulars.measures} == {("泊位单位",)}


def test_offsets_count_into_the_whole_text() -> None:
    text = "第一条 略。\n第二条 发生火灾时，泊位单位应当配备不少于2名人员。\n"
    found = read(text)[1].particulars
    assert [text[one.start : one.end] for one in (*found.conditions, *found.amounts)] == [
        "发生火灾时",
        "不少于2名",
    ]


def test_nothing_is_made_of_what_lies_outside_scope() -> None:
    whole = read_one("第一条 发现群众信教的，应当登记其信仰。\n")
    assert (whole.screen, whole.particulars) == ("out", Particulars())
    found = further("发现漏油的，应当报告；发现松动的，应当加固。")
    assert [one.start for one in clear_of(((0, 5),), found).conditions] == [11]


def test_an_ordinary_clause_has_none() -> None:
    provision: Provision = read_one("第一条 泊位单位应当检查缆桩。\n")
    assert provision.particulars == Particulars()


@given(
    st.text(
        alphabet='不得低于权重分的，。；：（）1一百万元以上下处罚款除外if where% of"X means', max_size=200
    )
)
def test_any_text_gives_places_within_it(text: str) -> None:
    found = consequences(text)
    for slot in (
        found.conditions,
        found.exceptions,
        found.amounts,
        found.weights,
        found.measures,
        found.terms,
    ):
        assert all(0 <= one.start < one.end <= len(text) for one in slot)
