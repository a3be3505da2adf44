"""Factors, identities and sessions to rows. Called inside an action's transaction; only `see` stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from remit.identity.credential import Credential
from remit.store import models
from remit.store.refusal import ChangedMeanwhile, NotThere

__all__ = [
    "count_passkey",
    "end_links",
    "end_sessions",
    "forget_lapsed",
    "language",
    "link",
    "open_session",
    "passkey",
    "recovery_codes",
    "remove_app",
    "remove_factors",
    "remove_passkey",
    "see",
    "totp",
    "unlink",
    "use_assertion",
    "use_recovery_code",
    "use_step",
]


def totp(username: str, *, sealed: str, step: int, now: datetime) -> None:
    """Write an authenticator app over the one before."""
    models.Totp.objects.update_or_create(
        account_id=_account(username), defaults={"sealed": sealed, "last_step": step, "created": now}
    )


def use_step(username: str, *, step: int) -> None:
    """Use a step of an app up; ChangedMeanwhile where it or a later one was used."""
    if not models.Totp.objects.filter(account__username=username, last_step__lt=step).update(last_step=step):
        raise ChangedMeanwhile


def remove_app(username: str) -> None:
    """Delete an account's app; NotThere where it has none."""
    if not models.Totp.objects.filter(account__username=username).delete()[0]:
        raise NotThere(username)


def passkey(username: str, *, name: str, credential: Credential, now: datetime) -> None:
    """Write a new passkey."""
    models.Passkey.objects.create(
        account_id=_account(username),
        name=name,
        handle=credential.handle,
        credential=credential.data,
        counter=credential.counter,
        created=now,
    )


def count_passkey(known: Credential, *, counter: int, now: datetime) -> None:
    """Write that a passkey was used, over the counter that was seen."""
    rows = models.Passkey.objects.filter(handle=known.handle, counter=known.counter)
    if not rows.update(counter=counter, used=now):
        raise ChangedMeanwhile


def remove_passkey(username: str, *, handle: str) -> None:
    """Delete a passkey of an account; NotThere where it has none of that handle."""
    if not models.Passkey.objects.filter(account__username=username, handle=handle).delete()[0]:
        raise NotThere(handle)


def recovery_codes(username: str, *, digests: Iterable[str]) -> None:
    """Write fresh recovery codes; those before open nothing any more."""
    key = _account(username)
    models.RecoveryCode.objects.filter(account_id=key).delete()
    models.RecoveryCode.objects.bulk_create(models.RecoveryCode(account_id=key, hash=d) for d in digests)


def use_recovery_code(username: str, *, digest: str, now: datetime) -> None:
    """Use a recovery code up; ChangedMeanwhile where there is none, or it was used."""
    rows = models.RecoveryCode.objects.filter(account__username=username, hash=digest, used=None)
    if not rows.update(used=now):
        raise ChangedMeanwhile


def remove_factors(username: str) -> None:
    """Delete every second factor of an account, and its recovery codes."""
    key = _account(username)
    for kind in (models.Totp, models.Passkey, models.RecoveryCode):
        kind.objects.filter(account_id=key).delete()


def link(username: str, *, provider: str, subject: str, now: datetime) -> None:
    """Write under which subject a provider knows an account."""
    models.Identity.objects.create(
        account_id=_account(username), provider=provider, subject=subject, created=now
    )


def unlink(username: str, *, provider: str) -> None:
    """Delete an account's identity at a provider; NotThere where it has none."""
    if not models.Identity.objects.filter(account__username=username, provider=provider).delete()[0]:
        raise NotThere(provider)


def open_session(username: str, *, session: str, way: str, browser: str, now: datetime) -> None:
    """Write that an account has a session open."""
    models.Presence.objects.filter(session=session).delete()
    models.Presence.objects.create(
        account_id=_account(username), session=session, way=way, browser=browser, started=now, seen=now
    )


def end_sessions(username: str, *, only: str = "", but: str = "") -> int:
    """Delete the sessions of an account and return how many there were: all, only one, or all but one."""
    rows = models.Presence.objects.filter(account__username=username)
    rows = rows.filter(session=only) if only else rows.exclude(session=but)
    return _end(rows)


def end_links(username: str, *, now: datetime) -> None:
    """Let no one-time link that was drawn for an account open it any more."""
    models.SignInToken.objects.filter(account__username=username, used=None).update(used=now)


def language(username: str, *, language: str) -> None:
    """Write in which language an account is spoken to."""
    models.Account.objects.filter(username=username).update(language=language)


def forget_lapsed(*, now: datetime, longest: timedelta) -> int:
    """Delete what no longer lets anybody in, and return how many rows: sessions older than `longest`, assertions.

    For the upkeep: it is no action, as nothing changes for anybody.
    """
    old = models.Presence.objects.filter(started__lt=now - longest)
    gone, _ = Session.objects.filter(expire_date__lt=now).delete()
    for rows in (old, models.UsedAssertion.objects.filter(expires__lt=now)):
        gone += rows.delete()[0]
    return gone


def see(session: str, *, now: datetime) -> None:
    """Write when a session was last seen."""
    models.Presence.objects.filter(session=session).update(seen=now)


def use_assertion(digest: str, *, expires: datetime, now: datetime) -> None:
    """Use a provider's assertion up; ChangedMeanwhile where it was used before. Lapsed ones are forgotten."""
    models.UsedAssertion.objects.filter(expires__lt=now).delete()
    _, made = models.UsedAssertion.objects.get_or_create(hash=digest, defaults={"expires": expires})
    if not made:
        raise ChangedMeanwhile


def _end(rows: QuerySet[models.Presence]) -> int:
    keys = list(rows.values_list("session", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    rows.delete()
    return len(keys)


def _account(username: str) -> int:
    key = models.Account.objects.filter(username=username).values_list("pk", flat=True).first()
    if key is None:
        raise NotThere(username)
    return key
