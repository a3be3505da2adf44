"""Where a number belongs: the stack of open units, and which of them a new number continues, opens or restarts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from remit.reading.marker import ANNEX, ARTICLE, DIVISION, ITEM, Marker, Reading

__all__ = ["Choice", "Nest", "Unit"]

_CUSTOMARY = {"一、": 0, "(一)": 1, "1.": 2, "(1)": 3, "①": 4}
_CYCLED = {"(1)", "(a)", "(i)", "(A)", "(I)"}
_WIDEST_GAP = {"一、": 20, "(一)": 30, "1.": 10, "(1)": 10, "①": 8, "1)": 5, "(a)": 12, "(i)": 8, "(A)": 8}
_LATEST_START = 30  # no list of an excerpt begins with a higher number
_NEXT_FEW = 4  # numbers looked at to see whether a list goes on behind a wide gap
_FROM_FIRST = ("1.1", "1.2", "1.3", "1.4", "1.5", "a.", "A.", "i.", "I.", "a)", "i)", "A)", "I)")

Ahead = Callable[[], Iterable[Marker]]


@dataclass(slots=True, eq=False)
class Unit:
    """An open unit: its number as printed and as read, and what has been placed in it.

    `introduced`, `first_text` and `last_text` are positions of paragraphs, -1 for none: the one it hangs under, its
    own first and last; `texts` counts its own. `opens` says that its last words announce a list, `listed` that it is
    a plain member of a list, `titled` that its own words are but a title, `divides` that articles run under it though
    its number is an item's.
    """

    piece: str
    tier: int
    reading: Reading
    start: int
    line: int
    parent: Unit | None = None
    introduced: int = -1
    first_text: int = -1
    last_text: int = -1
    texts: int = 0
    has_children: bool = False
    divides: bool = False
    opens: bool = False
    listed: bool = False
    titled: bool = False
    ref: tuple[str, ...] = ()


class Choice(NamedTuple):
    """How to read a marker: how many open units stay, the reading, and the number that was due, if it is another."""

    keep: int
    reading: Reading
    tier: int
    fault: str = ""
    due: str = ""


@dataclass(slots=True)
class Nest:
    """The open units, outermost first, below a root; and what the document has shown about its styles.

    `dividing` is `section` where articles are numbered below sections, and `article` where it is the other way about.
    `order` ranks styles by their first coming, `within` holds pairs of an outer and an inner one as seen, `last` the
    last value of each, `renewed` those that may count from one again, as a higher division has begun.
    """

    dividing: str = ""
    stack: list[Unit] = field(default_factory=list)
    order: dict[str, int] = field(default_factory=dict)
    within: set[tuple[str, str]] = field(default_factory=set)
    tiers: dict[str, int] = field(default_factory=dict)
    last: dict[str, tuple[int, int]] = field(default_factory=dict)
    renewed: set[str] = field(default_factory=set)

    def choose(
        self, marker: Marker, *, weak: bool, ahead: Ahead, headed: bool, titled: Callable[[], bool]
    ) -> Choice | None:
        """Return where the marker belongs, None where it is better taken as words of the text.

        `headed` says that the first number of a list stands right behind it: 22.—(1), whatever number came before;
        `titled` tells whether its words are but a title.
        """
        if marker.tier < ITEM:
            return self._choose_named(marker, weak=weak)
        if marker.readings[0].style == "1 " and any(unit.reading.style == "第条" for unit in self.stack):
            return None  # a figure before a Chinese article's words is a row or a quantity
        successor = self._choose_successor(marker, titled)
        first = self._choose_first(marker)
        if successor and first and successor.reading.style != first.reading.style:
            return first if self._begins_roman(successor, first, ahead) else successor
        if successor:
            return successor
        if first:
            return first if not weak or self._goes_on(first.reading, ahead) else None
        weak = weak and not self._heads_decimals(marker, ahead)
        return self._choose_gap(marker, weak=weak, headed=headed, ahead=ahead)

    def continues(self, marker: Marker) -> bool:
        """Say whether the marker is the next number of an open list, or names the unit after the last of its kind."""
        if marker.tier >= ITEM:
            return self._choose_successor(marker, None) is not None
        reading = marker.readings[0]
        return reading.style in self.last and reading.follows(reading.style, self.last[reading.style], ())

    def push(self, choice: Choice, marker: Marker, start: int, line: int) -> Unit:
        """Open a unit for the marker; its parent is the innermost unit that stays."""
        if choice.tier == ANNEX:
            self.order.clear()
            self.within.clear()
            self.last.clear()
        before = self.stack[choice.keep] if choice.keep < len(self.stack) else None
        del self.stack[choice.keep :]
        reading, parent = choice.reading, self.stack[-1]
        style = reading.style
        if style not in self.order:
            self.order[style] = len(self.order)
        if parent.tier == ITEM and (parent.reading.style, style) not in self.within:
            self.within.update([(above.reading.style, style) for above in self.stack if above.tier == ITEM])
        self.last[style] = reading.value
        if choice.tier < ARTICLE:
            self.renewed = set(self.last) - {above.reading.style for above in self.stack} - {style}
        unit = Unit(marker.piece, choice.tier, reading, start, line, parent, parent.last_text)
        unit.listed = parent.opens and parent.parent is not None
        if before is not None and before.reading.style == style:
            unit.listed = unit.listed or before.listed or not before.has_children
        self.stack.append(unit)
        parent.divides = parent.divides or (choice.tier == ARTICLE and parent.tier == ITEM)
        return unit

    def close_to(self, style: str, *, kept: int) -> None:
        """Close the open units below the outermost one of `style`, but for `kept` of them."""
        at = next(at for at, unit in enumerate(self.stack) if unit.reading.style == style)
        keep = at + 1
        while keep < len(self.stack) and keep <= at + kept and self.stack[keep].reading.style == "(1)":
            keep += 1
        del self.stack[keep:]

    def home(self) -> Unit:
        """Return the unit that an unnumbered paragraph belongs to: the article if one is open, else the innermost.

        What lies below an article closes with it; in an article of numbered paragraphs, what lies below the paragraph.
        """
        stack = self.stack
        for at in range(len(stack) - 1, 0, -1):
            style = stack[at].reading.style
            if style == "第条":
                del stack[at + 1 :]
                break
            if style == "article" and stack[at].tier == ARTICLE:
                numbered = at + 1 < len(stack) and stack[at + 1].reading.style in ("1.", "(1)")
                del stack[at + 2 if numbered else at + 1 :]
                break
        return stack[-1]

    def _choose_named(self, marker: Marker, *, weak: bool) -> Choice | None:
        reading = marker.readings[0]
        if weak and not self.continues(marker):
            return None
        tier = marker.tier
        if reading.style == self.dividing:
            tier = DIVISION
        if tier == DIVISION and reading.style.isascii():
            tier = self.tiers.setdefault(reading.style, DIVISION + 1 + len(self.tiers))
        keep = 1
        while keep < len(self.stack):
            unit = self.stack[keep]
            if unit.tier >= tier and not (tier == ARTICLE and _may_divide(unit)):
                break
            keep += 1
        return Choice(keep, reading, tier)

    def _choose_successor(self, marker: Marker, titled: Callable[[], bool] | None) -> Choice | None:
        """The innermost list that the number goes on with; where two do, the one of titles takes a title."""
        chosen: Choice | None = None
        for at in range(len(self.stack) - 1, 0, -1):
            unit = self.stack[at]
            if unit.tier < ITEM:
                continue
            before = unit.reading
            for reading in marker.readings:
                if reading.follows(before.style, before.value, before.prefix):
                    if chosen is None:
                        chosen = Choice(at, reading, ITEM)
                    elif titled and unit.titled and chosen.reading.style == reading.style and titled():
                        return Choice(at, reading, ITEM)
        return chosen

    def _choose_first(self, marker: Marker) -> Choice | None:
        reading = next((r for r in marker.readings if r.first), None)
        if reading is None:
            return None
        stack, style = self.stack, reading.style
        top = stack[-1]
        same = [at for at in range(self._base(), len(stack)) if stack[at].reading.style == style]
        if same and top.reading.style == style and top.titled and not top.listed and len(same) < 2:
            return Choice(len(stack), reading, ITEM)  # 1. General manager, and below it his duties from 1. on
        if same:
            nested = top.reading.style != style and (top.opens or (style in _CYCLED and len(same) < 2))
            if nested and len(same) < 2:
                return Choice(len(stack), reading, ITEM)
            before = stack[same[-1]].reading
            fault = "restart" if before.prefix == reading.prefix else ""
            return Choice(same[-1], reading, ITEM, fault, before.next_piece())
        return Choice(len(stack) if top.opens else self._outdented(style), reading, ITEM)

    def _choose_gap(self, marker: Marker, *, weak: bool, headed: bool, ahead: Ahead) -> Choice | None:
        """Return the place of a number neither next nor first: after a gap, run on, or where an excerpt begins."""
        alike = [
            (at, before, reading)
            for at in range(len(self.stack) - 1, self._base() - 1, -1)
            for before in (self.stack[at].reading,)
            for reading in marker.readings
            if (reading.style, reading.prefix) == (before.style, before.prefix)
        ]
        if alike:  # the innermost list, rather one that it goes on with
            onward = next((one for one in alike if one[2].value > one[1].value), None)
            far = headed or (onward is not None and _comes_next(onward[2], ahead))
            return None if weak and not headed else _step_over(*(onward or alike[0]), far=far)
        for reading in marker.readings:
            last = self.last.get(reading.style)
            if last is not None and reading.follows(reading.style, last, reading.prefix):
                return Choice(self._outdented(reading.style), reading, ITEM)
        reading = marker.readings[
            len(marker.readings) == 2 and not marker.readings[0].first
        ]  # (v) alone is a letter
        if headed and reading.style == "1 ":
            return Choice(self._base(), reading, ITEM, "start")
        top = self.stack[-1]
        fresh = top.tier < ITEM and top.parent is not None and not top.has_children
        late = reading.value[0] > _LATEST_START and not (
            reading.style in self.last and _comes_next(reading, ahead)
        )
        if reading.prefix and (late or top.reading.style == "第条"):
            return None  # 1.5 metres
        weak = weak and not (reading.prefix and _comes_next(reading, ahead))
        if (not fresh and (weak or late)) or (reading.value[1] and reading.style.strip("().") == "a"):
            return None
        return Choice(self._outdented(reading.style), reading, ITEM, "start")

    def _base(self) -> int:
        """Return the place on the stack above the innermost named unit: where items begin."""
        at = len(self.stack)
        while at > 1 and self.stack[at - 1].tier >= ITEM:
            at -= 1
        return at

    def _outdented(self, style: str) -> int:
        """Return how many units stay when a list of `style` opens: units of styles that lie within it close."""
        keep, base = len(self.stack), self._base()
        if style not in self.order:
            return keep
        while keep > base and self._lies_within(self.stack[keep - 1].reading.style, style):
            keep -= 1
        return keep

    def _lies_within(self, inner: str, outer: str) -> bool:
        if (inner, outer) in self.within:
            return False
        if (outer, inner) in self.within:
            return True
        if inner in _CUSTOMARY and outer in _CUSTOMARY:
            return _CUSTOMARY[outer] < _CUSTOMARY[inner]
        return self.order[outer] < self.order[inner]

    def _begins_roman(self, successor: Choice, first: Choice, ahead: Ahead) -> bool:
        """Decide (i) after (h): a Roman one where a list is announced or (ii) comes before (j); else the letter."""
        if self.stack[-1].opens:
            return True
        for marker in ahead():
            if marker.tier < ITEM:
                break
            for reading in marker.readings:
                if reading.follows(first.reading.style, first.reading.value, ()):
                    return True
                if reading.follows(successor.reading.style, successor.reading.value, ()):
                    return False
            if any(reading == first.reading for reading in marker.readings):
                return False
        return False

    def _heads_decimals(self, marker: Marker, ahead: Ahead) -> bool:
        """Say whether the next number is one of this number's decimals: 5 before 5.1, where an excerpt begins."""
        after = next(iter(ahead()), None) if marker.readings[0].style == "1 " else None
        return after is not None and after.readings[0].prefix == (marker.readings[0].value[0],)

    def _goes_on(self, reading: Reading, ahead: Ahead) -> bool:
        if reading.style in _FROM_FIRST:
            return True
        return any(
            r.follows(reading.style, reading.value, reading.prefix)
            for marker in ahead()
            for r in marker.readings
        )


def _comes_next(reading: Reading, ahead: Ahead) -> bool:
    """Say whether one of the next numbers is the one after this: it begins what is left of a list."""
    return any(
        r.follows(reading.style, reading.value, reading.prefix)
        for marker in islice(ahead(), _NEXT_FEW)
        for r in marker.readings
    )


def _step_over(at: int, before: Reading, reading: Reading, *, far: bool) -> Choice | None:
    step = reading.value[0] - before.value[0]
    if step > _WIDEST_GAP.get(reading.style, 2) and not far:
        return None
    fault = "gap" if step > 0 else "repeat" if reading.value == before.value else "order"
    return Choice(at, reading, ITEM, fault, before.next_piece())


def _may_divide(unit: Unit) -> bool:
    return (
        unit.tier == ITEM
        and unit.reading.style == "一、"
        and (unit.divides or (not unit.has_children and unit.texts < 2 and not unit.opens))
    )
