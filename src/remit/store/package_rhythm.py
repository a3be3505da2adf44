"""When a source has to send, and what it owes on a day: a pure rule over the periods of the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["RHYTHMS", "Owed", "owed"]

RHYTHMS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
"""The rhythms by their names, in months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What a source owes on a day: the ends of periods for which nothing came in time, the oldest first.

    `due` is the day by which the next package has to be here that is not yet due, for the period that ends on `ends`;
    both None where none is asked for.
    """

    missing: tuple[date, ...] = ()
    due: date | None = None
    ends: date | None = None


def owed(rhythm: str, *, grace: int, since: date, told: Iterable[date], day: date) -> Owed:
    """Return what is owed on a day. `told` are the days to which the packages that are here run.

    A period counts where its end is not before `since`; a package that runs to its end, or beyond, tells of it.
    """
    if rhythm not in RHYTHMS:
        return Owed()
    furthest = max(told, default=date.min)
    missing: list[date] = []
    end = _end(since, RHYTHMS[rhythm])
    while True:
        due = end + timedelta(days=grace)
        if furthest < end:
            if day <= due:
                return Owed(missing=tuple(missing), due=due, ends=end)
            missing.append(end)
        end = _end(end + timedelta(days=1), RHYTHMS[rhythm])


def _end(day: date, months: int) -> date:
    """Return the last day of the period of so many months that a day is in."""
    last = (day.month - 1) // months * months + months
    year, month = (day.year + 1, 1) if last == 12 else (day.year, last + 1)
    return date(year, month, 1) - timedelta(days=1)
