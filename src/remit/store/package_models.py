"""Tables of packages: who sends upward to us, what came, and what we sent. Personal data: none."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

__all__ = [
    "PackageKey",
    "PackageSource",
    "ReceivedPackage",
    "ReportedExcuse",
    "ReportedFile",
    "ReportedUnit",
    "SentPackage",
]


class PackageSource(models.Model):
    """An installation that speaks for a unit and all below it. `code` goes before the references of its records.

    It has to send a package for every `rhythm` (empty: none is asked for), `grace` days after its end at the latest.
    """

    code = models.CharField(max_length=20, unique=True)
    installation = models.CharField(max_length=16)
    unit = models.ForeignKey("store.Unit", models.PROTECT, related_name="package_sources")
    rhythm = models.CharField(max_length=10, blank=True)
    grace = models.PositiveIntegerField(default=0)
    since = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(rhythm__in=["", "month", "quarter", "half-year", "year"]),
                name="package_source_rhythm_is_known",
            )
        ]


class PackageKey(models.Model):
    """A public key of a source, 32 bytes in hexadecimal; once revoked, nothing new that it signed is taken in."""

    source = models.ForeignKey(PackageSource, models.PROTECT, related_name="keys")
    fingerprint = models.CharField(max_length=64, unique=True)
    public = models.CharField(max_length=64)
    revoked = models.DateTimeField(null=True)


class ReceivedPackage(models.Model):
    """A package that was taken in. `digest` is that of its manifest; `content` is what was signed, without the
    files and without the lines set aside: `aside` is a JSON list of these, by kind and reference, and why.
    """

    source = models.ForeignKey(PackageSource, models.PROTECT, db_index=False, related_name="packages")
    sequence = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    full = models.BooleanField()
    last = models.DateField()
    made = models.DateTimeField()
    received = models.DateTimeField()
    records = models.PositiveIntegerField()
    journal_size = models.BigIntegerField()
    journal_root = models.CharField(max_length=64)
    aside = models.JSONField(default=list)
    content = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "sequence"], name="received_package_once")
        ]


class ReportedUnit(models.Model):
    """A unit that is here because a source named it: its name, kind and place are what the source says last."""

    unit = models.OneToOneField("store.Unit", models.PROTECT, primary_key=True, related_name="reported")
    source = models.ForeignKey(PackageSource, models.PROTECT, related_name="units")


class ReportedExcuse(models.Model):
    """An excuse that a source decided, under the reference that it has there."""

    source = models.ForeignKey(PackageSource, models.PROTECT, db_index=False, related_name="excuses")
    ref = models.CharField(max_length=80)
    excuse = models.OneToOneField("store.Excuse", models.CASCADE, related_name="reported")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "ref"], name="reported_excuse_once")
        ]


class ReportedFile(models.Model):
    """A file that a source sent for one of its records; only these are shown with it, whoever else has the same."""

    source = models.ForeignKey(PackageSource, models.PROTECT, db_index=False, related_name="files")
    ref = models.CharField(max_length=80)
    evidence = models.ForeignKey("store.Evidence", models.PROTECT, related_name="reported")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "ref", "evidence"], name="reported_file_once")
        ]


class SentPackage(models.Model):
    """A package that was made for an installation above; `content` is the package without its files."""

    to = models.CharField(max_length=16)
    sequence = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    unit = models.ForeignKey("store.Unit", models.PROTECT, related_name="sent_packages")
    last = models.DateField()
    made = models.DateTimeField()
    content = models.BinaryField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["to", "sequence"], name="sent_package_once")]
