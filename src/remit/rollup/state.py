"""Where very many units stand: two bits for each unit and window, from which any day from the last record on is read.

Overdue and due soon are functions of the day, so that time passing changes nothing here. The state is derived: it can
be rebuilt from the records at any time, and a record changes one cell of it. The statuses are those of
`remit.core.standing`, unit by unit; a test compares them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from remit.core.status import Status, open_status
from remit.rollup.beside import ROW, STATUSES, Beside, Planes, Single
from remit.rollup.layout import Bits, Classes, Layout, Series

__all__ = ["STATUSES", "Asked", "Counts", "Deeds", "State", "asked_of", "sum_subtrees"]

Counts = NDArray[np.int32]
"""Counts by status (rows, in the order of `STATUSES`) and unit (columns)."""

_KEPT = 512  # questions whose masks are kept: some days by some hundred duties


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a unit's records did for one duty: ordinal day, reference, and the window they name, if they name one."""

    done: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks of a layout, on a day and perhaps about one duty: columns as masks.

    `every` are all of them, `this_year` those not carried over; `opened` by the status that they have while open, and
    `owed` how many of these each class of units owes.
    """

    layout: Layout
    every: Bits
    this_year: Bits
    opened: dict[Status, Bits]
    owed: dict[Status, NDArray[np.int32]]


@dataclass(slots=True)
class State:
    """The two bits of every unit and column, and what is kept beside them.

    `done` says that a window has what it needs, `in_time` that it had it by the column's limit. A row is a word of 64
    columns, with one place for each unit in preorder, so that a word of very many units lies together.
    """

    layout: Layout
    classes: Classes
    done: Bits
    in_time: Bits
    beside: Beside = field(default_factory=Beside)
    _asked: dict[tuple[int, str], Asked] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def empty(cls, layout: Layout, classes: Classes) -> State:
        """Return the state of units that have done nothing."""
        shape = (layout.words, len(classes.of))
        return cls(layout, classes, np.zeros(shape, np.uint64), np.zeros(shape, np.uint64))

    @property
    def size(self) -> int:
        """The bytes of the arrays."""
        return self.done.nbytes + self.in_time.nbytes + self.classes.of.nbytes

    def add(self, position: int, duty: str, day: int) -> bool:
        """Take in one record, on an ordinal day, that names no window; False where `recount` has to do it."""
        every = self.layout.series[self.classes.of[position]].get(duty, ())
        if any(one.together for one in every):
            return False
        cells = []
        for one in every:
            column = _latest(one, day)
            if column >= 0:
                if self.layout.columns[column].needed > 1:
                    return False
                cells.append(column)
        for column in cells:
            self._set(position, column, in_time=day <= self.layout.columns[column].limit)
        return True

    def recount(self, position: int, duty: str, deeds: Deeds) -> None:
        """Work out anew what a unit did for a duty, from all its records of it in the year and the one before."""
        for one in self.layout.series[self.classes.of[position]].get(duty, ()):
            matched = _match(one, deeds, self.layout)
            for column in one.columns:
                if column >= 0:
                    self._clear(position, column)
                    days = sorted(matched.get(column, ()))
                    wanted = self.layout.columns[column]
                    if len(days) >= wanted.needed:
                        self._set(position, column, in_time=days[wanted.needed - 1] <= wanted.limit)

    def judge_alone(self, position: int, duty: str, windows: Mapping[str, Single]) -> None:
        """Take in the windows of a duty at a unit that are judged by themselves, in place of those known."""
        every = self.layout.series[self.classes.of[position]].get(duty, ())
        places = {self.layout.columns[c].window: c for one in every for c in one.columns if c >= 0}
        singles = (replace(one, column=places.get(window, -1)) for window, one in windows.items())
        self.beside.place(position, duty, singles)

    def count(self, day: date, *, low: int = 0, high: int | None = None, duty: str = "") -> Counts:
        """Return counts by status and unit, for the units from position `low` up to `high`, on a day of the year.

        The day is not before the last record taken in. With a `duty`, of that duty alone.
        """
        high = len(self.classes.of) if high is None else high
        today = day.toordinal()
        asked = self._ask(today, duty)
        done, in_time = self.done[:, low:high], self.in_time[:, low:high]
        of = self.classes.of[low:high]
        counts = np.zeros((len(STATUSES), high - low), np.int32)
        counts[ROW[Status.MET]] = _popcount(in_time, asked.this_year)
        counts[ROW[Status.LATE]] = _popcount(done, asked.every) - _popcount(in_time, asked.every)
        for status, mask in asked.opened.items():
            counts[ROW[status]] = asked.owed[status][of] - _popcount(done, mask)
        self._move_unassigned(counts, asked.opened, done, of)
        planes = Planes(self.layout, self.classes, self.done, self.in_time)
        for positions, rows, more in self.beside.changes(planes, low=low, high=high, today=today, duty=duty):
            np.add.at(counts, (rows, positions - low), more)
        return counts

    def _ask(self, today: int, duty: str) -> Asked:
        """Return the masks of a question; those of the last ones are kept, as pages ask the same again and again."""
        key = (today, duty)
        found = self._asked.get(key)
        if found is None or found.layout is not self.layout:
            if len(self._asked) >= _KEPT:
                self._asked.clear()
            found = self._asked[key] = asked_of(self.layout, today, duty)
        return found

    def _move_unassigned(
        self, counts: Counts, masks: dict[Status, Bits], done: Bits, of: NDArray[np.int32]
    ) -> None:
        nobody = self.layout.unassigned
        bearing: NDArray[np.bool_] = np.any(nobody, axis=1)
        units = np.flatnonzero(bearing[of])
        if not len(units):
            return
        rows = nobody[of[units]]
        for status, mask in masks.items():
            still = np.bitwise_count(rows & ~done[:, units].T & mask).sum(axis=1, dtype=np.int32)
            counts[ROW[status], units] -= still
            counts[ROW[Status.UNASSIGNED], units] += still

    def _set(self, position: int, column: int, *, in_time: bool) -> None:
        word, bit = column // 64, np.uint64(1 << column % 64)
        self.done[word, position] |= bit
        if in_time:
            self.in_time[word, position] |= bit

    def _clear(self, position: int, column: int) -> None:
        word, bit = column // 64, ~np.uint64(1 << column % 64)
        self.done[word, position] &= bit
        self.in_time[word, position] &= bit


def asked_of(layout: Layout, today: int, duty: str = "") -> Asked:
    """Return the masks of a question about an ordinal day, and with a `duty` about that duty alone."""
    columns = [p for p, c in enumerate(layout.columns) if not duty or c.duty == duty]
    opened = {status: mask for status, mask in _masks(layout, columns, today).items() if mask.any()}
    return Asked(
        layout=layout,
        every=_mask(layout.words, columns),
        this_year=_mask(layout.words, [p for p in columns if not layout.columns[p].carried]),
        opened=opened,
        owed={status: _popcount(layout.applies.T, mask) for status, mask in opened.items()},
    )


def sum_subtrees(counts: Counts, ends: NDArray[np.int64]) -> Counts:
    """Return the counts of every unit's whole subtree; unit `p`'s are the positions `[p, ends[p])`."""
    sums = np.zeros_like(counts)
    before = np.zeros(counts.shape[1] + 1, counts.dtype)
    for row, own in enumerate(counts):
        if own.any():
            np.cumsum(own, out=before[1:])
            np.take(before, ends, out=sums[row])
            sums[row] -= before[:-1]
    return sums


def _latest(series: Series, day: int) -> int:
    if day > series.end:
        return -1
    place = bisect_right(series.opens, day) - 1
    return series.columns[place] if place >= 0 else -1


def _match(series: Series, deeds: Deeds, layout: Layout) -> dict[int, list[int]]:
    """Return the days of the records that count for each column of a series, as `core.counting` has them."""
    names = {layout.columns[c].window: c for c in series.columns if c >= 0}
    matched: dict[int, dict[str, int]] = {}
    filled = [0] * len(series.opens)
    turn: dict[int, int] = {}
    for day, ref, window in sorted(deeds.done):
        if window:
            if window in names:
                matched.setdefault(names[window], {})[ref] = day
            continue
        last = bisect_right(series.opens, day) - 1
        if last < 0 or day > series.end:
            continue
        at = turn.get(series.opens[last], series.opens.index(series.opens[last]))
        while at < last and filled[at] >= series.needed[at]:
            at += 1
        turn[series.opens[last]] = at
        filled[at] += 1
        if series.columns[at] >= 0:
            matched.setdefault(series.columns[at], {})[ref] = day
    return {column: list(days.values()) for column, days in matched.items()}


def _masks(layout: Layout, columns: Sequence[int], today: int) -> dict[Status, Bits]:
    """Return, for each status that an open window can have on a day, the columns that have it."""
    found: dict[Status, list[int]] = {Status.OVERDUE: [], Status.DUE_SOON: [], Status.UPCOMING: []}
    for place in columns:
        column = layout.columns[place]
        left, opened = column.due - today, column.opens <= today
        found[open_status(left=left, opened=opened, due_soon_days=column.soon)].append(place)
    return {status: _mask(layout.words, places) for status, places in found.items()}


def _mask(words: int, places: Iterable[int]) -> Bits:
    mask = np.zeros(words, np.uint64)
    for place in places:
        mask[place // 64] |= np.uint64(1 << place % 64)
    return mask


def _popcount(words: Bits, mask: Bits) -> NDArray[np.int32]:
    """Return, for each unit, how many of a mask's bits are set in its column of words."""
    total = np.zeros(words.shape[1], np.int32)
    for word, wanted in zip(words, mask, strict=True):
        if wanted:
            total += np.bitwise_count(word & wanted)
    return total
