"""Where a unit stands with what it owes: the one place that says met, late, overdue or due soon."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from remit.core.schedule import Occurrence

__all__ = ["Standing", "Status"]


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
