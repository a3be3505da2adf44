"""The scope screen: which parts of a text would keep records of people's words and minds, not of offices' duties.

A sentence is read as segments, each a set of classes of meaning (`scope_words`): what it is about, what is done,
and what turns that round (a negation, a protection, a consultation, a matter of safety). A rule says which classes
together are outside the scope line. The line is part of the product: there is no switch that turns the screen off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from remit.core.scope_words import CHINESE, ENGLISH, TRADITIONAL

__all__ = ["REASONS", "WHY", "Screening", "is_outside", "screen"]

EXPRESSION = "expression"
CONTROL = "opinion-control"
BELIEF = "belief-identity"
WATCH = "watch-list"
VETTING = "viewpoint-vetting"
PUNISH = "punish-expression"
WHY: tuple[str, ...] = (EXPRESSION, CONTROL, BELIEF, WATCH, VETTING, PUNISH)
REASONS: Mapping[str, str] = {
    EXPRESSION: "It watches, records or restrains what people say, write, read or think.",
    CONTROL: "It watches, steers or suppresses public opinion, or lays an opinion down.",
    BELIEF: "It records, checks or restrains people's religion, ethnicity or origin.",
    WATCH: "It lists, profiles or follows people who are to be watched, “educated” or won over.",
    VETTING: "It vets speakers, publications, art, research or teaching by viewpoint.",
    PUNISH: "It punishes people for expression or belief, or an office for not having prevented it.",
}


@dataclass(frozen=True, slots=True)
class Screening:
    """What the screen found in a text.

    `label` is in, out (nothing else stands in the text) or mixed; `why` is one of `WHY`, "" when in; `spans` are
    the offsets of the parts outside, in order and apart from each other; `rule` is the id of the gravest rule hit.
    """

    label: str
    why: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    rule: str = ""


def screen(text: str) -> Screening:
    """Return whether the text, or which part of it, lies outside the scope line.

    Screen a clause whole, a list together with its lead-in. What a span covers creates nothing: no duty, ground,
    indicator, checklist or record. Work is proportional to the length of the text.
    """
    cased, offsets = _folded(text)
    folded = _lowered(cased)
    if _TRIGGER.search(folded) is None:
        return _IN
    hits: list[_Hit] = []
    clean = False
    lead: tuple[_Segment, ...] = ()
    for unit in _UNIT.finditer(cased):
        segments = lead + _segments(folded, *unit.span())
        found = [hit for hit in _hits(segments) if hit.high >= len(lead)]
        hits += found
        clean = bool(_spans(segments, found, len(lead))[1]) or clean
        lead = ...
    return ...
