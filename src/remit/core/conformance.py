"""No weaker than above: a lower regime compared with the one above it, duty by duty and part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from remit.core.conformance_finding import Compared, Conformance, Finding, Side, Weakness, duty_side
from remit.core.conformance_part import compared_parts
from remit.core.conformance_slot import (
    Degrees,
    Outcome,
    addressee_finding,
    deadline_findings,
    holder_finding,
    rhythm_findings,
)
from remit.core.duty import Degree
from remit.core.duty_counterpart import LITTLE, FoundDuty, LowerDuties, lower_duties
from remit.core.office_name import Offices, is_everybody, is_national, offices
from remit.core.regime import Regime, RegimeClause, duties_in_force

__all__ = ["conform"]


_POSTS = frozenset({Degree.FIRST, Degree.DIRECT, Degree.LEADERSHIP})


@dataclass(frozen=True, slots=True)
class _Levels:
    """Who there is below, and in which degree each role answers on both levels."""

    named: Offices
    above: Degrees
    beneath: Degrees
    posts: frozenset[Degree]

    def bind(self, holders: Sequence[str]) -> bool:
        """Return whether what binds these above binds somebody below.

        The head of a unit has a counterpart in whoever answers first below, whatever the post is called.
        """
        return not holders or any(
            is_everybody(one) or self.named.have(one) or self.above(one) in self.posts for one in holders
        )


def conform(lower: Regime, upper: Regime) -> Conformance:
    """Return what became, in a lower regime, of every duty and part in force of the one above it.

    A duty is expected below if the lower regime names a counterpart of one of its holders, or if it binds everybody. A
    slot of it is kept if any of the duties that are about the same is no weaker in it.
    """
    below = lower_duties(lower, upper)
    levels = _Levels(
        named=offices(_names(lower)),
        above=_degrees(upper),
        beneath=_degrees(lower),
        posts=_POSTS & {role.degree for role in lower.roles},
    )
    compared = [_compared(found, below, levels) for found in duties_in_force(upper)]
    compared += compared_parts(lower, upper, levels.bind, tuple(compared))
    order = {clause.ref: place for place, clause in reversed(list(enumerate(upper.clauses)))}
    compared.sort(key=lambda one: order.get(one.upper.clause, len(order)))
    return Conformance(compared=tuple(compared), weighed=below.covering.weighed)


def _names(regime: Regime) -> Iterator[str]:
    yield from (role.name for role in regime.roles)
    for _, duty in duties_in_force(regime):
        yield from duty.holders


def _degrees(regime: Regime) -> Degrees:
    known = {role.name: role.degree for role in reversed(regime.roles)}
    return lambda name: known.get(name, Degree.PRINCIPAL)


def _compared(found: FoundDuty, below: LowerDuties, levels: _Levels) -> Compared:
    clause, duty = found
    side = duty_side(clause, duty, duty.holders or None)
    if not levels.bind(duty.holders):
        return Compared(upper=side, others=True)
    counterparts = below.counterparts(clause, duty)
    if not counterparts:
        if is_national(duty.holders):
            return Compared(upper=side, others=True)
        return Compared(upper=side, findings=(_missing(side, below.nearest(duty)),))
    outcomes = list(_weaker(found, counterparts, levels))
    if any(_is_lost(finding) for finding, _ in outcomes):
        beside = below.beside(counterparts, duty), below.beside(counterparts, duty, share=LITTLE)
        outcomes = list(_weaker(found, counterparts, levels, *beside))
    return Compared(
        upper=side,
        findings=tuple(finding for finding, certain in outcomes if certain),
        undecided=tuple(finding for finding, certain in outcomes if not certain),
    )


def _weaker(
    found: FoundDuty,
    counterparts: Sequence[FoundDuty],
    levels: _Levels,
    beside: Sequence[FoundDuty] = (),
    told: Sequence[FoundDuty] = (),
) -> Iterator[Outcome]:
    """Yield the slots in which no counterpart keeps a duty; what stands beside them may make up for one."""
    clause, duty = found
    doing = (*counterparts, *beside)
    given = [(cadence, partial(duty_side, *one)) for one in doing for cadence in one[1].cadence]
    yield from rhythm_findings(
        duty.cadence, partial(duty_side, clause, duty), given, duty_side(*counterparts[0])
    )
    yield from deadline_findings(found, doing)
    for finding in (
        addressee_finding(found, counterparts, told),
        holder_finding(found, counterparts, levels.above, levels.beneath),
    ):
        if finding is not None:
            yield finding, True


def _is_lost(finding: Finding) -> bool:
    """Whether the counterparts say nothing, where the article of one may say it beside."""
    lost = finding.lower is not None and finding.lower.value is None
    return lost or finding.weakness is Weakness.MISSING_ADDRESSEE


def _missing(side: Side, nearest: RegimeClause | None) -> Finding:
    said = None if nearest is None else Side(clause=nearest.ref, ref="", words=nearest.text)
    return Finding(weakness=Weakness.MISSING_DUTY, upper=side, nearest=said)
