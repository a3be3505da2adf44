"""Guarded questions: each refuses first, then loads, and lets the core answer. What pages, commands and API ask.

A viewer who may not see the unit raises Denied; a reference that nothing has raises NotThere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from remit.core.assignment import Adoption, Answer
from remit.core.post import Organisation, Unit
from remit.core.problem import Problem
from remit.core.record import Excuse, Record
from remit.core.regime import Edition, Regime
from remit.core.standing import Standing
from remit.core.workday import WorkCalendar
from remit.store.access import Viewer
from remit.store.load import Account, EditionHeld

__all__ = []


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSeen:
    """A unit with the units above it, the root first, and those directly below it."""

    unit: Unit
    above: tuple[Unit, ...]
    below: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a unit, or a unit with all below it, stands on a day; `adoptions` are those that reach it."""

    day: date
    standings: tuple[Standing, ...]
    problems: tuple[Problem, ...]
    adoptions: tuple[Adoption, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """A line of the journal; `payload` is its JSON, None once it has been erased."""

    seq: int
    time: datetime
    actor: str
    unit: str
    kind: str
    leaf: str
    payload: str | None


def homes(viewer: Viewer) -> tuple[Unit, ...]:
    """Return the units at the head of what the viewer sees (the console: the root)."""


def unit(viewer: Viewer, code: str) -> UnitSeen:
    """Return a unit, what is above and what is directly below it."""


def units(viewer: Viewer, code: str) -> tuple[Unit, ...]:
    """Return the unit and every unit below it, in preorder."""


def organisation(viewer: Viewer, code: str) -> Organisation:
    """Return units, posts and holders of the subtree; and the units above with their posts (they may answer through)."""


def standings(viewer: Viewer, code: str, day: date, *, subtree: bool) -> Stand:
    """Return where a unit (with `subtree`, it and all below) stands with the occurrences of the day's year."""


def rollup(viewer: Viewer, code: str, day: date, *, depth: int):
    """Return counts by status for the unit and each unit down to `depth` levels below, each over its subtree."""


def who(viewer: Viewer, duty: str, code: str, day: date) -> tuple[Answer, ...]:
    """Return who answers for a duty (`REGIME/DUTY`) at a unit on a day, in which degree, and why."""


def adoptions(viewer: Viewer, code: str) -> tuple[Adoption, ...]:
    """Return every adoption, past, present and future, that reaches the unit: its own and those from above."""


def records(viewer: Viewer, code: str, *, first: date | None = None, last: date | None = None, subtree: bool) -> tuple[Record, ...]:
    """Return the records of a unit (with `subtree`, of all below too) between two days, both included."""


def record(viewer: Viewer, ref: str) -> Record:
    """Return one record."""


def evidence(viewer: Viewer, ref: str, sha256: str) -> bytes:
    """Return the bytes of a file that a record shows, compared with its digest as they are read."""


def excuses(viewer: Viewer, code: str, *, subtree: bool) -> tuple[Excuse, ...]:
    """Return the excuses of a unit (with `subtree`, of all below too)."""


def editions(viewer: Viewer) -> tuple[EditionHeld, ...]:
    """Return every edition; a viewer who does not review sees the issued ones."""


def edition(viewer: Viewer, name: Edition) -> tuple[EditionHeld, Regime]:
    """Return an edition, with the version that a change must name, and its regime."""


def accounts(viewer: Viewer) -> tuple[Account, ...]:
    """Return every account."""


def journal(viewer: Viewer, *, after: int = 0, limit: int = 100) -> tuple[JournalLine, ...]:
    """Return up to `limit` lines of the journal after a number, oldest first."""


def calendar() -> WorkCalendar:
    """Return the working-day calendar, which everybody may see."""
