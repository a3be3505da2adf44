"""The months of English regulations, and days that are named by month and number."""

from __future__ import annotations

import re
from calendar import monthrange

__all__ = ["DAY_OF_MONTH", "MONTH", "day_and_month", "last_day", "month_number", "months_in"]

_MONTHS = "january february march april may june july august september october november december".split()
MONTH = f"(?:{'|'.join(_MONTHS)})"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
DAY_OF_MONTH = rf"(?:{_NUMBER}\s+(?:day\s+)?(?:of\s+)?{MONTH}|{MONTH}\s+{_NUMBER})\b"
"""A day without its year: 1 March, March 1, 1st of March; for patterns without regard to case."""

_WORD = re.compile("[a-z]{3,}", re.I)
_FIGURES = re.compile(r"\d{1,2}")
_COMMON_YEAR = 2001


def month_number(name: str) -> int:
    """Return the number of a month, from 1, by its English name; an unknown one raises ValueError."""
    return _MONTHS.index(name.lower()) + 1


def months_in(text: str) -> tuple[int, ...]:
    """Return the numbers of the months that a text names, each once, in the order of the year."""
    named = {word.lower() for word in _WORD.findall(text)}
    return tuple(number for number, name in enumerate(_MONTHS, start=1) if name in named)


def day_and_month(text: str) -> tuple[int, int]:
    """Return day and month of what `DAY_OF_MONTH` found."""
    figures = _FIGURES.search(text)
    return int(figures.group()) if figures else 1, months_in(text)[0]


def last_day(month: int, year: int | None = None) -> int:
    """Return the last day of a month; of February without a year, 28."""
    return monthrange(year or _COMMON_YEAR, month)[1]
