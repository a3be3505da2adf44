"""Whether words of an English clause stand in a condition, and so lay no rhythm and no limit down."""

from __future__ import annotations

import re

__all__ = ["in_condition"]

_CONDITION = re.compile(r"\b(?:if|when|where|whenever|unless)\b", re.I)
_ASIDE = re.compile(
    r"\b(?:if|where|when|as)\s+(?:\w+ly\s+)?(?:appropriate|applicable|feasible|necessary|possible"
    r"|required|needed|practicable|relevant|available),|\A\s*(?:if|when|where|whenever|unless)\b[^,]*,",
    re.I,
)
_REACH = 400  # characters looked back for the condition that a phrase belongs to
_BOUND = re.compile(r"\b(?:shall|must|required)\b", re.I)


def in_condition(text: str, start: int) -> bool:
    """Say whether what begins at `start` belongs to a condition: one is opened before it and no order follows."""
    first = max(0, start - _REACH)
    sentence = max(max(text.rfind(mark, first, start) for mark in ".;:") + 1, first)
    words = _ASIDE.sub(" ", text[sentence:start]).rpartition(", but ")[2]
    last = max((found.end() for found in _BOUND.finditer(words)), default=0)
    return _CONDITION.search(words, last) is not None
