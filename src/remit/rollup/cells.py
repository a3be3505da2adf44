"""Single windows out of the packed state: what a unit owes and how it stands, and the first of very many such windows.

As `State.count`, for a day that is not before the last record taken in; a test compares the two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.core.status import Status, open_status
from remit.rollup.beside import ROW, STATUSES, Single
from remit.rollup.layout import Bits, Layout
from remit.rollup.state import State

__all__ = ["Cell", "cells", "find_cells", "open_statuses"]

_CHUNK = 4096
_BY_DUE = itemgetter(4, 1)
_MET, _LATE, _UNASSIGNED = ROW[Status.MET], ROW[Status.LATE], ROW[Status.UNASSIGNED]


class Cell(NamedTuple):
    """A window of a unit, by its position: `column` is its number in the layout, -1 where a record started it.

    Days are ordinal days; `due` is the one that holds, also where more time was given. `row` is the status' place in
    `STATUSES`.
    """

    position: int
    column: int
    duty: str
    opens: int
    due: int
    row: int

    @property
    def status(self) -> Status:
        """How the window stands."""
        return STATUSES[self.row]


def open_statuses(layout: Layout, day: date) -> tuple[int, ...]:
    """Return, by column, the place in `STATUSES` of a window that is not done on a day and has somebody who answers."""
    today = day.toordinal()
    return tuple(
        ROW[open_status(left=one.due - today, opened=one.opens <= today, due_soon_days=one.soon)]
        for one in layout.columns
    )


def cells(
    state: State, position: int, day: date, opened: Sequence[int], *, duties: Collection[str] = ()
) -> list[Cell]:
    """Return every window of one unit on a day, by due day; `duties` are those of which something stands beside.

    `opened` are the day's `open_statuses`.
    """
    found: dict[int, Cell] = {}
    columns = state.layout.columns
    for place, row in _by_bits(state, position, opened):
        one = columns[place]
        found[place] = Cell(position, place, one.duty, one.opens, one.due, row)
    more: list[Cell] = []
    for duty in duties:
        more += _beside(state, position, day.toordinal(), duty, found)
    return sorted((*found.values(), *more), key=_BY_DUE)


def find_cells(
    state: State,
    day: date,
    opened: Sequence[int],
    *,
    low: int,
    high: int,
    wanted: Collection[Status],
    columns: Collection[int],
    beside: Mapping[int, Collection[str]],
) -> Iterator[Cell]:
    """Yield the windows that stand in one of the wanted ways, of units `low` up to `high`, by unit and then due day.

    `columns` are those that are asked about, `beside` the duties of which something stands beside, by position. Units
    are looked through in pieces, so that the first few cost little however many there are.
    """
    rows = frozenset(ROW[status] for status in wanted)
    masks = _masks(state.layout, opened, columns)
    kept, alone = {*columns, -1}, sorted(at for at in beside if low <= at < high)
    for first in range(low, high, _CHUNK):
        last = min(first + _CHUNK, high)
        places = first + np.flatnonzero(_hits(state, masks, rows, first, last))
        some = alone[bisect_left(alone, first) : bisect_left(alone, last)]
        for position in sorted({*places.tolist(), *some}):
            for cell in cells(state, position, day, opened, duties=beside.get(position, ())):
                if cell.row in rows and cell.column in kept:
                    yield cell


def _by_bits(state: State, position: int, opened: Sequence[int]) -> Iterator[tuple[int, int]]:
    layout, at = state.layout, state.classes.of[position]
    applies, nobody = _number(layout.applies[at]), _number(layout.unassigned[at])
    done, in_time = _number(state.done[:, position]), _number(state.in_time[:, position])
    bit = 1
    for place, row in enumerate(opened):
        if applies & bit:
            if in_time & bit:
                if not layout.columns[place].carried:
                    yield place, _MET
            elif done & bit:
                yield place, _LATE
            else:
                yield place, _UNASSIGNED if nobody & bit else row
        bit <<= 1


def _beside(state: State, position: int, today: int, duty: str, found: dict[int, Cell]) -> Iterator[Cell]:
    """Yield the windows of a duty that are judged by themselves, and take them, and what is excused, out of `found`."""
    excuses = state.beside.excuses.get((position, duty), ())
    singles = state.beside.singles.get((position, duty), ())
    begins = state.layout.begins.toordinal()
    for one in singles:
        if one.started or any(decided <= today for decided, _ in one.given):
            found.pop(one.column, None)
    for place, cell in list(found.items()):
        if cell.duty == duty and _excused(excuses, cell.due, today):
            del found[place]
            if not state.layout.columns[place].carried:
                yield Cell(position, place, duty, cell.opens, cell.due, ROW[Status.EXCUSED])
    for one in singles:
        if one.started or any(decided <= today for decided, _ in one.given):
            due, row = _judged(one, excuses, today, begins)
            if row is not None:
                yield Cell(position, one.column, duty, one.opens, due, row)


def _judged(
    one: Single, excuses: Iterable[tuple[int, int, int]], today: int, begins: int
) -> tuple[int, int | None]:
    """The due day that holds for a window judged by itself, and how it stands; None where it is not shown."""
    counting = [(decided, until) for decided, until in sorted(one.given) if decided <= today]
    due = counting[-1][1] if counting else one.due
    if _excused(excuses, one.due, today):
        return due, None if due < begins else ROW[Status.EXCUSED]
    if one.lapses and due < begins:
        return due, None
    if one.done is not None and one.done <= today:
        if due < begins and one.done < begins:
            return due, None
        late = one.done > due or (one.late and not counting)
        return due, _LATE if late else _MET
    if not one.assigned:
        return due, _UNASSIGNED
    status = open_status(left=due - today, opened=one.opens <= today, due_soon_days=one.soon)
    return due, ROW[status]


def _excused(excuses: Iterable[tuple[int, int, int]], due: int, today: int) -> bool:
    return any(since <= due <= until and decided <= today for since, until, decided in excuses)


def _masks(layout: Layout, opened: Sequence[int], columns: Collection[int]) -> dict[int | None, Bits]:
    """The asked columns by the status that they have while open; under None, all of them."""
    found: dict[int | None, Bits] = {None: np.zeros(layout.words, np.uint64)}
    for place in columns:
        bit = np.uint64(1 << place % 64)
        for key in (None, opened[place]):
            found.setdefault(key, np.zeros(layout.words, np.uint64))[place // 64] |= bit
    return found


def _hits(
    state: State, masks: Mapping[int | None, Bits], wanted: Collection[int], first: int, last: int
) -> NDArray[np.bool_]:
    """Tell, for the units of a piece, whether a window may stand in a wanted way by its bits."""
    layout, of = state.layout, state.classes.of[first:last]
    hit = np.zeros(last - first, np.bool_)
    for word in range(layout.words):
        done, in_time = state.done[word, first:last], state.in_time[word, first:last]
        applies, nobody = layout.applies[of, word], layout.unassigned[of, word]
        every = masks[None][word]
        if _MET in wanted:
            hit |= (in_time & every) != 0
        if _LATE in wanted:
            hit |= (done & ~in_time & every) != 0
        if _UNASSIGNED in wanted:
            hit |= (nobody & ~done & every) != 0
        for row, mask in masks.items():
            if row is not None and row in wanted:
                hit |= (applies & ~nobody & ~done & mask[word]) != 0
    return hit


def _number(row: Bits) -> int:
    """The words of a row as one number, the first in the lowest bits."""
    return int.from_bytes(row.astype("<u8").tobytes(), "little")
