"""Guarded questions about records: their versions, the files that a unit has shown, what expires. See `inquiry`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from remit.core.record import Evidence, Record, evidence_key
from remit.store import inquiry, load, load_records
from remit.store.access import Action, Stretch, Viewer, allowed, require
from remit.store.load_records import Correction, Expiring, KeptFile
from remit.store.refusal import NotThere

__all__ = ["RecordSeen", "expiring", "files_of", "item_of_evidence", "record_seen"]

EXPIRY_NOTICE = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSeen:
    """A version of a record, all versions of it in the order they were made, and why those that count no more do not.

    `latest` is the reference of the one that counts, empty where it was withdrawn. `may_correct`: the viewer may.
    """

    record: Record
    versions: tuple[Record, ...]
    ended: dict[str, Correction]
    latest: str
    may_correct: bool

    @property
    def correction(self) -> Correction | None:
        """Why this version counts no more, None where it does."""
        return self.ended.get(self.record.ref)


def record_seen(viewer: Viewer, ref: str) -> RecordSeen:
    """Return a record with what became of it."""
    found = load.record(ref)
    within = _seen(viewer, found.unit)
    versions = load_records.versions(found.origin)
    ended = load_records.corrections(one.ref for one in versions)
    latest = next((one.ref for one in reversed(versions) if one.ref not in ended), "")
    may = latest == ref and allowed(viewer, Action.RECORD, within)
    return RecordSeen(record=found, versions=versions, ended=ended, latest=latest, may_correct=may)


def item_of_evidence(viewer: Viewer, ref: str, sha256: str) -> Evidence:
    """Return the file of a digest that a record shows; NotThere where it shows none."""
    found = inquiry.record(viewer, ref)
    item = next((e for e in found.evidence if not e.link and evidence_key(e) == sha256), None)
    if item is None:
        raise NotThere(f"{ref}/{sha256}")
    return item


def files_of(viewer: Viewer, unit: str) -> tuple[KeptFile, ...]:
    """Return the files that records of a unit have shown, the latest first: to be shown again."""
    require(viewer, Action.RECORD, load.stretch(unit))
    return load_records.files_of(unit)


def expiring(viewer: Viewer, unit: str, today: date, *, subtree: bool = False) -> tuple[Expiring, ...]:
    """Return the evidence of a unit (with `subtree`, of all below too) that has expired or will in 60 days."""
    within = _seen(viewer, unit)
    chosen = within if subtree else (within[0], within[0] + 1)
    return load_records.expiring(chosen, until=today + EXPIRY_NOTICE)


def _seen(viewer: Viewer, code: str) -> Stretch:
    within = load.stretch(code)
    require(viewer, Action.SEE, within)
    return within
