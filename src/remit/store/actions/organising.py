"""Units, posts, holders and the calendar."""

from __future__ import annotations

import msgspec

from remit.core.post import Organisation, build_tree, organisation_problems
from remit.core.workday import WorkCalendar, calendar_problems
from remit.store import load, save, screening
from remit.store.access import Action, require
from remit.store.refusal import refuse
from remit.store.transaction import Done, Work, action

__all__ = ["import_organisation", "merge_organisation", "set_calendar"]


@action
def import_organisation(work: Work, organisation: Organisation) -> Done:
    """Add the units, posts and holders given, and bring those that are there up to date; nothing is removed.

    A unit or post is known by its code, a holder by post, person and first day. Returns the code of the first unit.
    """
    require(work.viewer, Action.ORGANISE)
    here = load.organisation()
    refuse(screening.organisation_problems(organisation))
    refuse(organisation_problems(merge_organisation(organisation, here)))
    whole = merge_organisation(here, organisation)
    tree = build_tree(whole.units)
    changed = _changed(here, whole)
    save.organisation(changed, order=tree)
    payload = {"organisation": msgspec.to_builtins(changed)}
    return Done(ref=tree.codes[0] if tree.codes else "", kind="organisation-imported", payload=payload)


def merge_organisation(first: Organisation, then: Organisation) -> Organisation:
    """Return both organisations as one: the rows of `first` in their order, then new ones; `then` wins."""
    units = {u.code: u for u in first.units} | {u.code: u for u in then.units}
    posts = {p.code: p for p in first.posts} | {p.code: p for p in then.posts}
    ours = {(h.post, h.person, h.since): h for h in first.holders}
    holders = ours | {(h.post, h.person, h.since): h for h in then.holders}
    return Organisation(
        units=tuple(units.values()), posts=tuple(posts.values()), holders=tuple(holders.values())
    )


@action
def set_calendar(work: Work, calendar: WorkCalendar) -> Done:
    """Set the working-day calendar of the installation."""
    require(work.viewer, Action.ORGANISE)
    refuse(calendar_problems(calendar))
    refuse(screening.text_problems([word for t in calendar.terms for word in (t.kind, t.name)]))
    save.calendar(calendar)
    payload = {"calendar": msgspec.to_builtins(calendar, order="deterministic")}
    return Done(ref="calendar", kind="calendar-set", payload=payload)


def _changed(here: Organisation, whole: Organisation) -> Organisation:
    units, posts, holders = set(here.units), set(here.posts), set(here.holders)
    return Organisation(
        units=tuple(u for u in whole.units if u not in units),
        posts=tuple(p for p in whole.posts if p not in posts),
        holders=tuple(h for h in whole.holders if h not in holders),
    )
