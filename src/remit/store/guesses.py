"""Guessing is slow: how many failures in a row are borne, and how long whoever made them has to wait.

What is counted is a name as seen from one browser. A browser in which the account has been signed in before is told
apart from all others by a signed cookie, and all others are counted together, wherever they are: many addresses gain a
guesser nothing, and a guesser locks the account's own people out only where they have never been. (OWASP, "Slow Down
Online Guessing Attacks with Device Cookies".)
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from remit.store import models

__all__ = ["FORGOTTEN_AFTER", "LIMIT", "LONGEST", "SHORTEST", "forget", "take_guess"]

LIMIT = 5
SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(hours=4)
FORGOTTEN_AFTER = timedelta(days=1)


def take_guess(name: str, *, device: str, now: datetime) -> datetime | None:
    """Count an attempt before it is looked at; return until when to wait where it may not be made at all.

    The fifth failure in a row locks for 15 minutes; each one after that for twice as long as the one before, at most
    four hours. A day without an attempt forgets them. Counting first leaves no room for many attempts at once.
    """
    key = _key(name, device)
    with transaction.atomic():
        models.Guess.objects.filter(latest__lt=now - FORGOTTEN_AFTER - LONGEST).delete()
        models.Guess.objects.bulk_create([models.Guess(key=key, latest=now)], ignore_conflicts=True)
        rows = models.Guess.objects.filter(key=key)
        if connection.features.has_select_for_update:
            rows = rows.select_for_update()
        seen = rows.get()
        if seen.until is not None and seen.until > now:
            return seen.until
        failures = 1 if seen.latest < now - FORGOTTEN_AFTER else seen.failures + 1
        rows.update(failures=failures, latest=now, until=now + _wait(failures) if failures >= LIMIT else None)
    return None


def forget(name: str, *, device: str) -> None:
    """Forget the failures: the attempt was right."""
    models.Guess.objects.filter(key=_key(name, device)).delete()


def _wait(failures: int) -> timedelta:
    doublings: int = 2 ** min(failures - LIMIT, 16)
    return min(SHORTEST * doublings, LONGEST)


def _key(name: str, device: str) -> str:
    """Nobody reads from the table who tried to get in as whom."""
    return salted_hmac("remit.store.guesses", f"{name.casefold()}\0{device}", algorithm="sha256").hexdigest()
