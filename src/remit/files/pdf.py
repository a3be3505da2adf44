"""PDF files with a text layer as text: pdfium says where the words stand, `page_lines` makes paragraphs of them."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2
from pypdfium2 import raw

from remit.files.confine import Parsed
from remit.files.page_line import CHINESE, WIDE, Line
from remit.files.page_lines import read_paragraphs
from remit.files.page_tables import Rule, rules_of_points, with_table_rows
from remit.files.page_text import check_text, clean_text, told_of_pages
from remit.files.refusal import RefusedError, damaged, encrypted

__all__ = ["parse_pdf"]

_LINE = re.compile(r"[^\n\x02\ufffe]+[\x02\ufffe]?")  # pdfium marks a hyphen at a line's end and runs on
_GAP = re.compile(r"[ \t]+")
_PIECE_GAP = 0.8  # of the letter size: a wider gap parts a line into pieces,
_WIDEST_GAP = 3.0  # unless it may be justified text: all gaps as wide, or words with blanks; up to this
_WIDE_GAP = 0.5  # of the letter size: less room between a wide letter and a figure is the typesetter's
_AUTOMATIC = re.compile(rf"{WIDE.pattern}[A-Za-z0-9]|[A-Za-z0-9%]{WIDE.pattern}")
_MOST_POINTS = 20_000


def parse_pdf(data: bytes) -> Parsed:
    """Return the text of a PDF, one line a paragraph; repeated headers, footers and page numbers are left out.

    Raises RefusedError for files that need a password, are damaged, or hold only pictures of pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        lines, pictures = _read_pages(document)
    except pypdfium2.PdfiumError as fault:
        raise RefusedError(encrypted() if "password" in str(fault).lower() else damaged()) from fault
    text, unsure = read_paragraphs(lines)
    check_text(text)
    return Parsed(text, tuple(told_of_pages(pictures, unsure)))


def _read_pages(document: Any) -> tuple[list[Line], list[int]]:
    """All lines in the order of the pages, and the numbers of pages that are pictures."""
    lines: list[Line] = []
    pictures: list[int] = []
    for number in range(len(document)):
        page = document[number]
        rules = list(_read_rules(page))
        found = with_table_rows(list(_read_lines(page, number, rules)), rules)
        if not found and any(o.type == raw.FPDF_PAGEOBJ_IMAGE for o in page.get_objects(max_depth=3)):
            pictures.append(number + 1)
        lines.extend(found)
        page.close()
    return lines, pictures


def _read_lines(page: Any, number: int, rules: Sequence[Rule]) -> Iterator[Line]:
    """The page's lines as pdfium orders them, parted at wide gaps and at the upright rules of tables."""
    words = page.get_textpage()
    count = words.count_chars()
    letters = _Letters(words, _all_characters(words, count), _Turn(page))
    uprights = [rule for rule in rules if not rule.level]
    for match in _LINE.finditer(letters.text):
        for first, last in letters.pieces(*_trimmed(match[0], match.start()), uprights):
            left, right = letters.across(first)[0], letters.across(last - 1)[1]
            base, size = letters.base(first)
            text = clean_text(letters.read(first, last, size))
            line = Line(text, number, left, right, base - 0.2 * size, base + 0.8 * size, letters.height)
            if line.is_placed:
                yield line
    words.close()


def _trimmed(text: str, start: int) -> tuple[int, int]:
    """Where the words of a text that begins at `start` begin and end."""
    begin = start + len(text) - len(text.lstrip())
    return begin, begin + len(text.strip())


class _Letters:
    """The letters of a page and where they stand."""

    def __init__(self, words: Any, text: str, turned: _Turn) -> None:
        self.text = text
        self.height = turned.height
        self._words = words
        self._turned = turned

    def across(self, at: int) -> tuple[float, float]:
        """Return the left and right of a letter."""
        return self._turned.across(self._words.get_charbox(at, loose=True))

    def base(self, at: int) -> tuple[float, float]:
        """Return a letter's base line and size."""
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
        raw.FPDFText_GetCharOrigin(self._words.raw, at, x, y)
        known = raw.FPDFText_GetMatrix(self._words.raw, at, matrix)
        size = raw.FPDFText_GetFontSize(self._words.raw, at) * (
            math.hypot(matrix.c, matrix.d) if known else 1.0
        )
        return self._turned.point(x.value, y.value)[1], size if 1 < size < 500 else 10.0

    def pieces(self, first: int, end: int, uprights: Sequence[Rule]) -> Iterator[tuple[int, int]]:
        """Yield where the pieces of a line begin and end."""
        if first >= end:
            return
        base, size = self.base(first)
        left, right = self.across(first)[0], self.across(end - 1)[1]
        crossed = [r.at for r in uprights if left < r.at < right and r.low <= base + 0.3 * size <= r.high]
        if crossed:
            cells = [sum(sum(self.across(at)) / 2 > x for x in crossed) for at in range(first, end)]
            cuts = [first + at for at in range(1, len(cells)) if cells[at] != cells[at - 1]]
        else:
            cuts = self._wide_gaps(first, end, size)
        for start, stop in pairwise([first, *cuts, end]):
            begin, last = _trimmed(self.text[start:stop], start)
            if begin < last:
                yield begin, last

    def read(self, first: int, end: int, size: float) -> str:
        """Return the words, without the blanks that a little room between wide letters and figures suggests."""
        said: list[str] = []
        at = first
        for gap in _GAP.finditer(self.text, first, end):
            beside = self.text[gap.start() - 1 : gap.start()] + self.text[gap.end() : gap.end() + 1]
            if _AUTOMATIC.fullmatch(beside) and self._made(gap) and self._width(gap) < _WIDE_GAP * size:
                said.append(self.text[at : gap.start()])
                at = gap.end()
        return "".join([*said, self.text[at:end]])

    def _wide_gaps(self, first: int, end: int, size: float) -> list[int]:
        """Where a line is parted by more room than lies between its words."""
        found = [
            gap for gap in _GAP.finditer(self.text, first, end) if first < gap.start() and gap.end() < end
        ]
        widths = [self._width(gap) for gap in found]
        wide = CHINESE.search(self.text, first, end) is not None
        usual = min(widths) if len(widths) > 1 else 0.0
        least = min(max(_PIECE_GAP * size, 2 * usual), _WIDEST_GAP * size) if wide else _WIDEST_GAP * size
        return [
            gap.end() for gap, width in zip(found, widths, strict=True) if width > least and self._made(gap)
        ]

    def _made(self, gap: re.Match[str]) -> bool:
        """Whether a blank is pdfium's and not the document's."""
        return bool(raw.FPDFText_IsGenerated(self._words.raw, gap.start()) == 1)

    def _width(self, gap: re.Match[str]) -> float:
        return self.across(gap.end())[0] - self.across(gap.start() - 1)[1]


class _Turn:
    """From the coordinates of a page to those of the page as it is shown, which may be turned."""

    def __init__(self, page: Any) -> None:
        self.height: float = page.get_height()
        self._width: float = page.get_width()
        self._angle: int = page.get_rotation()

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is shown."""
        if self._angle == 90:
            return y, self.height - x
        if self._angle == 180:
            return self._width - x, self.height - y
        if self._angle == 270:
            return self._width - y, x
        return x, y

    def across(self, box: tuple[float, float, float, float]) -> tuple[float, float]:
        """Return the left and right of a box as it is shown."""
        ends = self.point(box[0], box[1])[0], self.point(box[2], box[3])[0]
        return min(ends), max(ends)


def _read_rules(page: Any) -> Iterator[Rule]:
    """Straight strokes of the page's drawings."""
    turned = _Turn(page)
    left = _MOST_POINTS
    for drawing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        count = raw.FPDFPath_CountSegments(drawing.raw)
        left -= max(count, 1)
        if left < 0:
            return
        matrix = drawing.get_matrix()
        points: list[tuple[float, float]] = []
        for at in range(count):
            segment = raw.FPDFPath_GetPathSegment(drawing.raw, at)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
                yield from rules_of_points(points)
                points = []
            points.append(turned.point(*matrix.on_point(x.value, y.value)))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        yield from rules_of_points(points)


def _all_characters(words: Any, count: int) -> str:
    """The page's characters so that positions are pdfium's: one code unit each."""
    text: str = words.get_text_range() if count else ""
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(words.raw, index) for index in range(count))
    return "".join(chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)
