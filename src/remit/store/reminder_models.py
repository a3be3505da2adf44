"""Tables of reminders: what was said to whom, the notices that say it, and how they leave the house."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

__all__ = ["Dispatch", "Notice", "NoticeAddress", "Reminded"]


class Reminded(models.Model):
    """One person was told of one item at one stage. `item` is the SHA-256 of its key, cut to 32 characters."""

    person = models.TextField()
    item = models.CharField(max_length=32)
    stage = models.CharField(max_length=20)
    due = models.DateField()
    day = models.DateField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["due"], name="reminded_due")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "stage", "person"], name="reminded_once")
        ]


class Notice(models.Model):
    """What one person, or a group, is told at once. `items` is a JSON list; `seen` when the person looked at it.

    A group's notice has its name in `channel` and no person. An `urgent` one goes out at any hour.
    """

    person = models.TextField(blank=True)
    channel = models.CharField(max_length=50, blank=True)
    day = models.DateField()
    made = models.DateTimeField()
    items = models.JSONField()
    count = models.PositiveIntegerField()
    seen = models.DateTimeField(null=True)
    urgent = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "seen", "id"], name="notice_person")]


class Dispatch(models.Model):
    """A notice on its way out: `next` is when it is tried again, None once it has gone or is given up."""

    notice = models.ForeignKey(Notice, models.CASCADE, db_index=False, related_name="dispatches")
    channel = models.CharField(max_length=50)
    address = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next = models.DateTimeField(null=True)
    sent = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["next"], name="dispatch_next")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notice", "channel", "address"], name="dispatch_once")
        ]


class NoticeAddress(models.Model):
    """Where an account wants to be written to."""

    account = models.OneToOneField("store.Account", models.CASCADE, related_name="notice_address")
    mail = models.EmailField(max_length=254)
