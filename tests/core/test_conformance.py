"""No weaker than above: every weakness is found where it is, and what is merely said otherwise is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from remit.core.conformance import conform
from remit.core.conformance_finding import Weakness, Weight
from remit.core.duty import Degree, Kind, Review, ReviewState
from remit.core.period import Cadence, Deadline
from remit.core.regime import Regime, Role
from remit.core.regime_part import Parts
from tests.core.conforming import (
    ABOVE,
    BELOW,
    ENGLISH_ABOVE,
    LOWER,
    LOWER_PARTS,
    UPPER,
    UPPER_PARTS,
    below,
    by,
    english_below,
    found,
    per,
    regime,
    says,
    times,
    weaker,
    within,
)

REJECTED = Review(state=ReviewState.REJECTED)


@pytest.mark.parametrize("one", [ABOVE, BELOW, ENGLISH_ABOVE, english_below()], ids=lambda one: one.id)
def test_a_regime_is_no_weaker_than_itself(one: Regime) -> None:
    result = conform(one, one)
    assert (result.findings, result.undecided, result.others) == ((), (), ())
    assert result.met == result.expected == len(result.compared)


def test_a_lower_regime_in_its_own_names_with_stricter_figures_is_no_weaker() -> None:
    result = conform(BELOW, ABOVE)
    assert (found(result), result.undecided) == ([], ())
    assert [side.ref for side in result.others] == ["laboratory"]
    assert (len(result.compared), result.expected, result.met) == (17, 16, 16)
    assert weaker(english_below(), ENGLISH_ABOVE) == []


SEEDED: list[tuple[str, dict[str, Any], Weakness]] = [
    ("meeting", {"cadence": times(1)}, Weakness.LONGER_INTERVAL),
    ("meeting", {"cadence": ()}, Weakness.LONGER_INTERVAL),
    ("drill", {"cadence": per("学年")}, Weakness.LONGER_INTERVAL),
    ("check", {"cadence": (Cadence(vague="经常"),)}, Weakness.LONGER_INTERVAL),
    ("water", {"cadence": ()}, Weakness.LONGER_INTERVAL),
    ("training", {"cadence": (Cadence(months=(9,)),)}, Weakness.LOWER_COUNT),
    ("training", {"cadence": times(1)}, Weakness.LOWER_COUNT),
    ("poisoning", {"deadline": within(1, "day")}, Weakness.LATER_DEADLINE),
    ("poisoning", {"deadline": ()}, Weakness.LATER_DEADLINE),
    ("report", {"deadline": by("--09-30")}, Weakness.LATER_DEADLINE),
    ("inform", {"deadline": within(1, "week", before="更换")}, Weakness.LATER_DEADLINE),
    ("poisoning", {"addressee": ("区教育局",)}, Weakness.MISSING_ADDRESSEE),
    ("report", {"addressee": ()}, Weakness.MISSING_ADDRESSEE),
    ("meal", {"holders": ("厨师长",)}, Weakness.WEAKER_HOLDER),
]


@pytest.mark.parametrize(("ref", "slots", "weakness"), SEEDED)
def test_a_seeded_weakness_is_the_one_finding(ref: str, slots: dict[str, Any], weakness: Weakness) -> None:
    upper = "notice" if ref == "inform" else ref
    (one,) = conform(below(**{ref: slots}), ABOVE).findings
    assert (one.weakness, one.upper.ref) == (weakness, upper)
    assert one.upper.words == UPPER[upper].quote
    assert one.lower is not None
    assert (one.lower.ref, one.lower.words) == (ref, LOWER[ref].quote)


@pytest.mark.parametrize("ref", [ref for ref in LOWER if ref != "inform"])
def test_a_duty_left_out_is_missing(ref: str) -> None:
    (one,) = conform(below(without=ref), ABOVE).findings
    assert (one.weakness, one.upper.ref, one.lower) == (Weakness.MISSING_DUTY, ref, None)


@pytest.mark.parametrize(
    ("ref", "slots", "weakness"),
    [
        ("muster", {"cadence": times(1, "P2M")}, "longer-interval"),
        ("pumps", {"cadence": times(3)}, "lower-count"),
        ("pumps", {"holders": ("deck hand",)}, "weaker-holder"),
        ("spill", {"deadline": within(1, "workday")}, "later-deadline"),
        ("spill", {"addressee": ("coastguard",)}, "missing-addressee"),
        ("plan", {"deadline": by("--06-30")}, "later-deadline"),
    ],
)
def test_a_weakness_seeded_in_english(ref: str, slots: dict[str, Any], weakness: str) -> None:
    assert weaker(english_below(**{ref: slots}), ENGLISH_ABOVE) == [(weakness, ref)]


def test_an_english_duty_left_out_is_missing() -> None:
    assert weaker(english_below(without="lamp"), ENGLISH_ABOVE) == [("missing-duty", "lamp")]


def test_every_weakness_at_once_in_the_order_of_the_upper_regime() -> None:
    parts = replace(
        LOWER_PARTS,
        answerability=(replace(LOWER_PARTS.answerability[0], degree=Degree.SUPPORTING),),
        inspections=(replace(LOWER_PARTS.inspections[0], cadence=times(1, "P2Y")),),
        weights=(replace(LOWER_PARTS.weights[0], min=4.0),),
        indicators=(replace(LOWER_PARTS.indicators[0], points=4), *LOWER_PARTS.indicators[1:]),
    )
    lower = below(
        parts,
        without="purchase",
        meeting={"cadence": times(1)},
        training={"cadence": times(1)},
        poisoning={"deadline": within(3, "hour"), "addressee": ("区教育局",)},
        meal={"holders": ("厨师长",)},
    )
    assert weaker(lower) == [
        ("longer-interval", "meeting"),
        ("later-deadline", "poisoning"),
        ("missing-addressee", "poisoning"),
        ("weaker-holder", "meal"),
        ("missing-duty", "purchase"),
        ("lower-count", "training"),
        ("weaker-degree", "ans"),
        ("longer-interval", "insp"),
        ("lower-weight", "weight"),
        ("lower-weight", "ind"),
    ]
    values = [one.lower and one.lower.value for one in conform(lower, ABOVE).findings]
    assert values[0] == times(1)[0]
    assert values[1] == within(3, "hour")[0]
    assert (values[2], values[3]) == (("区教育局",), Degree.EXECUTING)
    assert values[-2:] == [Weight(4), Weight(8)]
    assert conform(lower, ABOVE).findings[2].upper.value == ("卫生健康部门",)


def test_counts_add_up() -> None:
    result = conform(below(without="meal", report={"deadline": within(5, "day")}), ABOVE)
    assert (result.weaker, result.uncertain, len(result.others)) == (1, 1, 1)
    assert result.expected == result.met + result.weaker + result.uncertain
    assert result.expected + len(result.others) == len(result.compared)


@pytest.mark.parametrize(
    ("ref", "slots"),
    [
        ("report", {"deadline": within(5, "day")}),
        ("report", {"deadline": by("2026-05-31")}),
        ("drill", {"cadence": per("航次")}),
    ],
)
def test_figures_of_different_kinds_are_no_finding_but_a_note(ref: str, slots: dict[str, Any]) -> None:
    result = conform(below(**{ref: slots}), ABOVE)
    assert result.findings == ()
    (one,) = result.undecided
    assert one.upper.ref == ref
    assert one.lower is not None
    assert one.lower.value is not None


def test_a_figure_of_another_kind_beside_a_weaker_one_does_not_hide_it() -> None:
    lower = below(drill={"cadence": (*per("航次"), *times(1, "P2Y"), *times(1))})
    (one,) = conform(lower, ABOVE).findings
    assert one.lower is not None
    assert one.lower.value == times(1)[0]
    lower = below(report={"deadline": (*by("--11-30"), *by("--08-31"), *by("--10-31"))})
    (one,) = conform(lower, ABOVE).findings
    assert one.lower is not None
    assert one.lower.value == by("--08-31")[0]


def test_an_upper_limit_is_no_duty_to_act() -> None:
    upper = regime({"check": replace(UPPER["check"], cadence=(Cadence(max=2, period="P1Y"),))}, id="above")
    lower = regime({"check": replace(UPPER["check"], cadence=())}, id="below")
    assert weaker(lower, upper) == []


def test_only_what_is_in_force_is_compared() -> None:
    duties = {ref: replace(duty, review=REJECTED) for ref, duty in UPPER.items()}
    parts = Parts(weights=(replace(UPPER_PARTS.weights[0], review=REJECTED),))
    assert conform(BELOW, regime(duties, id="above", parts=parts)).compared == ()
    rejected = below(purchase={"review": REJECTED})
    (one,) = conform(rejected, ABOVE).findings
    assert (one.weakness, one.upper.ref) == (Weakness.MISSING_DUTY, "purchase")


def test_the_nearest_words_are_shown_where_a_duty_is_missing() -> None:
    (one,) = conform(below(purchase={"kind": Kind.PERMISSION}), ABOVE).findings
    assert one.weakness is Weakness.MISSING_DUTY
    assert one.nearest is not None
    assert LOWER["purchase"].quote in one.nearest.words


def test_a_clause_outside_scope_is_never_the_nearest() -> None:
    lower = below(purchase={"kind": Kind.PERMISSION})
    clauses = tuple(
        replace(clause, screen="out") if clause.duties[0].ref == "purchase" else clause
        for clause in lower.clauses
    )
    (one,) = conform(replace(lower, clauses=clauses), ABOVE).findings
    assert one.nearest is None


def test_a_duty_of_a_national_body_is_not_expected_below_but_compared_where_it_is_there() -> None:
    words = "统计食物中毒事件并分析成因"
    upper = regime({"count": says(words, "国务院教育行政部门", cadence=times(2))}, id="above")
    lower = regime({"hold": says("保管餐具", "市教育局")}, id="below")
    assert [side.ref for side in conform(lower, upper).others] == ["count"]
    lower = regime({"count": says(words, "市教育局", cadence=times(1))}, id="below")
    assert weaker(lower, upper) == [("lower-count", "count")]


def test_a_unit_as_a_body_answers_through_its_head() -> None:
    upper = regime({"d": says("储备三日应急饮用水", "学校")}, id="above", roles=[Role(name="学校")])
    for degree, findings in ((Degree.FIRST, []), (Degree.DIRECT, [("weaker-holder", "d")])):
        role = Role(name="学校校长", degree=degree)
        lower = regime(
            {"d": says("储备三日应急饮用水", "学校校长")}, id="below", roles=[role, Role(name="学校")]
        )
        assert weaker(lower, upper) == findings


def test_a_head_is_a_head_whatever_the_post_is_called() -> None:
    head = Role(name="学校主要负责人", degree=Degree.FIRST)
    upper = regime({"d": says("与学生共同用餐并填写陪餐记录", head.name)}, id="above", roles=[head])
    for degree, findings in ((Degree.FIRST, ["missing-duty"]), (Degree.EXECUTING, [])):
        lower = regime({"e": says("擦拭门牌")}, id="below", roles=[Role(name="园长", degree=degree)])
        assert [weakness for weakness, _ in weaker(lower, upper)] == findings
    cook = says("与学生共同用餐并填写陪餐记录", "炊事员")
    roles = [Role(name="园长", degree=Degree.FIRST), Role(name="炊事员", degree=Degree.EXECUTING)]
    assert weaker(regime({"d": cook}, id="below", roles=roles), upper) == [("weaker-holder", "d")]


def test_the_counterpart_with_the_same_holder_goes_before_another_in_like_words() -> None:
    words = "召开食堂安全分析会议"
    upper = {
        "city": says(words, "市人民政府", cadence=times(2)),
        "school": says(words, "学校", cadence=times(12)),
    }
    lower = upper | {"city": says(words, "市人民政府", cadence=times(1))}
    assert weaker(regime(lower, id="below"), regime(upper, id="above")) == [("lower-count", "city")]


def test_the_counterpart_of_the_very_same_name_goes_before_one_of_another_level() -> None:
    words = "召开食堂安全分析会议"
    upper = {
        "city": says(words, "市人民政府", cadence=times(2)),
        "county": says(words, "县人民政府", cadence=times(4)),
    }
    lower = upper | {"city": says(words, "市人民政府", cadence=times(1))}
    assert weaker(regime(lower, id="below"), regime(upper, id="above")) == [("lower-count", "city")]


def test_words_that_a_reviewer_rejected_cover_nothing() -> None:
    upper = says("清点救生衣数量、校验充气瓶压力、更换破损反光带", "船舶")
    part = says("清点救生衣数量", "船舶")
    lower = regime({"d": part}, id="below")
    whole = replace(upper, ref="e", review=REJECTED)
    text = f"船舶{part.quote}；{upper.quote}"
    clause = replace(lower.clauses[0], text=text, end=len(text))
    top = regime({"d": upper}, id="above")
    assert weaker(replace(lower, clauses=(clause,)), top) == []
    rejecting = replace(clause, duties=(*clause.duties, whole))
    assert weaker(replace(lower, clauses=(rejecting,)), top) == [("missing-duty", "d")]


def test_who_is_left_out_may_be_named_beside_and_only_by_name() -> None:
    words = "统计冷库温度异常次数并报告市场监督管理局"
    upper = regime({"d": says(words, "冷库管理单位", addressee=("市场监督管理局",))}, id="above")
    one = says("统计冷库温度异常次数", "冷库管理单位", ref="a")
    for addressee, findings in (("区市场监督管理局", []), ("档案馆", [("missing-addressee", "d")])):
        two = says(f"将冷库异常报告{addressee}", "冷库管理单位", ref="b", addressee=(addressee,))
        lower = regime({"a": one}, id="below")
        clause = replace(lower.clauses[0], duties=(one, two))
        assert weaker(replace(lower, clauses=(clause,)), upper) == findings


def test_what_one_sentence_says_above_may_be_split_in_two_below() -> None:
    upper = regime(
        {
            "d": says(
                "统计冷库温度异常次数并报告市场监督管理局",
                "冷库管理单位",
                addressee=("市场监督管理局",),
                cadence=times(4),
            )
        },
        id="above",
    )
    one = says("统计冷库温度异常次数", "冷库管理单位", ref="a")
    two = says("将冷库温度异常报告区市场监督管理局", "冷库管理单位", ref="b", addressee=("区市场监督管理局",))
    lower = regime({"a": one}, id="below")
    clause = replace(lower.clauses[0], duties=(one, replace(two, cadence=times(4))))
    assert weaker(replace(lower, clauses=(clause,)), upper) == []
    assert weaker(lower, upper) == [("longer-interval", "d"), ("missing-addressee", "d")]


@pytest.mark.parametrize(
    ("lower", "upper", "missing"),
    [
        (("市教育局",), ("上级教育行政部门",), ()),
        (("市教育局",), ("上级机关", "卫生健康部门"), ("卫生健康部门",)),
        (("海州港务集团",), ("港口经营人",), ()),
        (("海州港务集团",), ("港口经营人", "引航机构"), ("引航机构",)),
        (("区应急局", "区消防大队"), ("应急管理部门", "消防机构"), ()),
    ],
)
def test_a_concrete_addressee_stands_for_one_that_is_not(
    lower: tuple[str, ...], upper: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    words = "报告码头缆桩断裂情况"
    result = conform(
        regime({"d": says(words, addressee=lower)}, id="below"),
        regime({"d": says(words, addressee=upper)}, id="above"),
    )
    assert tuple(name for one in result.findings for name in one.upper.value or ()) == missing


def test_a_deadline_that_cannot_be_made_out_is_left_alone() -> None:
    upper = regime({"d": says("更换救生衣", deadline=(Deadline(after="收到后"),))}, id="above")
    assert weaker(regime({"d": says("更换救生衣")}, id="below"), upper) == []
