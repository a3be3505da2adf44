"""Letters with places, as page formats store them, and what holds for the text of pages of any format."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from remit.core.problem import Problem, error, note, warning
from remit.files.page_line import Line
from remit.files.refusal import RefusedError

__all__ = ["Glyph", "check_text", "clean_text", "is_wide", "lines_of_glyphs", "told_of_pages"]

_ENOUGH = 0.7  # of the characters must mean something
_OCR = "Recognise its text (OCR) first, or get the Word file."
_SAME_ROW = 0.4  # of the letter size: how far base lines of one row may differ
_PIECE_GAP = 0.8  # of the letter size: a wider gap parts a row into pieces
_WORD_GAP = 0.2  # of the letter size: a wider gap between narrow letters is a blank,
_WIDE_GAP = 0.4  # between wide ones, which justifying spreads, only a wider one


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter: its left end, base line, width and size, in one unit of length; y counts downwards."""

    text: str
    x: float
    y: float
    width: float
    size: float

    def scaled(self, factor: float, height: float) -> Glyph:
        """Return it in another unit and with y counting upwards from the foot of a page of that height."""
        return Glyph(
            self.text, self.x * factor, (height - self.y) * factor, self.width * factor, self.size * factor
        )


def lines_of_glyphs(glyphs: Iterable[Glyph], page: int, height: float) -> list[Line]:
    """Return the lines of a page from its letters, from the top; a wide gap within a row parts it into pieces.

    Letters printed twice at one place, as for bold type, count once.
    """
    rows: list[list[Glyph]] = []
    for glyph in sorted((g for g in glyphs if g.size > 0), key=lambda g: (-g.y, g.x)):
        row = rows[-1] if rows else None
        if row and abs(row[0].y - glyph.y) <= _SAME_ROW * min(row[0].size, glyph.size):
            row.append(glyph)
        else:
            rows.append([glyph])
    return [piece for row in rows for piece in _pieces(sorted(row, key=lambda g: g.x), page, height)]


def _pieces(row: list[Glyph], page: int, height: float) -> Iterator[Line]:
    found: list[Glyph] = []
    text = ""
    for glyph in row:
        last = found[-1] if found else None
        if last is not None:
            if glyph.text == last.text and abs(glyph.x - last.x) < 0.1 * glyph.size:
                continue
            gap = glyph.x - last.x - last.width
            if gap > _PIECE_GAP * max(last.size, glyph.size):
                yield from _line(text, found, page, height)
                found, text = [], ""
            elif gap > _blank(last, glyph) and not (text[-1:] + glyph.text).isspace():
                text += " "
        found.append(glyph)
        text += glyph.text
    yield from _line(text, found, page, height)


def _blank(left: Glyph, right: Glyph) -> float:
    """How wide a gap between two letters is a blank that the writer left out."""
    wide = is_wide(left.text) or is_wide(right.text)
    return (_WIDE_GAP if wide else _WORD_GAP) * right.size


def _line(text: str, found: list[Glyph], page: int, height: float) -> Iterator[Line]:
    shown = [glyph for glyph in found if not glyph.text.isspace()]
    if shown:
        size = max(glyph.size for glyph in shown)
        base = shown[0].y
        right = max(glyph.x + glyph.width for glyph in shown)
        yield Line(
            clean_text(text.strip()), page, shown[0].x, right, base - 0.2 * size, base + 0.8 * size, height
        )


def is_wide(letter: str) -> bool:
    """Whether a letter is as wide as it is high."""
    return unicodedata.east_asian_width(letter) in "WF" or letter in "“”‘’—…·"


def clean_text(text: str) -> str:
    """Radicals that some fonts report in place of the character (⼀ for 一) are put right; filling characters go."""
    if any("\u2e80" <= c <= "\u2fd5" for c in text):
        text = "".join(unicodedata.normalize("NFKC", c) if "\u2e80" <= c <= "\u2fd5" else c for c in text)
    kept = "".join(c for c in text if c >= " " or c in "\t\x02")
    return kept.replace("\xad", "").replace("\ufeff", "").replace("\ufffe", "\x02")


def check_text(text: str) -> None:
    """Raise RefusedError for pages that are pictures, or whose fonts do not tell their letters."""
    if not text.strip():
        raise RefusedError(error("file-scanned", "The file holds pictures of pages, no text.", _OCR))
    letters = "".join(text.split())
    if sum(map(_means_something, letters)) < _ENOUGH * len(letters):
        raise RefusedError(
            error("file-unreadable-fonts", "The file's fonts do not say which letters they show.", _OCR)
        )


def _means_something(c: str) -> bool:
    return c.isprintable() and c != "\ufffd" and not "\ue000" <= c <= "\uf8ff"


def told_of_pages(pages: list[int], unsure: int) -> Iterator[Problem]:
    """Yield that pages hold only pictures, and that paragraphs were told apart by more than the page."""
    if unsure:
        yield note(
            "paragraphs-unsure",
            "In {count} places the page does not show whether a sentence begins a new paragraph: it was taken to be as "
            "elsewhere in the document.",
            "Compare the paragraphs with the file before you cite one by its number, or read the Word file.",
            count=unsure,
        )
    if pages:
        yield warning(
            "pages-scanned",
            "Pages without text, only pictures: {pages}. They were left out.",
            "Recognise their text (OCR) first if it matters.",
            pages=", ".join(map(str, pages[:20])) + (" …" if len(pages) > 20 else ""),
        )
