"""The outline in the making: open units, the words placed so far, and what they come to in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from remit.core.clause import Clause, Heading, Outline
from remit.reading.lead import AIM_TITLE
from remit.reading.lexer import Line
from remit.reading.marker import ARTICLE, Marker
from remit.reading.nesting import Nest, Unit
from remit.reading.numbering_lint import Fault
from remit.reading.numeral import write_chinese
from remit.reading.title import ends_open, is_title

__all__ = ["PREAMBLE", "Draft", "Text"]

PREAMBLE = "前言"
"""The reference of words that come before any number."""

_MAY_OPEN = frozenset("：:—–*_#>`|")  # a lead-in's last characters, or markup after them
_AHEAD = 60  # how many numbered lines are looked through to decide an ambiguous one


@dataclass(slots=True, eq=False)
class Text:
    """A paragraph: of a unit, from its number if it is the unit's first, and whether it proved to be a heading."""

    unit: Unit
    start: int
    end: int
    body: int
    ordinal: int
    is_heading: bool = False


@dataclass(slots=True, eq=False)
class Draft:
    """What has been read of a text: `at` is the position of the present line, `pending` a unit that awaits its words.

    `table` is the table that lines are being added to; `listing` says that unnumbered lines are members of an
    announced list.
    """

    flat: str
    lines: list[Line]
    nest: Nest
    texts: list[Text] = field(default_factory=list)
    headings: list[tuple[Unit, int, int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    pending: Unit | None = None
    pending_end: int = 0  # where its number ends
    table: Text | None = None
    listing: bool = False
    at: int = 0

    @property
    def root(self) -> Unit:
        """The unit of the words before any number."""
        return self.nest.stack[0]

    @property
    def line_before(self) -> Line | None:
        """The line before the present one."""
        return self.lines[self.at - 1] if self.at else None

    @property
    def line_after(self) -> Line | None:
        """The line after the present one."""
        return self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None

    def ahead(self) -> Iterator[Marker]:
        """Yield the first number of each of the next numbered lines, as far as is looked ahead."""
        count = 0
        for at in range(self.at + 1, min(len(self.lines), self.at + 4 * _AHEAD)):
            marks = self.lines[at].marks
            if marks:
                yield marks[0]
                count += 1
                if count == _AHEAD:
                    return

    def add_text(self, unit: Unit, start: int, body: int, end: int) -> None:
        """Place a paragraph of a unit."""
        place = len(self.texts)
        unit.texts += 1
        if unit.first_text < 0:
            unit.first_text = place
        unit.last_text = place
        unit.opens = (
            body < end and self.flat[end - 1] in _MAY_OPEN and ends_open(self.flat[max(body, end - 8) : end])
        )
        self.texts.append(Text(unit, start, end, body, unit.texts))

    def extend_text(self, end: int) -> None:
        """Let the last paragraph run on to `end`."""
        last = self.texts[-1]
        last.end, last.unit.opens = end, ends_open(self.flat[max(last.body, end - 8) : end])

    def mark_parent(self, parent: Unit, *, numbered: bool) -> None:
        """Note that a unit gets something under it: if its own words are but a title, they become a heading."""
        may_be_title = parent.texts == 1 and not parent.has_children and parent.parent is not None
        only = self.texts[parent.last_text] if may_be_title else None
        if (
            only
            and (numbered or not parent.listed or AIM_TITLE.fullmatch(self.flat, only.body, only.end))
            and _is_unit_title(self.flat[only.body : only.end], parent, numbered=numbered)
        ):
            only.is_heading = True
            parent.texts, parent.first_text, parent.last_text, parent.opens = 0, -1, -1, False
        parent.has_children = True

    def settle_pending(self, *, followed: bool) -> None:
        """Make a heading of a number that stands alone and got no words; a fault, too, if nothing follows under it."""
        unit, self.pending = self.pending, None
        if unit is not None:
            self.headings.append((unit, unit.start, self.pending_end))
            if not followed and unit.tier >= ARTICLE:
                self.faults.append(Fault("bare", unit.line, unit.piece))

    def outline(self) -> Outline:
        """Return the finished outline."""
        clauses: list[Clause] = []
        positions: dict[int, int] = {}
        for at, text in enumerate(self.texts):
            if text.is_heading:
                self.headings.append((text.unit, text.start, text.end))
                continue
            positions[at] = len(clauses)
            clauses.append(
                Clause(self._text_ref(text), text.start, text.end, text.body, self._lead(text, positions))
            )
        self.headings.sort(key=lambda heading: heading[1])
        return Outline(
            tuple(Heading(self._unit_ref(unit), start, end) for unit, start, end in self.headings),
            tuple(clauses),
        )

    def _unit_ref(self, unit: Unit) -> tuple[str, ...]:
        if not unit.ref and unit.parent is not None:
            hangs = unit.introduced >= 0 and unit.parent.parent is not None
            above = self._text_ref(self.texts[unit.introduced]) if hangs else self._unit_ref(unit.parent)
            unit.ref = (*above, unit.piece)
        return unit.ref

    def _text_ref(self, text: Text) -> tuple[str, ...]:
        unit = text.unit
        ref = unit.ref or ((PREAMBLE,) if unit.parent is None else self._unit_ref(unit))
        return (*ref, f"第{write_chinese(text.ordinal)}款") if unit.texts > 1 else ref

    def _lead(self, text: Text, positions: dict[int, int]) -> int | None:
        """Return the clause under which the text's unit hangs, for the unit's first words."""
        unit: Unit = text.unit
        if self.texts[unit.first_text] is not text or unit.reading.style == "table":
            return None
        while unit.parent is not None:
            if unit.introduced in positions and (unit.parent.parent is not None or unit.parent.opens):
                return positions[unit.introduced]
            unit = unit.parent
        return None


def _is_unit_title(words: str, unit: Unit, *, numbered: bool) -> bool:
    """Say whether a unit's own words are but its title; those with a full stop must be short."""
    if unit.reading.style == "第条":
        inner = words.strip("*_ \u3000")
        bracketed = inner[:1] in "（(【[〔" and inner[-1:] in "）)】]〕"
        return is_title(inner.strip("（(【[〔）)】]〕"), limit=40) if bracketed else is_title(words, limit=18)
    if words.endswith((".—", ".–")):
        words = words[:-1]
    if words[-1:] not in "。.":
        return is_title(words, limit=45)
    in_plan = unit.parent is not None and (unit.reading.style, unit.parent.reading.style) == ("(一)", "一、")
    return is_title(words, limit=28 if numbered else 24 if in_plan else 12, closed=True)
