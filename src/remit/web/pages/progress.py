"""How far the review of an edition has come, and who did it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from remit.core.duty import ReviewState
from remit.core.regime import Regime, duties

__all__ = ["Progress", "count_reviews"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Duties by the state of their review. Suspect ones are open again; `outside` counts clauses outside scope."""

    total: int
    accepted: int
    corrected: int
    rejected: int
    suspect: int
    outside: int
    by: tuple[tuple[str, int], ...]

    @property
    def done(self) -> int:
        """How many need no further look."""
        return self.accepted + self.corrected + self.rejected

    @property
    def open(self) -> int:
        """How many still have to be looked at."""
        return self.total - self.done


def count_reviews(regime: Regime) -> Progress:
    """Return the counts over all duties of an edition; reviewers by the number of their decisions."""
    reviews = [duty.review for _, duty in duties(regime)]
    states = Counter(review.state for review in reviews if not review.suspect)
    return Progress(
        total=len(reviews),
        accepted=states[ReviewState.ACCEPTED],
        corrected=states[ReviewState.CORRECTED],
        rejected=states[ReviewState.REJECTED],
        suspect=sum(review.suspect for review in reviews),
        outside=sum(clause.screen != "in" for clause in regime.clauses),
        by=tuple(Counter(review.by for review in reviews if review.by).most_common()),
    )
