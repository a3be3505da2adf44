"""Very long worksheets: the rows are streamed into a workbook that was laid out without them.

XlsxWriter merges no cells over two rows when it keeps no rows in memory, and takes several times as long for a row.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from remit.files.form_cells import column_letters

__all__ = ["MOST_ROWS", "write_long_sheet"]

MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_000
_SHEET = "xl/worksheets/sheet1.xml"
_STYLE = re.compile(rb' s="(\d+)"')
_SPECIAL = re.compile("[&<>\x00-\x08\x0b\x0c\r\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "_x005F_"}
_CHUNK = 1024 * 1024
_AT_ONCE = 500


def write_long_sheet(
    stream: BinaryIO, rows: Iterable[Sequence[str | int]], layout: Callable[[int], bytes], *, first: int
) -> int:
    """Write a workbook whose first sheet has the rows from row number `first` (from 1) on, and return how many.

    `layout` makes the workbook without them, told the number of the last row: everything above the rows, widths, page,
    filters; in row `first` a cell for each column shows the format of the column. A text is never a formula, whatever
    it begins with, and is cut after 32,000 characters; an empty one is an empty cell. No more than some hundred rows
    are in memory.
    """
    with tempfile.TemporaryFile() as body:
        styles = _styles(layout(first), first)
        count = 0
        for piece, number in _pieces(rows, styles, first):
            body.write(piece)
            count = number
        skeleton = zipfile.ZipFile(io.BytesIO(layout(max(first, first + count - 1))))
        body.seek(0)
        with zipfile.ZipFile(stream, "w") as made:
            for name in skeleton.namelist():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                content = skeleton.read(name)
                if name != _SHEET:
                    made.writestr(entry, content)
                    continue
                head, tail = _cut(content, first)
                with made.open(entry, "w", force_zip64=True) as part:
                    part.write(head)
                    while chunk := body.read(_CHUNK):
                        part.write(chunk)
                    part.write(tail)
    return count


def _styles(workbook: bytes, first: int) -> list[bytes]:
    """Return the formats of the columns, as the sample row has them."""
    content = zipfile.ZipFile(io.BytesIO(workbook)).read(_SHEET)
    start = content.index(b'<row r="%d"' % first)
    return _STYLE.findall(content[start : content.index(b"</row>", start)])


def _cut(content: bytes, first: int) -> tuple[bytes, bytes]:
    """Return what stands before and after the rows, without the sample row and without the size of the sheet."""
    content = re.sub(rb"<dimension [^>]*/>", b"", content, count=1)
    return content[: content.index(b'<row r="%d"' % first)], content[content.index(b"</sheetData>") :]


def _pieces(
    rows: Iterable[Sequence[str | int]], styles: Sequence[bytes], first: int
) -> Iterator[tuple[bytes, int]]:
    """Yield rows as XML, some hundred at a time, with the number of those so far."""
    marks = [(column_letters(at), style.decode()) for at, style in enumerate(styles, 1)]
    held: list[str] = []
    count = 0
    for count, row in enumerate(rows, 1):
        number = first + count - 1
        held.append(f'<row r="{number}">')
        held += [
            _cell(f"{letters}{number}", style, said)
            for (letters, style), said in zip(marks, row, strict=True)
        ]
        held.append("</row>")
        if count % _AT_ONCE == 0:
            yield "".join(held).encode(), count
            held.clear()
    yield "".join(held).encode(), count


def _cell(ref: str, style: str, said: str | int) -> str:
    if isinstance(said, int):
        return f'<c r="{ref}" s="{style}"><v>{said}</v></c>'
    if not said:
        return f'<c r="{ref}" s="{style}"/>'
    text = _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], ""), said[:_LONGEST_CELL])
    return f'<c r="{ref}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
