"""Working-day calendars: the shipped ones are sound, an office's own is read or every mistake in it is shown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from remit.core.workday import calendar_problems, is_working_day
from remit.files.calendar import SHIPPED, parse_calendar, read_calendar, shipped_calendar
from tests.files.documents import write

OWN = """
first = 2026-01-01
last = 2026-12-31
holidays = [2026-05-01]
workdays = [2026-05-09]
[[terms]]
kind = "学期"
name = "2026-autumn"
first = 2026-09-01
last = 2026-12-31
"""


@pytest.mark.parametrize("name", SHIPPED.values())
def test_the_shipped_calendars_are_sound(name: str) -> None:
    calendar = shipped_calendar(name)
    assert calendar_problems(calendar) == ()
    assert (calendar.first.month, calendar.first.day, calendar.last.month, calendar.last.day) == (
        1,
        1,
        12,
        31,
    )


def test_the_chinese_calendar_agrees_with_the_library_on_every_day() -> None:
    calendar = shipped_calendar("cn")
    days = [calendar.first + timedelta(n) for n in range((calendar.last - calendar.first).days + 1)]
    assert [d for d in days if is_working_day(calendar, d) != chinese_calendar.is_workday(d)] == []


def test_no_other_calendar_is_shipped() -> None:
    with pytest.raises(KeyError):
        shipped_calendar("../cn")


def test_an_own_calendar_is_read(tmp_path: Path) -> None:
    calendar, problems = read_calendar(write(tmp_path / "c.toml", OWN.encode("utf-8-sig")))
    assert problems == ()
    assert calendar is not None
    assert calendar.terms[0].name == "2026-autumn"
    assert is_working_day(calendar, date(2026, 5, 1)) is False
    assert is_working_day(calendar, date(2026, 5, 9)) is True


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("first = 2026-01-01", "first = 2026-13-01", "calendar-syntax"),
        ("first = 2026-01-01", 'first = "January"', "calendar-value"),
        ("first = 2026-01-01\n", "", "calendar-value"),
        ("[2026-05-01]", "2026-05-01", "calendar-value"),
        ("[2026-05-01]", '["2026-05-01"]', "calendar-value"),
        ("holidays", "holiday", "calendar-field"),
        ("[[terms]]", "terms = [1]\n[x]", "calendar-field"),
        ("2026-12-31", "2025-12-31", "calendar-ends"),
    ],
)
def test_a_mistake_is_shown(old: str, new: str, code: str) -> None:
    calendar, problems = parse_calendar(OWN.replace(old, new, 1))
    assert calendar is None
    assert code in [p.code for p in problems]


def test_a_fault_in_the_form_has_its_line() -> None:
    _, (problem,) = parse_calendar("first = 2026-01-01\nlast = \n")
    assert problem.place.line == 2


def test_a_missing_calendar_is_one_problem(tmp_path: Path) -> None:
    assert read_calendar(tmp_path / "none.toml")[1][0].code == "file-missing"
