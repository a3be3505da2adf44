"""Packages and their sources: rows to values, each function with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from remit.files.package_form import AdoptionLine, Content
from remit.files.package_reading import read_content
from remit.store import models
from remit.store.access import Stretch
from remit.store.load_organisation import line, related
from remit.store.package_merge import Stated, cut_parts, stated_by, take_back_aside

__all__ = [
    "Held",
    "Key",
    "Received",
    "Sent",
    "Source",
    "adoption_lines",
    "contents_after",
    "count_reported",
    "duty_editions",
    "excuse_refs",
    "held_of",
    "kept_packages",
    "keys",
    "latest_of",
    "leaves",
    "received",
    "record_refs",
    "records_here",
    "records_of_source",
    "reported_files",
    "sent",
    "sent_content",
    "sent_contents",
    "source",
    "sources",
    "sources_by_key",
    "units_at",
    "units_reported",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A public key of a source by its fingerprint; `revoked` is the moment from which it opens nothing new."""

    fingerprint: str
    public: str
    revoked: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An installation that speaks for a unit, by code and `name`, and all below it.

    It has to send every `rhythm`, within `grace` days.
    """

    code: str
    installation: str
    unit: str
    name: str
    rhythm: str
    grace: int
    since: date
    pk: int
    stretch: Stretch
    unit_pk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What has to be known of a package that is here when another one comes."""

    sequence: int
    digest: str
    previous: str
    full: bool
    journal_size: int
    journal_root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A package that is here, for a list; `aside` are kind, reference and reason of what is not kept of it."""

    source: str
    sequence: int
    digest: str
    last: date
    made: datetime
    received: datetime
    records: int
    aside: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A package that was made here for the installation `to`."""

    to: str
    sequence: int
    digest: str
    unit: str
    last: date
    made: datetime


def sources() -> tuple[Source, ...]:
    """Return every source by its code; one query."""
    rows = models.PackageSource.objects.order_by("code").values_list(*_SOURCE)
    return tuple(_source(row) for row in rows)


def source(code: str) -> Source | None:
    """Return one source, None where there is none of that code; one query."""
    row = models.PackageSource.objects.filter(code=code).values_list(*_SOURCE).first()
    return _source(row) if row else None


def sources_by_key(fingerprints: Collection[str]) -> dict[str, tuple[Source, bool]]:
    """Return whose keys those are, and whether each is still good; one query."""
    rows = models.PackageKey.objects.filter(fingerprint__in=list(fingerprints))
    columns = ("fingerprint", "revoked", *(f"source__{name}" for name in _SOURCE))
    return {row[0]: (_source(row[2:]), row[1] is None) for row in rows.values_list(*columns)}


def keys(code: str = "") -> dict[str, tuple[Key, ...]]:
    """Return the keys of every source, or of one, the oldest first; one query."""
    rows = models.PackageKey.objects.order_by("pk")
    if code:
        rows = rows.filter(source__code=code)
    found: dict[str, tuple[Key, ...]] = {}
    for owner, fingerprint, public, revoked in rows.values_list(
        "source__code", "fingerprint", "public", "revoked"
    ):
        one = Key(fingerprint=fingerprint, public=public, revoked=revoked)
        found[owner] = (*found.get(owner, ()), one)
    return found


def received(codes: Collection[str], *, most: int | None = None) -> tuple[Received, ...]:
    """Return the packages of some sources, the last received first, or the first `most` of them; one query."""
    rows = models.ReceivedPackage.objects.filter(source__code__in=list(codes)).order_by("-received", "-pk")
    columns = ("source__code", "sequence", "digest", "last", "made", "received", "records", "aside")
    return tuple(
        Received(
            source=code,
            sequence=sequence,
            digest=digest,
            last=last,
            made=made,
            received=moment,
            records=records,
            aside=tuple((kind, ref, why) for kind, ref, why in aside),
        )
        for code, sequence, digest, last, made, moment, records, aside in rows.values_list(*columns)[:most]
    )


def latest_of(codes: Collection[str]) -> dict[str, list[tuple[int, date, datetime]]]:
    """Return number, last day told of and moment of arrival of the packages of some sources; one query."""
    rows = models.ReceivedPackage.objects.filter(source__code__in=list(codes)).order_by("sequence")
    found: dict[str, list[tuple[int, date, datetime]]] = {}
    for code, sequence, last, moment in rows.values_list("source__code", "sequence", "last", "received"):
        found.setdefault(code, []).append((sequence, last, moment))
    return found


def held_of(keys: Collection[int]) -> dict[int, dict[int, Held]]:
    """Return the packages that are here by source and number; one query."""
    rows = models.ReceivedPackage.objects.filter(source__in=list(keys))
    columns = ("sequence", "digest", "previous", "full", "journal_size", "journal_root")
    found: dict[int, dict[int, Held]] = {}
    for owner, *values in rows.values_list("source_id", *columns):
        one = Held(**dict(zip(columns, values, strict=True)))
        found.setdefault(owner, {})[one.sequence] = one
    return found


def contents_after(owner: int, sequence: int) -> Iterator[tuple[Stated, Content]]:
    """Yield what the packages of a source say that have higher numbers, in order; one query."""
    rows = models.ReceivedPackage.objects.filter(source=owner, sequence__gt=sequence).order_by("sequence")
    for aside, data in rows.values_list("aside", "content").iterator():
        manifest, _, content = read_content(bytes(data), cut=cut_parts(aside))
        kept = take_back_aside(content, aside)
        yield stated_by(manifest.sequence, kept, full=manifest.full), kept


def units_at(codes: Collection[str]) -> dict[str, tuple[int, Stretch]]:
    """Return key and stretch of those of the units that there are; one query for each thousand."""
    asked = list(codes)
    found: dict[str, tuple[int, Stretch]] = {}
    for at in range(0, len(asked), 1000):
        rows = models.Unit.objects.filter(code__in=asked[at : at + 1000])
        for code, key, lo, hi in rows.values_list("code", "pk", "lo", "hi"):
            found[code] = key, (lo, hi)
    return found


def units_reported(owner: int) -> dict[str, tuple[Any, ...]]:
    """Return the units that are here because a source named them: name, superior, kind, tags and days; one query."""
    rows = models.ReportedUnit.objects.filter(source=owner)
    columns = ("code", "name", "parent__code", "kind", "tags", "since", "until")
    listed = rows.values_list(*(f"unit__{name}" for name in columns))
    return {row[0]: (row[1], row[2], row[3], tuple(row[4]), row[5], row[6]) for row in listed}


def records_here(refs: Sequence[str]) -> dict[str, int]:
    """Return the keys of those of the records that are here; one query for each thousand."""
    found: dict[str, int] = {}
    for at in range(0, len(refs), 1000):
        rows = models.Record.objects.filter(ref__in=refs[at : at + 1000])
        found.update(rows.values_list("ref", "pk"))
    return found


def record_refs(prefix: str) -> tuple[str, ...]:
    """Return the references of the records that begin with a prefix, without it; one query."""
    rows = models.Record.objects.filter(_beginning(prefix))
    return tuple(ref.removeprefix(prefix) for ref in rows.values_list("ref", flat=True))


def count_reported() -> int:
    """Return how many records came in packages; one query."""
    return models.Record.objects.filter(ref__contains=":").count()


def kept_packages(owner: int) -> Iterator[tuple[int, str, tuple[tuple[str, str, str], ...], bytes]]:
    """Yield the packages of a source as kept, in order: number, digest, what is set aside, content; one query."""
    rows = models.ReceivedPackage.objects.filter(source=owner).order_by("sequence")
    for number, digest, aside, data in rows.values_list("sequence", "digest", "aside", "content").iterator():
        yield number, digest, tuple((kind, ref, why) for kind, ref, why in aside), bytes(data)


def records_of_source(prefix: str) -> dict[str, tuple[object, ...]]:
    """Return what is stored of the records whose references begin with a prefix, without it; two queries."""
    chosen = _beginning(prefix)
    meetings: dict[int, dict[str, set[str]]] = {}
    met = models.Meeting.objects.filter(record__in=models.Record.objects.filter(chosen).values("pk"))
    for key, kind, duty, window in met.values_list("record_id", "kind", "duty", "window"):
        named = f"{duty}@{window}" if window else duty
        meetings.setdefault(key, {}).setdefault(kind, set()).add(named)
    columns = ("pk", "ref", "day", "entered", "kind", "title", "current")
    found: dict[str, tuple[object, ...]] = {}
    for key, ref, *facts in models.Record.objects.filter(chosen).values_list(*columns):
        mine = meetings.get(key, {})
        sets = (frozenset(mine.get("meets", ())), frozenset(mine.get("starts", ())))
        found[ref.removeprefix(prefix)] = (*facts, *sets)
    return found


def excuse_refs(owner: int) -> dict[str, int]:
    """Return the excuses that a source decided: the keys of their rows by reference; one query."""
    return dict(models.ReportedExcuse.objects.filter(source=owner).values_list("ref", "excuse_id"))


def reported_files(owner: int, refs: Iterable[str]) -> dict[str, dict[str, int]]:
    """Return the files that a source sent for some of its records: keys by digest, by reference; one query."""
    rows = models.ReportedFile.objects.filter(source=owner, ref__in=list(refs))
    found: dict[str, dict[str, int]] = {}
    for ref, sha, key in rows.values_list("ref", "evidence__sha256", "evidence_id"):
        found.setdefault(ref, {})[sha] = key
    return found


def sent(*, to: str = "") -> tuple[Sent, ...]:
    """Return the packages that were made here, the last first; one query."""
    rows = models.SentPackage.objects.order_by("-made", "-pk")
    if to:
        rows = rows.filter(to=to)
    columns = ("to", "sequence", "digest", "unit__code", "last", "made")
    return tuple(
        Sent(to=to, sequence=sequence, digest=digest, unit=unit, last=last, made=made)
        for to, sequence, digest, unit, last, made in rows.values_list(*columns)
    )


def sent_content(to: str, sequence: int) -> bytes | None:
    """Return a package that was made here, without its files; None where there is none; one query."""
    rows = models.SentPackage.objects.filter(to=to, sequence=sequence)
    data = rows.values_list("content", flat=True).first()
    return None if data is None else bytes(data)


def sent_contents(to: str) -> Iterator[tuple[bool, Content]]:
    """Yield what the packages to an installation said, in order, and whether each was a full one; one query."""
    rows = models.SentPackage.objects.filter(to=to).order_by("sequence").values_list("content", flat=True)
    for data in rows.iterator():
        manifest, _, content = read_content(bytes(data))
        yield manifest.full, content


def adoption_lines(within: Stretch) -> tuple[AdoptionLine, ...]:
    """Return the adoptions that reach a unit in the stretch, with the digests of their editions; three queries."""
    rows = models.Adoption.objects.filter(related(within, line(within), "unit")).order_by(
        "regime", "since", "pk"
    )
    columns = ("regime", "edition__day", "edition__sha256", "unit__code", "since", "until")
    return tuple(
        AdoptionLine(regime=regime, edition=day, sha256=sha, unit=unit, since=since, until=until)
        for regime, day, sha, unit, since, until in rows.values_list(*columns)
    )


def duty_editions(regimes: Collection[str]) -> dict[tuple[str, date], str]:
    """Return the digests of the issued editions of some regimes; one query."""
    rows = models.Edition.objects.filter(regime__in=list(regimes), state=models.Edition.State.ISSUED)
    return {(regime, day): sha for regime, day, sha in rows.values_list("regime", "day", "sha256")}


def leaves() -> Iterator[str]:
    """Yield the leaf hashes of the journal in order, without keeping them; one query."""
    return models.JournalEvent.objects.order_by("seq").values_list("leaf", flat=True).iterator(10_000)


_SOURCE = (
    "code",
    "installation",
    "unit__code",
    "unit__name",
    "rhythm",
    "grace",
    "since",
    "pk",
    "unit__lo",
    "unit__hi",
    "unit_id",
)


def _source(row: Sequence[Any]) -> Source:
    code, installation, unit, name, rhythm, grace, since, key, lo, hi, unit_pk = row
    return Source(
        code=code,
        installation=installation,
        unit=unit,
        name=name,
        rhythm=rhythm,
        grace=grace,
        since=since,
        pk=key,
        stretch=(lo, hi),
        unit_pk=unit_pk,
    )


def _beginning(prefix: str) -> Q:
    """The records whose references begin with a prefix."""
    if connection.vendor == "sqlite":  # its LIKE takes no index
        return Q(ref__gte=prefix, ref__lt=prefix[:-1] + chr(ord(prefix[-1]) + 1))
    return Q(ref__startswith=prefix)
