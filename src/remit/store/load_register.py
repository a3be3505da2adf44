"""The register of units, and what records are about: rows to core values, each with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, F, FilteredRelation, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from remit.core.record import Record
from remit.core.register_check import CHECK
from remit.core.register_item import Check, ItemKind, Keeper, RegisterItem
from remit.store import models
from remit.store.access import Stretch
from remit.store.load_organisation import inside
from remit.store.refusal import NotThere
from remit.store.word_list import holds

__all__ = [
    "abouts",
    "count_items",
    "item",
    "items",
    "items_known",
    "items_named",
    "kinds_below",
    "last_checks",
    "tags_of",
]


def items(
    within: Stretch,
    *,
    day: date | None = None,
    kind: str = "",
    tag: str = "",
    first: int = 0,
    limit: int | None = None,
) -> tuple[RegisterItem, ...]:
    """Return the items of the units in a stretch, units in preorder, those of a day (None: all); two queries."""
    rows = _chosen(within, day, kind, tag).order_by("unit__lo", "kind", "name", "pk")
    return _items(rows[first : None if limit is None else first + limit])


def count_items(within: Stretch, *, day: date | None = None, kind: str = "", tag: str = "") -> int:
    """Return how many items `items` finds; one query."""
    return _chosen(within, day, kind, tag).count()


def item(code: str) -> RegisterItem:
    """Return one item; two queries. NotThere where it is unknown."""
    found = items_named([code])
    if not found:
        raise NotThere(code)
    return found[0]


def items_named(codes: Iterable[str]) -> tuple[RegisterItem, ...]:
    """Return those of the items that there are; two queries."""
    return _items(models.RegisterItem.objects.filter(code__in=list(codes)).order_by("pk"))


def items_known(unit: str) -> frozenset[str]:
    """Return the codes of a unit's items; one query."""
    return frozenset(models.RegisterItem.objects.filter(unit__code=unit).values_list("code", flat=True))


def kinds_below(within: Stretch, day: date) -> dict[ItemKind, int]:
    """Return how many items of each kind the units in a stretch have on a day; one query."""
    rows = _chosen(within, day, "", "").order_by().values_list("kind").annotate(count=Count("pk"))
    return {ItemKind(kind): count for kind, count in rows}


def tags_of(within: Stretch) -> tuple[str, ...]:
    """Return the words that items in a stretch have, in order; one query."""
    rows = models.RegisterItem.objects.filter(inside(within, "unit__")).exclude(tags=[])
    return tuple(sorted({tag for tags in rows.values_list("tags", flat=True).distinct() for tag in tags}))


def last_checks(codes: Iterable[str], day: date) -> tuple[Record, ...]:
    """Return the latest check of each item, check and duty up to a day: all that decides what is due; one query.

    A record comes once for each of its duties and checks, with that one alone, and without its texts.
    """
    rows = (
        models.RecordAbout.objects.filter(
            item__code__in=list(codes),
            record__kind=CHECK,
            record__day__lte=day,
            record__current=True,
        )
        .annotate(met=FilteredRelation("record__meetings", condition=Q(record__meetings__kind="meets")))
        .annotate(
            place=Window(
                RowNumber(),
                partition_by=[F("item_id"), F("check_name"), F("met__duty")],
                order_by=[F("record__day").desc(), F("record_id").desc()],
            )
        )
        .filter(place=1)
        .order_by("record__day", "record_id")
    )
    fields = ("record__ref", "record__unit__code", "record__day", "record__entered", "item__code")
    return tuple(
        Record(
            ref=ref,
            unit=unit,
            day=on,
            entered=entered,
            kind=CHECK,
            title="",
            meets=(duty,) if duty else (),
            about=(f"{code}#{name}" if name else code,),
        )
        for ref, unit, on, entered, code, name, duty in rows.values_list(*fields, "check_name", "met__duty")
    )


def abouts(records: QuerySet[models.Record]) -> dict[int, tuple[str, ...]]:
    """Return what records are about, by their keys, as `ITEM` or `ITEM#CHECK`; one query."""
    found: dict[int, list[str]] = {}
    rows = models.RecordAbout.objects.filter(record__in=records.order_by().values("pk")).order_by("pk")
    for record, code, name in rows.values_list("record_id", "item__code", "check_name"):
        found.setdefault(record, []).append(f"{code}#{name}" if name else code)
    return {record: tuple(some) for record, some in found.items()}


def _chosen(within: Stretch, day: date | None, kind: str, tag: str) -> QuerySet[models.RegisterItem]:
    rows = models.RegisterItem.objects.filter(inside(within, "unit__"))
    if day is not None:
        rows = rows.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
    if kind:
        rows = rows.filter(kind=kind)
    return rows.filter(holds("tags", tag)) if tag else rows


def _items(rows: QuerySet[models.RegisterItem]) -> tuple[RegisterItem, ...]:
    found: list[tuple[Any, ...]] = list(
        rows.values_list(
            "pk", "code", "unit__code", "kind", "name", "since", "until", "location", "checks", "tags", "note"
        )
    )
    keepers: dict[int, list[Keeper]] = {}
    held = models.RegisterKeeper.objects.filter(item__in=[key for key, *_ in found]).order_by("since")
    for key, post, since in held.values_list("item_id", "post__code", "since"):
        keepers.setdefault(key, []).append(Keeper(post=post, since=since))
    return tuple(
        RegisterItem(
            code=code,
            unit=unit,
            kind=ItemKind(kind),
            name=name,
            since=since,
            until=until,
            where=where,
            keepers=tuple(keepers.get(key, ())),
            checks=tuple(Check(**one) for one in checks),
            tags=tuple(tags),
            note=note,
        )
        for key, code, unit, kind, name, since, until, where, checks, tags, note in found
    )
