"""Lines that repeat the headings of a text before it begins: its table of contents."""

from __future__ import annotations

import re
import unicodedata

from remit.reading.lexer import Line
from remit.reading.marker import ARTICLE
from remit.reading.title import ends_sentence, is_contents_title

__all__ = ["contents_lines"]

_LONGEST = 200  # no entry is longer
_PAGE = re.compile(r"[\s.…·．\-—–]*\d*\)?$")
_PAGED = re.compile(r"(?:[.…·．]{2,}|\s)[\s.…·．]*\d{1,4}$")


def contents_lines(flat: str, lines: list[Line]) -> range:
    """Return the positions of the lines that make up the table of contents; empty where there is none.

    With a title (目录, Contents) it runs up to the second coming of its first entry, or while its lines look like
    entries; without one, it is a run of named headings whose first comes again.
    """
    titled = next(
        (
            at
            for at, line in enumerate(lines[:400])
            if not line.marks and is_contents_title(flat[line.start : line.end])
        ),
        None,
    )
    first = next((at for at, line in enumerate(lines) if line.marks and line.marks[0].tier <= ARTICLE), None)
    if titled is not None and titled + 1 < len(lines):
        again = _comes_again(flat, lines, titled + 1)
        if again is None:
            return range(titled, _entries_end(flat, lines, titled + 1))
        return range(
            titled, next((at for at in range(titled + 1, again) if _is_sentence(flat, lines[at])), again)
        )
    if first is None or ends_sentence(flat[lines[first].start : lines[first].end]):
        return range(0)
    again = _comes_again(flat, lines, first)
    if again is None or again - first < 2 or any(_is_sentence(flat, line) for line in lines[first:again]):
        return range(0)
    return range(first, again)


def _comes_again(flat: str, lines: list[Line], first: int) -> int | None:
    opening, wanted = lines[first], _key(flat, lines[first])
    piece = opening.marks[0].piece if opening.marks else ""
    for at in range(first + 1, len(lines)):
        marks = lines[at].marks
        if (marks[0].piece if marks else "") == piece and _key(flat, lines[at]) == wanted:
            return at
    return None


def _entries_end(flat: str, lines: list[Line], at: int) -> int:
    while (
        at < len(lines)
        and lines[at].end - lines[at].start <= _LONGEST
        and _PAGED.search(flat[lines[at].start : lines[at].end])
    ):
        at += 1
    return at


def _is_sentence(flat: str, line: Line) -> bool:
    return line.end - line.start > _LONGEST or (
        line.end - line.start > 12 and ends_sentence(_entry(flat, line))
    )


def _entry(flat: str, line: Line) -> str:
    return _PAGE.sub("", flat[line.start : line.end])


def _key(flat: str, line: Line) -> str:
    if line.end - line.start > _LONGEST:
        return ""
    return "".join(unicodedata.normalize("NFKC", _entry(flat, line)).split()).strip("#*_")
