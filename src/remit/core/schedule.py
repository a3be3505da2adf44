"""What falls due when: the occurrences of adopted duties, from their cadences, deadlines and triggers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from remit.core.assignment import Adoption
from remit.core.post import Directory
from remit.core.problem import Problem
from remit.core.record import Record
from remit.core.workday import WorkCalendar

__all__ = ["Occurrence", "occurrences"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A duty that a unit owes in one window.

    `window` names it: 2026, 2026H1, 2026Q3, 2026-06, 2026-W05, 2026-06-30, 2026-2027, 2026-autumn, or `on:RECORD`
    for one that a record started. `opens` and `due` are days, both included; `needed` how many records meet it.
    `clause` is the path of numbers of the clause that asks for it. `rhythm` names the series that the window belongs to
    (P1Y, P1M, months, 学期, day, event): a record counts once in each series of a duty.
    """

    duty: str
    unit: str
    window: str
    opens: date
    due: date
    needed: int
    clause: tuple[str, ...]
    rhythm: str = ""


def occurrences(
    adoption: Adoption,
    directory: Directory,
    calendar: WorkCalendar,
    *,
    first: date,
    last: date,
    records: Iterable[Record] = (),
) -> tuple[tuple[Occurrence, ...], tuple[Problem, ...]]:
    """Return what falls due under an adoption, and each reason why a duty could not be scheduled, once a duty.

    Occurrences are those whose days from `opens` to `due` touch `first` to `last`, ordered by due day, opening day,
    duty, window and unit. `records` start the clocks of duties with a time limit counted from an event.
    """
    raise NotImplementedError
