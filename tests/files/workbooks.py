"""Workbooks as another program saves them: every cell as a text, changed on the way."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import xlsxwriter

from remit.files.workbook import parse_xlsx


def rewrite(
    data: bytes, change: Callable[[list[list[str]]], None], then: Callable[[Any], None] = lambda _: None
) -> bytes:
    """Return the workbook with the rows of its first sheet changed; `then` may do more to that sheet."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False})
    for number, sheet in enumerate(parse_xlsx(data).sheets):
        rows = [list(row) for row in sheet.rows]
        page = book.add_worksheet(sheet.name)
        if number == 0:
            change(rows)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write_string(at, column, cell)
        if number == 0:
            then(page)
    book.close()
    return stream.getvalue()
