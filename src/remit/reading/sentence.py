"""Sentences and segments of a clause, as offsets, with brackets, titles and quotations masked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

__all__ = ["FILL", "Free", "Span", "is_chinese", "mask", "segments", "sentences", "within"]

Span = tuple[int, int]

FILL = "\ue000"  # stands for every masked character, so that offsets stay

_MASKED = re.compile(
    r"（[^（）]*(?:（[^（）]*）[^（）]*)*）|\([^()]*(?:\([^()]*\)[^()]*)*\)"
    r"|《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”|\"[^\"。；\n]{1,40}\"|〔[^〕]{0,400}〕"
)
_OPENING = re.compile(r'[（(《“"〔]')
# No sentence of a regulation is so long: the bounds keep the reading linear on any other text.
_SENTENCE = re.compile(r"[^。；;！？\n]{1,3000}[。；;！？\n]?")
_SEGMENT = re.compile(r"[^，,：:。；;！？\n]{1,400}")
_SPACE = re.compile(r"\s")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def is_chinese(text: str) -> bool:
    """Say whether the text is to be read as Chinese: it holds a Chinese character."""
    return _CHINESE.search(text) is not None


def mask(text: str) -> str:
    """Return the text, of the same length, with bracketed, titled and quoted stretches replaced by `FILL`."""
    if _OPENING.search(text) is None:
        return text
    return _MASKED.sub(_filled, text)


def _filled(found: re.Match[str]) -> str:
    words = found.group()
    return f"{FILL}两委{FILL}" if words == "“两委”" else FILL * len(words)


class _Placed(Protocol):
    """Something that stands at a place of a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""


_Found = TypeVar("_Found", bound=_Placed)


def within(found: Sequence[_Found], low: int, high: int) -> Sequence[_Found]:
    """Return those that begin between the offsets, of findings in the order of the text."""
    first = bisect_left(found, low, key=_start)
    return found[first : bisect_left(found, high, lo=first, key=_start)]


def _start(one: _Placed) -> int:
    return one.start


class Free:
    """Which characters of a text are still free: first come, first served, at a cost by the length taken."""

    def __init__(self, length: int) -> None:
        """Take a text of this length, of which everything is free."""
        self._taken = bytearray(length)

    def take(self, start: int, end: int) -> bool:
        """Take the characters if all of them are free, and say whether they were."""
        if self._taken.find(1, start, end) >= 0:
            return False
        self._taken[start:end] = b"\1" * (end - start)
        return True


def sentences(masked: str, start: int = 0) -> list[Span]:
    """Return the spans of the sentences from `start` on: parts closed by 。；！？ or a line end."""
    return [found.span() for found in _SENTENCE.finditer(masked, start)]


def segments(masked: str, span: Span) -> list[Span]:
    """Return the spans between the commas and colons of a sentence, without outer white space."""
    if not _SPACE.search(masked, *span):
        return [match.span() for match in _SEGMENT.finditer(masked, *span)]
    found = []
    for match in _SEGMENT.finditer(masked, *span):
        start, end = match.span()
        while start < end and masked[start].isspace():
            start += 1
        while end > start and masked[end - 1].isspace():
            end -= 1
        if start < end:
            found.append((start, end))
    return found
