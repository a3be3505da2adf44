"""Sentences and segments of a clause, as offsets, with brackets, titles and quotations masked."""

from __future__ import annotations

import re

__all__ = ["FILL", "Span", "is_chinese", "mask", "segments", "sentences"]

Span = tuple[int, int]

FILL = "\ue000"  # stands for every masked character, so that offsets stay

_MASKED = re.compile(
    r"（[^（）]*(?:（[^（）]*）[^（）]*)*）|\([^()]*(?:\([^()]*\)[^()]*)*\)"
    r"|《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”|〔[^〕]*〕"
)
_OPENING = re.compile(r"[（(《“〔]")
_SENTENCE = re.compile(r"[^。；;！？\n]+[。；;！？\n]?")
_SEGMENT = re.compile(r"[^，,：:。；;！？\n]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def is_chinese(text: str) -> bool:
    """Say whether the text is to be read as Chinese: it holds a Chinese character."""
    return _CHINESE.search(text) is not None


def mask(text: str) -> str:
    """Return the text, of the same length, with bracketed, titled and quoted stretches replaced by `FILL`."""
    if _OPENING.search(text) is None:
        return text
    return _MASKED.sub(lambda found: FILL * len(found.group()), text)


def sentences(masked: str, start: int = 0) -> list[Span]:
    """Return the spans of the sentences from `start` on: parts closed by 。；！？ or a line end."""
    return [found.span() for found in _SENTENCE.finditer(masked, start)]


def segments(masked: str, span: Span) -> list[Span]:
    """Return the spans between the commas and colons of a sentence, without outer white space."""
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
