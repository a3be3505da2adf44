"""What a reviewer does with the parts of a draft, and what parts and their fields are called."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from remit.core.duty import Degree, Duty, Review, ReviewState
from remit.core.part_decision import (
    PART_KINDS,
    clause_of_part,
    count_unreviewed,
    decision_problems,
    find_part,
    insert_part,
    list_of_part,
    only_part,
    parts_to_review,
    put_part,
)
from remit.core.part_words import FIELD_LABELS, LIST_NAMES, WORDS, part_slots, part_title
from remit.core.particulars import MeasureKind
from remit.core.period import Cadence
from remit.core.regime import Regime, RegimeClause
from remit.core.regime_part import (
    Answerability,
    DecisionStep,
    Effect,
    Grade,
    Ground,
    Indicator,
    Inspection,
    InspectionMethod,
    MeasureStep,
    Parts,
    ResultUse,
    Share,
    WeightRule,
)

FIRST, SECOND = "A depot that hides a leak is named.", "A depot that delays is warned. Two are fined."
REVIEW = Review(state=ReviewState.CORRECTED, by="Eve", on=date(2027, 1, 2), reason="missed")
ACCEPTED = Review(state=ReviewState.ACCEPTED, by="Eve")


def clause(number: str, text: str, **more: object) -> RegimeClause:
    return RegimeClause(ref=(number,), text=text, start=0, end=len(text), **more)  # type: ignore[arg-type]


def ground(ref: str, number: str, quote: str, **more: object) -> Ground:
    return Ground(ref=ref, clause=(number,), quote=quote, **more)  # type: ignore[arg-type]


def step(ref: str, order: int) -> MeasureStep:
    return MeasureStep(ref=ref, clause=("2",), quote="warned", kind=MeasureKind.WARNING, order=order)


REGIME = Regime(
    id="depot",
    title="Depots",
    edition=date(2027, 1, 1),
    clauses=(
        clause("1", FIRST, duties=(Duty(ref="ground-added-1", quote="hides"),)),
        clause("2", SECOND),
        clause("2", "Printed twice: fined."),
    ),
    parts=Parts(
        grounds=(
            ground("g1", "1", "hides a leak", review=ACCEPTED),
            ground("g2", "2", "delays", review=replace(ACCEPTED, suspect=True)),
            ground("g3", "2", "Two"),
        ),
        measures=(step("m1", 1), step("m3", 3)),
    ),
)


def test_a_part_is_found_by_its_reference() -> None:
    assert find_part(REGIME, "m3") == step("m3", 3)
    assert find_part(REGIME, "m9") is None


def test_every_list_holds_one_kind_and_every_kind_has_its_list() -> None:
    assert tuple(PART_KINDS) == tuple(field.name for field in fields(Parts)) == tuple(LIST_NAMES)
    assert list_of_part(REGIME.parts.grounds[0]) == "grounds"


def test_a_part_rests_on_the_clause_of_its_path_that_has_its_words() -> None:
    assert clause_of_part(REGIME, ground("x", "2", "fined.")) is REGIME.clauses[1]
    assert clause_of_part(REGIME, ground("x", "2", "Printed")) is REGIME.clauses[2]
    assert clause_of_part(REGIME, ground("x", "2", "nowhere")) is REGIME.clauses[1]
    assert clause_of_part(REGIME, ground("x", "9", "nowhere")) is None


def test_proposed_and_suspect_parts_and_duties_are_to_review() -> None:
    assert [part.ref for part in parts_to_review(REGIME)] == ["g2", "g3", "m1", "m3"]
    assert count_unreviewed(REGIME) == 5


def test_only_one_part_is_one() -> None:
    assert only_part(Parts(grounds=REGIME.parts.grounds[:1])) == REGIME.parts.grounds[0]
    assert only_part(REGIME.parts) is None
    assert only_part(Parts()) is None


def test_a_part_takes_the_place_of_the_one_of_its_reference_and_the_ladder_stays_in_order() -> None:
    changed = put_part(REGIME, step("m1", 4))
    assert [(one.ref, one.order) for one in changed.parts.measures] == [("m3", 3), ("m1", 4)]
    assert changed.parts.grounds == REGIME.parts.grounds
    assert put_part(REGIME, ground("g2", "2", "warned")).parts.grounds[1].quote == "warned"


@pytest.mark.parametrize(
    ("number", "quote", "place"), [("1", "named", 1), ("2", "warned", 2), ("2", "Printed", 3), ("9", "?", 3)]
)
def test_an_added_part_stands_where_its_words_do(number: str, quote: str, place: int) -> None:
    longer, added = insert_part(REGIME, ground("", number, quote), review=REVIEW)
    assert longer.parts.grounds.index(added) == place
    assert (added.ref, added.review) == ("ground-added-2", REVIEW)  # the first is taken by a duty


def test_an_added_part_keeps_a_reference_of_its_own_and_a_rung_its_place() -> None:
    longer, added = insert_part(REGIME, step("mine", 2), review=REVIEW)
    assert added.ref == "mine"
    assert [one.ref for one in longer.parts.measures] == ["m1", "mine", "m3"]


@pytest.mark.parametrize(
    ("decision", "reason", "changes", "codes"),
    [
        (ReviewState.ACCEPTED, "", None, []),
        (ReviewState.REJECTED, "no ground", None, []),
        (ReviewState.CORRECTED, "who", ground("g1", "1", "leak"), []),
        (ReviewState.PROPOSED, "", None, ["review-undecided"]),
        (ReviewState.REJECTED, " ", None, ["review-no-reason"]),
        (ReviewState.CORRECTED, "", ground("g1", "1", "leak"), ["review-no-reason"]),
        (ReviewState.CORRECTED, "who", None, ["review-no-correction"]),
        (ReviewState.ACCEPTED, "", ground("g1", "1", "leak"), ["review-no-correction"]),
        (ReviewState.CORRECTED, "who", ground("g2", "1", "leak"), ["review-no-correction"]),
        (ReviewState.CORRECTED, "who", step("g1", 1), ["review-no-correction"]),
    ],
)
def test_what_keeps_a_decision_from_being_one(decision, reason, changes, codes) -> None:
    found = decision_problems(REGIME.parts.grounds[0], decision, reason, changes)
    assert [problem.code for problem in found] == codes


# Words


def say(text: str) -> str:
    return text.upper()


def test_every_field_and_every_word_of_a_closed_list_has_a_name() -> None:
    said = {field.name for kind in PART_KINDS.values() for field in fields(kind)}
    assert said - {"ref", "clause", "quote", "review"} == set(FIELD_LABELS)
    assert all(set(names) == set(kind) for kind, names in WORDS.items())


@pytest.mark.parametrize(
    ("part", "name", "title"),
    [
        (
            Answerability(ref="a", clause=(), quote="", degree=Degree.FIRST),
            "answerability",
            "FIRST ANSWERABLE",
        ),
        (Grade(ref="a", clause=(), quote="", name="good"), "grades", "good"),
        (Indicator(ref="a", clause=(), quote="", name=""), "indicators", "APPRAISAL: INDICATORS"),
        (ResultUse(ref="a", clause=(), quote="", use="promotion"), "uses", "promotion"),
        (step("m", 2), "measures", "2. FORMAL WARNING"),
        (ground("g", "1", "x"), "grounds", "GROUNDS FOR ACCOUNTABILITY"),
        (WeightRule(ref="w", clause=(), quote=""), "weights", "APPRAISAL: WEIGHTS"),
    ],
)
def test_a_part_is_named_in_a_word_or_two(part, name: str, title: str) -> None:
    assert part_title(part, say, list_name=name) == title


def test_the_filled_fields_are_said_in_words() -> None:
    inspection = Inspection(
        ref="i",
        clause=(),
        quote="q",
        cadence=(Cadence(min=1, period="P1Y"),),
        methods=(InspectionMethod.TALKS,),
        inspectors=("the district",),
    )
    slots = dict(part_slots(inspection, str))
    assert slots["Methods"] == ("talks",)
    assert slots["Who inspects"] == ("the district",)
    assert len(slots["How often"]) == 1
    assert "Kind" not in slots


def test_a_number_is_said_plainly_and_a_unit_only_beside_one() -> None:
    weight = WeightRule(ref="w", clause=(), quote="", min=12.5)
    assert part_slots(weight, str) == (("At least", ("12.5%",)),)
    assert part_slots(replace(weight, min=None), str) == ()
    fine = replace(step("m", 1), kind=MeasureKind.FINE, min=5000.0, unit="yuan")
    assert part_slots(fine, str) == (("At least", ("5000 yuan",)),)
    indicator = Indicator(ref="i", clause=(), quote="", name="n", points=20.0)
    assert part_slots(indicator, str) == (("Effect on the score", ("is scored",)), ("Points", ("20 points",)))
    assert part_slots(Grade(ref="g", clause=(), quote="", name="n", max=9_000_000.5), str) == (
        ("At most", ("9000000.5",)),
    )


def test_shares_and_steps_are_words() -> None:
    assert WORDS[Share][Share.OBJECTED] == "whoever objected does not answer"
    assert WORDS[DecisionStep][DecisionStep.HEAR] == "hears the person concerned"
    assert WORDS[Effect][Effect.VETO] == "decides alone (veto)"
