"""Register items, what records are about, and money: core values to rows, inside an action's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from django.db.models import Q

from remit.core.means import Budget
from remit.core.register_item import RegisterItem, split_about
from remit.store import bulk, models
from remit.store.statement import Named, insert

__all__ = ["about", "budget", "item", "spending"]


def item(value: RegisterItem) -> None:
    """Write an item over the one of its code, with its keepers of all days."""
    row, _ = models.RegisterItem.objects.update_or_create(
        code=value.code,
        defaults={
            "unit_id": bulk.keys_of(models.Unit, [value.unit])[value.unit],
            "kind": value.kind.value,
            "name": value.name,
            "location": value.where,
            "checks": [asdict(one) for one in value.checks],
            "tags": list(value.tags),
            "note": value.note,
            "since": value.since,
            "until": value.until,
        },
    )
    posts = bulk.keys_of(models.Post, {one.post for one in value.keepers})
    row.keepers.all().delete()
    models.RegisterKeeper.objects.bulk_create(
        models.RegisterKeeper(item=row, post_id=posts[one.post], since=one.since) for one in value.keepers
    )


def about(record: int, references: Iterable[str]) -> None:
    """Write what a record, by its key, is about."""
    for code, check in map(split_about, references):
        insert(
            models.RecordAbout,
            record_id=record,
            item_id=Named(models.RegisterItem, "code", code),
            check_name=check,
        )


def budget(value: Budget) -> None:
    """Write a budget over the one of its reference; what records have spent of it stays."""
    models.Budget.objects.update_or_create(
        ref=value.ref,
        defaults={
            "unit_id": bulk.keys_of(models.Unit, [value.unit])[value.unit],
            "year": value.year,
            "regime": value.regime,
            "purpose": value.purpose,
            "currency": value.currency,
            "amount": value.amount,
        },
    )


def spending(ref: str, *, record: str, amount: int) -> None:
    """Write what a record spent of a budget, in place of what it or another version of it was said to; 0: nothing."""
    held = models.Budget.objects.values_list("pk", flat=True).get(ref=ref)
    origin = models.Record.objects.filter(ref=record).values_list("corrects", flat=True).get() or record
    versions = Q(record__ref=origin) | Q(record__corrects=origin)
    models.Spending.objects.filter(versions, budget=held).delete()
    if amount:
        insert(
            models.Spending,
            budget_id=held,
            record_id=Named(models.Record, "ref", record),
            amount=amount,
        )
