"""Where the page leaves open whether a new sentence is a new paragraph: what the rest of the document does."""

from __future__ import annotations

import enum
import math
import re
from collections import Counter
from collections.abc import Sequence

from remit.files.page_line import opens_clause

__all__ = ["Bond", "settled"]

_FULL_STOP = re.compile(r"。[”’」』）)]*")
_GOES_ON = re.compile(
    r"[（(]?(?:但|其中|同时|并(?!购|网)|并且|因此|因而|否则|必要时|逾期|上述|此外|其他|具体)"
)
_OPENS = re.compile(r"(?:前款|前两款|本[条款项章法](?:所称|规定)|除前款|有前款)")
_ITEM = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\da-z]{1,4}[）)]|\d{1,3}[、．.)）](?!\d)|[①-⒛㈠-㈩]|[a-z][.)]\s)"
)
_FIRST = 2  # characters that tell how sentences begin
_SMOOTH = 1.0
_VOCABULARY = 50


class Bond(enum.Enum):
    """Whether a line belongs to the paragraph of the line above it."""

    SAME = "same"
    OTHER = "other"
    EITHER = "either"


def settled(lines: Sequence[str], bonds: Sequence[Bond]) -> list[Bond]:
    """Return the bonds between neighbouring lines (one fewer than lines) with every open one decided.

    A sentence between an item of a list and the next one belongs to the item; otherwise decides how sentences of this
    document begin, within paragraphs and at their begin.
    """
    habit = _SentenceHabit(lines, bonds)
    opened = _ITEM.match(lines[0]) is not None if lines else False
    following = _items_ahead(lines)
    decided: list[Bond] = []
    for position, bond in enumerate(bonds, 1):
        said = bond
        if bond is Bond.EITHER:
            inside = opened and following[position]
            said = Bond.OTHER if not inside and habit.begins_paragraph(lines[position]) else Bond.SAME
        if said is not Bond.SAME:
            opened = _ITEM.match(lines[position]) is not None
        decided.append(said)
    return decided


def _items_ahead(lines: Sequence[str]) -> list[bool]:
    """For every line whether the next numbered line from it on is an item and no article."""
    ahead: list[bool] = []
    found = False
    for line in reversed(lines):
        if opens_clause(line, cited=False):
            found = _ITEM.match(line) is not None
        ahead.append(found)
    return ahead[::-1]


class _SentenceHabit:
    """How the sentences of one document begin, within a paragraph and at its begin."""

    def __init__(self, lines: Sequence[str], bonds: Sequence[Bond]) -> None:
        """Learn from what the page itself tells apart."""
        self._within: Counter[str] = Counter()
        self._opening: Counter[str] = Counter()
        for above, line, bond in zip(lines, lines[1:], bonds, strict=False):
            ends = [stop.end() for stop in _FULL_STOP.finditer(line)]
            self._within.update(line[end : end + _FIRST] for end in ends if end < len(line))
            if bond is not Bond.EITHER and _FULL_STOP.search(above[-2:]) and not opens_clause(line):
                (self._within if bond is Bond.SAME else self._opening)[line.strip()[:_FIRST]] += 1

    def begins_paragraph(self, sentence: str) -> bool:
        """Return whether a sentence that begins a line more likely begins a paragraph, too."""
        if _GOES_ON.match(sentence):
            return False
        if _OPENS.match(sentence):
            return True
        first = sentence[:_FIRST]
        odds = self._odds(self._opening, first) - self._odds(self._within, first)
        return odds > 0

    def _odds(self, seen: Counter[str], first: str) -> float:
        total = seen.total()
        return math.log(total + _SMOOTH) + math.log((seen[first] + _SMOOTH) / (total + _SMOOTH * _VOCABULARY))
