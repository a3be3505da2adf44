"""A unit divides what it has adopted: which posts a role stands for, and its task breakdown, row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from remit.core.breakdown import BreakdownItem, Placement, breakdown_problems, is_own, latest_on
from remit.core.breakdown_table import history_mark
from remit.core.post import Directory, index_organisation, join_organisations
from remit.core.problem import Place, Problem, error
from remit.core.regime import find_role
from remit.store import load, load_division, save, screening
from remit.store.access import Action, Stretch, require
from remit.store.refusal import ChangedMeanwhile, Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["RowsChanged", "confirm_placements", "divide", "division_problems", "placement_mark"]


class RowsChanged(ChangedMeanwhile):
    """Somebody else has written rows since they were read; `duties` names them."""

    def __init__(self, duties: Sequence[str]) -> None:
        super().__init__(*duties)
        self.duties = tuple(duties)


@action
def confirm_placements(
    work: Work,
    placements: Sequence[Placement],
    *,
    regime: str,
    unit: str,
    seen: Mapping[str, str] | None = None,
) -> Done:
    """Confirm which posts of a unit each role of an adopted regime stands for; returns the unit's code.

    A role given without posts goes back to what degrees say. `seen` holds, by role, the marks of what was confirmed
    when it was read (`placement_mark`): where one is another now, ChangedMeanwhile.
    """
    within = load.stretch(unit)
    require(work.viewer, Action.DIVIDE, within)
    held = load.placements((within[0], within[0] + 1), regime).get(regime, ()) if seen else ()
    for role, mark in (seen or {}).items():
        if placement_mark(latest_on((one for one in held if one.role == role), None)) != mark:
            raise ChangedMeanwhile
    refuse(_placement_problems(placements, regime, unit, within))
    for one in placements:
        save.placement(regime, one, confirmed_by=work.viewer.person)
    payload = {"regime": regime, "placements": [msgspec.to_builtins(one) for one in placements]}
    return Done(ref=unit, kind="placements-confirmed", unit=unit, payload=payload)


@action
def divide(
    work: Work,
    items: Sequence[BreakdownItem],
    *,
    unit: str,
    removed: Sequence[str] = (),
    since: date | None = None,
    seen: Mapping[str, str] | None = None,
) -> Done:
    """Write rows of a unit's task breakdown; `removed` names duties no longer divided from `since` (today) on.

    All rows or none. `seen` holds, by duty, the marks of what was read (`core.breakdown_table.history_mark`): where one
    is another now, RowsChanged. Returns the unit's code.
    """
    within = load.stretch(unit)
    require(work.viewer, Action.DIVIDE, within)
    _unchanged(within, seen or {})
    refuse(division_problems(items, unit=unit, within=within))
    for one in items:
        save.breakdown_item(one)
    for duty in removed:
        save.breakdown_item(BreakdownItem(duty=duty, unit=unit, since=since or work.today), remove=True)
    payload = {"items": [msgspec.to_builtins(one) for one in items], "removed": list(removed)}
    return Done(ref=unit, kind="breakdown-written", unit=unit, payload=payload)


def division_problems(items: Sequence[BreakdownItem], *, unit: str, within: Stretch) -> tuple[Problem, ...]:
    """Return what keeps rows of a unit's breakdown from being written; `Place.ref` is the duty."""
    directory = _directory(within, items)
    point = (within[0], within[0] + 1)
    duties = load.duty_references(point)
    if any(is_own(one.duty) for one in items):
        duties |= load_division.own_above(point)
    problems = [p for one in items for p in breakdown_problems(one, directory, duties)]
    problems += [_of_another_unit(one, unit) for one in items if one.unit != unit]
    problems += [p for one in items for p in screening.text_problems(_texts(one), at=Place(ref=one.duty))]
    return tuple(problems)


def placement_mark(placement: Placement | None) -> str:
    """Return a mark of what a role stands for; empty where nothing is confirmed."""
    return f"{placement.since.isoformat()} {' '.join(placement.posts)}" if placement else ""


def _unchanged(within: Stretch, seen: Mapping[str, str]) -> None:
    if not seen:
        return
    now: dict[str, list[BreakdownItem]] = {}
    for item in load.breakdown_items((within[0], within[0] + 1)):
        now.setdefault(item.duty, []).append(item)
    changed = [duty for duty, mark in seen.items() if history_mark(now.get(duty, ())) != mark]
    if changed:
        raise RowsChanged(changed)


def _directory(within: Stretch, items: Sequence[BreakdownItem]) -> Directory:
    """Return the unit with its line, and the posts and units that the rows name elsewhere."""
    codes = {code for one in items for code in (one.leader, *one.lead, *one.supporting) if code}
    here = load.organisation((within[0], within[0] + 1))
    return index_organisation(join_organisations(here, load.named(codes)))


def _texts(item: BreakdownItem) -> list[str]:
    return [item.title, item.due, item.measures, item.note, *item.evidence]


def _placement_problems(
    placements: Sequence[Placement], regime: str, unit: str, within: Stretch
) -> list[Problem]:
    adopted = [one.regime for one in load.adoptions((within[0], within[0] + 1)) if one.regime.id == regime]
    if not adopted:
        raise Refused([_not_adopted(regime, unit)])
    here = {post.code for post in load.organisation((within[0], within[0] + 1)).posts if post.unit == unit}
    problems = []
    for one in placements:
        unknown = [code for code in one.posts if code not in here]
        if one.unit != unit or unknown or not any(find_role(each, one.role) for each in adopted):
            problems.append(
                error(
                    "placement-unknown",
                    "Role '{role}' cannot stand for {posts} at {unit}.",
                    "Name a role of the regime and posts of this unit.",
                    at=Place(ref=one.role),
                    role=one.role,
                    posts=", ".join(unknown or one.posts) or "-",
                    unit=unit,
                )
            )
    return problems


def _not_adopted(regime: str, unit: str) -> Problem:
    return error(
        "regime-not-adopted",
        "No edition of {regime} is or was in force at {unit}.",
        "Adopt it first.",
        regime=regime,
        unit=unit,
    )


def _of_another_unit(item: BreakdownItem, unit: str) -> Problem:
    return error(
        "breakdown-unit",
        "The row of {duty} belongs to {other}, not to {unit}.",
        "Write each unit's breakdown by itself.",
        at=Place(ref=item.duty),
        duty=item.duty,
        other=item.unit,
        unit=unit,
    )
