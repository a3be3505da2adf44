"""How often, by when and in which degree, in words, in the language of `translate`."""

from __future__ import annotations

from collections.abc import Callable

from remit.core.answer_words import DEGREES
from remit.core.duty import Degree
from remit.core.period import Cadence, Deadline
from remit.core.phrase import cadence_text, deadline_text

__all__ = ["Translate", "degree_words", "rhythm_words"]

Translate = Callable[[str], str]


def rhythm_words(cadences: tuple[Cadence, ...], deadlines: tuple[Deadline, ...], translate: Translate) -> str:
    """Return how often or by when: all cadences and deadlines, joined."""
    said = [cadence_text(c, translate) for c in cadences] + [deadline_text(d, translate) for d in deadlines]
    return translate("; ").join(dict.fromkeys(said))


def degree_words(degree: Degree, translate: Translate) -> str:
    """Return a degree of answerability as people say it."""
    return translate(DEGREES[degree])
