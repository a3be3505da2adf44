"""Tokens of the API: rows to values, and the one way in by a token."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

from django.db.models import Q

from remit.store import load, models
from remit.store.access import Action, Viewer, narrow
from remit.store.refusal import NotThere

__all__ = ["Token", "digest", "open_token", "token", "tokens"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A program's way in: for which actions, at and below which unit (empty: wherever its owner may), until when.

    `used` is the day on which it was last shown, ISO 8601, empty where it never was.
    """

    ref: str
    username: str
    name: str
    scope: tuple[Action, ...]
    unit: str
    created: datetime
    expires: datetime
    revoked: datetime | None = None
    used: str = ""


def digest(secret: str) -> str:
    """Return the SHA-256 of a token's secret, hexadecimal: all that is kept of it."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def token(ref: str) -> Token:
    """Return one token; one query. NotThere where it is unknown."""
    found = _tokens(Q(ref=ref))
    if not found:
        raise NotThere(ref)
    return found[0][1]


def tokens(username: str = "") -> tuple[Token, ...]:
    """Return the tokens of an account, or all, the latest first; one query."""
    return tuple(one for _, one in _tokens(Q(account__username=username) if username else Q()))


def open_token(secret: str, *, now: datetime) -> tuple[Token, Viewer]:
    """Return the token of a secret and whom the rules of access see in it; at most five queries.

    The owner as of today, with no more actions than the token is for and no unit outside its stretch. NotThere, always
    without a reference, where it is unknown, expired or revoked, or its account or unit is gone. What is looked up is a
    digest, which tells by its timing nothing of the secret.
    """
    wanted = digest(secret)
    for held, found in _tokens(Q(hash=wanted)):
        if compare_digest(held, wanted) and found.revoked is None and now < found.expires:
            return found, _viewer(found, now)
    raise NotThere("")


def _viewer(found: Token, now: datetime) -> Viewer:
    try:
        owner = load.viewer(found.username, now.date())
        return narrow(owner, found.scope, load.stretch(found.unit) if found.unit else None)
    except NotThere:
        raise NotThere("") from None


def _tokens(chosen: Q) -> list[tuple[str, Token]]:
    rows = models.ApiToken.objects.filter(chosen).order_by("-created", "-pk")
    return [
        (
            held,
            Token(
                ref=ref,
                username=username,
                name=name,
                scope=tuple(Action(one) for one in scope),
                unit=unit or "",
                created=created,
                expires=expires,
                revoked=revoked,
                used=used.isoformat() if used else "",
            ),
        )
        for held, ref, username, name, scope, unit, created, expires, revoked, used in rows.values_list(
            "hash",
            "ref",
            "account__username",
            "name",
            "scope",
            "unit__code",
            "created",
            "expires",
            "revoked",
            "last_used",
        )
    ]
