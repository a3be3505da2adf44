"""Records, their details, evidence and versions: core values to rows. Called inside an action's transaction alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from remit.core.record import Evidence, Record, split_reference
from remit.store import models, save_register
from remit.store.refusal import ChangedMeanwhile
from remit.store.statement import Named, insert

__all__ = ["correction", "end_record", "evidence", "more_evidence", "record"]


def record(value: Record) -> None:
    """Write a record with what it says, meets and starts and the files it shows, whose rows are there already."""
    key = insert(
        models.Record,
        ref=value.ref,
        unit_id=Named(models.Unit, "code", value.unit),
        day=value.day,
        entered=value.entered,
        kind=value.kind,
        title=value.title,
        by=value.by,
        at=value.at,
        corrects=value.corrects,
    )
    for kind, references in (("meets", value.meets), ("starts", value.starts)):
        for duty, window in map(split_reference, references):
            insert(models.Meeting, record_id=key, duty=duty, window=window, kind=kind)
    for place, one in enumerate(value.details):
        insert(
            models.RecordDetail,
            record_id=key,
            place=place,
            key=one.key,
            text=one.text,
            person=one.person,
            unit=one.unit,
            day=one.day,
            number=one.number,
        )
    save_register.about(key, value.about)
    _show(key, value.evidence)


def evidence(files: Iterable[Evidence]) -> None:
    """Write that files are in the evidence folder; those that have a row keep it, and links have none."""
    rows = [models.Evidence(sha256=e.sha256, size=e.size) for e in files if not e.link]
    if rows:
        models.Evidence.objects.bulk_create(rows, ignore_conflicts=True)


def more_evidence(ref: str, files: Iterable[Evidence]) -> None:
    """Write that a record shows more files, whose rows are there already; ChangedMeanwhile where it counts no more."""
    key = models.Record.objects.filter(ref=ref, current=True).values_list("pk", flat=True).first()
    if key is None:
        raise ChangedMeanwhile
    _show(key, files)


def end_record(ref: str) -> None:
    """Write that a record counts no more; ChangedMeanwhile where that was so before. `correction` says why."""
    if not models.Record.objects.filter(ref=ref, current=True).update(current=False):
        raise ChangedMeanwhile


def correction(ref: str, *, later: str, reason: str, by: str, time: datetime) -> None:
    """Write why a record counts no more, and which one, written already, has taken its place (empty: none)."""
    insert(
        models.RecordCorrection,
        record_id=Named(models.Record, "ref", ref),
        later_id=Named(models.Record, "ref", later) if later else None,
        reason=reason,
        by=by,
        time=time,
    )


def _show(key: int, files: Iterable[Evidence]) -> None:
    for file in files:
        insert(
            models.RecordEvidence,
            record_id=key,
            evidence_id=None if file.link else Named(models.Evidence, "sha256", file.sha256),
            name=file.name,
            link=file.link,
            day=file.day,
            added=file.added,
            until=file.until,
            replaces=file.replaces,
        )
