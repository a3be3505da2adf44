"""The calendar: what is due, done and planned in a month or a year, for me or for a unit."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from remit.core.record import Record
from remit.core.standing import Status
from remit.core.workday import WorkCalendar, is_working_day
from remit.store import inquiry
from remit.web.pages import frame
from remit.web.pages.asking import Asking, asked
from remit.web.pages.mine import find_mine
from remit.web.pages.owed import DONE, Owed, owed_by
from remit.web.pages.record_list import asked_year

__all__ = ["Cell", "MonthCount", "Theme", "calendar"]

_LONG = 45  # days: only windows that are longer say when they open
_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of the calendar: what is due on it, what was done, what opens. `off`: nobody works."""

    day: date
    inside: bool
    today: bool
    off: bool
    due: tuple[Owed, ...] = ()
    done: tuple[Record, ...] = ()
    opens: tuple[Owed, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say of the day."""
        return not (self.due or self.done or self.opens)

    @property
    def few(self) -> bool:
        """Whether all of it fits into the cell."""
        return len(self.due) + len(self.done) + len(self.opens) <= _SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCount:
    """What a month holds: windows due by how they stand, records, and how many windows open."""

    first: date
    due: int
    done: int
    open: int
    overdue: int
    records: int
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Whose calendar it is: mine, or a unit's by its code."""

    unit: str
    name: str
    owed: tuple[Owed, ...]
    records: tuple[Record, ...]


@require_GET
@asked
def calendar(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Show a month (`?year=&month=`) or a year (`?year=` alone), of what is mine or of a unit (`&unit=`)."""
    given = request.GET
    year = asked_year(given.get("year", ""), asking.today)
    whole = "year" in given and not given.get("month", "")
    month = _month(given.get("month", ""), asking.today.month)
    first = date(year, 1, 1) if whole else date(year, month, 1)
    last = date(year, 12, 31) if whole else _end(first)
    theme = _theme(asking, given.get("unit", ""), first, last)
    context: dict[str, object] = {"theme": theme, "year": year, "first": first, "whole": whole}
    if whole:
        context["months"] = tuple(_count(theme, date(year, n, 1), asking.today) for n in range(1, 13))
    else:
        context |= {
            "weeks": _weeks(theme, first, asking.today, inquiry.calendar()),
            "before": first - timedelta(days=1),
            "after": last + timedelta(days=1),
            "weekdays": tuple(date(2024, 1, n) for n in range(1, 8)),  # a Monday to its Sunday
        }
    return frame.show(request, "remit/calendar.html", context, viewer=asking.viewer, today=asking.today)


def _theme(asking: Asking, code: str, first: date, last: date) -> Theme:
    """What is due and done between two days; a fixed number of queries for a unit, and for each of my units."""
    if code:
        unit = inquiry.unit(asking.viewer, code).unit
        stand = inquiry.standings(asking.viewer, code, asking.today, first=first, last=last)
        owed, codes, name = tuple(owed_by(stand, {code: unit.name})), [code], unit.name
    else:
        mine = find_mine(asking, first=first, last=last)
        owed, codes, name = mine.owed, [one.code for one in mine.units], ""
    records = [r for one in codes for r in inquiry.records(asking.viewer, one, first=first, last=last)]
    return Theme(unit=code, name=name, owed=owed, records=tuple(records))


def _month(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and 1 <= int(text[:3]) <= 12 else otherwise


def _end(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _weeks(theme: Theme, first: date, today: date, working: WorkCalendar) -> tuple[tuple[Cell, ...], ...]:
    due = _by_day(theme.owed, lambda one: one.standing.occurrence.due)
    opens = _by_day(_long(theme.owed), lambda one: one.standing.occurrence.opens)
    done: dict[date, list[Record]] = {}
    for record in theme.records:
        done.setdefault(record.day, []).append(record)
    return tuple(
        tuple(
            Cell(
                day=day,
                inside=day.month == first.month,
                today=day == today,
                off=_is_off(working, day),
                due=tuple(due.get(day, ())) if day.month == first.month else (),
                done=tuple(done.get(day, ())),
                opens=tuple(opens.get(day, ())) if day.month == first.month else (),
            )
            for day in week
        )
        for week in Calendar().monthdatescalendar(first.year, first.month)
    )


def _by_day(items: Iterable[Owed], day_of: Callable[[Owed], date]) -> Mapping[date, list[Owed]]:
    found: dict[date, list[Owed]] = {}
    for one in items:
        found.setdefault(day_of(one), []).append(one)
    return found


def _long(owed: Iterable[Owed]) -> list[Owed]:
    spans = ((one, one.standing.occurrence) for one in owed)
    return [one for one, what in spans if (what.due - what.opens).days > _LONG and one.open]


def _is_off(working: WorkCalendar, day: date) -> bool:
    """Where the working-day calendar does not reach, Saturdays and Sundays are off."""
    known = is_working_day(working, day)
    return day.weekday() > 4 if known is None else not known


def _count(theme: Theme, first: date, today: date) -> MonthCount:
    last = _end(first)
    due = [one for one in theme.owed if first <= one.standing.occurrence.due <= last]
    return MonthCount(
        first=first,
        due=len(due),
        done=sum(one.standing.status in DONE for one in due),
        open=sum(one.open for one in due),
        overdue=sum(one.standing.status is Status.OVERDUE for one in due),
        records=sum(first <= record.day <= last for record in theme.records),
        current=first <= today <= last,
    )
