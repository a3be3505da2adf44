"""Which reports units have begun, and when one is due. Nothing here asks who is asking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from remit.core.addressing import reports_a_year
from remit.core.adoption import Adoption
from remit.core.duty import Duty
from remit.core.post import index_organisation
from remit.core.problem import Problem
from remit.core.regime import Regime, RegimeClause, find_duty
from remit.core.slot import Setting, lay_slots
from remit.core.standing import extended, owed
from remit.store import load, load_matter, models
from remit.store.access import Stretch
from remit.store.load_matter import MatterLine

__all__ = ["AskedFor", "asked_below", "asked_of", "begun", "begun_by", "begun_lines", "states_below"]

_REACH = timedelta(days=3 * 366)
_OPEN = Q(flow="report") & ~Q(state="withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """A report that a duty asks for in one window: the duty with its regime, and the due day as things stand."""

    regime: Regime
    duty: Duty
    due: date


def asked_of(unit: str, reference: str, window: str, today: date) -> AskedFor | None:
    """Return the report that a unit owes for a duty, `REGIME/DUTY`, in a window; None where it owes none near today."""
    place = load.stretch(unit)
    point = (place[0], place[0] + 1)
    adoptions = [one for one, _, _ in _asking(point, reference)]
    if not adoptions:
        return None
    found, _ = owed(
        adoptions,
        index_organisation(load.organisation(point)),
        load.calendar(),
        first=today - _REACH,
        last=today + _REACH,
    )
    for one in reversed(extended(found, load_matter.extensions(point), day=today)):
        occurrence = one.occurrence
        if (occurrence.duty, occurrence.unit, occurrence.window) == (reference, unit, window):
            regime, duty = _words(adoptions, reference, occurrence.due)
            return AskedFor(regime=regime, duty=duty, due=occurrence.due)
    return None


def asked_below(within: Stretch, reference: str, window: str, today: date) -> AskedFor | None:
    """Return the report that a duty asks of units of a stretch in a window, due as the regime says; None: of none."""
    for adoption, clause, duty in _asking(within, reference):
        setting = Setting(
            since=adoption.since,
            until=adoption.until,
            defaults=adoption.regime.defaults,
            calendar=load.calendar(),
            first=today - _REACH,
            last=today + _REACH,
        )
        for slot in lay_slots(clause, duty, setting):
            if not isinstance(slot, Problem) and slot.window == window:
                return AskedFor(regime=adoption.regime, duty=duty, due=slot.due)
    return None


def begun(unit: str, reference: str, window: str) -> str:
    """Return the report that a unit has begun for a window of a duty, empty where there is none; one query."""
    rows = models.Matter.objects.filter(_OPEN, unit__code=unit, duty=reference, window=window)
    return rows.values_list("ref", flat=True).order_by("-pk").first() or ""


def begun_by(units: Iterable[str], reference: str, window: str) -> tuple[str, ...]:
    """Return the reports that units have begun for a window of a duty; one query."""
    rows = models.Matter.objects.filter(_OPEN, unit__code__in=list(units), duty=reference, window=window)
    return tuple(rows.values_list("ref", flat=True))


def begun_lines(chosen: Q, *, limit: int) -> dict[tuple[str, str, str], MatterLine]:
    """Return reports that were begun by unit, duty and window, the first `limit`; two queries."""
    windows = dict(models.Matter.objects.filter(_OPEN & chosen).values_list("ref", "window"))
    lines = load_matter.matter_lines(_OPEN & chosen, limit=limit)
    return {(one.unit, one.duty, windows.get(one.ref, "")): one for one in lines}


def states_below(within: Stretch, reference: str, window: str) -> dict[str, int]:
    """Return how many reports of units in a stretch are in each state, for a window of a duty; one query."""
    rows = models.Matter.objects.filter(
        _OPEN, unit__lo__gte=within[0], unit__lo__lt=within[1], duty=reference, window=window
    )
    return dict(rows.values_list("state").annotate(count=Count("pk")).order_by("state"))


def _asking(within: Stretch, reference: str) -> list[tuple[Adoption, RegimeClause, Duty]]:
    found = []
    for adoption in load.adoptions(within):
        words = find_duty(adoption.regime, reference) if _is_of(adoption, reference) else None
        if words is not None and reports_a_year(words[1]):
            found.append((adoption, *words))
    return found


def _is_of(adoption: Adoption, reference: str) -> bool:
    return reference.startswith(f"{adoption.regime.id}/")


def _words(adoptions: Iterable[Adoption], reference: str, due: date) -> tuple[Regime, Duty]:
    """The edition in force on the due day, else the last, with the duty as it words it."""
    some = list(adoptions)
    there = [a for a in some if a.since <= due and (a.until is None or due <= a.until)] or some
    found = find_duty(there[-1].regime, reference)
    if found is None:
        raise ValueError(reference)
    return there[-1].regime, found[1]
