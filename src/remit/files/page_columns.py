"""Pages set in two columns: found, and their lines put in the order in which they are read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from remit.files.page_line import Line

__all__ = ["in_columns"]

_LEAST_LINES = 10  # of each column in the whole document
_LEAST_SHARE = 0.2  # of a document's lines that stand in either column
_CROSSING = 0.2  # at most this share of the lines runs across the gutter
_MOSTLY_FULL = 0.45  # of a column's lines reach its right edge; the cells of a table do not
_WIDEST = 0.15  # of the width of the text: the room between two columns
_STEPS = 48


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """Return the lines in reading order, those of the second column moved below the first, marked as `narrow`.

    Lines across both columns part a page into bands. A page in one column, or a table, stays as it is.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    shift = min(line.left for line in lines if line.left >= gutter - 1) - min(line.left for line in lines)
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    parts = itertools.count(1)
    return [placed for number in sorted(pages) for placed in _bands(pages[number], gutter, shift, parts)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """The place between two columns that the fewest lines run across; None where the lines stand in one column."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    low, high = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for step in range(_STEPS + 1):
        place = low + (high - low) * (0.35 + 0.3 * step / _STEPS)
        crossing = sum(line.left < place - 1 and line.right > place + 1 for line in lines)
        if best is None or crossing < best[0]:
            best = crossing, place
    if best is None or best[0] > _CROSSING * len(lines):
        return None
    place = best[1]
    sides = (
        [line for line in lines if line.right <= place + 1],
        [line for line in lines if line.left >= place - 1],
    )
    enough = max(_LEAST_LINES, _LEAST_SHARE * len(lines))
    if not all(len(side) >= enough and _is_full(side) for side in sides):
        return None
    between = min(line.left for line in sides[1]) - _edge(sides[0])
    return place if between <= _WIDEST * (high - low) else None


def _edge(side: Sequence[Line]) -> float:
    """The right edge of a column, a stray line aside."""
    return sorted(line.right for line in side)[-max(1, len(side) // 10)]


def _is_full(side: Sequence[Line]) -> bool:
    edge = _edge(side)
    size = median(line.size for line in side)
    return sum(line.right > edge - 2 * size for line in side) >= _MOSTLY_FULL * len(side)


def _bands(page: Sequence[Line], gutter: float, shift: float, parts: Iterator[int]) -> Iterator[Line]:
    """One page's lines: between lines across both columns first the left column, then the right one.

    Each run counts as a page of its own, so that distances between lines are measured within it only.
    """
    waiting: tuple[list[Line], list[Line]] = ([], [])
    across = 0
    for line in sorted(page, key=lambda one: -one.top):
        if line.left < gutter - 1 and line.right > gutter + 1:
            if any(waiting) or not across:
                yield from _columns(waiting, shift, parts)
                waiting, across = ([], []), next(parts)
            yield replace(line, page=across)
        else:
            waiting[line.left >= gutter - 1].append(line)
    yield from _columns(waiting, shift, parts)


def _columns(waiting: tuple[list[Line], list[Line]], shift: float, parts: Iterator[int]) -> Iterator[Line]:
    part = next(parts)
    for line in waiting[0]:
        yield replace(line, page=part, narrow=True)
    part = next(parts)
    for line in waiting[1]:
        yield replace(line, page=part, left=line.left - shift, right=line.right - shift, narrow=True)
