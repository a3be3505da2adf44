"""Numbers that stand inside a line because a line break was lost."""

from __future__ import annotations

from collections.abc import Iterator

from remit.reading.draft import Draft
from remit.reading.lexer import Line
from remit.reading.marker import ARTICLE, Marker

__all__ = ["split_parts"]

_LONGEST = 80  # how many numbers inside a line are looked through for a run


def split_parts(draft: Draft, line: Line) -> Iterator[Line]:
    """Yield the line's parts: cut before each number inside it that fits the open lists at the time it is reached.

    A number fits where it is next in an open list or in the part's own, and where a run begins that is surely a list
    (see `_find_run`). Numbers that count the members of a running sentence do not: those begin with one and end
    within the line.
    """
    part = line
    blocked: set[str] = set()  # styles that count within a running sentence of this line
    granted: set[int] = set()
    for position, inner in enumerate(line.inner):
        marker = inner.marks[0]
        style = marker.readings[0].style
        if style in blocked or inner.start < part.body:
            continue
        if position not in granted and not _continues(draft, part, marker):
            run = _find_run(draft, line, position)
            granted.update(run)
            if not run:
                if any(reading.first for reading in marker.readings):
                    blocked.add(style)
                continue
        end = part.start + len(draft.flat[part.start : inner.start].rstrip())
        yield part._replace(end=end, body=min(part.body, end))
        part = line._replace(start=inner.start, body=inner.body, marks=inner.marks, glued=True)
    yield part


def _continues(draft: Draft, before: Line, marker: Marker) -> bool:
    if marker.tier == ARTICLE and before.marks and before.marks[0].tier < ARTICLE:
        return True  # 第一章 总则 第一条
    own = [reading for mark in before.marks for reading in mark.readings]
    return any(
        r.follows(o.style, o.value, o.prefix) for r in marker.readings for o in own
    ) or draft.nest.continues(marker)


def _find_run(draft: Draft, line: Line, position: int) -> list[int]:
    """Return the positions of a list that begins here: （一）, （二）, or one that the next numbered line continues."""
    first = reading = line.inner[position].marks[0].readings[0]
    run = [position]
    for at in range(position + 1, min(len(line.inner), position + _LONGEST)):
        nearest = line.inner[at].marks[0].readings[0]
        if nearest.follows(reading.style, reading.value, reading.prefix):
            run.append(at)
            reading = nearest
    if first.style == "(一)" and first.first and len(run) > 1:
        return run
    after = next(draft.ahead(), None)
    if after is not None and any(
        r.follows(reading.style, reading.value, reading.prefix) for r in after.readings
    ):
        return run
    return []
