"""Guarded questions of the pages of a unit's standing: where it and all below it stand, what it owes, the ledger.

As in `inquiry`: who may not see a unit raises Denied, what there is not NotThere, and the number of queries never
depends on how much is stored. Answers come from the roll-up, so that a page costs the same in a tree of any size.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from remit.core.lineage import unit_on
from remit.core.post import Organisation, Unit, index_organisation
from remit.core.standing import Status
from remit.store import load_unit
from remit.store.access import Action, Stretch, Viewer, allowed, require
from remit.store.establishment_inquiry import UnitFile, unit_file
from remit.store.load_unit import Latest, Numbered, Row
from remit.store.refusal import NotThere
from remit.store.roll_reading import Due, Own, Words, read_roll

__all__ = [
    "OPEN",
    "Due",
    "HeatMap",
    "LedgerPage",
    "Place",
    "UnitStands",
    "heat_map",
    "ledger",
    "place",
    "unit",
]

Figures = tuple[int, ...]
"""Counts in the order of `Status`."""

OPEN = (Status.OVERDUE, Status.UNASSIGNED, Status.DUE_SOON, Status.UPCOMING)
"""The statuses of what is still to be done."""

_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit with the units above it, each with whether the viewer may go there; `heads`: there are units below it."""

    unit: Unit
    stretch: Stretch
    above: tuple[tuple[Numbered, bool], ...]
    heads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStands:
    """Where a unit stands on a day: counts of it and all below it, those of units below, and what it owes itself.

    `unit` is as it was on the day, and as it is now where there was none: then `gone` tells who took over. `after` is
    the unit below to go on after, empty at the end. `records` are the latest of the year up to the day.
    """

    place: Place
    unit: Unit
    gone: UnitFile | None
    figures: Figures
    below: tuple[tuple[Numbered, Figures], ...]
    after: str
    own: Own
    records: tuple[Latest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPage:
    """A page of what a unit, or a unit with all below it, owes. `after` is the reference to go on with, if any."""

    place: Place
    lines: tuple[tuple[Numbered, Due], ...]
    after: str
    duties: dict[str, Words]
    windows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """Counts by unit below (rows) and duty (columns), each of a whole subtree; the first row is the unit with all."""

    place: Place
    duties: tuple[tuple[str, Words], ...]
    rows: tuple[tuple[Numbered, tuple[Figures, ...]], ...]
    after: str


def place(viewer: Viewer, code: str) -> Place:
    """Return a unit with the units above it."""
    return _place(viewer, _seen(viewer, code))


def unit(
    viewer: Viewer, code: str, day: date, *, after: str = "", most: int, duties: int, records: int
) -> UnitStands:
    """Return where a unit stands on a day, with the first `most` units below it after one.

    And the first so many `duties` that it owes itself, and `records` that it entered last.
    """
    row = _seen(viewer, code)
    below, more = _below(row, day, after, most)
    reading = read_roll(day)
    lo = row.stretch[0]
    own = reading.owed(day, lo, open_in=OPEN, most=duties)
    whole, *parts = (
        reading.subtrees(day, lo, [one.stretch[0] for one in below]) if row.heads else [own.figures]
    )
    then = _then(row, day)
    return UnitStands(
        place=_place(viewer, row),
        unit=then or row.unit,
        gone=None if then else unit_file(viewer, code, day),
        figures=tuple(whole),
        below=tuple((one, tuple(figures)) for one, figures in zip(below, parts, strict=True)),
        after=more,
        own=own,
        records=load_unit.latest_records(row.key, first=date(day.year, 1, 1), last=day, limit=records),
    )


def ledger(
    viewer: Viewer,
    code: str,
    day: date,
    *,
    whole: bool,
    wanted: Collection[Status],
    duty: str = "",
    window: str = "",
    after: str = "",
    limit: int,
) -> LedgerPage:
    """Return up to `limit` windows that stand in one of the wanted ways, those of a duty and window if one is named."""
    row = _seen(viewer, code)
    start = _start(row, after)
    reading = read_roll(day)
    lo = row.stretch[0]
    found = reading.ledger(
        day,
        lo,
        whole=whole,
        wanted=frozenset(wanted),
        duty=duty,
        window=window,
        after=start,
        limit=limit + 1,
    )
    units = load_unit.named(one.lo for one in found[:limit])
    lines = tuple((units[one.lo], one) for one in found[:limit] if one.lo in units)
    return LedgerPage(
        place=_place(viewer, row),
        lines=lines,
        after=_end(lines, start) if len(found) > limit and lines else "",
        duties=reading.duties(lo, whole=whole),
        windows=reading.windows(duty) if duty else (),
    )


def heat_map(viewer: Viewer, code: str, day: date, *, after: str = "", most: int) -> HeatMap:
    """Return counts by unit below and duty, of the first `most` units below after one."""
    row = _seen(viewer, code)
    below, more = _below(row, day, after, most)
    reading = read_roll(day)
    lo = row.stretch[0]
    los = [one.stretch[0] for one in below]
    duties = reading.duties(lo, whole=True)
    by_duty = [reading.subtrees(day, lo, los, duty=reference) for reference in duties]
    units = (Numbered(row.unit.code, row.unit.name, row.stretch), *below)
    return HeatMap(
        place=_place(viewer, row),
        duties=tuple(duties.items()),
        rows=tuple((one, tuple(tuple(counts[at]) for counts in by_duty)) for at, one in enumerate(units)),
        after=more,
    )


def _seen(viewer: Viewer, code: str) -> Row:
    row = load_unit.row(code)
    require(viewer, Action.SEE, row.stretch)
    return row


def _place(viewer: Viewer, row: Row) -> Place:
    above = load_unit.line(row.key) if row.unit.parent else ()
    return Place(
        unit=row.unit,
        stretch=row.stretch,
        above=tuple((one, allowed(viewer, Action.SEE, one.stretch)) for one in above),
        heads=row.heads,
    )


def _then(row: Row, day: date) -> Unit | None:
    """The unit as it was on a day, None where there was none."""
    if not row.changed:
        return row.unit
    known = Organisation(units=(row.unit,), changes=load_unit.changes(row))
    return unit_on(index_organisation(known), row.unit.code, day)


def _below(row: Row, day: date, after: str, most: int) -> tuple[tuple[Numbered, ...], str]:
    """The units directly below on a day, and the code to go on after, empty at the end."""
    start = -1
    if after:
        last = load_unit.row(after)
        if last.unit.parent != row.unit.code:
            raise NotThere(after)
        start = last.stretch[0]
    found = load_unit.level(row.key, day, after=start, limit=most + 1)
    return found[:most], found[most - 1].code if len(found) > most else ""


def _start(row: Row, after: str) -> tuple[int, int]:
    """The number of the unit to go on with, and how many of its windows were seen: `CODE,COUNT`."""
    if not after:
        return -1, 0
    code, _, count = after.rpartition(",")
    if not count.isdecimal() or len(count) > _DIGITS:
        raise NotThere(after)
    lo, _ = load_unit.row(code).stretch
    if not row.stretch[0] <= lo < row.stretch[1]:
        raise NotThere(after)
    return lo, int(count)


def _end(lines: Sequence[tuple[Numbered, Due]], start: tuple[int, int]) -> str:
    """What to go on with after some lines, as `_start` reads it."""
    last = lines[-1][0]
    seen = sum(one.lo == last.stretch[0] for _, one in lines)
    return f"{last.code},{seen + (start[1] if start[0] == last.stretch[0] else 0)}"
