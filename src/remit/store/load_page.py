"""Lists in pages: what comes after a public reference, so many at most. Each with a fixed number of queries."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from remit.core.post import Unit
from remit.core.record import Record
from remit.store import load, models
from remit.store.access import Stretch
from remit.store.load_organisation import inside
from remit.store.load_records import CURRENT
from remit.store.refusal import NotThere

__all__ = ["records", "units"]


def units(within: Stretch, *, after: str, limit: int) -> tuple[Unit, ...]:
    """Return up to `limit` units of a stretch in preorder, those after a unit; at most three queries."""
    rows = models.Unit.objects.filter(inside(within)).order_by("lo")
    if after:
        rows = rows.filter(lo__gt=load.stretch(after)[0])
    numbers = list(rows.values_list("lo", flat=True)[:limit])
    return load.units((numbers[0], numbers[-1] + 1)) if numbers else ()


def records(
    within: Stretch, *, first: date | None, last: date | None, after: str, limit: int
) -> tuple[Record, ...]:
    """Return up to `limit` records of a stretch between two days, by day, those after a record; six queries."""
    chosen = CURRENT & inside(within, "unit__")
    if first is not None:
        chosen &= Q(day__gte=first)
    if last is not None:
        chosen &= Q(day__lte=last)
    if after:
        day, key = _record_place(after)
        chosen &= Q(day__gt=day) | Q(day=day, pk__gt=key)
    rows = models.Record.objects.filter(chosen).order_by("day", "pk").values_list("ref", flat=True)
    return load.records_named(rows[:limit])


def _record_place(ref: str) -> tuple[date, int]:
    found = models.Record.objects.filter(ref=ref).values_list("day", "pk").first()
    if found is None:
        raise NotThere(ref)
    return found
