"""The roll-up as columns and one shape of query over them, for ClickHouse: embedded, on a server, or sharded.

Records are rows of unit (its place in preorder), series (a duty as units of a kind owe it) and day. A query looks up
into which window each falls, joins a unit's windows by bitwise or, and counts bits under the masks of a day. Which
windows are due, overdue or due soon on a day is said by the core, in the masks. A subtree is an interval of places, and
so is what somebody may see: a query names two places and no list of units. Shards are intervals too: counts of units
come from one shard each, those of a node are added up.
"""

# ruff: noqa: S608 - what is put into a query are numbers and names of our own, nothing that anybody gave

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from remit.rollup.beside import STATUSES, Planes
from remit.rollup.layout import Layout
from remit.rollup.rebuilding import RecordColumns, Tables, make_tables
from remit.rollup.state import State, asked_of

__all__ = [
    "NAMES",
    "Columnar",
    "beside_rows",
    "node_query",
    "settled_rows",
    "setup",
    "tree_query",
    "units_query",
]

NAMES = tuple(status.replace("-", "_") for status in STATUSES)
"""The columns of counts in a query's answer, in the order of `STATUSES`."""

Table = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Columnar:
    """What a query needs to know of a layout: `days` from `first` on, `duties` by the number that records have.

    A series is numbered `group * len(duties) + duty`. `depth` is how many windows one record can fall into.
    """

    layout: Layout
    tables: Tables
    duties: tuple[str, ...]
    first: date
    days: int

    @classmethod
    def of(cls, layout: Layout, duties: Sequence[str], *, first: date, days: int) -> Columnar:
        """Return the columns' key for records of some duties, on some days."""
        return cls(layout, make_tables(layout, duties, first=first, days=days), tuple(duties), first, days)

    @property
    def depth(self) -> int:
        """Into how many windows one record can fall."""
        return max(1, len(self.tables.cells))

    @property
    def width(self) -> int:
        """How many columns a row of bits has room for."""
        return self.layout.words * 64

    def series(self, classes: NDArray[np.int32], duty: NDArray[np.integer]) -> NDArray[np.uint32]:
        """Return the series of records by the class of their unit and the number of their duty."""
        found: NDArray[np.uint32] = (
            self.tables.groups[classes].astype(np.int64) * len(self.duties) + duty
        ).astype(np.uint32)
        return found

    def undecided(self, classes: NDArray[np.int32], records: RecordColumns) -> Iterator[tuple[int, str]]:
        """Yield the positions and duties of records that a day alone does not put into a window."""
        if self.tables.hard.any():
            position = np.repeat(np.arange(len(classes)), np.diff(records.starts))
            met = np.flatnonzero(self.tables.hard[self.tables.groups[classes[position]], records.duty])
            pairs = np.unique(np.stack([position[met], records.duty[met].astype(np.int64)]), axis=1)
            yield from ((at, self.duties[duty]) for at, duty in pairs.T.tolist())

    def cells(self) -> Table:
        """Return where records fall: `key` is series times days plus day; each `cell` a column, or 0 for none.

        Counted from 1; the row's width more where the record is in time, twice the width more where the window needs
        several.
        """
        size = len(self.tables.hard) * len(self.duties) * self.days
        many = self.tables.many if len(self.tables.many) else np.zeros(1, np.int64)
        found: dict[str, NDArray[np.generic]] = {"key": np.arange(size, dtype=np.uint64)}
        for place in range(self.depth):
            cell = self.tables.cells[place].reshape(-1) if self.tables.cells else np.full(size, -1)
            several = many[cell % self.width % len(many)] > 0
            told = cell + 1 + np.where(several, 2 * self.width, 0)
            found[f"cell{place}"] = np.where(cell < 0, 0, told).astype(np.uint32)
        used = np.any([found[f"cell{place}"] for place in range(self.depth)], axis=0)
        return {name: array[used] for name, array in found.items()}

    def windows(self) -> Table:
        """Return how many records each column needs."""
        needed = [one.needed for one in self.layout.columns]
        return {"key": np.arange(len(needed), dtype=np.uint64), "needed": np.array(needed, np.uint32)}

    def classes(self) -> Table:
        """Return by class the windows that apply (`a`) and those that nobody answers for (`n`), a word a column."""
        found: dict[str, NDArray[np.generic]] = {"key": np.arange(len(self.layout.applies), dtype=np.uint64)}
        for word in range(self.layout.words):
            found[f"a{word}"] = np.ascontiguousarray(self.layout.applies[:, word])
            found[f"n{word}"] = np.ascontiguousarray(self.layout.unassigned[:, word])
        return found


def beside_rows(state: State, day: date) -> Table:
    """Return what a day's counts by bits are to be changed by: a row for each unit of which something stands beside."""
    planes = Planes(state.layout, state.classes, state.done, state.in_time)
    high = len(state.classes.of)
    positions: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
    changes: list[tuple[NDArray[np.int64], NDArray[np.int64], int]] = []
    for at, rows, more in state.beside.changes(planes, low=0, high=high, today=day.toordinal()):
        positions.append(at)
        changes.append((at, rows, more))
    places = np.unique(np.concatenate(positions))
    counts = np.zeros((len(STATUSES), len(places)), np.int32)
    for at, rows, more in changes:
        np.add.at(counts, (rows, np.searchsorted(places, at)), more)
    return {"position": places.astype(np.uint32), **dict(zip(NAMES, counts, strict=True))}


def settled_rows(state: State, pairs: Iterable[tuple[int, str]]) -> Table:
    """Return the bits of units' duties that a day alone does not decide: a row for each unit."""
    places: dict[str, list[int]] = {}
    for place, column in enumerate(state.layout.columns):
        places.setdefault(column.duty, []).append(place)
    rows: dict[int, NDArray[np.uint64]] = {}
    for position, duty in pairs:
        mask = rows.setdefault(position, np.zeros(state.layout.words, np.uint64))
        for place in places.get(duty, ()):
            mask[place // 64] |= np.uint64(1 << place % 64)
    at = np.array(sorted(rows), np.int64)
    masks = np.array([rows[one] for one in at.tolist()], np.uint64).reshape(len(at), state.layout.words)
    found: dict[str, NDArray[np.generic]] = {"position": at.astype(np.uint32)}
    for word in range(state.layout.words):
        found[f"d{word}"] = state.done[word, at] & masks[:, word]
        found[f"t{word}"] = state.in_time[word, at] & masks[:, word]
    return found


def setup(columnar: Columnar, sources: Mapping[str, str]) -> Iterator[str]:
    """Yield the statements that a server or shard needs once: small tables to look up in.

    `sources` are FROM expressions of `cells`, `windows` and `classes`.
    """
    words = range(columnar.layout.words)
    fields = {
        "cells": [f"cell{place} UInt32" for place in range(columnar.depth)],
        "windows": ["needed UInt32"],
        "classes": [f"{letter}{word} UInt64" for word in words for letter in "an"],
    }
    for name, some in fields.items():
        yield f"CREATE TABLE roll_{name} (key UInt64, {', '.join(some)}) ENGINE = Memory"
        yield f"INSERT INTO roll_{name} SELECT key, {', '.join(one.split()[0] for one in some)} FROM {sources[name]}"
        columns = ", ".join(f"{one} DEFAULT 0" for one in some)
        yield (
            f"CREATE DICTIONARY look_{name} (key UInt64, {columns}) PRIMARY KEY key"
            f" SOURCE(CLICKHOUSE(TABLE 'roll_{name}')) LIFETIME(0) LAYOUT(FLAT(MAX_ARRAY_SIZE 100000000))"
        )


def units_query(
    columnar: Columnar,
    sources: Mapping[str, str],
    day: date,
    *,
    low: int,
    high: int,
    until: date | None = None,
) -> str:
    """Return the query for the counts of each unit from place `low` up to `high` on a day: position, ends, counts.

    `sources` are FROM expressions of `records`, `units`, and where there are any `settled` and `beside`. With `until`,
    records after that day do not count.
    """
    words = range(columnar.layout.words)
    bits = ", ".join(f"{plane}{word}" for plane in "dt" for word in words)
    inside = f"position >= {low} AND position < {high}"
    parts = list(_parts(columnar, sources, inside, until))
    joined = parts[0]
    if len(parts) > 1:
        together = " UNION ALL ".join(f"SELECT position, {bits} FROM ({part})" for part in parts)
        merged = ", ".join(f"groupBitOr({one}) AS {one}" for one in bits.split(", "))
        joined = f"SELECT position, {merged} FROM (SELECT * FROM ({together})) GROUP BY position"
    looked = ", ".join(
        f"dictGet('look_classes', '{letter}{word}', toUInt64(class)) AS {letter}{word}"
        for word in words
        for letter in "an"
    )
    counts = _counts(columnar.layout, day)
    counted = (
        f"SELECT position, ends, {', '.join(f'{sql} AS {name}' for name, sql in counts.items())} FROM"
        f" (SELECT position, ends, {looked}, {bits} FROM (SELECT position, ends, class FROM {sources['units']}"
        f" WHERE {inside}) AS unit ANY LEFT JOIN ({joined}) AS bits USING (position))"
    )
    if "beside" not in sources:
        return counted
    sums = ", ".join(f"counted.{name} + ifNull(beside.{name}, 0) AS {name}" for name in NAMES)
    return (
        f"SELECT position, ends, {sums} FROM ({counted}) AS counted"
        f" ANY LEFT JOIN (SELECT * FROM {sources['beside']} WHERE {inside}) AS beside USING (position)"
    )


def node_query(units: str) -> str:
    """Return the query for what the units of another query count together: one row, to be added up over shards."""
    return f"SELECT {', '.join(f'sum(toInt64({name})) AS {name}' for name in NAMES)} FROM ({units})"


def tree_query(units: str, *, low: int) -> str:
    """Return the query for the counts of whole subtrees, from one for the counts of units from place `low` on.

    A running sum in preorder: a subtree is what has come by its end, less what had come before it.
    """
    sums = ", ".join(f"sum(toInt64({name})) OVER up AS {name}" for name in NAMES)
    run = f"SELECT position, ends, {sums} FROM ({units}) WINDOW up AS (ORDER BY position)"
    taken = ", ".join(f"last.{name} - before.{name} AS {name}" for name in NAMES)
    zero = ", ".join(f"toInt64(0) AS {name}" for name in NAMES)
    names = ", ".join(NAMES)
    start = f"SELECT toInt64({low}) AS place, {zero}"
    shifted = f"SELECT toInt64(position) + 1 AS place, {names} FROM run UNION ALL {start}"
    return (
        f"WITH run AS ({run}), reached AS ({shifted})"
        f" SELECT run.position AS position, {taken} FROM run"
        " INNER JOIN reached AS before ON before.place = toInt64(run.position)"
        " INNER JOIN reached AS last ON last.place = toInt64(run.ends) ORDER BY position"
    )


def _parts(columnar: Columnar, sources: Mapping[str, str], inside: str, until: date | None) -> Iterator[str]:
    """Yield queries for the bits of units: by single records, by several records, and those settled before."""
    width, words = columnar.width, range(columnar.layout.words)
    where = inside if until is None else f"{inside} AND day <= {(until - columnar.first).days}"
    key = f"toUInt64(series) * {columnar.days} + day"
    looked = [f"dictGet('look_cells', 'cell{place}', {key})" for place in range(columnar.depth)]
    cell = looked[0] if columnar.depth == 1 else f"arrayJoin([{', '.join(looked)}])"
    cells = f"SELECT position, {cell} AS cell FROM {sources['records']} WHERE {where}"
    bit = "bitShiftLeft(toUInt64(1), toUInt8((cell - 1) % 64))"
    bits = ", ".join(
        f"groupBitOr(if({_holds('cell', word, plane, width)}, {bit}, toUInt64(0))) AS {plane}{word}"
        for plane in "dt"
        for word in words
    )
    yield f"SELECT position, {bits} FROM ({cells}) WHERE cell > 0 AND cell <= {2 * width} GROUP BY position"
    if columnar.tables.many.any():
        counted = (
            f"SELECT position, (cell - 1) % {width} AS at, count() AS every,"
            f" countIf((cell - 1) % {2 * width} >= {width}) AS timely FROM ({cells})"
            f" WHERE cell > {2 * width} GROUP BY position, at"
        )
        enough = "dictGet('look_windows', 'needed', toUInt64(at))"
        bits = ", ".join(
            f"groupBitOr(if(intDiv(at, 64) = {word} AND {reached} >= {enough},"
            f" bitShiftLeft(toUInt64(1), toUInt8(at % 64)), toUInt64(0))) AS {plane}{word}"
            for plane, reached in (("d", "every"), ("t", "timely"))
            for word in words
        )
        yield f"SELECT position, {bits} FROM ({counted}) GROUP BY position"
    if "settled" in sources:
        names = ", ".join(f"{plane}{word}" for plane in "dt" for word in words)
        yield f"SELECT position, {names} FROM {sources['settled']} WHERE {inside}"


def _holds(cell: str, word: int, plane: str, width: int) -> str:
    """The condition under which a cell sets a bit of a word: in the plane of what is done, or done in time."""
    here = f"intDiv(({cell} - 1) % {width}, 64) = {word}"
    return here if plane == "d" else f"{here} AND {cell} > {width}"


def _counts(layout: Layout, day: date) -> dict[str, str]:
    """Return the expression of each count over a unit's words, for a day."""
    asked = asked_of(layout, day.toordinal())
    words = range(layout.words)
    none = np.zeros(layout.words, np.uint64)

    def bits(what: str, mask: NDArray[np.uint64]) -> str:
        some = [
            f"toInt64(bitCount(bitAnd({what.format(word=word)}, toUInt64({int(mask[word])}))))"
            for word in words
            if mask[word]
        ]
        return " + ".join(some) or "toInt64(0)"

    free = "bitAnd(a{word}, bitNot(d{word}))"
    nobody = "bitAnd(n{word}, bitNot(d{word}))"
    found = dict.fromkeys(NAMES, "toInt64(0)")
    found["met"] = bits("t{word}", asked.this_year)
    found["late"] = f"({bits('d{word}', asked.every)}) - ({bits('t{word}', asked.every)})"
    found["unassigned"] = bits(nobody, np.bitwise_or.reduce([none, *asked.opened.values()]))
    for status, mask in asked.opened.items():
        found[status.replace("-", "_")] = f"({bits(free, mask)}) - ({bits(nobody, mask)})"
    return found
