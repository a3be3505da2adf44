"""Documents as offices issue them (.docx): in Chinese to GB/T 9704-2012, in English in plain Western typography."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from remit.files.document_table import add_table
from remit.files.document_type import ENGLISH, GB_9704, Face, Typography, set_face, set_up

__all__ = ["Annex", "Block", "OfficialDocument", "document_bytes"]

_NUMERALS = "一二三四五六七八九"
_RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or with a `level` from 1 to 4 a heading, numbered by its place: 一、（一）1.（1）; 1. 1.1 (a)."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """A table behind the document, on pages of its own: header cells, the width of each in parts, and rows."""

    title: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    landscape: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """A document ready to be set: whom it is for (主送机关), its body, its annexes, who signs it (署名) and when.

    `day_words` is the day as it is written below the signature, `copies` who gets a copy (抄送), `language` zh or en.
    """

    title: str
    body: tuple[Block, ...]
    signed: str
    day: date
    day_words: str
    addressee: str = ""
    copies: str = ""
    annexes: tuple[Annex, ...] = ()
    language: str = "zh"


def document_bytes(document: OfficialDocument) -> bytes:
    """Return the document as .docx; equal documents give equal parts.

    In Chinese: A4 with margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters (exact line spacing of 579 twips,
    characters set 5 twips closer, no grid, so that every program counts alike), page numbers between dashes on the
    outer side, fonts by their names in the standard: none is embedded.
    """
    kind = GB_9704 if document.language == "zh" else ENGLISH
    made = docx.Document()
    set_up(made, kind)
    _paragraph(made, kind.title, document.title, align=kind.title_align)
    _blank(made, kind)
    if document.addressee:
        colon = "：" if document.language == "zh" else ":"
        _paragraph(made, kind.body, document.addressee.rstrip("：:") + colon)
    counters = [0, 0, 0, 0]
    for block in document.body:
        _block(made, kind, block, counters)
    _annex_list(made, kind, document.annexes)
    _signature(made, kind, document)
    for number, annex in enumerate(document.annexes, 1):
        _annex(made, kind, annex, number, len(document.annexes))
    if document.copies:
        _copied(made, kind, document.copies)
    core = made.core_properties
    core.title, core.author, core.comments = document.title, document.signed, ""
    core.created = core.modified = datetime(
        document.day.year, document.day.month, document.day.day, tzinfo=UTC
    )
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _block(made: Document, kind: Typography, block: Block, counters: list[int]) -> None:
    if not block.level:
        for line in block.text.split("\n"):
            _paragraph(made, kind.body, line, first=kind.indent)
        return
    level = min(block.level, len(counters))
    counters[level - 1] += 1
    counters[level:] = [0] * (len(counters) - level)
    number = _number(kind, level, counters)
    paragraph = _paragraph(made, kind.headings[level - 1], number + block.text, first=kind.heading_indent)
    paragraph.paragraph_format.keep_with_next = True


def _number(kind: Typography, level: int, counters: Sequence[int]) -> str:
    n = counters[level - 1]
    if kind is GB_9704:
        return (f"{_chinese(n)}、", f"（{_chinese(n)}）", f"{n}.", f"（{n}）")[level - 1]
    letter = chr(ord("a") + (n - 1) % 26)
    return (f"{n}. ", f"{counters[0]}.{n} ", f"({letter}) ", f"({n}) ")[level - 1]


def _chinese(number: int) -> str:
    """Return a number from 1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens - 1]}十"
    return head + (_NUMERALS[ones - 1] if ones else "")


def _annex_list(made: Document, kind: Typography, annexes: Sequence[Annex]) -> None:
    """Name the annexes below the body (附件说明)."""
    if not annexes:
        return
    _blank(made, kind)
    mark = "附件：" if kind is GB_9704 else "Annex: "
    for number, annex in enumerate(annexes, 1):
        before = (mark if number == 1 else "\u3000" * 3) + (f"{number}." if len(annexes) > 1 else "")
        _paragraph(made, kind.body, before + annex.title, first=kind.indent)


def _signature(made: Document, kind: Typography, document: OfficialDocument) -> None:
    """Set who signs above the day, centred on it; the day ends four characters from the right (成文日期)."""
    _blank(made, kind)
    _blank(made, kind)
    ends = _ends(document.signed, document.day_words, kind)
    for text, end in zip((document.signed, document.day_words), ends, strict=True):
        paragraph = _paragraph(made, kind.body, text, align=_RIGHT)
        paragraph.paragraph_format.right_indent = end
        paragraph.paragraph_format.keep_with_next = text is document.signed


def _ends(signed: str, day: str, kind: Typography) -> tuple[Length, Length]:
    """Return how far from the right the signature and the day end."""
    if kind is not GB_9704:
        return Length(0), Length(0)
    longer = (_width(signed) - _width(day)) / 2
    ends = (max(0.0, 4 - longer), max(4.0, longer))
    return Length(int(ends[0] * kind.indent / 2)), Length(int(ends[1] * kind.indent / 2))


def _width(text: str) -> float:
    """Return the width in characters of body type; figures and Latin letters take half of one."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


def _copied(made: Document, kind: Typography, copies: str) -> None:
    """Name who gets a copy at the very end, between two lines, a character in from either side (版记)."""
    _blank(made, kind)
    words = f"抄送：{copies}。" if kind is GB_9704 else f"Copy to: {copies}"
    paragraph = _paragraph(made, replace(kind.body, size=14 if kind is GB_9704 else kind.body.size), words)
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Length(int(kind.indent / 2))
    lines = OxmlElement("w:pBdr")
    for side in ("top", "bottom"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)
    paragraph._p.get_or_add_pPr().insert(0, lines)


def _annex(made: Document, kind: Typography, annex: Annex, number: int, count: int) -> None:
    section = made.add_section()
    room = _turn(section, kind, landscape=annex.landscape)
    if kind is GB_9704:
        _paragraph(made, kind.headings[0], f"附件{number if count > 1 else ''}")
    else:
        _paragraph(made, kind.headings[0], f"Annex {number}" if count > 1 else "Annex")
    _paragraph(made, kind.title, annex.title, align=_CENTRE)
    _blank(made, kind)
    add_table(made, kind, annex.head, annex.widths, annex.rows, room=room)


def _turn(section: Section, kind: Typography, *, landscape: bool) -> Length:
    """Lay a section of its own upright or across, and return how wide its type area is."""
    top, bottom, left, right = kind.margins
    width, height = (297, 210) if landscape else (210, 297)
    if landscape:
        top, bottom, left, right = left, right, bottom, top  # the sheet is turned: its binding edge is above
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.footer_distance = Mm(max(8, bottom - kind.footer_below))
    return Mm(width - left - right)


def _paragraph(
    made: Document,
    face: Face,
    text: str,
    *,
    first: Length | None = None,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> Paragraph:
    paragraph = made.add_paragraph()
    if align is not None:
        paragraph.alignment = align
    if first:
        paragraph.paragraph_format.first_line_indent = first
    run = paragraph.add_run(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text))
    set_face(run, face)
    return paragraph


def _blank(made: Document, kind: Typography) -> None:
    _paragraph(made, kind.body, "")
