"""The words for where something stands on a day, and which of them holds for what is not done."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Status", "open_status"]


class Status(StrEnum):
    """The standing of one occurrence on one day."""

    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    UPCOMING = "upcoming"
    EXCUSED = "excused"
    UNASSIGNED = "unassigned"


def open_status(*, left: int, opened: bool, due_soon_days: int) -> Status:
    """Return the status of what is not done and has somebody who answers, with `left` days to go (negative: past)."""
    if left < 0:
        return Status.OVERDUE
    return Status.DUE_SOON if opened and left <= due_soon_days else Status.UPCOMING
