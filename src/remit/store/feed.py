"""Feeds of due days: the rows behind their secret addresses. Only the SHA-256 of an address's secret is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from remit.store import models
from remit.store.refusal import NotThere

__all__ = ["Feed", "digest", "drop_feed", "feed_account", "feed_of", "save_feed"]


@dataclass(frozen=True, slots=True)
class Feed:
    """That an account has a feed, and since when under its present address."""

    created: datetime


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_of(username: str) -> Feed | None:
    """Return the feed of an account, None where it has none; one query."""
    rows = models.CalendarFeed.objects.filter(account__username=username)
    created = rows.values_list("created", flat=True).first()
    return Feed(timezone.localtime(created)) if created else None


def feed_account(secret: str) -> tuple[str, str]:
    """Return the username and the language of the account whose feed a secret opens; one query. NotThere: nobody's."""
    rows = models.CalendarFeed.objects.filter(hash=digest(secret), account__is_active=True)
    found = rows.values_list("account__username", "account__language").first()
    if found is None:
        raise NotThere("")
    return found


def save_feed(username: str, *, digest: str, created: datetime) -> None:
    """Write the feed of an account; an address that it had before opens nothing any more."""
    account = models.Account.objects.filter(username=username).values_list("pk", flat=True).first()
    if account is None:
        raise NotThere(username)
    models.CalendarFeed.objects.update_or_create(
        account_id=account, defaults={"hash": digest, "created": created}
    )


def drop_feed(username: str) -> None:
    """Let the address of an account's feed open nothing any more; NotThere where it has none."""
    if not models.CalendarFeed.objects.filter(account__username=username).delete()[0]:
        raise NotThere(username)
