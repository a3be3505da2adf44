"""How often, by when and in which degree, in words, in the language of `translate`."""

from __future__ import annotations

import re
from collections.abc import Callable

from remit.core.answer_words import DEGREES
from remit.core.duty import Degree
from remit.core.period import Cadence, Deadline
from remit.core.phrase import cadence_text, deadline_text

__all__ = ["Translate", "degree_words", "path_words", "rhythm_words"]

Translate = Callable[[str], str]
_ARTICLE = re.compile(r"第.+条|(?:Article|Section|§)\b", re.IGNORECASE)


def rhythm_words(cadences: tuple[Cadence, ...], deadlines: tuple[Deadline, ...], translate: Translate) -> str:
    """Return how often or by when: all cadences and deadlines, joined."""
    said = [cadence_text(c, translate) for c in cadences] + [deadline_text(d, translate) for d in deadlines]
    return translate("; ").join(dict.fromkeys(said))


def degree_words(degree: Degree, translate: Translate) -> str:
    """Return a degree of answerability as people say it."""
    return translate(DEGREES[degree])


def path_words(ref: tuple[str, ...]) -> str:
    """Return a clause's path as it is cited: 第六条(一), § 1910.157(d)(1).

    Chapters are left out where articles count through them; a gap stands only between two words.
    """
    said = ""
    article = next((at for at, number in enumerate(ref) if _ARTICLE.match(number)), 0)
    for number in ref[article:]:
        last = said[-1:]
        gap = " " if last == "§" or (last.isascii() and last.isalnum() and number[:1].isalnum()) else ""
        said += gap + number
    return said
