"""Core values to rows, and the journal. Called inside an action's transaction and nowhere else.

Changes to what somebody has seen are guarded by the version that was seen: no row touched is ChangedMeanwhile, alike
on SQLite and PostgreSQL.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet

from remit.core import regime as core
from remit.core.post import Holder, Organisation, Post, Tree
from remit.core.record import Evidence, Excuse, Record, split_reference
from remit.core.workday import WorkCalendar
from remit.journal.event import Header, commit, leaf_hash
from remit.store import document, models
from remit.store.refusal import ChangedMeanwhile, NotThere

__all__ = [
    "account",
    "adoption",
    "calendar",
    "change_account",
    "done",
    "draft",
    "end_adoption",
    "evidence",
    "excuse",
    "issue",
    "journal",
    "last_line",
    "organisation",
    "password",
    "record",
    "replace_draft",
    "sign_in_token",
    "use_token",
]

_JOURNAL_LOCK = 0x52454D49  # "REMI": one writer of the journal at a time on PostgreSQL, as IMMEDIATE does on SQLite


def last_line() -> tuple[int, datetime | None]:
    """Take the journal for this transaction and return the number and time of its last line (0, None: empty)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_JOURNAL_LOCK])
    last = models.JournalEvent.objects.order_by("-seq").values_list("seq", "time").first()
    return last or (0, None)


def journal(*, seq: int, time: datetime, actor: str, unit: str, kind: str, payload: Mapping[str, object]) -> None:
    """Write a line of the journal: header with its leaf hash, payload with its salt."""
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    salt = secrets.token_hex(32)
    header = Header(seq=seq, time=time, actor=actor, unit=unit, kind=kind, commitment=commit(text, salt=salt))
    models.JournalEvent.objects.create(
        seq=seq,
        time=time,
        actor=actor,
        unit=unit,
        kind=kind,
        commitment=header.commitment,
        leaf=leaf_hash(header),
    )
    models.JournalPayload.objects.create(event_id=seq, payload=text, salt=salt)


def done(actor: str, key: str, *, action: str, fingerprint: str, ref: str, time: datetime) -> None:
    """Write that an action was done under a key."""
    models.IdempotencyKey.objects.create(
        actor=actor, key=key, action=action, fingerprint=fingerprint, ref=ref, time=time
    )


def organisation(changed: Organisation, *, order: Tree) -> None:
    """Write the units, posts and holders given, new or changed, and number every unit as `order` has it."""
    units = [models.Unit(code=u.code, name=u.name, kind=u.kind) for u in changed.units]
    models.Unit.objects.bulk_create(
        units, update_conflicts=True, unique_fields=["code"], update_fields=["name", "kind"], batch_size=1000
    )
    _number(order)
    if changed.posts:
        _post(changed.posts)
    if changed.holders:
        _hold(changed.holders)


def _post(posts: Iterable[Post]) -> None:
    keys = dict(models.Unit.objects.values_list("code", "pk"))
    rows = [
        models.Post(
            code=p.code, unit_id=keys[p.unit], title=p.title, degree=p.degree.value, portfolio=list(p.portfolio)
        )
        for p in posts
    ]
    models.Post.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["unit", "title", "degree", "portfolio"],
        batch_size=1000,
    )


def _hold(holders: Iterable[Holder]) -> None:
    posts = dict(models.Post.objects.values_list("code", "pk"))
    models.Holder.objects.bulk_create(
        [
            models.Holder(post_id=posts[h.post], person=h.person, since=h.since, until=h.until)
            for h in holders
        ],
        update_conflicts=True,
        unique_fields=["post", "person", "since"],
        update_fields=["until"],
        batch_size=1000,
    )


def _number(order: Tree) -> None:
    """Write parent and interval of the units whose place in the tree has changed."""
    rows = {u.code: u for u in models.Unit.objects.only("code", "parent_id", "lo", "hi")}
    moved = []
    for position, code in enumerate(order.codes):
        row, above = rows[code], order.parents[position]
        parent = rows[order.codes[above]].pk if above >= 0 else None
        if (row.parent_id, row.lo, row.hi) != (parent, position, order.ends[position]):
            row.parent_id, row.lo, row.hi = parent, position, order.ends[position]
            moved.append(row)
    models.Unit.objects.bulk_update(moved, ["parent", "lo", "hi"], batch_size=200)


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


def record(value: Record) -> None:
    """Write a record with what it meets and starts and the files it shows, whose rows are there already."""
    row = models.Record.objects.create(
        ref=value.ref,
        unit_id=_unit(value.unit),
        day=value.day,
        entered=value.entered,
        kind=value.kind,
        title=value.title,
        by=value.by,
    )
    kinds = ((models.Meeting.Kind.MEETS, value.meets), (models.Meeting.Kind.STARTS, value.starts))
    models.Meeting.objects.bulk_create(
        models.Meeting(record=row, duty=duty, window=window, kind=kind)
        for kind, references in kinds
        for duty, window in map(split_reference, references)
    )
    if value.evidence:
        keys = dict(
            models.Evidence.objects.filter(sha256__in=[e.sha256 for e in value.evidence]).values_list("sha256", "pk")
        )
        models.RecordEvidence.objects.bulk_create(
            models.RecordEvidence(record=row, evidence_id=keys[e.sha256], name=e.name) for e in value.evidence
        )


def evidence(files: Iterable[Evidence]) -> None:
    """Write that files are in the evidence folder; those that have a row keep it."""
    models.Evidence.objects.bulk_create(
        (models.Evidence(sha256=e.sha256, size=e.size) for e in files), ignore_conflicts=True
    )


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
    *, username: str, person: str, unit: str, role: str, language: str, password: str | None
) -> None:
    """Write a new account under a fresh pseudonym; without a password it has none that opens it."""
    row = models.Account(
        username=username,
        person=person,
        unit_id=_unit(unit) if unit else None,
        role=role,
        language=language,
        pseudonym=secrets.token_hex(8),
    )
    row.set_password(password)
    row.save(force_insert=True)


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
