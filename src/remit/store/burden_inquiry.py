"""Guarded questions on what regimes ask: of one unit, and of all units below one by their kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q

from remit.core.burden import Burden, burden
from remit.core.post import index_organisation
from remit.store import load, models
from remit.store.access import Action, Stretch, Viewer, require

__all__ = ["KindBurden", "burden_below", "burden_of"]

_MOST_KINDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class KindBurden:
    """What is asked of every unit of a kind below one: `units` of them, each as much as `sample`."""

    kind: str
    units: int
    sample: Burden

    @property
    def records(self) -> int:
        """How many records a year all of them are asked for."""
        return self.units * self.sample.records()

    @property
    def fields(self) -> int:
        """How many fields a year all of them are to fill in."""
        return self.units * self.sample.fields()

    @property
    def saved(self) -> int:
        """How many records a year all of them would save."""
        return self.units * self.sample.saved()


def burden_of(viewer: Viewer, code: str, year: int) -> Burden:
    """Return what is asked of a unit in a year."""
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    return _burden(within, code, year)


def burden_below(viewer: Viewer, code: str, year: int, today: date) -> tuple[KindBurden, ...]:
    """Return what is asked of the units below one, by kind: one unit of each kind stands for the others.

    The kinds with most units first, at most six; what a unit has by an adoption of its own is not everybody's.
    """
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    there = Q(lo__gt=within[0], lo__lt=within[1], hi__gt=0) & (Q(until=None) | Q(until__gte=today))
    kinds = models.Unit.objects.filter(there).values("kind").annotate(units=Count("pk"), first=Min("lo"))
    rows = list(kinds.order_by("-units", "kind")[:_MOST_KINDS])
    samples = models.Unit.objects.filter(lo__in=[row["first"] for row in rows])
    codes = {lo: (code, (lo, hi)) for code, lo, hi in samples.values_list("code", "lo", "hi")}
    found = []
    for row in rows:
        sample, stretch = codes[row["first"]]
        found.append(KindBurden(kind=row["kind"], units=row["units"], sample=_burden(stretch, sample, year)))
    return tuple(found)


def _burden(within: Stretch, code: str, year: int) -> Burden:
    point = (within[0], within[0] + 1)
    directory = index_organisation(load.organisation(point))
    return burden(code, load.adoptions(point), directory, load.calendar(), year=year)
