"""The time that a report is about: a year, a half-year, a quarter or a month, and the one that follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from remit.core.window import period_windows

__all__ = ["ReportingPeriod", "find_period", "following", "preceding"]

_NAMED = re.compile(r"(\d{4})(?:H[12]|Q[1-4]|-(?:0[1-9]|1[0-2]))?", re.ASCII)
_LENGTHS = {"H": "P6M", "Q": "P3M", "-": "P1M", "": "P1Y"}
_TIMES = {"P6M": 2, "P3M": 4, "P1M": 12, "P1Y": 1}
_FIRST, _LAST = 2, 9996


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingPeriod:
    """The days from `first` to `last`, both included; `length` is P1Y, P6M, P3M or P1M.

    `name` is 2026, 2026H1, 2026Q3 or 2026-05, `year_starts` the month with which its year begins.
    """

    name: str
    first: date
    last: date
    length: str
    year_starts: int = 1

    @property
    def times_a_year(self) -> int:
        """How many such periods a year has."""
        return _TIMES[self.length]

    @property
    def year(self) -> int:
        """The year in its name."""
        return int(self.name[:4])

    @property
    def number(self) -> int:
        """Which one of its year it is, from 1; that of the calendar for a month."""
        return int(re.split(r"[HQ-]", self.name)[-1]) if len(self.name) > 4 else 1


def find_period(name: str, *, year_starts: int = 1) -> ReportingPeriod | None:
    """Return the period of that name, None where it is none.

    `year_starts` is the month (1-12) in which years, half-years and quarters begin.
    """
    named = _NAMED.fullmatch(name.strip())
    if named is None or not _FIRST <= int(named[1]) <= _LAST:
        return None
    year = int(named[1])
    around = {"first": date(year, 1, 1), "last": date(year + 1, 12, 31), "anchor": date(year, 1, 1)}
    length = _LENGTHS[name.strip()[4:5]]
    windows = period_windows(length, year_starts=year_starts, **around)
    window = next(one for one in windows if one.name.startswith(named[0]) and one.first.year >= year)
    return ReportingPeriod(
        name=named[0], first=window.first, last=window.last, length=length, year_starts=year_starts
    )


def following(period: ReportingPeriod) -> ReportingPeriod:
    """Return the period of the same length that comes next."""
    return _at(period, period.last + timedelta(days=1))


def preceding(period: ReportingPeriod) -> ReportingPeriod:
    """Return the period of the same length that went before."""
    return _at(period, period.first - timedelta(days=1))


def _at(period: ReportingPeriod, day: date) -> ReportingPeriod:
    windows = period_windows(
        period.length, first=day, last=day, year_starts=period.year_starts, anchor=period.first
    )
    window = next(iter(windows))
    return ReportingPeriod(
        name=window.name.split("-")[0] if period.length == "P1Y" else window.name,
        first=window.first,
        last=window.last,
        length=period.length,
        year_starts=period.year_starts,
    )
