"""The journal's rows, and the requests that were done: written in an action's transaction, and read for checking."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
from django.db import connection

from remit.journal.event import Header, Line, commit, leaf_hash
from remit.store import models
from remit.store.statement import fetch_one, insert

__all__ = [
    "Earlier",
    "do_rows",
    "done",
    "done_before",
    "last_leaf",
    "last_seq",
    "lines",
    "rows_done",
    "take",
    "write",
]

_LIST = "list"  # no account's pseudonym: whoever sends a list, a row of it is taken in once
_JOURNAL_LOCK = (
    0x52454D49  # "REMI": one writer of the journal at a time on PostgreSQL, as IMMEDIATE does on SQLite
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An action done before under a key: the fingerprint of its request, and what it answered."""

    fingerprint: str
    ref: str


def take() -> tuple[int, datetime | None]:
    """Take the journal for this transaction and return the number and time of its last line (0, None: empty)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_JOURNAL_LOCK])
    last = fetch_one("SELECT seq, time FROM store_journalevent ORDER BY seq DESC LIMIT 1")
    return (last[0], _moment(last[1])) if last else (0, None)


def write(
    *, seq: int, time: datetime, actor: str, unit: str, kind: str, payload: Mapping[str, object]
) -> None:
    """Write a line of the journal: header with its leaf hash, payload with its salt."""
    text = msgspec.json.encode(payload, order="sorted").decode()
    salt = secrets.token_hex(32)
    header = Header(seq=seq, time=time, actor=actor, unit=unit, kind=kind, commitment=commit(text, salt=salt))
    insert(
        models.JournalEvent,
        seq=seq,
        time=time,
        actor=actor,
        unit=unit,
        kind=kind,
        commitment=header.commitment,
        leaf=leaf_hash(header),
    )
    insert(models.JournalPayload, event_id=seq, payload=text, salt=salt)


def done(actor: str, key: str, *, action: str, fingerprint: str, ref: str, time: datetime) -> None:
    """Write that an action was done under a key."""
    insert(
        models.IdempotencyKey,
        actor=actor,
        key=key,
        action=action,
        fingerprint=fingerprint,
        ref=ref,
        time=time,
    )


def done_before(actor: str, key: str) -> Earlier | None:
    """Return what an actor did under a key; one query."""
    statement = "SELECT fingerprint, ref FROM store_idempotencykey WHERE actor = %s AND key = %s"
    found = fetch_one(statement, actor, key)
    return Earlier(fingerprint=found[0], ref=found[1]) if found else None


def rows_done(keys: Iterable[str]) -> frozenset[str]:
    """Return those of the keys of rows of a list under which a row was taken in; one query for each thousand."""
    asked = list(keys)
    parts = (asked[i : i + 1000] for i in range(0, len(asked), 1000))
    done = (models.IdempotencyKey.objects.filter(actor=_LIST, key__in=part) for part in parts)
    return frozenset(key for found in done for key in found.values_list("key", flat=True))


def do_rows(refs: Mapping[str, str], *, action: str, time: datetime) -> None:
    """Write that rows of a list were taken in: what was made of each, by the row's key."""
    models.IdempotencyKey.objects.bulk_create(
        models.IdempotencyKey(actor=_LIST, key=key, action=action, fingerprint="", ref=ref, time=time)
        for key, ref in refs.items()
    )


def _moment(stored: datetime) -> datetime:
    """SQLite knows no time zones: what it keeps is in UTC."""
    return stored.replace(tzinfo=UTC) if stored.tzinfo is None else stored


def last_seq() -> int:
    """Return the number of the last line of the journal, 0 where it is empty; one query."""
    return models.JournalEvent.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def last_leaf() -> tuple[int, str]:
    """Return the number and the leaf hash of the last line of the journal (0 and empty: it has none); one query."""
    found = fetch_one("SELECT seq, leaf FROM store_journalevent ORDER BY seq DESC LIMIT 1")
    return (found[0], found[1]) if found else (0, "")


def lines(after: int = 0, limit: int | None = None) -> Iterator[Line]:
    """Yield the lines of the journal after a number in order, without keeping them; one query."""
    rows = models.JournalEvent.objects.filter(seq__gt=after).order_by("seq")
    fields = (
        "seq",
        "time",
        "actor",
        "unit",
        "kind",
        "commitment",
        "leaf",
        "payload__payload",
        "payload__salt",
    )
    for seq, time, who, unit, kind, commitment, leaf, payload, salt in rows.values_list(*fields)[
        :limit
    ].iterator():
        header = Header(seq=seq, time=time, actor=who, unit=unit, kind=kind, commitment=commitment)
        yield Line(header=header, leaf=leaf, payload=payload, salt=salt)
