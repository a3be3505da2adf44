"""Where a unit stands with what it owes: the one place that says met, late, overdue or due soon."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from remit.core.assignment import Adoption
from remit.core.post import Directory
from remit.core.problem import Problem
from remit.core.record import Excuse, Record
from remit.core.schedule import Occurrence
from remit.core.workday import WorkCalendar

__all__ = ["Standing", "Status", "counting", "judge", "standing_text", "standings"]


class Status(StrEnum):
    """The standing of one occurrence on one day."""

    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    UPCOMING = "upcoming"
    EXCUSED = "excused"
    UNASSIGNED = "unassigned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An occurrence's status on a day and its reason: a code with values for the wording, and the records that count."""

    occurrence: Occurrence
    status: Status
    reason: str
    values: tuple[tuple[str, str], ...] = ()
    records: tuple[str, ...] = ()


def judge(
    occurrence: Occurrence,
    records: Iterable[Record],
    excuses: Iterable[Excuse],
    *,
    assigned: bool,
    day: date,
    due_soon_days: int,
) -> Standing:
    """Return where an occurrence stands on a day: the single decision.

    `records` are those that count for this occurrence (`counting` finds them), in any order; those after `day` do not
    count yet. `excuses` may be any: only those for this duty, unit and due day, decided by `day`, excuse.
    """
    raise NotImplementedError


def counting(
    occurrences: Iterable[Occurrence], records: Iterable[Record]
) -> dict[tuple[str, str, str], tuple[Record, ...]]:
    """Return the records that count for each occurrence, by duty, unit and window; those without a record are absent."""
    raise NotImplementedError


def standings(
    adoptions: Iterable[Adoption],
    directory: Directory,
    calendar: WorkCalendar,
    *,
    records: Iterable[Record],
    excuses: Iterable[Excuse],
    day: date,
) -> tuple[tuple[Standing, ...], tuple[Problem, ...]]:
    """Return where everything stands that touches the calendar year of `day`, and what could not be scheduled."""
    raise NotImplementedError


def standing_text(standing: Standing, translate: Callable[[str], str] = str) -> str:
    """Return the reason of a standing as one sentence in the language of `translate`."""
    raise NotImplementedError
