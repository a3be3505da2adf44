"""Days in addresses and query strings, and days and windows in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from remit.core.phrase import MONTHS
from remit.core.problem import Place, Problem, error

__all__ = ["DayConverter", "day_words", "parse_day", "window_words"]

_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)
_QUARTERS = {
    "1": "first quarter of {year}",
    "2": "second quarter of {year}",
    "3": "third quarter of {year}",
    "4": "fourth quarter of {year}",
}
_SEASONS = {
    "spring": "spring term of {year}",
    "summer": "summer term of {year}",
    "autumn": "autumn term of {year}",
    "winter": "winter term of {year}",
}
_HALVES = {"1": "first half of {year}", "2": "second half of {year}"}


class DayConverter:
    """A day in an address, `2026-03-01`; an impossible one is no address."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """Return the day; ValueError, which Django turns into 'not found', where there is none."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Return the day as it stands in an address."""
        return value.isoformat() if isinstance(value, date) else value


def parse_day(text: str, *, field: str) -> tuple[date | None, tuple[Problem, ...]]:
    """Return the day that was typed, or None and what is wrong with it; empty is neither."""
    if not text.strip():
        return None, ()
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = None
    if day is None or not _EARLIEST <= day <= _LATEST:
        return None, (
            error(
                "no-day",
                "“{text}” is no day between 1900 and 2199.",
                "Write year, month and day, as in 2026-06-30.",
                at=Place(ref=field),
                text=text.strip()[:40],
            ),
        )
    return day, ()


def day_words(day: date) -> str:
    """Return a day as offices write it: 2026年6月30日, 30 June 2026."""
    if (get_language() or "").startswith("zh"):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def window_words(window: str) -> str:
    """Return the name of a window in words: 2026年上半年, third quarter of 2026; a name of another form as it is."""
    if window.startswith("on:"):
        return _("since record {record}").format(record=window.removeprefix("on:"))
    for form, words in _WINDOWS:
        if found := form.fullmatch(window):
            return words(*found.groups())
    return window


def _named_day(year: str, month: str, day: str) -> str:
    return day_words(date(int(year), int(month), int(day)))


def _month_words(year: str, month: str) -> str:
    if (get_language() or "").startswith("zh"):
        return f"{year}年{int(month)}月"
    return f"{MONTHS[int(month) - 1]} {year}"


_WINDOWS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (re.compile(r"(\d{4})"), lambda year: _("year {year}").format(year=year)),
    (re.compile(r"(\d{4})H([12])"), lambda year, half: _(_HALVES[half]).format(year=year)),
    (re.compile(r"(\d{4})Q([1-4])"), lambda year, quarter: _(_QUARTERS[quarter]).format(year=year)),
    (
        re.compile(r"(\d{4})-W(\d{2})"),
        lambda year, week: _("week {week} of {year}").format(year=year, week=int(week)),
    ),
    (
        re.compile(r"(\d{4})-(spring|summer|autumn|winter)"),
        lambda year, season: _(_SEASONS[season]).format(year=year),
    ),
    (re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), _month_words),
    (re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d{2})"), _named_day),
    (
        re.compile(r"(\d{4})-(\d{4})"),
        lambda first, last: _("years {first} to {last}").format(first=first, last=last),
    ),
)
