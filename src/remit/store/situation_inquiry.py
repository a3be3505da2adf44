"""Guarded questions on major situations: which a unit and those below have told of, and which clocks one starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from remit.core.assignment import assign
from remit.core.duty import Duty
from remit.core.incident import Clock, Mark, clock_of, likely_clocks, marks_of
from remit.core.matter import Matter
from remit.core.post import Unit, index_organisation
from remit.core.regime import Regime, duties_in_force, duty_reference
from remit.store import load, load_matter, matter_inquiry
from remit.store.access import Action, Viewer, allowed, require
from remit.store.hands import hands_in
from remit.store.load_establishment import unit_names
from remit.store.matter_inquiry import MatterSeen
from remit.store.refusal import NotThere

__all__ = ["ClockDuty", "SituationLine", "SituationSeen", "Situations", "clocks", "situation", "situations"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDuty:
    """A duty of a unit whose time limit counts from an event: `event` is what the clause calls it.

    `likely`: what happened sounds like it.
    """

    reference: str
    regime: Regime
    clause: tuple[str, ...]
    duty: Duty
    event: str
    likely: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationLine:
    """A situation as lists show it: its clock and its marks at a moment."""

    matter: Matter
    unit_name: str
    asker_name: str
    clock: Clock
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situations:
    """Situations at a unit and below, and those told to it; those whose time has run out come first."""

    unit: Unit
    lines: tuple[SituationLine, ...]
    after: str
    tells: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationSeen:
    """One situation with the viewer's moves, its clock and marks; `passed_on` are those at the next levels."""

    seen: MatterSeen
    clock: Clock
    marks: tuple[Mark, ...]
    sees_records: bool
    passed_on: tuple[Matter, ...]


def clocks(viewer: Viewer, code: str, day: date, *, happened: str = "") -> tuple[ClockDuty, ...]:
    """Return the duties of a unit whose time limits an event starts, those that what happened sounds like first."""
    place = load.stretch(code)
    require(viewer, Action.SEE, place)
    point = (place[0], place[0] + 1)
    directory = index_organisation(load.organisation(point))
    found: dict[str, ClockDuty] = {}
    for adoption in load.adoptions(point):
        bound = {one.duty for one in assign(adoption, directory, day=day) if one.unit == code}
        for clause, duty in duties_in_force(adoption.regime):
            reference = duty_reference(adoption.regime, duty)
            event = _event(duty)
            if reference in bound and event is not None:
                found[reference] = ClockDuty(
                    reference=reference, regime=adoption.regime, clause=clause.ref, duty=duty, event=event
                )
    likely = frozenset(likely_clocks(happened, {one.reference: one.event for one in found.values()}))
    marked = (
        ClockDuty(
            reference=one.reference,
            regime=one.regime,
            clause=one.clause,
            duty=one.duty,
            event=one.event,
            likely=one.reference in likely,
        )
        for one in found.values()
    )
    return tuple(sorted(marked, key=lambda one: not one.likely))


def situations(
    viewer: Viewer, code: str, now: datetime, *, closed: bool = False, after: str = "", limit: int = 50
) -> Situations:
    """Return situations of a unit, those below and those told to it, `limit` at a time; at most seven queries."""
    place = load.stretch(code)
    require(viewer, Action.SEE, place)
    mine = Q(unit__lo__gte=place[0], unit__lo__lt=place[1]) | Q(asker__code=code)
    chosen = Q(flow="incident") & mine
    if not closed:
        chosen &= Q(closed=None)
    found = load_matter.matter_lines(chosen, after=_start(after), limit=limit + 1)
    matters = {one.ref: one for one in load_matter.matters_named(line.ref for line in found[:limit])}
    names = unit_names({code for one in matters.values() for code in (one.unit, one.asker)})
    lines = [
        SituationLine(
            matter=matters[line.ref],
            unit_name=names[line.unit],
            asker_name=names[line.asker],
            clock=clock_of(matters[line.ref], now),
            marks=marks_of(matters[line.ref], now),
        )
        for line in found[:limit]
    ]
    last = found[limit - 1] if len(found) > limit else None
    return Situations(
        unit=load.units((place[0], place[0] + 1))[0],
        lines=tuple(sorted(lines, key=lambda one: Mark.UNREPORTED not in one.marks)),
        after=f"{last.due.isoformat() if last.due else ''},{last.key}" if last else "",
        tells=allowed(viewer, Action.RECORD, place),
    )


def situation(viewer: Viewer, ref: str, now: datetime) -> SituationSeen:
    """Return one situation at a moment."""
    seen = matter_inquiry.matter(viewer, ref, now.date())
    if seen.matter.flow != "incident":
        raise NotThere(ref)
    inside = allowed(viewer, Action.SEE, load.stretch(seen.matter.unit))
    same = load_matter.matters_where(Q(source=seen.matter.source, flow="incident") & ~Q(ref=ref))
    hands = hands_in(viewer, same, now.date()) if same else {}
    return SituationSeen(
        seen=seen,
        clock=clock_of(seen.matter, now),
        marks=marks_of(seen.matter, now),
        sees_records=inside,
        passed_on=tuple(one for one in same if hands[one.ref].sees),
    )


def _event(duty: Duty) -> str | None:
    """What starts the duty's time limit, None where nothing does."""
    limits = [one for one in duty.deadline if one.counts_from == "event" and one.amount and not one.before]
    return limits[0].after if limits and not duty.cadence else None


def _start(after: str) -> tuple[date | None, int] | None:
    due, comma, key = after.partition(",")
    if not comma or not key.isdecimal() or len(key) > 18:
        return None
    try:
        return (date.fromisoformat(due) if due else None), int(key)
    except ValueError:
        raise NotThere(after) from None
