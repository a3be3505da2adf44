"""Word documents (.docx) as text: one line a paragraph with its automatic number, one a table row, changes accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from remit.core.problem import Problem, error, note, warning
from remit.files.confine import Parsed
from remit.files.refusal import RefusedError, damaged, unsupported
from remit.files.unzip import open_container, parse_part
from remit.files.word_numbering import Numbering, Styles, W, value_of

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
_PLAIN = {f"{W}t": None, f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{_MATH}t": None}
_CONTENTS = re.compile(r"toc \d")
_OTHERS = (
    ("xl/workbook.xml", "Excel (.xlsx)"),
    ("ppt/presentation.xml", "PowerPoint (.pptx)"),
    ("content.xml", "OpenDocument (.odt)"),
    ("OFD.xml", "OFD"),
)


def parse_docx(data: bytes) -> Parsed:
    """Return the text of a Word document and what was decided on the way.

    Tracked insertions are kept and deletions dropped, as if accepted; hidden text, tables of contents, headers, footers
    and notes are left out. Raises RefusedError for what is no Word document or cannot be read.
    """
    container = open_container(data)
    names = set(container.namelist())
    if "word/document.xml" not in names:
        raise RefusedError(_other_kind(names))
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
        text = "".join(_text(paragraph))
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
            if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors()):
                yield from self.lines(box)

    def _in_contents(self, paragraph: etree._Element) -> bool:
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle") if properties is not None else ""
        return bool(_CONTENTS.fullmatch(self.styles.names.get(style, "")))

    def _rows(self, table: etree._Element) -> Iterator[str]:
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table or row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row]
            shown = [" ".join(line.strip() for line in self.lines(c) if line.strip()) for c in cells]
            if any(shown):
                yield "\t".join(shown).rstrip()

    def _control(self, control: etree._Element) -> Iterator[str]:
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        content = control.find(f"{W}sdtContent")
        if gallery is not None and gallery.get(f"{W}val") == "Table of Contents":
            self.contents += 1
        elif content is not None:
            yield from self.lines(content)


def _text(parent: etree._Element) -> Iterator[str]:
    """The visible words below an element, in order."""
    for child in parent:
        tag = child.tag
        if tag in _DROPPED or not isinstance(tag, str):
            continue
        if tag in _PLAIN:
            fixed = _PLAIN[tag]
            yield (child.text or "") if fixed is None else fixed
        elif tag == f"{W}br":
            yield "" if child.get(f"{W}type") in {"page", "column"} else "\n"
        elif tag == f"{W}sym":
            yield _symbol(child)
        elif tag == f"{_MC}AlternateContent":
            yield from _text(_chosen(child))
        elif not (tag == f"{W}r" and _hidden(child)):
            yield from _text(child)


def _chosen(alternatives: etree._Element) -> etree._Element:
    choice = alternatives.find(f"{_MC}Choice")
    return choice if choice is not None else alternatives


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "1") not in {"0", "false"}


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
    if contents:
        yield note("contents-left-out", "The table of contents was left out.", "Nothing needs to be done.")


def _other_kind(names: set[str]) -> Problem:
    return next((unsupported(kind) for name, kind in _OTHERS if name in names), unsupported("zip"))
