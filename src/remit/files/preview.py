"""What can be shown of a file without opening it: an image, the first page and the text of a document, rows of a sheet.

Everything but an image's first bytes is read in a process of its own.
"""

from __future__ import annotations

import struct
import tempfile
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2

from remit.core.problem import Problem, error
from remit.files.confine import Parsed, parse_data
from remit.files.list_sheets import read_sheets
from remit.files.refusal import RefusedError, damaged, encrypted
from remit.files.text import extract

__all__ = ["Preview", "parse_page", "picture_type", "preview_file"]

_TEXT, _ROWS, _COLUMNS = 20_000, 100, 20
_WIDTH = 900  # of the first page, in pixels
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is shown: an image as it is (`image`), a picture made of the first page (PNG), text, or rows of cells.

    `cut`: there is more than what is shown.
    """

    image: bool = False
    picture: bytes = b""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    cut: bool = False


def picture_type(data: bytes) -> str:
    """Return the type of an image that browsers show, by its first bytes; empty for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for head, kind in _IMAGES if data.startswith(head)), "")


def preview_file(data: bytes) -> tuple[Preview, tuple[Problem, ...]]:
    """Return what can be shown of a file, whatever its name, and what kept more from being shown."""
    if picture_type(data):
        return Preview(image=True), ()
    if _is_workbook(data):
        sheets, problems = read_sheets(data)
        rows = next((sheet.rows for sheet in sheets if not sheet.hidden), [])
        return _rows_shown(rows), problems
    picture = parse_data("page", data).data if data.startswith(b"%PDF-") else b""
    if b"\0" in data[:4096] and not data.startswith((b"PK", b"%PDF-", b"\xd0\xcf\x11\xe0")):
        return Preview(), (_no_preview(),)
    with tempfile.TemporaryDirectory(prefix="remit-") as folder:
        path = Path(folder) / "shown"
        path.write_bytes(data)
        found = extract(path)
    if not found.text:
        return Preview(picture=picture), () if picture else (_no_preview(),)
    return Preview(picture=picture, text=found.text[:_TEXT], cut=len(found.text) > _TEXT), ()


def parse_page(data: bytes) -> Parsed:
    """Return the first page of a PDF as PNG, in `data`; called in the confined process."""
    try:
        document = pypdfium2.PdfDocument(data)
        page = document[0]
        bitmap = page.render(scale=_WIDTH / max(page.get_width(), 1), rev_byteorder=True, prefer_bgrx=False)
    except pypdfium2.PdfiumError as fault:
        raise RefusedError(encrypted() if "password" in str(fault).lower() else damaged()) from fault
    lines = bytes(bitmap.buffer)
    used = bitmap.width * bitmap.n_channels
    rows = [lines[at : at + used] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)]
    return Parsed(data=_png(bitmap.width, bitmap.height, bitmap.n_channels, rows))


def _png(width: int, height: int, channels: int, rows: Sequence[bytes]) -> bytes:
    """An image of 8 bits a channel as PNG (W3C PNG, second edition, 11.2)."""
    colour = {1: 0, 3: 2, 4: 6}[channels]
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return _IMAGES[0][0] + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _is_workbook(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return "xl/workbook.xml" in packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _rows_shown(rows: Sequence[Sequence[str]]) -> Preview:
    shown = tuple(tuple(row[:_COLUMNS]) for row in rows[:_ROWS])
    return Preview(rows=shown, cut=len(rows) > _ROWS or any(len(row) > _COLUMNS for row in rows[:_ROWS]))


def _no_preview() -> Problem:
    return error(
        "no-preview",
        "Nothing of this file can be shown here.",
        "Save it, and open it with the program that it belongs to.",
    )
