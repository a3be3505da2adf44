"""A state from columns of records: all of them in one pass, in pieces of units that stay in the processor's cache.

A table says, for units that owe the same, by duty and day, which cell a record falls into and whether it is in time: a
record is then one look-up. What a day alone does not decide (windows that are named, or filled in turn) is left to
`State.recount`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from remit.rollup.layout import Layout, Series
from remit.rollup.state import State

__all__ = ["RecordColumns", "Tables", "make_tables", "rebuild"]

_PIECE = 4096  # units
_NONE = -1


@dataclass(frozen=True, slots=True)
class RecordColumns:
    """Records by unit in preorder: those of unit `p` are the rows `[starts[p], starts[p + 1])`.

    `duty` is a number in `duties`, `day` counts from `first`. None of them names a window.
    """

    duties: tuple[str, ...]
    first: date
    starts: NDArray[np.int64]
    duty: NDArray[np.integer]
    day: NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Tables:
    """Where a record falls: `cells[k][group, duty, day]` in the k-th series of the duty, -1 for nowhere.

    `groups` is by class. A cell is its column, and the row's width more where it is in time. `hard` are pairs of group
    and duty that a day alone does not decide.
    """

    groups: NDArray[np.int32]
    cells: tuple[NDArray[np.int32], ...]
    many: NDArray[np.int64]
    hard: NDArray[np.bool_]


def make_tables(layout: Layout, duties: Sequence[str], *, first: date, days: int) -> Tables:
    """Return the tables of a layout for the days from `first` on."""
    width = layout.words * 64
    numbers: dict[tuple[tuple[Series, ...], ...], int] = {}
    groups = np.array(
        [
            numbers.setdefault(tuple(one.get(duty, ()) for duty in duties), len(numbers))
            for one in layout.series
        ],
        np.int32,
    )
    depth = max((len(every) for owed in numbers for every in owed), default=0)
    cells = tuple(np.full((len(numbers), len(duties), days), _NONE, np.int32) for _ in range(depth))
    hard = np.zeros((len(numbers), len(duties)), np.bool_)
    for owed, group in numbers.items():
        for number, every in enumerate(owed):
            hard[group, number] = any(one.together for one in every)
            if not hard[group, number]:
                for place, one in enumerate(every):
                    _fill(cells[place][group, number], one, layout, first.toordinal(), width)
    many = np.array([column.needed if column.needed > 1 else 0 for column in layout.columns], np.int64)
    return Tables(groups, cells, many, hard)


def rebuild(state: State, records: RecordColumns, *, until: date | None = None) -> list[tuple[int, int]]:
    """Set the bits of every unit from its records, or from those up to a day.

    Returns the positions and duty numbers that a day alone does not decide: these are to be recounted.
    """
    layout = state.layout
    days = int(records.day.max(initial=0)) + 1
    made = make_tables(layout, records.duties, first=records.first, days=days)
    last = days if until is None else (until - records.first).days
    hard: list[tuple[int, int]] = []
    for low in range(0, len(state.classes.of), _PIECE):
        high = min(low + _PIECE, len(state.classes.of))
        rows = slice(int(records.starts[low]), int(records.starts[high]))
        sizes = np.diff(records.starts[low : high + 1])
        unit = np.repeat(np.arange(high - low, dtype=np.int32), sizes)
        group = np.repeat(made.groups[state.classes.of[low:high]], sizes)
        piece = _Piece(unit, group, records.duty[rows], records.day[rows])
        if last < days:
            piece = piece.where(piece.day <= last)
        if made.hard.any():
            met = np.flatnonzero(made.hard[piece.group, piece.duty])
            hard += {(low + int(piece.unit[at]), int(piece.duty[at])) for at in met}
        done, in_time = _piece_bits(piece, made, high - low, layout)
        state.done[:, low:high], state.in_time[:, low:high] = done.T, in_time.T
    return sorted(set(hard))


@dataclass(frozen=True, slots=True)
class _Piece:
    unit: NDArray[np.int32]
    group: NDArray[np.int32]
    duty: NDArray[np.integer]
    day: NDArray[np.integer]

    def where(self, kept: NDArray[np.bool_]) -> _Piece:
        return _Piece(self.unit[kept], self.group[kept], self.duty[kept], self.day[kept])


def _piece_bits(
    piece: _Piece, made: Tables, units: int, layout: Layout
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    width = layout.words * 64
    cells = np.zeros((units, 2, width), np.uint8)
    flat = cells.reshape(-1)
    for table in made.cells:
        _, duties, days = table.shape
        at = (piece.group * duties + piece.duty) * days + piece.day
        cell = table.reshape(-1)[at]
        kept = cell >= 0
        unit, cell = piece.unit[kept], cell[kept]
        if made.many.any():
            one = made.many[cell % width] == 0
            _count_many(cells, unit[~one], cell[~one], made.many, width)
            unit, cell = unit[one], cell[one]
        flat[unit.astype(np.int64) * (2 * width) + cell] = 1
    packed = np.packbits(cells, axis=2, bitorder="little").view("<u8")
    in_time = packed[:, 1, :]
    return packed[:, 0, :] | in_time, in_time


def _count_many(
    cells: NDArray[np.uint8],
    unit: NDArray[np.int32],
    cell: NDArray[np.int32],
    many: NDArray[np.int64],
    width: int,
) -> None:
    """Set the cells of windows that need several records, where they have as many."""
    if not len(unit):
        return
    places = np.flatnonzero(many)
    number = np.zeros(len(many), np.int64)
    number[places] = np.arange(len(places))
    column, in_time = cell % width, cell // width
    at = (unit.astype(np.int64) * 2 + in_time) * len(places) + number[column]
    counts = np.bincount(at, minlength=len(cells) * 2 * len(places)).reshape(len(cells), 2, len(places))
    cells[:, 1, places] |= counts[:, 1] >= many[places]
    cells[:, 0, places] |= counts.sum(axis=1) >= many[places]


def _fill(days: NDArray[np.int32], series: Series, layout: Layout, first: int, width: int) -> None:
    """Fill the row of a duty: each window takes the days from its opening to the next one's, up to the series' end."""
    bounds = [*series.opens[1:], series.end + 1]
    for opens, column, following in zip(series.opens, series.columns, bounds, strict=True):
        if column < 0:
            continue
        low, high = max(opens - first, 0), min(following, series.end + 1) - first
        limit = layout.columns[column].limit - first + 1
        if high > low:
            days[low:high] = column
            days[low : max(low, min(high, limit))] = column + width
