"""What a record says in the fields of its kind: what is wrong with it, and what many records add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from remit.core.problem import Place, Problem, error, warning
from remit.core.record import Detail, Record
from remit.core.record_kind import (
    ATTENDANCE,
    DECISIONS,
    KINDS,
    OBJECTIONS,
    Field,
    RecordKind,
    Shape,
    find_kind,
    is_figure,
)

__all__ = [
    "Figure",
    "detail_figures",
    "details_of",
    "details_problems",
    "field_count",
    "objectors",
]

ONCE = frozenset({Shape.TEXT, Shape.NUMBER, Shape.DATE, Shape.AMOUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure about records of a kind, with the references of those that it was counted from.

    Without a `key` it is how many records there are; else what a field adds up to: people, lines, decisions, or the sum
    of its numbers.
    """

    kind: str
    key: str
    total: Decimal
    records: tuple[str, ...]


def details_of(record: Record, key: str) -> tuple[Detail, ...]:
    """Return what a record says in a field, in order."""
    return tuple(one for one in record.details if one.key == key)


def objectors(record: Record, decision: int) -> tuple[Detail, ...]:
    """Return who objected to a decision of a record, counted from 1, by name and with the reason recorded."""
    return tuple(one for one in details_of(record, OBJECTIONS.key) if one.number == decision)


def field_count(field: Field, details: Iterable[Detail]) -> Decimal:
    """Return what a field adds up to in the details of a record, of which it takes its own.

    People: as many as the number says, else as names stand there. Numbers and amounts: their sum. Others: how many.
    """
    own = [one for one in details if one.key == field.key]
    numbers = [one.number for one in own if one.number is not None]
    if field.shape in {Shape.NUMBER, Shape.AMOUNT} or (field.shape is Shape.PEOPLE and numbers):
        return sum(numbers, Decimal())
    return Decimal(len(own))


def detail_figures(records: Iterable[Record]) -> tuple[Figure, ...]:
    """Return what records add up to, by kind and field, in the order of the table of kinds; zeros are left out.

    Texts and days are not counted. A person who attended twice counts twice.
    """
    by_kind: dict[str, list[Record]] = {}
    for record in records:
        by_kind.setdefault(record.kind, []).append(record)
    order = {key: place for place, key in enumerate(KINDS)}
    found: list[Figure] = []
    for kind in sorted(by_kind, key=lambda key: (order.get(key, len(order)), key)):
        some = by_kind[kind]
        refs = tuple(record.ref for record in some)
        found.append(Figure(kind=kind, key="", total=Decimal(len(some)), records=refs))
        found += _field_figures(find_kind(kind), kind, some)
    return tuple(found)


def _field_figures(kind: RecordKind, key: str, records: list[Record]) -> Iterator[Figure]:
    for field in kind.fields:
        if field.shape in {Shape.TEXT, Shape.DATE}:
            continue
        counted = [(record.ref, field_count(field, record.details)) for record in records]
        total = sum((count for _, count in counted), Decimal())
        if total:
            refs = tuple(ref for ref, count in counted if count)
            yield Figure(kind=key, key=field.key, total=total, records=refs)


def details_problems(record: Record) -> tuple[Problem, ...]:
    """Return what is wrong with the details of a record: an error must not be kept, a warning says what is missing.

    `Place.ref` is the key of the field.
    """
    fields = {field.key: field for field in find_kind(record.kind).fields}
    by_key: dict[str, list[Detail]] = {}
    for one in record.details:
        by_key.setdefault(one.key, []).append(one)
    found: list[Problem] = []
    for key, details in by_key.items():
        found += (
            _field_problems(fields[key], details, record.day) if key in fields else (_unknown(key, record),)
        )
    found += _objection_problems(by_key)
    said = {*by_key, *(["place"] if record.about else [])}  # what is in the register has its place there
    found += (_missing(field) for field in fields.values() if field.needed and field.key not in said)
    return tuple(found)


def _unknown(key: str, record: Record) -> Problem:
    return error(
        "detail-unknown",
        "A record of kind '{kind}' has no field '{key}'.",
        "Give one of: {keys}.",
        at=Place(ref=key),
        kind=record.kind,
        key=key,
        keys=", ".join(field.key for field in find_kind(record.kind).fields),
    )


def _missing(field: Field) -> Problem:
    return warning(
        "detail-missing",
        "It is not said: {field}.",
        "Say it, and the record speaks for itself.",
        at=Place(ref=field.key),
        field=field.label,
    )


def _field_problems(field: Field, details: list[Detail], day: date) -> Iterator[Problem]:
    at = Place(ref=field.key)
    if not all(_is_filled(field.shape, one) for one in details):
        yield error(
            "detail-shape",
            "'{field}' lacks what it is about, or holds something else.",
            "Fill it in as the form shows.",
            at=at,
            field=field.label,
        )
    if not all(one.number is None or is_figure(one.number) for one in details):
        yield error(
            "detail-number",
            "'{text}' in '{field}' is no number that can be kept.",
            "Write figures, such as 12 or 1.5.",
            at=at,
            text=", ".join(str(one.number) for one in details if one.number is not None),
            field=field.label,
        )
        return
    if len(details) > 1 and field.shape in ONCE:
        yield error(
            "detail-twice",
            "'{field}' is said more than once.",
            "Keep one of them.",
            at=at,
            field=field.label,
        )
    if field.shape is Shape.PEOPLE:
        yield from _people_problems(field, details, at)
    if field.shape is Shape.DECISIONS and any(one.day and one.day < day for one in details):
        yield error(
            "decision-day",
            "A decision is to be carried out before the day on which it was taken, {day}.",
            "Correct the day by which it is to be done.",
            at=at,
            day=day,
        )


def _people_problems(field: Field, details: list[Detail], at: Place) -> Iterator[Problem]:
    numbers = [one for one in details if one.number is not None]
    named = [one.person for one in details if one.person]
    if len(numbers) > 1 or (numbers and numbers[0].number is not None and numbers[0].number < len(named)):
        yield error(
            "people-count",
            "'{field}' names {named} people and says that there were fewer, or gives two numbers.",
            "Give one number that counts everybody, or the names alone.",
            at=at,
            field=field.label,
            named=len(named),
        )


def _objection_problems(by_key: Mapping[str, list[Detail]]) -> Iterator[Problem]:
    decisions = len(by_key.get(DECISIONS.key, ()))
    there = {one.person for one in by_key.get(ATTENDANCE.key, ()) if one.person}
    for one in by_key.get(OBJECTIONS.key, ()):
        at = Place(ref=OBJECTIONS.key)
        if one.number is not None and not 1 <= one.number <= decisions:
            yield error(
                "objection-decision",
                "{person} is said to have objected to decision {number}; there are {decisions}.",
                "Give the number of the decision.",
                at=at,
                person=one.person,
                number=one.number,
                decisions=decisions,
            )
        if there and one.person not in there:
            yield warning(
                "objection-absent",
                "{person} objected but is not among those who attended.",
                "Add the name to the attendance, or correct it.",
                at=at,
                person=one.person,
            )


def _is_filled(shape: Shape, one: Detail) -> bool:
    """Whether a detail has what its shape is about, and nothing that belongs to another."""
    has = {
        "text": bool(one.text),
        "person": bool(one.person),
        "unit": bool(one.unit),
        "day": one.day is not None,
        "number": one.number is not None,
    }
    wanted, allowed = _PARTS[shape]
    filled = {part for part, there in has.items() if there}
    if shape is Shape.PEOPLE and filled == {"number"}:
        return True
    return wanted <= filled <= allowed


_PARTS: Mapping[Shape, tuple[frozenset[str], frozenset[str]]] = {
    shape: (frozenset(wanted), frozenset((*wanted, *besides)))
    for shape, wanted, besides in (
        (Shape.TEXT, ("text",), ()),
        (Shape.LINES, ("text",), ()),
        (Shape.PEOPLE, ("person",), ("unit",)),
        (Shape.NUMBER, ("number",), ()),
        (Shape.AMOUNT, ("number",), ()),
        (Shape.DATE, ("day",), ()),
        (Shape.DECISIONS, ("text",), ("unit", "person", "day")),
        (Shape.OBJECTIONS, ("person", "number"), ("text",)),
    )
}
