"""The working-day calendar: which days offices work, up to a horizon beyond which nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Term", "WorkCalendar"]


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
