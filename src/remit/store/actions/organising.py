"""Units, posts, holders and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec

from remit.core.post import Organisation
from remit.core.workday import WorkCalendar, calendar_problems
from remit.store import import_plan, load, save, screening
from remit.store.access import Action, Viewer, require
from remit.store.import_plan import Change
from remit.store.refusal import ChangedMeanwhile, refuse
from remit.store.transaction import By, Done, Work, action

__all__ = ["Change", "import_organisation", "plan_import", "set_calendar", "take_in"]


def import_organisation(by: By, organisation: Organisation, *, correct: bool = False, seen: str = "") -> str:
    """Add the units, posts, holders and groups given, and bring those that are there up to date; nothing is removed.

    A unit, post or group is known by its code, a holder by post, person and first day. A unit that comes under another
    name, kind or superior has these from today and past days keep theirs, unless the list is a correction. `seen` is
    the digest of the plan that was looked at: ChangedMeanwhile where it is another one by now. Returns the root's code.
    """
    return take_in(by, organisation, correct=correct, seen=seen)[0]


def take_in(
    by: By, organisation: Organisation, *, correct: bool = False, seen: str = ""
) -> tuple[str, Change | None]:
    """Do as `import_organisation`, and return also what was done; None where the same request was done before."""
    done: list[Change] = []

    @action
    def import_organisation(work: Work, organisation: Organisation, *, correct: bool, seen: str) -> Done:
        change = plan_import(work.viewer, organisation, today=work.today, correct=correct)
        refuse(change.problems)
        if seen and seen != change.digest:
            raise ChangedMeanwhile
        save.organisation(change.changed, order=change.tree)
        done.append(change)
        root = change.tree.codes[0] if change.tree.codes else ""
        payload = {"organisation": change.changed, **({"correct": True} if correct else {})}
        return Done(ref=root, kind="organisation-imported", payload=payload)

    ref = import_organisation(by, organisation, correct=correct, seen=seen)
    return ref, (done[0] if done else None)


def plan_import(viewer: Viewer, organisation: Organisation, *, today: date, correct: bool = False) -> Change:
    """Return what `import_organisation` would do, and change nothing; problems count the rows that are given."""
    require(viewer, Action.ORGANISE)
    here = replace(load.organisation(), groups=load.groups())
    return import_plan.plan(here, organisation, today=today, correct=correct)


@action
def set_calendar(work: Work, calendar: WorkCalendar) -> Done:
    """Set the working-day calendar of the installation."""
    require(work.viewer, Action.ORGANISE)
    refuse(calendar_problems(calendar))
    refuse(screening.text_problems([word for t in calendar.terms for word in (t.kind, t.name)]))
    save.calendar(calendar)
    payload = {"calendar": msgspec.to_builtins(calendar, order="deterministic")}
    return Done(ref="calendar", kind="calendar-set", payload=payload)
