"""The roll-up as SQL over records, in SQLite and in DuckDB: the baselines of `bench.rollup`, asked plainly.

Every record is joined to the window it falls into, every window of every unit gets its status, and the counts of a node
are a running sum in preorder.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from remit.rollup.layout import Layout
from remit.rollup.rebuilding import RecordColumns, make_tables
from remit.rollup.state import STATUSES

__all__ = ["duckdb_seconds", "sqlite_seconds"]

Ask = Callable[[str], Any]


def sqlite_seconds(
    folder: Path, layout: Layout, ends: np.ndarray, records: RecordColumns, day: date
) -> tuple[float, dict[str, int]]:
    """Seconds from records to the counts of every node, once all is loaded and indexed; and the root's counts."""
    with sqlite3.connect(folder / "naive.sqlite3") as base:
        _tables(base.execute, layout, ends, records)
        base.execute("CREATE TABLE record (unit INTEGER, duty INTEGER, day INTEGER)")
        owner = np.repeat(np.arange(len(ends)), np.diff(records.starts)).tolist()
        rows = zip(owner, records.duty.tolist(), records.day.tolist(), strict=True)
        base.executemany("INSERT INTO record VALUES (?, ?, ?)", rows)
        base.execute("CREATE INDEX record_unit ON record (unit, duty, day)")
        base.execute("ANALYZE")
        return _asked(base.execute, day)


def duckdb_seconds(
    folder: Path, layout: Layout, ends: np.ndarray, records: RecordColumns, day: date
) -> tuple[float, dict[str, int]]:
    """The same in DuckDB, from the Parquet files that a folder of columns has, loaded into its own table first."""
    import duckdb

    base = duckdb.connect(":memory:", config={"memory_limit": "8GB", "temp_directory": str(folder / "spill")})
    _tables(base.execute, layout, ends, records)
    base.execute(
        f"CREATE TABLE record AS SELECT position AS unit, series AS duty, day FROM '{folder}/records-*.parquet'"
    )
    try:
        return _asked(base.execute, day)
    finally:
        base.close()


def _tables(ask: Ask, layout: Layout, ends: np.ndarray, records: RecordColumns) -> None:
    """Units with their ends, windows with their days, and for each duty and day the window that a record is for."""
    ask("CREATE TABLE unit (place INTEGER PRIMARY KEY, ends INTEGER)")
    ask("CREATE TABLE owed (number INTEGER PRIMARY KEY, opens INTEGER, due INTEGER)")
    ask(
        "CREATE TABLE slot (duty INTEGER, day INTEGER, number INTEGER, timely INTEGER, PRIMARY KEY (duty, day))"
    )
    for first in range(0, len(ends), 100_000):
        some = enumerate(ends[first : first + 100_000].tolist(), start=first)
        ask("INSERT INTO unit VALUES " + ", ".join(f"({at}, {end})" for at, end in some))
    days = int(records.day.max()) + 1
    columns = enumerate(layout.columns)
    ask("INSERT INTO owed VALUES " + ", ".join(f"({n}, {c.opens}, {c.due})" for n, c in columns))
    cells = make_tables(layout, records.duties, first=records.first, days=days).cells[0][0]
    width = layout.words * 64
    slots = [
        f"({duty}, {day}, {cells[duty, day] % width}, {int(cells[duty, day] >= width)})"
        for duty in range(len(records.duties))
        for day in range(days)
        if cells[duty, day] >= 0
    ]
    ask("INSERT INTO slot VALUES " + ", ".join(slots))


def _asked(ask: Ask, day: date) -> tuple[float, dict[str, int]]:
    start = time.perf_counter()
    ask(_DONE)
    ask(_STAND.format(day=day.toordinal()))
    rows = ask(_NODES).fetchall()
    took = time.perf_counter() - start
    counts = dict.fromkeys(STATUSES, 0)
    return took, {**counts, **{status: int(count) for at, status, count in rows if at == 0}}


_DONE = """
    CREATE TEMP TABLE done AS
    SELECT record.unit AS unit, slot.number AS number, max(slot.timely) AS timely
    FROM record JOIN slot ON slot.duty = record.duty AND slot.day = record.day
    GROUP BY record.unit, slot.number
"""
_STAND = """
    CREATE TEMP TABLE own AS
    SELECT unit, status, count(*) AS n FROM (
        SELECT unit.place AS unit,
               CASE WHEN done.timely = 1 THEN 'met' WHEN done.timely = 0 THEN 'late'
                    WHEN owed.due < {day} THEN 'overdue'
                    WHEN owed.opens <= {day} AND owed.due - {day} <= 14 THEN 'due-soon'
                    ELSE 'upcoming' END AS status
        FROM unit CROSS JOIN owed LEFT JOIN done ON done.unit = unit.place AND done.number = owed.number
    ) AS each_one GROUP BY unit, status
"""
_NODES = """
    WITH run AS (
        SELECT place, ends, status, n, sum(n) OVER (PARTITION BY status ORDER BY place) AS total FROM (
            SELECT unit.place AS place, unit.ends AS ends, word.status AS status, coalesce(own.n, 0) AS n
            FROM unit CROSS JOIN (SELECT DISTINCT status FROM own) AS word
            LEFT JOIN own ON own.unit = unit.place AND own.status = word.status
        ) AS filled
    )
    SELECT run.place, run.status, last.total - run.total + run.n
    FROM run JOIN run AS last ON last.place = run.ends - 1 AND last.status = run.status
"""
