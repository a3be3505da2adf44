"""Whether one rhythm, time limit, degree or weight is at least as strict as another."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from remit.core.duty import Degree
from remit.core.period import Cadence, Deadline, Span, named_day, parse_period, yearly_day

__all__ = [
    "by_strictness",
    "demands_rhythm",
    "demands_time",
    "is_fewer",
    "keeps_deadline",
    "keeps_degree",
    "keeps_rhythm",
]

MONTH, YEAR, MONTHS = 30, 365, 12  # a month of 30 days is a month, 90 are a quarter, 365 a year
DAY_HOURS = 24
HOURS = {
    "minute": Fraction(1, 60),
    "hour": Fraction(1),
    "day": Fraction(DAY_HOURS),
    "workday": Fraction(DAY_HOURS * 7, 5),
    "week": Fraction(DAY_HOURS * 7),
}
TERMS = {  # how many months a stretch lasts that regulations count in
    "学期": Fraction(6),
    "semester": Fraction(6),
    "学年": Fraction(12),
    "school year": Fraction(12),
    "academic year": Fraction(12),
    "班": Fraction(1, 90),
    "班次": Fraction(1, 90),
    "shift": Fraction(1, 90),
}
YEARLY, LEAP_YEAR = "yearly", 2000
SPRING, AUTUMN = 3, 10  # until March and from October on a day may belong to the year before or after


@dataclass(frozen=True, slots=True)
class _Rate:
    """So many times in a stretch of so many months; None where nobody knows how long a `per` lasts."""

    count: int
    length: Fraction | None
    per: str = ""

    @property
    def yearly(self) -> Fraction:
        return self.count * MONTHS / self.length if self.length else Fraction(0)


def demands_rhythm(cadence: Cadence) -> bool:
    """Return whether a cadence asks for something to be done: an upper limit (at most twice) is no duty to act."""
    return cadence.vague is not None or _rate(cadence) is not None


def keeps_rhythm(lower: Cadence, upper: Cadence) -> bool | None:
    """Return whether who keeps the lower rhythm keeps the upper one, by the times a year; None: no telling.

    A rhythm without a number is kept by every other and keeps no number. A stretch that is no period (每航次) is
    compared with the same stretch only, unless its length is known (学期, 学年, 班).
    """
    asked, given = _rate(upper), _rate(lower)
    if asked is None:
        return True
    if given is None:
        return False
    if asked.per and asked.per == given.per:
        return given.count >= asked.count
    if asked.length is None or given.length is None:
        return None
    return given.yearly >= asked.yearly


def is_fewer(lower: Cadence, upper: Cadence) -> bool:
    """Return whether both count in the same stretch of time, the lower one fewer times."""
    asked, given = _rate(upper), _rate(lower)
    if asked is None or given is None or given.count >= asked.count:
        return False
    return asked.length == given.length if asked.length else asked.per == given.per


def by_strictness(cadence: Cadence) -> tuple[int, Fraction]:
    """Return a key that puts the stricter of two rhythms last."""
    rate = _rate(cadence)
    if rate is None:
        return (0, Fraction(0))
    return (1, rate.yearly)


def demands_time(deadline: Deadline) -> bool:
    """Return whether a time limit can be made out at all."""
    return _limit(deadline) is not None


def keeps_deadline(lower: Deadline, upper: Deadline) -> bool | None:
    """Return whether who keeps the lower time limit keeps the upper one; None where they are of different kinds.

    Of days of the year in the first and in the last months it is not said whether they belong to one year.
    """
    asked, given = _limit(upper), _limit(lower)
    if asked is None or given is None or asked[0] != given[0]:
        return None
    if asked[0] == YEARLY:
        early, late = sorted((_month(asked[1]), _month(given[1])))
        if early <= SPRING and late >= AUTUMN:
            return None
    return given[1] <= asked[1]


def keeps_degree(lower: Degree, upper: Degree) -> bool:
    """Return whether a degree answers at least as much as another, in the order of `Degree`."""
    order = list(Degree)
    return order.index(lower) <= order.index(upper)


@lru_cache(maxsize=10_000)
def _rate(cadence: Cadence) -> _Rate | None:
    """Return how often a cadence asks for an act at least, None where it asks for none or cannot be made out."""
    if cadence.vague is not None:
        return None
    if cadence.months or cadence.quarters:
        return _Rate(len(set(cadence.months or cadence.quarters)), Fraction(MONTHS))
    if cadence.period_max is not None:
        return _every(1, cadence.period_max)
    if cadence.min is None:
        return None
    if cadence.per is not None:
        per = unicodedata.normalize("NFKC", cadence.per).casefold().strip()
        return _Rate(cadence.min, TERMS.get(per), per)
    return _every(cadence.min, cadence.period or "")


def _every(count: int, period: str) -> _Rate | None:
    span = parse_period(period)
    return _Rate(count, _months(span)) if span and count > 0 else None


def _months(span: Span) -> Fraction:
    """Return how many months a span lasts: 30 days are one, 90 three, 365 twelve, and every longer span is longer."""
    if span.months:
        return Fraction(span.months)
    years, days = divmod(span.days + Fraction(span.hours, DAY_HOURS), YEAR)
    full = MONTH * (MONTHS - 1)
    rest = days / MONTH if days <= full else (MONTHS - 1) + (days - full) / (YEAR - full)
    return years * MONTHS + rest


def _limit(deadline: Deadline) -> tuple[str, Fraction] | None:
    """Return the kind of a time limit and a value that is smaller the stricter it is."""
    if deadline.by is not None:
        yearly = yearly_day(deadline.by, LEAP_YEAR)
        day = yearly or named_day(deadline.by)
        return (YEARLY if yearly else "day", Fraction(day.toordinal())) if day else None
    if deadline.amount is None:
        return None
    hours = _hours(deadline.amount, deadline.unit or "")
    if hours is None:
        return None
    if deadline.before:
        return "ahead", -hours
    return deadline.counts_from, hours


def _month(day: Fraction) -> int:
    return date.fromordinal(int(day)).month


def _hours(amount: int, unit: str) -> Fraction | None:
    if unit in HOURS:
        return amount * HOURS[unit]
    months = {"month": amount, "year": amount * MONTHS}.get(unit)
    if months is None:
        return None
    return Fraction((months * MONTH + months // MONTHS * (YEAR - MONTH * MONTHS)) * DAY_HOURS)
