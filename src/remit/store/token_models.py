"""Tables of the API: tokens. Only the SHA-256 of a token's secret is kept."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

__all__ = ["ApiToken"]


class ApiToken(models.Model):
    """A program's way in, on behalf of an account: `scope` is a JSON list of actions, `hash` all that is kept of it.

    `unit` is the head of what it reaches; without one, what its owner does. `last_used` is when it was last shown.
    """

    ref = models.CharField(max_length=40, unique=True)
    account = models.ForeignKey("store.Account", models.CASCADE, related_name="api_tokens")
    hash = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=100)
    scope = models.JSONField(default=list)
    unit = models.ForeignKey("store.Unit", models.PROTECT, null=True, related_name="api_tokens")
    created = models.DateTimeField()
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    last_used = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(expires__gt=F("created")), name="token_expires_later")
        ]
