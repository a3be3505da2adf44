"""What was done, and what was excused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Evidence", "Excuse", "Record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file that shows something was done, named by the SHA-256 of its bytes (hexadecimal)."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something a unit did on a day. It may meet several duties (`meets`) and start the clock of others (`starts`).

    `meets` holds references `REGIME/DUTY`, or `REGIME/DUTY@WINDOW` where the record is for an earlier window than
    its day; `entered` is the day on which it was recorded.
    """

    ref: str
    unit: str
    day: date
    entered: date
    kind: str
    title: str
    by: str = ""
    meets: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """A decision that a unit need not do a duty in windows that are due between `since` and `until`, with its reason.

    It counts from the day `decided` on.
    """

    duty: str
    unit: str
    since: date
    until: date
    reason: str
    decided_by: str
    decided: date
