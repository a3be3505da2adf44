"""A list in pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Pages", "turn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The rows of one page of a list: which page of how many it is, and those before and after it (0: none)."""

    shown: Sequence[Any]
    number: int
    count: int
    total: int

    @property
    def before(self) -> int:
        """The page before this one, 0 where it is the first."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The page after this one, 0 where it is the last."""
        return self.number + 1 if self.number < self.count else 0


def turn(rows: Sequence[Any], asked: str, *, size: int) -> Pages:
    """Return the page that is asked for by its number; what is no page is the first or the last."""
    count = max(1, -(-len(rows) // size))
    number = min(max(int(asked), 1), count) if asked.isdecimal() and len(asked) < 10 else 1
    return Pages(shown=rows[(number - 1) * size : number * size], number=number, count=count, total=len(rows))
