"""What a sheet of lists holds beside its values: formulas, hidden rows, and how far it reaches. Read in small steps."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from remit.files.refusal import RefusedError, bomb, damaged
from remit.files.unzip import parse_part

__all__ = ["Marks", "read_marks", "sheet_parts"]

_STEP = 1024 * 1024
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\br=["'](\d{1,7})["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f[\s/>]")
_AT = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_DIMENSION = re.compile(rb"""<(?:\w+:)?dimension\b[^>]*\bref=["'](?:[A-Z]+\d+:)?([A-Z]{1,3})(\d{1,7})["']""")
_FILLED = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*>\s*(?:<(?:\w+:)?f[^>]*>[^<]*</(?:\w+:)?f>\s*)?<(?:\w+:)?(?:v|is)>"""
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST = 10_000  # marks that are told; more are not needed to say that there are many


@dataclass(slots=True)
class Marks:
    """Places count from 0. `last` is the last row and column that a sheet claims to reach, or really does."""

    hidden_rows: list[int] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    last: tuple[int, int] = (0, 0)


def sheet_parts(container: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the container that holds each sheet."""
    relations = parse_part(container, "xl/_rels/workbook.xml.rels")
    book = parse_part(container, "xl/workbook.xml")
    if relations is None or book is None:
        return {}
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    return {
        sheet.get("name", ""): posixpath.normpath(
            posixpath.join("/xl", targets.get(sheet.get(_RELATION, ""), ""))
        ).lstrip("/")
        for sheet in book.iterfind("{*}sheets/{*}sheet")
    }


def read_marks(container: zipfile.ZipFile, part: str, *, most_rows: int, most_cells: int) -> Marks:
    """Return what a sheet's part tells; where it claims more than the most, how far it really reaches."""
    marks = Marks()
    claimed = False
    for chunk in _chunks(container, part):
        if not claimed and (found := _DIMENSION.search(chunk)):
            claimed = True
            marks.last = int(found[2]) - 1, _column(found[1])
        if b"hidden=" in chunk:
            marks.hidden_rows += _hidden_rows(chunk)
        if b"<f" in chunk or b":f" in chunk:
            marks.formulas += _formulas(chunk)
        del marks.hidden_rows[_MOST:], marks.formulas[_MOST:]
    rows, columns = marks.last[0] + 1, marks.last[1] + 1
    if rows > most_rows or rows * columns > most_cells:
        marks.last = _reach(container, part)
    return marks


def _reach(container: zipfile.ZipFile, part: str) -> tuple[int, int]:
    row = column = 0
    for chunk in _chunks(container, part):
        for found in _FILLED.finditer(chunk):
            row, column = max(row, int(found[2]) - 1), max(column, _column(found[1]))
    return row, column


def _hidden_rows(chunk: bytes) -> Iterator[int]:
    for row in _ROW.finditer(chunk):
        number = _NUMBER.search(row[1]) if _HIDDEN.search(row[1]) else None
        if number:
            yield int(number[1]) - 1


def _formulas(chunk: bytes) -> Iterator[tuple[int, int]]:
    for cell in _FORMULA.finditer(chunk):
        at = _AT.search(cell[1])
        if at:
            yield int(at[2]) - 1, _column(at[1])


def _chunks(container: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part in pieces that end where a row begins, so that no cell is cut in two."""
    if part not in container.namelist():
        return
    kept = b""
    try:
        with container.open(part) as stream:
            while step := stream.read(_STEP):
                kept += step
                cut = kept.rfind(b"<", 0, max(kept.rfind(b"<row"), kept.rfind(b":row")) + 1)
                if cut > 0:
                    yield kept[:cut]
                    kept = kept[cut:]
                elif len(kept) > 64 * _STEP:
                    raise RefusedError(bomb())
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as fault:
        raise RefusedError(damaged()) from fault
    yield kept


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
