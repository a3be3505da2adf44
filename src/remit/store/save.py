"""Core values to rows, and the journal. Called inside an action's transaction and nowhere else.

Changes to what somebody has seen are guarded by the version that was seen: no row touched is ChangedMeanwhile, alike
on SQLite and PostgreSQL.
"""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet

from remit.core import regime as core
from remit.core.record import Excuse
from remit.core.workday import WorkCalendar
from remit.store import document, models
from remit.store.refusal import ChangedMeanwhile, NotThere
from remit.store.save_organisation import (
    breakdown_item,
    delegation,
    end_delegation,
    handover,
    organisation,
    organisation_rows,
    placement,
    reorganisation,
    sign_handover,
)
from remit.store.save_records import evidence, record

__all__ = [
    "account",
    "adoption",
    "breakdown_item",
    "calendar",
    "change_account",
    "delegation",
    "draft",
    "end_adoption",
    "end_delegation",
    "evidence",
    "excuse",
    "grant",
    "handover",
    "issue",
    "organisation",
    "organisation_rows",
    "password",
    "placement",
    "record",
    "reorganisation",
    "replace_draft",
    "sign_handover",
    "sign_in_token",
    "use_token",
]


def draft(regime: core.Regime) -> None:
    """Write a new draft edition."""
    text, sha256 = document.encode(regime)
    models.Edition.objects.create(
        regime=regime.id,
        day=regime.edition,
        title=regime.title,
        language=regime.language,
        document=text,
        sha256=sha256,
    )


def replace_draft(regime: core.Regime, *, version: int) -> None:
    """Write another reading of a draft over the version that was seen."""
    text, sha256 = document.encode(regime)
    touched = _seen(core.Edition(regime.id, regime.edition), version).update(
        title=regime.title,
        language=regime.language,
        document=text,
        sha256=sha256,
        version=F("version") + 1,
    )
    if not touched:
        raise ChangedMeanwhile


def issue(name: core.Edition, *, version: int) -> None:
    """Turn the version of a draft that was seen into an issued edition."""
    touched = _seen(name, version).update(state=models.Edition.State.ISSUED, version=F("version") + 1)
    if not touched:
        raise ChangedMeanwhile


def adoption(name: core.Edition, *, unit: str, since: date) -> None:
    """Write an adoption without an end."""
    models.Adoption.objects.create(
        edition_id=_key(models.Edition.objects.filter(regime=name.regime, day=name.day), str(name)),
        regime=name.regime,
        unit_id=_unit(unit),
        since=since,
    )


def end_adoption(regime: str, *, unit: str, since: date, seen: date | None, until: date) -> None:
    """End the adoption of a regime at a unit that began on a day; `seen` is the end it had when it was read."""
    rows = models.Adoption.objects.filter(regime=regime, unit__code=unit, since=since, until=seen)
    if not rows.update(until=until):
        raise ChangedMeanwhile


def excuse(value: Excuse) -> None:
    """Write an excuse."""
    models.Excuse.objects.create(
        duty=value.duty,
        unit_id=_unit(value.unit),
        since=value.since,
        until=value.until,
        reason=value.reason,
        decided_by=value.decided_by,
        decided=value.decided,
    )


def calendar(value: WorkCalendar) -> None:
    """Write the working-day calendar over the one before."""
    text, sha256 = document.encode(value)
    models.Calendar.objects.update_or_create(name="work", defaults={"document": text, "sha256": sha256})


def account(
    *,
    username: str,
    person: str,
    unit: str,
    role: str,
    language: str,
    password: str | None,
    granted_by: str = "",
    granted: datetime | None = None,
) -> None:
    """Write a new account under a fresh pseudonym; without a password it has none that opens it."""
    row = models.Account(
        username=username,
        person=person,
        unit_id=_unit(unit) if unit else None,
        role=role,
        language=language,
        pseudonym=secrets.token_hex(8),
        granted_by=granted_by,
        granted=granted,
    )
    row.set_password(password)
    row.save(force_insert=True)


def grant(username: str, *, unit: str, role: str, by: str, now: datetime) -> None:
    """Write role and unit of an account, and who granted them; every session of it ends."""
    touched = models.Account.objects.filter(username=username).update(
        unit_id=_unit(unit) if unit else None, role=role, granted_by=by, granted=now
    )
    if not touched:
        raise NotThere(username)


def change_account(username: str, *, person: str, unit: str, role: str, active: bool) -> None:
    """Write what an account is for; every session of it ends."""
    touched = models.Account.objects.filter(username=username).update(
        person=person, unit_id=_unit(unit) if unit else None, role=role, is_active=active
    )
    if not touched:
        raise NotThere(username)


def password(username: str, *, password: str) -> None:
    """Write a new password; every session of the account ends."""
    row = models.Account.objects.get(username=username)
    row.set_password(password)
    row.save(update_fields=["password"])


def sign_in_token(digest: str, *, username: str, created: datetime, expires: datetime) -> None:
    """Write the digest of a one-time token."""
    account_key = _key(models.Account.objects.filter(username=username), username)
    models.SignInToken.objects.create(hash=digest, account_id=account_key, created=created, expires=expires)


def use_token(digest: str, *, now: datetime) -> None:
    """Use a one-time token up; ChangedMeanwhile where it is used or expired."""
    touched = models.SignInToken.objects.filter(hash=digest, used=None, expires__gt=now).update(used=now)
    if not touched:
        raise ChangedMeanwhile


def _seen(name: core.Edition, version: int) -> QuerySet[models.Edition]:
    return models.Edition.objects.filter(
        regime=name.regime, day=name.day, version=version, state=models.Edition.State.DRAFT
    )


def _unit(code: str) -> int:
    return _key(models.Unit.objects.filter(code=code), code)


def _key(rows: QuerySet[Any], ref: str) -> int:
    found = rows.values_list("pk", flat=True).first()
    if found is None:
        raise NotThere(ref)
    return int(found)
