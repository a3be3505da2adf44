"""Tables of matters between units: what one asks of another, the steps taken, and the texts that go with them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

__all__ = ["Extension", "Matter", "MatterParty", "MatterStep", "MatterText"]


class Matter(models.Model):
    """A matter. What follows from its steps is kept for lists: state, due, post, whose move it is, when it was done.

    `duty` is REGIME/DUTY and `window` what it is for; `version` is the number of its last step.
    """

    ref = models.CharField(max_length=100, unique=True)
    flow = models.CharField(max_length=20)
    unit = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="matters")
    asker = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="matters_asked")
    title = models.TextField()
    text = models.TextField(blank=True)
    kind = models.TextField(blank=True)
    period = models.CharField(max_length=40, blank=True)
    opened = models.DateTimeField()
    opened_by = models.TextField()
    first_due = models.DateField(null=True)
    due = models.DateField(null=True)
    limit = models.DateTimeField(null=True)
    duty = models.CharField(max_length=400, blank=True)
    window = models.CharField(max_length=200, blank=True)
    first_post = models.CharField(max_length=400, blank=True)
    post = models.CharField(max_length=400, blank=True)
    source = models.CharField(max_length=200, blank=True)
    approvals = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=20)
    with_owner = models.BooleanField(default=True)
    with_asker = models.BooleanField(default=False)
    done = models.DateTimeField(null=True)
    closed = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)
    urged = models.PositiveIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["unit", "closed", "due", "id"], name="matter_owed"),
            models.Index(fields=["asker", "closed", "due", "id"], name="matter_asked"),
            models.Index(fields=["flow", "period", "unit"], name="matter_period"),
            models.Index(fields=["closed", "due"], name="matter_due"),
            models.Index(fields=["source"], name="matter_source"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(flow__in=["task", "report", "filing", "incident"]), name="matter_flow_is_known"
            ),
            # One report of a unit for a period and duty, however often the form is sent.
            models.UniqueConstraint(
                fields=["unit", "duty", "period"],
                condition=Q(flow="report") & ~Q(state="withdrawn"),
                name="matter_one_report",
            ),
        ]


class MatterParty(models.Model):
    """A unit that helps with a matter, or that may read it."""

    class Part(models.TextChoices):
        SUPPORT = "support"
        COPY = "copy"

    matter = models.ForeignKey(Matter, models.PROTECT, db_index=False, related_name="parties")
    unit = models.ForeignKey("store.Unit", models.PROTECT, related_name="matter_parts")
    part = models.CharField(max_length=10, choices=Part.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["matter", "unit", "part"], name="matter_party_once"),
            models.CheckConstraint(condition=Q(part__in=["support", "copy"]), name="matter_part_is_known"),
        ]


class MatterStep(models.Model):
    """A step of a matter, `number` from 1. `records` is a JSON list of record references."""

    matter = models.ForeignKey(Matter, models.PROTECT, db_index=False, related_name="steps")
    number = models.PositiveIntegerField()
    move = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.TextField()
    hand = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    day = models.DateField(null=True)
    post = models.CharField(max_length=400, blank=True)
    records = models.JSONField(default=list)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["by", "at"], name="matter_step_by")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["matter", "number"], name="matter_step_once")
        ]


class MatterText(models.Model):
    """A version of the text that goes with a matter: a report as written. `document` is the JSON of a core value."""

    matter = models.ForeignKey(Matter, models.PROTECT, db_index=False, related_name="texts")
    number = models.PositiveIntegerField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["matter", "number"], name="matter_text_once")
        ]


class Extension(models.Model):
    """A decision that a unit has until another day for one window of a duty."""

    duty = models.CharField(max_length=400)
    unit = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="extensions")
    window = models.CharField(max_length=200)
    until = models.DateField()
    reason = models.TextField()
    decided_by = models.TextField()
    decided = models.DateField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["unit", "duty"], name="extension_unit_duty")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="extension_has_a_reason")
        ]
