"""Which duties a record is likely for: by its kind, its day and its words. A person confirms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from remit.core.duty import Duty
from remit.core.record_kind import find_kind

__all__ = ["Candidate", "Likeness", "rank_duties"]

LIKELY = 3.0  # a word of the kind in what the duty asks for, and something besides
EDGE = re.compile(r"[^\w]+")
NEAR = 31  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A duty that a record may meet: in a window of days, or without one. `open`: a record is still wanted for it."""

    reference: str
    duty: Duty
    opens: date | None = None
    due: date | None = None
    open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How likely a record is for a candidate, and why: `kind`, `words`, `day`. Likely ones come first on a page."""

    reference: str
    score: float
    why: tuple[str, ...]

    @property
    def likely(self) -> bool:
        """Whether it is worth proposing."""
        return self.score >= LIKELY


def rank_duties(candidates: Iterable[Candidate], *, kind: str, title: str, day: date) -> tuple[Likeness, ...]:
    """Return how likely each candidate is, the likeliest first; of equals the one due first, then in the order given.

    What the duty asks for (its actions and evidence) weighs twice what the clause says beside; a word that the title
    shares with it weighs more the rarer it is among the candidates. A window that is met already, or not open on the
    day, is less likely than one that is open.
    """
    some = tuple(candidates)
    texts = [
        (_squeezed(" ".join((*c.duty.actions, *c.duty.evidence))), _squeezed(c.duty.quote)) for c in some
    ]
    wanted = tuple(_squeezed(word) for word in find_kind(kind).words) if kind else ()
    pairs = _pairs(title)
    holders = {pair: sum(pair in "".join(text) for text in texts) for pair in pairs}
    found = []
    for place, (candidate, (asked, quote)) in enumerate(zip(some, texts, strict=True)):
        by_kind = 2.0 if any(w in asked for w in wanted) else 1.0 if any(w in quote for w in wanted) else 0.0
        shared = [pair for pair in pairs if pair in asked or pair in quote]
        by_words = 3.0 * sum(1 / holders[pair] for pair in shared) / max(len(pairs), 1) + (
            2.0 * len(shared) / max(len(pairs), 1)
        )
        by_day = _by_day(candidate, day)
        why = [name for name, score in (("kind", by_kind), ("words", by_words)) if score >= 1.0]
        why += ["day"] if by_day >= 1.0 else []
        one = Likeness(reference=candidate.reference, score=by_kind + by_words + by_day, why=tuple(why))
        found.append((-round(one.score, 6), candidate.due or date.max, place, one))
    return tuple(one for *_, one in sorted(found, key=lambda item: item[:3]))


def _by_day(candidate: Candidate, day: date) -> float:
    """Open on the day counts 1, the more so the nearer it is due; done already, or not yet open, counts against it."""
    if candidate.opens is None or candidate.due is None:
        return 0.0
    if not candidate.open or candidate.opens > day:
        return -1.0
    left = (candidate.due - day).days
    return 1.0 + max(0.0, 1 - abs(left) / NEAR) / 2


def _pairs(title: str) -> tuple[str, ...]:
    """The pairs of letters of Chinese words, and whole words of others, each once."""
    found: dict[str, None] = {}
    for word in EDGE.split(_normal(title)):
        if word.isascii():
            if len(word) > 2:
                found.setdefault(word[:6])
        else:
            for at in range(len(word) - 1):
                found.setdefault(word[at : at + 2])
    return tuple(found)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _squeezed(text: str) -> str:
    return " ".join(_normal(text).split())
