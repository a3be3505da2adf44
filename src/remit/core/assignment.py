"""Who answers for a duty: an adopted edition laid over an organisation, on any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from remit.core.duty import Degree
from remit.core.regime import Regime

__all__ = ["Adoption", "Answer", "Assignment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """An edition in force for a unit and its subordinates, from `since` to `until` (both included, None: open)."""

    regime: Regime
    unit: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A duty at a unit, and the posts that answer for it, gravest degree first.

    `duty` is the public reference `REGIME/DUTY`; `role` the role of the regulation that put it there; `posts`
    pairs of degree and post code. No posts: unassigned.
    """

    duty: str
    unit: str
    role: str
    posts: tuple[tuple[Degree, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who answers on a day, in which degree, and why: `reason` is a code with `values` for its wording.

    `person` is empty where nobody holds the post; `through` then names the post that answers for the vacant one.
    """

    degree: Degree
    unit: str
    post: str
    person: str
    reason: str
    through: str = ""
    values: tuple[tuple[str, str], ...] = ()
