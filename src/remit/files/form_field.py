"""The fields of a form: how they are written in a text, found, filled in, and read back.

A field is `{{name}}`, one of a repeated row `{{row.name}}`; full-width braces count too. Nothing else means anything:
a form is plain replacement, no program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from remit.core.problem import Level, Place, Problem, error, warning

__all__ = [
    "MOST_ROWS",
    "FormData",
    "FormField",
    "FormRequest",
    "Value",
    "clean_text",
    "external",
    "field_names",
    "field_problems",
    "find_fields",
    "is_number",
    "match_text",
    "missing",
    "mixed_row",
    "too_many",
    "value_of",
    "value_text",
    "without_row",
    "worst_is_error",
]

Value = str | int | float
MOST_ROWS = 5_000
_FIELD = re.compile(r"[{｛]{2}\s*([^\W\d]\w{0,39}(?:[.．][^\W\d]\w{0,39})?)\s*[}｝]{2}")
_BRACES = re.compile(r"[{｛]{2}|[}｝]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormData:
    """What a form is filled with, or says: values by field, rows by table. `aliases` are other names of fields."""

    values: Mapping[str, Value] = field(default_factory=dict)
    tables: Mapping[str, Sequence[Mapping[str, Value]]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field as it stands in a form: its own name (aliases resolved), the table it repeats with, and its place."""

    name: str
    table: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRequest:
    """What the confined process is asked: `fill` the template, `list` its fields, or `read` the filled form."""

    work: str
    template: bytes
    filled: bytes = b""
    data: FormData = FormData()


def find_fields(text: str) -> Iterator[re.Match[str]]:
    """Yield the fields of a text; the name is group 1."""
    return _FIELD.finditer(text) if "}}" in text or "｝" in text else iter(())


def field_names(text: str, aliases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a text as table (empty: none) and name, aliases resolved."""
    for found in find_fields(text):
        yield _resolved(found[1], aliases)


def _resolved(written: str, aliases: Mapping[str, str]) -> tuple[str, str]:
    before, dot, after = written.replace("．", ".").partition(".")
    table, name = (before, after) if dot else ("", before)
    return aliases.get(table, table), aliases.get(name, name)


def field_problems(text: str, data: FormData, at: Place) -> Iterator[Problem]:
    """Yield what is wrong with the fields of a text: braces that hold no name, unknown names, and empty values."""
    if _BRACES.search(_FIELD.sub("", text)):
        yield error(
            "form-field-malformed",
            "'{text}' is no field.",
            "Write a field as two braces around a name and nothing else.",
            at=at,
            text=text.strip()[:60],
        )
    for table, name in field_names(text, data.aliases):
        known = _known(table, data)
        if known is not None and name not in known:
            yield error(
                "form-field-unknown",
                "There is no field '{field}'.",
                "Take one of these: {known}.",
                at=at,
                field=f"{table}.{name}" if table else name,
                known=", ".join(sorted(known)[:40]) or "-",
            )
        elif not table and value_text(data.values.get(name, "")) == "":
            yield warning(
                "form-field-empty",
                "There is nothing to fill in for '{field}'.",
                "Fill it in by hand, or add what is missing in Remit.",
                at=at,
                field=name,
            )


def _known(table: str, data: FormData) -> frozenset[str] | None:
    """Return the names that a field of a table, or one outside any, may have; None: any, as the table has no row."""
    if not table:
        return frozenset(data.values)
    rows = data.tables.get(table)
    if rows is None:
        return frozenset()
    return frozenset(rows[0]) if rows else None


def value_of(data: FormData, row: Mapping[str, Value] | None) -> Callable[[str], Value]:
    """Return what gives the value of a field as it is written, in a row of its table."""

    def given(written: str) -> Value:
        table, name = _resolved(written, data.aliases)
        return (row or {}).get(name, "") if table else data.values.get(name, "")

    return given


def value_text(value: Value) -> str:
    """Return a value as text, as XML can hold it."""
    return (
        clean_text(value)
        if isinstance(value, str)
        else f"{value:.15g}"
        if isinstance(value, float)
        else str(value)
    )


def clean_text(text: str) -> str:
    """Return a text without what no document can hold; one kind of line end."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_number(value: Value) -> bool:
    """Return whether a value is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def match_text(pattern: str, text: str) -> dict[str, str] | None:
    """Return the values, by the fields as written, that make a text of a pattern; None where none do."""
    parts, at, names = [], 0, []
    for found in find_fields(pattern):
        parts += [re.escape(pattern[at : found.start()]), "(.*?)"]
        names.append(found[1])
        at = found.end()
    parts.append(re.escape(pattern[at:]))
    matched = re.fullmatch("".join(parts), text, re.DOTALL)
    return dict(zip(names, matched.groups(), strict=True)) if matched else None


def missing(name: str, at: Place) -> Problem:
    """A field of the form that what came back does not have."""
    return error(
        "form-field-missing",
        "The field '{field}' of the form is not in what was handed in, or the words around it were changed.",
        "Fill in the form anew, and leave the words beside the fields as they are.",
        at=at,
        field=name,
    )


def mixed_row(at: Place) -> Problem:
    """A row that would have to repeat with two tables."""
    return error(
        "form-row-mixed",
        "This row has fields of two tables.",
        "Put each table into rows of its own.",
        at=at,
    )


def without_row(name: str, at: Place) -> Problem:
    """A field of a repeated row that stands in no row of a table."""
    return error(
        "form-row-outside",
        "The field '{field}' repeats with a row, and stands in no row of a table.",
        "Put it into the row of a table.",
        at=at,
        field=name,
    )


def external(kind: str) -> Problem:
    """A form that would load or run something."""
    return error(
        "form-active",
        "The form holds a macro or loads something from outside ({kind}): it was not filled in.",
        "Save it as .docx or .xlsx without macros, linked templates and linked objects.",
        kind=kind,
    )


def too_many(rows: int) -> Problem:
    """More rows than a form is filled with."""
    return error(
        "form-rows",
        "The form would have {count} rows; it is filled with {most} at most.",
        "Write the ledger without a form, or of a shorter period.",
        count=rows,
        most=MOST_ROWS,
    )


def worst_is_error(problems: Iterable[Problem]) -> bool:
    """Return whether an error is among the problems."""
    return any(one.level is Level.ERROR for one in problems)
