"""Workbooks that offices print and filter."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence

import xlsxwriter

__all__ = ["workbook_bytes"]


def workbook_bytes(
    sheet: str,
    title: str,
    head: Sequence[str],
    rows: Iterable[Sequence[object]],
    widths: Sequence[int],
    translate: Callable[[str], str],
) -> bytes:
    """Return a workbook of one sheet: header frozen and repeated in print, filters, A4 landscape, page numbers.

    Texts are written as texts, whatever they begin with: nothing in a cell is ever a formula.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    page = book.add_worksheet(sheet[:31])
    strong = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E7ECEF"}
    )
    plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    number = book.add_format({"valign": "top", "border": 1, "num_format": "0"})
    for column, (name, width) in enumerate(zip(head, widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, name, strong)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(last, column, cell, number)
            else:
                page.write_string(last, column, str(cell), plain)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(last, 1), len(head) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_header("&C" + title.replace("&", "&&")[:200])
    page.set_footer("&C" + translate("page {page} of {pages}").format(page="&P", pages="&N"))
    book.close()
    return stream.getvalue()
