"""References to cells in formulas and attributes, moved as rows are put in."""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["column_letters", "column_number", "insert_rows", "move_down", "split_cell"]

_CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})")
_REFERENCE = re.compile(
    r"""
    "(?:[^"]|"")*"                                            # a text is left alone
    | (?P<sheet>'(?:[^']|'')*'!|[^\W\d][\w.]*!)?              # which sheet
      (?<![\w.$])(?P<first>\$?[A-Z]{1,3}\$?[1-9]\d{0,6})
      (?: : (?P<last>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}) )?
      (?![\w.(!])
    """,
    re.VERBOSE,
)
_ROWS = 1_048_576


def split_cell(ref: str) -> tuple[str, int]:
    """Return a reference to one cell (`$B$7`) as its column's letters and its row."""
    _, letters, _, row = _pieces(ref)
    return letters, row


def _pieces(ref: str) -> tuple[str, str, str, int]:
    """A reference to one cell: whether its column is fixed (`$`) and which it is, and the same of its row."""
    found = _CELL.fullmatch(ref)
    if found is None:
        raise ValueError(ref)
    return found[1], found[2], found[3], int(found[4])


def column_number(letters: str) -> int:
    """Return the number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column, counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def insert_rows(formula: str, row: int, count: int, *, sheet: str, home: str) -> str:
    """Return a formula (or a reference) as it reads when a row of a sheet has become `count` + 1 rows.

    What lay below moves down; a range that ends on or after the row grows, so that a sum over the row sums all of them.
    `home` is the sheet on which the formula stands.
    """

    def moved(first: str, last: str | None) -> str:
        begins = _shifted(first, lambda at: at + count if at > row else at)
        if last is None:
            return begins
        return f"{begins}:{_shifted(last, lambda at: at + count if at >= row else at)}"

    def meant(written: str | None) -> bool:
        name = home if written is None else written[:-1].strip("'").replace("''", "'")
        return name == sheet

    return _each(formula, moved, meant)


def move_down(formula: str, count: int, columns: int = 0) -> str:
    """Return a formula as it reads when it is copied so many rows down and columns right: relative references move."""

    def moved(first: str, last: str | None) -> str:
        ends = [_copied(one, count, columns) for one in (first, last) if one]
        return ":".join(ends)

    return _each(formula, moved, lambda _: True)


def _each(formula: str, moved: Callable[[str, str | None], str], meant: Callable[[str | None], bool]) -> str:
    def replaced(found: re.Match[str]) -> str:
        if found["first"] is None or not meant(found["sheet"]):
            return found[0]
        return (found["sheet"] or "") + moved(found["first"], found["last"])

    return _REFERENCE.sub(replaced, formula)


def _shifted(cell: str, row: Callable[[int], int]) -> str:
    column_fixed, letters, row_fixed, number = _pieces(cell)
    return f"{column_fixed}{letters}{row_fixed}{min(row(number), _ROWS)}"


def _copied(cell: str, count: int, columns: int) -> str:
    column_fixed, letters, row_fixed, row = _pieces(cell)
    if not column_fixed:
        letters = column_letters(max(column_number(letters) + columns, 1))
    if not row_fixed:
        row = min(max(row + count, 1), _ROWS)
    return f"{column_fixed}{letters}{row_fixed}{row}"
