"""The clause tree: numbered units and paragraphs of a text, as spans into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Clause", "Heading", "Outline", "clauses_above"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter, section or title line: no clause. Offsets are code points, `text[start:end]` has no outer space."""

    ref: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest numbered unit or unnumbered paragraph, its number included, its children not.

    `ref` is the path of numbers as printed, NFKC-normalised, outermost first. `lead` is the position, in the
    outline's clauses, of the lead-in whose item this clause is; None where it has none. `body` is the offset
    at which the words after the number begin.
    """

    ref: tuple[str, ...]
    start: int
    end: int
    body: int
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A text's headings and clauses, each in document order."""

    headings: tuple[Heading, ...]
    clauses: tuple[Clause, ...]


def clauses_above(refs: Iterable[tuple[str, ...]]) -> tuple[int | None, ...]:
    """Return for each clause, by position, the nearest one before it whose path its own path continues."""
    open_above: list[tuple[int, tuple[str, ...]]] = []
    found: list[int | None] = []
    for at, ref in enumerate(refs):
        open_above = [(i, one) for i, one in open_above if len(one) < len(ref) and ref[: len(one)] == one]
        found.append(open_above[-1][0] if open_above else None)
        open_above.append((at, ref))
    return tuple(found)
