"""Page numbers, and what stands at the head or foot of the pages alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from remit.files.page_line import Line, opens_clause

__all__ = ["without_furniture"]

_PAGE_NUMBER = re.compile(
    r"[-—–―·•\s]*(?:\d{1,4}|[ivxlc]{1,6})[-—–―·•\s]*"
    r"|第?\s*\d{1,4}\s*页?\s*[,，/／共]?\s*(?:共\s*)?\d{0,4}\s*页?"
    r"|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_EDGE = 3  # lines at the head and at the foot of a page that may be furniture


def without_furniture(lines: Sequence[Line]) -> list[Line]:
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
            and not opens_clause(line.text)
        ]
    seen = Counter(shape for found in edges.values() for shape in {_shape(line) for line in found})
    often = max(3, 0.4 * len(pages)) if len(pages) > 3 else max(2, len(pages))
    dropped: set[int] = set()
    for found in edges.values():
        dropped |= {id(line) for line in found if seen[_shape(line)] >= often}
    for upper in (True, False):
        numbers = [one for found in edges.values() if (one := _page_number(found, dropped, upper=upper))]
        usual = len(numbers) >= 0.5 * len(pages)
        dropped |= {id(one) for one in numbers if usual or not one.text.strip().isalnum()}
    return [line for line in lines if id(line) not in dropped]


def _page_number(edge: Sequence[Line], dropped: set[int], *, upper: bool) -> Line | None:
    """The outermost line at a page's head or foot that may be its number."""
    found = [
        line
        for line in edge
        if id(line) not in dropped
        and (line.bottom > line.page_height / 2) is upper
        and _PAGE_NUMBER.fullmatch(line.text)
    ]
    return max(found, key=lambda line: line.top if upper else -line.top, default=None)


def _shape(line: Line) -> tuple[str, int]:
    """A line's words without figures, and its height on the page."""
    return re.sub(r"\d+", "#", "".join(line.text.split())), round(line.bottom / 6)
