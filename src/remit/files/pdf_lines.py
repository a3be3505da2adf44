"""Lines on pages made into paragraphs: what is furniture goes, what was wrapped is joined.

The page itself says most: a line that stops short of the right edge ends its paragraph, and where a document
indents first lines, an indent begins one. Words decide only where the page does not.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

__all__ = ["Line", "join_lines"]

_PAGE_NUMBER = re.compile(
    r"[-—–―·•\s]*(?:\d{1,4}|[ivxlc]{1,6})[-—–―·•\s]*"
    r"|第?\s*\d{1,4}\s*页?\s*[,，/／共]?\s*(?:共\s*)?\d{0,4}\s*页?"
    r"|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"\s*(?:第[\s\d一二三四五六七八九十百千零〇两]{1,9}(?:编|章|节|条)|[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十]{1,3}[、．.]"
    r"|\d{1,3}(?:\.\d{1,3})*[、．.)）](?!\d)|\d{1,3}(?:\.\d{1,3})+\s|[①-⒛㈠-㈩]|\([a-z]{1,4}\)|[a-z][.)]\s|§|附\s?[件录表]"
    r"|(?:Article|Section|Chapter|Part|ARTICLE|SECTION|CHAPTER|PART)\s+[\dIVXLC]|[A-Z]{2}-\d)"
)
_CITED = re.compile(r"\s*第[^章节条款]{1,9}[编章节条](?:第|规定|所|的|、|和|或|至|及|之一|，|,|；|。|中)")
_SENTENCE_END = re.compile(r"[。！？!?；;：:.][”’\"'）)」』]*$")
_LEADS = "：:"
_WORD = re.compile(r"\S+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")
_EDGE = 3  # lines at the head and at the foot of a page that may be furniture


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words with its box in points from the page's lower left corner."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    page_height: float

    @property
    def size(self) -> float:
        """The height of its box, about the size of its letters."""
        return max(self.top - self.bottom, 1.0)


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
    body = _in_rows(_without_furniture(lines))
    if not body:
        return ""
    layout = _layout(body)
    known = Counter(
        word.lower() for line in body for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", line.text)
    )
    paragraphs = [body[0].text]
    for above, line in itertools.pairwise(body):
        if _continues(above, line, layout):
            paragraphs[-1] = _joined(paragraphs[-1], line.text, known)
        else:
            paragraphs.append(line.text)
    return "".join(_without_soft_hyphens(p, known).strip() + "\n" for p in paragraphs)


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Drop page numbers, and what stands at the head or foot of most pages alike."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges: dict[int, list[Line]] = {}
    for number, found in pages.items():
        ordered = sorted(found, key=lambda line: -line.top)
        edges[number] = [
            line
            for line in {id(e): e for e in (*ordered[:_EDGE], *ordered[-_EDGE:])}.values()
            if (line.top > 0.88 * line.page_height or line.bottom < 0.12 * line.page_height)
            and not _MARKER.match(line.text)
        ]
    seen = Counter(shape for found in edges.values() for shape in {_shape(line) for line in found})
    often = max(3, 0.4 * len(pages)) if len(pages) > 3 else max(2, len(pages))
    dropped = {
        id(line)
        for found in edges.values()
        for line in found
        if _PAGE_NUMBER.fullmatch(line.text) or seen[_shape(line)] >= often
    }
    return [line for line in lines if id(line) not in dropped]


def _shape(line: Line) -> tuple[str, int]:
    """A line's words without figures, and its height on the page."""
    return re.sub(r"\d+", "#", "".join(line.text.split())), round(line.bottom / 6)


def _in_rows(lines: Sequence[Line]) -> list[Line]:
    """Join pieces that stand side by side on one line, such as the cells of a table, with a tab."""
    rows: list[Line] = []
    for line in lines:
        last = rows[-1] if rows else None
        if (
            last
            and last.page == line.page
            and abs(last.bottom - line.bottom) < 0.4 * last.size
            and line.left >= last.right
        ):
            gap = "\t" if line.left - last.right > 0.8 * last.size else ""
            rows[-1] = Line(
                last.text + gap + line.text, last.page, last.left, line.right, min(last.bottom, line.bottom),
                max(last.top, line.top), last.page_height,
            )  # fmt: skip
        else:
            rows.append(line)
    return rows


def _layout(body: Sequence[Line]) -> _Layout:
    size = median(line.size for line in body)
    left = _edge(sorted(line.left for line in body), 0.3 * size)
    right = -_edge(sorted(-line.right for line in body), 2.5 * size)
    steps = [
        a.bottom - b.bottom for a, b in itertools.pairwise(body) if a.page == b.page and a.bottom > b.bottom
    ]
    layout = _Layout(left, right, size, median(steps) if steps else 1.5 * size)
    starts, rests = [], []
    for above, line in pairwise(body):
        if not _is_full(above, line, layout):
            starts.append(line.left)
        elif not _SENTENCE_END.search(above.text) and not _MARKER.match(line.text):
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
    """Whether the line stops only because the next word had no room."""
    word = _WORD.match(below.text)
    room = 2.6 * layout.size if _WIDE.search(line.text[-1:] + below.text[:1]) else 0.0
    if word and not _WIDE.search(word[0]):
        room = max(room, (len(word[0]) + 1.5) * (line.right - line.left) / max(len(line.text), 1))
    return line.right > layout.right - room


def _continues(above: Line, line: Line, layout: _Layout) -> bool:
    """Whether the line goes on with the paragraph of the one above it."""
    if not _is_full(above, line, layout) or abs(above.size - line.size) > 0.35 * layout.size:
        return False
    if above.page == line.page and above.bottom - line.bottom > 1.35 * layout.pitch:
        return False
    ended = bool(_SENTENCE_END.search(above.text))
    marked = bool(_MARKER.match(line.text)) and not _CITED.match(line.text)
    if layout.begins == "indented":
        return line.left < layout.left + 0.7 * layout.size and not (ended and marked)
    if layout.begins == "hanging" and line.left > layout.left + 0.7 * layout.size and not marked:
        return True
    if marked:
        return False
    wide = bool(_WIDE.search(above.text))
    return not ended or above.text[-1:] in _LEADS or not wide or above.right > layout.right - layout.slack - 1


def _joined(above: str, line: str, known: Counter[str]) -> str:
    above = above.rstrip()
    if above.endswith("-") and line[:1].islower() and above[-2:-1].isalpha():
        return above[:-1] + _hyphen(above[:-1], line, known) + line
    if _WIDE.match(above[-1:]) or _WIDE.match(line[:1]):
        return above + line
    return above + " " + line


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
