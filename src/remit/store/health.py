"""Whether an installation is as it was written: what `remit doctor` and `remit journal verify` look at."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

import msgspec
from django.db import connection

from remit.core.problem import Place, Problem, error, warning
from remit.core.record import Evidence, Excuse, Record
from remit.journal.event import Line
from remit.journal.verification import verify
from remit.store import journalling, load, load_records
from remit.store.evidence import evidence_folder
from remit.store.load_packages import count_reported
from remit.store.refusal import Refused
from remit.store.roll_check import roll_problems

__all__ = [
    "calendar_problems",
    "count_lines",
    "database_problems",
    "evidence_problems",
    "journal_problems",
    "roll_problems",
]

_T = TypeVar("_T")
_NOTICE = timedelta(days=60)
_BATCH = 500
_EVERYWHERE = (0, 2**62)


def journal_problems() -> Iterator[Problem]:
    """Yield what is wrong with the journal, and where a record or excuse is no longer what the journal says of it."""
    yield from verify(journalling.lines())
    yield from _record_problems()
    yield from _excuse_problems()


def count_lines() -> int:
    """Return the number of the journal's last line."""
    return journalling.last_seq()


def evidence_problems() -> Iterator[Problem]:
    """Yield the files that a row names and that are missing or changed."""
    folder = evidence_folder()
    for digest in load.evidence_digests():
        try:
            folder.read(digest)
        except Refused as damaged:
            yield from damaged.problems


def calendar_problems(today: date) -> Iterator[Problem]:
    """Yield a warning where the working-day calendar ends soon, or knows no day."""
    calendar = load.calendar()
    if calendar.last < today + _NOTICE:
        yield warning(
            "calendar-ends",
            "The working-day calendar ends on {last}: limits in working days cannot be told beyond it.",
            "Set a calendar that goes further.",
            last=calendar.last if calendar.first <= calendar.last else "-",
        )


def database_problems() -> Iterator[Problem]:
    """Yield what the database says against itself, and settings under which an acknowledged write could be lost."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT current_setting('synchronous_commit'), current_setting('fsync')")
            found = [f"synchronous_commit={cursor.fetchone()[0]}"]
            safe = found == ["synchronous_commit=on"]
        else:
            cursor.execute("PRAGMA journal_mode")
            mode = cursor.fetchone()[0]
            cursor.execute("PRAGMA synchronous")
            level = cursor.fetchone()[0]
            found, safe = [f"journal_mode={mode}", f"synchronous={level}"], (mode, level) == ("wal", 2)
            cursor.execute("PRAGMA quick_check")
            said = [row[0] for row in cursor.fetchall()]
            if said != ["ok"]:
                yield error(
                    "database-damaged",
                    "The database file is damaged: {fault}.",
                    "Restore a backup.",
                    fault="; ".join(said[:3]),
                )
    if not safe:
        yield error(
            "database-not-durable",
            "With {settings} the database may lose what it has acknowledged.",
            "Use the settings that Remit comes with.",
            settings=", ".join(found),
        )


def _record_problems() -> Iterator[Problem]:
    told, erased = 0, False
    later = _told_later()
    pairs = _told_records()
    while batch := list(islice(pairs, _BATCH)):
        refs = [value.ref for _, value in batch if value]
        there = {r.ref: r for r in load.records_named(refs)}
        gone = load_records.corrections(refs).keys()
        for line, value in batch:
            told += value is not None
            erased = erased or line.payload is None
            if value is not None and not _is_told(there.get(value.ref), value, later, gone=value.ref in gone):
                yield _differs(value.ref, line)
    if load.count_records() - count_reported() > told and not erased:
        yield error(
            "record-unjournalled",
            "There are records of which the journal knows nothing.",
            "Compare the database with a backup, and find out who wrote to it.",
        )


def _told_records() -> Iterator[tuple[Line, Record | None]]:
    """Every record of which the journal tells, with its line; None for a line whose content is gone or unreadable."""
    for line in journalling.lines():
        if line.header.kind in {"recorded", "record-corrected"}:
            values = _told(line, "records", tuple[Record, ...]) or (None,)
            yield from ((line, value) for value in values)


@dataclass(slots=True)
class _Later:
    """What the journal tells of records after they were made: evidence added, versions ended; `erased`: not of all."""

    added: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    erased: bool = False


def _told_later() -> _Later:
    later = _Later()
    for line in journalling.lines():
        if line.header.kind in {"evidence-added", "record-corrected", "record-withdrawn"}:
            ref = _told(line, "record", str) or ""
            later.erased = later.erased or not ref
            if line.header.kind == "evidence-added":
                more = _told(line, "evidence", tuple[Evidence, ...]) or ()
                later.added[ref] = later.added.get(ref, ()) + more
            else:
                later.ended.add(ref)
    return later


def _is_told(there: Record | None, told: Record, later: _Later, *, gone: bool) -> bool:
    """Whether a record is as the journal tells of it, and of what became of it."""
    if there is None or later.erased:
        kept = there and replace(there, evidence=there.evidence[: len(told.evidence)])
        return kept == told
    whole = replace(told, evidence=(*told.evidence, *later.added.get(told.ref, ())))
    return there == whole and gone == (told.ref in later.ended)


def _excuse_problems() -> Iterator[Problem]:
    there = Counter(load.excuses(_EVERYWHERE))
    for line in journalling.lines():
        if line.header.kind == "excused" and line.payload is not None:
            told = _told(line, "excuse", Excuse)
            if told is None or not there[told]:
                yield _differs("excuse", line)
            else:
                there[told] -= 1


def _told(line: Line, name: str, kind: type[_T]) -> _T | None:
    try:
        return msgspec.convert(json.loads(line.payload or "{}").get(name), kind)
    except (ValueError, msgspec.ValidationError):
        return None


def _differs(ref: str, line: Line) -> Problem:
    return error(
        "row-altered",
        "What is stored as {ref} is not what line {seq} of the journal says.",
        "Compare the database with a backup, and find out who wrote to it.",
        at=Place(ref=f"#{line.header.seq}"),
        ref=ref,
        seq=line.header.seq,
    )
