"""Guarded questions of those who keep the installation: accounts, grants and the journal, each to one role alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from remit.store import journalling, models
from remit.store.access import Action, Role, Viewer, allowed, require

__all__ = ["AccountKept", "Grant", "accounts", "grants", "journal_end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountKept:
    """An account as whoever keeps its ways in sees it; `kept` is false where these are out of the viewer's reach.

    `waiting` tells that a one-time link lies unused.
    """

    username: str
    person: str
    role: Role
    active: bool
    kept: bool
    waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Role and unit of an account, and who granted them (empty: the console) and when. `own` is the viewer's."""

    username: str
    person: str
    role: Role
    unit: str
    active: bool
    by: str
    granted: datetime | None
    own: bool


def accounts(
    viewer: Viewer, *, text: str = "", first: int = 0, limit: int, now: datetime
) -> tuple[tuple[AccountKept, ...], int]:
    """Return a stretch of the accounts, those with a text in one of their names, and how many; three queries."""
    require(viewer, Action.ACCOUNTS)
    rows = _found(text)
    waiting = set(
        models.SignInToken.objects.filter(used=None, expires__gt=now).values_list(
            "account__username", flat=True
        )
    )
    grants_too = allowed(viewer, Action.GRANT)
    some = tuple(
        AccountKept(
            username=username,
            person=person,
            role=Role(role),
            active=active,
            kept=grants_too or Role(role) not in (Role.AUDITOR, Role.SECURITY_ADMINISTRATOR),
            waiting=username in waiting,
        )
        for username, person, role, active in rows.values_list("username", "person", "role", "is_active")[
            first : first + limit
        ]
    )
    return some, rows.count()


def grants(viewer: Viewer, *, text: str = "", first: int = 0, limit: int) -> tuple[tuple[Grant, ...], int]:
    """Return a stretch of what accounts are granted, by name, and how many there are; three queries."""
    require(viewer, Action.GRANT)
    rows = _found(text)
    fields = ("username", "person", "role", "unit__code", "is_active", "granted_by", "granted", "pseudonym")
    some = list(rows.values_list(*fields)[first : first + limit])
    by = dict(
        models.Account.objects.filter(pseudonym__in={row[5] for row in some}).values_list(
            "pseudonym", "username"
        )
    )
    return tuple(
        Grant(
            username=username,
            person=person,
            role=Role(role),
            unit=unit or "",
            active=active,
            by=by.get(granted_by, ""),
            granted=granted,
            own=pseudonym == viewer.actor or (viewer.named and person == viewer.person),
        )
        for username, person, role, unit, active, granted_by, granted, pseudonym in some
    ), rows.count()


def journal_end(viewer: Viewer) -> tuple[int, str]:
    """Return the number and the leaf hash of the journal's last line (0 and empty: it has none); one query."""
    require(viewer, Action.JOURNAL)
    return journalling.last_leaf()


def _found(text: str) -> QuerySet[models.Account]:
    rows = models.Account.objects.order_by("username")
    said = text.strip()
    return rows.filter(Q(username__icontains=said) | Q(person__icontains=said)) if said else rows
