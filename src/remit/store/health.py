"""Whether an installation is as it was written: what `remit doctor` and `remit journal verify` look at."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

import msgspec
from django.db import connection

from remit.core.problem import Place, Problem, error, warning
from remit.core.record import Excuse, Record
from remit.journal.event import Line
from remit.journal.verification import verify
from remit.rollup.state import STATUSES
from remit.store import inquiry, journalling, load
from remit.store.access import CONSOLE
from remit.store.evidence import evidence_folder
from remit.store.refusal import Refused
from remit.store.roll import roll_on

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
_SAMPLE = 200
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


def roll_problems(today: date) -> Iterator[Problem]:
    """Yield the units whose counts in the roll-up are not those of the core: a sample of them, spread over the tree."""
    roll = roll_on(today)
    places = range(0, len(roll.los), max(1, len(roll.los) // _SAMPLE))
    for place in places:
        lo = int(roll.los[place])
        seen = load.units((lo, lo + 1))[0]
        stand = inquiry.standings(CONSOLE, seen.code, today)
        counted = Counter(one.status for one in stand.standings)
        if roll.own(today, lo) != [counted[status] for status in STATUSES]:
            yield error(
                "roll-differs",
                "The roll-up counts {unit} otherwise than its records do.",
                "Stop and start the processes that serve pages: the roll-up is then made anew. Please report it.",
                at=Place(ref=seen.code),
                unit=seen.name,
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
    pairs = _told_records()
    while batch := list(islice(pairs, _BATCH)):
        there = {r.ref: r for r in load.records_named(value.ref for _, value in batch if value)}
        for line, value in batch:
            told += value is not None
            erased = erased or line.payload is None
            if value is not None and there.get(value.ref) != value:
                yield _differs(value.ref, line)
    if load.count_records() > told and not erased:
        yield error(
            "record-unjournalled",
            "There are records of which the journal knows nothing.",
            "Compare the database with a backup, and find out who wrote to it.",
        )


def _told_records() -> Iterator[tuple[Line, Record | None]]:
    """Every record of which the journal tells, with its line; None for a line whose content is gone or unreadable."""
    for line in journalling.lines():
        if line.header.kind == "recorded":
            values = _told(line, "records", tuple[Record, ...]) or (None,)
            yield from ((line, value) for value in values)


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
