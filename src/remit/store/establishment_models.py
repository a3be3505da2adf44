"""Tables of what becomes of units and posts: changes, leading groups, delegations, breakdowns, handovers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

__all__ = ["BreakdownItem", "Delegation", "Group", "GroupSeat", "Handover", "Placement", "UnitChange"]

_RUNS_FORWARD = Q(until=None) | Q(until__gte=F("since"))


class UnitChange(models.Model):
    """What happened to a unit: `day` is the first of the new state; what `before` and `after` are depends on `kind`."""

    unit = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="changes")
    day = models.DateField()
    kind = models.CharField(max_length=20)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["unit", "day"], name="unit_change_day")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=["renamed", "moved", "reclassified", "merged", "split", "closed"]),
                name="unit_change_kind_is_known",
            )
        ]


class Group(models.Model):
    """A leading group of a unit. `office` is the code of the unit or post where its office is seated."""

    code = models.CharField(max_length=400, unique=True)
    unit = models.ForeignKey("store.Unit", models.PROTECT, related_name="groups")
    title = models.TextField()
    office = models.CharField(max_length=400, blank=True)


class GroupSeat(models.Model):
    """A seat in a leading group, filled by a post; `place` orders them."""

    group = models.ForeignKey(Group, models.CASCADE, db_index=False, related_name="seats")
    place = models.PositiveIntegerField()
    seat = models.CharField(max_length=10)
    post = models.ForeignKey("store.Post", models.PROTECT, related_name="seats")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "place"], name="group_seat_once"),
            models.CheckConstraint(
                condition=Q(seat__in=["chair", "vice", "member"]), name="group_seat_is_known"
            ),
        ]


class Delegation(models.Model):
    """A post lent to another person for a while, both days included; both sides see it."""

    ref = models.CharField(max_length=100, unique=True)
    post = models.ForeignKey("store.Post", models.PROTECT, related_name="delegations")
    person = models.TextField()
    since = models.DateField()
    until = models.DateField()
    reason = models.TextField()
    by = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person"], name="delegation_person")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="delegation_runs_forward")
        ]


class Placement(models.Model):
    """Which posts of a unit a role of an adopted regime stands for there: `posts` is a JSON list of codes."""

    regime = models.CharField(max_length=200)
    unit = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="placements")
    role = models.TextField()
    posts = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField(null=True)
    confirmed_by = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "regime", "role", "since"], name="placement_once"),
            models.CheckConstraint(condition=_RUNS_FORWARD, name="placement_runs_forward"),
        ]


class BreakdownItem(models.Model):
    """A duty as a unit has divided it; `lead`, `supporting` and `evidence` are JSON lists.

    An item of the unit's own has its words in `title`; `cascades` hands it down to the units below.
    """

    duty = models.CharField(max_length=400)
    unit = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="breakdown")
    since = models.DateField()
    until = models.DateField(null=True)
    leader = models.CharField(max_length=400, blank=True)
    lead = models.JSONField(default=list)
    supporting = models.JSONField(default=list)
    due = models.TextField(blank=True)
    measures = models.TextField(blank=True)
    evidence = models.JSONField(default=list)
    note = models.TextField(blank=True)
    title = models.TextField(blank=True, default="")
    cascades = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "duty", "since"], name="breakdown_once"),
            models.UniqueConstraint(
                fields=["unit", "duty"], condition=Q(until=None), name="breakdown_one_open"
            ),
            models.CheckConstraint(condition=_RUNS_FORWARD, name="breakdown_runs_forward"),
        ]


class Handover(models.Model):
    """A post passed from one person to another on a day (the first of the new one): `document` is what was open then.

    It is never changed; both sign, and a signature is a name with a moment.
    """

    ref = models.CharField(max_length=100, unique=True)
    post = models.ForeignKey("store.Post", models.PROTECT, related_name="handovers")
    outgoing = models.TextField()
    incoming = models.TextField()
    day = models.DateField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    signed_out = models.DateTimeField(null=True)
    signed_in = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["post", "day"], name="handover_once_a_day")]
