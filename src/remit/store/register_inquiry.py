"""Guarded questions about registers: what a unit answers for beside its duties, who holds it, what is to be checked.

As in `inquiry`: who may not see a unit raises Denied, what there is not NotThere, and the number of queries never
depends on how much is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from remit.core.adoption import Adoption
from remit.core.assignment import Answer
from remit.core.period import Cadence
from remit.core.post import Directory, Unit, index_organisation, lasts_on
from remit.core.post_naming import PostNames, name_posts
from remit.core.problem import Problem
from remit.core.record import Record
from remit.core.regime import Defaults, duties_in_force, duty_reference
from remit.core.register_check import CheckStanding, check_standings
from remit.core.register_item import ItemKind, RegisterItem, item_answers, keeper_on, split_about
from remit.core.register_table import ItemChange, item_changes, items_mark, read_item
from remit.store import load, load_establishment, load_register
from remit.store.access import Action, Stretch, Viewer, allowed, require
from remit.store.actions.registering import located_problems
from remit.store.inquiry import with_successors

__all__ = [
    "ItemSeen",
    "RegisterPlan",
    "RegisterSeen",
    "item",
    "named_items",
    "plan",
    "register",
    "register_items",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSeen:
    """An item on a day: who answers for it, and where its checks stand. `vacant` tells that nobody holds its post."""

    item: RegisterItem
    unit: Unit
    answers: tuple[Answer, ...]
    checks: tuple[CheckStanding, ...]
    vacant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSeen:
    """A unit's register on a day, or a part of it, `total` counts all that was asked for.

    `kinds` counts by kind, of the unit and all below it; `tags` are the words that its items have; `names` are those of
    the unit's posts, `posts` those that last on the day; `duties` the references with their words that checks may name.
    """

    unit: Unit
    day: date
    items: tuple[ItemSeen, ...]
    total: int
    kinds: Mapping[ItemKind, int]
    tags: tuple[str, ...]
    names: PostNames
    posts: tuple[str, ...]
    duties: Mapping[str, str]
    keeps: bool
    records: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPlan:
    """What rows would do to a register: the items they give, what these change, and what is wrong, by row from 0.

    `seen` is the mark that `actions.keep_items` needs.
    """

    items: tuple[RegisterItem, ...]
    changes: tuple[ItemChange, ...]
    problems: tuple[tuple[int, Problem], ...]
    seen: str


def register(
    viewer: Viewer,
    code: str,
    day: date,
    *,
    kind: str = "",
    tag: str = "",
    below: bool = False,
    first: int = 0,
    limit: int | None = None,
) -> RegisterSeen:
    """Return the register of a unit on a day, or a stretch of its items.

    With `below`, of all units below it too: there a vacant post is told as such, without who answers through it.
    """
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    chosen = within if below else _point(within)
    found = load_register.items(chosen, day=day, kind=kind, tag=tag, first=first, limit=limit)
    directory = index_organisation(with_successors(load.organisation(_point(within)), day))
    reaching = load.adoptions(_point(within))
    names = name_posts(directory, code, only={p.code for p in directory.posts_of.get(code, ())})
    posts = [one.code for one in directory.posts_of.get(code, ()) if lasts_on(one, day)]
    return RegisterSeen(
        unit=directory.units[code],
        day=day,
        items=_seen_below(found, reaching, day) if below else _seen(found, directory, reaching, day),
        total=load_register.count_items(chosen, day=day, kind=kind, tag=tag),
        kinds=load_register.kinds_below(within, day),
        tags=load_register.tags_of(_point(within)),
        names=names,
        posts=tuple(names.label(post) for post in posts),
        duties=_duties(reaching, day),
        keeps=allowed(viewer, Action.ORGANISE, within),
        records=allowed(viewer, Action.RECORD, within),
    )


def item(viewer: Viewer, code: str, day: date) -> tuple[ItemSeen, PostNames]:
    """Return one item on a day, and what the posts of its unit are called."""
    found = load_register.item(code)
    within = load.stretch(found.unit)
    require(viewer, Action.SEE, within)
    directory = index_organisation(with_successors(load.organisation(_point(within)), day))
    (seen,) = _seen([found], directory, load.adoptions(_point(within)), day)
    return seen, name_posts(directory, found.unit)


def named_items(viewer: Viewer, record: Record) -> tuple[tuple[str, str], ...]:
    """Return the names of the items that a record is about, each with the check that it is (empty: none)."""
    require(viewer, Action.SEE, load.stretch(record.unit))
    if not record.about:
        return ()
    named = [split_about(one) for one in record.about]
    names = {one.code: one.name for one in load_register.items_named(code for code, _ in named)}
    return tuple((names[code], check) for code, check in named)


def register_items(viewer: Viewer, code: str, *, below: bool = False) -> tuple[RegisterItem, ...]:
    """Return the items of a unit (with `below`, of all units below it too) of all days."""
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    return load_register.items(within if below else _point(within))


def plan(viewer: Viewer, unit: str, rows: Sequence[Mapping[str, str]], *, today: date) -> RegisterPlan:
    """Return what rows of cells would do to a unit's register, and change nothing."""
    within = load.stretch(unit)
    require(viewer, Action.ORGANISE, within)
    directory = index_organisation(load.organisation(_point(within)))
    own = {post.code for post in directory.posts_of.get(unit, ())}
    names = name_posts(directory, unit, only=own)
    codes = {row.get("code", "").strip() or f"{unit}/{row.get('name', '').strip()}" for row in rows}
    held = {one.code: one for one in load_register.items_named(codes)}
    problems: list[tuple[int, Problem]] = []
    items = []
    for row, cells in enumerate(rows):
        one, wrong = read_item(cells, names, held, unit=unit, today=today)
        items.append(one)
        problems += [(row, found) for found in wrong]
    problems += located_problems(items, held, unit=unit, within=within)
    problems.sort(key=lambda found: found[0])
    changed = tuple(one for one in items if held.get(one.code) != one)
    mine = [held[one.code] for one in changed if one.code in held]
    return RegisterPlan(
        items=changed,
        changes=item_changes(changed, held, names, day=today) if not problems else (),
        problems=tuple(problems),
        seen=items_mark(mine),
    )


def _seen(
    items: Iterable[RegisterItem], directory: Directory, reaching: Sequence[Adoption], day: date
) -> tuple[ItemSeen, ...]:
    some = tuple(items)
    checks = load_register.last_checks((one.code for one in some), day)
    calendar = load.calendar()
    cadences, soon, starts = _cadences(reaching, day)
    found = []
    for one in some:
        answers = item_answers(one, directory, day=day)
        stands = check_standings(
            one,
            checks,
            day=day,
            cadences=cadences,
            due_soon_days=soon,
            year_starts=starts,
            terms=calendar.terms,
        )
        vacant = not any(answer.person for answer in answers)
        unit = directory.units[one.unit]
        found.append(ItemSeen(item=one, unit=unit, answers=answers, checks=stands, vacant=vacant))
    return tuple(found)


def _seen_below(
    items: Iterable[RegisterItem], reaching: Sequence[Adoption], day: date
) -> tuple[ItemSeen, ...]:
    """Items of several units: of these only the posts that keep them are loaded, not all that is above each."""
    some = tuple(items)
    named = load.named({keeper_on(one, day) for one in some} | {one.unit for one in some})
    known = {unit.code for unit in named.units}
    missing = {one.unit for one in some} - known
    units = tuple(Unit(code=code, name=name) for code, name in load_establishment.unit_names(missing).items())
    directory = index_organisation(replace(named, units=(*named.units, *units)))
    seen = _seen(some, directory, reaching, day)
    return tuple(replace(one, answers=tuple(a for a in one.answers if a.person)) for one in seen)


def _cadences(reaching: Iterable[Adoption], day: date) -> tuple[dict[str, tuple[Cadence, ...]], int, int]:
    """The rhythms of the duties in force on a day, and the year and foresight of the first regime in force."""
    found: dict[str, tuple[Cadence, ...]] = {}
    defaults: list[Defaults] = []
    for adoption in reaching:
        if adoption.since <= day <= (adoption.until or date.max):
            defaults.append(adoption.regime.defaults)
            for _, duty in duties_in_force(adoption.regime):
                found.setdefault(duty_reference(adoption.regime, duty), duty.cadence)
    first = next(iter(defaults), Defaults())
    return found, first.due_soon_days, first.year_starts


def _duties(reaching: Iterable[Adoption], day: date) -> dict[str, str]:
    return {
        duty_reference(adoption.regime, duty): duty.quote
        for adoption in reaching
        if adoption.since <= day <= (adoption.until or date.max)
        for _, duty in duties_in_force(adoption.regime)
        if duty.cadence
    }


def _point(within: Stretch) -> Stretch:
    return within[0], within[0] + 1
