"""Reports that a duty makes one expect: on which period each is, and how far it has come."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import cast

from remit.core.addressing import reports_a_year
from remit.core.duty import Duty
from remit.core.reporting_period import ReportingPeriod, find_period, following, preceding
from remit.core.standing import Status

__all__ = ["ReportState", "is_late", "report_period", "report_state"]


class ReportState(StrEnum):
    """How far a report has come that a duty asks for."""

    EXPECTED = "expected"
    MISSING = "missing"  # its due day has passed, and nothing was handed in
    DRAFT = "draft"
    APPROVED = "approved"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    RETURNED = "returned"
    CORRECTING = "correcting"
    ACCEPTED = "accepted"
    RECORDED = "recorded"  # somebody recorded it, and it did not go through here
    EXCUSED = "excused"


_DONE = frozenset({Status.MET, Status.LATE})
_OVER = frozenset({Status.OVERDUE, Status.UNASSIGNED})


def report_period(duty: Duty, due: date, *, year_starts: int = 1) -> ReportingPeriod:
    """Return the period that a report due on a day is on: the latest one that is at least half over by then.

    A duty with two reports a year asks for half-years, one with four for quarters, one with twelve for months, any
    other for years. A person may choose another.
    """
    times = reports_a_year(duty)
    month = "P1M" if times >= 12 else "P3M" if times >= 4 else "P6M" if times >= 2 else "P1Y"
    period = _around(due, month, year_starts)
    half = (period.last - period.first).days // 2
    return period if (due - period.first).days >= half else preceding(period)


def report_state(status: Status, state: str, *, due: date, day: date) -> ReportState:
    """Return how far an expected report has come on a day.

    `status` is where its window stands, `state` that of the report that was begun for it, empty where none was.
    """
    begun = ReportState(state) if state and state != "withdrawn" else None
    if begun is not None and begun not in {ReportState.DRAFT, ReportState.APPROVED}:
        return begun
    if status is Status.EXCUSED:
        return ReportState.EXCUSED
    if status in _DONE:
        return ReportState.RECORDED
    if status in _OVER and due < day:
        return ReportState.MISSING
    return begun or ReportState.EXPECTED


def is_late(status: Status, state: ReportState, *, due: date, day: date) -> bool:
    """Return whether a report came late, or was sent back and is late by now."""
    return status is Status.LATE or (state is ReportState.RETURNED and due < day)


def _around(day: date, length: str, year_starts: int) -> ReportingPeriod:
    name = {"P1Y": "{}", "P6M": "{}H1", "P3M": "{}Q1", "P1M": "{}-01"}[length].format(day.year - 1)
    period = cast("ReportingPeriod", find_period(name, year_starts=year_starts))  # such a name is always one
    while period.last < day:
        period = following(period)
    return period
