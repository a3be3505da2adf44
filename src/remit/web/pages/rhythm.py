"""Cadences and deadlines as fields of a form, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from remit.core.period import Cadence, Deadline
from remit.core.problem import Place, Problem, error
from remit.core.timing import cadence_problems, deadline_problems

__all__ = ["PERIODS", "UNITS", "cadence_rows", "choices", "deadline_rows", "read_cadences", "read_deadlines"]

PERIODS = {
    "P1D": gettext_noop("a day"),
    "P1W": gettext_noop("a week"),
    "P1M": gettext_noop("a month"),
    "P2M": gettext_noop("two months"),
    "P3M": gettext_noop("a quarter"),
    "P6M": gettext_noop("a half-year"),
    "P1Y": gettext_noop("a year"),
    "P2Y": gettext_noop("two years"),
    "P3Y": gettext_noop("three years"),
}
UNITS = {
    "minute": gettext_noop("minutes"),
    "hour": gettext_noop("hours"),
    "day": gettext_noop("days"),
    "workday": gettext_noop("working days"),
    "week": gettext_noop("weeks"),
    "month": gettext_noop("months"),
    "year": gettext_noop("years"),
}
_CADENCE = ("min", "max", "period", "per", "months", "quarters", "period_min", "period_max", "vague")
_DEADLINE = ("amount", "unit", "after", "before", "by", "counts_from")
_ROWS = 8

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Numbers:
    values: tuple[int, ...]
    problems: tuple[Problem, ...]


def cadence_rows(cadences: Iterable[Cadence]) -> list[Row]:
    """Return the fields of each cadence, and an empty row to add one."""
    return [*(_row(c, _CADENCE) for c in cadences), _blank(_CADENCE)]


def deadline_rows(deadlines: Iterable[Deadline]) -> list[Row]:
    """Return the fields of each deadline, and an empty row to add one."""
    return [*(_row(d, _DEADLINE) for d in deadlines), _blank(_DEADLINE)]


def read_cadences(form: Mapping[str, str]) -> tuple[tuple[Cadence, ...], tuple[Problem, ...], list[Row]]:
    """Return the cadences typed, what is wrong with them, and the rows as typed; an empty row is no cadence."""
    rows = _typed(form, "c", _CADENCE, telling=_CADENCE)
    found: list[Cadence] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows):
        if row["blank"]:
            continue
        at = Place(ref=f"c{number}-min")
        numbers = {name: _numbers(row[name], at) for name in ("min", "max", "months", "quarters")}
        cadence = Cadence(
            min=_one(numbers["min"]),
            max=_one(numbers["max"]),
            period=row["period"] or None,
            per=row["per"] or None,
            months=numbers["months"].values,
            quarters=numbers["quarters"].values,
            period_min=row["period_min"] or None,
            period_max=row["period_max"] or None,
            vague=row["vague"] or None,
        )
        typed_wrong = [p for n in numbers.values() for p in n.problems]
        problems += typed_wrong or cadence_problems(cadence, at=at)
        found.append(cadence)
    return tuple(found), tuple(problems), rows


def read_deadlines(form: Mapping[str, str]) -> tuple[tuple[Deadline, ...], tuple[Problem, ...], list[Row]]:
    """Return the deadlines typed, what is wrong with them, and the rows as typed; an empty row is no deadline."""
    rows = _typed(form, "l", _DEADLINE, telling=("amount", "after", "before", "by"))
    found: list[Deadline] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows):
        if row["blank"]:
            continue
        at = Place(ref=f"l{number}-amount")
        amount = _numbers(row["amount"], at)
        deadline = Deadline(
            amount=_one(amount),
            unit=row["unit"] or None if row["amount"] else None,
            after=row["after"],
            before=row["before"],
            by=row["by"] or None,
            counts_from=row["counts_from"] or "event",
        )
        problems += amount.problems or deadline_problems(deadline, at=at)
        found.append(deadline)
    return tuple(found), tuple(problems), rows


def choices(table: Mapping[str, str], values: Iterable[str]) -> list[tuple[str, str]]:
    """Return the options of a list: those of the table, and values in use that it lacks, as they are."""
    extra = [(value, value) for value in dict.fromkeys(values) if value and value not in table]
    return [("", "—"), *((value, _(name)) for value, name in table.items()), *extra]


def _typed(
    form: Mapping[str, str], letter: str, names: tuple[str, ...], *, telling: tuple[str, ...]
) -> list[Row]:
    """The rows that the form sent; one whose `telling` fields are empty is blank."""
    rows = []
    for number in range(_ROWS):
        if not any(f"{letter}{number}-{name}" in form for name in names):
            break
        row = {name: form.get(f"{letter}{number}-{name}", "").strip() for name in names}
        rows.append({**row, "blank": "" if any(row[name] for name in telling) else "yes"})
    return rows


def _row(value: Cadence | Deadline, names: tuple[str, ...]) -> Row:
    return {**{name: _shown(getattr(value, name)) for name in names}, "blank": ""}


def _blank(names: tuple[str, ...]) -> Row:
    """An empty row, which a form may fold away."""
    return {**dict.fromkeys(names, ""), "blank": "yes"}


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(number) for number in value)
    return "" if value is None else str(value)


def _numbers(text: str, at: Place) -> _Numbers:
    parts = [part for part in re.split(r"[\s,，、]+", text) if part]
    if all(re.fullmatch(r"[0-9]{1,4}", part) for part in parts):
        return _Numbers(tuple(int(part) for part in parts), ())
    wrong = error(
        "not-a-number",
        "“{text}” is not a number.",
        "Write digits, several of them with commas between: 6, 12.",
        at=at,
        text=text[:40],
    )
    return _Numbers((), (wrong,))


def _one(numbers: _Numbers) -> int | None:
    return numbers.values[0] if numbers.values else None
