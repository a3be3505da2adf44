"""From a text to its outline: headings and clauses with their references, by the lines' numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from remit.core.clause import Clause, Heading, Outline
from remit.core.problem import Problem
from remit.reading.contents import contents_lines
from remit.reading.lexer import Line, flatten, split_lines
from remit.reading.marker import ANNEX, ARTICLE, ITEM, Marker, Reading
from remit.reading.nesting import Choice, Nest, Unit
from remit.reading.numbering_lint import Fault, judge_named, report_faults
from remit.reading.title import ends_open, ends_sentence, has_chinese, is_title
from remit.reading.wrapping import unwrap_lines

__all__ = ["PREAMBLE", "outline"]

PREAMBLE = "前言"
"""The reference of words that come before any number."""

_AHEAD = 60  # how many numbered lines are looked through to decide an ambiguous one
_SOURCES = ("section", "regulation", "rule")
_ORDINALS = "一二三四五六七八九"


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
class _Part:
    """A stretch of a line that a number may open."""

    line: Line
    marks: tuple[Marker, ...]
    start: int
    body: int
    end: int
    glued: bool = False


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
    for part in _split_parts(draft, line):
        if not (part.marks and _open_units(draft, part)):
            _add_words(draft, part)


# --- numbers


def _open_units(draft: _Draft, part: _Part) -> bool:
    """Open the units that the part's numbers name, and place its words; say whether the numbers were taken as such."""
    if part.marks[0].readings[0].style == "table":
        return _open_table(draft, part)
    marks = _resume(draft.nest, part.marks)
    choice = draft.nest.choose(marks[0], weak=part.line.weak and not part.glued, ahead=lambda: _ahead(draft))
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


def _open_unit(draft: _Draft, choice: Choice, marker: Marker, part: _Part) -> Unit:
    _settle_pending(draft, child=choice.keep == len(draft.nest.stack))
    _mark_parent(draft, draft.nest.stack[choice.keep - 1])
    fault, due = (choice.fault, choice.due) if choice.tier == ITEM else judge_named(choice.reading, draft.nest)
    if fault or part.glued:
        draft.faults.append(Fault(fault or "glued", part.line.number, marker.piece, due=due))
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


def _stands_free(draft: _Draft, part: _Part) -> bool:
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


def _place_first_words(draft: _Draft, unit: Unit, part: _Part) -> None:
    words = draft.flat[part.body : part.end]
    if not words:
        draft.pending = unit
    elif unit.tier < ARTICLE or (unit.reading.style == "§" and is_title(words, closed=True)):
        draft.headings.append((unit, part.start, part.end))
    else:
        _add_text(draft, unit, part.start, part.body, part.end)


def _settle_pending(draft: _Draft, *, child: bool = False) -> None:
    """Make a heading of a number that stands alone and got no words."""
    unit, draft.pending = draft.pending, None
    if unit is not None:
        end = unit.start + len(draft.flat[unit.start : unit.start + 80].split("\n")[0].rstrip())
        draft.headings.append((unit, unit.start, end))
        if not child and unit.tier >= ARTICLE:
            draft.faults.append(Fault("bare", 1 + draft.flat.count("\n", 0, unit.start), unit.piece))


def _mark_parent(draft: _Draft, parent: Unit) -> None:
    """Note that a unit gets something under it: if its own words are but a title, they become a heading."""
    if parent.texts == 1 and not parent.has_children and parent.parent is not None:
        only = draft.texts[parent.last_text]
        if _is_unit_title(draft.flat[only.body : only.end], parent):
            only.is_heading = True
            parent.texts, parent.last_text, parent.opens = 0, -1, False
    parent.has_children = True


def _is_unit_title(words: str, unit: Unit) -> bool:
    if unit.reading.style == "第条":
        inner = words.strip("*_ \u3000")
        bracketed = inner[:1] in "（(【[〔" and inner[-1:] in "）)】]〕"
        return is_title(inner.strip("（(【[〔）)】]〕"), limit=40) if bracketed else is_title(words, limit=18)
    return is_title(words, limit=45, closed=True)


# --- words without a number


def _add_words(draft: _Draft, part: _Part) -> None:
    words = draft.flat[part.start : part.end]
    if draft.pending is not None:
        _add_pending_words(draft, draft.pending, part)
    elif len(draft.nest.stack) == 1 and _is_front_matter(draft, words):
        draft.headings.append((draft.root, part.start, part.end))
    elif _carries_on(draft, part, words):
        last = draft.texts[-1]
        last.end, last.unit.opens = part.end, ends_open(words)
    elif not draft.listing and _is_heading_line(words):
        draft.headings.append((_division(draft.nest), part.start, part.end))
    else:
        unit = draft.nest.home()
        _mark_parent(draft, unit)
        _add_text(draft, unit, part.start, part.start, part.end)
        draft.listing = draft.listing or ends_open(words)


def _add_pending_words(draft: _Draft, unit: Unit, part: _Part) -> None:
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


def _settle_title(draft: _Draft, unit: Unit, part: _Part, *, titled: bool) -> None:
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


def _carries_on(draft: _Draft, part: _Part, words: str) -> bool:
    """Say whether the line goes on with a sentence that the line before left open."""
    if not draft.texts or part.line.parted:
        return False
    last = draft.texts[-1]
    before = draft.flat[last.body : last.end]
    if draft.flat[last.end : part.start].strip() or last.is_heading:
        return False
    if before.endswith(("，", "、")) and not part.line.indented:
        return True
    if words in ("and", "or", "and/or"):
        return True
    return words[0].islower() and words[0].isascii() and not ends_sentence(before) and not has_chinese(before[-10:])


def _is_heading_line(words: str) -> bool:
    if len(words) > 120 or ends_sentence(words.rstrip("）)】]》」”")):
        return False
    return is_title(words, limit=30)


def _add_text(draft: _Draft, unit: Unit, start: int, body: int, end: int) -> None:
    unit.texts += 1
    if unit.first_text < 0:
        unit.first_text = len(draft.texts)
    unit.last_text = len(draft.texts)
    unit.opens = ends_open(draft.flat[max(body, end - 8) : end])
    draft.texts.append(_Text(unit, start, end, body, unit.texts))


# --- glued numbers


def _split_parts(draft: _Draft, line: Line) -> Iterator[_Part]:
    """Yield the line's parts: cut before each glued number that fits the open lists at the time it is reached."""
    part = _Part(line, line.marks, line.start, line.body, line.end)
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
        part.end = part.start + len(draft.flat[part.start : inner.start].rstrip())
        part.body = min(part.body, part.end)
        yield part
        part = _Part(line, inner.marks, inner.start, inner.body, line.end, glued=True)
    yield part


def _continues_part(draft: _Draft, before: _Part, marker: Marker) -> bool:
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


def _open_table(draft: _Draft, part: _Part) -> bool:
    """Take a caption and the rows after it as one clause of their own."""
    words = draft.flat[part.body : part.end]
    if words and not is_title(words, limit=40):
        return False
    _settle_pending(draft, child=True)
    marker, parent = part.marks[0], draft.nest.stack[-1]
    unit = Unit(marker.piece, ITEM, marker.readings[0], part.start, parent, parent.last_text)
    _add_text(draft, unit, part.start, part.body, part.end)
    draft.table = draft.texts[-1]
    return True


def _extends_table(draft: _Draft, line: Line) -> bool:
    if line.marks:
        marker = line.marks[0]
        return marker.tier == ITEM and marker.readings[0].style != "table" and not draft.nest.continues(marker)
    words = draft.flat[line.start : line.end]
    long = len(words) >= (30 if has_chinese(words) else 80)
    return not (long and ends_sentence(words)) or words[0].isdigit() or words[0] in "（(注*Nn|"


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
    return (*ref, f"第{_ordinal(text.ordinal)}款") if unit.texts > 1 else ref


def _lead(draft: _Draft, text: _Text, positions: dict[int, int]) -> int | None:
    unit: Unit | None = text.unit
    if unit is None or unit.first_text < 0 or draft.texts[unit.first_text] is not text or unit.reading.style == "table":
        return None
    while unit is not None and unit.parent is not None:
        if unit.introduced in positions and (unit.parent.parent is not None or unit.parent.opens):
            return positions[unit.introduced]
        unit = unit.parent
    return None


def _ordinal(number: int) -> str:
    """Return a number as Chinese numerals, as 款 are counted."""
    if number < 10:
        return _ORDINALS[number - 1]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _ORDINALS[tens - 1]) + "十" + (_ORDINALS[ones - 1] if ones else "")
    hundreds, rest = divmod(number, 100)
    if hundreds > 9:
        return str(number)
    tail = "" if not rest else ("零" if rest < 10 else "一" if rest < 20 else "") + _ordinal(rest)
    return _ORDINALS[hundreds - 1] + "百" + tail
