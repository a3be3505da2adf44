"""An edition put in force: for which units, from which day, and what keeps it from binding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from remit.core.breakdown import BreakdownItem, Placement
from remit.core.lineage import bears_on, ever_below, ever_of_kind
from remit.core.post import Directory
from remit.core.problem import Place, Problem, error, warning
from remit.core.regime import Regime, clause_path, duties_in_force, find_role

__all__ = ["Adoption", "adoption_problems", "bearing_units", "end_superseded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """An edition in force for a unit and its subordinates, from `since` to `until` (both included, None: open).

    `placements` and `items` say how units there have divided it among their posts.
    """

    regime: Regime
    unit: str
    since: date
    until: date | None = None
    placements: tuple[Placement, ...] = ()
    items: tuple[BreakdownItem, ...] = ()


def end_superseded(adoptions: Iterable[Adoption]) -> tuple[Adoption, ...]:
    """Return the adoptions by day, each ended on the eve of the next one of the same regime by the same unit.

    Of two from the same day the later given counts, the other is left out.
    """
    following: dict[tuple[str, str], date] = {}
    found = []
    by_day = sorted(adoptions, key=lambda adoption: adoption.since)
    for adoption in by_day[::-1]:
        key = (adoption.regime.id, adoption.unit)
        after = following.get(key)
        following[key] = adoption.since
        if after is None:
            found.append(adoption)
        elif after > adoption.since:
            eve = after - timedelta(days=1)
            found.append(replace(adoption, until=min(adoption.until or eve, eve)))
    return tuple(reversed(found))


def bearing_units(
    adoption: Adoption, directory: Directory, roles: Iterable[str], *, day: date | None = None
) -> tuple[str, ...]:
    """Return the units of the adopting subtree, in preorder, that are what one of the regime's `roles` stands for.

    As the organisation was on a `day`; without one, every unit that ever was so.
    """
    stands_for = [role.units for name in roles if (role := find_role(adoption.regime, name))]
    if adoption.unit not in directory.tree or not stands_for:
        return ()
    kinds = None if () in stands_for else frozenset().union(*stands_for)
    found = ever_below(directory, adoption.unit)
    if kinds is not None:
        found = tuple(unit for unit in found if ever_of_kind(directory, unit, kinds))
    if day is None or not directory.unsettled:
        return found
    return tuple(
        unit
        for unit in found
        if unit not in directory.unsettled
        or bears_on(directory, unit, below=adoption.unit, kinds=kinds, day=day)
    )


def adoption_problems(adoption: Adoption, directory: Directory) -> tuple[Problem, ...]:
    """Return what keeps an adoption from binding: unknown unit, days reversed, kinds of unit that are missing.

    And each duty in force that no unit of the adopting subtree bears. `Place.ref` is the unit, role or duty.
    """
    return tuple(_adoption_problems(adoption, directory))


def _adoption_problems(adoption: Adoption, directory: Directory) -> Iterator[Problem]:
    if adoption.until is not None and adoption.until < adoption.since:
        yield error(
            "adoption-days",
            "The adoption runs from {since} until {until}, which is before that.",
            "Exchange the two days.",
            since=adoption.since,
            until=adoption.until,
        )
    if adoption.unit not in directory.tree:
        yield error(
            "adoption-unit",
            "There is no unit '{unit}' to adopt {regime}.",
            "Add the unit, or correct its code.",
            at=Place(ref=adoption.unit),
            unit=adoption.unit,
            regime=adoption.regime.id,
        )
        return
    known = {directory.units[unit].kind for unit in directory.tree.subtree(adoption.unit)}
    for role in adoption.regime.roles:
        for kind in role.units:
            if kind not in known:
                yield warning(
                    "role-kind",
                    "Role '{role}' stands for units of the kind '{kind}', and {unit} has none.",
                    "Correct the kind in the role or in the organisation, or leave it if such units are still to come.",
                    at=Place(ref=role.name),
                    role=role.name,
                    kind=kind,
                    unit=adoption.unit,
                )
    for clause, duty in duties_in_force(adoption.regime):
        if not bearing_units(adoption, directory, duty.holders):
            yield warning(
                "duty-unborne",
                "No unit of {unit} bears duty {duty} of clause {clause} (holders: {holders}).",
                "Say in the regime's roles which kinds of unit the holders are.",
                at=Place(ref=duty.ref),
                unit=adoption.unit,
                duty=duty.ref,
                clause=clause_path(clause.ref),
                holders=", ".join(duty.holders) or "-",
            )
