"""A clause's words cut into passages, so that the words a duty rests on can be marked and linked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from remit.core.duty import Duty, ReviewState
from remit.core.regime import RegimeClause

__all__ = ["Passage", "passages"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a clause's text, the duties whose quotes cover it, and those whose quotes begin with it.

    `refused` where all those duties have been rejected.
    """

    text: str
    duties: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    refused: bool = False


def passages(clause: RegimeClause) -> tuple[Passage, ...]:
    """Return the clause's text in order, without loss, cut where a quote begins or ends.

    A quote is looked for as it stands; one that is not in the text marks nothing.
    """
    spans = []
    for duty in clause.duties:
        at = clause.text.find(duty.quote) if duty.quote else -1
        if at >= 0:
            spans.append((at, at + len(duty.quote), duty))
    cuts = sorted({0, len(clause.text)} | {a for a, _, _ in spans} | {b for _, b, _ in spans})
    return tuple(_passage(clause.text, start, end, spans) for start, end in pairwise(cuts))


def _passage(text: str, start: int, end: int, spans: list[tuple[int, int, Duty]]) -> Passage:
    over = [duty for a, b, duty in spans if a <= start and end <= b]
    return Passage(
        text[start:end],
        tuple(duty.ref for duty in over),
        tuple(duty.ref for a, _, duty in spans if a == start),
        refused=bool(over) and all(duty.review.state is ReviewState.REJECTED for duty in over),
    )
