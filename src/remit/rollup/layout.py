"""The form of the state of very many units: one class for units that owe the same, one bit column for each window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from remit.core.problem import Problem

__all__ = ["Bits", "Classes", "Column", "Layout", "Positions", "Series"]

Bits = NDArray[np.uint64]
Positions = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Classes:
    """The units of a tree in preorder, sorted into classes.

    `of` is the class of each unit, `samples` the position of one unit of each class.
    """

    of: NDArray[np.int32]
    samples: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A window of a duty as an adoption asks for it, on ordinal days (`date.toordinal`).

    `limit` is the last day on which what is done is in time; of a window carried over from the year before, the eve of
    the year: what was done by then is not shown.
    """

    duty: str
    window: str
    adoption: int
    opens: int
    due: int
    limit: int
    needed: int
    soon: int
    carried: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The windows of one rhythm of a duty in the order in which they open.

    Column -1: the window takes records and is not shown. A record counts for the window that opened last, up to the day
    `end`. `together` says that some opened on one day, so that they are filled in turn and a day alone does not decide.
    """

    opens: tuple[int, ...]
    columns: tuple[int, ...]
    needed: tuple[int, ...]
    end: int
    together: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns, and by class which of them apply (`applies`), which of these nobody answers for (`unassigned`).

    `series` are by class and duty. Rows of bits are 64 columns to a word, the first in the lowest bit. `begins` is the
    first day of the year that is laid out.
    """

    begins: date
    columns: tuple[Column, ...]
    applies: Bits
    unassigned: Bits
    series: tuple[dict[str, tuple[Series, ...]], ...]
    problems: tuple[Problem, ...]

    @property
    def words(self) -> int:
        """How many words a row of bits takes."""
        return int(self.applies.shape[1])
