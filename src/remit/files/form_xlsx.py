"""Forms that are workbooks (.xlsx): filled in where their fields and named cells stand, read back from there.

Hidden names mark the cells and the repeated rows, so that they are found again after rows and columns were put in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from remit.core.problem import Place, Problem
from remit.files.form_book import BookSheet, FormBook, S, cell_text, set_cell
from remit.files.form_cells import column_number, split_cell
from remit.files.form_container import FormContainer, needed
from remit.files.form_field import (
    FormData,
    FormField,
    Value,
    field_names,
    field_problems,
    find_fields,
    match_text,
    missing,
    mixed_row,
    value_of,
    value_text,
    worst_is_error,
)
from remit.files.form_rows import RepeatedRow, repeat_row, table_problem

__all__ = ["fill_book", "list_book", "read_book_form"]

_CELL, _ROWS, _NO_ROWS = "_remit_cell_", "_remit_rows_", "_remit_none_"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell of the template with fields in it: its number among all such, its sheet, place and text."""

    number: int
    sheet: BookSheet
    ref: str
    text: str

    @property
    def place(self) -> Place:
        """Where it is: sheet, row and column."""
        letters, row = split_cell(self.ref)
        return Place(line=row, column=column_number(letters), ref=self.sheet.name)


def list_book(form: FormContainer, aliases: Mapping[str, str]) -> tuple[FormField, ...]:
    """Return the fields of a form, sheet by sheet; cells named like a field are known when it is filled in."""
    return tuple(
        FormField(name=name, table=table, place=spot.place)
        for spot in _spots(FormBook(form))
        for table, name in field_names(spot.text, aliases)
    )


def fill_book(form: FormContainer, data: FormData) -> tuple[Problem, ...]:
    """Fill in the fields of a form, and return what is wrong with them; with an error it is left as it was."""
    book = FormBook(form)
    plain, repeated, problems = _sorted(book, data.aliases)
    for spot in (*plain, *(one for some in repeated.values() for one in some)):
        problems += field_problems(spot.text, data, spot.place)
    problems += [found for row in repeated if (found := table_problem(form, row))]
    if worst_is_error(problems):
        return tuple(problems)
    where = {spot.number: (spot.sheet, spot.ref) for spot in plain}
    for spot in plain:
        _fill(spot.sheet.cell(spot.ref), spot.text, value_of(data, None))
    for name, sheet, ref in _named_cells(book, data):
        set_cell(sheet.cell(ref), data.values[name])
    _fill_rows(book, repeated, data, where)
    for number, (sheet, ref) in where.items():
        letters, row = split_cell(ref)
        book.define(f"{_CELL}{number}", f"{_quoted(sheet.name)}!${letters}${row}")
    _forget_results(book)
    return tuple(problems)


def read_book_form(
    template: FormContainer, filled: FormContainer, aliases: Mapping[str, str]
) -> tuple[FormData, tuple[Problem, ...]]:
    """Return what a filled form says in the fields that its template has, and which of them are missing.

    Without the hidden names, as in a form that somebody filled in by hand, cells are looked for where the template has
    them; repeated rows are then one row.
    """
    blank, book = FormBook(template), FormBook(filled)
    names = book.names()
    plain, repeated, problems = _sorted(blank, aliases)
    values: dict[str, Value] = {}
    for spot in plain:
        sheet, ref = _target(book, names.get(f"{_CELL}{spot.number}", ""), spot)
        said = _read(sheet, ref, spot, book, aliases) if sheet else None
        problems += _gaps(spot, aliases) if said is None else []
        for (_, name), value in (said or {}).items():
            values.setdefault(name, value)
    for name, sheet, ref in _named_cells(book, None):
        values.setdefault(aliases.get(name, name), book.value(sheet, ref))
    tables: dict[str, list[Mapping[str, Value]]] = {}
    for number, spots in enumerate(repeated.values(), 1):
        rows, gaps = _read_rows(book, names, number, spots, aliases)
        problems += gaps
        for table, row in rows:
            tables.setdefault(table, []).extend([row] if row else [])
    return FormData(values=values, tables={name: tuple(some) for name, some in tables.items()}), tuple(
        problems
    )


def _spots(book: FormBook) -> Iterator[_Spot]:
    number = 0
    for sheet in book.sheets:
        for ref, cell in sheet.cells():
            text = cell_text(cell, book.shared)
            if "{{" in text or "｛" in text or "}}" in text:
                number += 1
                yield _Spot(number, sheet, ref, text)


def _sorted(
    book: FormBook, aliases: Mapping[str, str]
) -> tuple[list[_Spot], dict[RepeatedRow, list[_Spot]], list[Problem]]:
    """Return the cells that stand alone, those of repeated rows by row, and what is wrong with the rows."""
    plain: list[_Spot] = []
    repeated: dict[tuple[str, int], list[_Spot]] = {}
    spots = list(_spots(book))
    tables: dict[tuple[str, int], set[str]] = {}
    for spot in spots:
        key = (spot.sheet.name, spot.place.line)
        tables.setdefault(key, set()).update(t for t, _ in field_names(spot.text, aliases) if t)
    for spot in spots:
        key = (spot.sheet.name, spot.place.line)
        if tables[key]:
            repeated.setdefault(key, []).append(spot)
        else:
            plain.append(spot)
    problems = [
        mixed_row(Place(ref=sheet, line=row)) for (sheet, row), some in tables.items() if len(some) > 1
    ]
    rows = {RepeatedRow(some[0].sheet, key[1], min(tables[key])): some for key, some in repeated.items()}
    return plain, rows, problems


def _fill(cell: etree._Element, text: str, given: Callable[[str], Value]) -> None:
    found = list(find_fields(text))
    if len(found) == 1 and found[0][0] == text.strip():
        set_cell(cell, given(found[0][1]))
        return
    said, at = [], 0
    for one in found:
        said += [text[at : one.start()], value_text(given(one[1]))]
        at = one.end()
    set_cell(cell, "".join((*said, text[at:])))


def _fill_rows(
    book: FormBook,
    repeated: Mapping[RepeatedRow, list[_Spot]],
    data: FormData,
    where: dict[int, tuple[BookSheet, str]],
) -> None:
    """Repeat rows from the last one up, so that the places of those above stay; the cells below them move along."""
    marks: list[tuple[int, RepeatedRow, int]] = []
    for number, (row, spots) in reversed(list(enumerate(repeated.items(), 1))):
        given = data.tables.get(row.table, ())
        count = max(len(given), 1)
        cells = repeat_row(book, row, count)
        for at in range(count):
            values = given[at] if given else {}
            for spot in spots:
                _fill(cells[at][split_cell(spot.ref)[0]], spot.text, value_of(data, values))
        for key, (sheet, ref) in where.items():
            letters, line = split_cell(ref)
            if sheet is row.sheet and line > row.row:
                where[key] = (sheet, f"{letters}{line + count - 1}")
        marks = [
            (n, RepeatedRow(r.sheet, r.row + count - 1, r.table) if r.sheet is row.sheet else r, c)
            for n, r, c in marks
        ]
        marks.append((number, row, len(given)))
    for number, row, count in marks:
        first, last = row.row, row.row + max(count, 1) - 1
        refers = f"{_quoted(row.sheet.name)}!$A${first}:$A${last}"
        book.define(f"{_ROWS if count else _NO_ROWS}{number}", refers)


def _named_cells(book: FormBook, data: FormData | None) -> Iterator[tuple[str, BookSheet, str]]:
    """Yield the cells that bear the name of a field: with `data` those that it has a value for."""
    for name, refers in book.names().items():
        known = data.aliases.get(name, name) if data else name
        sheet_name, _, ref = refers.rpartition("!")
        sheet = book.sheet(sheet_name.strip("'").replace("''", "'"))
        if sheet is None or name.startswith("_") or ":" in ref or (data and known not in data.values):
            continue
        plain = ref.replace("$", "")
        cell = next((one for there, one in sheet.cells() if there == plain), None)
        if cell is None or (
            cell.find(f"{S}f") is None and not list(find_fields(cell_text(cell, book.shared)))
        ):
            yield known, sheet, plain


def _target(book: FormBook, refers: str, spot: _Spot) -> tuple[BookSheet | None, str]:
    sheet_name, _, ref = refers.rpartition("!")
    if not ref or ":" in ref:
        return book.sheet(spot.sheet.name), spot.ref
    return book.sheet(sheet_name.strip("'").replace("''", "'")), ref.replace("$", "")


def _read(
    sheet: BookSheet, ref: str, spot: _Spot, book: FormBook, aliases: Mapping[str, str]
) -> dict[tuple[str, str], Value] | None:
    """Return what a cell says in the fields of the template's cell; None where the words around them are others."""
    return _values(book.value(sheet, ref), spot.text, aliases)


def _values(value: Value, text: str, aliases: Mapping[str, str]) -> dict[tuple[str, str], Value] | None:
    found = list(find_fields(text))
    keys = list(field_names(text, aliases))
    if len(found) == 1 and found[0][0] == text.strip():
        return {keys[0]: value}
    said = match_text(text, value_text(value))
    if said is None:
        return None
    return {key: said[one[1]] for key, one in zip(keys, found, strict=True)}


def _read_rows(
    book: FormBook, names: Mapping[str, str], number: int, spots: list[_Spot], aliases: Mapping[str, str]
) -> tuple[list[tuple[str, dict[str, Value]]], list[Problem]]:
    sheet_name, _, ref = names.get(f"{_ROWS}{number}", names.get(f"{_NO_ROWS}{number}", "")).rpartition("!")
    sheet = book.sheet(sheet_name.strip("'").replace("''", "'") or spots[0].sheet.name)
    first, _, last = ref.replace("$", "").partition(":")
    begins = int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or spots[0].place.line)
    ends = int(last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or begins)
    tables = {table for spot in spots for table, _ in field_names(spot.text, aliases) if table}
    if sheet is None:
        return [], [gap for spot in spots for gap in _gaps(spot, aliases)]
    found: list[tuple[str, dict[str, Value]]] = []
    problems: list[Problem] = []
    none = f"{_NO_ROWS}{number}" in names
    for line in range(begins, ends + 1):
        row: dict[str, Value] = {}
        for spot in spots:
            said = _read(sheet, f"{split_cell(spot.ref)[0]}{line}", spot, book, aliases)
            problems += _gaps(spot, aliases) if said is None else []
            row |= {name: value for (table, name), value in (said or {}).items() if table}
        found += [(table, {} if none and not any(row.values()) else row) for table in tables]
    return found, problems


def _gaps(spot: _Spot, aliases: Mapping[str, str]) -> list[Problem]:
    return [
        missing(f"{table}.{name}".lstrip("."), spot.place) for table, name in field_names(spot.text, aliases)
    ]


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"


def _forget_results(book: FormBook) -> None:
    """Take out what formulas came to before, and have them computed when the workbook is opened."""
    for sheet in book.sheets:
        for cell in sheet.root.iter(f"{S}c"):
            for value in cell.findall(f"{S}v") if cell.find(f"{S}f") is not None else ():
                cell.remove(value)
    properties = book.root.find(f"{S}calcPr")
    if properties is None:
        properties = etree.Element(f"{S}calcPr")
        names = book.root.find(f"{S}definedNames")
        if names is None:
            names = book.root.find(f"{S}sheets")
        needed(names).addnext(properties)
    properties.set("fullCalcOnLoad", "1")
    book.form.drop_calculation_chain()
