"""What pages and commands on the organisation ask of the tables: names, levels of the tree in pages, what waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from remit.core.post import ChangeKind, Unit, UnitChange
from remit.store import models
from remit.store.access import Stretch
from remit.store.word_list import holds

__all__ = [
    "Choice",
    "changes_about",
    "choices_below",
    "count_below",
    "find_units",
    "group_unit",
    "level",
    "post_titles",
    "unit_names",
    "unsigned_handovers",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which units of a level are wanted: `whole` all below, not only directly; empty words: any; `closed` these too."""

    kind: str = ""
    tag: str = ""
    closed: bool = False
    whole: bool = False


def unit_names(codes: Iterable[str]) -> dict[str, str]:
    """Return the names of units by code, those that there are; one query."""
    return dict(models.Unit.objects.filter(code__in=set(codes)).values_list("code", "name"))


def post_titles(codes: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Return title, unit's code and unit's name of posts by code, those that there are; one query."""
    rows = models.Post.objects.filter(code__in=set(codes))
    found = rows.values_list("code", "title", "unit__code", "unit__name")
    return {code: (title, unit, name) for code, title, unit, name in found}


def changes_about(code: str) -> tuple[UnitChange, ...]:
    """Return what became of a unit, and what other units became or gave to it, the latest first; one query."""
    gained = Q(kind__in=[ChangeKind.MERGED, ChangeKind.SPLIT], after=code)
    rows = models.UnitChange.objects.filter(Q(unit__code=code) | gained).order_by("-day", "-pk")
    return tuple(
        UnitChange(unit=unit, day=day, kind=ChangeKind(kind), before=before, after=after)
        for unit, day, kind, before, after in rows.values_list("unit__code", "day", "kind", "before", "after")
    )


def level(
    within: Stretch, code: str, choice: Choice, *, after: str, limit: int, today: date
) -> tuple[Unit, ...]:
    """Return up to `limit` of the units below one, in preorder, those after the one named; at most two queries."""
    rows = _below(within, code, choice, today)
    if after:
        start = models.Unit.objects.filter(code=after).values("lo")
        rows = rows.filter(lo__gt=start[:1])
    values = rows.order_by("lo").values_list("code", "name", "parent__code", "kind", "tags", "since", "until")
    return tuple(
        Unit(code=code, name=name, parent=parent or "", kind=kind, tags=tuple(tags), since=since, until=until)
        for code, name, parent, kind, tags, since, until in values[:limit]
    )


def count_below(within: Stretch, code: str, choice: Choice, *, today: date) -> int:
    """Return how many units of a choice there are below one; one query."""
    return _below(within, code, choice, today).count()


def choices_below(within: Stretch, code: str, *, whole: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds and the words that units below one have, in order; two queries."""
    rows = models.Unit.objects.filter(_place(within, code, whole=whole))
    kinds = rows.exclude(kind="").order_by("kind").values_list("kind", flat=True).distinct()
    tags = rows.exclude(tags=[]).values_list("tags", flat=True).distinct()
    return tuple(kinds), tuple(sorted({tag for some in tags for tag in some}))


def find_units(spans: Iterable[Stretch] | None, text: str, *, limit: int, today: date) -> tuple[Unit, ...]:
    """Return open units of some stretches (None: of all) with that code, or that in the name; one query."""
    there = Q()
    if spans is not None:
        there = Q(pk__in=[])
        for lo, hi in spans:
            there |= Q(lo__gte=lo, hi__lte=hi)
    rows = models.Unit.objects.filter(there, Q(code=text) | Q(name__icontains=text), _open(today), hi__gt=0)
    found = rows.order_by("lo").values_list("code", "name", "parent__code", "kind")
    return tuple(
        Unit(code=code, name=name, parent=parent or "", kind=kind)
        for code, name, parent, kind in found[:limit]
    )


def group_unit(code: str) -> str:
    """Return the code of the unit that has a leading group, empty where there is no such group; one query."""
    return models.Group.objects.filter(code=code).values_list("unit__code", flat=True).first() or ""


def unsigned_handovers(person: str) -> tuple[tuple[str, str, str, date], ...]:
    """Return reference, title, unit's name and day of the handovers that a person has still to sign; one query."""
    rows = models.Handover.objects.filter(
        Q(outgoing=person, signed_out=None) | Q(incoming=person, signed_in=None)
    )
    return tuple(rows.order_by("day", "ref").values_list("ref", "post__title", "post__unit__name", "day"))


def _below(within: Stretch, code: str, choice: Choice, today: date) -> QuerySet[models.Unit]:
    rows = models.Unit.objects.filter(_place(within, code, whole=choice.whole))
    if choice.kind:
        rows = rows.filter(kind=choice.kind)
    if choice.tag:
        rows = rows.filter(holds("tags", choice.tag))
    return rows if choice.closed else rows.filter(_open(today))


def _place(within: Stretch, code: str, *, whole: bool) -> Q:
    return Q(lo__gt=within[0], lo__lt=within[1]) if whole else Q(parent__code=code)


def _open(today: date) -> Q:
    return Q(until=None) | Q(until__gte=today)
