"""Tables of what was done: records with their details, evidence and versions; and the feed of what is due."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

__all__ = [
    "CalendarFeed",
    "Evidence",
    "Meeting",
    "Record",
    "RecordCorrection",
    "RecordDetail",
    "RecordEvidence",
]


class Record(models.Model):
    """Something a unit did on a day, at a moment where that is known; `ref` is its public reference.

    `corrects` is the ref of the first version of what this one puts right. Of all versions, one is `current` and
    counts, or none, where it was withdrawn.
    """

    ref = models.CharField(max_length=100, unique=True)
    unit = models.ForeignKey("store.Unit", models.PROTECT, db_index=False, related_name="records")
    day = models.DateField()
    entered = models.DateField()
    kind = models.TextField()
    title = models.TextField()
    by = models.TextField(blank=True)
    at = models.DateTimeField(null=True)
    corrects = models.CharField(max_length=100, blank=True, default="", db_default="")
    current = models.BooleanField(default=True, db_default=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["unit", "day"], name="record_unit_day"),
            models.Index(fields=["corrects"], name="record_corrects", condition=~Q(corrects="")),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["corrects"], name="record_one_current", condition=Q(current=True) & ~Q(corrects="")
            )
        ]


class RecordDetail(models.Model):
    """One thing that a record says in a field of its kind, in its place among them, from 0."""

    record = models.ForeignKey(Record, models.PROTECT, db_index=False, related_name="details")
    place = models.PositiveIntegerField()
    key = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    person = models.TextField(blank=True)
    unit = models.TextField(blank=True)
    day = models.DateField(null=True)
    number = models.DecimalField(max_digits=14, decimal_places=2, null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "place"], name="detail_place")]


class RecordCorrection(models.Model):
    """That a record counts no more: who said so, when and why, and the version that took its place, if any."""

    record = models.OneToOneField(Record, models.PROTECT, related_name="correction")
    later = models.OneToOneField(Record, models.PROTECT, null=True, related_name="correcting")
    reason = models.TextField()
    by = models.TextField()
    time = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_a_reason")
        ]


class Meeting(models.Model):
    """A record meets a duty or starts its clock. `window` is empty where the day decides."""

    class Kind(models.TextChoices):
        MEETS = "meets"
        STARTS = "starts"

    record = models.ForeignKey(Record, models.PROTECT, db_index=False, related_name="meetings")
    duty = models.CharField(max_length=400)
    window = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["duty", "kind"], name="meeting_duty")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["record", "duty", "window", "kind"], name="meeting_once"),
            models.CheckConstraint(condition=Q(kind__in=["meets", "starts"]), name="meeting_kind_is_known"),
        ]


class Evidence(models.Model):
    """A file in the evidence folder, named by its SHA-256. A row says that the file is there, safely."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()


class RecordEvidence(models.Model):
    """A file that a record shows, under the name it came with, or a link without a file.

    `day` is the one that it is of, `added` the one on which it was handed in, `until` the last one on which it is good.
    `replaces` is the digest or the link of an older version in the same record.
    """

    record = models.ForeignKey(Record, models.PROTECT, db_index=False, related_name="evidence")
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, related_name="records")
    name = models.TextField()
    link = models.TextField(blank=True, default="", db_default="")
    day = models.DateField(null=True)
    added = models.DateField(null=True)
    until = models.DateField(null=True)
    replaces = models.TextField(blank=True, default="", db_default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["until"], name="evidence_until", condition=Q(until__isnull=False))
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["record", "evidence", "name"], name="evidence_once"),
            models.UniqueConstraint(fields=["record", "link"], name="link_once", condition=~Q(link="")),
            models.CheckConstraint(
                condition=Q(evidence__isnull=False, link="") | (Q(evidence=None) & ~Q(link="")),
                name="evidence_is_a_file_or_a_link",
            ),
        ]


class CalendarFeed(models.Model):
    """The secret address under which an account's due days can be read without signing in: only its SHA-256 is kept."""

    account = models.OneToOneField("store.Account", models.CASCADE, related_name="calendar_feed")
    hash = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField()
