"""English sentences that name who must act behind the act: it is the duty of the owner to …, never may an officer …"""

from __future__ import annotations

import re

from remit.core.duty import Kind
from remit.reading.english_role import party_at
from remit.reading.english_subject import subject_of
from remit.reading.frame import Frame
from remit.reading.sentence import Span
from remit.reading.sieve import sift

__all__ = ["turned_frame"]

_UNLAWFUL_FOR = re.compile(
    r"\bit (?:is|shall be) (?:unlawful|prohibited|forbidden|illegal) for (?P<who>[^,;]+?) to (?P<act>[^;]+)",
    re.I,
)
_NEVER_MAY = re.compile(
    r"\b(?:under no circumstances|at no time|in no (?:case|event|circumstances?)|on no account)"
    r"\s(?:shall|may|must|should)\s(?P<who>(?:the|an?|any|each|its|their)\s.+)",
    re.I | re.S,
)
_DUTY_OF = re.compile(
    r"\bit (?:is|shall be) the (?:duty|responsibility) of (?P<who>.+?)(?: whil(?:e|st) [^,]*?)? to\b(?P<act>.*)",
    re.I | re.S,
)
_RESTS = re.compile(
    r"^\W*(?:\w{1,4}[).]\s)*(?:the )?(?:overall |primary |ultimate |final |day-to-day )?responsibility"
    r" (?P<act>(?:for|of) .+?) (?:rests|lies|remains|sits) with (?P<who>[^,;.]+)",
    re.I | re.S,
)
_TURNS = (
    (sift(_UNLAWFUL_FOR), Kind.PROHIBITION),
    (sift(_NEVER_MAY), Kind.PROHIBITION),
    (sift(_DUTY_OF), Kind.DUTY),
    (sift(_RESTS), Kind.DUTY),
)
_END = " .;:—–"


def turned_frame(words: str, span: Span) -> Frame | None:
    """Return the frame of such a sentence, None for any other; `span` is where its words stand."""
    for find, kind in _TURNS:
        found = find(words)
        if found is None:
            continue
        named, act = found["who"], found.groupdict().get("act")
        if act is None:  # the act stands behind whom it is forbidden to
            party = party_at(named)
            subjects = subject_of(party) or subject_of(_first_words(named))
            act = named[named.find(subjects[-1]) + len(subjects[-1]) :] if subjects else named
        else:
            subjects = subject_of(named)
        return Frame(span, kind, subjects or None, actions=(act.strip(_END),))
    return None


def _first_words(words: str) -> str:
    """The longest opening, up to six words, that names somebody (an officer | discharge a firearm)."""
    parts = words.split()[:6]
    openings = (" ".join(parts[:count]) for count in range(len(parts), 1, -1))
    return next((opening for opening in openings if subject_of(opening)), "")
