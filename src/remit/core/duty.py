"""What a clause lays on whom: its kind, its slots and their basis, and the duties it yields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from remit.core.clause import Clause
from remit.core.particulars import Particulars
from remit.core.period import Cadence, Deadline

__all__ = ["Act", "Basis", "Degree", "Duty", "Kind", "Provision", "Review", "ReviewState"]


class Kind(StrEnum):
    """What a clause does."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    DEFINITION = "definition"
    GROUND = "ground"
    SANCTION = "sanction"
    SCOPE = "scope"
    OTHER = "other"


class Basis(StrEnum):
    """How a slot was filled: said here, taken over from a lead-in or neighbour, or assumed by a stated rule."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"
    ASSUMED = "assumed"


class Degree(StrEnum):
    """The degree in which a post answers."""

    PRINCIPAL = "principal"  # 主体责任: the governing body
    FIRST = "first"  # 第一责任人: its head
    DIRECT = "direct"  # 直接责任人: the deputy in charge
    LEADERSHIP = "leadership"  # 领导责任: other members, each for the portfolio held
    COORDINATING = "coordinating"  # 统筹协调: the coordinating office
    LEAD = "lead"  # 牵头: lead department
    SUPPORTING = "supporting"  # 配合: supporting department
    EXECUTING = "executing"  # 落实: the unit or person that carries out


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One distinct act within a clause with the slots that belong to it: what becomes a duty.

    `start` and `end` are offsets, into the text, of the words it rests on.
    """

    start: int
    end: int
    kind: Kind
    holders: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    cadence: tuple[Cadence, ...] = ()
    deadline: tuple[Deadline, ...] = ()
    addressee: tuple[str, ...] = ()
    degree: Degree | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A clause understood: the union of its acts' slots, each slot with its basis, and the scope label.

    `screen` is in, out or mixed; `why` names the rule where it is not in; `out_spans` are offsets into the text.
    """

    clause: Clause
    kind: Kind
    also: tuple[Kind, ...] = ()
    holders: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    cadence: tuple[Cadence, ...] = ()
    deadline: tuple[Deadline, ...] = ()
    addressee: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    basis: tuple[tuple[str, Basis], ...] = ()
    acts: tuple[Act, ...] = ()
    screen: str = "in"
    why: str = ""
    out_spans: tuple[tuple[int, int], ...] = ()
    particulars: Particulars = Particulars()


class ReviewState(StrEnum):
    """Where a duty stands with its reviewer."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A reviewer's decision with its reason; `suspect` when the clause's words changed after it."""

    state: ReviewState = ReviewState.PROPOSED
    by: str = ""
    on: date | None = None
    reason: str = ""
    suspect: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty of a regime. `ref` is ASCII and unique in the regime (`art-6.i-1`, `art-6.i-1.b`).

    `quote` is a verbatim part of the clause's text: the words the duty rests on. `kind` is duty or prohibition.
    `holders` are role names; the regime's roles say which units and posts they are. `conditions` say when it holds,
    `exceptions` when it does not, in the words of the text.
    """

    ref: str
    quote: str
    kind: Kind = Kind.DUTY
    holders: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    cadence: tuple[Cadence, ...] = ()
    deadline: tuple[Deadline, ...] = ()
    addressee: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    basis: tuple[tuple[str, Basis], ...] = ()
    review: Review = Review()
