"""Actions in Chinese: the words of an act, cut to head verb and object."""

from __future__ import annotations

import re

from remit.reading.sieve import first_characters
from remit.reading.verb_words import ADVERBS

__all__ = ["find_action"]

_FRONT = re.compile(
    r"(?:"
    + "|".join(sorted(ADVERBS, key=len, reverse=True))
    + r"|一[是要]|[二三四五六七八九]是|因地制宜|结合[^，。；]{1,12}实际)"
)
_PHRASE = re.compile(
    r"(?:按照|依照|依据|根据|在)[^，。；]{1,40}?(?:规定|要求|标准|原则|期间|范围内|工作中|过程中"
    r"|的情况下|领导下|程序|权限|下|内|上|中)(?![、和及的]|部|容|级|设(?![置立备计]))"
)
_TAIL = re.compile(r"[。；;，、：:的\s]+$")
_FIRST = first_characters(_FRONT) | first_characters(_PHRASE)


def find_action(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the act's words in a segment whose subject ends at `start`."""
    at = start
    for _ in range(6):
        if text[at : at + 1] not in _FIRST:
            break
        found = _FRONT.match(text, at, end) or _PHRASE.match(text, at, end)
        if not found or found.end() >= end - 1:
            break
        at = found.end()
    if end > at and (text[end - 1] in "。；;，、：:的" or text[end - 1].isspace()):
        tail = _TAIL.search(text, at, end)
        end = tail.start() if tail else end
    return at, end
