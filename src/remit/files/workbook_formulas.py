"""Which cells of a workbook hold a formula: what readers of values do not tell."""

from __future__ import annotations

import posixpath
import re
import zipfile

from remit.files.unzip import parse_part, read_part

__all__ = ["find_formulas"]

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f[\s/>]")
_AT = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,7})\"")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def find_formulas(container: zipfile.ZipFile) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return, by sheet, the row and column of each cell with a formula, counted from 0."""
    targets = _targets(container)
    book = parse_part(container, "xl/workbook.xml")
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for sheet in () if book is None else book.iterfind("{*}sheets/{*}sheet"):
        part = read_part(container, targets.get(sheet.get(_RELATION, ""), "")) or b""
        cells = (_AT.search(one[1]) for one in _CELL.finditer(part))
        found[sheet.get("name", "")] = tuple((int(at[2]) - 1, _column(at[1].decode())) for at in cells if at)
    return found


def _targets(container: zipfile.ZipFile) -> dict[str, str]:
    relations = parse_part(container, "xl/_rels/workbook.xml.rels")
    if relations is None:
        return {}
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))).lstrip("/")
        for one in relations
    }


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
