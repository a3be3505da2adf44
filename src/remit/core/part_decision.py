"""What a reviewer does with the parts of a draft: accepts, corrects or rejects one, or adds one that was not read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from remit.core.duty import Review, ReviewState
from remit.core.problem import Place, Problem, error
from remit.core.regime import Regime, RegimeClause, duties
from remit.core.regime_part import (
    Answerability,
    Attribution,
    Decision,
    Grade,
    Ground,
    Indicator,
    Inspection,
    MeasureStep,
    Part,
    Parts,
    ResultUse,
    WeightRule,
    each_part,
)

__all__ = [
    "PART_KINDS",
    "clause_of_part",
    "count_unreviewed",
    "decision_problems",
    "find_part",
    "insert_part",
    "list_of_part",
    "only_part",
    "parts_to_review",
    "put_part",
]

PART_KINDS: Mapping[str, type[Part]] = {
    "answerability": Answerability,
    "inspections": Inspection,
    "indicators": Indicator,
    "weights": WeightRule,
    "grades": Grade,
    "uses": ResultUse,
    "grounds": Ground,
    "measures": MeasureStep,
    "attribution": Attribution,
    "decisions": Decision,
}
"""What each list of `Parts` holds."""

_ADDED = {
    "answerability": "ans",
    "inspections": "insp",
    "indicators": "ind",
    "weights": "weight",
    "grades": "grade",
    "uses": "use",
    "grounds": "ground",
    "measures": "measure",
    "attribution": "attr",
    "decisions": "step",
}


def find_part(regime: Regime, ref: str) -> Part | None:
    """Return the part of that reference, None where there is none."""
    return next((part for part in each_part(regime.parts) if part.ref == ref), None)


def list_of_part(part: Part) -> str:
    """Return the name of the list that a part stands in."""
    return next(name for name, kind in PART_KINDS.items() if type(part) is kind)


def clause_of_part(regime: Regime, part: Part) -> RegimeClause | None:
    """Return the clause whose words a part rests on; the first of its path where none has them, None without one."""
    named = [clause for clause in regime.clauses if clause.ref == part.clause]
    return next((clause for clause in named if part.quote in clause.text), named[0] if named else None)


def parts_to_review(regime: Regime) -> Iterator[Part]:
    """Yield the parts that nobody has decided on, and those whose words changed after somebody did."""
    for part in each_part(regime.parts):
        if part.review.state == ReviewState.PROPOSED or part.review.suspect:
            yield part


def count_unreviewed(regime: Regime) -> int:
    """Return how many duties and parts nobody has decided on, those whose words changed since among them."""
    waiting = sum(
        duty.review.state == ReviewState.PROPOSED or duty.review.suspect for _, duty in duties(regime)
    )
    return waiting + sum(1 for _ in parts_to_review(regime))


def only_part(parts: Parts) -> Part | None:
    """Return the part where there is just one, else None."""
    given = tuple(each_part(parts))
    return given[0] if len(given) == 1 else None


def put_part(regime: Regime, part: Part) -> Regime:
    """Return the regime with a part in the place of the one of its reference; the ladder stays in its order."""
    name = list_of_part(part)
    listed = [part if one.ref == part.ref else one for one in getattr(regime.parts, name)]
    return _with_list(regime, name, listed)


def insert_part(regime: Regime, part: Part, *, review: Review) -> tuple[Regime, Part]:
    """Return the regime with one more part, where it belongs by the order of the text, and the part as it stands there.

    Without a reference of its own the part gets one, such as `ground-added-1`.
    """
    name = list_of_part(part)
    added = replace(part, ref=part.ref or _free_reference(regime, name), review=review)
    places = {id(clause): number for number, clause in enumerate(regime.clauses)}
    listed = list(getattr(regime.parts, name))
    at = next(
        (n for n, one in enumerate(listed) if _place(regime, one, places) > _place(regime, added, places)),
        len(listed),
    )
    listed.insert(at, added)
    return _with_list(regime, name, listed), added


def decision_problems(
    old: Part, decision: ReviewState, reason: str, changes: Part | None
) -> Iterator[Problem]:
    """Yield what keeps a decision on a part from being one."""
    at = Place(ref=old.ref)
    if decision is ReviewState.PROPOSED:
        yield error(
            "review-undecided",
            "A review accepts, corrects or rejects.",
            "Choose one of the three.",
            at=at,
        )
    if decision in {ReviewState.CORRECTED, ReviewState.REJECTED} and not reason.strip():
        yield error(
            "review-no-reason",
            "{part} is corrected or rejected without a reason.",
            "Say in a sentence what the text says instead.",
            at=at,
            part=old.ref,
        )
    unlike = changes is not None and (changes.ref != old.ref or type(changes) is not type(old))
    if (decision is ReviewState.CORRECTED) != (changes is not None) or unlike:
        yield error(
            "review-no-correction",
            "A correction of {part} needs the corrected part, and nothing else does.",
            "Send the corrected part in its own list under the same reference.",
            at=at,
            part=old.ref,
        )


def _with_list(regime: Regime, name: str, listed: list[Part]) -> Regime:
    if name == "measures":
        listed = sorted(listed, key=attrgetter("order"))
    changed: dict[str, Any] = {name: tuple(listed)}
    return replace(regime, parts=replace(regime.parts, **changed))


def _place(regime: Regime, part: Part, places: Mapping[int, int]) -> tuple[int, int]:
    clause = clause_of_part(regime, part)
    return (len(places), 0) if clause is None else (places[id(clause)], clause.text.find(part.quote))


def _free_reference(regime: Regime, name: str) -> str:
    taken = {part.ref for part in each_part(regime.parts)}
    taken |= {duty.ref for clause in regime.clauses for duty in clause.duties}
    number = 1
    while f"{_ADDED[name]}-added-{number}" in taken:
        number += 1
    return f"{_ADDED[name]}-added-{number}"
