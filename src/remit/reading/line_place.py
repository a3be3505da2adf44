"""Line and column of places in a text, and the names of its clauses, for faults that are shown to people."""

from __future__ import annotations

from bisect import bisect_left

from remit.core.duty import Provision
from remit.core.problem import Place
from remit.core.regime import clause_path

__all__ = ["LinePlaces"]


class LinePlaces:
    """The line ends of one text."""

    def __init__(self, text: str) -> None:
        """Note where the lines of the text end."""
        self._breaks = [at for at, char in enumerate(text) if char == "\n"]

    def place(self, offset: int, ref: str) -> Place:
        """Return line and column, from 1, of an offset, within the clause of that path."""
        line = bisect_left(self._breaks, offset)
        column = offset - (self._breaks[line - 1] if line else -1)
        return Place(line=line + 1, column=column, ref=ref)

    def ref(self, provision: Provision) -> str:
        """Return the path of a provision's clause, for people."""
        return clause_path(provision.clause.ref)
