"""A task breakdown that comes back as a workbook: its rows by their hidden keys, its columns by their headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from remit.core.breakdown import is_own, own_reference
from remit.core.breakdown_text import CELLS, RowEdit, tidy_cell
from remit.core.problem import Level, Place, Problem, error, worst
from remit.files.breakdown_xlsx import COLUMNS, HEADER_ROWS, KEY
from remit.files.confine import Sheet, parse_workbook

__all__ = ["BreakdownFile", "locate_faults", "read_breakdown", "stale_row"]

_HEADER_WITHIN = HEADER_ROWS[1] + 4
_MAX_ROWS = 10_000
_OWN = re.compile(
    r"本单位|下级|\b(?:own|below)\b", re.IGNORECASE
)  # else a clause is cited: the row is a duty's
_BELOW = re.compile(r"下级|\bbelow\b", re.IGNORECASE)
_MARK = re.compile(r"[0-9a-f]{16}|")


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownFile:
    """The rows of a workbook, and where each stands: line, and the column of each cell, counted from 1."""

    rows: tuple[RowEdit, ...] = ()
    lines: Mapping[str, int] | None = None
    columns: Mapping[str, int] | None = None
    sheet: str = ""
    file: str = ""


def read_breakdown(data: bytes, *, unit: str, file: str) -> tuple[BreakdownFile, tuple[Problem, ...]]:
    """Return the rows that a workbook holds and what is wrong with it; nothing of a workbook of another unit.

    Rows may be sorted and filtered, columns moved. A row without key is an item of the unit's own where it says what it
    is about, else a problem; so is a formula or a merged cell in a cell that is read. Problems name sheet
    (`Place.ref`), row and column.
    """
    sheets, problems = parse_workbook(data)
    if worst(problems) is Level.ERROR:
        return BreakdownFile(file=file), tuple(replace(p, place=Place(file=file)) for p in problems)
    for sheet in sheets:
        header = _header(sheet)
        if header is not None:
            break
    else:
        return BreakdownFile(file=file), (_no_table(file),)
    owner = _owner(sheets)
    if owner != unit:
        return BreakdownFile(file=file), (_other_unit(file, owner, unit),)
    return _rows(sheet, *header, file, unit)


def locate_faults(
    problems: Iterable[Problem], given: BreakdownFile
) -> tuple[tuple[Problem, ...], dict[tuple[str, str], Problem]]:
    """Return problems about rows (`Place.ref`: `DUTY` or `DUTY cell`) where they stand in the workbook, and by cell."""
    located: list[Problem] = []
    by_cell: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        duty, _, cell = problem.place.ref.partition(" ")
        line = (given.lines or {}).get(duty, 0)
        if line:
            column = (given.columns or {}).get(cell, 0)
            by_cell.setdefault((duty, cell), problem)
            located.append(replace(problem, place=Place(given.file, line, column, given.sheet)))
        else:
            located.append(problem)
    return tuple(located), by_cell


def stale_row(duty: str, given: BreakdownFile) -> Problem:
    """Return the problem of a row that somebody else has changed since the workbook went out."""
    line = (given.lines or {}).get(duty, 0)
    return error(
        "breakdown-row-stale",
        "Row {line} ({duty}): somebody else has changed this row since the workbook was downloaded.",
        "Download it again and write your words into the new one, or change the row on the page.",
        at=Place(given.file, line, 0, given.sheet),
        line=line or "?",
        duty=duty,
    )


def _header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """Return the last row of the header and the columns by name: a name stands in either of its two rows."""
    for at, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        above = sheet.rows[at - 1] if at else ()
        columns: dict[str, int] = {}
        for place in range(max(len(row), len(above))):
            for said in (_cell(row, place), _cell(above, place)):
                name = _NAMES.get(re.sub(r"\s+", "", said).lower())
                if name and name not in columns:
                    columns[name] = place
        if KEY in columns and _cell(row, columns[KEY]).lower() == KEY and len(columns) > 1:
            return at, columns
    return None


def _rows(
    sheet: Sheet, header: int, columns: Mapping[str, int], file: str, unit: str
) -> tuple[BreakdownFile, tuple[Problem, ...]]:
    missing = [one.name for one in COLUMNS if one.name in CELLS and one.name not in columns]
    if missing:
        return BreakdownFile(file=file), (_no_column(file, sheet, header, missing),)
    if len(sheet.rows) > _MAX_ROWS:
        return BreakdownFile(file=file), (_too_many(file, sheet),)
    edits: list[RowEdit] = []
    lines: dict[str, int] = {}
    problems = _unreadable(sheet, header, columns, file)
    for at, row in enumerate(sheet.rows[header + 1 :], header + 1):
        cells = {name: tidy_cell(_cell(row, columns[name])) for name in CELLS}
        key = _cell(row, columns[KEY]).split("|")
        own = _own(row, columns)
        clause = _cell(row, columns["clause"]) if "clause" in columns else ""
        if not any(key) and own.get("title") and (not clause or _OWN.search(clause)):
            key = [own_reference(unit, own["title"]), "", ""]
        if len(key) != 3 or not _MARK.fullmatch(key[1]):
            if any(cells.values()) or any(key):
                problems.append(_no_key(file, sheet, at))
            continue
        if key[0] in lines:
            problems.append(_twice(file, sheet, at, lines[key[0]]))
            continue
        lines[key[0]] = at + 1
        cells |= own if is_own(key[0]) else {}
        edits.append(RowEdit(duty=key[0], mark=key[1], shown=key[2], cells=cells))
    places = {name: at + 1 for name, at in columns.items()}
    found = BreakdownFile(rows=tuple(edits), lines=lines, columns=places, sheet=sheet.name, file=file)
    return found, tuple(problems)


def _own(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    """What the row of an item of the unit's own says besides: its words, and whether units below have it too."""
    found = {}
    if "content" in columns:
        found["title"] = tidy_cell(_cell(row, columns["content"]))
    if "clause" in columns:
        found["cascades"] = "1" if _BELOW.search(_cell(row, columns["clause"])) else ""
    return found


def _unreadable(sheet: Sheet, header: int, columns: Mapping[str, int], file: str) -> list[Problem]:
    read = {columns[name] for name in (*CELLS, KEY)}
    found = [
        error(
            "cell-formula",
            "This cell holds a formula.",
            "Write the words themselves: copy the cell and paste its value.",
            at=Place(file, row + 1, column + 1, sheet.name),
        )
        for row, column in sheet.formulas
        if row > header and column in read
    ]
    found += [
        error(
            "cell-merged",
            "Cells are merged here: it is not clear which row the words belong to.",
            "Split them, and write the words into each row.",
            at=Place(file, first[0] + 1, first[1] + 1, sheet.name),
        )
        for first, last in sheet.merged
        if last[0] > header and any(first[1] <= column <= last[1] for column in read)
    ]
    return found


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if 0 <= at < len(row) else ""


def _owner(sheets: Iterable[Sheet]) -> str:
    """Return the unit that the workbook was made for, as its hidden sheet says."""
    for sheet in sheets:
        if sheet.rows and _cell(sheet.rows[0], 0) == KEY:
            return _cell(sheet.rows[0], 1)
    return ""


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).lower()


_NAMES = {
    KEY: KEY,
    **{_squeezed(one.english): one.name for one in COLUMNS},
    **{_squeezed(one.chinese): one.name for one in COLUMNS},
}


def _no_table(file: str) -> Problem:
    return error(
        "breakdown-no-table",
        "This workbook is no task breakdown that was written here.",
        "Download the unit's workbook, fill it in and hand that one back.",
        at=Place(file),
    )


def _other_unit(file: str, owner: str, unit: str) -> Problem:
    return error(
        "breakdown-other-unit",
        "This is the task breakdown of {owner}, not of {unit}.",
        "Open the page of that unit, or download this unit's workbook.",
        at=Place(file),
        owner=owner or "?",
        unit=unit,
    )


def _no_column(file: str, sheet: Sheet, header: int, missing: Sequence[str]) -> Problem:
    headers = {one.name: f"{one.chinese} ({one.english})" for one in COLUMNS}
    return error(
        "table-header",
        "There is no column for: {columns}.",
        "Name the columns in the first row.",
        at=Place(file, header + 1, 0, sheet.name),
        columns=", ".join(headers[name] for name in missing),
    )


def _too_many(file: str, sheet: Sheet) -> Problem:
    return error(
        "breakdown-too-long",
        "The sheet has {count} rows; a breakdown has {limit} at most.",
        "Delete the empty rows below the table.",
        at=Place(file, _MAX_ROWS, 0, sheet.name),
        count=len(sheet.rows),
        limit=_MAX_ROWS,
    )


def _no_key(file: str, sheet: Sheet, at: int) -> Problem:
    return error(
        "breakdown-no-key",
        "This row belongs to no duty: its hidden key is missing or was changed.",
        "Write into the row of the duty, or say in the column of contents what the unit does of its own.",
        at=Place(file, at + 1, 0, sheet.name),
    )


def _twice(file: str, sheet: Sheet, at: int, first: int) -> Problem:
    return error(
        "breakdown-row-twice",
        "This duty has a row already: row {first}.",
        "Keep one of them.",
        at=Place(file, at + 1, 0, sheet.name),
        first=first,
    )
