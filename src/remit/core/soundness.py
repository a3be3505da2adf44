"""What is wrong with a regime as it stands: everything that has to be right before it may bind anybody."""

from __future__ import annotations

from remit.core.problem import Problem
from remit.core.regime import Regime

__all__ = ["regime_problems"]


def regime_problems(regime: Regime) -> tuple[Problem, ...]:
    """Return everything wrong with a regime, in document order; an error means that it must not be adopted.

    `Place.ref` is the duty's reference, the clause's path (`clause_path`), the role's name, or empty for the head.
    """
    raise NotImplementedError
