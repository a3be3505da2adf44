"""Word documents (.docx) as text: one line a paragraph with its automatic number, one a table row, changes accepted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from remit.core.problem import Problem, error, note, warning
from remit.files.cell_text import cell_text, row_text
from remit.files.confine import Parsed
from remit.files.refusal import RefusedError, damaged
from remit.files.unzip import open_container, parse_part
from remit.files.word_numbering import Numbering, Styles, W, is_on, value_of

__all__ = ["parse_docx"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DROPPED = {
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "rt",
        "pPr",
        "rPr",
        "sectPr",
        "drawing",
        "pict",
        "object",
    )
}
_PLAIN = {
    f"{W}t": None,
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{_MATH}t": None,
}
_CONTENTS = re.compile(r"(?:toc|目录|wpsoffice手动目录) ?\d")
_PAGE_OF_HEADING = re.compile(r"\s*PAGEREF\s+_Toc", re.IGNORECASE)
_FIELD = {"begin": "\0b", "separate": "\0s", "end": "\0e"}  # no XML text holds a NUL


def parse_docx(data: bytes) -> Parsed:
    """Return the text of a Word document and what was decided on the way.

    Tracked insertions are kept and deletions dropped, as if accepted; hidden text, tables of contents, headers, footers
    and notes are left out. Raises RefusedError for what is no Word document or cannot be read.
    """
    container = open_container(data)
    document = parse_part(container, "word/document.xml")
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise RefusedError(damaged())
    styles = Styles(parse_part(container, "word/styles.xml"))
    reader = _Reader(Numbering(parse_part(container, "word/numbering.xml"), styles), styles)
    text = "\n".join(reader.lines(body)).strip("\n")
    if not text.strip():
        raise RefusedError(
            error(
                "file-empty",
                "The document has no text in it.",
                "If it holds pictures of pages, recognise them (OCR) first.",
            )
        )
    return Parsed(text + "\n", tuple(_told(document, reader.contents)))


class _Reader:
    """Walks the body in document order: numbers count only if every paragraph is asked for once."""

    def __init__(self, numbering: Numbering, styles: Styles) -> None:
        self.numbering = numbering
        self.styles = styles
        self.contents = 0
        self._carried = ""

    def lines(self, parent: etree._Element) -> Iterator[str]:
        """Yield the lines of a body, a cell or any container of blocks."""
        for block in parent:
            if block.tag == f"{W}p":
                yield from self._paragraph(block)
            elif block.tag == f"{W}tbl":
                yield from self._rows(block)
            elif block.tag == f"{W}sdt":
                yield from self._control(block)
            elif block.tag in {f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}:
                yield from self.lines(block)
            elif block.tag == f"{_MC}AlternateContent":
                yield from self.lines(_chosen(block))

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        text = _shown(_text(paragraph, self.styles))
        if self._in_contents(paragraph):
            self.contents += 1
            return
        if _mark_deleted(paragraph):  # accepted, the deletion joins this paragraph to the next
            self._carried += text
            return
        label = self.numbering.label(paragraph)
        yield from (label + self._carried + text).rstrip().split("\n")
        self._carried = ""
        for box in paragraph.iter(f"{W}txbxContent"):
            around = itertools.takewhile(lambda parent: parent is not paragraph, box.iterancestors())
            if not any(parent.tag in {f"{_MC}Fallback", f"{W}txbxContent"} for parent in around):
                yield from self.lines(box)

    def _in_contents(self, paragraph: etree._Element) -> bool:
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle") if properties is not None else ""
        return bool(_CONTENTS.fullmatch(self.styles.names.get(style, ""))) or any(
            _PAGE_OF_HEADING.match(code.text or "") for code in paragraph.iter(f"{W}instrText")
        )

    def _rows(self, table: etree._Element) -> Iterator[str]:
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table or row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = [
                cell
                for cell in row.iter(f"{W}tc")
                if next(cell.iterancestors(f"{W}tr")) is row and cell.find(f"{W}tcPr/{W}cellDel") is None
            ]
            if line := row_text([cell_text(self.lines(cell)) for cell in cells]):
                yield line

    def _control(self, control: etree._Element) -> Iterator[str]:
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        content = control.find(f"{W}sdtContent")
        if gallery is not None and gallery.get(f"{W}val") == "Table of Contents":
            self.contents += 1
        elif content is not None and not _is_placeholder(control):
            yield from self.lines(content)


def _text(parent: etree._Element, styles: Styles) -> Iterator[str]:
    """The visible words below an element, in order, and where fields begin and end."""
    for child in parent.iterchildren(etree.Element):
        tag = child.tag
        if tag in _DROPPED:
            continue
        if tag in _PLAIN:
            fixed = _PLAIN[tag]
            yield (child.text or "") if fixed is None else fixed
        elif tag == f"{W}br":
            yield "" if child.get(f"{W}type") in {"page", "column"} else "\n"
        elif tag == f"{W}sym":
            yield _symbol(child)
        elif tag == f"{_MC}AlternateContent":
            yield from _text(_chosen(child), styles)
        elif tag == f"{W}fldChar":
            yield _FIELD.get(child.get(f"{W}fldCharType", ""), "")
        elif not (tag == f"{W}r" and _hidden(child, styles)) and not _is_placeholder(child):
            yield from _text(child, styles)


def _shown(pieces: Iterable[str]) -> str:
    """The words outside of fields and the results of fields; what a field computes them from goes."""
    open_fields: list[bool] = []
    said: list[str] = []
    for piece in pieces:
        if piece == _FIELD["begin"]:
            open_fields.append(False)
        elif piece == _FIELD["separate"]:
            open_fields[-1:] = [True] if open_fields else []
        elif piece == _FIELD["end"]:
            open_fields[-1:] = []
        elif all(open_fields):
            said.append(piece)
    return "".join(said)


def _is_placeholder(element: etree._Element) -> bool:
    """Whether a content control shows only what is to be filled in."""
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _chosen(alternatives: etree._Element) -> etree._Element:
    choice = alternatives.find(f"{_MC}Choice")
    return choice if choice is not None else alternatives


def _hidden(run: etree._Element, styles: Styles) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    vanish = properties.find(f"{W}vanish")
    return is_on(vanish) if vanish is not None else styles.hides(value_of(properties, "rStyle"))


def _symbol(element: etree._Element) -> str:
    """A sign of a symbol font: outside the private area it is an ordinary character."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _mark_deleted(paragraph: etree._Element) -> bool:
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in ("del", "moveFrom"))


def _told(document: etree._Element | None, contents: int) -> Iterator[Problem]:
    if document is not None:
        inserted = sum(1 for _ in document.iter(f"{W}ins", f"{W}moveTo"))
        deleted = sum(1 for _ in document.iter(f"{W}del", f"{W}moveFrom"))
        if inserted or deleted:
            yield warning(
                "tracked-changes",
                "The document has tracked changes ({inserted} inserted, {deleted} deleted): read as if accepted.",
                "Accept or reject them in Word and read the file again.",
                inserted=inserted,
                deleted=deleted,
            )
        notes = sum(1 for _ in document.iter(f"{W}footnoteReference", f"{W}endnoteReference"))
        if notes:
            yield note(
                "notes-left-out",
                "Footnotes and endnotes were left out: {count}.",
                "Put what they lay down into the text.",
                count=notes,
            )
    if contents:
        yield note("contents-left-out", "The table of contents was left out.", "Nothing needs to be done.")
