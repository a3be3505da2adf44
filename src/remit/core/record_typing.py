"""Details as a person types or pastes them, and back: one text a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from remit.core.problem import Place, Problem, error
from remit.core.record import Detail
from remit.core.record_kind import Field, Shape, find_kind, is_figure

__all__ = ["read_details", "split_cells", "write_details"]

CELLS = re.compile(r"\s*[|｜\t]\s*")
NAMES = re.compile(r"[\n、，,;；]+")
IN_BRACKETS = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")
OF_UNIT = re.compile(r"([^:：]+)[:：]\s*(.*)")
HEADS = re.compile(r"(\d+)\s*(?:人|名|people|persons)?", re.I)
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def read_details(kind: str, typed: Mapping[str, str]) -> tuple[tuple[Detail, ...], tuple[Problem, ...]]:
    """Return the details of a record of some kind from the text of each field, and what cannot be read.

    Lines, decisions and objections stand on lines of their own. People are parted by commas or lines: `Ann`, `Ann
    (Finance)`, `Finance: Ann, Bo`, two columns pasted from a sheet, or only how many they were: `37`. A decision is
    `what | unit | person | day`, of which all but the first may be left out; an objection `person | number | reason`.
    Texts of fields that the kind does not have are read as lines: `details_problems` refuses them by name.
    `Place.ref` of a problem is the field.
    """
    fields = {field.key: field for field in find_kind(kind).fields}
    found: list[Detail] = []
    problems: list[Problem] = []
    for key in (*(key for key in fields if key in typed), *(key for key in typed if key not in fields)):
        field = fields.get(key, Field(key=key, label=key, shape=Shape.LINES))
        for one in _read(field, typed[key]):
            if isinstance(one, Problem):
                problems.append(one)
            elif one not in found or field.shape is not Shape.PEOPLE:
                found.append(one)
    return tuple(found), tuple(problems)


def write_details(field: Field, details: Iterable[Detail]) -> str:
    """Return the details of a field as text that `read_details` reads as the same."""
    return "\n".join(_written(field.shape, one) for one in details if one.key == field.key)


def _read(field: Field, text: str) -> Iterator[Detail | Problem]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if field.shape is Shape.PEOPLE:
        yield from _people(field.key, lines)
    elif field.shape is Shape.TEXT:
        if lines:
            yield Detail(key=field.key, text=" ".join(lines))
    else:
        for line in lines:
            yield _line(field, line)


def _line(field: Field, line: str) -> Detail | Problem:
    if field.shape is Shape.LINES:
        return Detail(key=field.key, text=line)
    if field.shape is Shape.DATE:
        day = _day(line)
        return _no_day(field, line) if day is None else Detail(key=field.key, day=day)
    if field.shape is Shape.DECISIONS:
        return _decision(field, line)
    if field.shape is Shape.OBJECTIONS:
        person, number, text = split_cells(line, 3)
        found = _number(number)
        if found is None:
            return _no_number(field, number)
        return Detail(key=field.key, person=person, number=found, text=text)
    found = _number(line)
    return _no_number(field, line) if found is None else Detail(key=field.key, number=found)


def _decision(field: Field, line: str) -> Detail | Problem:
    text, unit, person, by = split_cells(line, 4)
    day = _day(by)
    if by and day is None:
        return _no_day(field, by)
    return Detail(key=field.key, text=text, unit=unit, person=person, day=day)


def _people(key: str, lines: list[str]) -> Iterator[Detail]:
    for line in lines:
        cells = [cell for cell in CELLS.split(line) if cell]
        if len(cells) > 1:
            yield Detail(key=key, person=cells[0], unit=cells[1])
            continue
        of_unit = OF_UNIT.fullmatch(line)
        unit, names = (of_unit[1].strip(), of_unit[2]) if of_unit else ("", line)
        for name in filter(None, map(str.strip, NAMES.split(names))):
            yield _person(key, name, unit)


def _person(key: str, name: str, unit: str) -> Detail:
    if heads := HEADS.fullmatch(name):
        return Detail(key=key, number=Decimal(heads[1]))
    if bracketed := IN_BRACKETS.fullmatch(name):
        return Detail(key=key, person=bracketed[1], unit=bracketed[2].strip())
    return Detail(key=key, person=name, unit=unit)


def split_cells(line: str, count: int) -> list[str]:
    """Return the cells of a line, the last with all that is left of it, as many as are asked for."""
    cells = CELLS.split(line, maxsplit=count - 1)
    return [*(cell.strip() for cell in cells), *[""] * (count - len(cells))]


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text.replace(",", "").replace("，", "").strip())
    except InvalidOperation:
        return None
    return found if is_figure(found) else None


def _day(text: str) -> date | None:
    found = DAY.fullmatch(text.strip())
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _written(shape: Shape, one: Detail) -> str:
    number = "" if one.number is None else f"{one.number.normalize():f}"
    day = one.day.isoformat() if one.day else ""
    if shape is Shape.PEOPLE:
        return number or (f"{one.person} | {one.unit}" if one.unit else one.person)
    if shape is Shape.DECISIONS:
        return f"{one.text} | {one.unit} | {one.person} | {day}".rstrip(" |")
    if shape is Shape.OBJECTIONS:
        return f"{one.person} | {number} | {one.text}".rstrip(" |")
    return one.text or number or day


def _no_day(field: Field, text: str) -> Problem:
    return error(
        "detail-day",
        "'{text}' in '{field}' is no day.",
        "Write year-month-day, such as 2026-03-01.",
        at=Place(ref=field.key),
        text=text,
        field=field.label,
    )


def _no_number(field: Field, text: str) -> Problem:
    return error(
        "detail-number",
        "'{text}' in '{field}' is no number that can be kept.",
        "Write figures, such as 12 or 1.5.",
        at=Place(ref=field.key),
        text=text,
        field=field.label,
    )
