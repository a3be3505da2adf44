"""Where the parts of a lower regime are weaker: who answers in which degree, inspections, what weighs how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from remit.core.conformance_finding import Compared, Finding, Side, Weakness, Weight, part_side
from remit.core.conformance_slot import Outcome, rhythm_findings
from remit.core.duty import Degree
from remit.core.likeness import Weights, content, share_covered
from remit.core.office_name import correspond, is_superior
from remit.core.regime import Regime
from remit.core.regime_part import (
    Answerability,
    Effect,
    Indicator,
    Inspection,
    Part,
    WeightRule,
    in_force,
)
from remit.core.strictness import keeps_degree

__all__ = ["compared_parts"]

ALIKE = 0.6  # the share of a name or a matter that another has to cover to be the same
EVERYTHING = Weight(1, "veto")  # it decides alone
EVEN = Weights({}, 1.0)
_Part = TypeVar("_Part", bound=Part)


def compared_parts(
    lower: Regime, upper: Regime, bind: Callable[[Sequence[str]], bool], duties: Iterable[Compared]
) -> Iterator[Compared]:
    """Yield what became of the parts that can be weaker; `duties` is what became of the duties above.

    A part whose clause also lays down a duty is not missed a second time, nor is a rhythm of both told twice.
    """
    told: dict[tuple[str, ...], set[Weakness]] = {}
    for one in duties:
        told.setdefault(one.upper.clause, set()).update(finding.weakness for finding in one.findings)
    for answer in _held(upper.parts.answerability):
        yield _answerability(answer, _held(lower.parts.answerability), bind, told)
    for inspection in _held(upper.parts.inspections):
        yield _inspection(inspection, _held(lower.parts.inspections), bind, told)
    yield from _weights(_held(lower.parts.weights), _held(upper.parts.weights))
    yield from _indicators(_held(lower.parts.indicators), _held(upper.parts.indicators))


def _held(parts: Iterable[_Part]) -> list[_Part]:
    return [part for part in parts if in_force(part)]


def _alike(lower: str, upper: str) -> bool:
    """Return whether the lower words cover the upper ones, or both say nothing."""
    wanted = content(upper)
    return not wanted or share_covered(wanted, content(lower), EVEN) >= ALIKE


def _answerability(
    upper: Answerability,
    lower: Sequence[Answerability],
    bind: Callable[[Sequence[str]], bool],
    told: dict[tuple[str, ...], set[Weakness]],
) -> Compared:
    side = part_side(upper, upper.degree)
    if not bind(upper.holders):
        return Compared(upper=side, others=True)
    same = [one for one in lower if _meet(one.holders, upper.holders) and _alike(one.matter, upper.matter)]
    if not same:
        same = [one for one in lower if one.degree == upper.degree and _alike(one.matter, upper.matter)]
    if not same and upper.matter:
        same = [one for one in lower if one.matter and _alike(one.matter, upper.matter)]
    if not same:
        missed = () if upper.clause in told else (Finding(weakness=Weakness.WEAKER_DEGREE, upper=side),)
        return Compared(upper=side, findings=missed)
    best = min(same, key=lambda one: list(Degree).index(one.degree))
    if keeps_degree(best.degree, upper.degree):
        return Compared(upper=side)
    below = part_side(best, best.degree)
    return Compared(upper=side, findings=(Finding(weakness=Weakness.WEAKER_DEGREE, upper=side, lower=below),))


def _meet(lower: Sequence[str], upper: Sequence[str]) -> bool:
    if not lower or not upper:
        return not lower and not upper
    return any(correspond(one, other) for one in lower for other in upper)


def _inspection(
    upper: Inspection,
    lower: Sequence[Inspection],
    bind: Callable[[Sequence[str]], bool],
    told: dict[tuple[str, ...], set[Weakness]],
) -> Compared:
    side = part_side(upper, upper.inspectors or None)
    if not (bind(upper.inspectors) or any(map(is_superior, upper.inspectors))):
        return Compared(upper=side, others=True)
    same = [one for one in lower if one.kind == upper.kind and _same_round(one, upper)]
    known = told.get(upper.clause)
    if not same:
        missed = () if known is not None else (Finding(weakness=Weakness.MISSING_INSPECTION, upper=side),)
        return Compared(upper=side, findings=missed)
    outcomes: list[Outcome] = list(
        rhythm_findings(
            upper.cadence,
            partial(part_side, upper),
            [(cadence, partial(part_side, one)) for one in same for cadence in one.cadence],
            part_side(same[0]),
        )
    )
    return Compared(
        upper=side,
        findings=tuple(one for one, certain in outcomes if certain and one.weakness not in (known or ())),
        undecided=tuple(one for one, certain in outcomes if not certain),
    )


def _same_round(lower: Inspection, upper: Inspection) -> bool:
    if _alike(lower.quote, upper.quote):
        return True
    pairs = ((lower.inspectors, upper.inspectors), (lower.inspected, upper.inspected))
    return all(_meet(one, other) for one, other in pairs) and any(upper.inspectors)


def _weights(lower: Sequence[WeightRule], upper: Sequence[WeightRule]) -> Iterator[Compared]:
    for rule in upper:
        side = part_side(rule, _least(rule))
        same = [one for one in lower if _alike(one.of, rule.of)]
        if any(one.than and one.min is None for one in same) or (rule.min is None and same):
            yield Compared(upper=side)
            continue
        if rule.min is None and not rule.than:
            yield Compared(upper=side)
            continue
        yield _lighter(side, [part_side(one, _least(one)) for one in same])


def _least(rule: WeightRule) -> Weight | None:
    return None if rule.min is None else Weight(rule.min, rule.unit)


def _indicators(lower: Sequence[Indicator], upper: Sequence[Indicator]) -> Iterator[Compared]:
    """A regime without a sheet of its own is scored by the one above; a bonus is asked of nobody."""
    totals = _total(lower), _total(upper)
    scored = [one for one in lower if _weighs(one)]
    for one in filter(_weighs, upper):
        side = part_side(one, _share(one, totals[1] if totals[0] else None))
        if not scored:
            yield Compared(upper=side)
            continue
        same = [other for other in scored if _alike(other.name, one.name)]
        shares = [part_side(other, _share(other, totals[0] if totals[1] else None)) for other in same]
        yield _lighter(side, shares)


def _weighs(indicator: Indicator) -> bool:
    scored = indicator.effect in {Effect.SCORE, Effect.DEDUCTION} and indicator.points is not None
    return scored or indicator.effect is Effect.VETO


def _total(indicators: Iterable[Indicator]) -> float | None:
    return next((one.points for one in indicators if one.effect is Effect.TOTAL and one.points), None)


def _share(indicator: Indicator, total: float | None) -> Weight:
    if indicator.effect is Effect.VETO:
        return EVERYTHING
    points = abs(indicator.points or 0)
    if total and indicator.unit == "points":
        return Weight(points * 100 / total, "%")
    return Weight(points, indicator.unit)


def _lighter(upper: Side, lower: Sequence[Side]) -> Compared:
    """Compare what weighs most below with what is asked above."""
    asked = upper.value
    given = [(side, side.value) for side in lower if isinstance(side.value, Weight)]
    if not isinstance(asked, Weight) or not given:
        finding = Finding(weakness=Weakness.LOWER_WEIGHT, upper=upper, lower=lower[0] if lower else None)
        return Compared(upper=upper, findings=(finding,))
    if any(value == EVERYTHING or _as_much(value, asked) for _, value in given):
        return Compared(upper=upper)
    same = [side for side, value in given if value.unit == asked.unit or asked == EVERYTHING]
    heaviest = max(same or [side for side, _ in given], key=_amount)
    finding = Finding(weakness=Weakness.LOWER_WEIGHT, upper=upper, lower=heaviest)
    if same:
        return Compared(upper=upper, findings=(finding,))
    return Compared(upper=upper, undecided=(finding,))


def _as_much(lower: Weight, upper: Weight) -> bool:
    return lower.unit == upper.unit and lower.amount >= upper.amount


def _amount(side: Side) -> float:
    return side.value.amount if isinstance(side.value, Weight) else 0.0
