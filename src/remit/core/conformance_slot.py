"""Where the counterparts of a duty are weaker in one of its slots: rhythm, time limit, addressee, holder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from remit.core.conformance_finding import Finding, Side, Value, Weakness, duty_side
from remit.core.duty import Degree, Duty
from remit.core.duty_counterpart import FoundDuty
from remit.core.office_name import correspond
from remit.core.period import Cadence, Deadline
from remit.core.strictness import (
    by_strictness,
    demands_rhythm,
    demands_time,
    is_fewer,
    keeps_deadline,
    keeps_degree,
    keeps_rhythm,
)

__all__ = ["Degrees", "Said", "addressee_finding", "deadline_findings", "holder_finding", "rhythm_findings"]

Degrees = Callable[[str], Degree]
Said = Callable[[Value], Side]
Outcome = tuple[Finding, bool]
"""A finding, and whether it is certain: one that is not cannot be compared."""


def rhythm_findings(
    asked: Sequence[Cadence], above: Said, given: Sequence[tuple[Cadence, Said]], below: Side
) -> Iterator[Outcome]:
    """Yield the rhythms above that none below keeps; `below` says where something should stand if nothing does."""
    for upper in filter(demands_rhythm, asked):
        verdicts = [(keeps_rhythm(lower, upper), lower, said) for lower, said in given]
        if any(kept for kept, _, _ in verdicts):
            continue
        slower = [(lower, said) for kept, lower, said in verdicts if kept is False]
        other = [(lower, said) for kept, lower, said in verdicts if kept is None]
        finding = Finding(weakness=Weakness.LONGER_INTERVAL, upper=above(upper), lower=below)
        if slower:
            lower, said = max(slower, key=lambda one: by_strictness(one[0]))
            weakness = Weakness.LOWER_COUNT if is_fewer(lower, upper) else Weakness.LONGER_INTERVAL
            finding = Finding(weakness=weakness, upper=above(upper), lower=said(lower))
        elif other:
            lower, said = other[0]
            finding = Finding(weakness=Weakness.LONGER_INTERVAL, upper=above(upper), lower=said(lower))
        yield finding, bool(slower) or not other


def deadline_findings(clause_duty: FoundDuty, found: Sequence[FoundDuty]) -> Iterator[Outcome]:
    """Yield the time limits above that none below keeps."""
    clause, duty = clause_duty
    given = [(limit, one) for one in found for limit in one[1].deadline]
    for upper in filter(demands_time, duty.deadline):
        verdicts = [(keeps_deadline(lower, upper), lower, one) for lower, one in given]
        if any(kept for kept, _, _ in verdicts):
            continue
        later = [(lower, one) for kept, lower, one in verdicts if kept is False]
        said = later or [(lower, one) for _, lower, one in verdicts]
        lower, one = _strictest(said) if said else (None, found[0])
        finding = Finding(
            weakness=Weakness.LATER_DEADLINE,
            upper=duty_side(clause, duty, upper),
            lower=duty_side(*one, lower),
        )
        yield finding, bool(later) or not said


def _strictest(limits: Sequence[tuple[Deadline, FoundDuty]]) -> tuple[Deadline, FoundDuty]:
    best = limits[0]
    for one in limits[1:]:
        if keeps_deadline(one[0], best[0]):
            best = one
    return best


def addressee_finding(
    clause_duty: FoundDuty, found: Sequence[FoundDuty], beside: Sequence[FoundDuty] = ()
) -> Finding | None:
    """Return that somebody to whom it goes above is left out below; None where some counterpart leaves nobody out.

    An addressee of a counterpart that is nobody else may be the concrete name of one above. What stands `beside` the
    counterparts has to name the very ones that are left out.
    """
    clause, duty = clause_duty
    missing = [(_missing(one[1].addressee, duty.addressee), one) for one in found]
    left, one = min(missing, key=lambda row: len(row[0]))
    told = [name for other in beside for name in other[1].addressee]
    left = tuple(upper for upper in left if not any(correspond(lower, upper) for lower in told))
    if not left:
        return None
    return Finding(
        weakness=Weakness.MISSING_ADDRESSEE,
        upper=duty_side(clause, duty, left),
        lower=duty_side(*one, one[1].addressee or None),
    )


def _missing(given: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    left = [upper for upper in asked if not any(correspond(lower, upper) for lower in given)]
    free = sum(not any(correspond(lower, upper) for upper in asked) for lower in given)
    return tuple(left[free:])


def holder_finding(
    clause_duty: FoundDuty, found: Sequence[FoundDuty], above: Degrees, below: Degrees
) -> Finding | None:
    """Return that a duty is laid on somebody who answers less than its holder above; None where it is not.

    A unit as a body answers through its head: the one is as good as the other. A duty that names nobody binds all.
    """
    clause, duty = clause_duty
    if not duty.holders or not all(one[1].holders for one in found):
        return None
    asked = _best(duty, above)
    given = [(_best(one[1], below), one) for one in found]
    if any(keeps_degree(degree, _as_body(asked)) for degree, _ in given):
        return None
    degree, one = min(given, key=lambda row: list(Degree).index(row[0]))
    return Finding(
        weakness=Weakness.WEAKER_HOLDER, upper=duty_side(clause, duty, asked), lower=duty_side(*one, degree)
    )


def _best(duty: Duty, degrees: Degrees) -> Degree:
    return min(map(degrees, duty.holders), key=list(Degree).index)


def _as_body(degree: Degree) -> Degree:
    return Degree.FIRST if degree is Degree.PRINCIPAL else degree
