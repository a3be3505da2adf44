"""From a text to its outline: headings and clauses with their references, by the lines' numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from remit.core.clause import Clause, Heading, Outline
from remit.core.problem import Problem
from remit.reading.contents import contents_lines
from remit.reading.lexer import Line, flatten, split_lines
from remit.reading.marker import ANNEX, ARTICLE, ITEM, Marker, Reading, read_marker
from remit.reading.nesting import Choice, Nest, Unit
from remit.reading.numbering_lint import Fault, judge_named, report_faults
from remit.reading.numeral import write_chinese
from remit.reading.title import ends_open, ends_sentence, has_chinese, is_title
from remit.reading.wrapping import unwrap_lines

__all__ = ["PREAMBLE", "outline"]

PREAMBLE = "前言"
"""The reference of words that come before any number."""

_AHEAD = 60  # how many numbered lines are looked through to decide an ambiguous one
_JOINING = ("and", "or", "and/or", "以及", "或者")
_SOURCE_NOTE = re.compile(r"\[\d+ FR .*\]$|\((?:Authority|Approved by|Source|Sec\.|Secs\.)\b.*\)$|(?:Authority|AUTHORITY|Source|SOURCE): ")
_LABEL = re.compile(r"(?:Notes?|Examples?|注|说明)(?: \d+)?[:：]?$")
_TABLE = Marker("表", ITEM, (Reading("table", (0, 0)),))  # one without a caption
_PAGE = re.compile(r"[-—–·\s]*\d{1,4}[-—–·\s]*$|第 ?\d+ ?页(?:[，,/ ]*共 ?\d+ ?页)?$|Page \d+(?: of \d+)?$")
_RULE = re.compile(r"[-=*_#~·.\s─-╿—]{3,}$")
_RULED = re.compile(r"[-+=|_ \t─-╿]{4,}$|\||[^|\n]*\|[^|\n]*\|", re.MULTILINE)
_UNNUMBERED = ("总则", "分则", "附则")  # parts that some laws do not number
_SOURCES = ("section", "regulation", "rule")


@dataclass(slots=True)
class _Text:
    """A paragraph: of a unit, from its number if it is the unit's first, and whether it proved to be a heading."""

    unit: Unit
    start: int
    end: int
    body: int
    ordinal: int
    is_heading: bool = False


@dataclass(slots=True)
class _Draft:
    flat: str
    lines: list[Line]
    root: Unit
    nest: Nest
    texts: list[_Text] = field(default_factory=list)
    headings: list[tuple[Unit, int, int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    pending: Unit | None = None  # a unit whose number stands alone on its line
    table: _Text | None = None
    listing: bool = False  # unnumbered lines are members of an announced list
    at: int = 0


def outline(text: str) -> tuple[Outline, tuple[Problem, ...]]:
    """Return the clause tree of a regulation's text, and what is wrong with its numbering.

    Any text is accepted. Offsets are code points of `text`; spans are disjoint, in document order and without outer white
    space; every character that is not white space or a list or markup sign before a number lies in exactly one span. Numbers
    are taken as printed and never corrected. References and款 follow the project's annotation rules: a款 is numbered only
    where its unit has two or more.
    """
    flat = flatten(text)
    lines = unwrap_lines(flat, split_lines(flat))
    draft = _start(flat, lines)
    skipped = contents_lines(flat, lines)
    for at, line in enumerate(lines):
        draft.at = at
        if at in skipped:
            draft.headings.append((draft.root, line.start, line.end))
        else:
            _read_line(draft, line)
    _settle_pending(draft)
    found = _finish(draft)
    return found, report_faults(draft.faults)


def _start(flat: str, lines: list[Line]) -> _Draft:
    root = Unit(PREAMBLE, -1, Reading("", (0, 0)), 0)
    styles = {line.marks[0].readings[0].style for line in lines if line.marks}
    return _Draft(flat, lines, root, Nest(sectioned="article" in styles, stack=[root]))


def _read_line(draft: _Draft, line: Line) -> None:
    if draft.table and _extends_table(draft, line):
        draft.table.end = line.end
        return
    draft.table = None
    if not line.marks and _begins_table(draft, line):
        _start_table(draft, _TABLE, line)
        return
    for part in _split_parts(draft, line) if line.inner else (line,):
        if not (part.marks and _open_units(draft, part)):
            _add_words(draft, part)


# --- numbers


def _open_units(draft: _Draft, part: Line) -> bool:
    """Open the units that the part's numbers name, and place its words; say whether the numbers were taken as such."""
    if part.marks[0].readings[0].style == "table":
        return _open_table(draft, part)
    marks = _resume(draft.nest, part.marks) if len(part.marks) > 1 else part.marks
    weak = part.weak and not part.glued
    choice = draft.nest.choose(marks[0], weak=weak, ahead=lambda: _ahead(draft))
    if choice is None and marks[0].readings[0].prefix:
        head, _, _ = marks[0].piece.partition(".")  # 1.300 total tons: item 1 that begins with a figure
        figure = read_marker("figure", head + ".")
        choice = draft.nest.choose(figure, weak=True, ahead=lambda: _ahead(draft)) if figure else None
        if choice and figure:
            marks, part = (figure,), part._replace(body=part.start + len(head) + 1)
    if choice is None:
        return False
    if part.marks[0].tier < ITEM and not _stands_free(draft, part):
        return False
    unit = _open_unit(draft, choice, marks[0], part)
    for marker in marks[1:]:
        reading = next((r for r in marker.readings if r.first), marker.readings[0])
        unit = _open_unit(draft, Choice(len(draft.nest.stack), reading, ITEM), marker, part)
    _place_first_words(draft, unit, part)
    return True


def _open_unit(draft: _Draft, choice: Choice, marker: Marker, part: Line) -> Unit:
    if draft.pending is not None:
        _settle_pending(draft, child=choice.keep == len(draft.nest.stack))
    _mark_parent(draft, draft.nest.stack[choice.keep - 1])
    fault, due = (choice.fault, choice.due) if choice.tier == ITEM else judge_named(choice.reading, draft.nest)
    if fault or part.glued:
        draft.faults.append(Fault(fault or "glued", part.number, marker.piece, due=due))
    unit = draft.nest.push(choice, marker, part.start)
    draft.listing = False
    return unit


def _resume(nest: Nest, marks: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Drop leading numbers that repeat units still open: `(a)(2)` after `(a)(1)` opens only `(2)`."""
    at = 1
    while len(marks) > 1 and at < len(nest.stack):
        unit = nest.stack[at]
        if unit.piece == marks[0].piece and unit.tier == marks[0].tier:
            later = nest.stack[at + 1] if at + 1 < len(nest.stack) else None
            if later is None or not (marks[1].piece == later.piece or any(
                r.follows(later.reading.style, later.reading.value, ()) for r in marks[1].readings
            )):
                break
            marks = marks[1:]
        at += 1
    return marks


def _stands_free(draft: _Draft, part: Line) -> bool:
    """Say whether a named number opens its line in earnest: it follows the last one, or the words before it are complete."""
    marker = part.marks[0]
    if draft.pending is not None and draft.pending.tier == ANNEX and marker.readings[0].style in _SOURCES:
        return part.body < part.end  # SCHEDULE 1, Section 4: the provision it belongs to
    if draft.at == 0 or draft.nest.continues(marker):
        return True
    before = draft.lines[draft.at - 1]
    words = draft.flat[before.body : before.end]
    return bool(before.marks) or ends_sentence(words) or not words.endswith(("，", "、", ",")) or len(words) < 20


def _ahead(draft: _Draft) -> Iterator[Marker]:
    """Yield the first number of each of the next numbered lines."""
    later = (draft.lines[at] for at in range(draft.at + 1, min(len(draft.lines), draft.at + 4 * _AHEAD)))
    return islice((line.marks[0] for line in later if line.marks), _AHEAD)


def _place_first_words(draft: _Draft, unit: Unit, part: Line) -> None:
    words = draft.flat[part.body : part.end]
    if not words:
        draft.pending = unit
    elif unit.tier < ARTICLE or (unit.reading.style == "§" and _is_section_title(words)):
        draft.headings.append((unit, part.start, part.end))
    else:
        _add_text(draft, unit, part.start, part.body, part.end)


def _is_section_title(words: str) -> bool:
    asked = words.endswith("?") and len(words) < 250 and ". " not in words
    return asked or is_title(words, limit=60, closed=True)


def _settle_pending(draft: _Draft, *, child: bool = False) -> None:
    """Make a heading of a number that stands alone and got no words."""
    unit, draft.pending = draft.pending, None
    if unit is not None:
        end = unit.start + len(draft.flat[unit.start : unit.start + 80].split("\n")[0].rstrip())
        draft.headings.append((unit, unit.start, end))
        if not child and unit.tier >= ARTICLE:
            draft.faults.append(Fault("bare", 1 + draft.flat.count("\n", 0, unit.start), unit.piece))


def _mark_parent(draft: _Draft, parent: Unit, *, numbered: bool = True) -> None:
    """Note that a unit gets something under it: if its own words are but a title, they become a heading."""
    if parent.texts == 1 and not parent.has_children and parent.parent is not None:
        only = draft.texts[parent.last_text]
        if _is_unit_title(draft.flat[only.body : only.end], parent, numbered=numbered):
            only.is_heading = True
            parent.texts, parent.last_text, parent.opens = 0, -1, False
    parent.has_children = True


def _is_unit_title(words: str, unit: Unit, *, numbered: bool) -> bool:
    """Say whether a unit's own words are but its title; with a full stop, only a short one before mere paragraphs."""
    if unit.reading.style == "第条":
        inner = words.strip("*_ \u3000")
        bracketed = inner[:1] in "（(【[〔" and inner[-1:] in "）)】]〕"
        return is_title(inner.strip("（(【[〔）)】]〕"), limit=40) if bracketed else is_title(words, limit=18)
    words = words[:-1] if words.endswith((".—", ".–")) else words
    return is_title(words, limit=45 if numbered or words[-1:] not in "。." else 12, closed=True)


# --- words without a number


def _add_words(draft: _Draft, part: Line) -> None:
    words = draft.flat[part.start : part.end]
    if draft.pending is not None:
        _add_pending_words(draft, draft.pending, part)
    elif len(draft.nest.stack) == 1 and _is_front_matter(draft, words):
        draft.headings.append((draft.root, part.start, part.end))
    elif _carries_on(draft, part, words):
        last = draft.texts[-1]
        last.end, last.unit.opens = part.end, ends_open(words)
    elif not draft.listing and _is_heading_line(draft, words):
        if "".join(words.split()) in _UNNUMBERED:
            del draft.nest.stack[1:]
        draft.headings.append((_division(draft.nest), part.start, part.end))
    else:
        unit = draft.nest.home()
        _mark_parent(draft, unit, numbered=False)
        _add_text(draft, unit, part.start, part.start, part.end)
        draft.listing = draft.listing or ends_open(words)


def _add_pending_words(draft: _Draft, unit: Unit, part: Line) -> None:
    """Give the line after a number that stands alone to it: as its title, or as its first words."""
    words = draft.flat[part.start : part.end]
    titled = is_title(words, limit=40 if unit.tier < ARTICLE else 25)
    if titled and unit.tier == ARTICLE:
        after = draft.lines[draft.at + 1] if draft.at + 1 < len(draft.lines) else None
        titled = after is not None and (not after.marks or after.marks[0].tier > ARTICLE)
    if unit.tier < ARTICLE or (titled and unit.tier == ARTICLE):
        draft.pending = None
        _settle_title(draft, unit, part, titled=titled)
        return
    draft.pending = None
    _add_text(draft, unit, unit.start, part.start, part.end)


def _settle_title(draft: _Draft, unit: Unit, part: Line, *, titled: bool) -> None:
    if titled:
        draft.headings.append((unit, unit.start, part.end))
    else:
        draft.pending = unit
        _settle_pending(draft, child=True)
        _add_words(draft, part)


def _is_front_matter(draft: _Draft, words: str) -> bool:
    """Say whether words before any number are title, number, date, source or salutation."""
    if len(words) > 150 or draft.texts:
        return False
    bracketed = words[:1] in "（(" and words[-1:] in "）)"
    if bracketed or not ends_sentence(words):
        return True
    after = draft.lines[draft.at + 1] if draft.at + 1 < len(draft.lines) else None
    return words.endswith(("：", ":")) and "。" not in words and after is not None and not after.marks


def _division(nest: Nest) -> Unit:
    """Return the innermost open chapter, part or annex, or the root."""
    return next((unit for unit in reversed(nest.stack) if unit.tier < ARTICLE))


def _carries_on(draft: _Draft, part: Line, words: str) -> bool:
    """Say whether the line goes on with a sentence that the line before left open."""
    if not draft.texts or (part.parted and words not in _JOINING):
        return False
    last = draft.texts[-1]
    before = draft.flat[last.body : last.end]
    if draft.flat[last.end : part.start].strip() or last.is_heading:
        return False
    if before.endswith(("，", "、")) and not part.indented:
        return True
    if words in _JOINING:
        return True
    return words[0].islower() and words[0].isascii() and not ends_sentence(before) and not has_chinese(before[-10:])


def _is_heading_line(draft: _Draft, words: str) -> bool:
    """Say whether an unnumbered line is a title, a signature or a date; below an article only short ones are."""
    if _SOURCE_NOTE.match(words) or _LABEL.match(words) or _RULE.match(words) or _PAGE.match(words):
        return True
    if len(words) > 120 or ends_sentence(words.rstrip("）)】]》」”")):
        return False
    below_article = any(unit.reading.style == "第条" for unit in draft.nest.stack)
    return is_title(words, limit=16 if below_article else 30)


def _add_text(draft: _Draft, unit: Unit, start: int, body: int, end: int) -> None:
    unit.texts += 1
    if unit.first_text < 0:
        unit.first_text = len(draft.texts)
    unit.last_text = len(draft.texts)
    unit.opens = ends_open(draft.flat[max(body, end - 8) : end])
    draft.texts.append(_Text(unit, start, end, body, unit.texts))


# --- glued numbers


def _split_parts(draft: _Draft, line: Line) -> Iterator[Line]:
    """Yield the line's parts: cut before each glued number that fits the open lists at the time it is reached."""
    part = line
    blocked: set[str] = set()  # styles that count within a running sentence of this line
    granted: set[int] = set()
    for position, inner in enumerate(line.inner):
        marker = inner.marks[0]
        style = marker.readings[0].style
        if style in blocked or inner.start < part.body:
            continue
        if position not in granted and not _continues_part(draft, part, marker):
            run = _announced_run(draft, line, position)
            granted.update(run)
            if not run and any(r.first for r in marker.readings):
                blocked.add(style)
            if not run:
                continue
        end = part.start + len(draft.flat[part.start : inner.start].rstrip())
        yield part._replace(end=end, body=min(part.body, end))
        part = line._replace(start=inner.start, body=inner.body, marks=inner.marks, glued=True)
    yield part


def _continues_part(draft: _Draft, before: Line, marker: Marker) -> bool:
    """Say whether the marker continues the part's own list, or one that is open before the part is read."""
    own = [reading for mark in before.marks for reading in mark.readings]
    return any(r.follows(o.style, o.value, o.prefix) for r in marker.readings for o in own) or draft.nest.continues(marker)


def _announced_run(draft: _Draft, line: Line, position: int) -> list[int]:
    """Return the positions of a list glued to what comes before: 一, 二 … at sentence ends, or one that the next line continues."""
    reading = line.inner[position].marks[0].readings[0]
    first, run = reading, [position]
    for at in range(position + 1, len(line.inner)):
        nearest = line.inner[at].marks[0].readings[0]
        if nearest.follows(reading.style, reading.value, reading.prefix):
            run.append(at)
            reading = nearest
    if first.style == "(一)" and first.first and len(run) > 1:
        return run
    after = next(iter(_ahead(draft)), None)
    if after is not None and any(r.follows(reading.style, reading.value, reading.prefix) for r in after.readings):
        return run
    return []


# --- tables


def _open_table(draft: _Draft, part: Line) -> bool:
    """Take a caption and the rows after it as one clause of their own."""
    words = draft.flat[part.body : part.end]
    if words and not is_title(words, limit=40):
        return False
    _start_table(draft, part.marks[0], part)
    return True


def _begins_table(draft: _Draft, line: Line) -> bool:
    """Say whether a line without a caption begins a table: a ruled one that rows follow, or a row with bars."""
    if not _RULED.match(draft.flat, line.start, line.end):
        return False
    after = draft.lines[draft.at + 1] if draft.at + 1 < len(draft.lines) else None
    return draft.flat[line.start] == "|" or (after is not None and not after.parted and not after.marks)


def _start_table(draft: _Draft, marker: Marker, part: Line) -> None:
    _settle_pending(draft, child=True)
    parent = draft.nest.stack[-1]
    unit = Unit(marker.piece, ITEM, marker.readings[0], part.start, parent, parent.last_text)
    _add_text(draft, unit, part.start, part.body, part.end)
    draft.table = draft.texts[-1]


def _extends_table(draft: _Draft, line: Line) -> bool:
    if line.marks:
        marker = line.marks[0]
        return marker.tier == ITEM and marker.readings[0].style != "table" and not draft.nest.continues(marker)
    words = draft.flat[line.start : line.end]
    long = len(words) >= (30 if has_chinese(words) else 80)
    return not (long and ends_sentence(words)) or words[0].isdigit() or words[0] in "（(注*Nn|" or " | " in words


# --- the result


def _finish(draft: _Draft) -> Outline:
    clauses: list[Clause] = []
    positions: dict[int, int] = {}
    headings = [(unit, start, end) for unit, start, end in draft.headings]
    for at, text in enumerate(draft.texts):
        if text.is_heading:
            headings.append((text.unit, text.start, text.end))
            continue
        positions[at] = len(clauses)
        clauses.append(Clause(_text_ref(draft, text), text.start, text.end, text.body, _lead(draft, text, positions)))
    headings.sort(key=lambda heading: heading[1])
    named = tuple(Heading(_unit_ref(draft, unit), start, end) for unit, start, end in headings)
    return Outline(named, tuple(clauses))


def _unit_ref(draft: _Draft, unit: Unit) -> tuple[str, ...]:
    if unit.parent is None:
        return ()
    if not unit.ref:
        introduced = draft.texts[unit.introduced] if unit.introduced >= 0 and unit.parent.parent is not None else None
        above = _text_ref(draft, introduced) if introduced else _unit_ref(draft, unit.parent)
        unit.ref = (*above, unit.piece)
    return unit.ref


def _text_ref(draft: _Draft, text: _Text) -> tuple[str, ...]:
    unit = text.unit
    ref = (PREAMBLE,) if unit.parent is None else _unit_ref(draft, unit)
    return (*ref, f"第{write_chinese(text.ordinal)}款") if unit.texts > 1 else ref


def _lead(draft: _Draft, text: _Text, positions: dict[int, int]) -> int | None:
    unit: Unit | None = text.unit
    if unit is None or unit.first_text < 0 or draft.texts[unit.first_text] is not text or unit.reading.style == "table":
        return None
    while unit is not None and unit.parent is not None:
        if unit.introduced in positions and (unit.parent.parent is not None or unit.parent.opens):
            return positions[unit.introduced]
        unit = unit.parent
    return None
