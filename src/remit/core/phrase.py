"""Cadences and deadlines in words."""

from __future__ import annotations

from collections.abc import Callable

from remit.core.period import Cadence, Deadline, Span, named_day, parse_period, yearly_day

__all__ = ["MONTHS", "cadence_text", "deadline_text"]

Translate = Callable[[str], str]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
EVERY = {
    Span(days=1): "a day",
    Span(days=7, weeks=True): "a week",
    Span(months=1): "a month",
    Span(months=3): "a quarter",
    Span(months=6): "a half-year",
    Span(months=12): "a year",
}
LENGTHS = {
    "minute": ("1 minute", "{count} minutes"),
    "hour": ("1 hour", "{count} hours"),
    "day": ("1 day", "{count} days"),
    "workday": ("1 working day", "{count} working days"),
    "week": ("1 week", "{count} weeks"),
    "month": ("1 month", "{count} months"),
    "year": ("1 year", "{count} years"),
}


def cadence_text(cadence: Cadence, translate: Translate = str) -> str:
    """Return a cadence in words, in the language of `translate`: at least 2 times a year, 每年至少2次.

    A cadence that means nothing (`cadence_problems`) is quoted as far as it goes.
    """
    if cadence.vague is not None:
        return _fill(translate, "{vague} (no number given)", vague=cadence.vague)
    if cadence.months:
        names = translate(", ").join(_month(month, translate) for month in cadence.months)
        return _fill(translate, "every year in {months}", months=names)
    if cadence.quarters:
        numbers = translate(", ").join(str(quarter) for quarter in cadence.quarters)
        return _fill(translate, "every year in quarter {quarters}", quarters=numbers)
    if cadence.period_min is not None or cadence.period_max is not None:
        low, high = (_period(period or "", translate) for period in (cadence.period_min, cadence.period_max))
        return _fill(translate, "every {low} to {high}", low=low, high=high)
    return _fill(
        translate, "{times} {every}", times=_times(cadence, translate), every=_every(cadence, translate)
    )


def deadline_text(deadline: Deadline, translate: Translate = str) -> str:
    """Return a deadline in words, in the language of `translate`: within 20 working days, 20个工作日内."""
    if deadline.by is not None:
        return _by(deadline.by, translate)
    length = _length(deadline.unit or "", deadline.amount or 0, translate)
    if deadline.before:
        return _fill(translate, "{length} ahead ({before})", length=length, before=deadline.before)
    if deadline.counts_from == "window":
        return _fill(translate, "within {length} after the end of the period", length=length)
    if deadline.after:
        return _fill(translate, "within {length} ({after})", length=length, after=deadline.after)
    return _fill(translate, "within {length}", length=length)


def _times(cadence: Cadence, translate: Translate) -> str:
    low, high = cadence.min, cadence.max
    if low is not None and high is not None:
        if low == high:
            return translate("once") if low == 1 else _fill(translate, "{count} times", count=low)
        return _fill(translate, "{low} to {high} times", low=low, high=high)
    if high is not None:
        return (
            translate("at most once") if high == 1 else _fill(translate, "at most {count} times", count=high)
        )
    count = low or 1
    return (
        translate("at least once") if count == 1 else _fill(translate, "at least {count} times", count=count)
    )


def _every(cadence: Cadence, translate: Translate) -> str:
    if cadence.per is not None:
        return _fill(translate, "each {per}", per=cadence.per)
    period = cadence.period or ""
    span = parse_period(period)
    if span in EVERY:
        return translate(EVERY[span])
    return _fill(translate, "every {length}", length=_period(period, translate))


def _period(period: str, translate: Translate) -> str:
    span = parse_period(period)
    if span is None:
        return period
    if span.hours:
        return _length("hour", span.hours, translate)
    if span.weeks:
        return _length("week", span.days // 7, translate)
    if span.days:
        return _length("day", span.days, translate)
    if span.months % 12 == 0:
        return _length("year", span.months // 12, translate)
    return _length("month", span.months, translate)


def _length(unit: str, count: int, translate: Translate) -> str:
    if unit not in LENGTHS:
        return f"{count} {unit}".strip()
    one, many = LENGTHS[unit]
    return translate(one) if count == 1 else _fill(translate, many, count=count)


def _by(by: str, translate: Translate) -> str:
    yearly = yearly_day(by, 2000)
    if yearly is not None:
        month = _month(yearly.month, translate)
        return _fill(translate, "by {day} {month} every year", day=yearly.day, month=month)
    day = named_day(by)
    if day is None:
        return _fill(translate, "by {by}", by=by)
    return _fill(
        translate, "by {day} {month} {year}", day=day.day, month=_month(day.month, translate), year=day.year
    )


def _month(number: int, translate: Translate) -> str:
    return translate(MONTHS[number - 1]) if 1 <= number <= len(MONTHS) else str(number)


def _fill(translate: Translate, template: str, **values: object) -> str:
    return translate(template).format_map(values)
