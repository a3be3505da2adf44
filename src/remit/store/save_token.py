"""Tokens of the API to rows. Called inside an action's transaction; only `use_token` stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q

from remit.store import models
from remit.store.access import Action
from remit.store.refusal import ChangedMeanwhile, NotThere

__all__ = ["revoke_token", "token", "use_token"]


def token(
    ref: str,
    *,
    username: str,
    digest: str,
    name: str,
    scope: Iterable[Action],
    unit: str,
    created: datetime,
    expires: datetime,
) -> None:
    """Write a new token; NotThere where the account or the unit is unknown."""
    models.ApiToken.objects.create(
        ref=ref,
        account_id=_account(username),
        hash=digest,
        name=name,
        scope=sorted(scope),
        unit_id=_unit(unit) if unit else None,
        created=created,
        expires=expires,
    )


def revoke_token(ref: str, *, now: datetime) -> None:
    """Let a token open nothing any more; ChangedMeanwhile where it was revoked before."""
    if not models.ApiToken.objects.filter(ref=ref, revoked=None).update(revoked=now):
        raise ChangedMeanwhile


def use_token(ref: str, *, day: date) -> None:
    """Write on which day a token was last shown: once a day, so that reading costs no writing."""
    stale = Q(last_used=None) | Q(last_used__lt=day)
    models.ApiToken.objects.filter(stale, ref=ref).update(last_used=day)


def _account(username: str) -> int:
    key = models.Account.objects.filter(username=username).values_list("pk", flat=True).first()
    if key is None:
        raise NotThere(username)
    return key


def _unit(code: str) -> int:
    key = models.Unit.objects.filter(code=code).values_list("pk", flat=True).first()
    if key is None:
        raise NotThere(code)
    return key
