"""Lines on pages made into paragraphs: what is furniture goes, what was wrapped is joined.

The page itself says most: a line that stops short of the right edge ends its paragraph, and where a document
indents first lines, an indent begins one. Words decide only where the page does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from remit.files.page_columns import in_columns
from remit.files.page_furniture import without_furniture
from remit.files.page_line import CHINESE, WIDE, Line, join_words, opens_clause
from remit.files.sentence_habit import Bond, settled

__all__ = ["join_lines", "read_paragraphs"]

_SENTENCE_END = re.compile(r"[。！？!?；;：:.][”’\"'）)」』]*$")
_STOP = re.compile(r"[。！？!?][”’\"'）)」』]*$")
_CITES = re.compile(r"[、，,及和或与至]$")  # an item's number at the next line's begin is cited
_HANGS = re.compile(r"[，。、；：,.;:]$")  # may stand beyond the right edge
_OPEN, _CLOSES = re.compile(r"[（(][^（()）]*$"), re.compile(r"\s*[\da-z]{1,4}[）)]")
_HEADS = re.compile(r"\s*第[^，。]{1,9}[编章节条][ \t\u3000]")
_WORD = re.compile(r"\S+")
# What no line end parts.
_KEPT = re.compile(r"[（(《〈“‘「『【〔]*(?:[A-Za-z0-9.,%-]+|.)[，。；：、！？）)》〉”’」』】〕,.;:!?…]{0,3}")
_SLACK = 0.8  # of the letter size: how unevenly full lines end


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the body of a document looks like: edges, letter size, distance of lines, and where paragraphs begin.

    `slack` is how far from the right edge lines stop that certainly go on.
    """

    left: float
    right: float
    size: float
    pitch: float
    begins: str = "flush"  # or "indented", "hanging"
    slack: float = 0.0


def join_lines(lines: Sequence[Line]) -> str:
    """Return the paragraphs of a document's lines, one a line of text."""
    return read_paragraphs(lines)[0]


def read_paragraphs(lines: Sequence[Line]) -> tuple[str, int]:
    """Return the paragraphs, one a line of text, and at how many places the page leaves open whether one begins."""
    body = _in_rows(in_columns(without_furniture(lines)))
    if not body:
        return "", 0
    layouts = {narrow: _layout([line for line in body if line.narrow is narrow]) for narrow in (False, True)}
    known = Counter(
        word.lower() for line in body for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", line.text)
    )
    seen = [_bond(above, line, layouts[above.narrow]) for above, line in pairwise(body)]
    bonds = settled([line.text for line in body], seen)
    paragraphs = [body[0].text]
    for bond, line in zip(bonds, body[1:], strict=True):
        if bond is Bond.SAME:
            paragraphs[-1] = _joined(paragraphs[-1], line.text, known)
        else:
            paragraphs.append(line.text)
    text = "".join(_trimmed(_without_soft_hyphens(p, known)) + "\n" for p in paragraphs)
    return text, seen.count(Bond.EITHER)


def _trimmed(paragraph: str) -> str:
    """Without white space around; the tab of an empty first cell stays."""
    return paragraph.rstrip() if paragraph.startswith("\t") else paragraph.strip()


def _in_rows(lines: Sequence[Line]) -> list[Line]:
    """Join pieces that stand side by side on one line, such as the cells of a table, with a tab."""
    rows: list[Line] = []
    for line in lines:
        last = rows[-1] if rows else None
        if (
            last
            and last.page == line.page
            and not (last.whole or line.whole)
            and abs(last.bottom - line.bottom) < 0.4 * last.size
            and line.left >= last.right
        ):
            gap = "\t" if line.left - last.right > 0.8 * last.size else ""
            rows[-1] = replace(
                last,
                text=last.text + gap + line.text,
                right=line.right,
                bottom=min(last.bottom, line.bottom),
                top=max(last.top, line.top),
            )
        else:
            rows.append(line)
    return rows


def _layout(body: Sequence[Line]) -> _Layout:
    body = [line for line in body if not line.whole]
    if not body:
        return _Layout(0.0, 0.0, 1.0, 1.0)
    size = median(line.size for line in body)
    left = _edge(sorted(line.left for line in body), 0.3 * size)
    inner = [line for line in body if not _HANGS.search(line.text)]
    right = -_edge(sorted(-line.right for line in (inner if len(inner) > 4 else body)), 2.5 * size)
    steps = [a.bottom - b.bottom for a, b in pairwise(body) if a.page == b.page and a.bottom > b.bottom]
    layout = _Layout(left, right, size, median(steps) if steps else 1.5 * size)
    starts, rests = [], []
    for above, line in pairwise(body):
        if not _is_full(above, line, layout):
            starts.append(line.left)
        elif not _SENTENCE_END.search(above.text) and not opens_clause(line.text):
            rests.append((line.left, right - above.right))
    if not rests:
        return layout
    rest = median(left for left, _ in rests)
    slack = sorted(gap for _, gap in rests)[len(rests) * 9 // 10]
    step = median(starts) - rest if starts else 0.0
    begins = "indented" if step > 0.7 * size else "hanging" if step < -0.7 * size else "flush"
    return replace(layout, left=rest if begins == "indented" else left, begins=begins, slack=slack)


def _edge(ordered: Sequence[float], near: float) -> float:
    """The outermost position at which more than a stray line stands."""
    enough = max(2, len(ordered) // 40)
    for position, value in enumerate(ordered[: -enough + 1]):
        if ordered[position + enough - 1] - value <= near:
            return value
    return ordered[0]


def _is_full(line: Line, below: Line, layout: _Layout) -> bool:
    """Whether the line stops only because what must stay together at the next one's begin had no room."""
    word = _WORD.match(below.text)
    if word and not WIDE.search(word[0]):
        room = (len(word[0]) + 1.5) * (line.right - line.left) / max(len(line.text), 1)
    else:
        room = 0.0
    if WIDE.search(line.text[-1:] + below.text[:1]):
        kept = _KEPT.match(below.text)
        room = max(
            room,
            (_SLACK + sum(1.0 if WIDE.match(c) else 0.6 for c in (kept[0] if kept else ""))) * layout.size,
        )
    return line.right > layout.right - room


def _is_apart(above: Line, line: Line, layout: _Layout) -> bool:
    """Whether the page itself ends the paragraph: by a table, a short line, another size of letters, more room."""
    if above.whole or line.whole or above.narrow is not line.narrow:
        return True
    if "\t" in line.text and CHINESE.search(line.text):  # cells; in other scripts it may be justified text
        return True
    if not _is_full(above, line, layout) or abs(above.size - line.size) > 0.35 * layout.size:
        return True
    return above.page == line.page and above.bottom - line.bottom > 1.35 * layout.pitch


def _bond(above: Line, line: Line, layout: _Layout) -> Bond:
    """Whether the line goes on with the paragraph of the one above it, as far as the page tells."""
    if _is_apart(above, line, layout):
        return Bond.OTHER
    ended = bool(_SENTENCE_END.search(above.text))
    marked = opens_clause(line.text, cited=False) and not _cites(above.text, line.text)
    if layout.begins == "indented":
        same = line.left < layout.left + 0.7 * layout.size and not (ended and marked)
        return Bond.SAME if same else Bond.OTHER
    if layout.begins == "hanging" and line.left > layout.left + 0.7 * layout.size and not marked:
        return Bond.SAME
    if marked:
        return Bond.OTHER
    if not WIDE.search(above.text) or not _STOP.search(above.text):
        return Bond.SAME
    return Bond.EITHER if above.right > layout.right - layout.slack - 1 else Bond.OTHER


def _cites(above: str, line: str) -> bool:
    """Whether a number at a line's begin goes on with an enumeration of numbers."""
    if _CLOSES.match(line) and _OPEN.search(above):
        return True
    return bool(_CITES.search(above)) and not _HEADS.match(line)


def _joined(above: str, line: str, known: Counter[str]) -> str:
    above = above.rstrip()
    if above.endswith("-") and line[:1].islower() and above[-2:-1].isalpha():
        return above[:-1] + _hyphen(above[:-1], line, known) + line
    return join_words(above, line)


def _without_soft_hyphens(text: str, known: Counter[str]) -> str:
    """pdfium marks a hyphen at a line's end with U+0002 and runs on."""
    while "\x02" in text:
        before, _, after = text.partition("\x02")
        after = after.lstrip()
        text = before + _hyphen(before, after, known) + after
    return text


def _hyphen(before: str, after: str, known: Counter[str]) -> str:
    """A hyphen stays where the document writes the word with one elsewhere, or never without."""
    first, second = re.search(r"[A-Za-z]*$", before), re.match(r"[A-Za-z]*", after)
    left, right = (first[0] if first else "").lower(), (second[0] if second else "").lower()
    if known[f"{left}-{right}"] or not known[left + right]:
        return "-" if known[f"{left}-{right}"] or (known[left] and known[right]) or not left else ""
    return ""
