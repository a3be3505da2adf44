"""Tables of documents as lines of text: one a row, its cells apart by a tab, the lines of a cell joined by a blank."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["cell_text", "row_text"]


def cell_text(lines: Iterable[str]) -> str:
    """Return what a cell says on one line."""
    return " ".join(line.strip() for line in lines if line.strip())


def row_text(cells: Iterable[str]) -> str:
    """Return a row as a line; a row of empty cells gives "" and no line."""
    shown = list(cells)
    return "\t".join(shown).rstrip() if any(shown) else ""
