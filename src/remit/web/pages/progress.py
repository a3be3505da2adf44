"""How far the review of an edition has come, and who did it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from remit.core.duty import Review, ReviewState
from remit.core.regime import Regime, duties
from remit.core.regime_part import each_part

__all__ = ["Progress", "count_part_reviews", "count_reviews"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Duties or parts by the state of their review.

    Suspect ones are open again; `outside` counts clauses outside scope.
    """

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
    outside = sum(clause.screen != "in" for clause in regime.clauses)
    return _counted([duty.review for _, duty in duties(regime)], outside=outside)


def count_part_reviews(regime: Regime) -> Progress:
    """Return the counts over all parts of an edition, rejected ones too."""
    return _counted([part.review for part in each_part(regime.parts)], outside=0)


def _counted(reviews: list[Review], *, outside: int) -> Progress:
    states = Counter(review.state for review in reviews if not review.suspect)
    return Progress(
        total=len(reviews),
        accepted=states[ReviewState.ACCEPTED],
        corrected=states[ReviewState.CORRECTED],
        rejected=states[ReviewState.REJECTED],
        suspect=sum(review.suspect for review in reviews),
        outside=outside,
        by=tuple(Counter(review.by for review in reviews if review.by).most_common()),
    )
