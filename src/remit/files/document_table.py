"""Tables of official documents: lines all round, a header repeated on every page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.shared import Length, Pt
from docx.table import _Cell, _Row

from remit.files.document_type import Face, Typography, set_face

__all__ = ["add_table"]


def add_table(
    made: Document,
    kind: Typography,
    head: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[str]],
    *,
    room: Length,
) -> None:
    """Add a table as wide as the room there is; `widths` are parts of it."""
    table = made.add_table(rows=1, cols=len(head), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    total = sum(widths)
    lengths = [Length(int(room * width / total)) for width in widths]
    for column, length in zip(table.columns, lengths, strict=True):
        column.width = length
    strong = Face("黑体", kind.table.latin, kind.table.size, bold=kind.table.bold)
    _fill(table.rows[0], head, lengths, strong, centred=True)
    _mark(table.rows[0], "w:tblHeader")
    for row in rows:
        _fill(table.add_row(), row, lengths, kind.table, centred=False)


def _fill(row: _Row, texts: Sequence[str], lengths: Sequence[Length], face: Face, *, centred: bool) -> None:
    _mark(row, "w:cantSplit")
    for cell, text, length in zip(row.cells, texts, lengths, strict=True):
        cell.width = length
        _write(cell, text, face, centred=centred)


def _write(cell: _Cell, text: str, face: Face, *, centred: bool) -> None:
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        layout = paragraph.paragraph_format
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(face.size * 1.4)
        layout.space_after = Length(0)
        set_face(paragraph.add_run(line), face)


def _mark(row: _Row, name: str) -> None:
    element = OxmlElement(name)
    row._tr.get_or_add_trPr().append(element)
