"""Tables that offices keep, as rows by column name: CSV or a worksheet, headers in Chinese or English."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from remit.core.problem import Place, Problem, error

__all__ = ["Row", "Table", "csv_rows", "find_columns", "fits", "header_word", "parse_day", "read_table"]

_HEADER_WITHIN = 20  # a title, a unit filled in and notes may stand above the header
_DAY = re.compile(
    r"(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*(?:-|/|\.|月)\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?"
    r"|(\d{4})(\d{2})(\d{2})"
)
_MARKS = re.compile(r"\s+|[*：:（(].*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells by column name, and where it stands: file, line, and the column of each cell.

    `headers` are the columns' names as the file writes them.
    """

    cells: Mapping[str, str]
    place: Place
    columns: Mapping[str, int]
    headers: Mapping[str, str]

    def at(self, column: str) -> Place:
        """Return the place of a cell."""
        return Place(self.place.file, self.place.line, self.columns.get(column, 0) + 1, self.place.ref)


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells below its header, the column of each name, and what is wrong with the header.

    `header` counts lines from 1; 0 where there is none.
    """

    cells: Sequence[Sequence[str]] = ()
    columns: Mapping[str, int] = field(default_factory=dict)
    header: int = 0
    place: Place = Place()
    problems: tuple[Problem, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not empty; cells that a row lacks are empty."""
        positions = tuple(self.columns.items())
        above = self.cells[self.header - 1] if self.header else ()
        headers = {name: above[at].strip() for name, at in positions}
        for line, row in enumerate(self.cells[self.header :], self.header + 1):
            if any(row):
                width = len(row)
                cells = {name: row[at].strip() if at < width else "" for name, at in positions}
                yield Row(cells, Place(self.place.file, line, 0, self.place.ref), self.columns, headers)


def csv_rows(text: str) -> tuple[tuple[tuple[str, ...], ...], tuple[Problem, ...]]:
    """Return the rows of a CSV text; the separator is the one its first lines use: comma, semicolon or tab."""
    head = text[:2000]
    separator = max(",;\t", key=head.count)
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            rows.append(tuple(map(str.strip, row)))  # noqa: PERF401 - what came before a fault is counted
    except csv.Error:
        return (), (_no_csv(len(rows) + 1),)
    return tuple(rows), ()


def read_table(
    rows: Sequence[Sequence[str]], names: Mapping[str, tuple[str, ...]], required: Sequence[str], place: Place
) -> Table:
    """Return the table below the header; `names` are the accepted headers of each column, in lower case.

    The header is the first of the upper rows that has every required column, wherever they stand.
    """
    found = [(number, row, find_columns(row, names)) for number, row in enumerate(rows[:_HEADER_WITHIN], 1)]
    for number, row, columns in found:
        if all(name in columns for name in required):
            at = Place(place.file, number, 0, place.ref)
            return Table(rows, columns, number, place, tuple(_doubled(row, names, at)))
    best = max((columns for _, _, columns in found), key=len, default={})
    missing = [f"{name} ({'、'.join(names[name][1:2])})" for name in required if name not in best]
    problem = error(
        "table-header",
        "There is no column for: {columns}.",
        "Name the columns in the first row.",
        at=Place(place.file, 1, 0, place.ref),
        columns=", ".join(missing),
    )
    return Table(problems=(problem,))


def fits(
    rows: Sequence[Sequence[str]], names: Mapping[str, tuple[str, ...]], required: Sequence[str]
) -> bool:
    """Return whether one of the upper rows is a header with every required column."""
    return any(all(name in find_columns(row, names) for name in required) for row in rows[:_HEADER_WITHIN])


def find_columns(row: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return the position of each column whose header stands in a row; of two alike the first."""
    columns: dict[str, int] = {}
    for position, cell in enumerate(row):
        said = header_word(cell)
        for name, accepted in names.items():
            if said in accepted:
                columns.setdefault(name, position)
    return columns


def header_word(cell: str) -> str:
    """Return a header as it is compared: without blanks, marks, what stands in brackets, and capital letters."""
    return _MARKS.sub("", cell).lower().removeprefix("\ufeff")


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


def _doubled(row: Sequence[str], names: Mapping[str, tuple[str, ...]], at: Place) -> Iterator[Problem]:
    """Two columns of one header: a second table beside the first, or a column that was copied."""
    seen: dict[str, int] = {}
    for position, cell in enumerate(row):
        said = header_word(cell)
        first = seen.setdefault(said, position)
        if said and first != position and any(said in accepted for accepted in names.values()):
            yield error(
                "header-twice",
                "The header '{header}' stands in column {first} and again in column {second}.",
                "Put each table on a sheet of its own, and keep one column of each kind.",
                at=Place(at.file, at.line, position + 1, at.ref),
                header=cell,
                first=first + 1,
                second=position + 1,
            )


def _no_csv(line: int) -> Problem:
    return error(
        "csv-broken",
        "From row {line} on this is no CSV: a cell does not end.",
        "Look for a quotation mark too many, or save the list from WPS or Office as .xlsx.",
        at=Place(line=line),
        line=line,
    )
