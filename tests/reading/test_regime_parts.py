"""The parts of a regime from its text: answerability, inspections, appraisal, grounds, measures, procedure."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from remit.core.duty import Degree
from remit.core.particulars import MeasureKind
from remit.core.period import Cadence
from remit.core.regime import Regime
from remit.core.regime_part import (
    DecisionStep,
    Effect,
    InspectionKind,
    InspectionMethod,
    Parts,
    Share,
    each_part,
    part_texts,
)
from remit.core.soundness import regime_problems
from remit.reading.provision import provisions
from remit.reading.regime_draft import draft
from remit.reading.structure import outline

ACCOUNT = """第一章 总则
第一条 校长是本校消防安全第一责任人，对本校消防安全工作负全面责任；分管副校长是直接责任人；\
其他班子成员对分管范围内的消防安全工作负领导责任。
第二章 检查
第二条 区教育局每半年对所属学校开展一次专项检查，每两至三年开展一次综合检查，\
检查采取听取汇报、查阅资料、实地查看等方式进行，检查结果报区人民政府。
第三条 学校应当配合检查，如实提供资料。
第三章 考核
第四条 考核实行百分制，考核指标及分值如下：
（一）组织领导，20分；
（二）隐患整改，40分；
（三）教育培训（30分）：少一次扣2分。
第五条 得分90分以上为优秀，60分以上不满90分为合格，不满60分为不合格。
第六条 消防安全在年度综合考核中的权重不得低于上一级确定的权重。
第七条 考核结果作为学校领导班子评价、奖惩的重要依据。
第四章 责任追究
第八条 问责方式包括：
（一）提醒谈话；
（二）书面检查；
（三）诫勉；
（四）停职检查。
第九条 学校有下列情形之一的，对责任人予以诫勉：
（一）未按照规定组织检查的；
（二）迟报、瞒报火灾的。
第十条 主要负责人承担主要领导责任，参与决策的其他成员承担重要领导责任。
第十一条 对错误决策明确表示反对意见而未被采纳的，不承担责任；个人擅自决定的，由其本人承担责任。
第十二条 有下列情形之一的，应当从重问责：
（一）干扰调查的；
（二）隐瞒事实的。
第十三条 问责决定由任免机关按照干部管理权限作出，区教育局可以提出问责建议。作出决定前，应当听取责任人的陈述和申辩。
"""

ENGLISH = """Article 1
(1) The deputy harbour master is directly responsible for berth inspections.
(2) The port authority shall conduct a special inspection of each terminal operator at least twice a year, \
by site visits.
(3) A score of 90 points or more is excellent, 60 to 89 points is adequate, and less than 60 points is a fail.
(4) Where a terminal operator fails to keep a log, the port authority may issue a written warning.
(5) A member who objected to the decision and was overruled is not answerable for it.
(6) The person may appeal against the measure within 30 days.
"""


def drafted(text: str) -> Regime:
    tree, _ = outline(text)
    read, _ = provisions(text, tree)
    return draft(text, tree, read, id="a", title="t", edition=date(2026, 1, 1))


PARTS = drafted(ACCOUNT).parts
BRIEF = drafted(ENGLISH).parts


def test_who_answers_in_which_degree_for_what() -> None:
    assert [(one.holders, one.degree, one.matter) for one in PARTS.answerability[:3]] == [
        (("校长",), Degree.FIRST, "本校消防安全"),
        (("分管副校长",), Degree.DIRECT, ""),
        (("其他班子成员",), Degree.LEADERSHIP, "分管范围内的消防安全工作"),
    ]


def test_who_urges_others_to_answer_does_not_answer_by_that() -> None:
    assert drafted("第一条 港务局应当督促泊位单位落实安全主体责任。\n").parts.answerability == ()


def test_inspections_share_the_methods_and_the_recipient_their_clause_names() -> None:
    special, comprehensive = PARTS.inspections
    assert (special.kind, comprehensive.kind) == (InspectionKind.SPECIAL, InspectionKind.COMPREHENSIVE)
    assert special.cadence == (Cadence(min=1, period="P6M"),)
    assert comprehensive.cadence == (Cadence(period_min="P2Y", period_max="P3Y"),)
    assert (special.inspectors, special.inspected) == (("区教育局",), ("学校",))
    for one in (special, comprehensive):
        assert one.methods == (InspectionMethod.REPORT, InspectionMethod.RECORDS, InspectionMethod.ON_SITE)
        assert one.addressee == ("区人民政府",)


def test_the_appraisal_sheet_has_its_lines_and_total() -> None:
    assert [(one.name, one.effect, one.points) for one in PARTS.indicators] == [
        ("百分制", Effect.TOTAL, 100),
        ("组织领导", Effect.SCORE, 20),
        ("隐患整改", Effect.SCORE, 40),
        ("教育培训", Effect.SCORE, 30),
        ("少一次扣", Effect.DEDUCTION, 2),
    ]
    assert PARTS.indicators[3].criteria == "教育培训（30分）：少一次扣2分"


def test_grades_weights_and_uses_are_found() -> None:
    assert [(one.name, one.min, one.max, one.below) for one in PARTS.grades] == [
        ("优秀", 90, None, None),
        ("合格", 60, None, 90),
        ("不合格", None, None, 60),
    ]
    assert [one.than for one in PARTS.weights] == ["上一级确定的权重"]
    assert [one.use for one in PARTS.uses] == ["考核结果作为学校领导班子评价、奖惩的重要依据"]


def test_grounds_lead_to_the_measures_of_their_lead_in() -> None:
    assert [(one.quote, one.measures) for one in PARTS.grounds] == [
        ("未按照规定组织检查的", (MeasureKind.ADMONITION,)),
        ("迟报、瞒报火灾的", (MeasureKind.ADMONITION,)),
    ]


def test_the_ladder_stands_in_the_order_that_its_clause_gives() -> None:
    assert [(one.order, one.kind) for one in PARTS.measures] == [
        (1, MeasureKind.REMINDER),
        (2, MeasureKind.SELF_EXAMINATION),
        (3, MeasureKind.ADMONITION),
        (4, MeasureKind.SUSPENSION),
    ]


def test_rules_of_attribution_are_told_apart() -> None:
    assert [(one.share, one.clause[-1]) for one in PARTS.attribution] == [
        (Share.MAIN_LEADERSHIP, "第十条"),
        (Share.IMPORTANT_LEADERSHIP, "第十条"),
        (Share.OBJECTED, "第十一条"),
        (Share.DECIDED_ALONE, "第十一条"),
        (Share.AGGRAVATING, "(一)"),
        (Share.AGGRAVATING, "(二)"),
    ]


def test_steps_of_the_procedure_name_who_takes_them() -> None:
    assert [(one.step, one.by) for one in PARTS.decisions[:2]] == [
        (DecisionStep.DECIDE, ("任免机关",)),
        (DecisionStep.PROPOSE, ("区教育局",)),
    ]
    assert DecisionStep.HEAR in {one.step for one in PARTS.decisions}


def test_english_is_read_to_the_same_standard() -> None:
    (answer,), (inspection,) = BRIEF.answerability, BRIEF.inspections
    assert (answer.holders, answer.degree, answer.matter) == (
        ("deputy harbour master",),
        Degree.DIRECT,
        "berth inspections",
    )
    assert (inspection.kind, inspection.cadence, inspection.inspected, inspection.methods) == (
        InspectionKind.SPECIAL,
        (Cadence(min=2, period="P1Y"),),
        ("terminal operator",),
        (InspectionMethod.ON_SITE,),
    )
    assert [(one.name, one.min, one.max, one.below) for one in BRIEF.grades] == [
        ("excellent", 90, None, None),
        ("adequate", 60, 89, None),
        ("fail", None, None, 60),
    ]
    assert [(one.quote, one.measures) for one in BRIEF.grounds] == [
        ("Where a terminal operator fails to keep a log", (MeasureKind.WARNING,))
    ]
    assert [one.share for one in BRIEF.attribution] == [Share.OBJECTED]
    assert [one.step for one in BRIEF.decisions] == [DecisionStep.APPEAL]


@pytest.mark.parametrize("text", [ACCOUNT, ENGLISH])
def test_every_part_rests_on_words_of_its_clause_under_a_name_of_its_own(text: str) -> None:
    regime = drafted(text)
    words = {clause.ref: clause.text for clause in regime.clauses}
    assert all(one.quote in words[one.clause] for one in each_part(regime.parts))
    refs = [one.ref for one in each_part(regime.parts)]
    assert len(set(refs)) == len(refs)
    assert all(ref.isascii() for ref in refs)
    codes = {one.code for one in regime_problems(regime)}
    assert not codes & {"part-ref", "part-twice", "part-clause", "part-quote", "part-role", "outside-scope"}


def test_a_sum_that_misses_the_total_is_found_in_the_draft() -> None:
    assert "weights-total" in {one.code for one in regime_problems(drafted(ACCOUNT))}
    whole = ACCOUNT.replace("（30分）", "（40分）")
    assert "weights-total" not in {one.code for one in regime_problems(drafted(whole))}


FORBIDDEN = """第一条 有下列情形之一的，给予通报批评：
（一）未按照规定检查消防设施的；
（二）在网上发表批评言论的。
第二条 学校每半年对教师的宗教信仰情况开展一次专项检查。
第三条 考核指标：教师思想倾向，20分。
"""


def test_nothing_is_made_of_a_clause_outside_scope() -> None:
    parts = drafted(FORBIDDEN).parts
    texts = [text for one in each_part(parts) for _, text in part_texts(one)]
    assert not [text for text in texts if "言论" in text or "信仰" in text or "思想" in text]
    assert parts.inspections == ()
    assert parts.indicators == ()


def test_a_text_without_any_has_no_parts() -> None:
    parts = drafted("第一条 泊位单位应当每年检查缆桩。\n").parts
    assert parts == Parts()
    assert all(getattr(parts, field.name) == () for field in fields(Parts))


def test_lines_of_the_scheme_and_rungs_of_the_ladder_are_no_duties() -> None:
    scheme = {"第五条", "第六条", "第八条", "(一)", "(二)", "(三)"}
    clauses = [one for one in drafted(ACCOUNT).clauses if scheme & {*one.ref}]
    assert len(clauses) > 10
    assert [one.ref for one in clauses if one.duties] == []
