"""Sheets as offices lay them out: merged cells are filled, and what a reader would not see is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from remit.core.problem import Place, Problem, error, note
from remit.files.list_sheets import ListSheet
from remit.files.table_rows import Table

__all__ = ["cell_name", "fill_merged", "heading_rows", "sheet_notes"]


def fill_merged(sheet: ListSheet) -> list[list[str]]:
    """Return the rows with the first value of a range that is merged downwards in each of its rows."""
    rows = sheet.rows
    down = [(first, last) for first, last in sheet.merged if last[0] > first[0]]
    if not down:
        return rows
    rows = [list(row) for row in rows]
    for (top, column), (bottom, _) in down:
        value = _cell(rows, top, column)
        for row in rows[top + 1 : bottom + 1] if value else ():
            row.extend([""] * (column + 1 - len(row)))
            row[column] = value
    return rows


def heading_rows(sheet: ListSheet) -> frozenset[int]:
    """Return the rows that are a heading between others: one text in a range that is merged across."""
    across = {first[0] for first, last in sheet.merged if last[0] == first[0] and last[1] > first[1]}
    return frozenset(at for at in across if at < len(sheet.rows) and sum(map(bool, sheet.rows[at])) == 1)


def sheet_notes(
    sheet: ListSheet, table: Table, headings: frozenset[int], *, accepted: Mapping[str, object]
) -> Iterator[Problem]:
    """Yield what was taken in otherwise than it looks, and formulas that have no value."""
    file, names = table.place.file, {at: name for name, at in table.columns.items() if name in accepted}
    first = table.header
    merged = [one for one, last in sheet.merged if last[0] > one[0] and one[1] in names and last[0] >= first]
    if merged:
        yield _said(_MERGED, "Look whether each of them should have it.", file, merged, len(merged))
    passed = sorted(at for at in headings if at >= first)
    if passed:
        yield _said(_HEADINGS, "Delete them if they are in the way.", file, [(passed[0], 0)], len(passed))
    formulas = [at for at in sheet.formulas if at[0] >= first and at[1] in names]
    worked = [at for at in formulas if _cell(sheet.rows, *at)]
    if worked:
        yield _said(_FORMULAS, "See that they are up to date.", file, worked, len(worked))
    for row, column in (at for at in formulas if not _cell(sheet.rows, *at)):
        yield error(
            "formula-without-value",
            "The formula in cell {cell} has no value that could be read.",
            "Open the file in WPS or Office and save it, or type the value itself.",
            at=Place(file, row + 1, column + 1),
            cell=cell_name(row, column),
        )
    unseen = [at for at in sheet.hidden_rows if at >= first and any(_row(sheet.rows, at))]
    if unseen:
        yield _said(_HIDDEN_ROWS, "Delete them if they are not meant.", file, [(unseen[0], 0)], len(unseen))
    if sheet.hidden:
        yield note(
            "sheet-hidden",
            "The sheet '{sheet}' is hidden; it was taken in as well.",
            "Delete it if it is not meant.",
            at=Place(file),
            sheet=sheet.name,
        )


def cell_name(row: int, column: int) -> str:
    """Return a cell as Excel calls it; row and column count from 0."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


_MERGED = (
    "cells-merged",
    "Merged cells whose value holds for several rows: {count}, the first at {cell}.",
)
_HEADINGS = ("rows-passed-over", "Rows with a heading only were passed over: {count}, the first at {cell}.")
_FORMULAS = (
    "formulas-read",
    "Cells with a formula: {count}, the first is {cell}; the value that it last had was read.",
)
_HIDDEN_ROWS = ("rows-hidden", "Hidden rows were taken in as well: {count}, the first at {cell}.")


def _said(
    what: tuple[str, str], remedy: str, file: str, places: Sequence[tuple[int, int]], count: int
) -> Problem:
    row, column = places[0]
    at = Place(file, row + 1, column + 1)
    return note(*what, remedy, at=at, count=count, cell=cell_name(row, column))


def _row(rows: Sequence[Sequence[str]], at: int) -> Sequence[str]:
    return rows[at] if at < len(rows) else ()


def _cell(rows: Sequence[Sequence[str]], row: int, column: int) -> str:
    found = _row(rows, row)
    return found[column] if column < len(found) else ""
