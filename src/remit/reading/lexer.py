"""The lines of a text, each with the numbers that may open it or stand glued inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from remit.reading.marker import ANNEX, ARTICLE, ITEM, Marker, read_marker
from remit.reading.number_pattern import (
    ANNEX_LIST,
    CHAINED,
    GLUED,
    INNER,
    LETTERED,
    MARK,
    TITLED,
    TITLED_DIVISION,
    WEAK,
    WEAK_NAMED,
)
from remit.reading.numeral import CHINESE

__all__ = ["Inner", "Line", "flatten", "split_lines"]

_LEADING = re.compile(r"[\s\ufeff\u200b]*(?:(?:[#>`|•●■◆▪·+-]|[*](?![*第]))+[\s\ufeff\u200b]*){0,6}[*_]{0,2}")
_AFTER = re.compile(r"[^\S\n]*[*_]{0,3}[^\S\n]*(?:[:：、—–]{1,2}|\.(?!\d))?[^\S\n]*[*_]{0,3}[^\S\n]*")
_BREAKS = {ord(c): "\n" for c in "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
_LEADS = frozenset(" \t\u3000\xa0\u2002\u2003\u2009\ufeff\u200b#>*_`|•●■◆▪·+-\x1f")
_AFTERS = frozenset(" \t\u3000\xa0\u2002\u2003\u2009*_:：、.—–")
_NONE: list[int] = []
_LONGEST_TITLE = 60
_DEEPEST = 6  # numbers on one line
_ALWAYS_WEAK = frozenset({"decimal", "bare", "letter"})


class Inner(NamedTuple):
    """A number inside a line, after closing punctuation: it opens a unit only where it fits."""

    start: int
    body: int
    marks: tuple[Marker, ...]


class Line(NamedTuple):
    """A line that is not blank: its span without outer space, and what may be its opening numbers.

    `marks` are the numbers at its start, outermost first, the first at `start`; `body` is where the words begin.
    `weak` says that the numbers may be words of the text, `parted` that a blank line precedes, `indent` how many
    characters stand before the start; `glued` that this is but a part of a printed line, cut off before a number.
    """

    number: int
    start: int
    end: int
    body: int
    marks: tuple[Marker, ...]
    weak: bool
    indent: int
    parted: bool
    inner: tuple[Inner, ...]
    glued: bool = False

    @property
    def indented(self) -> bool:
        """Whether white space sets the line in, as it does the first of a paragraph."""
        return self.indent > 1

    @property
    def width(self) -> int:
        """How many characters the line takes up, its indent included."""
        return self.end - self.start + self.indent


def flatten(text: str) -> str:
    """Return the text, of the same length, with every kind of line break as a line feed."""
    return text.translate(_BREAKS) if any(chr(c) in text for c in _BREAKS) else text


def split_lines(flat: str) -> list[Line]:
    """Return the lines of a flattened text that are not blank, in order; linear in the length of the text."""
    glued = [found.end() for found in GLUED.finditer(flat)]
    glued.append(len(flat) + 1)
    lines: list[Line] = []
    at = number = position = 0
    parted = False
    for raw in flat.split("\n"):
        number, begin, position = number + 1, position, position + len(raw) + 1
        if not raw or raw.isspace():
            parted = True
            continue
        end = begin + len(raw.rstrip())
        while glued[at] < begin:
            at += 1
        last = at
        while glued[last] < end:
            last += 1
        lines.append(_read_line(flat, begin, end, number, parted, glued[at:last] if at < last else _NONE))
        at, parted = last, False
    return lines


def _read_line(flat: str, begin: int, end: int, number: int, parted: bool, glued: list[int]) -> Line:
    start = begin
    if flat[start] in _LEADS:
        leading = _LEADING.match(flat, begin, end)
        start = leading.end() if leading else begin
    found = MARK.match(flat, start, end)
    family = found.lastgroup if found else None
    first = read_marker(family, found[family]) if found and family else None
    if found is None or family is None or first is None:
        start = begin
        while start < end - 1 and (flat[start].isspace() or flat[start] in "\ufeff\u200b"):
            start += 1
        inner = tuple(_read_inner(flat, glued, start, end)) if glued else ()
        return Line(number, start, end, start, (), False, start - begin, parted, inner)
    at = found.end(family)
    marks, body = _read_chain(flat, first, at, end)
    weak = family in _ALWAYS_WEAK or (len(marks) == 1 and _is_weak(flat, family, at))
    while start > begin and flat[start - 1] in "*_":
        start -= 1
    body = _skip_after(flat, body, end)
    if first.tier < ARTICLE and not flat[start].isascii():
        title = TITLED_DIVISION.search(flat, body, min(end, body + _LONGEST_TITLE))
        glued = sorted([*glued, title.end()]) if title else glued
    inner = tuple(_read_inner(flat, glued, body, end)) if glued else ()
    return Line(number, start, end, body, marks, weak, start - begin, parted, inner)


def _skip_after(flat: str, at: int, end: int) -> int:
    """Return where the words begin after a number: behind space, marks of emphasis and one dash or colon."""
    if at < end and flat[at] in _AFTERS:
        after = _AFTER.match(flat, at, end)
        return after.end() if after else at
    return at


def _is_weak(flat: str, family: str, at: int) -> bool:
    if family == "listed":
        return flat[at : at + 1] in CHINESE and at < len(flat)
    return (family == "enclosed" and WEAK.match(flat, at) is not None) or (
        family == "named" and WEAK_NAMED.match(flat, at) is not None
    )


def _read_chain(flat: str, first: Marker, at: int, end: int) -> tuple[tuple[Marker, ...], int]:
    """Read further numbers on the line: `(15)(i)`, `1.—(1)`, and behind a title, `(b) Exemptions. (1)`."""
    marks = [first]
    if first.tier == ANNEX:
        listed = ANNEX_LIST.match(flat, at, end)
        figure = read_marker("figure", listed["figure"]) if listed else None
        if listed and figure:
            return (first, figure), listed.end("figure")
    lettered = LETTERED.match(flat, at, end) if first.readings[-1].style == "a." else None
    figure = read_marker("figure", lettered["figure"]) if lettered else None
    if lettered and figure:
        return (first, figure), lettered.end("figure")
    while len(marks) < _DEEPEST and _may_go_on(flat, at, marks[-1]):
        found = CHAINED.match(flat, at, end)
        titled = found is None
        if found is None:
            found = TITLED.match(flat, at, end)
        if found is None or (found.lastgroup == "second" and marks[-1].readings[0].style != "一、"):
            break
        group = found.lastgroup or "enclosed"
        marker = read_marker("enclosed", found[group])
        if marker is None or not _may_chain(marks[-1], marker, titled=titled):
            break
        marks.append(marker)
        at = found.end(group)
    return tuple(marks), at


def _may_go_on(flat: str, at: int, above: Marker) -> bool:
    """Say, cheaply, whether a further number or a title can stand here and a bracket is near."""
    near = flat[at : at + 8].lstrip(" \t\u3000\xa0*_.:：—–-")
    if near[:1] in ("(", "（", "〔"):
        return True
    if not ("A" <= near[:1] <= "Z" or above.readings[0].style == "一、"):
        return False
    return flat.find("(", at, at + 240) >= 0 or flat.find("（", at, at + 30) >= 0


def _may_chain(above: Marker, marker: Marker, *, titled: bool) -> bool:
    if {reading.style for reading in above.readings} & {reading.style for reading in marker.readings}:
        return False
    first = any(reading.first for reading in marker.readings)
    return first if titled or above.tier < ITEM else first or above.piece.startswith("(")


def _read_inner(flat: str, glued: list[int], start: int, end: int) -> Iterator[Inner]:
    for at in glued:
        found = INNER.match(flat, at, end) if at > start else None
        family = found.lastgroup if found else None
        if found is None or family is None:
            continue
        if flat[at - 1] in ".;:" and (family != "enclosed" or flat[at - 1] == "."):
            continue  # 10:30, 3.5: a half-width mark closes a sentence only before a space or a bracket
        marker = read_marker(family, found[family])
        if marker is not None:
            marks, body = _read_chain(flat, marker, found.end(), end)
            yield Inner(at, _skip_after(flat, body, end), marks)
