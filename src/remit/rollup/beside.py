"""What is kept beside the bits, as it is few: what was excused, and windows that are judged by themselves.

Both are counted by columns too, so that some ten thousand of them cost a question little. What a window's bits say of
it is taken away, and what holds instead is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from remit.core.status import Status, open_status
from remit.rollup.layout import Bits, Classes, Layout

__all__ = ["ROW", "STATUSES", "Beside", "Changes", "Planes", "Single"]

STATUSES = tuple(Status)
"""The order of the rows of counts."""

ROW: Mapping[Status, int] = {status: row for row, status in enumerate(STATUSES)}
_NEVER = int(np.iinfo(np.int32).max)
_HIDDEN = -1

Days = NDArray[np.int32]
Places = NDArray[np.int64]
Changes = tuple[Places, Places, int]
"""Positions of units, rows of statuses, and what is to be added to each of these counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """A window judged by itself: one that a record started, or that was given more time. Days are ordinal days.

    `done` is the day on which it was met, None while it is open; `late` says that this was after a limit in hours.
    `given` are the decisions on more time, by the day of deciding: that day, and the due day given. `lapses` says that
    its rhythm moves on when the year does. `column` shows it where it was not `started` and no decision counts yet.
    """

    opens: int
    due: int
    soon: int
    assigned: bool
    done: int | None = None
    late: bool = False
    lapses: bool = False
    started: bool = False
    column: int = -1
    given: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Planes:
    """The bits of a state with its layout: what is asked of them about single windows."""

    layout: Layout
    classes: Classes
    done: Bits
    in_time: Bits


@dataclass(frozen=True, slots=True)
class _Excused:
    """Windows with a column that were excused, by position: that counts from `since` on, before the day `ends`.

    From then on the window is judged by itself.
    """

    position: Places
    duty: Places
    column: Places
    since: Days
    ends: Days


@dataclass(frozen=True, slots=True)
class _Judged:
    """Single windows by position, and the decisions on more time in the order in which the last one counts."""

    position: Places
    duty: Places
    column: Places
    opens: Days
    due: Days
    soon: Days
    done: Days
    since: Days
    excused: Days
    assigned: NDArray[np.bool_]
    late: NDArray[np.bool_]
    lapses: NDArray[np.bool_]
    of: Places
    decided: Days
    until: Days


@dataclass(slots=True)
class Beside:
    """Excuses (first and last due day, day of deciding) and single windows, by position and duty."""

    excuses: dict[tuple[int, str], list[tuple[int, int, int]]] = field(default_factory=dict)
    singles: dict[tuple[int, str], tuple[Single, ...]] = field(default_factory=dict)
    _made: tuple[dict[str, int], _Excused, _Judged] | None = field(default=None, repr=False, compare=False)

    def excuse(self, position: int, duty: str, *, since: int, until: int, decided: int) -> None:
        """Take in that a unit need not do what falls due for a duty between two ordinal days, both included."""
        self.excuses.setdefault((position, duty), []).append((since, until, decided))
        self._made = None

    def place(self, position: int, duty: str, singles: Iterable[Single]) -> None:
        """Take in the windows of a duty at a unit that are judged by themselves, in place of those known."""
        some = tuple(singles)
        if some:
            self.singles[position, duty] = some
        else:
            self.singles.pop((position, duty), None)
        self._made = None

    def copy(self) -> Beside:
        """Return another one that holds the same."""
        return Beside({key: list(some) for key, some in self.excuses.items()}, dict(self.singles))

    def clear(self) -> None:
        """Forget all of it."""
        self.excuses.clear()
        self.singles.clear()
        self._made = None

    def changes(
        self, planes: Planes, *, low: int, high: int, today: int, duty: str = ""
    ) -> Iterator[Changes]:
        """Yield what an ordinal day's counts by bits have to be changed by, for positions from `low` up to `high`."""
        if not self.excuses and not self.singles:
            return
        duties, excused, judged = self._columns(planes)
        if duty and duty not in duties:
            return
        number = duties[duty] if duty else None
        yield from _excused_changes(excused, planes, _chosen(excused, low, high, number), today)
        yield from _judged_changes(judged, planes, _chosen(judged, low, high, number), today)

    def _columns(self, planes: Planes) -> tuple[dict[str, int], _Excused, _Judged]:
        if self._made is None:
            duties: dict[str, int] = {}
            for _, duty in (*self.excuses, *self.singles):
                duties.setdefault(duty, len(duties))
            self._made = duties, self._excused(planes, duties), self._judged(duties)
        return self._made

    def _excused(self, planes: Planes, duties: Mapping[str, int]) -> _Excused:
        places: dict[str, list[int]] = {}
        for place, column in enumerate(planes.layout.columns):
            places.setdefault(column.duty, []).append(place)
        cells = []
        for (position, duty), excuses in self.excuses.items():
            applies = planes.layout.applies[planes.classes.of[position]]
            ends = {one.column: _begins(one) for one in self.singles.get((position, duty), ())}
            for place in places.get(duty, ()):
                since = _excused_since(excuses, planes.layout.columns[place].due)
                if since < _NEVER and applies[place // 64] >> np.uint64(place % 64) & np.uint64(1):
                    cells.append((position, duties[duty], place, since, ends.get(place, _NEVER)))
        table = np.array(sorted(cells), np.int64).reshape(-1, 5)
        days = table.astype(np.int32)
        return _Excused(table[:, 0], table[:, 1], table[:, 2], days[:, 3], days[:, 4])

    def _judged(self, duties: Mapping[str, int]) -> _Judged:
        rows: list[tuple[int, ...]] = []
        given: list[tuple[int, int, int]] = []
        for (position, duty), singles in sorted(self.singles.items()):
            excuses = self.excuses.get((position, duty), ())
            for one in singles:
                given += [(len(rows), decided, until) for decided, until in sorted(one.given)]
                done = _NEVER if one.done is None else one.done
                dated = (one.opens, one.due, one.soon, done, _begins(one), _excused_since(excuses, one.due))
                rows.append((position, duties[duty], one.column, *dated, one.assigned, one.late, one.lapses))
        table = np.array(rows, np.int64).reshape(-1, 12)
        days = table.astype(np.int32)
        flags = table.astype(np.bool_)
        more = np.array(given, np.int64).reshape(-1, 3)
        return _Judged(
            position=table[:, 0],
            duty=table[:, 1],
            column=table[:, 2],
            opens=days[:, 3],
            due=days[:, 4],
            soon=days[:, 5],
            done=days[:, 6],
            since=days[:, 7],
            excused=days[:, 8],
            assigned=flags[:, 9],
            late=flags[:, 10],
            lapses=flags[:, 11],
            of=more[:, 0],
            decided=more[:, 1].astype(np.int32),
            until=more[:, 2].astype(np.int32),
        )


def _excused_since(excuses: Iterable[tuple[int, int, int]], due: int) -> int:
    return min((decided for since, until, decided in excuses if since <= due <= until), default=_NEVER)


def _begins(one: Single) -> int:
    """Return the day from which a window is judged by itself."""
    return 0 if one.started else min((decided for decided, _ in one.given), default=_NEVER)


def _chosen(some: _Excused | _Judged, low: int, high: int, duty: int | None) -> Places:
    first, last = np.searchsorted(some.position, (low, high)).tolist()
    found = np.arange(first, last)
    return found if duty is None else found[some.duty[first:last] == duty]


def _excused_changes(some: _Excused, planes: Planes, at: Places, today: int) -> Iterator[Changes]:
    at = at[(some.since[at] <= today) & (today < some.ends[at])]
    if not len(at):
        return
    position, column = some.position[at], some.column[at]
    counted = _counted(planes, position, column, today)
    yield position[counted != _HIDDEN], counted[counted != _HIDDEN], -1
    carried = np.array([one.carried for one in planes.layout.columns])
    new = position[~carried[column]]
    yield new, np.full(len(new), ROW[Status.EXCUSED]), 1


def _judged_changes(some: _Judged, planes: Planes, at: Places, today: int) -> Iterator[Changes]:
    at = at[some.since[at] <= today]
    if not len(at):
        return
    shown = at[some.column[at] >= 0]
    counted = _counted(planes, some.position[shown], some.column[shown], today)
    yield some.position[shown][counted != _HIDDEN], counted[counted != _HIDDEN], -1
    rows = _judge(some, at, planes.layout.begins.toordinal(), today)
    yield some.position[at][rows != _HIDDEN], rows[rows != _HIDDEN], 1


def _judge(some: _Judged, at: Places, begins: int, today: int) -> Places:
    """Return the rows of single windows' statuses on a day."""
    due, more = _due(some, today)
    due, more, done = due[at], more[at], some.done[at]
    finished, before = done <= today, due < begins
    rows = np.where((done > due) | (some.late[at] & ~more), ROW[Status.LATE], ROW[Status.MET])
    rows[finished & before & (done < begins)] = _HIDDEN
    nobody = ~finished & ~some.assigned[at]
    rows[nobody] = ROW[Status.UNASSIGNED]
    still = np.flatnonzero(~finished & some.assigned[at])
    days = zip(
        due[still].tolist(), some.opens[at][still].tolist(), some.soon[at][still].tolist(), strict=True
    )
    rows[still] = [
        ROW[open_status(left=last - today, opened=opens <= today, due_soon_days=soon)]
        for last, opens, soon in days
    ]
    excused = some.excused[at] <= today
    rows[excused] = ROW[Status.EXCUSED]
    rows[(excused | some.lapses[at]) & before] = _HIDDEN
    return rows


def _due(some: _Judged, today: int) -> tuple[Days, NDArray[np.bool_]]:
    """Return the due days that hold on a day, and where they were given: the decision made last counts."""
    last = np.full(len(some.due), -1)
    known = np.flatnonzero(some.decided <= today)
    np.maximum.at(last, some.of[known], known)
    more = last >= 0
    due = some.due.copy()
    due[more] = some.until[last[more]]
    return due, more


def _counted(planes: Planes, position: Places, column: Places, today: int) -> Places:
    """Return the rows under which windows were counted by their bits."""
    columns = planes.layout.columns
    word, bit = column // 64, (column % 64).astype(np.uint64)
    rows = np.array(
        [
            ROW[open_status(left=c.due - today, opened=c.opens <= today, due_soon_days=c.soon)]
            for c in columns
        ],
        np.int64,
    )[column]
    carried = np.array([one.carried for one in columns], np.bool_)[column]
    nobody = planes.layout.unassigned[planes.classes.of[position], word]
    rows[_bit(nobody, bit)] = ROW[Status.UNASSIGNED]
    rows[_bit(planes.done[word, position], bit)] = ROW[Status.LATE]
    in_time = _bit(planes.in_time[word, position], bit)
    rows[in_time] = ROW[Status.MET]
    rows[in_time & carried] = _HIDDEN
    return rows


def _bit(words: Bits, bit: Bits) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (words >> bit & np.uint64(1)).astype(np.bool_)
    return found
