"""Lines that a page width broke, put together again into paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from remit.reading.lexer import Line
from remit.reading.marker import ARTICLE
from remit.reading.title import ends_sentence, has_chinese

__all__ = ["unwrap_lines"]

_WIDEST = 130  # a text with longer lines than this was not broken to a page width
_NARROWEST = {True: 16, False: 40}  # Chinese, English
_LIST_END = re.compile(r"[;,] (?:and|or|and/or)$")


@dataclass(frozen=True, slots=True)
class _Page:
    """How a broken text is set: its width, and whether indents or blank lines part its paragraphs."""

    width: int
    indents: bool
    blanks: bool


def unwrap_lines(flat: str, lines: list[Line]) -> list[Line]:
    """Return the lines with those joined that a page width broke; unchanged where the text is not so broken.

    A text counts as broken when no line is longer than a page and most of its wide lines stop within a sentence that
    the next line takes up.
    """
    page = _measure(flat, lines)
    if page is None:
        return lines
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(flat, page, paragraphs[-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_join(paragraph) for paragraph in paragraphs]


def _join(paragraph: list[Line]) -> Line:
    if len(paragraph) == 1:
        return paragraph[0]
    return paragraph[0]._replace(
        end=paragraph[-1].end, inner=tuple(inner for line in paragraph for inner in line.inner)
    )


def _measure(flat: str, lines: list[Line]) -> _Page | None:
    if len(lines) < 4:
        return None
    width = max(line.width for line in lines)
    chinese = has_chinese(flat[:20_000])
    if not _NARROWEST[chinese] <= width <= _WIDEST:
        return None
    wide = [(line, after) for line, after in pairwise(lines) if line.width >= 0.7 * width]
    broken = [line for line, after in wide if not (after.marks or after.parted or _is_ended(flat, line))]
    full = sum(line.width >= 0.9 * width for line in broken)
    if full < 3 or 2 * len(broken) < len(wide) or 6 * len(broken) < len(lines):
        return None
    plain = [line for line in lines if not line.marks]
    indented = sum(line.indented for line in plain)
    return _Page(
        width,
        indents=0 < indented < 0.7 * len(plain),
        blanks=sum(line.parted for line in lines) * 10 > len(lines),
    )


def _is_ended(flat: str, line: Line) -> bool:
    words = flat[max(line.start, line.end - 12) : line.end].rstrip('”’"』」）)】]》*_')
    return words[-1:] in "。；：！？….;:!?" or _LIST_END.search(words) is not None


def _is_full(flat: str, page: _Page, before: Line, line: Line) -> bool:
    """Say whether the next line's first word had no room left on the line before."""
    word = flat[line.start : line.end].split(maxsplit=1)[0]
    room = len(word) + 1 if word.isascii() else 2
    return before.width + room > page.width


def _goes_on(flat: str, page: _Page, paragraph: list[Line], line: Line) -> bool:
    """Say whether `line` continues the paragraph."""
    first, before = paragraph[0], paragraph[-1]
    ended, wide = _is_ended(flat, before), before.width >= 0.7 * page.width
    if line.parted or (first.marks and first.marks[0].tier < ARTICLE and len(paragraph) == 1):
        return False
    if line.marks:
        closed = ended or (not line.weak and ends_sentence(flat[before.start : before.end]))
        return wide and not closed and not (line.indented and page.indents)
    if page.indents:
        return not line.indented and (wide or not ended)
    if page.blanks:
        return wide or not ended
    return wide and (not ended or _is_full(flat, page, before, line))
