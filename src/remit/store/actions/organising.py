"""Units, posts, holders and the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from remit.core.establishment import organisation_problems
from remit.core.post import ChangeKind, Organisation, Post, Tree, Unit, UnitChange, build_tree
from remit.core.problem import Problem
from remit.core.workday import WorkCalendar, calendar_problems
from remit.store import load, save, screening
from remit.store.access import Action, Viewer, require
from remit.store.refusal import refuse
from remit.store.transaction import Done, Work, action

__all__ = ["Change", "import_organisation", "plan_import", "set_calendar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an import would do: the rows that are new or different, the tree they give, and what is wrong.

    `changed.changes` tell what units were before, so that past days keep their answers.
    """

    changed: Organisation
    tree: Tree
    problems: tuple[Problem, ...]


@action
def import_organisation(work: Work, organisation: Organisation) -> Done:
    """Add the units, posts, holders and groups given, and bring those that are there up to date; nothing is removed.

    A unit, post or group is known by its code, a holder by post, person and first day. A unit that comes under another
    name, kind or superior has these from today; past days keep theirs. Returns the code of the root.
    """
    change = plan_import(work.viewer, organisation, today=work.today)
    refuse(change.problems)
    save.organisation(change.changed, order=change.tree)
    payload = {"organisation": msgspec.to_builtins(change.changed)}
    root = change.tree.codes[0] if change.tree.codes else ""
    return Done(ref=root, kind="organisation-imported", payload=payload)


def plan_import(viewer: Viewer, organisation: Organisation, *, today: date) -> Change:
    """Return what `import_organisation` would do, and change nothing; problems count the rows that are given."""
    require(viewer, Action.ORGANISE)
    here = replace(load.organisation(), groups=load.groups())
    organisation = _completed(here, organisation)
    whole = _merged(here, organisation)
    problems = screening.organisation_problems(organisation)
    if not problems:
        problems = organisation_problems(_merged(here, organisation, given_first=True))
    changed = replace(_changed(here, whole), changes=_told(here, organisation, today))
    return Change(changed=changed, tree=build_tree(whole.units), problems=problems)


@action
def set_calendar(work: Work, calendar: WorkCalendar) -> Done:
    """Set the working-day calendar of the installation."""
    require(work.viewer, Action.ORGANISE)
    refuse(calendar_problems(calendar))
    refuse(screening.text_problems([word for t in calendar.terms for word in (t.kind, t.name)]))
    save.calendar(calendar)
    payload = {"calendar": msgspec.to_builtins(calendar, order="deterministic")}
    return Done(ref="calendar", kind="calendar-set", payload=payload)


def _completed(here: Organisation, given: Organisation) -> Organisation:
    """Fill in what lists do not say and is known: days and words of units, days and covered units of posts."""
    units = {unit.code: unit for unit in here.units}
    posts = {post.code: post for post in here.posts}
    return replace(
        given,
        units=tuple(_filled_unit(units.get(one.code, one), one) for one in given.units),
        posts=tuple(_filled_post(posts.get(one.code, one), one) for one in given.posts),
    )


def _filled_unit(old: Unit, new: Unit) -> Unit:
    return replace(new, tags=new.tags or old.tags, since=new.since or old.since, until=new.until or old.until)


def _filled_post(old: Post, new: Post) -> Post:
    return replace(
        new, covers=new.covers or old.covers, since=new.since or old.since, until=new.until or old.until
    )


def _merged(here: Organisation, given: Organisation, *, given_first: bool = False) -> Organisation:
    """Return both as one; where both have a row, the given one holds. A row keeps the place it had first."""
    order = (given, here, given) if given_first else (here, given)
    units = {u.code: u for part in order for u in part.units}
    posts = {p.code: p for part in order for p in part.posts}
    holders = {(h.post, h.person, h.since): h for part in order for h in part.holders}
    groups = {g.code: g for part in order for g in part.groups}
    return Organisation(
        units=tuple(units.values()),
        posts=tuple(posts.values()),
        holders=tuple(holders.values()),
        groups=tuple(groups.values()),
    )


def _told(here: Organisation, given: Organisation, today: date) -> tuple[UnitChange, ...]:
    """Return what the units that are there were before they are as given."""
    old = {unit.code: unit for unit in here.units}
    found = []
    for new in given.units:
        was = old.get(new.code)
        if was is not None:
            pairs = (
                (ChangeKind.RENAMED, was.name, new.name),
                (ChangeKind.MOVED, was.parent, new.parent),
                (ChangeKind.RECLASSIFIED, was.kind, new.kind),
            )
            found += [
                UnitChange(unit=new.code, day=today, kind=kind, before=before, after=after)
                for kind, before, after in pairs
                if before != after
            ]
    return tuple(found)


def _changed(here: Organisation, whole: Organisation) -> Organisation:
    units, posts, holders, groups = set(here.units), set(here.posts), set(here.holders), set(here.groups)
    return Organisation(
        units=tuple(u for u in whole.units if u not in units),
        posts=tuple(p for p in whole.posts if p not in posts),
        holders=tuple(h for h in whole.holders if h not in holders),
        groups=tuple(g for g in whole.groups if g not in groups),
    )
