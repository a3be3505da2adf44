"""What a record may be for: the windows a unit owes, its duties without a day, and the clocks it may start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from remit.core.adoption import Adoption
from remit.core.assignment import assign
from remit.core.duty import Duty
from remit.core.post import Organisation, index_organisation
from remit.core.record_proposal import Candidate, rank_duties
from remit.core.regime import Regime, duties_in_force, duty_reference
from remit.store.inquiry import Stand
from remit.web.pages.owed import OPEN, Owed, owed_by

__all__ = ["Bound", "Proposals", "Said", "find_proposals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A duty that binds the unit, as a choice without a window."""

    reference: str
    duty: Duty
    regime: Regime
    clause: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """Windows open on the day, those that are met already or open later, duties without a day, clocks to start.

    `likely` and `likely_undated` are those that the record is likely for, which are not among the others.
    """

    likely: tuple[Owed, ...]
    likely_undated: tuple[Bound, ...]
    open: tuple[Owed, ...]
    other: tuple[Owed, ...]
    undated: tuple[Bound, ...]
    clocks: tuple[Bound, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is known of a record that is being typed: by it duties are ranked."""

    kind: str = ""
    title: str = ""
    day: date | None = None


def find_proposals(
    stand: Stand,
    near: Organisation,
    *,
    unit: str,
    name: str,
    today: date,
    wanted: frozenset[str],
    said: Said = Said(),
) -> Proposals:
    """Return what can be ticked for a unit, the likeliest first; what is in `wanted` is among what is offered first.

    A window is offered as open where it is open today or on the day that the record is of.
    """
    day = min(said.day or today, today)
    items = sorted(owed_by(stand, {unit: name}), key=lambda i: (i.standing.occurrence.due, i.duty.ref))
    dated = {item.standing.occurrence.duty for item in items}
    bound = list(_bound(stand.adoptions, near, unit, today))
    clocks = [b for b in bound if _is_clock(b.duty)]
    started = {b.reference for b in clocks}
    undated = [b for b in bound if b.reference not in dated | started]
    order = _ranks(items, undated, said, day)
    items.sort(key=lambda item: (item.reference not in wanted, order[item.reference][0]))
    undated.sort(key=lambda one: (one.reference not in wanted, order[one.reference][0]))
    open_now = [i for i in items if i.reference in wanted or (_is_open(i) and _opens(i) <= today)]
    likely = wanted | {reference for reference, (_, is_likely) in order.items() if is_likely}
    shown = {item.reference for item in open_now}
    return Proposals(
        likely=tuple(i for i in open_now if i.reference in likely),
        likely_undated=tuple(b for b in undated if b.reference in likely),
        open=tuple(i for i in open_now if i.reference not in likely),
        other=tuple(i for i in items if i.reference not in shown and _opens(i) <= today),
        undated=tuple(b for b in undated if b.reference not in likely),
        clocks=tuple(clocks),
    )


def _ranks(
    items: Iterable[Owed], undated: Iterable[Bound], said: Said, day: date
) -> dict[str, tuple[int, bool]]:
    """The place of each reference among all, and whether it is likely."""
    candidates = [
        Candidate(
            reference=item.reference,
            duty=item.duty,
            opens=_opens(item),
            due=item.standing.occurrence.due,
            open=_is_open(item),
        )
        for item in items
    ]
    candidates += [Candidate(reference=one.reference, duty=one.duty) for one in undated]
    ranked = rank_duties(candidates, kind=said.kind, title=said.title, day=day)
    return {one.reference: (place, one.likely) for place, one in enumerate(ranked)}


def _is_open(item: Owed) -> bool:
    return item.standing.status in OPEN


def _opens(item: Owed) -> date:
    return item.standing.occurrence.opens


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
