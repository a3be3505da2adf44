"""What a record may be for: the windows a unit owes, its duties without a day, and the clocks it may start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from remit.core.adoption import Adoption
from remit.core.assignment import assign
from remit.core.duty import Duty
from remit.core.post import Organisation, index_organisation
from remit.core.regime import Regime, duties_in_force, duty_reference
from remit.store.inquiry import Stand
from remit.web.pages.owed import OPEN, Owed, owed_by

__all__ = ["Bound", "Proposals", "find_proposals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A duty that binds the unit, as a choice without a window."""

    reference: str
    duty: Duty
    regime: Regime
    clause: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """Windows open on the day, those that are met already or open later, duties without a day, clocks to start."""

    open: tuple[Owed, ...]
    other: tuple[Owed, ...]
    undated: tuple[Bound, ...]
    clocks: tuple[Bound, ...]


def find_proposals(
    stand: Stand, near: Organisation, *, unit: str, name: str, today: date, wanted: frozenset[str]
) -> Proposals:
    """Return what can be ticked for a unit. Windows in `wanted` (`REGIME/DUTY@WINDOW`) are among the open ones."""
    items = sorted(owed_by(stand, {unit: name}), key=lambda i: (i.standing.occurrence.due, i.duty.ref))
    open_now = [
        item
        for item in items
        if item.reference in wanted
        or (item.standing.status in OPEN and item.standing.occurrence.opens <= today)
    ]
    shown = {item.reference for item in open_now}
    other = [i for i in items if i.reference not in shown and i.standing.occurrence.opens <= today]
    dated = {item.standing.occurrence.duty for item in items}
    bound = list(_bound(stand.adoptions, near, unit, today))
    clocks = [b for b in bound if _is_clock(b.duty)]
    started = {b.reference for b in clocks}
    return Proposals(
        open=tuple(open_now),
        other=tuple(other),
        undated=tuple(b for b in bound if b.reference not in dated | started),
        clocks=tuple(clocks),
    )


def _is_clock(duty: Duty) -> bool:
    return not duty.cadence and any(d.counts_from == "event" and d.amount is not None for d in duty.deadline)


def _bound(adoptions: Iterable[Adoption], near: Organisation, unit: str, today: date) -> Iterable[Bound]:
    """The duties that bind the unit today, each once, in the order of the text."""
    directory = index_organisation(near)
    for adoption in adoptions:
        at_unit = {a.duty for a in assign(adoption, directory, day=today) if a.unit == unit}
        for clause, duty in duties_in_force(adoption.regime):
            named = duty_reference(adoption.regime, duty)
            if named in at_unit:
                yield Bound(reference=named, duty=duty, regime=adoption.regime, clause=clause.ref)
