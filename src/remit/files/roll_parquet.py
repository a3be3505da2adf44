"""The roll-up as a folder of Parquet files: what ClickHouse, or anything else that reads columns, counts from.

`records-NNNN` and `units-NNNN` are cut by places in preorder, a shard each; `cells`, `windows` and `classes` are the
small tables that say where a record falls and what is owed; `settled` and `beside` are what a record's day alone does
not decide. `layout.roll` and `about.json` say what a query has to know. Needs pyarrow (the extra `clickhouse`).
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from remit.rollup.columnar import Columnar, Table, beside_rows, settled_rows
from remit.rollup.layout import Classes
from remit.rollup.rebuilding import RecordColumns
from remit.rollup.snapshot import pack, unpack
from remit.rollup.state import State

__all__ = ["Exported", "Shard", "read_folder", "write_folder"]

_GROUP = 1_000_000  # rows


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the tree by places in preorder, from `low` up to `high`."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Exported:
    """A folder that was written: its shards, what a query has to know, and the day for which `beside` holds.

    `empty` are the tables without a row.
    """

    folder: Path
    columnar: Columnar
    shards: tuple[Shard, ...]
    day: date
    empty: frozenset[str] = frozenset()

    def sources(self, shard: int | None = None) -> dict[str, str]:
        """Return the FROM expressions of a shard (None: of all), by the name of the table."""
        part = "*" if shard is None else f"{shard:04}"
        names = {name: name for name in ("cells", "windows", "classes", "settled", "beside")}
        names |= {"records": f"records-{part}", "units": f"units-{part}"}
        return {
            name: f"file('{_quoted(self.folder / file)}.parquet', Parquet)"
            for name, file in names.items()
            if name not in self.empty
        }


def write_folder(
    folder: Path,
    state: State,
    units: Mapping[str, NDArray[Any] | Sequence[str]],
    records: RecordColumns,
    named: Iterable[tuple[int, str]],
    *,
    day: date,
    shards: int,
) -> Exported:
    """Write the columns of a state, of its units (`ends`, and whatever else is given) and of its records.

    `named` are the positions and duties of further records, which name a window. `day` is the one for which excuses and
    windows judged by themselves are told. Units are cut into so many `shards`.
    OSError where that cannot be written.
    """
    count = len(state.classes.of)
    days = int(records.day.max(initial=0)) + 1
    columnar = Columnar.of(state.layout, records.duties, first=records.first, days=days)
    cuts = [count * n // shards for n in range(shards + 1)]
    parts = tuple(Shard(low, high) for low, high in pairwise(cuts))
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "cells": columnar.cells(),
        "windows": columnar.windows(),
        "classes": columnar.classes(),
        "settled": settled_rows(state, {*named, *columnar.undecided(state.classes.of, records)}),
        "beside": beside_rows(state, day),
    }
    for name, table in tables.items():
        _write(folder / f"{name}.parquet", table)
    empty = [name for name in ("settled", "beside") if not len(tables[name]["position"])]
    for number, part in enumerate(parts):
        rows = slice(part.low, part.high)
        place = np.arange(part.low, part.high, dtype=np.uint32)
        told: dict[str, NDArray[Any] | Sequence[str]] = {name: column[rows] for name, column in units.items()}
        told |= {"position": place, "class": state.classes.of[rows].astype(np.uint32)}
        _write(folder / f"units-{number:04}.parquet", told)
        _write(folder / f"records-{number:04}.parquet", _records(state, columnar, records, part))
    bare = State.empty(state.layout, Classes(state.classes.of[:0], state.classes.samples))
    (folder / "layout.roll").write_bytes(b"".join(bytes(part) for part in pack(bare, {}, {})))
    about = {
        "day": day.isoformat(),
        "first": records.first.isoformat(),
        "days": days,
        "duties": records.duties,
        "shards": [(part.low, part.high) for part in parts],
        "empty": empty,
    }
    (folder / "about.json").write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
    return Exported(folder, columnar, parts, day, frozenset(empty))


def read_folder(folder: Path) -> Exported:
    """Return a folder that was written before. OSError where it cannot be read, ValueError where it is none."""
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    layout = unpack(memoryview(bytearray((folder / "layout.roll").read_bytes()))).state.layout
    first = date.fromisoformat(about["first"])
    columnar = Columnar.of(layout, about["duties"], first=first, days=about["days"])
    shards = tuple(Shard(low, high) for low, high in about["shards"])
    return Exported(folder, columnar, shards, date.fromisoformat(about["day"]), frozenset(about["empty"]))


def _records(state: State, columnar: Columnar, records: RecordColumns, part: Shard) -> Table:
    rows = slice(int(records.starts[part.low]), int(records.starts[part.high]))
    sizes = np.diff(records.starts[part.low : part.high + 1])
    position = np.repeat(np.arange(part.low, part.high, dtype=np.uint32), sizes)
    classes = np.repeat(state.classes.of[part.low : part.high], sizes)
    series = columnar.series(classes, records.duty[rows])
    return {"position": position, "series": series, "day": records.day[rows].astype(np.uint16)}


def _write(path: Path, told: Mapping[str, NDArray[Any] | Sequence[str]]) -> None:
    pyarrow: Any = importlib.import_module("pyarrow")  # an optional extra
    parquet: Any = importlib.import_module("pyarrow.parquet")
    columns = {name: pyarrow.array(column) for name, column in told.items()}
    fields = [pyarrow.field(name, column.type, nullable=False) for name, column in columns.items()]
    table = pyarrow.table(columns, schema=pyarrow.schema(fields))
    parquet.write_table(table, path, compression="lz4", row_group_size=_GROUP)


def _quoted(path: Path) -> str:
    return str(path.absolute()).replace("\\", "\\\\").replace("'", "\\'")
