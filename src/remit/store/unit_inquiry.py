"""Guarded questions of the pages of a unit's standing: where it and all below it stand, what it owes, the ledger.

As in `inquiry`: who may not see a unit raises Denied, what there is not NotThere, and the number of queries never
depends on how much is stored. Answers come from the roll-up, so that they cost the same in a small tree and a large one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from remit.core.duty import Duty
from remit.core.post import Unit
from remit.core.standing import Status
from remit.rollup.state import STATUSES
from remit.store import load_unit
from remit.store.access import Action, Viewer, allowed, require
from remit.store.establishment_inquiry import UnitFile, unit_file
from remit.store.load_unit import Latest, Numbered, Row
from remit.store.refusal import NotThere
from remit.store.roll_reading import Due, Words, read_roll

__all__ = ["Due", "HeatMap", "LedgerPage", "Place", "UnitStands", "heat_map", "ledger", "take_together", "unit"]

Figures = tuple[int, ...]
"""Counts in the order of `Status`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit with the units above it, each with whether the viewer may go there; `heads`: there are units below it."""

    unit: Unit
    above: tuple[tuple[Numbered, bool], ...]
    heads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStands:
    """Where a unit stands on a day: counts of it and all below it, those of units below, and what it owes itself.

    `file` tells more of a unit that was another on some day; `after` is the unit below to go on after, empty at the
    end. `records` are the latest of the year up to the day.
    """

    place: Place
    figures: Figures
    below: tuple[tuple[Numbered, Figures], ...]
    after: str
    own: tuple[Due, ...]
    records: tuple[Latest, ...]
    file: UnitFile | None


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
    duties: tuple[tuple[str, Duty], ...]
    rows: tuple[tuple[Numbered, tuple[Figures, ...]], ...]
    after: str


def unit(viewer: Viewer, code: str, day: date, *, after: str = "", most: int, records: int) -> UnitStands:
    """Return where a unit stands on a day, with the first `most` units below it after one."""
    row = _seen(viewer, code)
    below, more = _below(row, day, after, most)
    reading = read_roll(day)
    lo = row.stretch[0]
    whole, *parts = reading.subtrees(day, lo, [one.stretch[0] for one in below])
    return UnitStands(
        place=_place(viewer, row),
        figures=tuple(whole),
        below=tuple((one, tuple(figures)) for one, figures in zip(below, parts, strict=True)),
        after=more,
        own=tuple(reading.owed(day, lo)),
        records=load_unit.latest_records(row.key, first=date(day.year, 1, 1), last=day, limit=records),
        file=unit_file(viewer, code, day) if row.changed else None,
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
    reading = read_roll(day)
    lo, hi = row.stretch
    start = _start(after)
    if start[0] >= hi:
        raise NotThere(after)
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
    lines = found[:limit]
    units = load_unit.named(one.lo for one in lines)
    return LedgerPage(
        place=_place(viewer, row),
        lines=tuple((units[one.lo], one) for one in lines if one.lo in units),
        after=_next(lines, start) if len(found) > limit else "",
        duties=reading.duties(lo) if whole else {one.reference: (one.regime, one, one.duty) for one in ()},
        windows=reading.windows(duty) if duty else (),
    )


def heat_map(viewer: Viewer, code: str, day: date, *, after: str = "", most: int) -> HeatMap:
    """Return counts by unit below and duty, of the first `most` units below after one."""
    row = _seen(viewer, code)
    below, more = _below(row, day, after, most)
    reading = read_roll(day)
    lo = row.stretch[0]
    los = [one.stretch[0] for one in below]
    duties = reading.duties(lo)
    by_duty = [reading.subtrees(day, lo, los, duty=reference) for reference in duties]
    units = (Numbered(row.unit.code, row.unit.name, row.stretch), *below)
    return HeatMap(
        place=_place(viewer, row),
        duties=tuple((reference, words[2]) for reference, words in duties.items()),
        rows=tuple(
            (one, tuple(tuple(counts[at]) for counts in by_duty)) for at, one in enumerate(units)
        ),
        after=more,
    )


def take_together(items: Iterable[Due]) -> tuple[Due, ...]:
    """Return one item for each duty, unit and status: the one due first, with how many `more` there are."""
    groups: dict[tuple[int, str, Status], list[Due]] = {}
    for item in items:
        groups.setdefault((item.lo, item.reference, item.status), []).append(item)
    return tuple(replace(some[0], more=len(some) - 1) if len(some) > 1 else some[0] for some in groups.values())


def _seen(viewer: Viewer, code: str) -> Row:
    row = load_unit.row(code)
    require(viewer, Action.SEE, row.stretch)
    return row


def _place(viewer: Viewer, row: Row) -> Place:
    above = load_unit.line(row.key) if row.unit.parent else ()
    return Place(
        unit=row.unit,
        above=tuple((one, allowed(viewer, Action.SEE, one.stretch)) for one in above),
        heads=row.heads,
    )


def _below(row: Row, day: date, after: str, most: int) -> tuple[tuple[Numbered, ...], str]:
    """The units directly below on a day, and the code to go on after, empty at the end."""
    start = load_unit.row(after).stretch[0] if after else -1
    found = load_unit.level(row.key, day, after=start, limit=most + 1)
    return found[:most], found[most - 1].code if len(found) > most else ""


def _start(after: str) -> tuple[int, int]:
    """The number of the unit to go on with, and how many of its windows were seen."""
    code, _, count = after.rpartition(",")
    if not after:
        return -1, 0
    if not count.isdecimal() or len(count) > 9:
        raise NotThere(after)
    return load_unit.row(code).stretch[0], int(count)


def _next(lines: Iterable[Due], start: tuple[int, int]) -> str:
    raise NotImplementedError


assert STATUSES == tuple(Status)
