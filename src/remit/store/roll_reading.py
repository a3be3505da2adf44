"""What single windows of the roll-up are about, and counts of some units: what pages ask of it.

Everything here follows from a roll-up at a line of the journal, and is let go of when either changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

import numpy as np

from remit.core.adoption import end_superseded
from remit.core.duty import Duty
from remit.core.regime import Regime, RegimeClause, duties_in_force, duty_reference
from remit.core.standing import Status
from remit.rollup.beside import ROW, STATUSES
from remit.rollup.cells import Cell, cells, find_cells, open_statuses
from remit.rollup.layout import Layout
from remit.rollup.state import Counts
from remit.store.roll import Roll, roll_on

__all__ = ["Due", "Own", "Reading", "Words", "read_roll"]

Words = tuple[Regime, RegimeClause, Duty]

_KEPT = 3
_MOST_COUNTS = 2048
_LARGE = 4096  # units: the counts of a subtree of more are kept until the next line of the journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A window that a unit owes, and how it stands. `window` is empty where a record started it.

    `lo` is the unit's number in preorder; `more` are further windows of the same duty, unit and status.
    """

    lo: int
    status: Status
    regime: Regime
    clause: tuple[str, ...]
    duty: Duty
    window: str
    opens: date
    due: date
    more: int = 0

    @property
    def reference(self) -> str:
        """The duty as a record names it, `REGIME/DUTY`."""
        return duty_reference(self.regime, self.duty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What a unit itself owes: counts in the order of `Status`, and the first duties that are open."""

    figures: tuple[int, ...]
    first: tuple[Due, ...]


@dataclass(slots=True)
class Reading:
    """A roll-up as it is at a line of the journal. `words` are by duty; `beside` by position, see `cells`."""

    roll: Roll
    seq: int
    layout: Layout
    words: dict[tuple[int, str], Words]
    latest: dict[str, Words]
    beside: dict[int, frozenset[str]]
    _opened: dict[date, tuple[int, ...]] = field(default_factory=dict, repr=False)
    _counts: dict[tuple[object, ...], list[list[int]]] = field(default_factory=dict, repr=False)

    def subtrees(self, day: date, lo: int, below: Sequence[int], *, duty: str = "") -> list[list[int]]:
        """Return counts by status of a unit's subtree and of those of units below it, all by number in preorder.

        With a `duty`, of that duty alone. One pass over the unit's subtree; of a large one, kept.
        """
        low = self.roll.position(lo)
        high = int(self.roll.ends[low])
        if high - low <= _LARGE:
            return self._sums(day, low, high, below, duty)
        key = (day, lo, tuple(below), duty)
        found = self._counts.get(key)
        if found is None:
            if len(self._counts) >= _MOST_COUNTS:
                self._counts.clear()
            found = self._counts[key] = self._sums(day, low, high, below, duty)
        return found

    def _sums(self, day: date, low: int, high: int, below: Sequence[int], duty: str) -> list[list[int]]:
        counts = self.roll.state.count(day, low=low, high=high, duty=duty)
        found = [[int(n) for n in counts.sum(axis=1)]]
        if below:
            at = np.searchsorted(self.roll.los, np.array(below, np.int64))
            found += _between(counts, at - low, self.roll.ends[at] - low)
        return found

    def owed(self, day: date, lo: int, *, open_in: Collection[Status], most: int) -> Own:
        """Return what a unit itself owes on a day: counts by status, and the first `most` duties that are open.

        `open_in` are the statuses of what is open. Of each duty and status the window due first stands for all.
        """
        position = self.roll.position(lo)
        found = cells(self.roll.state, position, day, self._open(day), duties=self.beside.get(position, ()))
        figures, wanted = [0] * len(STATUSES), {ROW[status] for status in open_in}
        groups: dict[tuple[str, int], list[Cell]] = {}
        for cell in found:
            figures[cell.row] += 1
            if cell.row in wanted and cell.duty in self.latest:
                groups.setdefault((cell.duty, cell.row), []).append(cell)
        first = (self._due(some[0], more=len(some) - 1) for some in groups.values())
        return Own(figures=tuple(figures), first=tuple(islice(first, most)))

    def ledger(
        self,
        day: date,
        lo: int,
        *,
        whole: bool,
        wanted: Collection[Status],
        duty: str = "",
        window: str = "",
        after: tuple[int, int] = (-1, 0),
        limit: int,
    ) -> list[Due]:
        """Return up to `limit` windows of a unit (`whole`: and of all below it), by unit in preorder and due day.

        `after` is the number of the unit to go on with, and how many of its windows were seen.
        """
        low = self.roll.position(max(lo, after[0]))
        at = self.roll.position(lo)
        high = int(self.roll.ends[at]) if whole else at + 1
        columns = [
            place
            for place, one in enumerate(self.layout.columns)
            if duty in {"", one.duty} and window in {"", one.window}
        ]
        found = find_cells(
            self.roll.state,
            day,
            self._open(day),
            low=low,
            high=high,
            wanted=wanted,
            columns=columns,
            beside=self.beside,
        )
        chosen = (
            cell
            for cell in found
            if self._known(cell) and duty in {"", cell.duty} and (cell.column >= 0 or not window)
        )
        return [self._due(cell) for cell in islice(_skip(chosen, low, after[1]), limit)]

    def duties(self, lo: int, *, whole: bool) -> dict[str, Words]:
        """Return the duties with windows that a unit (`whole`: or any below it) can owe in this year, by reference."""
        low = self.roll.position(lo)
        high = int(self.roll.ends[low]) if whole else low + 1
        classes = np.unique(self.roll.state.classes.of[low:high])
        applies = [int(word) for word in np.bitwise_or.reduce(self.layout.applies[classes], axis=0)]
        columns = enumerate(self.layout.columns)
        found = (one.duty for place, one in columns if applies[place // 64] >> place % 64 & 1)
        return {one: self.latest[one] for one in dict.fromkeys(found) if one in self.latest}

    def windows(self, duty: str) -> tuple[str, ...]:
        """Return the windows of a duty in this year, in the order in which they fall due."""
        some = sorted((one.due, one.window) for one in self.layout.columns if one.duty == duty)
        return tuple(dict.fromkeys(window for _, window in some))

    def _open(self, day: date) -> tuple[int, ...]:
        if day not in self._opened:
            self._opened[day] = open_statuses(self.layout, day)
        return self._opened[day]

    def _known(self, cell: Cell) -> bool:
        return cell.duty in self.latest

    def _due(self, cell: Cell, *, more: int = 0) -> Due:
        column = self.layout.columns[cell.column] if cell.column >= 0 else None
        key = (column.adoption, cell.duty) if column else (-1, cell.duty)
        regime, clause, duty = self.words.get(key) or self.latest[cell.duty]
        return Due(
            lo=int(self.roll.los[cell.position]),
            status=cell.status,
            regime=regime,
            clause=clause.ref,
            duty=duty,
            window=column.window if column else "",
            opens=date.fromordinal(cell.opens),
            due=date.fromordinal(cell.due),
            more=more,
        )


_readings: list[Reading] = []


def read_roll(day: date) -> Reading:
    """Return the roll-up of a day, up to date with the journal, ready to be asked; one query where nothing is new."""
    roll = roll_on(day)
    for reading in _readings:
        if reading.roll is roll and reading.seq == roll.seq and reading.layout is roll.state.layout:
            return reading
    reading = _read(roll)
    _readings[:] = [reading, *(one for one in _readings if one.roll is not roll)][:_KEPT]
    return reading


def _read(roll: Roll) -> Reading:
    old = next((one for one in _readings if one.roll is roll and one.layout is roll.state.layout), None)
    words: dict[tuple[int, str], Words] = old.words if old else {}
    latest: dict[str, Words] = old.latest if old else {}
    if old is None:
        for place, adoption in enumerate(end_superseded(roll.adoptions)):
            for clause, duty in duties_in_force(adoption.regime):
                reference = duty_reference(adoption.regime, duty)
                words[place, reference] = latest[reference] = (adoption.regime, clause, duty)
    kept = roll.state.beside
    beside: dict[int, set[str]] = {}
    for position, duty_name in (*kept.excuses, *kept.singles):
        beside.setdefault(position, set()).add(duty_name)
    return Reading(
        roll=roll,
        seq=roll.seq,
        layout=roll.state.layout,
        words=words,
        latest=latest,
        beside={at: frozenset(some) for at, some in beside.items()},
    )


def _between(counts: Counts, lows: Iterable[int], highs: Iterable[int]) -> list[list[int]]:
    before = np.zeros((counts.shape[0], counts.shape[1] + 1), np.int64)
    np.cumsum(counts, axis=1, out=before[:, 1:])
    found: list[list[int]] = (before[:, list(highs)] - before[:, list(lows)]).T.tolist()
    return found


def _skip(found: Iterator[Cell], position: int, count: int) -> Iterator[Cell]:
    """Leave out the first so many windows of a unit."""
    for cell in found:
        if count and cell.position == position:
            count -= 1
            continue
        yield cell
