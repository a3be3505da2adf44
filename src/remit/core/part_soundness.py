"""What is wrong with a regime's parts: words that are nowhere, grounds without measures, sums that miss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from remit.core.duty import Degree
from remit.core.problem import Place, Problem, error, note, warning
from remit.core.regime import Regime, clause_path
from remit.core.regime_part import Answerability, Effect, Grade, Inspection, Part, Parts, each_part, in_force
from remit.core.timing import cadence_problems

__all__ = ["part_problems"]

_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
_LONGEST_SHOWN = 60
_SLACK = 0.001
_DEGREES = frozenset(Degree)


def part_problems(regime: Regime) -> Iterator[Problem]:
    """Yield everything wrong with a regime's parts; `Place.ref` is the part's reference.

    Of rejected ones only the reference and the quote are looked at.
    """
    yield from _reference_problems(regime)
    yield from _quote_problems(regime)
    roles = {role.name for role in regime.roles}
    for one in filter(in_force, regime.parts.answerability):
        yield from _answerability_problems(one, roles)
    for inspection in filter(in_force, regime.parts.inspections):
        yield from _inspection_problems(inspection)
    yield from _measure_problems(regime.parts)
    yield from _score_problems(regime.parts)
    yield from _grade_problems([one for one in regime.parts.grades if in_force(one)])


def _reference_problems(regime: Regime) -> Iterator[Problem]:
    first = {duty.ref: clause_path(clause.ref) for clause in regime.clauses for duty in clause.duties}
    for part in each_part(regime.parts):
        path, at = clause_path(part.clause), Place(ref=part.ref)
        if not _IDENTIFIER.fullmatch(part.ref):
            yield error(
                "part-ref",
                "Clause {clause}: the reference '{part}' of a part is not usable.",
                "Use ASCII letters, digits, '.', '-' and '_' only, such as ground-art-12.",
                at=at,
                clause=path,
                part=part.ref,
            )
        elif part.ref in first:
            yield error(
                "part-twice",
                "The reference '{part}' is used in clause {other} and again in clause {clause}.",
                "Give one of the two another reference.",
                at=at,
                part=part.ref,
                other=first[part.ref],
                clause=path,
            )
        first.setdefault(part.ref, path)


def _quote_problems(regime: Regime) -> Iterator[Problem]:
    words: dict[tuple[str, ...], list[str]] = {}
    for clause in regime.clauses:
        words.setdefault(clause.ref, []).append(clause.text)
    for part in each_part(regime.parts):
        names = {"clause": clause_path(part.clause), "part": part.ref}
        if part.clause not in words:
            yield error(
                "part-clause",
                "{part} rests on clause {clause}, which this regime does not have.",
                "Name the clause whose words it rests on, by its path of numbers.",
                at=Place(ref=part.ref),
                **names,
            )
        elif not part.quote.strip() or not any(part.quote in text for text in words[part.clause]):
            yield error(
                "part-quote",
                "Clause {clause}: the quote of {part} is not in the clause: '{quote}'.",
                "Quote the words of the clause exactly.",
                at=Place(ref=part.ref),
                quote=_shown(part.quote),
                **names,
            )


def _answerability_problems(one: Answerability, roles: set[str]) -> Iterator[Problem]:
    at, names = Place(ref=one.ref), {"clause": clause_path(one.clause), "part": one.ref}
    if one.degree not in _DEGREES:
        yield error(
            "part-degree",
            "Clause {clause}: {part} has the unknown degree '{degree}'.",
            "Give one of {degrees}.",
            at=at,
            degree=one.degree,
            degrees=", ".join(Degree),
            **names,
        )
    if not one.holders:
        yield warning(
            "part-holder",
            "Clause {clause}: {part} does not say who answers.",
            "Name the role that answers.",
            at=at,
            **names,
        )
    for holder in one.holders:
        if holder not in roles:
            yield error(
                "part-role",
                "Clause {clause}: '{holder}', who answers by {part}, is not among the regime's roles.",
                "Add the role, with its degree and the kinds of unit that it stands for.",
                at=at,
                holder=holder,
                **names,
            )


def _inspection_problems(one: Inspection) -> Iterator[Problem]:
    for cadence in one.cadence:
        yield from cadence_problems(cadence, at=Place(ref=one.ref))
    if not one.inspectors:
        yield warning(
            "inspection-holder",
            "Clause {clause}: {part} does not say who inspects, so nobody will.",
            "Name the role that inspects.",
            at=Place(ref=one.ref),
            clause=clause_path(one.clause),
            part=one.ref,
        )


def _measure_problems(parts: Parts) -> Iterator[Problem]:
    for one in filter(in_force, parts.grounds):
        if not one.measures:
            yield warning(
                "ground-measure",
                "Clause {clause}: {part} is a ground and leads to no measure.",
                "Name the kinds of measures it may lead to, or reject it: a case could not be decided on it.",
                at=Place(ref=one.ref),
                clause=clause_path(one.clause),
                part=one.ref,
            )
    taken: dict[int, str] = {}
    for step in filter(in_force, parts.measures):
        if step.order < 1 or step.order in taken:
            yield error(
                "measure-order",
                "Clause {clause}: {part} stands on rung {order}, where {other} stands or none can.",
                "Number the rungs from 1, the lightest, each once.",
                at=Place(ref=step.ref),
                clause=clause_path(step.clause),
                part=step.ref,
                order=step.order,
                other=taken.get(step.order, "-"),
            )
        taken.setdefault(step.order, step.ref)


def _score_problems(parts: Parts) -> Iterator[Problem]:
    """Points are added up where the text gives one total; a text with several schemes is left to the reviewer."""
    lines = [one for one in parts.indicators if in_force(one)]
    for one in lines:
        if one.points is not None and one.points < 0:
            yield error(
                "indicator-points",
                "Clause {clause}: {part} has fewer than 0 points.",
                "Give the points as a positive number; 'effect' says that they are deducted.",
                at=Place(ref=one.ref),
                clause=clause_path(one.clause),
                part=one.ref,
            )
    totals = [one for one in lines if one.effect is Effect.TOTAL and one.points is not None]
    scored = [
        one.points for one in lines if one.effect is Effect.SCORE and one.unit == "points" and one.points
    ]
    if len(totals) == 1 and len(scored) > 1 and abs(sum(scored) - (totals[0].points or 0)) > _SLACK:
        yield warning(
            "weights-total",
            "The points of {count} indicators add up to {sum}, and clause {clause} says {total}.",
            "Correct the points or the total: a score could not be compared with the grades.",
            at=Place(ref=totals[0].ref),
            count=len(scored),
            sum=f"{sum(scored):g}",
            clause=clause_path(totals[0].clause),
            total=f"{totals[0].points:g}",
        )


def _grade_problems(grades: list[Grade]) -> Iterator[Problem]:
    known = sorted((one for one in grades if one.min is not None or _top(one) is not None), key=_floor)
    for low, high in pairwise(known):
        top, floor = _top(low), high.min
        if low.name == high.name and low.clause != high.clause:
            continue
        unbounded = floor is None or (top is None and low.min == floor)
        if unbounded or (top is not None and floor is not None and _meet(low, top, floor)):
            yield _overlap(low, high)
        elif top is not None and floor is not None and _leave_gap(low, top, floor):
            yield note(
                "grade-gap",
                "A score between {top} and {floor} has no grade ({low}, {high}).",
                "Let each grade begin where the one below ends.",
                at=Place(ref=high.ref),
                top=f"{top:g}",
                floor=f"{floor:g}",
                low=low.name,
                high=high.name,
            )


def _meet(low: Grade, top: float, floor: float) -> bool:
    return top > floor or (top == floor and low.below is None)


def _leave_gap(low: Grade, top: float, floor: float) -> bool:
    """Say whether scores lie between: beyond the next whole number, or beyond a bound that is itself left out."""
    return floor - top > (_SLACK if low.below is not None else 1)


def _overlap(low: Part, high: Part) -> Problem:
    return warning(
        "grade-overlap",
        "{high} and {low} overlap: one score would come to two grades.",
        "Say of each grade where it begins and where the next begins.",
        at=Place(ref=high.ref),
        high=high.ref,
        low=low.ref,
    )


def _top(grade: Grade) -> float | None:
    return grade.below if grade.below is not None else grade.max


def _floor(grade: Grade) -> float:
    return float("-inf") if grade.min is None else grade.min


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
