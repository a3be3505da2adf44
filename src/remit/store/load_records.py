"""Records, their details, evidence and versions: rows to core values, each function with a fixed number of queries.

What standings count are current versions: a record that was corrected or withdrawn is found by its reference alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from remit.core.record import Detail, Evidence, Record
from remit.store import load_register, models
from remit.store.access import Stretch
from remit.store.load_organisation import inside
from remit.store.refusal import NotThere

__all__ = [
    "CURRENT",
    "Correction",
    "Expiring",
    "KeptFile",
    "corrections",
    "count_records",
    "evidence_digests",
    "evidence_kept",
    "expiring",
    "files_of",
    "record",
    "records",
    "records_named",
    "records_of",
    "versions",
]

CURRENT = Q(current=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """That a record counts no more: why, who said so and when; `later` is what took its place (empty: withdrawn)."""

    record: str
    later: str
    reason: str
    by: str
    time: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file that a unit has shown before, under the name it had last, and the day it was shown of."""

    sha256: str
    name: str
    size: int
    day: date
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiring:
    """Evidence of a record that is good only until a day."""

    record: str
    unit: str
    title: str
    name: str
    key: str
    until: date


def records(
    within: Stretch, first: date | None = None, last: date | None = None, *, bare: bool = False
) -> tuple[Record, ...]:
    """Return the records of the units in the stretch between two days, both included, in order; five queries.

    `bare`: without what standings do not ask for, which is evidence, details and what they are about; two queries.
    """
    chosen = CURRENT & inside(within, "unit__")
    if first is not None:
        chosen &= Q(day__gte=first)
    if last is not None:
        chosen &= Q(day__lte=last)
    return _records(chosen, bare=bare)


def record(ref: str) -> Record:
    """Return one record, whether it counts or not; five queries. NotThere where it is unknown."""
    found = _records(Q(ref=ref))
    if not found:
        raise NotThere(ref)
    return found[0]


def records_named(refs: Iterable[str]) -> tuple[Record, ...]:
    """Return those of the records that there are, whether they count or not; five queries."""
    return _records(Q(ref__in=list(refs)))


def records_of(units: Iterable[str], *, last: date | None = None) -> tuple[Record, ...]:
    """Return the records of some units up to a day, in order; five queries."""
    chosen = CURRENT & Q(unit__code__in=list(units))
    return _records(chosen if last is None else chosen & Q(day__lte=last))


def versions(origin: str) -> tuple[Record, ...]:
    """Return every version of a record by the reference of the first one, in the order they were made; six queries."""
    rows = models.Record.objects.filter(Q(ref=origin) | Q(corrects=origin)).order_by("pk")
    order = {ref: place for place, ref in enumerate(rows.values_list("ref", flat=True))}
    return tuple(sorted(records_named(order), key=lambda one: order[one.ref]))


def corrections(refs: Iterable[str]) -> dict[str, Correction]:
    """Return what ended those of the records that count no more, by reference; one query."""
    rows = models.RecordCorrection.objects.filter(record__ref__in=list(refs))
    return {
        ref: Correction(record=ref, later=later or "", reason=reason, by=by, time=timezone.localtime(time))
        for ref, later, reason, by, time in rows.values_list(
            "record__ref", "later__ref", "reason", "by", "time"
        )
    }


def count_records() -> int:
    """Return how many records there are, those that count no more included; one query."""
    return models.Record.objects.count()


def evidence_digests() -> Iterator[str]:
    """Yield the digest of every file that has a row; one query."""
    return models.Evidence.objects.order_by("pk").values_list("sha256", flat=True).iterator()


def evidence_kept(digests: Collection[str]) -> frozenset[str]:
    """Return those of the digests that have a row; one query for each thousand."""
    asked = list(digests)
    parts = (asked[i : i + 1000] for i in range(0, len(asked), 1000))
    rows = (models.Evidence.objects.filter(sha256__in=p).values_list("sha256", flat=True) for p in parts)
    return frozenset(sha for found in rows for sha in found)


def files_of(unit: str, *, digests: Collection[str] | None = None, most: int = 60) -> tuple[KeptFile, ...]:
    """Return the files that records of a unit show, the latest first; or those of some digests; one query."""
    rows = models.RecordEvidence.objects.filter(record__unit__code=unit, evidence__isnull=False)
    if digests is not None:
        rows = rows.filter(evidence__sha256__in=list(digests))
    found: dict[str, KeptFile] = {}
    fields = ("evidence__sha256", "name", "evidence__size", "record__day", "record__ref")
    for sha256, name, size, day, ref in rows.order_by("-record__day", "-pk").values_list(*fields)[: 4 * most]:
        one = KeptFile(sha256=sha256, name=name, size=size, day=day, record=ref)
        found.setdefault(sha256, one)
    return tuple(found.values())[:most]


def expiring(within: Stretch, *, until: date, most: int = 200) -> tuple[Expiring, ...]:
    """Return the evidence of a stretch that is good only until a day or less, the first to expire first; two queries.

    What a newer version has replaced is not asked for any more.
    """
    rows = models.RecordEvidence.objects.filter(
        inside(within, "record__unit__"), record__current=True, until__lte=until
    )
    fields = (
        "record__ref",
        "record__unit__code",
        "record__title",
        "name",
        "evidence__sha256",
        "link",
        "until",
    )
    found = list(rows.order_by("until", "pk").values_list(*fields)[:most])
    newer = models.RecordEvidence.objects.filter(record__ref__in=[row[0] for row in found]).exclude(
        replaces=""
    )
    replaced = set(newer.values_list("record__ref", "replaces"))
    return tuple(
        Expiring(record=ref, unit=unit, title=title, name=name, key=link or sha256, until=day)
        for ref, unit, title, name, sha256, link, day in found
        if (ref, link or sha256) not in replaced
    )


def _records(chosen: Q, *, bare: bool = False) -> tuple[Record, ...]:
    rows = models.Record.objects.filter(chosen).order_by("day", "pk")
    fields = ("pk", "ref", "unit__code", "day", "entered", "kind", "title", "by", "at", "corrects")
    found = list(rows.values_list(*fields))
    keys = rows.order_by().values("pk")
    meetings = _by_record(models.Meeting.objects.filter(record__in=keys), "kind", "duty", "window")
    files: _Rows = {}
    details: _Rows = {}
    about: dict[int, tuple[str, ...]] = {}
    if not bare:
        files = _by_record(models.RecordEvidence.objects.filter(record__in=keys), *_EVIDENCE)
        details = _by_record(models.RecordDetail.objects.filter(record__in=keys), *_DETAIL)
        about = load_register.abouts(rows)
    return tuple(
        Record(
            ref=ref,
            unit=unit,
            day=day,
            entered=entered,
            kind=kind,
            title=title,
            by=by,
            meets=_duties(meetings.get(pk, ()), models.Meeting.Kind.MEETS),
            starts=_duties(meetings.get(pk, ()), models.Meeting.Kind.STARTS),
            evidence=tuple(_evidence(row) for row in files.get(pk, ())),
            at=timezone.localtime(at) if at else None,
            about=about.get(pk, ()),
            details=tuple(_detail(row) for row in details.get(pk, ())),
            corrects=corrects,
        )
        for pk, ref, unit, day, entered, kind, title, by, at, corrects in found
    )


_Rows = dict[int, list[tuple[Any, ...]]]
_DETAIL = ("key", "text", "person", "unit", "day", "number")
_EVIDENCE = ("evidence__sha256", "name", "evidence__size", "link", "day", "added", "until", "replaces")


def _evidence(row: tuple[Any, ...]) -> Evidence:
    sha256, name, size, link, day, added, until, replaces = row
    return Evidence(
        sha256=sha256 or "",
        name=name,
        size=size or 0,
        link=link,
        day=day,
        added=added,
        until=until,
        replaces=replaces,
    )


def _detail(row: tuple[Any, ...]) -> Detail:
    key, text, person, unit, day, number = row
    return Detail(key=key, text=text, person=person, unit=unit, day=day, number=number)


def _by_record(rows: QuerySet[Any], *fields: str) -> dict[int, list[tuple[Any, ...]]]:
    """Rows by their record, in the order they were written: details by their place, which is the same."""
    grouped: dict[int, list[tuple[Any, ...]]] = {}
    for record_id, *rest in rows.order_by("pk").values_list("record_id", *fields):
        grouped.setdefault(record_id, []).append(tuple(rest))
    return grouped


def _duties(meetings: Iterable[tuple[Any, ...]], kind: str) -> tuple[str, ...]:
    return tuple(f"{duty}@{window}" if window else duty for found, duty, window in meetings if found == kind)
