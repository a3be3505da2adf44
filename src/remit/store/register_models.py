"""Tables of what units answer for beside their duties, of what records are about, and of money set aside and spent."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

__all__ = ["Budget", "RecordAbout", "RegisterItem", "RegisterKeeper", "Spending"]


class RegisterItem(models.Model):
    """A place, channel, system or asset of a unit; `checks` is a JSON list of {name, period, duty}, `tags` of words."""

    code = models.CharField(max_length=400, unique=True)
    unit = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="register")
    kind = models.CharField(max_length=10)
    name = models.TextField()
    location = models.TextField(blank=True)
    checks = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    note = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["unit", "kind"], name="register_unit_kind")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=["place", "channel", "system", "asset"]), name="register_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="register_runs_forward"
            ),
        ]


class RegisterKeeper(models.Model):
    """The post that answers for an item from a day on, until the next one does."""

    item = models.ForeignKey(RegisterItem, models.CASCADE, db_index=False, related_name="keepers")
    post = models.ForeignKey("store.Post", models.PROTECT, related_name="kept")
    since = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "since"], name="register_keeper_once_a_day")
        ]


class RecordAbout(models.Model):
    """A record names a register item, and the check of it that it is (empty: none in particular)."""

    record = models.ForeignKey("store.Record", models.PROTECT, db_index=False, related_name="about")
    item = models.ForeignKey(RegisterItem, models.PROTECT, related_name="records")
    check_name = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["record", "item", "check_name"], name="record_about_once")
        ]


class Budget(models.Model):
    """Money that a unit has set aside for a year; `amount` in the currency's minor units."""

    ref = models.CharField(max_length=100, unique=True)
    unit = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="budgets")
    year = models.PositiveSmallIntegerField()
    regime = models.CharField(max_length=200, blank=True)
    purpose = models.TextField()
    currency = models.CharField(max_length=3)
    amount = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "year", "regime", "purpose", "currency"], name="budget_once"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="budget_is_no_debt"),
        ]


class Spending(models.Model):
    """What a record spent of a budget, in the minor units of its currency."""

    budget = models.ForeignKey(Budget, models.PROTECT, db_index=False, related_name="spendings")
    record = models.ForeignKey("store.Record", models.PROTECT, related_name="spendings")
    amount = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["budget", "record"], name="spending_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="spending_is_some"),
        ]
