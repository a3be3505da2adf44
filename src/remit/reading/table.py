"""Tables within a text: a caption and the rows after it, kept together as one clause."""

from __future__ import annotations

import re

from remit.reading.draft import Draft
from remit.reading.lexer import Line
from remit.reading.marker import ITEM, Marker, Reading
from remit.reading.nesting import Unit
from remit.reading.title import ends_sentence, has_chinese, is_title

__all__ = ["begins_table", "extends_table", "opens_table", "start_table"]

_UNNAMED = Marker("表", ITEM, (Reading("table", (0, 0)),))
_RULED = re.compile(r"[-+=|_ \t─-╿]{4,}$|\||[^|\n]*\|[^|\n]*\|", re.MULTILINE)
_SENTENCE = {True: 30, False: 80}  # from this length on, a sentence is no cell any more; Chinese, English


def opens_table(draft: Draft, line: Line) -> bool:
    """Say whether a line with a table's number (Table 2, 表1) is its caption."""
    return line.body == line.end or is_title(draft.flat[line.body : line.end], limit=40)


def begins_table(draft: Draft, line: Line) -> bool:
    """Say whether a line without a caption begins a table: a ruled one that rows follow, or a row with bars."""
    if not _RULED.match(draft.flat, line.start, line.end):
        return False
    after = draft.line_after
    return draft.flat[line.start] == "|" or (after is not None and not after.parted and not after.marks)


def start_table(draft: Draft, line: Line) -> None:
    """Take the line as the first of a table: a clause of its own below the innermost unit, and no 款 of it."""
    draft.settle_pending(followed=True)
    marker = line.marks[0] if line.marks else _UNNAMED
    parent = draft.nest.stack[-1]
    unit = Unit(marker.piece, ITEM, marker.readings[0], line.start, line.number, parent, parent.last_text)
    draft.add_text(unit, line.start, line.body, line.end)
    draft.table = draft.texts[-1]


def extends_table(draft: Draft, line: Line) -> bool:
    """Say whether the line is one of the table's: no sentence, and no number that goes on with an open list."""
    if line.marks:
        marker = line.marks[0]
        return (
            marker.tier == ITEM and marker.readings[0].style != "table" and not draft.nest.continues(marker)
        )
    words = draft.flat[line.start : line.end]
    if words[0].isdigit() or words[0] in "（(注*Nn|" or " | " in words:
        return True
    return len(words) < _SENTENCE[has_chinese(words)] or not ends_sentence(words)
