"""The windows of a rhythm: named stretches of days in which something has to be done so many times."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from remit.core.period import Cadence, Deadline, Span, add_months, parse_period
from remit.core.workday import Term, WorkCalendar, add_working_days

__all__ = [
    "Window",
    "cadence_windows",
    "is_scheduled",
    "is_shift",
    "limit_day",
    "period_windows",
    "term_kind",
]

SHIFTS = frozenset({"班", "班次", "每班", "shift"})
TERM_KINDS = {"term": "学期", "school term": "学期", "semester": "学期"}
LAST_YEAR = 9998


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days from `first` to `last`, both included, by name; `rhythm` names the series it belongs to."""

    name: str
    first: date
    last: date
    rhythm: str


def is_scheduled(cadence: Cadence) -> bool:
    """Return whether a cadence asks for a number of times: not vague, and not `max` only."""
    return bool(cadence.min or cadence.months or cadence.quarters or cadence.period_max)


def is_shift(per: str) -> bool:
    """Return whether `per` is a working shift: a rhythm that no calendar knows."""
    return per in SHIFTS


def term_kind(per: str) -> str:
    """Return the kind of term (`Term.kind`) that `per` means: term and semester are 学期, other words themselves."""
    return TERM_KINDS.get(per, per)


def cadence_windows(
    cadence: Cadence,
    *,
    first: date,
    last: date,
    year_starts: int = 1,
    anchor: date,
    terms: Iterable[Term] = (),
) -> tuple[Window, ...]:
    """Return the windows of a sound cadence that touch the days from `first` to `last`, in order.

    Periods that divide a year are aligned to the month `year_starts`; weeks are ISO weeks; longer or odd ones are
    counted from the year, ISO week or day of `anchor`. A range has windows of its longer period. `per` takes the
    `terms` of that kind. Nothing where the cadence cannot be laid out (`is_scheduled`, shifts, periods within a day).
    """
    if not is_scheduled(cadence):
        return ()
    if cadence.per is not None:
        kind = term_kind(cadence.per)
        found = [
            Window(name=term.name, first=term.first, last=term.last, rhythm=kind)
            for term in sorted(terms, key=lambda term: term.first)
            if term.kind == kind and term.first <= last and term.last >= first
        ]
        return tuple(found)
    period = (
        "P1M" if cadence.months else "P3M" if cadence.quarters else cadence.period or cadence.period_max or ""
    )
    windows = period_windows(period, first=first, last=last, year_starts=year_starts, anchor=anchor)
    if cadence.months:
        return tuple(window for window in windows if window.first.month in cadence.months)
    if cadence.quarters:
        return tuple(window for window in windows if int(window.name[-1]) in cadence.quarters)
    return tuple(windows)


def period_windows(
    period: str, *, first: date, last: date, year_starts: int = 1, anchor: date
) -> Iterator[Window]:
    """Yield the windows of an ISO period that touch the days from `first` to `last`.

    They tile time without gap or overlap. Nothing for a period within a day. Windows that would end after the year
    9998 are left out.
    """
    span = parse_period(period)
    if span is None or span.hours:
        return
    last = min(last, date(LAST_YEAR, 12, 31))
    if span.months:
        yield from _month_windows(span.months, first, last, year_starts, anchor)
    else:
        yield from _day_windows(span, first, last, anchor)


def limit_day(deadline: Deadline, start: date, calendar: WorkCalendar) -> date | None:
    """Return the day on which an amount counted from `start` runs out; before `start` where it says `before`.

    Less than 24 hours end on the day itself, more on the day on which a span of whole hours ends at the latest:
    24 hours on the next day, 36 on the second. None beyond the working-day calendar or the calendar of dates.
    """
    amount = (deadline.amount or 0) * (-1 if deadline.before else 1)
    try:
        match deadline.unit:
            case "workday":
                return add_working_days(calendar, start, amount)
            case "month":
                return add_months(start, amount)
            case "year":
                return add_months(start, amount * 12)
            case "week":
                return start + timedelta(days=amount * 7)
            case "day":
                return start + timedelta(days=amount)
        hours = abs(amount) / (60 if deadline.unit == "minute" else 1)
        days = 0 if hours < 24 else math.ceil(hours / 24)
        return start + timedelta(days=-days if deadline.before else days)
    except (ValueError, OverflowError):
        return None


def _month_windows(months: int, first: date, last: date, year_starts: int, anchor: date) -> Iterator[Window]:
    base = year_starts - 1 + 12 * (anchor.year - (anchor.month < year_starts))
    start = base + (_month_number(first) - base) // months * months
    while start <= _month_number(last):
        window = _month_window(start, months, year_starts)
        if window:
            yield window
        start += months


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_window(start: int, months: int, year_starts: int) -> Window | None:
    if start < 12 or start + months > (LAST_YEAR + 1) * 12:
        return None
    first = date(start // 12, start % 12 + 1, 1)
    last = add_months(first, months) - timedelta(days=1)
    number = (first.month - year_starts) % 12 // months + 1
    year = first.year - (first.month < year_starts)
    if months == 1:
        name = f"{first.year:04}-{first.month:02}"
    elif months == 3:
        name = f"{year:04}Q{number}"
    elif months == 6:
        name = f"{year:04}H{number}"
    elif months % 12 == 0:
        name = f"{first.year:04}" if first.year == last.year else f"{first.year:04}-{last.year:04}"
    else:
        name = f"{first.year:04}-{first.month:02}..{last.year:04}-{last.month:02}"
    return Window(name=name, first=first, last=last, rhythm=_month_rhythm(months))


def _month_rhythm(months: int) -> str:
    return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"


def _day_windows(span: Span, first: date, last: date, anchor: date) -> Iterator[Window]:
    days = span.days
    base = anchor.toordinal()
    if span.weeks:
        base -= anchor.weekday()
    start = base + (first.toordinal() - base) // days * days
    while start <= last.toordinal():
        if 1 <= start <= date.max.toordinal() - days:
            yield _day_window(date.fromordinal(start), days, span)
        start += days


def _day_window(first: date, days: int, span: Span) -> Window:
    last = first + timedelta(days=days - 1)
    if span.weeks:
        names = [f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}" for day in (first, last)]
        rhythm = f"P{days // 7}W"
    else:
        names = [first.isoformat(), last.isoformat()]
        rhythm = f"P{days}D"
    name = names[0] if names[0] == names[1] else "..".join(names)
    return Window(name=name, first=first, last=last, rhythm=rhythm)
