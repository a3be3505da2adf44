"""What a unit's page shows, in few plain statements: the unit, its line, a level below it, its latest records.

As pages are asked for more often than anything else, these do without the cost of building a query each time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from django.db import connection

from remit.core.post import ChangeKind, Unit, UnitChange
from remit.store.access import Stretch
from remit.store.refusal import NotThere
from remit.store.statement import fetch_one

__all__ = ["Latest", "Numbered", "Row", "changes", "latest_records", "level", "line", "named", "row"]


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with its key and stretch; `changed`: it was another on some day; `heads`: there are units below it."""

    key: int
    unit: Unit
    stretch: Stretch
    changed: bool
    heads: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """A unit by code and name, with its stretch."""

    code: str
    name: str
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Latest:
    """A record as a list shows it; `files` counts its evidence."""

    ref: str
    day: date
    title: str
    kind: str
    files: int


def row(code: str) -> Row:
    """Return a unit; one query. NotThere where no unit has the code."""
    found = fetch_one(_ROW, code)
    if found is None:
        raise NotThere(code)
    key, name, kind, tags, since, until, lo, hi, above, changes, below = found
    unit = Unit(
        code=code,
        name=name,
        parent=above or "",
        kind=kind,
        tags=tuple(msgspec.json.decode(tags) if isinstance(tags, str) else tags),
        since=_day(since),
        until=_day(until),
    )
    dated = since is not None or until is not None
    return Row(key, unit, (lo, hi), bool(changes) or dated, bool(below))


_ROW = """
    SELECT unit.id, unit.name, unit.kind, unit.tags, unit.since, unit.until, unit.lo, unit.hi,
           (SELECT above.code FROM store_unit above WHERE above.id = unit.parent_id),
           EXISTS (SELECT 1 FROM store_unitchange told WHERE told.unit_id = unit.id),
           EXISTS (SELECT 1 FROM store_unit below WHERE below.parent_id = unit.id)
    FROM store_unit unit WHERE unit.code = %s
"""


def line(key: int) -> tuple[Numbered, ...]:
    """Return the units above one by its key, the root first; one query."""
    return _numbered(_ABOVE, key)


_ABOVE = """
    WITH RECURSIVE line (id, step) AS (
        SELECT unit.parent_id, 1 FROM store_unit unit WHERE unit.id = %s
        UNION ALL
        SELECT unit.parent_id, line.step + 1 FROM store_unit unit JOIN line ON unit.id = line.id
    )
    SELECT unit.code, unit.name, unit.lo, unit.hi FROM line JOIN store_unit unit ON unit.id = line.id
    ORDER BY line.step DESC
"""


def changes(row: Row) -> tuple[UnitChange, ...]:
    """Return what became of a unit, by day; one query."""
    rows = _rows(_CHANGES, row.key)
    return tuple(
        UnitChange(
            unit=row.unit.code, day=_day(day) or date.min, kind=ChangeKind(kind), before=before, after=after
        )
        for day, kind, before, after in rows
    )


_CHANGES = """
    SELECT told.day, told.kind, told.before, told.after FROM store_unitchange told
    WHERE told.unit_id = %s ORDER BY told.day, told.id
"""


def level(key: int, day: date, *, after: int = -1, limit: int) -> tuple[Numbered, ...]:
    """Return the units directly below one by its key that there are on a day, those after a number, in order.

    One query.
    """
    return _numbered(_LEVEL, key, day, day, after, limit)


_LEVEL = """
    SELECT unit.code, unit.name, unit.lo, unit.hi FROM store_unit unit
    WHERE unit.parent_id = %s AND (unit.since IS NULL OR unit.since <= %s)
      AND (unit.until IS NULL OR unit.until >= %s) AND unit.lo > %s
    ORDER BY unit.lo LIMIT %s
"""


def named(los: Iterable[int]) -> dict[int, Numbered]:
    """Return the units that begin at some numbers, by number; one query."""
    wanted = sorted(set(los))
    if not wanted:
        return {}
    places = ", ".join(["%s"] * len(wanted))
    found = _numbered(_NAMED.format(places=places), *wanted)
    return {one.stretch[0]: one for one in found}


_NAMED = """
    SELECT unit.code, unit.name, unit.lo, unit.hi FROM store_unit unit WHERE unit.hi > 0 AND unit.lo IN ({places})
"""


def latest_records(key: int, *, first: date, last: date, limit: int) -> tuple[Latest, ...]:
    """Return the latest records of a unit by its key between two days, both included, the latest first; one query."""
    rows = _rows(_RECORDS, key, first, last, limit)
    return tuple(
        Latest(ref, _day(day) or last, title, kind, int(files)) for ref, day, title, kind, files in rows
    )


_RECORDS = """
    SELECT record.ref, record.day, record.title, record.kind,
           (SELECT count(*) FROM store_recordevidence shown WHERE shown.record_id = record.id)
    FROM store_record record
    WHERE record.unit_id = %s AND record.current AND record.day >= %s AND record.day <= %s
    ORDER BY record.day DESC, record.id DESC LIMIT %s
"""


def _numbered(statement: str, *values: str | int | date) -> tuple[Numbered, ...]:
    return tuple(Numbered(code, name, (lo, hi)) for code, name, lo, hi in _rows(statement, *values))


def _rows(statement: str, *values: str | int | date) -> list[tuple[Any, ...]]:
    days = connection.vendor == "sqlite"
    given = [value.isoformat() if days and isinstance(value, date) else value for value in values]
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _day(value: Any) -> date | None:
    """SQLite keeps days as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
