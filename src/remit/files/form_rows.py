"""A row of a worksheet put in many times: what lies below moves down, formulas and ranges with it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from remit.core.problem import Place, Problem, error
from remit.files.form_book import BookSheet, FormBook, S
from remit.files.form_cells import column_number, insert_rows, move_down, split_cell
from remit.files.form_container import FormContainer

__all__ = ["RepeatedRow", "repeat_row", "table_problem"]

# Attributes of a worksheet's elements that hold ranges on it.
_RANGES = (
    ("mergeCell", "ref"),
    ("autoFilter", "ref"),
    ("conditionalFormatting", "sqref"),
    ("dataValidation", "sqref"),
    ("hyperlink", "ref"),
    ("ignoredError", "sqref"),
    ("protectedRange", "sqref"),
)
_FORMULAS = ("formula", "formula1", "formula2")


@dataclass(frozen=True, slots=True)
class RepeatedRow:
    """A row of a sheet that repeats with the rows of a table."""

    sheet: BookSheet
    row: int
    table: str


def table_problem(form: FormContainer, row: RepeatedRow) -> Problem | None:
    """Return the problem of a row on a sheet with an Excel table or pivot, whose ranges do not move with rows."""
    folder, _, name = row.sheet.part.rpartition("/")
    relations = form.root(posixpath.join(folder, "_rels", f"{name}.rels"))
    kinds = {one.get("Type", "").rpartition("/")[2] for one in relations} if relations is not None else set()
    if not kinds & {"table", "pivotTable"}:
        return None
    return error(
        "form-table",
        "A row repeats on a sheet that holds an Excel table or a pivot table.",
        "Turn the table into plain cells (Convert to Range).",
        at=Place(line=row.row, ref=row.sheet.name),
    )


def repeat_row(book: FormBook, row: RepeatedRow, count: int) -> list[dict[str, etree._Element]]:
    """Make a row `count` rows, and return the cells of each by the letters of their columns."""
    _expand_shared(row.sheet)
    if count > 1:
        _move(book, row, count - 1)
    pattern = next(one for one in row.sheet.rows() if one.get("r") == str(row.row))
    original = deepcopy(pattern)
    made = [_by_column(pattern)]
    before = pattern
    for at in range(1, count):
        copy = deepcopy(original)
        copy.set("r", str(row.row + at))
        for cell in copy.iterfind(f"{S}c"):
            cell.set("r", f"{split_cell(cell.get('r', ''))[0]}{row.row + at}")
            for formula in cell.iterfind(f"{S}f"):
                formula.text = move_down(formula.text or "", at)
        before.addnext(copy)
        before = copy
        made.append(_by_column(copy))
    _repeat_merges(row, count)
    return made


def _by_column(row: etree._Element) -> dict[str, etree._Element]:
    return {split_cell(cell.get("r", ""))[0]: cell for cell in row.iterfind(f"{S}c")}


def _move(book: FormBook, row: RepeatedRow, more: int) -> None:
    """Move down what lies below the row, and all that refers to it."""
    for one in row.sheet.rows():
        number = int(one.get("r", "0"))
        if number > row.row:
            one.set("r", str(number + more))
            for cell in one.iterfind(f"{S}c"):
                cell.set("r", f"{split_cell(cell.get('r', ''))[0]}{number + more}")
    name = row.sheet.name
    for name_, attribute in _RANGES:
        for element in row.sheet.root.iter(f"{S}{name_}"):
            said = element.get(attribute, "").split(" ")
            moved = (insert_rows(one, row.row, more, sheet=name, home=name) for one in said)
            if not (name_ == "mergeCell" and _is_in(said[0], row.row)):
                element.set(attribute, " ".join(moved))
    dimension = row.sheet.root.find(f"{S}dimension")
    if dimension is not None:
        row.sheet.root.remove(dimension)
    for sheet in book.sheets:
        for formula in _formulas(sheet):
            formula.text = insert_rows(formula.text or "", row.row, more, sheet=name, home=sheet.name)
    for defined in book.root.iterfind(f"{S}definedNames/{S}definedName"):
        defined.text = insert_rows(defined.text or "", row.row, more, sheet=name, home="")


def _is_in(ref: str, row: int) -> bool:
    first, _, last = ref.partition(":")
    return split_cell(first)[1] == split_cell(last or first)[1] == row


def _formulas(sheet: BookSheet) -> Iterator[etree._Element]:
    yield from sheet.root.iter(f"{S}f")
    for name in _FORMULAS:
        yield from sheet.root.iter(f"{S}{name}")


def _repeat_merges(row: RepeatedRow, count: int) -> None:
    merges = row.sheet.root.find(f"{S}mergeCells")
    if merges is None:
        return
    for merge in [one for one in merges if _is_in(one.get("ref", ""), row.row)]:
        for at in range(1, count):
            etree.SubElement(merges, f"{S}mergeCell", ref=move_down(merge.get("ref", ""), at))
    merges.set("count", str(len(merges)))


def _expand_shared(sheet: BookSheet) -> None:
    """Give every cell of a shared formula its own."""
    masters: dict[str, tuple[str, str]] = {}
    for ref, cell in sheet.cells():
        formula = cell.find(f"{S}f")
        if formula is None or formula.get("t") != "shared":
            continue
        key = formula.get("si", "")
        if formula.text:
            masters[key] = (ref, formula.text)
        elif key in masters:
            origin, text = masters[key]
            (letters, line), (first, begun) = split_cell(ref), split_cell(origin)
            columns = column_number(letters) - column_number(first)
            formula.text = move_down(text, line - begun, columns)
        for attribute in ("t", "si", "ref"):
            formula.attrib.pop(attribute, "")
