"""The working-day calendar: which days offices work, up to a horizon beyond which nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from remit.core.problem import Place, Problem, error, warning

__all__ = [
    "HOLIDAY_RULES",
    "Term",
    "WorkCalendar",
    "add_working_days",
    "calendar_problems",
    "count_working_days",
    "is_working_day",
    "roll",
]


HOLIDAY_RULES = ("keep", "next", "previous")
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of the year with a name, such as a school term: both days included."""

    kind: str
    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """Working days between `first` and `last` (both included): weekdays, less `holidays`, plus `workdays`.

    `holidays` are days off that fall on weekdays; `workdays` are weekend days that are worked (调休).
    Nothing is known outside the two ends: callers report a problem there.
    """

    first: date
    last: date
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    terms: tuple[Term, ...] = ()


def is_working_day(calendar: WorkCalendar, day: date) -> bool | None:
    """Return whether offices work on `day`; None beyond the calendar."""
    if not calendar.first <= day <= calendar.last:
        return None
    if day.weekday() < SATURDAY:
        return day not in calendar.holidays
    return day in calendar.workdays


def add_working_days(calendar: WorkCalendar, day: date, count: int) -> date | None:
    """Return the `count`-th working day after `day` (before it where negative); None where that is beyond the calendar.

    The day itself is not counted, whether it is worked or not; a count of 0 is the day itself.
    """
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        if not date.min < day < date.max:
            return None
        day += step
        worked = is_working_day(calendar, day)
        if worked is None:
            return None
        left -= worked
    return day


def count_working_days(calendar: WorkCalendar, after: date, until: date) -> int | None:
    """Return how many working days lie after `after` and not after `until`; None where one is beyond the calendar."""
    days = range(after.toordinal() + 1, until.toordinal() + 1)
    if not days:
        return 0
    if date.fromordinal(days[0]) < calendar.first or until > calendar.last:
        return None
    return sum(bool(is_working_day(calendar, date.fromordinal(day))) for day in days)


def roll(calendar: WorkCalendar, day: date, on_holiday: str) -> date | None:
    """Return `day` moved to a working day as `on_holiday` says (keep, next, previous); None beyond the calendar.

    `keep` asks nothing of the calendar and never returns None.
    """
    worked = on_holiday == "keep" or is_working_day(calendar, day)
    if worked is None:
        return None
    return day if worked else add_working_days(calendar, day, 1 if on_holiday == "next" else -1)


def calendar_problems(calendar: WorkCalendar) -> tuple[Problem, ...]:
    """Return what is wrong with a calendar: its ends, days off at weekends, workdays that are none, terms that clash.

    `Place.ref` is the day or the term's name.
    """
    if calendar.first > calendar.last:
        return (
            error(
                "calendar-ends",
                "The calendar begins on {first} and ends before that, on {last}.",
                "Exchange the two days.",
                first=calendar.first,
                last=calendar.last,
            ),
        )
    return (*_day_problems(calendar), *_term_problems(calendar.terms))


def _day_problems(calendar: WorkCalendar) -> Iterator[Problem]:
    for day in sorted(calendar.holidays | calendar.workdays):
        at = Place(ref=day.isoformat())
        weekend = day.weekday() >= SATURDAY
        if not calendar.first <= day <= calendar.last:
            yield error(
                "calendar-beyond",
                "{day} lies outside the calendar, which runs from {first} to {last}.",
                "Move the calendar's ends, or take the day out.",
                at=at,
                day=day,
                first=calendar.first,
                last=calendar.last,
            )
        elif day in calendar.holidays and weekend:
            yield warning(
                "calendar-weekend",
                "{day} is listed as a day off but is at a weekend.",
                "Take it out, or list the weekday that was meant.",
                at=at,
                day=day,
            )
        elif day in calendar.workdays and not weekend:
            yield warning(
                "calendar-weekday",
                "{day} is listed as a working weekend day but is a weekday.",
                "Take it out, or list the weekend day that was meant.",
                at=at,
                day=day,
            )


def _term_problems(terms: tuple[Term, ...]) -> Iterator[Problem]:
    seen: dict[str, Term] = {}
    latest: dict[str, Term] = {}
    for term in sorted(terms, key=lambda term: (term.first, term.last, term.name)):
        at = Place(ref=term.name)
        if term.first > term.last:
            yield error(
                "term-ends",
                "Term '{name}' begins on {first} and ends before that, on {last}.",
                "Exchange the two days.",
                at=at,
                name=term.name,
                first=term.first,
                last=term.last,
            )
            continue
        if not term.kind or not term.name or "@" in term.name:
            yield error(
                "term-name",
                "A term from {first} has the kind '{kind}' and the name '{name}'.",
                "Give both, such as 学期 and 2026-autumn; '@' may not be in a name.",
                at=at,
                first=term.first,
                kind=term.kind,
                name=term.name,
            )
        if term.name in seen:
            yield error(
                "term-twice",
                "Two terms are named '{name}', from {first} and from {other}.",
                "Give each its own name.",
                at=at,
                name=term.name,
                first=seen[term.name].first,
                other=term.first,
            )
        before = latest.get(term.kind)
        if before and term.first <= before.last:
            yield error(
                "term-overlap",
                "Terms '{name}' and '{other}' of kind {kind} overlap.",
                "End the first before the second begins.",
                at=at,
                name=before.name,
                other=term.name,
                kind=term.kind,
            )
        seen[term.name] = term
        if before is None or term.last > before.last:
            latest[term.kind] = term
