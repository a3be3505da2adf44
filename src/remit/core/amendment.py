"""An amended text read again: what a reviewer decided is carried over to the new reading."""

from __future__ import annotations

from remit.core.problem import Problem
from remit.core.regime import Regime

__all__ = ["carry_review"]


def carry_review(old: Regime, new: Regime) -> tuple[Regime, tuple[Problem, ...]]:
    """Return the new reading with what was reviewed in the old one, and what a reviewer has to look at again.

    Clauses are matched by their words (the number in front left out), then by number. Same words: the old duties stand
    exactly as they were. Other words: reviewed duties stay and are marked suspect, with both texts named. A clause that
    vanished is reported with its duties. Rejected stays rejected; duties added by hand stay. `id`, `subject`,
    `defaults` and reviewed roles come from the old edition; title, source, edition, offsets and labels from the new.
    """
    raise NotImplementedError
