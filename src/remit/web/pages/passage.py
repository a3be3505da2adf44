"""A clause's words cut into passages, so that the words a duty or part rests on can be marked and linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from remit.core.duty import Duty, ReviewState
from remit.core.regime_part import Part

__all__ = ["Passage", "passages"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a clause's text, the duties or parts whose quotes cover it, and those whose quotes begin with it.

    `refused` where all of them have been rejected.
    """

    text: str
    over: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    refused: bool = False


def passages(text: str, quoting: Iterable[Duty | Part]) -> tuple[Passage, ...]:
    """Return a clause's text in order, without loss, cut where a quote begins or ends.

    A quote is looked for as it stands; one that is not in the text marks nothing.
    """
    spans = []
    for one in quoting:
        at = text.find(one.quote) if one.quote else -1
        if at >= 0:
            spans.append((at, at + len(one.quote), one))
    cuts = sorted({0, len(text)} | {a for a, _, _ in spans} | {b for _, b, _ in spans})
    return tuple(_passage(text, start, end, spans) for start, end in pairwise(cuts))


def _passage(text: str, start: int, end: int, spans: list[tuple[int, int, Duty | Part]]) -> Passage:
    over = [one for a, b, one in spans if a <= start and end <= b]
    return Passage(
        text[start:end],
        tuple(one.ref for one in over),
        tuple(one.ref for a, _, one in spans if a == start),
        refused=bool(over) and all(one.review.state is ReviewState.REJECTED for one in over),
    )
