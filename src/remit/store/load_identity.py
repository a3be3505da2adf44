"""Rows of signing in to values: an account's factors, identities elsewhere and open sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from remit.identity import sealing
from remit.identity.credential import Credential
from remit.store import models

__all__ = [
    "Factors",
    "Linked",
    "OpenSession",
    "PasskeyHeld",
    "count_unreadable",
    "credentials",
    "factors",
    "find_linked",
    "find_passkey",
    "granted",
    "is_account",
    "linked",
    "password_is_set",
    "people_of",
    "providers_linked",
    "recovery_code_left",
    "sealing_use",
    "session_key",
    "sessions",
    "totp",
    "unit_name",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyHeld:
    """A passkey as its owner sees it."""

    handle: str
    name: str
    created: datetime
    used: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """The second factors of an account: since when an app, which passkeys, and how many recovery codes are left."""

    app: datetime | None = None
    passkeys: tuple[PasskeyHeld, ...] = ()
    recovery_left: int = 0

    @property
    def any(self) -> bool:
        """Whether the account has a second factor; recovery codes alone are none."""
        return self.app is not None or bool(self.passkeys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Under which subject a provider knows an account."""

    provider: str
    subject: str
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """A session of an account: `key` is what its cookie holds, `ref` a name for it that opens nothing."""

    key: str
    ref: str
    way: str
    browser: str
    started: datetime
    seen: datetime


def factors(username: str) -> Factors:
    """Return the second factors of an account; three queries."""
    app = models.Totp.objects.filter(account__username=username).values_list("created", flat=True).first()
    rows = models.Passkey.objects.filter(account__username=username).order_by("created", "pk")
    left = models.RecoveryCode.objects.filter(account__username=username, used=None).count()
    return Factors(
        app=app,
        passkeys=tuple(
            PasskeyHeld(handle=handle, name=name, created=created, used=used)
            for handle, name, created, used in rows.values_list("handle", "name", "created", "used")
        ),
        recovery_left=left,
    )


def totp(username: str) -> tuple[str, int] | None:
    """Return the secret of an account's app and the last step used; one query.

    None where there is no app, or the installation's secret is no longer the one under which it was sealed.
    """
    row = (
        models.Totp.objects.filter(account__username=username)
        .values_list("sealed", "last_step", "account__pseudonym")
        .first()
    )
    if row is None:
        return None
    sealed, last_step, pseudonym = row
    secret = sealing.unseal(sealed, secret=settings.SECRET_KEY, use=sealing_use(pseudonym))
    return None if secret is None else (secret, last_step)


def count_unreadable() -> int:
    """Return how many apps were sealed under another secret than the installation has; one query."""
    rows = models.Totp.objects.values_list("sealed", "account__pseudonym")
    opened = (
        sealing.unseal(sealed, secret=settings.SECRET_KEY, use=sealing_use(pseudonym))
        for sealed, pseudonym in rows.iterator()
    )
    return sum(secret is None for secret in opened)


def sealing_use(pseudonym: str) -> str:
    """Return for what the secret of an account's app is sealed."""
    return f"totp {pseudonym}"


def credentials(username: str) -> tuple[Credential, ...]:
    """Return the passkeys of an account; one query."""
    rows = models.Passkey.objects.filter(account__username=username).values_list(
        "credential", "handle", "counter"
    )
    return tuple(Credential(data=data, handle=handle, counter=counter) for data, handle, counter in rows)


def find_passkey(handle: str) -> tuple[str, Credential] | None:
    """Return the username of a passkey's open account, and the passkey; one query. None where there is none."""
    row = (
        models.Passkey.objects.filter(handle=handle, account__is_active=True)
        .values_list("account__username", "credential", "counter")
        .first()
    )
    return (row[0], Credential(data=row[1], handle=handle, counter=row[2])) if row else None


def recovery_code_left(username: str, digest: str) -> bool:
    """Return whether an account has a recovery code that was not used; one query."""
    return models.RecoveryCode.objects.filter(account__username=username, hash=digest, used=None).exists()


def find_linked(provider: str, subject: str) -> str | None:
    """Return the username of the account that a provider's subject is linked to; one query."""
    rows = models.Identity.objects.filter(provider=provider, subject=subject)
    return rows.values_list("account__username", flat=True).first()


def is_account(username: str) -> bool:
    """Return whether there is an open account of a name; one query."""
    return models.Account.objects.filter(username=username, is_active=True).exists()


def granted(username: str) -> tuple[str, datetime] | None:
    """Return who granted an account its role, by username (empty: the console), and when; two queries."""
    row = models.Account.objects.filter(username=username).values_list("granted_by", "granted").first()
    if row is None or row[1] is None:
        return None
    by = models.Account.objects.filter(pseudonym=row[0]).values_list("username", flat=True).first()
    return by or "", row[1]


def linked(username: str) -> tuple[Linked, ...]:
    """Return who an account is elsewhere; one query."""
    rows = models.Identity.objects.filter(account__username=username).order_by("provider")
    return tuple(
        Linked(provider=provider, subject=subject, created=created)
        for provider, subject, created in rows.values_list("provider", "subject", "created")
    )


def providers_linked() -> frozenset[str]:
    """Return the providers to which accounts are linked; one query."""
    return frozenset(models.Identity.objects.values_list("provider", flat=True).distinct())


def people_of(provider: str) -> dict[str, tuple[str, bool]]:
    """Return username, and whether the account is open, by the subjects that a provider has linked; one query."""
    rows = models.Identity.objects.filter(provider=provider)
    return {
        subject: (username, active)
        for subject, username, active in rows.values_list(
            "subject", "account__username", "account__is_active"
        )
    }


def sessions(username: str, *, seen_after: datetime, started_after: datetime) -> tuple[OpenSession, ...]:
    """Return the sessions of an account that have not lapsed, the last seen first; one query."""
    rows = models.Presence.objects.filter(
        account__username=username, seen__gt=seen_after, started__gt=started_after
    ).order_by("-seen", "-pk")
    return tuple(
        OpenSession(ref=str(pk), key=key, way=way, browser=browser, started=started, seen=seen)
        for pk, key, way, browser, started, seen in rows.values_list(
            "pk", "session", "way", "browser", "started", "seen"
        )
    )


def password_is_set(username: str) -> bool:
    """Return whether an account has a password that opens it; one query."""
    row = models.Account.objects.filter(username=username).first()
    return row is not None and row.has_usable_password()


def session_key(username: str, ref: str) -> str | None:
    """Return what the cookie of an account's session holds; one query. None where it has no such session."""
    if not ref.isdecimal():
        return None
    rows = models.Presence.objects.filter(account__username=username, pk=int(ref))
    return rows.values_list("session", flat=True).first()


def unit_name(code: str) -> str:
    """Return the name of a unit, empty where there is none; one query."""
    return models.Unit.objects.filter(code=code).values_list("name", flat=True).first() or ""
