"""PDF files with a text layer as text: pdfium says where the words stand, `pdf_lines` makes paragraphs of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from remit.core.problem import Problem, error, warning
from remit.files.confine import Parsed
from remit.files.pdf_lines import Line, join_lines
from remit.files.refusal import RefusedError, damaged, encrypted

__all__ = ["parse_pdf"]

_ENOUGH = 0.7  # of the characters must mean something
_OCR = "Recognise its text (OCR) first, or get the Word file."


def parse_pdf(data: bytes) -> Parsed:
    """Return the text of a PDF, one line a paragraph; repeated headers, footers and page numbers are left out.

    Raises RefusedError for files that need a password, are damaged, or hold only pictures of pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        lines, pictures = _read_pages(document)
    except pypdfium2.PdfiumError as fault:
        raise RefusedError(encrypted() if "password" in str(fault).lower() else damaged()) from fault
    text = join_lines(lines)
    if not text:
        raise RefusedError(error("file-scanned", "The file holds pictures of pages, no text.", _OCR))
    letters = "".join(line.text for line in lines)
    if sum(map(_means_something, letters)) < _ENOUGH * len(letters):
        raise RefusedError(
            error("file-unreadable-fonts", "The file's fonts do not say which letters they show.", _OCR)
        )
    return Parsed(text, tuple(_told(pictures)))


def _read_pages(document: Any) -> tuple[list[Line], list[int]]:
    """All lines in the order of the pages, and the numbers of pages that are pictures."""
    lines: list[Line] = []
    pictures: list[int] = []
    for number in range(len(document)):
        page = document[number]
        found = list(_read_lines(page, number))
        if not found and any(o.type == raw.FPDF_PAGEOBJ_IMAGE for o in page.get_objects(max_depth=3)):
            pictures.append(number + 1)
        lines.extend(found)
        page.close()
    return lines, pictures


def _read_lines(page: Any, number: int) -> Iterator[Line]:
    words = page.get_textpage()
    count = words.count_chars()
    text = _all_characters(words, count)
    height = page.get_height()
    start = 0
    while start < count:
        end = text.find("\n", start)
        end = count if end < 0 else end
        first, last = start, end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            left, bottom, _, top = words.get_charbox(first, loose=True)
            _, end_bottom, right, end_top = words.get_charbox(last - 1, loose=True)
            yield Line(
                _cleaned(text[first:last]),
                number,
                left,
                right,
                min(bottom, end_bottom),
                max(top, end_top),
                height,
            )
        start = end + 1
    words.close()


def _all_characters(words: Any, count: int) -> str:
    """The page's characters so that positions are pdfium's: one code unit each."""
    text: str = words.get_text_range() if count else ""
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(words.raw, index) for index in range(count))
    return "".join(chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def _cleaned(text: str) -> str:
    """Radicals that some fonts report in place of the character (⼀ for 一) are put right; filling characters go."""
    if any("\u2e80" <= c <= "\u2fd5" for c in text):
        text = "".join(unicodedata.normalize("NFKC", c) if "\u2e80" <= c <= "\u2fd5" else c for c in text)
    return "".join(c for c in text if c >= " " or c in "\t\x02").replace("\xad", "").replace("\ufeff", "")


def _means_something(c: str) -> bool:
    return c.isprintable() and c != "\ufffd" and not "\ue000" <= c <= "\uf8ff"


def _told(pictures: list[int]) -> Iterator[Problem]:
    if pictures:
        yield warning(
            "pages-scanned",
            "Pages without text, only pictures: {pages}. They were left out.",
            "Recognise their text (OCR) first if it matters.",
            pages=", ".join(map(str, pictures[:20])) + (" …" if len(pictures) > 20 else ""),
        )
