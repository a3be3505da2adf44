"""What keeps words out of every record: the scope line, told as a problem that shows them."""

from __future__ import annotations

from collections.abc import Iterable

from remit.core.problem import Place, Problem, error
from remit.core.scope import REASONS, screen

__all__ = ["outside_problem", "outside_problems"]


def outside_problems(texts: Iterable[str], *, at: Place = Place()) -> tuple[Problem, ...]:
    """Return a problem for each of the texts that is outside scope, or holds a part that is."""
    return tuple(outside_problem(text, why, at=at) for text in texts if (why := screen(text).why))


def outside_problem(text: str, why: str, *, at: Place = Place()) -> Problem:
    """Return what is said of words that are outside scope, `why` being one of the screen's reasons."""
    return error(
        "outside-scope",
        "'{text}' is outside scope, and Remit keeps no such record.",
        REASONS[why],
        at=at,
        text=text,
    )
