"""Sheets of lists: the workbook is taken apart in a process of its own, row by row, so that large ones fit in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import msgspec
import python_calamine

from remit.core.problem import Problem, error
from remit.files.confine import Parsed, parse_data
from remit.files.list_marks import Marks, read_marks, sheet_parts
from remit.files.refusal import RefusedError, bomb, damaged, encrypted
from remit.files.unzip import open_container

__all__ = ["MOST_CELLS", "MOST_ROWS", "ListSheet", "parse_lists", "read_sheets"]

MOST_ROWS = 500_000
"""The rows of a sheet that are read."""
MOST_CELLS = 6_000_000
"""The cells of a sheet that are read, empty ones between them included."""

_MAX_UNPACKED = 1024 * 1024 * 1024
_MAX_RATIO = 500  # rows of lists are much alike
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_encoder = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet:
    """A sheet as cell texts, rows from its first one without the empty cells at their ends.

    Places count from 0: `hidden_rows`; `formulas` as row and column; `merged` as the first and the last cell of ranges.
    """

    name: str
    rows: list[list[str]]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    formulas: tuple[tuple[int, int], ...] = ()
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


def read_sheets(data: bytes) -> tuple[tuple[ListSheet, ...], tuple[Problem, ...]]:
    """Return the sheets of a workbook (.xlsx); an error comes with none."""
    if data.startswith(_OLD):
        return (), (encrypted() if _ENCRYPTED in data else _old_workbook(),)
    parsed = parse_data("lists", data)
    if parsed.problems:
        return (), parsed.problems
    return msgspec.json.decode(parsed.data, type=tuple[ListSheet, ...]), ()


def parse_lists(data: bytes) -> Parsed:
    """Return the sheets as JSON of `ListSheet`s: whole numbers without a point, dates as 2026-03-01."""
    container = open_container(data)
    entries = container.infolist()
    if "xl/workbook.xml" not in container.namelist():
        raise RefusedError(_no_workbook())
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MAX_UNPACKED or unpacked > _MAX_RATIO * max(len(data), 1):
        raise RefusedError(bomb())
    try:
        return Parsed(data=b"[" + b",".join(_sheets(container, data)) + b"]")
    except python_calamine.PasswordError as fault:
        raise RefusedError(encrypted()) from fault
    except (python_calamine.CalamineError, OSError) as fault:
        raise RefusedError(damaged()) from fault


def _sheets(container: zipfile.ZipFile, data: bytes) -> Iterator[bytes]:
    parts = sheet_parts(container)
    book = python_calamine.load_workbook(io.BytesIO(data))
    for known in book.sheets_metadata:
        if known.typ is python_calamine.SheetTypeEnum.WorkSheet:
            marks = read_marks(
                container, parts.get(known.name, ""), most_rows=MOST_ROWS, most_cells=MOST_CELLS
            )
            _refuse_large(known.name, marks)
            shown = known.visible is python_calamine.SheetVisibleEnum.Visible
            yield _sheet(book.get_sheet_by_name(known.name), marks, hidden=not shown)


def _sheet(sheet: python_calamine.CalamineSheet, marks: Marks, *, hidden: bool) -> bytes:
    about = {
        "name": sheet.name,
        "hidden": hidden,
        "hidden_rows": marks.hidden_rows,
        "formulas": marks.formulas,
        "merged": sheet.merged_cell_ranges or [],
    }
    made = bytearray(msgspec.json.encode(about)[:-1] + b',"rows":[')
    before = [""] * (sheet.start[1] if sheet.start else 0)
    empty = 0
    for row in sheet.iter_rows() if sheet.start else ():
        texts = [cell.strip() if type(cell) is str else _text(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            empty += 1
            continue
        made += b"[]," * empty
        empty = 0
        _encoder.encode_into(before + texts if before else texts, made, -1)
        made += b","
    if made.endswith(b","):
        del made[-1]
    return bytes(made + b"]}")


def _text(cell: Any) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()


def _refuse_large(name: str, marks: Marks) -> None:
    rows, columns = marks.last[0] + 1, marks.last[1] + 1
    if rows > MOST_ROWS and rows * columns <= MOST_CELLS * 4:
        raise RefusedError(_many_rows(name, rows))
    if rows * columns > MOST_CELLS:
        raise RefusedError(_far_cells(name, rows, columns))


def _many_rows(name: str, rows: int) -> Problem:
    return error(
        "sheet-too-long",
        "The sheet '{sheet}' has {rows} rows; at most {limit} are read at a time.",
        "Split the list into several files and take them in one after another, superior units first.",
        sheet=name,
        rows=rows,
        limit=MOST_ROWS,
    )


def _far_cells(name: str, rows: int, columns: int) -> Problem:
    return error(
        "sheet-too-wide",
        "The filled cells of the sheet '{sheet}' reach to row {rows} and column {columns}: more than is read.",
        "Delete what stands far below or to the right of the table, or split the list into several files.",
        sheet=name,
        rows=rows,
        columns=columns,
    )


def _old_workbook() -> Problem:
    return error(
        "workbook-old",
        "This is a workbook of the old kind (.xls).",
        "Open it in WPS or Office and save it as .xlsx.",
    )


def _no_workbook() -> Problem:
    return error(
        "workbook-none",
        "This is no Excel workbook (.xlsx).",
        "Give a workbook or a CSV file, or start from the template.",
    )
