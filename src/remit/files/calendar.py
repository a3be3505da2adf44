"""Working-day calendars as TOML that an office can edit: days off, weekend days that are worked, school terms."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from importlib import resources
from pathlib import Path
from typing import Any

from remit.core.problem import Level, Place, Problem, error, placed, worst
from remit.core.workday import Term, WorkCalendar, calendar_problems
from remit.files.encoding import decode_text
from remit.files.text import read_bytes

__all__ = ["SHIPPED", "parse_calendar", "read_calendar", "shipped_calendar"]

SHIPPED = {"zh": "cn", "en": "uk"}
"""The calendar that comes with the package, by the language of a regime."""

_FIELDS = {"name", "first", "last", "holidays", "workdays", "terms"}
_TERM_FIELDS = {"kind", "name", "first", "last"}
_POSITION = re.compile(r"\s*\(at line (\d+), column (\d+)\)")
_LIMIT = 1024 * 1024


def shipped_calendar(name: str) -> WorkCalendar:
    """Return a calendar of the package (`cn`, `uk`); raises KeyError for a name that is none of them."""
    if name not in SHIPPED.values():
        raise KeyError(name)
    text = (resources.files("remit.files") / "calendars" / f"{name}.toml").read_text(encoding="utf-8")
    calendar, _ = parse_calendar(text)
    if calendar is None:  # the suite reads each of them
        raise ValueError(name)
    return calendar


def read_calendar(path: Path) -> tuple[WorkCalendar | None, tuple[Problem, ...]]:
    """Return the calendar in a TOML file and everything wrong with it; None where an error stands in the way."""
    data, problems = read_bytes(path, limit=_LIMIT)
    if problems:
        return None, problems
    text, problems = decode_text(data)
    if worst(problems) is Level.ERROR:
        return None, placed(problems, str(path))
    calendar, found = parse_calendar(text)
    return calendar, placed((*problems, *found), str(path))


def parse_calendar(text: str) -> tuple[WorkCalendar | None, tuple[Problem, ...]]:
    """Return the calendar that a TOML text describes and everything wrong with it."""
    try:
        fields = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return None, (_syntax(str(fault)),)
    reader = _Reader()
    calendar = reader.calendar(fields)
    if calendar is None or reader.problems:
        return None, tuple(reader.problems)
    problems = calendar_problems(calendar)
    return (None if worst(problems) is Level.ERROR else calendar), problems


def _syntax(fault: str) -> Problem:
    found = _POSITION.search(fault)
    at = Place(line=int(found[1]), column=int(found[2])) if found else Place()
    said = _POSITION.sub("", fault)
    return error(
        "calendar-syntax",
        "This is not TOML: {fault}.",
        "Write dates as 2026-10-01, lists as [a, b].",
        at=at,
        fault=said,
    )


class _Reader:
    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def calendar(self, fields: dict[str, Any]) -> WorkCalendar | None:
        self._reject_unknown(fields, _FIELDS)
        first, last = self._day(fields, "first"), self._day(fields, "last")
        holidays, workdays = self._days(fields, "holidays"), self._days(fields, "workdays")
        terms = [self._term(term) for term in self._list(fields, "terms")]
        if first is None or last is None:
            return None
        return WorkCalendar(
            first=first, last=last, holidays=holidays, workdays=workdays, terms=tuple(t for t in terms if t)
        )

    def _term(self, fields: Any) -> Term | None:
        if not isinstance(fields, dict):
            self._say("terms", "Write it as a table, [[terms]].")
            return None
        self._reject_unknown(fields, _TERM_FIELDS)
        first, last = self._day(fields, "first"), self._day(fields, "last")
        if first is None or last is None:
            return None
        return Term(str(fields.get("kind", "")), str(fields.get("name", "")), first, last)

    def _day(self, fields: dict[str, Any], name: str) -> date | None:
        value = fields.get(name)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self._say(name, "Write a date, such as 2026-10-01.")
        return None

    def _days(self, fields: dict[str, Any], name: str) -> frozenset[date]:
        listed = self._list(fields, name)
        days = frozenset(d for d in listed if isinstance(d, date) and not isinstance(d, datetime))
        if any(d not in days for d in listed):
            self._say(name, "Write dates, such as [2026-10-01, 2026-10-02].")
        return days

    def _list(self, fields: dict[str, Any], name: str) -> list[Any]:
        value = fields.get(name, [])
        if isinstance(value, list):
            return value
        self._say(name, "Write a list, such as [a, b].")
        return []

    def _reject_unknown(self, fields: dict[str, Any], known: set[str]) -> None:
        for name in fields.keys() - known:
            self.problems.append(
                error(
                    "calendar-field",
                    "There is no field '{field}' in a calendar.",
                    "Accepted: {accepted}.",
                    at=Place(ref=name),
                    field=name,
                    accepted=", ".join(sorted(known)),
                )
            )

    def _say(self, name: str, remedy: str) -> None:
        self.problems.append(
            error(
                "calendar-value",
                "{field}: this is missing or not what belongs here.",
                remedy,
                at=Place(ref=name),
                field=name,
            )
        )
