"""From a text to its outline: headings and clauses with their references, by the numbers of its lines."""

from __future__ import annotations

from remit.core.clause import Outline
from remit.core.problem import Problem
from remit.reading.contents import contents_lines
from remit.reading.draft import PREAMBLE, Draft
from remit.reading.gluing import split_parts
from remit.reading.lexer import Line, flatten, split_lines
from remit.reading.marker import ANNEX, ARTICLE, ITEM, Marker, Reading, read_marker
from remit.reading.nesting import Choice, Nest, Unit
from remit.reading.numbering_lint import Fault, judge_named, report_faults
from remit.reading.paragraph import add_words
from remit.reading.table import begins_table, extends_table, opens_table, start_table
from remit.reading.title import is_title
from remit.reading.wrapping import unwrap_lines

__all__ = ["outline"]

_SOURCES = ("section", "regulation", "rule")


def outline(text: str) -> tuple[Outline, tuple[Problem, ...]]:
    """Return the clause tree of a regulation's text, and what is wrong with its numbering.

    Any text is accepted, in time linear in its length. Offsets are code points of `text`; spans are disjoint, in
    document order and without outer white space; every character that is no white space, markup or list sign before
    a number lies in exactly one span. Numbers are taken as printed and never corrected: gaps, repetitions and lost
    line breaks come as problems. A reference names 款 only where a unit has two or more unnumbered paragraphs.
    """
    flat = flatten(text)
    lines = unwrap_lines(flat, split_lines(flat))
    root = Unit(PREAMBLE, -1, Reading("", (0, 0)), 0, 0)
    draft = Draft(flat, lines, Nest(dividing=_find_dividing(flat, lines), stack=[root]))
    skipped = contents_lines(flat, lines)
    for draft.at, line in enumerate(lines):
        if draft.at in skipped:
            draft.headings.append((root, line.start, line.end))
        else:
            _read_line(draft, line)
    draft.settle_pending(followed=False)
    return draft.outline(), report_faults(draft.faults)


def _find_dividing(flat: str, lines: list[Line]) -> str:
    """Return which of sections and articles divide the text: those that the others are numbered right below."""
    styles = {line.marks[0].readings[0].style for line in lines if line.marks}
    if not {"article", "section"} <= styles:
        return ""
    marked = [line for line in lines if line.marks]
    at = next(at for at, line in enumerate(marked) if line.marks[0].readings[0].style == "section")
    before, after = marked[at - 1 : at], marked[at + 1 : at + 2]
    if after and after[0].marks[0].readings[0].style == "article":
        words = flat[marked[at].end : after[0].start].strip()
        if not words or is_title(words):
            return "section"
    return "article" if before and before[0].marks[0].readings[0].style == "article" else "section"


def _read_line(draft: Draft, line: Line) -> None:
    if draft.table is not None:
        if extends_table(draft, line):
            draft.extend_text(line.end)
            return
        draft.table = None
    if not line.marks and begins_table(draft, line):
        start_table(draft, line)
        return
    for part in split_parts(draft, line) if line.inner else (line,):
        if not part.marks or not _open_units(draft, part):
            add_words(draft, part)


def _open_units(draft: Draft, line: Line) -> bool:
    """Open the units that the line's numbers name, and place its words; say whether the numbers were taken as such."""
    marks, nest = line.marks, draft.nest
    if marks[0].readings[0].style == "table":
        if opens_table(draft, line):
            start_table(draft, line)
            return True
        return False
    if len(marks) > 1:
        marks = _resume(nest, marks)
    headed = (
        any(reading.first for reading in marks[1].readings) if len(marks) > 1 else _heads_list(draft, line)
    )
    choice = nest.choose(
        marks[0],
        weak=line.weak and not line.glued,
        ahead=draft.ahead,
        headed=headed,
        titled=lambda: _is_bare_title(draft, line),
    )
    if choice is None and marks[0].readings[0].prefix:
        head, _, _ = marks[0].piece.partition(".")  # 1.300 tons: item 1, whose words begin with a figure
        figure = read_marker("figure", head + ".")
        choice = (
            nest.choose(figure, weak=not nest.stack[-1].opens, ahead=draft.ahead, headed=False, titled=bool)
            if figure
            else None
        )
        if choice and figure:
            marks, line = (figure,), line._replace(body=line.start + len(head) + 1)
    if choice is None or (choice.tier < ITEM and not _stands_free(draft, line)):
        return False
    unit = _open_unit(draft, choice, marks[0], line)
    for marker in marks[1:]:
        reading = next((r for r in marker.readings if r.first), marker.readings[0])
        unit = _open_unit(draft, Choice(len(nest.stack), reading, ITEM), marker, line)
    _place_first_words(draft, unit, line)
    return True


def _heads_list(draft: Draft, line: Line) -> bool:
    """Say whether a bare number and a title head a list that begins on the next line: `97 Emergencies`, `(1) …`."""
    if line.marks[0].readings[0].style != "1 " or not _is_bare_title(draft, line):
        return False
    after = draft.line_after
    return after is not None and bool(after.marks) and after.marks[0].piece == "(1)"


def _open_unit(draft: Draft, choice: Choice, marker: Marker, line: Line) -> Unit:
    nest = draft.nest
    if draft.pending is not None:
        draft.settle_pending(followed=choice.keep == len(nest.stack))
    parent = nest.stack[choice.keep - 1]
    if not parent.has_children:
        draft.mark_parent(parent, numbered=True)
    fault, due = (choice.fault, choice.due) if choice.tier == ITEM else judge_named(choice.reading, nest)
    if fault or line.glued:
        draft.faults.append(Fault(fault or "glued", line.number, marker.piece, due=due))
    draft.listing = False
    return nest.push(choice, marker, line.start, line.number)


def _resume(nest: Nest, marks: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Drop leading numbers that repeat units still open: `(a)(2)` after `(a)(1)` opens only `(2)`."""
    for unit, below in zip(nest.stack[1:], nest.stack[2:], strict=False):
        if len(marks) < 2:
            break
        if unit.piece == marks[0].piece and unit.tier == marks[0].tier:
            reading = below.reading
            if marks[1].piece != below.piece and not any(
                r.follows(reading.style, reading.value, ()) for r in marks[1].readings
            ):
                break
            marks = marks[1:]
    return marks


def _stands_free(draft: Draft, line: Line) -> bool:
    """Say whether a named number opens its line in earnest: it follows the last, or the words before are complete."""
    marker, before = line.marks[0], draft.line_before
    if draft.pending is not None and draft.pending.tier == ANNEX and marker.readings[0].style in _SOURCES:
        return line.body < line.end  # SCHEDULE 1, Section 4: the provision it belongs to
    if before is None or before.marks or draft.nest.continues(marker):
        return True
    words = draft.flat[max(before.body, before.end - 20) : before.end]
    return len(words) < 20 or words[-1] not in "，、,"


def _place_first_words(draft: Draft, unit: Unit, line: Line) -> None:
    if line.body == line.end:
        draft.pending, draft.pending_end = unit, line.end
    elif unit.tier < ARTICLE or (
        unit.reading.style == "§" and _is_section_title(draft.flat[line.body : line.end])
    ):
        draft.headings.append((unit, line.start, line.end))
    else:
        draft.add_text(unit, line.start, line.body, line.end)
        unit.titled = _is_bare_title(draft, line)


def _is_bare_title(draft: Draft, line: Line) -> bool:
    return is_title(draft.flat[line.body : line.end], limit=16)


def _is_section_title(words: str) -> bool:
    asked = words[-1] == "?" and len(words) < 250 and ". " not in words
    return asked or is_title(words, limit=60, closed=True)
