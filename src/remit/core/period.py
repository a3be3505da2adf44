"""Rhythm and time limits as a regulation states them: cadences and deadlines.

The forms are those of the published annotation format: a cadence is a rhythm that has to be kept,
a deadline is a limit in time for one act. Periods are ISO 8601 durations (P1D, P1W, P1M, P3M, P6M, P1Y, P2Y).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "COUNTED_FROM",
    "DEADLINE_UNITS",
    "Cadence",
    "Deadline",
    "Span",
    "add_months",
    "add_period",
    "named_day",
    "parse_period",
    "yearly_day",
]

DEADLINE_UNITS = ("minute", "hour", "day", "workday", "week", "month", "year")
COUNTED_FROM = ("event", "window")
PERIOD = re.compile(r"P(?:(?:(\d{1,4})Y)?(?:(\d{1,4})M)?|(\d{1,4})W|(\d{1,5})D|T(\d{1,6})H)", re.ASCII)
LONGEST_MONTHS = 1200
YEARLY = re.compile(r"--(\d\d)-(\d\d)", re.ASCII)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """A rhythm in one of these forms, and no other:

    - `min` and/or `max` times per ISO `period`, or per `per` (学期, 班: no ISO period);
    - in those `months` (1-12) or `quarters` (1-4) of each year;
    - every `period_min` to `period_max`;
    - `vague`: a rhythm is required but not given (定期, regularly, organization-defined): unquantified.
    """

    min: int | None = None
    max: int | None = None
    period: str | None = None
    per: str | None = None
    months: tuple[int, ...] = ()
    quarters: tuple[int, ...] = ()
    period_min: str | None = None
    period_max: str | None = None
    vague: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit: `amount` of `unit` `after` (or `before`) something, or `by` a date.

    `unit` is minute, hour, day, workday, week, month or year; `after` and `before` quote the text and may be
    empty; `by` is an ISO date (2026-04-15), or `--01-31` for that day of every year. `counts_from` says what
    the amount is counted from: `event` (the day recorded as the trigger) or `window` (the end of the
    duty's own period, as in 每季度结束后10个工作日内).
    """

    amount: int | None = None
    unit: str | None = None
    after: str = ""
    before: str = ""
    by: str | None = None
    counts_from: str = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """An ISO period taken apart: `months` (a year is 12), `days` (a week is 7) or `hours`; one of them is above 0."""

    months: int = 0
    days: int = 0
    hours: int = 0
    weeks: bool = False

    @property
    def length(self) -> float:
        """About how many days it lasts, for comparing."""
        return self.months * 365.2425 / 12 + self.days + self.hours / 24


def parse_period(period: str) -> Span | None:
    """Return an ISO 8601 period (`P6M`, `P1Y6M`, `P2W`, `P10D`, `PT2H`) taken apart.

    None where it is none, is zero, or lasts over 100 years.
    """
    found = PERIOD.fullmatch(period)
    if found is None:
        return None
    years, months, weeks, days, hours = (int(part or 0) for part in found.groups())
    span = Span(months=years * 12 + months, days=weeks * 7 + days, hours=hours, weeks=weeks > 0)
    longest = Span(months=LONGEST_MONTHS)
    return span if 0 < span.length <= longest.length else None


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later (earlier where negative), or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_period(day: date, period: str, *, times: int = 1) -> date:
    """Return the day `times` periods after `day`, before it where negative.

    Month ends are kept inside the month: 31 January + P1M is 28 February. Raises ValueError where `period` is no
    period of whole days, or the day would lie outside the years 1 to 9999 (OverflowError for days and weeks).
    """
    span = parse_period(period)
    if span is None or span.hours:
        raise ValueError(f"{period!r} is no period of whole days")
    if span.months:
        return add_months(day, span.months * times)
    return day + timedelta(days=span.days * times)


def yearly_day(by: str, year: int) -> date | None:
    """Return the day that `--MM-DD` names in a year; None where it names none.

    29 February is the 28th in short years.
    """
    found = YEARLY.fullmatch(by)
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    try:
        date(LEAP_YEAR, month, day)
    except ValueError:
        return None
    return date(year, month, min(day, monthrange(year, month)[1]))


def named_day(by: str) -> date | None:
    """Return the day that an ISO date (`2026-04-15`) names; None where it names none."""
    if not ISO_DAY.fullmatch(by):
        return None
    try:
        return date.fromisoformat(by)
    except ValueError:
        return None
