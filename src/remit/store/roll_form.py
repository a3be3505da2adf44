"""A roll-up in memory: the packed state of a year, what places units in it, and how far the database is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from remit.core.adoption import Adoption
from remit.core.workday import WorkCalendar
from remit.rollup.state import Counts, State, sum_subtrees
from remit.store import load
from remit.store.roll_structure import EVERYWHERE, Structure

__all__ = ["Marks", "Roll"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Up to which row the tables that a roll-up follows were taken in, by key."""

    record: int = 0
    correction: int = 0
    excuse: int = 0
    extension: int = 0
    unit: int = 0


@dataclass(slots=True)
class Roll:
    """The state of a year with what places units in it: `los` are their numbers in preorder, `ends` where subtrees end.

    `keys` are the units' keys. `seq` and `leaf` are the line of the journal up to which it is true, `latest` the day of
    the last record in it, `met` how many records were counted.
    """

    year: int
    until: date | None
    state: State
    los: NDArray[np.int64]
    ends: NDArray[np.int64]
    keys: NDArray[np.int64]
    seq: int = 0
    leaf: str = ""
    marks: Marks = field(default_factory=Marks)
    latest: date = date.min
    met: int = 0
    lock: RLock = field(default_factory=RLock, repr=False, compare=False)
    _sums: tuple[date, Counts] | None = field(default=None, repr=False)
    _ground: tuple[tuple[Adoption, ...], WorkCalendar] | None = field(default=None, repr=False)

    @classmethod
    def empty(cls, structure: Structure, *, year: int, until: date | None) -> Roll:
        """Return the roll-up of units that have done nothing."""
        state = State.empty(structure.layout, structure.classes)
        roll = cls(year, until, state, structure.los, structure.ends, structure.keys)
        roll._ground = structure.adoptions, structure.calendar
        return roll

    @property
    def adoptions(self) -> tuple[Adoption, ...]:
        """Every adoption; read again where the state was not made by this process."""
        return self._grounds()[0]

    @property
    def calendar(self) -> WorkCalendar:
        """The working-day calendar by which the state was laid out."""
        return self._grounds()[1]

    def _grounds(self) -> tuple[tuple[Adoption, ...], WorkCalendar]:
        if self._ground is None:
            self._ground = load.adoptions(EVERYWHERE), load.calendar()
        return self._ground

    def position(self, lo: int) -> int:
        """Return the place in preorder of the unit with a number."""
        return int(np.searchsorted(self.los, lo))

    def own(self, day: date, lo: int) -> list[int]:
        """Return a unit's own counts by status on a day."""
        at = self.position(lo)
        with self.lock:
            return [int(n) for n in self.state.count(day, low=at, high=at + 1)[:, 0]]

    def draft(self) -> Roll:
        """Return a roll-up in which more can be taken in, while others ask this one. It shares the bits."""
        return replace(self, state=replace(self.state, beside=self.state.beside.copy()))

    def accept(self, draft: Roll) -> None:
        """Become what a draft has become."""
        with self.lock:
            self.state, self.marks = draft.state, draft.marks
            self.latest, self.met = draft.latest, draft.met
            self._sums = None

    def counts(self, day: date, los: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Yield own counts and those of the whole subtree, by status, of units by their numbers, in preorder.

        The sums of a day are kept for the next question.
        """
        if not los:
            return
        at = np.searchsorted(self.los, np.array(los, np.int64))
        low = int(at[0])
        with self.lock:
            if self._sums is None or self._sums[0] != day:
                self._sums = (day, sum_subtrees(self.state.count(day), self.ends))
            own = self.state.count(day, low=low, high=int(at[-1]) + 1)[:, at - low]
            sums = self._sums[1][:, at]
        yield from zip(own.T.tolist(), sums.T.tolist(), strict=True)
