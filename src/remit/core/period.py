"""Rhythm and time limits as a regulation states them: cadences and deadlines.

The forms are those of the published annotation format: a cadence is a rhythm that has to be kept,
a deadline is a limit in time for one act. Periods are ISO 8601 durations (P1D, P1W, P1M, P3M, P6M, P1Y, P2Y).
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Cadence", "Deadline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """A rhythm in one of these forms, and no other:

    - `min` and/or `max` times per ISO `period`, or per `per` (学期, 班: no ISO period);
    - in those `months` (1-12) or `quarters` (1-4) of each year;
    - every `period_min` to `period_max`;
    - `vague`: a rhythm is required but not given (定期, regularly, organization-defined): unquantified.
    """

    min: int | None = None
    max: int | None = None
    period: str | None = None
    per: str | None = None
    months: tuple[int, ...] = ()
    quarters: tuple[int, ...] = ()
    period_min: str | None = None
    period_max: str | None = None
    vague: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit: `amount` of `unit` `after` (or `before`) something, or `by` a date.

    `unit` is minute, hour, day, workday, week, month or year; `after` and `before` quote the text and may be
    empty; `by` is an ISO date (2026-04-15), or `--01-31` for that day of every year. `counts_from` says what
    the amount is counted from: `event` (the day recorded as the trigger) or `window` (the end of the
    duty's own period, as in 每季度结束后10个工作日内).
    """

    amount: int | None = None
    unit: str | None = None
    after: str = ""
    before: str = ""
    by: str | None = None
    counts_from: str = "event"
