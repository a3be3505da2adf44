"""Due days as calendar entries (iCalendar, RFC 5545): all-day, with an alarm, the same entry however often exported."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from remit.core.schedule import Occurrence

__all__ = ["DueEntry", "calendar_bytes"]


@dataclass(frozen=True, slots=True)
class DueEntry:
    """An occurrence with its wording: what has to be done, by whom, and the words of the clause."""

    occurrence: Occurrence
    title: str
    description: str


def calendar_bytes(name: str, entries: Sequence[DueEntry], *, edition: date, days_before: int) -> bytes:
    """Return an .ics file with an entry on each due day and an alarm `days_before` it at nine in the morning.

    An entry's UID depends on duty, unit and window alone, its stamp on the regime's edition: a new export replaces the
    entries of the old one instead of doubling them.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Remit//responsibility calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    stamp = datetime(edition.year, edition.month, edition.day, tzinfo=UTC)
    for entry in entries:
        calendar.add_component(_event(entry, stamp, days_before))
    return bytes(calendar.to_ical())


def _event(entry: DueEntry, stamp: datetime, days_before: int) -> Event:
    owed = entry.occurrence
    event = Event()
    key = f"{owed.duty}@{owed.window}@{owed.unit}"
    event.add("uid", hashlib.sha256(key.encode()).hexdigest()[:32] + "@remit")
    event.add("dtstamp", stamp)
    event.add("dtstart", owed.due)
    event.add("dtend", owed.due + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta(hours=9) - timedelta(days=days_before))
    event.add_component(alarm)
    return event
