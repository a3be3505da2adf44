"""Who is to be reminded of what on a day: stages before and after the due day, each said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from remit.core.workday import WorkCalendar, is_working_day

__all__ = ["Hours", "Item", "Pace", "Reminder", "may_send", "remind", "stage_on"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often is reminded: so many days before the due day, and every `again` days once it has passed.

    From `escalate` days after the due day on, those who head the unit above hear of it too; 0: never.
    """

    before: tuple[int, ...] = (14, 7, 1)
    again: int = 7
    escalate: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When messages may go out: from `opens` until `closes`, and on working days only."""

    opens: time = time(8, 0)
    closes: time = time(18, 0)
    working_days: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """Something due: `key` names it for ever, `to` are who answers, `above` who hears of it in the end."""

    key: str
    unit: str
    due: date
    to: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """One person is to be told of one item at one stage: `before-7`, `due`, `overdue-0`, `overdue-1`, …"""

    person: str
    key: str
    stage: str
    due: date


def stage_on(due: date, day: date, pace: Pace = Pace()) -> str:
    """Return the stage that a day falls into, empty where it is too early.

    A stage lasts until the next: a day on which nothing was sent is made good on the next, and only the last stage is
    said.
    """
    left = (due - day).days
    if left < 0:
        return f"overdue-{(-left - 1) // max(pace.again, 1)}"
    if left == 0:
        return "due"
    return next((f"before-{days}" for days in sorted(pace.before) if left <= days), "")


def remind(items: Iterable[Item], day: date, pace: Pace = Pace()) -> Iterator[Reminder]:
    """Yield what is to be said on a day, to each person once an item and stage, in the order of the items."""
    for item in items:
        stage = stage_on(item.due, day, pace)
        if not stage:
            continue
        late = (day - item.due).days
        persons = item.to + item.above if pace.escalate and late >= pace.escalate else item.to
        for person in dict.fromkeys(persons):
            yield Reminder(person, item.key, stage, item.due)


def may_send(now: datetime, calendar: WorkCalendar, hours: Hours = Hours()) -> bool:
    """Return whether messages may go out at a moment; a day that the calendar does not know counts by its weekday."""
    if not hours.opens <= now.time() < hours.closes:
        return False
    if not hours.working_days:
        return True
    known = is_working_day(calendar, now.date())
    return now.weekday() < 5 if known is None else known
