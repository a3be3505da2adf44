"""Tables that offices keep, as rows by column name: CSV or a worksheet, headers in Chinese or English."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from remit.core.problem import Place, Problem, error

__all__ = ["Row", "Table", "csv_rows", "parse_day", "read_table"]

_HEADER_WITHIN = 5  # a title may stand above the header
_DAY = re.compile(
    r"(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*(?:-|/|\.|月)\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?|(\d{4})(\d{2})(\d{2})"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells by column name, and where it stands: file, line, and the column of each cell."""

    cells: Mapping[str, str]
    place: Place
    columns: Mapping[str, int]

    def at(self, column: str) -> Place:
        """Return the place of a cell."""
        return Place(self.place.file, self.place.line, self.columns.get(column, 0) + 1, self.place.ref)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a table and what is wrong with its header."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()


def csv_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a CSV text; the separator is the one its first lines use: comma, semicolon or tab."""
    head = text[:2000]
    separator = max(",;\t", key=head.count)
    return tuple(
        tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text), delimiter=separator)
    )


def read_table(
    rows: Sequence[Sequence[str]], names: Mapping[str, tuple[str, ...]], required: Sequence[str], place: Place
) -> Table:
    """Return the rows below the header; `names` are the accepted headers of each column, in lower case.

    The header is the first of the upper rows that has every required column. Empty rows are passed over.
    """
    found = [(number, _columns(row, names)) for number, row in enumerate(rows[:_HEADER_WITHIN])]
    for number, columns in found:
        if all(name in columns for name in required):
            return Table(tuple(_below(rows, number, columns, place)))
    best = max((columns for _, columns in found), key=len, default={})
    missing = [f"{name} ({'、'.join(names[name][1:2])})" for name in required if name not in best]
    problem = error(
        "table-header",
        "There is no column for: {columns}.",
        "Name the columns in the first row.",
        at=Place(place.file, 1, 0, place.ref),
        columns=", ".join(missing),
    )
    return Table(problems=(problem,))


def parse_day(written: str) -> date | None:
    """Return the day that a cell names (2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301), else None."""
    found = _DAY.fullmatch(written.strip())
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _columns(row: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for position, cell in enumerate(row):
        said = re.sub(r"\s+|[*：:（(].*$", "", cell).lower().removeprefix("\ufeff")
        for name, accepted in names.items():
            if said in accepted:
                columns.setdefault(name, position)
    return columns


def _below(
    rows: Sequence[Sequence[str]], header: int, columns: dict[str, int], place: Place
) -> Iterator[Row]:
    for number, row in enumerate(rows[header + 1 :], header + 2):
        if any(cell.strip() for cell in row):
            cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
            yield Row(cells, Place(place.file, number, 0, place.ref), columns)
