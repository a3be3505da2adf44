"""What stands beside a unit's own breakdown: that of the units above it, and who confirmed its placements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from remit.core.breakdown import BreakdownItem
from remit.core.duty import Degree
from remit.core.post import Organisation, Post, Unit
from remit.store import models
from remit.store.access import Stretch
from remit.store.load_organisation import items_of, line

__all__ = ["confirmers", "heads_below", "items_above", "own_above"]


def items_above(within: Stretch, day: date) -> tuple[BreakdownItem, ...]:
    """Return how the units above a stretch have divided their duties on a day, the nearest unit first.

    Two queries, and one more each time something above had been moved.
    """
    rows = (
        models.BreakdownItem.objects.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
        .filter(unit__in=line(within), unit__lo__lt=within[0])
        .order_by("-unit__lo", "duty", "since")
    )
    return items_of(rows)


def own_above(within: Stretch) -> frozenset[str]:
    """Return the references of items of their own that units above a stretch ever handed down; two queries.

    One more each time something above had been moved.
    """
    rows = models.BreakdownItem.objects.filter(unit__in=line(within), unit__lo__lt=within[0], cascades=True)
    return frozenset(rows.exclude(title="").values_list("duty", flat=True))


def confirmers(unit: str, regime: str) -> Mapping[tuple[str, date], str]:
    """Return who confirmed what a role stands for at a unit, by role and first day; one query."""
    rows = models.Placement.objects.filter(unit__code=unit, regime=regime)
    return {(role, since): by for role, since, by in rows.values_list("role", "since", "confirmed_by")}


def heads_below(units: Iterable[str], *, limit: int) -> Organisation:
    """Return the first units directly below some units that have a head, with these heads; one query."""
    rows = (
        models.Post.objects.filter(unit__parent__code__in=list(units), degree=Degree.FIRST.value)
        .order_by("unit__lo", "pk")
        .values_list("code", "title", "unit__code", "unit__name", "unit__kind")
    )[:limit]
    found = list(rows)
    return Organisation(
        units=tuple(Unit(code=code, name=name, kind=kind) for _, _, code, name, kind in found),
        posts=tuple(
            Post(code=code, unit=unit, title=title, degree=Degree.FIRST) for code, title, unit, _, _ in found
        ),
    )
