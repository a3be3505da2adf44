"""To whom a report goes: the duty that asks for it, and the units that its addressees are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from remit.core.adoption import Adoption, bearing_units
from remit.core.duty import Duty
from remit.core.lineage import ancestors_on, unit_on
from remit.core.period import Cadence, parse_period
from remit.core.post import Directory
from remit.core.regime import Regime, RegimeClause, duties_in_force, duty_reference, find_role
from remit.core.reporting_period import ReportingPeriod
from remit.core.window import is_scheduled

__all__ = [
    "Addressee",
    "addressed",
    "addressed_kinds",
    "addressees",
    "asks_for_report",
    "reporting_duties",
    "reports_a_year",
]

_REPORT = re.compile(r"报告|汇报|报送|上报|述职|\breport|\bsubmit", re.IGNORECASE)
_COPY = re.compile(r"抄送|抄报|抄告|\bcop(?:y|ies|ied)\b", re.IGNORECASE)
_ABOVE = re.compile(r"上一?级|上级|\bsuperior|\bhigher\b|\babove\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom a report goes to, or with `copy` who gets one.

    `name` is that of the unit; where no `unit` could be found, the words of the regulation. `duty` is the one that says
    so (REGIME/DUTY); empty where none does and the unit above was taken.
    """

    name: str
    unit: str = ""
    copy: bool = False
    duty: str = ""


def addressees(
    adoptions: Iterable[Adoption], directory: Directory, unit: str, period: ReportingPeriod
) -> tuple[Addressee, ...]:
    """Return to whom the unit's report on a period goes, in the order of regimes and text; copies last.

    Of the duties that ask the unit for a report, those with as many reports a year as there are such periods are taken,
    else those with more, else with fewer. Without any it goes to the unit above. The directory should hold the units
    beside those above it: a bureau of the district is often meant.
    """
    found: dict[tuple[str, str], Addressee] = {}
    for adoption in adoptions:
        for clause, duty in reporting_duties(adoption, directory, unit, period):
            for one in _meant(adoption.regime, clause, duty, directory, unit, period.last):
                found.setdefault((one.unit, one.name), one)
    if all(one.copy for one in found.values()):
        for one in _above_all(directory, unit, period.last):
            found.setdefault((one.unit, ""), one)
    return tuple(sorted(found.values(), key=lambda one: one.copy))


def reporting_duties(
    adoption: Adoption, directory: Directory, unit: str, period: ReportingPeriod
) -> tuple[tuple[RegimeClause, Duty], ...]:
    """Return the duties of a regime in force that ask a unit for the report on such a period; empty where none does."""
    if not (adoption.since <= period.last and (adoption.until or date.max) >= period.first):
        return ()
    day = max(min(period.last, adoption.until or period.last), adoption.since)
    asked = [
        (_distance(_times(duty), period.times_a_year), clause, duty)
        for clause, duty in duties_in_force(adoption.regime)
        if duty.addressee and asks_for_report(duty) and _times(duty)
        if unit in bearing_units(adoption, directory, duty.holders, day=day)
    ]
    best = min((distance for distance, _, _ in asked), default=None)
    return tuple((clause, duty) for distance, clause, duty in asked if distance == best)


def addressed_kinds(regime: Regime) -> frozenset[str]:
    """Return the kinds of unit that a regime has reports sent or copied to."""
    clauses = (clause for clause in regime.clauses if any(asks_for_report(duty) for duty in clause.duties))
    names = {name for clause in clauses for duty in clause.duties for name in duty.addressee}
    return frozenset(kind for role in regime.roles if role.name in names for kind in role.units)


def reports_a_year(duty: Duty) -> int:
    """Return how many reports a year a duty asks for at its rhythm, 0 where it asks for none that way."""
    return _times(duty) if duty.addressee and asks_for_report(duty) else 0


def addressed(
    regime: Regime, clause: RegimeClause, duty: Duty, directory: Directory, unit: str, day: date
) -> tuple[Addressee, ...]:
    """Return to whom one duty has a unit report, copies last; to the unit above where no unit can be told."""
    found = _meant(regime, clause, duty, directory, unit, day)
    if not any(one.unit and not one.copy for one in found):
        return (*_above_all(directory, unit, day), *found)
    return tuple(found)


def asks_for_report(duty: Duty) -> bool:
    """Return whether a duty says in its words that something is to be reported."""
    return bool(_REPORT.search(duty.quote) or any(_REPORT.search(action) for action in duty.actions))


def _distance(times: int, wanted: int) -> tuple[bool, int]:
    return times < wanted, abs(times - wanted)


def _times(duty: Duty) -> int:
    """Return how often a year a duty is due; 0 where it has no such rhythm."""
    often = [_a_year(cadence) for cadence in duty.cadence if is_scheduled(cadence)]
    yearly = sum(bool(limit.by and limit.by.startswith("--")) for limit in duty.deadline)
    return max([*often, yearly])


def _a_year(cadence: Cadence) -> int:
    if cadence.months or cadence.quarters:
        return len(cadence.months or cadence.quarters)
    span = parse_period(cadence.period or cadence.period_max or "")
    return round(365 / span.length * (cadence.min or 1)) if span else 0


def _meant(
    regime: Regime, clause: RegimeClause, duty: Duty, directory: Directory, unit: str, day: date
) -> list[Addressee]:
    """Return whom a duty and its clause name, copies last."""
    named = _named(clause, duty)
    return [
        Addressee(name=name, unit=code, copy=copy, duty=duty_reference(regime, duty))
        for copy in (False, True)
        for code, name in _resolved(regime, [r for r, c in named if c is copy], directory, unit, day)
    ]


def _above_all(directory: Directory, unit: str, day: date) -> list[Addressee]:
    """Return the unit above, where nobody else can be told; nobody above the root."""
    line = ancestors_on(directory, unit, day)[:1]
    return [Addressee(name=_name(directory, above, day), unit=above) for above in line]


def _named(clause: RegimeClause, duty: Duty) -> tuple[tuple[str, bool], ...]:
    """Return the roles that a duty names, and those to which it or another duty of its clause sends a copy."""
    copied = _COPY.search(duty.quote)
    own = [(role, bool(copied and duty.quote.find(role) > copied.start())) for role in duty.addressee]
    others = (other for other in clause.duties if other.ref != duty.ref and _COPY.search(other.quote))
    return (*own, *((role, True) for other in others for role in other.addressee))


def _resolved(
    regime: Regime, roles: Iterable[str], directory: Directory, unit: str, day: date
) -> tuple[tuple[str, str], ...]:
    """Return the units that roles named together are, with their names: above the unit, or beside one of those.

    A unit beside one that is named itself is not meant: of town and street office, only the one above the unit is. A
    role that could be several units, or none, gives its own words without a unit.
    """
    line = ancestors_on(directory, unit, day)
    found: list[tuple[str, str]] = []
    above = {role: _above(regime, role, directory, line, day) for role in roles}
    taken = frozenset(above.values())
    for role, code in above.items():
        if code:
            found.append((code, _name(directory, code, day)))
            continue
        beside = _beside(regime, role, directory, unit, line, day)
        if beside and not taken.isdisjoint(directory.tree.children(_parent(directory, beside[0]))):
            continue
        found.append((beside[0], _name(directory, beside[0], day)) if len(beside) == 1 else ("", role))
    return tuple(found)


def _above(regime: Regime, name: str, directory: Directory, line: tuple[str, ...], day: date) -> str:
    role = find_role(regime, name)
    if role is None or not role.units:
        same = next((code for code in line if _name(directory, code, day) == name), "")
        return same or (line[0] if line and _ABOVE.search(name) else "")
    return next((code for code in line if _is_kind(directory, code, role.units, day)), "")


def _beside(
    regime: Regime, name: str, directory: Directory, unit: str, line: tuple[str, ...], day: date
) -> tuple[str, ...]:
    """Return the units of a role directly below the nearest unit above that has any there."""
    role = find_role(regime, name)
    kinds = role.units if role else ()
    for above in line:
        there = (one for one in directory.tree.children(above) if one != unit and one not in line)
        found = tuple(one for one in there if _is_kind(directory, one, kinds, day))
        if found:
            return found
    return ()


def _parent(directory: Directory, code: str) -> str:
    return directory.tree.ancestors(code)[0]


def _is_kind(directory: Directory, code: str, kinds: tuple[str, ...], day: date) -> bool:
    there = unit_on(directory, code, day)
    return there is not None and there.kind in kinds


def _name(directory: Directory, code: str, day: date) -> str:
    there = unit_on(directory, code, day) or directory.units.get(code)
    return there.name if there else code
