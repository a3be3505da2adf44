"""What makes a cadence or a deadline mean nothing."""

from __future__ import annotations

from collections.abc import Iterator

from remit.core.period import (
    COUNTED_FROM,
    DEADLINE_UNITS,
    Cadence,
    Deadline,
    named_day,
    parse_period,
    yearly_day,
)
from remit.core.problem import Place, Problem, error

__all__ = ["cadence_problems", "deadline_problems"]

HIGHEST_AMOUNT = 100_000


def cadence_problems(cadence: Cadence, *, at: Place = Place()) -> tuple[Problem, ...]:
    """Return what makes a cadence mean nothing: no form, mixed forms, an unknown period, impossible numbers."""
    forms = {
        "rate": (cadence.min, cadence.max, cadence.period, cadence.per) != (None,) * 4,
        "months": bool(cadence.months),
        "quarters": bool(cadence.quarters),
        "range": (cadence.period_min, cadence.period_max) != (None, None),
        "vague": cadence.vague is not None,
    }
    given = [form for form, present in forms.items() if present]
    if len(given) != 1:
        return (_wrong_form(given, at),)
    checks = {
        "rate": _rate_problems,
        "months": _number_problems,
        "quarters": _number_problems,
        "range": _range_problems,
        "vague": _vague_problems,
    }
    return tuple(checks[given[0]](cadence, at))


def deadline_problems(deadline: Deadline, *, at: Place = Place()) -> tuple[Problem, ...]:
    """Return what makes a deadline mean nothing: neither amount nor day, both, an unknown unit, an impossible day."""
    return tuple(_deadline_problems(deadline, at))


def _wrong_form(forms: list[str], at: Place) -> Problem:
    if not forms:
        return error(
            "cadence-empty",
            "The rhythm says nothing.",
            "Give 'min' with 'period' (such as 2 in P1Y), 'months', 'quarters', or 'period_min' with 'period_max'.",
            at=at,
        )
    return error(
        "cadence-mixed",
        "The rhythm mixes forms that exclude each other: {forms}.",
        "Keep one, or write one rhythm for each.",
        at=at,
        forms=", ".join(forms),
    )


def _rate_problems(cadence: Cadence, at: Place) -> Iterator[Problem]:
    if cadence.min is None and cadence.max is None:
        yield error(
            "cadence-count",
            "The rhythm does not say how often.",
            "Give 'min' (at least) or 'max' (at most).",
            at=at,
        )
    for name, count in (("min", cadence.min), ("max", cadence.max)):
        if count is not None and count < 1:
            yield error(
                "cadence-count",
                "The rhythm has '{name}: {count}'.",
                "Give a number from 1 up.",
                at=at,
                name=name,
                count=count,
            )
    if cadence.min is not None and cadence.max is not None and cadence.max < cadence.min:
        yield error(
            "cadence-order",
            "The rhythm asks for at least {min} times and at most {max}.",
            "Make 'max' no less than 'min'.",
            at=at,
            min=cadence.min,
            max=cadence.max,
        )
    if (cadence.period is None) == (cadence.per is None) or cadence.per == "":
        yield error(
            "cadence-period",
            "The rhythm does not say how often in which time.",
            "Give either 'period' (such as P1Y) or 'per' (such as 学期).",
            at=at,
        )
    elif cadence.period is not None:
        yield from _period_problems(cadence.period, at)


def _period_problems(period: str, at: Place) -> Iterator[Problem]:
    if parse_period(period) is None:
        yield error(
            "cadence-period",
            "'{period}' is no period.",
            "Give an ISO 8601 period: P1D (day), P1W (week), P1M (month), P3M (quarter), P6M (half-year), P1Y.",
            at=at,
            period=period,
        )


def _number_problems(cadence: Cadence, at: Place) -> Iterator[Problem]:
    for number in cadence.months:
        if not 1 <= number <= 12:
            yield error(
                "cadence-month",
                "There is no month {number}.",
                "Give months from 1 to 12.",
                at=at,
                number=number,
            )
    for number in cadence.quarters:
        if not 1 <= number <= 4:
            yield error(
                "cadence-quarter",
                "There is no quarter {number}.",
                "Give quarters from 1 to 4.",
                at=at,
                number=number,
            )
    numbers = cadence.months or cadence.quarters
    for number in sorted({number for number in numbers if numbers.count(number) > 1}):
        yield error(
            "cadence-twice", "The rhythm names {number} twice.", "Name it once.", at=at, number=number
        )


def _range_problems(cadence: Cadence, at: Place) -> Iterator[Problem]:
    if cadence.period_min is None or cadence.period_max is None:
        yield error(
            "cadence-range",
            "The rhythm gives one end of 'every … to …'.",
            "Give 'period_min' and 'period_max'.",
            at=at,
        )
        return
    yield from _period_problems(cadence.period_min, at)
    yield from _period_problems(cadence.period_max, at)
    low, high = parse_period(cadence.period_min), parse_period(cadence.period_max)
    if low and high and low.length > high.length:
        yield error(
            "cadence-range",
            "The rhythm runs from {low} to {high}, which is shorter.",
            "Exchange 'period_min' and 'period_max'.",
            at=at,
            low=cadence.period_min,
            high=cadence.period_max,
        )


def _vague_problems(cadence: Cadence, at: Place) -> Iterator[Problem]:
    if not cadence.vague:
        yield error(
            "cadence-vague",
            "The rhythm is vague, but its word is missing.",
            "Quote the word of the text, such as 定期.",
            at=at,
        )


def _deadline_problems(deadline: Deadline, at: Place) -> Iterator[Problem]:
    counted = deadline.amount is not None or deadline.unit is not None
    if counted == (deadline.by is not None):
        yield error(
            "deadline-form",
            "The time limit must be an amount or a day, one of the two.",
            "Give 'amount' with 'unit' (such as 20 workday), or 'by' (2026-04-15, or --01-31 for every year).",
            at=at,
        )
    elif deadline.by is not None:
        yield from _day_problems(deadline.by, at)
    else:
        yield from _amount_problems(deadline, at)
    if deadline.counts_from not in COUNTED_FROM:
        yield error(
            "deadline-from",
            "The time limit is counted from '{start}'.",
            "Give 'event' or 'window'.",
            at=at,
            start=deadline.counts_from,
        )


def _day_problems(by: str, at: Place) -> Iterator[Problem]:
    if yearly_day(by, 2000) is None and named_day(by) is None:
        yield error(
            "deadline-day",
            "'{by}' is no day.",
            "Give a day such as 2026-04-15, or --01-31 for that day of every year.",
            at=at,
            by=by,
        )


def _amount_problems(deadline: Deadline, at: Place) -> Iterator[Problem]:
    if deadline.amount is None or not 1 <= deadline.amount <= HIGHEST_AMOUNT:
        yield error(
            "deadline-amount",
            "The time limit has the amount '{amount}'.",
            "Give a number from 1 up.",
            at=at,
            amount="" if deadline.amount is None else deadline.amount,
        )
    if deadline.unit not in DEADLINE_UNITS:
        yield error(
            "deadline-unit",
            "'{unit}' is no unit of a time limit.",
            "Give one of {units}.",
            at=at,
            unit=deadline.unit or "",
            units=", ".join(DEADLINE_UNITS),
        )
    if deadline.after and deadline.before:
        yield error(
            "deadline-form",
            "The time limit is both after '{after}' and before '{before}'.",
            "Keep one of the two.",
            at=at,
            after=deadline.after,
            before=deadline.before,
        )
