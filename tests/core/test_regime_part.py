"""The parts of a regime: what is wrong with them, the scope line over them, and their review through a new reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.amendment import carry_review
from remit.core.duty import Degree, Review, ReviewState
from remit.core.particulars import MeasureKind
from remit.core.period import Cadence
from remit.core.regime import Regime, RegimeClause, Role
from remit.core.regime_part import (
    Answerability,
    Attribution,
    Decision,
    DecisionStep,
    Effect,
    Grade,
    Ground,
    Indicator,
    Inspection,
    MeasureStep,
    Part,
    Parts,
    Share,
    each_part,
    in_force,
    part_texts,
)
from remit.core.soundness import regime_problems

WORDS = "第四条 泊位单位应当检查缆桩，未检查的，由港务局给予警告。"
REF = ("第四条",)
AT = {"clause": REF, "quote": "泊位单位应当检查缆桩"}
ANSWER = Answerability(ref="ans-1", holders=("泊位单位",), degree=Degree.PRINCIPAL, matter="缆桩", **AT)
GROUND = Ground(ref="ground-1", clause=REF, quote="未检查的", measures=(MeasureKind.WARNING,))
STEP = MeasureStep(
    ref="measure-1", clause=REF, quote="给予警告", kind=MeasureKind.WARNING, order=1, by=("港务局",)
)
REJECTED = Review(state=ReviewState.REJECTED, by="李明", on=date(2026, 3, 2), reason="重复")


def regime(
    parts: Parts = Parts(), *, text: str = WORDS, screen: str = "in", ref: tuple[str, ...] = REF
) -> Regime:
    why = "" if screen == "in" else "belief-identity"
    clause = RegimeClause(ref=ref, text=text, start=0, end=len(text), screen=screen, why=why)
    roles = (Role(name="泊位单位"),)
    return Regime(
        id="harbour", title="缆桩办法", edition=date(2026, 1, 1), roles=roles, clauses=(clause,), parts=parts
    )


def codes(parts: Parts, **changes: object) -> list[tuple[str, str]]:
    return [(one.code, one.place.ref) for one in regime_problems(regime(parts, **changes))]


def score(ref: str, points: float | None, effect: Effect = Effect.SCORE) -> Indicator:
    return Indicator(ref=ref, name="缆桩", points=points, effect=effect, **AT)


def grade(ref: str, **bounds: float) -> Grade:
    return Grade(ref=ref, name=ref, **AT, **bounds)


def test_sound_parts_have_no_problem() -> None:
    assert codes(Parts(answerability=(ANSWER,), grounds=(GROUND,), measures=(STEP,))) == []


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (Parts(grounds=(replace(GROUND, ref="条四"),)), [("part-ref", "条四")]),
        (Parts(grounds=(GROUND, replace(GROUND))), [("part-twice", "ground-1")]),
        (Parts(grounds=(replace(GROUND, clause=("第九条",)),)), [("part-clause", "ground-1")]),
        (Parts(grounds=(replace(GROUND, quote="未报告的"),)), [("part-quote", "ground-1")]),
        (Parts(answerability=(replace(ANSWER, degree="chief"),)), [("part-degree", "ans-1")]),
        (Parts(answerability=(replace(ANSWER, holders=()),)), [("part-holder", "ans-1")]),
        (Parts(answerability=(replace(ANSWER, holders=("港务局",)),)), [("part-role", "ans-1")]),
        (Parts(grounds=(replace(GROUND, measures=()),)), [("ground-measure", "ground-1")]),
        (Parts(measures=(STEP, replace(STEP, ref="measure-2"))), [("measure-order", "measure-2")]),
        (Parts(measures=(replace(STEP, order=0),)), [("measure-order", "measure-1")]),
        (Parts(inspections=(Inspection(ref="insp-1", **AT),)), [("inspection-holder", "insp-1")]),
        (
            Parts(
                inspections=(Inspection(ref="insp-1", inspectors=("港务局",), cadence=(Cadence(),), **AT),)
            ),
            [("cadence-empty", "insp-1")],
        ),
        (Parts(indicators=(score("ind-1", -2),)), [("indicator-points", "ind-1")]),
    ],
)
def test_what_is_wrong_is_named_at_its_part(parts: Parts, found: list[tuple[str, str]]) -> None:
    assert codes(parts) == found


def test_a_rejected_part_binds_nobody_and_needs_no_measure() -> None:
    parts = Parts(grounds=(replace(GROUND, measures=(), review=REJECTED),))
    assert codes(parts) == []
    assert [in_force(one) for one in each_part(parts)] == [False]


def test_points_have_to_come_to_the_total() -> None:
    lines = (
        score("ind-1", 60),
        score("ind-2", 30),
        score("ind-3", 5, Effect.BONUS),
        score("ind-4", 100, Effect.TOTAL),
    )
    assert codes(Parts(indicators=lines)) == [("weights-total", "ind-4")]
    assert codes(Parts(indicators=(*lines, score("ind-5", 10)))) == []
    assert codes(Parts(indicators=lines[:2])) == []


@pytest.mark.parametrize(
    ("grades", "found"),
    [
        ((grade("a", min=90), grade("b", min=60, below=90), grade("c", below=60)), []),
        ((grade("a", min=90), grade("b", min=60, max=89), grade("c", below=60)), []),
        ((grade("a", min=90), grade("b", min=60, max=90)), [("grade-overlap", "a")]),
        ((grade("a", min=85), grade("b", min=60, below=90)), [("grade-overlap", "a")]),
        ((grade("a", min=90), grade("b", min=60, max=80)), [("grade-gap", "a")]),
        ((grade("a", below=60), grade("b", below=50)), [("grade-overlap", "b")]),
    ],
)
def test_grades_follow_on_each_other(grades: tuple[Grade, ...], found: list[tuple[str, str]]) -> None:
    assert codes(Parts(grades=grades)) == found


OUTSIDE = "登记教师的宗教信仰"


@pytest.mark.parametrize(
    "parts",
    [
        Parts(grounds=(replace(GROUND, holders=(OUTSIDE,)),)),
        Parts(indicators=(replace(score("ind-1", 5), name=OUTSIDE),)),
        Parts(answerability=(replace(ANSWER, matter=OUTSIDE),)),
        Parts(attribution=(Attribution(ref="attr-1", share=Share.EXEMPT, holders=(OUTSIDE,), **AT),)),
        Parts(decisions=(Decision(ref="step-1", step=DecisionStep.FILE, addressee=(OUTSIDE,), **AT),)),
        Parts(grounds=(replace(GROUND, review=replace(REJECTED, reason=OUTSIDE)),)),
    ],
)
def test_a_part_that_holds_words_outside_scope_is_refused(parts: Parts) -> None:
    assert "outside-scope" in {code for code, _ in codes(parts)}


def test_a_part_may_not_rest_on_a_clause_outside_scope() -> None:
    assert ("outside-scope", "ground-1") in codes(Parts(grounds=(GROUND,)), screen="out")


def test_a_quote_outside_scope_is_refused_wherever_it_says_it_stands() -> None:
    hidden = replace(GROUND, quote=f"未{OUTSIDE}的", clause=("第九条",))
    assert ("outside-scope", "ground-1") in codes(Parts(grounds=(hidden,)))


def test_ordinary_look_alikes_pass() -> None:
    words = "未组织宗教活动场所消防检查的"
    ground = replace(GROUND, quote=words)
    assert codes(Parts(grounds=(ground,)), text=f"第四条 {words}，给予警告。") == []


def test_every_text_of_a_part_is_screened() -> None:
    assert dict(part_texts(STEP)) == {"quote": "给予警告", "by": "港务局"}
    one = Inspection(
        ref="insp-1", cadence=(Cadence(vague="定期"),), inspected=("泊位单位",), review=REJECTED, **AT
    )
    assert {"cadence", "inspected", "reason", "quote"} == {field for field, _ in part_texts(one)}


def refs(parts: Parts) -> list[tuple[str, ReviewState, bool]]:
    return [(one.ref, one.review.state, one.review.suspect) for one in each_part(parts)]


ACCEPTED = Review(state=ReviewState.ACCEPTED, by="李明", on=date(2026, 3, 2))


def test_a_decision_on_a_part_is_carried_over_to_the_same_words() -> None:
    old = regime(Parts(grounds=(replace(GROUND, ref="ground-own", review=ACCEPTED),)))
    new = regime(Parts(grounds=(GROUND,)), ref=("第五条",))
    carried, problems = carry_review(old, replace(new, clauses=(replace(new.clauses[0], ref=("第五条",)),)))
    assert refs(carried.parts) == [("ground-own", ReviewState.ACCEPTED, False)]
    assert problems == ()


def test_what_was_only_proposed_is_read_anew() -> None:
    old = regime(Parts(grounds=(replace(GROUND, measures=()),)))
    carried, _ = carry_review(old, regime(Parts(grounds=(GROUND,))))
    assert carried.parts.grounds == (GROUND,)


def test_a_decided_part_whose_words_changed_is_kept_and_suspect() -> None:
    old = regime(Parts(grounds=(replace(GROUND, review=ACCEPTED),)))
    now = "第四条 泊位单位应当检查缆桩，没有检查的，由港务局给予警告。"
    carried, _ = carry_review(old, regime(Parts(), text=now))
    assert refs(carried.parts) == [("ground-1", ReviewState.ACCEPTED, True)]
    assert all(one.quote in now for one in each_part(carried.parts))


def test_a_decided_part_of_a_clause_that_vanished_is_reported() -> None:
    old = regime(Parts(grounds=(replace(GROUND, review=ACCEPTED),)))
    new = regime(Parts(), ref=("第七条",), text="第七条 本办法自发布之日起施行。")
    carried, problems = carry_review(old, new)
    assert carried.parts == Parts()
    assert "part-vanished" in {one.code for one in problems}


def test_no_two_parts_get_one_name() -> None:
    old = regime(Parts(grounds=(replace(GROUND, review=ACCEPTED),)))
    fresh: Part = replace(GROUND, quote="检查缆桩")
    carried, _ = carry_review(old, regime(Parts(grounds=(fresh, replace(GROUND, ref="ground-2")))))
    names = [one.ref for one in each_part(carried.parts)]
    assert len(set(names)) == len(names) == 2
