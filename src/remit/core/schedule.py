"""What falls due when: the occurrences of adopted duties, from their cadences, deadlines and triggers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Occurrence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A duty that a unit owes in one window.

    `window` names it: 2026, 2026H1, 2026Q3, 2026-06, 2026-W05, 2026-06-30, 2026-2027, 2026-autumn, or `on:RECORD`
    for one that a record started. `opens` and `due` are days, both included; `needed` how many records meet it.
    `clause` is the path of numbers of the clause that asks for it.
    """

    duty: str
    unit: str
    window: str
    opens: date
    due: date
    needed: int
    clause: tuple[str, ...]
