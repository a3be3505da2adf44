"""Where a lower regime is weaker than the one above it, with both clauses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from remit.core.duty import Degree, Duty
from remit.core.period import Cadence, Deadline
from remit.core.regime import RegimeClause
from remit.core.regime_part import Part

__all__ = [
    "Compared",
    "Conformance",
    "Finding",
    "Side",
    "Value",
    "Weakness",
    "Weight",
    "duty_side",
    "part_side",
]


class Weakness(StrEnum):
    """In what a lower regime is weaker."""

    MISSING_DUTY = "missing-duty"
    MISSING_INSPECTION = "missing-inspection"
    LONGER_INTERVAL = "longer-interval"
    LOWER_COUNT = "lower-count"
    LATER_DEADLINE = "later-deadline"
    MISSING_ADDRESSEE = "missing-addressee"
    WEAKER_HOLDER = "weaker-holder"
    WEAKER_DEGREE = "weaker-degree"
    LOWER_WEIGHT = "lower-weight"


@dataclass(frozen=True, slots=True)
class Weight:
    """How much something weighs in an appraisal: an amount of a unit: `%`, `points`, `veto`."""

    amount: float
    unit: str = "%"


Value = Cadence | Deadline | Degree | Weight | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one regime says: the path of its clause, the duty or part by its reference, its words, and the value.

    `value` is None where nothing is said; where names are compared, it is names.
    """

    clause: tuple[str, ...]
    ref: str
    words: str
    value: Value = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One weakness: what the upper regime says, and what the lower one does; None where it says nothing of it.

    `nearest` are, where a duty is missing, the words of the lower regime that come nearest to it.
    """

    weakness: Weakness
    upper: Side
    lower: Side | None = None
    nearest: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What became of one duty or part of the upper regime.

    `others`: it binds others than the lower regime names. `findings` say where the lower one is weaker, `undecided`
    what cannot be compared.
    """

    upper: Side
    others: bool = False
    findings: tuple[Finding, ...] = ()
    undecided: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformance:
    """What became of every duty and part of the upper regime, in its order; `weighed` pairs of texts were compared."""

    compared: tuple[Compared, ...]
    weighed: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Where the lower regime is weaker."""
        return tuple(finding for one in self.compared for finding in one.findings)

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """What cannot be compared: no weakness, and no proof that there is none."""
        return tuple(finding for one in self.compared for finding in one.undecided)

    @property
    def others(self) -> tuple[Side, ...]:
        """What binds others than the lower regime names."""
        return tuple(one.upper for one in self.compared if one.others)

    @property
    def expected(self) -> int:
        """How many of the duties and parts the lower regime has to repeat: they are met, weaker or undecided."""
        return len(self.compared) - len(self.others)

    @property
    def weaker(self) -> int:
        """In how many of them it is weaker."""
        return sum(bool(one.findings) for one in self.compared)

    @property
    def uncertain(self) -> int:
        """Of how many something cannot be compared, and nothing is weaker."""
        return sum(bool(one.undecided) and not one.findings for one in self.compared)

    @property
    def met(self) -> int:
        """How many it keeps."""
        return self.expected - self.weaker - self.uncertain


def duty_side(clause: RegimeClause, duty: Duty, value: Value = None) -> Side:
    """Return what a regime says in a duty."""
    return Side(clause=clause.ref, ref=duty.ref, words=duty.quote, value=value)


def part_side(part: Part, value: Value = None) -> Side:
    """Return what a regime says in a part."""
    return Side(clause=part.clause, ref=part.ref, words=part.quote, value=value)
