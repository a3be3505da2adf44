"""Guarded questions about how a unit divides its duties: its breakdown, its placements, what an amendment touches.

As in `inquiry`: who may not see a unit raises Denied, what there is not NotThere, and the number of queries never
depends on how much is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from remit.core.adoption import Adoption
from remit.core.breakdown import BreakdownItem, latest_on
from remit.core.breakdown_table import BreakdownRow, breakdown_rows, own_rows
from remit.core.breakdown_text import RowEdit, RowsRead, read_rows
from remit.core.edition_change import DutyChange, duty_changes
from remit.core.placing import PlacedRole, placed_roles
from remit.core.post import Directory, Organisation, Unit, index_organisation, join_organisations, lasts_on
from remit.core.post_naming import PostNames, add_codes, name_posts, split_names
from remit.core.regime import Edition, Regime
from remit.store import inquiry, load, load_division
from remit.store.access import Action, Stretch, Viewer, allowed, require
from remit.store.actions.dividing import division_problems, placement_mark
from remit.store.load import EditionHeld
from remit.store.refusal import NotThere

__all__ = ["AmendmentSeen", "BreakdownSeen", "PlacingSeen", "amendment", "breakdown", "placing", "read_edits"]

_CHOICES = 400
_NAMED = ("lead", "supporting", "leader")


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownSeen:
    """A unit's breakdown on a day. `names` are those of every post and unit that may be meant, `choices` the offered.

    Offered are the unit's own posts, its line, the units below it and, to whoever sees the superior, those beside it.

    `above` has by duty the rows of the units above, the nearest first, with the name of each. `keeps` tells whether the
    viewer may write. `adoptions` are those in force, `regimes` their titles by id.
    """

    unit: Unit
    day: date
    rows: tuple[BreakdownRow, ...]
    names: PostNames
    choices: tuple[str, ...]
    above: Mapping[str, tuple[tuple[str, BreakdownItem], ...]]
    directory: Directory
    adoptions: tuple[Adoption, ...]
    regimes: Mapping[str, str]
    keeps: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacingSeen:
    """What the roles of a regime are at a unit on a day; `confirmed_by` names who confirmed each placement.

    `marks` are, by role, what a change has to name as seen (`actions.placement_mark`).
    """

    unit: Unit
    day: date
    regime: Regime
    roles: tuple[PlacedRole, ...]
    directory: Directory
    confirmed_by: Mapping[str, str]
    marks: Mapping[str, str]
    keeps: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentSeen:
    """The edition in force at a unit beside another one, and what of the unit rests on the duties that differ.

    `rows` are the unit's own rows by duty. `others` are the issued editions that could be compared.
    """

    unit: Unit
    adoption: Adoption
    other: Regime | None
    changes: tuple[DutyChange, ...]
    rows: Mapping[str, BreakdownRow]
    suspect: tuple[BreakdownRow, ...]
    roles: tuple[PlacedRole, ...]
    others: tuple[EditionHeld, ...]
    may_adopt: bool
    keeps: bool


def breakdown(viewer: Viewer, code: str, day: date, *, regime: str = "") -> BreakdownSeen:
    """Return a unit's task breakdown on a day, of one regime or of all that are in force."""
    within = _seen(viewer, code)
    reaching = load.adoptions(_point(within))
    here = load.organisation(_point(within))
    parent = next((one.parent for one in here.units if one.code == code), "")
    beside = bool(parent) and allowed(viewer, Action.SEE, load.stretch(parent))
    below = load_division.heads_below((code, parent) if beside else (code,), limit=_CHOICES)
    upper = load_division.items_above(within, day)
    wanted = tuple(one for one in reaching if not regime or one.regime.id == regime)
    mine = load.breakdown_items(_point(within))
    directory = _directory(here, below, mine, upper, day)
    rows = breakdown_rows(wanted, directory, code, day=day)
    if not regime:
        rows += own_rows((*mine, *upper), directory, code, day=day)
    bound = {row.ref for row in rows}
    held: dict[str, tuple[tuple[str, BreakdownItem], ...]] = {}
    for item in upper:
        if item.duty in bound:
            name = directory.units[item.unit].name
            held[item.duty] = (*held.get(item.duty, ()), (name, item))
    names = name_posts(directory, code)
    return BreakdownSeen(
        unit=directory.units[code],
        day=day,
        rows=rows,
        names=names,
        choices=_choices(join_organisations(here, below), names, code, day),
        above=held,
        directory=directory,
        adoptions=tuple(one for one in reaching if _in_force(one, day)),
        regimes={one.regime.id: one.regime.title for one in reaching if _in_force(one, day)},
        keeps=allowed(viewer, Action.DIVIDE, within),
    )


def placing(viewer: Viewer, code: str, regime: str, day: date) -> PlacingSeen:
    """Return what the roles of a regime in force at a unit are there. NotThere where it is not in force."""
    within = _seen(viewer, code)
    reaching = load.adoptions(_point(within))
    directory = index_organisation(load.organisation(_point(within)))
    text = next((one.regime for one in reaching if one.regime.id == regime and _in_force(one, day)), None)
    if text is None:
        raise NotThere(f"{code} {regime}")
    roles = placed_roles(reaching, regime, directory, code, day=day)
    who = load_division.confirmers(code, regime)
    placed = [p for one in reaching if one.regime.id == regime for p in one.placements if p.unit == code]
    return PlacingSeen(
        unit=directory.units[code],
        day=day,
        regime=text,
        roles=roles,
        directory=directory,
        confirmed_by={
            one.role.name: who.get((one.role.name, one.placement.since), "") for one in roles if one.placement
        },
        marks={
            one.role.name: placement_mark(latest_on((p for p in placed if p.role == one.role.name), None))
            for one in roles
        },
        keeps=allowed(viewer, Action.DIVIDE, within),
    )


def read_edits(viewer: Viewer, seen: BreakdownSeen, edits: Iterable[RowEdit], *, since: date) -> RowsRead:
    """Return what rows handed in for a breakdown come to, with all that keeps them from being written."""
    within = load.stretch(seen.unit.code)
    require(viewer, Action.DIVIDE, within)
    held = {row.ref: (row.item, row.mark) for row in seen.rows}
    given = tuple(edits)
    written = {cell for edit in given for cell in (edit.cells.get(name, "") for name in _NAMED) if cell}
    strange = {one for cell in written for one in split_names(cell, seen.names)[1]}
    names = add_codes(seen.names, index_organisation(load.named(strange))) if strange else seen.names
    found = read_rows(given, held, names, unit=seen.unit.code, since=since)
    problems = division_problems(found.items, unit=seen.unit.code, within=within) if found.items else ()
    return replace(found, problems=(*found.problems, *problems))


def amendment(
    viewer: Viewer, code: str, regime: str, day: date, *, other: date | None = None
) -> AmendmentSeen:
    """Return the edition in force at a unit on a day beside another issued one: the day's, else the newest later one.

    NotThere where the regime is not in force, or the other edition is not issued.
    """
    within = _seen(viewer, code)
    reaching = load.adoptions(_point(within))
    adoption = next((one for one in reaching if one.regime.id == regime and _in_force(one, day)), None)
    if adoption is None:
        raise NotThere(f"{code} {regime}")
    issued = tuple(e for e in load.editions() if e.name.regime == regime and e.state == "issued")
    mine = adoption.regime.edition
    held = next((e for e in issued if e.name.day == other), None)
    if other is not None and held is None:
        raise NotThere(str(Edition(regime, other)))
    held = held or next((e for e in issued if e.name.day > mine), None)
    text = load.regime(held) if held else None
    directory = _directory(load.organisation(_point(within)), Organisation(), adoption.items, (), day)
    mine_only = tuple(one for one in reaching if one.regime.id == regime)
    rows = breakdown_rows(mine_only, directory, code, day=day)
    return AmendmentSeen(
        unit=directory.units[code],
        adoption=adoption,
        other=text,
        changes=_changes(adoption.regime, text) if text else (),
        rows={row.ref: row for row in rows if row.item},
        suspect=tuple(row for row in rows if row.change),
        roles=placed_roles(reaching, regime, directory, code, day=day),
        others=tuple(e for e in issued if e.name.day != mine),
        may_adopt=allowed(viewer, Action.ADOPT, within) and adoption.unit == code,
        keeps=allowed(viewer, Action.DIVIDE, within),
    )


def _changes(mine: Regime, other: Regime) -> tuple[DutyChange, ...]:
    """From the earlier edition to the later one, whichever is in force."""
    old, new = sorted((mine, other), key=lambda one: one.edition)
    return duty_changes(old, new)


def _directory(
    here: Organisation,
    below: Organisation,
    items: Iterable[BreakdownItem],
    upper: Iterable[BreakdownItem],
    day: date,
) -> Directory:
    """The unit and its line with what breakdowns name elsewhere; three queries more, where there is any."""
    named = {c for one in (*items, *upper) for c in (one.leader, *one.lead, *one.supporting) if c}
    found = join_organisations(here, below, load.named(named))
    return index_organisation(inquiry.with_successors(found, day))


def _choices(offered: Organisation, names: PostNames, home: str, day: date) -> tuple[str, ...]:
    """The names that are offered: the unit's own posts first, then units, then the posts of other units."""
    posts = [one for one in offered.posts if lasts_on(one, day)]
    own = [one.code for one in posts if one.unit == home]
    units = [one.code for one in offered.units if lasts_on(one, day) and one.code != home]
    others = [one.code for one in posts if one.unit != home]
    return tuple(names.label(code) for code in (*own, *units, *others))


def _in_force(adoption: Adoption, day: date) -> bool:
    return adoption.since <= day and (adoption.until is None or day <= adoption.until)


def _seen(viewer: Viewer, code: str) -> Stretch:
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    return within


def _point(within: Stretch) -> Stretch:
    return within[0], within[0] + 1
