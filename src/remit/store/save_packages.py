"""Packages and their sources: values to rows. Called inside an action's transaction and nowhere else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from remit.core.post import Unit
from remit.core.record import split_reference
from remit.core.reorganisation import Reorganisation
from remit.files.package_form import ExcuseLine, FileLine, RecordLine
from remit.store import bulk, models, save

__all__ = [
    "Kept",
    "excuses",
    "files",
    "key",
    "packages",
    "prepare_for_many",
    "records",
    "revoke",
    "sent",
    "show_files",
    "silence",
    "source",
    "units",
]


_CACHE_KIB = 192 * 1024
_CHECKPOINT_PAGES = 16_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A record to be written: its line, under which reference and source, for which unit, and whether it counts."""

    ref: str
    source: str
    unit: int
    line: RecordLine
    counts: bool


def source(code: str, *, installation: str, unit: str, rhythm: str, grace: int, since: date) -> None:
    """Write a source, or what is asked of one that is there."""
    models.PackageSource.objects.update_or_create(
        code=code,
        defaults={
            "installation": installation,
            "unit_id": bulk.keys_of(models.Unit, [unit])[unit],
            "rhythm": rhythm,
            "grace": grace,
            "since": since,
        },
    )


def key(code: str, *, fingerprint: str, public: str) -> None:
    """Write a public key of a source."""
    owner = bulk.keys_of(models.PackageSource, [code])[code]
    models.PackageKey.objects.create(source_id=owner, fingerprint=fingerprint, public=public)


def revoke(fingerprints: Collection[str], *, now: datetime) -> None:
    """Write that keys open nothing new any more."""
    models.PackageKey.objects.filter(fingerprint__in=list(fingerprints), revoked=None).update(revoked=now)


def records(kept: Sequence[Kept], *, here: dict[str, int]) -> dict[str, int]:
    """Write records over those that are `here` (keys by reference), and return the keys of all of them."""
    changed = [here[one.ref] for one in kept if one.ref in here]
    fresh = [one.ref for one in kept if one.ref not in here]
    found = {**here, **dict(zip(fresh, _reserve(len(fresh)), strict=True))}
    bulk.upsert(
        models.Record,
        ("id", "ref", "unit_id", "day", "entered", "kind", "title", "by", "at", "current"),
        (
            (
                found[one.ref],
                one.ref,
                one.unit,
                one.line.day.isoformat(),
                one.line.entered.isoformat(),
                one.line.kind,
                one.line.title,
                one.source,
                _moment(one.line.at),
                one.counts,
            )
            for one in kept
        ),
        unique=["ref"],
        updated=["unit_id", "day", "entered", "kind", "title", "at", "current"],
    )
    for at in range(0, len(changed), 1000):
        some = changed[at : at + 1000]
        models.Meeting.objects.filter(record__in=some).delete()
        models.RecordEvidence.objects.filter(record__in=some).delete()
    bulk.upsert(
        models.Meeting,
        ("record_id", "duty", "window", "kind"),
        _meetings(kept, found),
        unique=["record_id", "duty", "window", "kind"],
        updated=["kind"],
    )
    return found


def _meetings(kept: Iterable[Kept], keys: dict[str, int]) -> Iterable[tuple[Any, ...]]:
    for one in kept:
        key = keys[one.ref]
        for reference in dict.fromkeys(one.line.meets):
            yield (key, *split_reference(reference), "meets")
        for reference in dict.fromkeys(one.line.starts):
            yield (key, *split_reference(reference), "starts")


def silence(keys: Collection[int]) -> None:
    """Write that records count no more; they stay."""
    asked = list(keys)
    for at in range(0, len(asked), 1000):
        models.Record.objects.filter(pk__in=asked[at : at + 1000]).update(current=False)


def files(owner: int, named: Iterable[tuple[str, str]]) -> None:
    """Write that a source sent files, as reference of a record and digest; the files have their rows already."""
    pairs = list(named)
    if pairs:
        rows = models.Evidence.objects.filter(sha256__in={sha for _, sha in pairs})
        keys = dict(rows.values_list("sha256", "pk"))
        models.ReportedFile.objects.bulk_create(
            [models.ReportedFile(source_id=owner, ref=ref, evidence_id=keys[sha]) for ref, sha in pairs],
            ignore_conflicts=True,
        )


def show_files(shown: Iterable[tuple[int, FileLine, int]]) -> None:
    """Write which files records show: the record's key, the file as the record names it, and the file's key."""
    models.RecordEvidence.objects.bulk_create(
        [
            models.RecordEvidence(record_id=record, evidence_id=key, name=one.name)
            for record, one, key in shown
        ],
        ignore_conflicts=True,
    )


def excuses(owner: int, lines: Sequence[tuple[ExcuseLine, int]], *, gone: Collection[int]) -> None:
    """Write the excuses that a source decided, each with its unit's key, and take back those that are `gone`."""
    models.ReportedExcuse.objects.filter(excuse__in=list(gone)).delete()
    models.Excuse.objects.filter(pk__in=list(gone)).delete()
    for line, unit in lines:
        row = models.Excuse.objects.create(
            duty=line.duty,
            unit_id=unit,
            since=line.since,
            until=line.until,
            reason=line.reason,
            decided_by=line.decided_by,
            decided=line.decided,
        )
        models.ReportedExcuse.objects.create(source_id=owner, ref=line.ref, excuse=row)


def units(owner: int, changed: Sequence[Unit]) -> None:
    """Write units that a source named, new or changed, each after its superior, in their places in the tree."""
    for unit in changed:  # one by one: the place of each is found below that of the one before
        save.reorganisation(Reorganisation(units=(unit,)))
    keys = bulk.keys_of(models.Unit, [unit.code for unit in changed])
    models.ReportedUnit.objects.bulk_create(
        [models.ReportedUnit(unit_id=keys[unit.code], source_id=owner) for unit in changed],
        ignore_conflicts=True,
    )


def packages(rows: Iterable[tuple[Any, ...]]) -> None:
    """Write packages that were taken in, in the order of `_PACKAGE`."""
    bulk.upsert(
        models.ReceivedPackage,
        _PACKAGE,
        ((*row[:5], row[5].isoformat(), _moment(row[6]), _moment(row[7]), *row[8:]) for row in rows),
        unique=["source_id", "sequence"],
        updated=["source_id"],
    )


_PACKAGE = (
    "source_id",
    "sequence",
    "digest",
    "previous",
    "full",
    "last",
    "made",
    "received",
    "records",
    "journal_size",
    "journal_root",
    "aside",
    "content",
)


def sent(
    to: str, sequence: int, *, digest: str, unit: str, last: date, made: datetime, content: bytes
) -> None:
    """Write a package that was made here."""
    models.SentPackage.objects.create(
        to=to,
        sequence=sequence,
        digest=digest,
        unit_id=bulk.keys_of(models.Unit, [unit])[unit],
        last=last,
        made=made,
        content=content,
    )


def prepare_for_many() -> None:
    """Let this connection keep more of the database in memory, and write it back less often; as safe as before."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
            cursor.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES}")


def _moment(moment: datetime | None) -> Any:
    return connection.ops.adapt_datetimefield_value(moment) if moment else None


def _reserve(count: int) -> range:
    """Return keys for so many new records. Whoever writes records has the journal, so nobody takes them meanwhile."""
    if not count:
        return range(0)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_TAKE_KEYS, [count - 1])
            last = int(cursor.fetchone()[0])
            return range(last - count + 1, last + 1)
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = 'store_record'")
        found = cursor.fetchone()
        first = (int(found[0]) if found else 0) + 1
    return range(first, first + count)


_TAKE_KEYS = """
    SELECT setval(name, nextval(name) + %s)
    FROM (SELECT pg_get_serial_sequence('store_record', 'id')::regclass AS name) AS sequence
"""
