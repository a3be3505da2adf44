"""Provisions: acts with their own slots, inheritance, plans, the scope screen, and bounds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.duty import Basis, Degree
from remit.core.period import Cadence, Deadline
from remit.reading.provision import provisions
from remit.reading.structure import outline
from tests.reading.reading_of import read, read_one


def test_each_rhythm_belongs_to_its_own_act() -> None:
    found = read_one(
        "第一条 村民委员会每年召开两次防汛会议，研究部署防汛工作。每月向乡人民政府报告巡查情况。"
    )
    first, *_, last = found.acts
    assert first.cadence == (Cadence(min=2, period="P1Y"),)
    assert last.cadence == (Cadence(min=1, period="P1M"),)
    assert last.addressee == ("乡人民政府",)
    assert first.addressee == ()
    assert all(act.holders == ("村民委员会",) for act in found.acts)


def test_a_time_put_first_belongs_to_the_act_after_it() -> None:
    found = read_one("第一条 每年3月31日前，快递企业应当报送年度报告，公布服务网点名单。")
    assert found.acts[0].deadline == (Deadline(by="--03-31"),)
    assert found.acts[-1].deadline == ()


def test_acts_rest_on_exact_words_of_the_text() -> None:
    text = "第一条 医院应当建立登记制度；护士长每日核对药品，发现差错立即报告。"
    for act in read_one(text).acts:
        assert all(action in text[act.start : act.end] for action in act.actions)


def test_acts_without_slots_of_their_own_are_one() -> None:
    (act,) = read_one("第一条 物业企业应当设置标志，清理楼道，劝阻违章。").acts
    assert len(act.actions) == 3


def test_a_paragraph_without_subject_takes_the_holder_of_the_one_before() -> None:
    _, second = read("第一条 供热企业应当公布服务电话。\n涉及停热的，应当提前三日告知用户。")
    assert second.holders == ("供热企业",)
    assert ("holders", Basis.INHERITED) in second.basis
    assert second.deadline == (Deadline(amount=3, unit="day"),)


def test_items_take_the_lead_ins_holder_unless_they_name_one() -> None:
    _, first, second = read("第一条 幼儿园应当履行下列职责：\n（一）每日晨检；\n（二）保健医生每周公布食谱。")
    assert first.holders == ("幼儿园",)
    assert second.holders == ("保健医生",)


def test_the_residual_item_is_a_duty_without_acts() -> None:
    *_, last = read("第一条 河长履行下列职责：\n（一）每周巡河；\n（二）法律、法规规定的其他职责。")
    assert (last.kind, last.acts, last.holders) == ("duty", (), ("河长",))


def test_closing_brackets_name_holders_with_their_degree() -> None:
    (found,) = read(
        "一、主要任务\n（一）开展排查。对老旧房屋逐栋排查。（市住建局牵头，市应急局、各区人民政府配合）"
    )
    assert found.holders == ("市住建局", "市应急局", "各区人民政府")
    assert {act.degree: act.holders for act in found.acts} == {
        Degree.LEAD: ("市住建局",),
        Degree.SUPPORTING: ("市应急局", "各区人民政府"),
    }


def test_a_heading_that_names_an_office_gives_its_items_their_holder() -> None:
    found = read(
        "一、部门职责\n（一）教务处职责\n1.制定课程表。\n2.每学期检查教案两次。\n（二）后勤处\n1.每日巡查水电。"
    )
    assert [one.holders for one in found] == [("教务处",), ("教务处",), ("后勤处",)]


def test_a_lead_in_without_modal_names_the_holder_of_its_items() -> None:
    lead, item = read("第一条 医务室主任的主要职责是：\n（一）每月统计一次患病情况。")
    assert (lead.kind, lead.holders, item.holders) == ("duty", ("医务室主任",), ("医务室主任",))


def test_a_body_that_is_set_up_bears_what_follows() -> None:
    (found,) = read("一、组织领导\n（一）专班设置。成立市冬季供暖工作专班，负责统筹热源调度。")
    assert found.holders == ("市冬季供暖工作专班",)


def test_a_line_of_responsible_units_holds_for_its_item() -> None:
    first, second = read("一、任务\n（一）排查。对老旧管网逐段检查。\n责任单位：市水务局、市城管局")
    assert first.holders == ("市水务局", "市城管局")
    assert (second.kind, second.acts) == ("other", ())


def test_aims_under_their_heading_lay_nothing_on_anyone() -> None:
    (found,) = read("一、工作目标\n到2028年底，建成覆盖全市的监测网络。")
    assert (found.kind, found.acts) == ("other", ())


def test_a_statement_binds_by_its_rhythm_alone() -> None:
    found = read_one("第一条 业主大会会议每年召开一次。")
    assert (found.kind, found.cadence) == ("duty", (Cadence(min=1, period="P1Y"),))


def test_the_imposing_authority_is_kept_apart_from_those_punished() -> None:
    found = read_one("第一条 网吧接纳未成年人的，由文化部门处三千元罚款，对其直接负责的主管人员给予警告。")
    assert found.by == ("文化部门",)
    assert found.holders == ("网吧", "直接负责的主管人员")


def test_the_degree_is_read_where_the_words_say_it() -> None:
    found = read_one("第一条 院长是医院感染管理的第一责任人。")
    assert found.acts[0].degree is Degree.FIRST


def test_a_condition_lends_its_rhythm_to_no_act() -> None:
    found = read_one("第一条 单位未定期检查消防设施的，责令改正。")
    assert found.cadence == ()


def test_what_lies_outside_scope_stays_visible_and_creates_nothing() -> None:
    found = read_one("第一条 宣传部门应当监控职工的网上言论，每月上报发表不同意见人员的名单。")
    assert found.screen == "out"
    assert found.why
    assert (found.acts, found.holders, found.cadence) == ((), (), ())
    assert found.kind == "duty"


def test_the_part_inside_scope_of_a_mixed_clause_still_counts() -> None:
    found = read_one("第一条 学校应当每月检查消防器材。学校应当记录学生的宗教信仰并上报名单。")
    assert found.screen == "mixed"
    assert [act.cadence for act in found.acts] == [(Cadence(min=1, period="P1M"),)]
    low, high = found.out_spans[0]
    assert all(act.end <= low or act.start >= high for act in found.acts)


_WORDS = st.sampled_from(
    [
        *"第一条 第二款 （一） 一、 1. 应当 不得 可以 由 对 学校 人民政府 单位的 负责人 每年 定期 30日内 前 报".split(),
        *"备案 ，的， 处罚款 。 ； ： 下列 情形之一的 shall must not The employer within 5 days (a) . :".split(),
        *"（ ） 《 》 “ ” every year".split(),
        " ",
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=40).map("".join))
def test_it_never_fails_and_all_offsets_lie_in_the_clause(text: str) -> None:
    found, _ = outline(text)
    read_provisions, _ = provisions(text, found)
    assert [one.clause for one in read_provisions] == list(found.clauses)
    for one in read_provisions:
        for act in one.acts:
            assert one.clause.start <= act.start < act.end <= one.clause.end
            assert set(act.holders) <= set(one.holders)


def test_a_party_put_first_after_an_act_bears_the_next_act() -> None:
    found = read_one("第一条 学校，教师应当报告，学生，应当参加。")
    assert [(act.holders, act.actions) for act in found.acts] == [
        (("教师",), ("报告",)),
        (("学生",), ("参加",)),
    ]
