"""The lines of a text, each with the numbers that may open it or stand glued inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from remit.reading.marker import ANNEX, ITEM, Marker, read_marker
from remit.reading.numeral import CHINESE

__all__ = ["Inner", "Line", "flatten", "split_lines"]

_W = r"[^\S\n]"
_N = f"[{CHINESE}]"
_HAN = "\u4e00-\u9fff"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_WORDS = "ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
_ANNEXES = "ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule|ATTACHMENT|Attachment|EXHIBIT|Exhibit"
_NAMES = (
    "PART|Part|CHAPTER|Chapter|TITLE|Title|BOOK|Book|DIVISION|Division|SUBPART|Subpart|SUBCHAPTER|Subchapter"
    r"|SUBDIVISION|Subdivision|SECTION|Section|SEC\.|Sec\.|ARTICLE|Article|ART\.|Art\.|REGULATION|Regulation|RULE|Rule"
)
_NAMED = (
    rf"(?P<named>第{_W}{{0,3}}(?:[{CHINESE}\d]{_W}{{0,3}}){{1,9}}"
    rf"(?:(?:分?编|篇|部分|章|节|条)(?:{_W}?之{_W}?{_N}{{1,3}})?|[款项](?={_W}|[:：\n]|\Z)))"
    rf"(?!{_W}?第{_W}?[{CHINESE}\d]{{1,9}}{_W}?[编章节条款项]|[、，,；;]|规定|所[列称述]|的|[~～至])"
)
_ENCLOSED = (
    rf"(?P<enclosed>[（(〔]{_W}?(?:{_N}(?:{_W}?{_N}){{0,3}}|\d{{1,3}}[A-Z]{{0,2}}|[ivx]{{1,6}}|[IVX]{{1,6}}|[{_LATIN}]{{1,2}})"
    rf"{_W}?[)）〕])"
)
_LISTED = rf"(?P<listed>[一二三四五六七八九十百]{{1,4}}{_W}?[、．.])"
_FIGURE = rf"(?P<figure>\d{{1,3}}[A-Z]{{0,2}}{_W}?[.．、)）])(?![\d%％])"
_CIRCLED = "(?P<circled>[①-⒛㈠-㈩㉑-㉟㊱-㊿])"
_MARK = re.compile(
    "|".join((
        _NAMED,
        _ENCLOSED,
        _LISTED,
        rf"(?P<decimal>(?:\d{{1,3}}|[A-Z])(?:[.．]\d{{1,3}}){{1,5}}[.．]?)(?={_W}|[{_HAN}A-Z“（(*]|$)",
        _FIGURE,
        rf"(?P<bare>\d{{1,3}}[A-Z]{{0,2}})(?={_W}+[A-Z“‘\"'(（{_HAN}])",
        rf"(?P<letter>(?:[ivx]{{1,6}}|[IVX]{{1,6}}|[{_LATIN}])(?:[.．](?={_W}|[{_HAN}]|$)|[)）]))",
        _CIRCLED,
        rf"(?P<section>§§?{_W}?\d\w{{0,9}}+(?:[.:–-]\w{{1,9}}+){{0,5}}+)(?={_W}*(?:$|[.(\[—–“*]|[A-Z{_HAN}]))",
        rf"(?P<english>(?:{_NAMES}){_W}+(?:\d{{1,4}}(?:[.-]\d{{1,4}}){{0,3}}[A-Z]{{0,2}}(?: (?:bis|ter|quater|quinquies|sexies))?"
        rf"|[IVXLC]{{1,7}}|[A-Z]|{_WORDS}))(?={_W}*(?:$|[.:—–“‘\"*-])|{_W}+[A-Z\d(\[])",
        rf"(?P<annex>附{_W}?[件录表图]{_W}?(?:[{CHINESE}\d]{{1,3}}(?:[-—－]\d{{1,2}})?|[A-ZＡ-Ｚ])(?![A-Za-z{CHINESE}所中的规和与及至、，,~～—－-])"
        rf"|附{_W}?[件录表图]?(?={_W}*(?:[:：]|$))|附{_W}?[件录](?={_W}+[{_HAN}])"
        rf"|(?:{_ANNEXES})(?:{_W}+(?:\d{{1,3}}[A-Z]?|[IVXLC]{{1,7}}|[A-Z]))?(?={_W}*(?:$|[.:—–“‘*-])|{_W}+(?:[A-Z(\[]|to{_W})))",
        rf"(?P<table>(?:Table|TABLE){_W}+[A-Z]{{0,2}}[-.]?\d{{1,3}}(?:[-.]\d{{1,3}}){{0,3}}[A-Za-z]?(?={_W}*(?:$|[.:—–]|[A-Z(]))"
        rf"|表{_W}?[A-Z]?\d{{1,3}}(?:[-—.]\d{{1,3}}){{0,3}}(?={_W}|[{_HAN}]|$))",
        rf"(?P<control>[A-Z]{{2,4}}(?:\.[A-Z]{{2,4}})?-\d{{1,3}}(?:\(\d{{1,2}}\))?)(?={_W}+[A-Z(\[]|[:：]|$)",
    )),
    re.MULTILINE,
)  # fmt: skip
_GLUED = re.compile(
    rf"[。；！？：;:.][”\"』」）)】]{{0,2}}{_W}*(?=[（(〔]{_W}?\w|第{_W}?[{CHINESE}\d]|\d{{1,3}}[.．、]|[①-⒛㈠-㈩]|[一二三四五六七八九十]{{1,3}}、)"
)
_AFTER_TITLE = re.compile(rf"[{_HAN}]{_W}+(?=第{_W}?[{CHINESE}\d]{{1,9}}{_W}?条{_W})")
_INNER = re.compile(f"{_NAMED}|{_ENCLOSED}|{_FIGURE}|{_LISTED}|{_CIRCLED}")
_LISTED_ANNEX = re.compile(rf"{_W}*[:：]{_W}*(?P<figure>\d{{1,2}}{_W}?[.．、])(?!\d)")
_CHAINED = re.compile(rf"[*_]{{0,2}}{_W}*[.:：]?[—–-]{{0,2}}{_W}*{_ENCLOSED}")
_TITLED = re.compile(
    rf"[*_]{{0,2}}{_W}*[—–]?{_W}*(?:[A-Z][^.;:\n（(—–]{{0,120}}(?:\([^()\n]{{0,60}}\)[^.;:\n（(—–]{{0,60}})?(?:\.[—–]?|[—–]){_W}*{_ENCLOSED}"
    rf"|[^\s。；：，、（(]{{1,20}}(?<!第){_W}*(?P<second>[（(]一[)）])(?![项款]))"
)
_WEAK = re.compile(
    rf"[、，,和及与或至~～—–-]{{1,2}}{_W}?(?:[（(第]|以及)|[项款](?:[规所的、，,和之]|违法|情形)|{_W}?(?:and|or|to|of|through|above|below)\b"
)
_WEAK_NAMED = re.compile("[和与或中]|及(?!时)")
_LEADING = re.compile(r"[\s\ufeff\u200b]*(?:(?:[#>`|•●■◆▪·+-]|[*](?![*第]))+[\s\ufeff\u200b]*){0,6}[*_]{0,2}")
_AFTER = re.compile(r"[^\S\n]*[*_]{0,3}[^\S\n]*(?:[:：、—–]{1,2}|\.(?!\d))?[^\S\n]*[*_]{0,3}[^\S\n]*")
_BREAKS = {ord(c): "\n" for c in "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
_LEADS = frozenset(" \t\u3000\xa0\u2002\u2003\u2009\ufeff\u200b#>*_`|•●■◆▪·+-\x1f")
_AFTERS = frozenset(" \t\u3000\xa0\u2002\u2003\u2009*_:：、.—–")
_NONE: list[int] = []
_ALWAYS_WEAK = frozenset({"decimal", "bare", "letter"})


class Inner(NamedTuple):
    """A number inside a line, after closing punctuation: it opens a unit only where it fits."""

    start: int
    body: int
    marks: tuple[Marker, ...]


class Line(NamedTuple):
    """A line that is not blank: its span without outer space, and what may be its opening numbers.

    `marks` are the numbers at its start, outermost first, the first at `start`; `body` is where the words begin. `weak` says
    that the numbers may be words of the text, `indented` that white space opens the line, `parted` that a blank one precedes.
    """

    number: int
    start: int
    end: int
    body: int
    marks: tuple[Marker, ...]
    weak: bool
    indented: bool
    parted: bool
    inner: tuple[Inner, ...]
    glued: bool = False  # a part of a printed line, cut off before a number inside it


def flatten(text: str) -> str:
    """Return the text, of the same length, with every kind of line break as a line feed."""
    return text.translate(_BREAKS) if any(chr(c) in text for c in _BREAKS) else text


def split_lines(flat: str) -> list[Line]:
    """Return the lines of a flattened text that are not blank, in order; linear in the length of the text."""
    glued = [found.end() for found in _GLUED.finditer(flat)]
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
    found = _MARK.match(flat, start, end)
    family = found.lastgroup if found else None
    first = read_marker(family, found[family]) if found and family else None
    if found is None or family is None or first is None:
        start = begin
        while start < end - 1 and (flat[start].isspace() or flat[start] in "\ufeff\u200b"):
            start += 1
        inner = tuple(_read_inner(flat, glued, start, end)) if glued else ()
        return Line(number, start, end, start, (), False, start > begin + 1, parted, inner)
    at = found.end(family)
    marks, body = _read_chain(flat, first, at, end)
    weak = family in _ALWAYS_WEAK or (len(marks) == 1 and _is_weak(flat, family, at))
    while start > begin and flat[start - 1] in "*_":
        start -= 1
    body = _skip_after(flat, body, end)
    inner = tuple(_read_inner(flat, glued, body, end)) if glued else ()
    return Line(number, start, end, body, marks, weak, start > begin + 1, parted, inner)


def _skip_after(flat: str, at: int, end: int) -> int:
    """Return where the words begin after a number: behind space, marks of emphasis and one dash or colon."""
    if at < end and flat[at] in _AFTERS:
        after = _AFTER.match(flat, at, end)
        return after.end() if after else at
    return at


def _is_weak(flat: str, family: str, at: int) -> bool:
    if family == "listed":
        return flat[at : at + 1] in CHINESE and at < len(flat)
    return (family == "enclosed" and _WEAK.match(flat, at) is not None) or (
        family == "named" and _WEAK_NAMED.match(flat, at) is not None
    )


def _read_chain(flat: str, first: Marker, at: int, end: int) -> tuple[tuple[Marker, ...], int]:
    """Read further numbers on the line: `(15)(i)`, `1.—(1)`, and behind a title, `(b) Exemptions. (1)`."""
    marks = [first]
    if first.tier == ANNEX:
        listed = _LISTED_ANNEX.match(flat, at, end)
        figure = read_marker("figure", listed["figure"]) if listed else None
        if listed and figure:
            return (first, figure), listed.end("figure")
    while len(marks) < 6:
        near = flat[at : at + 130]
        bracket = near.find("(") if near.isascii() else min(near.find("(") % 999, near.find("（") % 999)
        if bracket < 0 or bracket > 130:
            break
        found = _CHAINED.match(flat, at, end) if bracket < 8 else None
        loose = found is None
        if found is None:
            found = _TITLED.match(flat, at, end)
        if found is None:
            break
        group = "enclosed" if found["enclosed"] else "second"
        if group == "second" and marks[-1].readings[0].style != "一、":
            break
        marker = read_marker("enclosed", found[group])
        if marker is None or not _may_chain(marks[-1], marker, loose=loose):
            break
        marks.append(marker)
        at = found.end(group)
    return tuple(marks), at


def _may_chain(above: Marker, marker: Marker, *, loose: bool) -> bool:
    if {reading.style for reading in above.readings} & {reading.style for reading in marker.readings}:
        return False
    first = any(reading.first for reading in marker.readings)
    return first if loose or above.tier < ITEM else first or above.piece.startswith("(")


def _read_inner(flat: str, glued: list[int], start: int, end: int) -> Iterator[Inner]:
    for at in glued:
        found = _INNER.match(flat, at, end) if at > start else None
        family = found.lastgroup if found else None
        if found is None or family is None:
            continue
        if flat[at - 1] in ".;:" and (family != "enclosed" or flat[at - 1] == "."):
            continue  # 10:30, 3.5: a half-width mark closes a sentence only before a space or a bracket
        marker = read_marker(family, found[family])
        if marker is not None:
            marks, body = _read_chain(flat, marker, found.end(), end)
            yield Inner(at, _skip_after(flat, body, end), marks)
