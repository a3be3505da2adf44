"""More time for a window of a duty: decided from above, or by granting it to the task that is for the window."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from remit.core.extension import Extension, extension_problems
from remit.core.matter import Matter
from remit.core.post import index_organisation
from remit.core.record import split_reference
from remit.core.standing import extended, owed
from remit.store import load, save_matter, screening
from remit.store.access import Action, Stretch, require
from remit.store.load_matter import extensions
from remit.store.refusal import refuse
from remit.store.transaction import Done, Work, action

__all__ = ["extend", "granted_to"]

_REACH = timedelta(days=4 * 366)


@action
def extend(
    work: Work, *, duty: str, unit: str, window: str, until: date, reason: str, decided_by: str = ""
) -> Done:
    """Give a unit until another day for one window of a duty (`REGIME/DUTY`). Returns the duty.

    It is decided from above, as an excuse is; the first due day is kept.
    """
    place = load.stretch(unit)
    require(work.viewer, Action.EXCUSE, place)
    value = Extension(
        duty=duty,
        unit=unit,
        window=window,
        until=until,
        reason=reason.strip(),
        decided_by=decided_by.strip() or work.viewer.person,
        decided=work.today,
    )
    refuse(screening.text_problems([value.reason, value.decided_by]))
    due = _due(place, duty, unit, window, work.today)
    refuse(extension_problems(value, due=due, today=work.today, known_units={unit}))
    save_matter.extension(value)
    return Done(ref=duty, kind="extended", unit=unit, payload={"extension": msgspec.to_builtins(value)})


def granted_to(work: Work, matter: Matter) -> Extension | None:
    """Return what granting more time gives to the window of a duty that a task is for, None where it is for none."""
    duty, window = split_reference(matter.duty)
    asked = next(step for step in reversed(matter.steps) if step.move == "ask-time")
    if not window or asked.day is None:
        return None
    due = _due(load.stretch(matter.unit), duty, matter.unit, window, work.today)
    if due is None or asked.day <= due:
        return None
    return Extension(
        duty=duty,
        unit=matter.unit,
        window=window,
        until=asked.day,
        reason=asked.reason,
        decided_by=work.viewer.person,
        decided=work.today,
    )


def _due(place: Stretch, duty: str, unit: str, window: str, today: date) -> date | None:
    """Return the day on which a window is due as things stand, None where the unit has no such window near today."""
    point = (place[0], place[0] + 1)
    adoptions = [a for a in load.adoptions(point) if duty.startswith(f"{a.regime.id}/")]
    found, _ = owed(
        adoptions,
        index_organisation(load.organisation(point)),
        load.calendar(),
        first=today - _REACH,
        last=today + _REACH,
        records=load.records(point),
    )
    given = extended(found, extensions(point), day=today)
    days = [
        one.occurrence.due
        for one in given
        if (one.occurrence.duty, one.occurrence.unit, one.occurrence.window) == (duty, unit, window)
    ]
    return days[-1] if days else None
