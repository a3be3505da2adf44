"""Workbooks (.xlsx) as rows of cell texts."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import python_calamine

from remit.files.confine import Parsed, Sheet
from remit.files.refusal import RefusedError, bomb, damaged, encrypted, unsupported
from remit.files.unzip import open_container
from remit.files.workbook_formulas import find_formulas

__all__ = ["parse_xlsx"]

_MAX_UNPACKED = 256 * 1024 * 1024
_MAX_CELLS = 5_000_000

Cell = int | float | str | bool | time | date | datetime | timedelta


def parse_xlsx(data: bytes) -> Parsed:
    """Return every sheet of a workbook; whole numbers without a point, dates as 2026-03-01."""
    container = open_container(data)
    if "xl/workbook.xml" not in container.namelist():
        raise RefusedError(unsupported("zip"))
    if sum(entry.file_size for entry in container.infolist()) > _MAX_UNPACKED:
        raise RefusedError(bomb())
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        formulas = find_formulas(container)
        sheets = tuple(_sheet(book, name, formulas.get(name, ())) for name in book.sheet_names)
    except python_calamine.PasswordError as fault:
        raise RefusedError(encrypted()) from fault
    except (python_calamine.CalamineError, OSError) as fault:
        raise RefusedError(damaged()) from fault
    return Parsed(sheets=sheets)


def _sheet(book: python_calamine.CalamineWorkbook, name: str, formulas: tuple[tuple[int, int], ...]) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > _MAX_CELLS:
        raise RefusedError(bomb())
    rows = sheet.to_python(skip_empty_area=False)
    texts = tuple(tuple(_text(cell) for cell in row) for row in rows)
    return Sheet(name, texts, formulas, tuple(sheet.merged_cell_ranges or ()))


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
