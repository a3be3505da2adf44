"""ClickHouse counts, from exported columns and by shards of the tree, what the engine in memory counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from remit.core.record import split_reference
from remit.files.roll_clickhouse import Engine
from remit.files.roll_parquet import read_folder, write_folder
from remit.rollup.rebuilding import RecordColumns
from remit.rollup.state import sum_subtrees
from tests.rollup.test_state import World, worlds

FIRST = date(2025, 1, 1)


def columns(world: World) -> tuple[RecordColumns, set[tuple[int, str]]]:
    """The records of a world as columns, and what those met that name a window."""
    places = world.directory.tree.positions
    met = [
        (r, *split_reference(one))
        for r in world.records
        if r.day <= world.day
        for one in dict.fromkeys(r.meets)
    ]
    duties = tuple(sorted({duty for _, duty, _ in met}))
    named = {(places[r.unit], duty) for r, duty, window in met if window}
    rows = sorted(
        (places[r.unit], duties.index(duty), (r.day - FIRST).days) for r, duty, window in met if not window
    )
    table = np.array(rows, np.int64).reshape(-1, 3)
    starts = np.searchsorted(table[:, 0], np.arange(len(places) + 1))
    return RecordColumns(duties, FIRST, starts, table[:, 1], table[:, 2]), named


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("columns")


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds())
def test_clickhouse_counts_what_the_engine_in_memory_counts(folder: Path, world: World) -> None:
    state, ends = world.settled(), np.array(world.directory.tree.ends)
    records, named = columns(world)
    shards = min(3, len(ends))
    units = {"ends": ends.astype(np.uint32), "code": list(world.directory.tree.codes)}
    write_folder(folder, state, units, records, named, day=world.day, shards=shards)
    engine = Engine(read_folder(folder), threads=1)
    try:
        wanted = state.count(world.day)
        own = np.concatenate([engine.units(world.day, shard=n) for n in range(shards)], axis=1)
        assert np.array_equal(own, wanted)
        assert np.array_equal(engine.tree(world.day), sum_subtrees(wanted, ends))
        low, high = len(ends) // 2, int(ends[len(ends) // 2])
        node = sum(engine.node(world.day, low, high, shard=n) for n in range(shards))
        assert np.array_equal(node[:, 0], wanted[:, low:high].sum(axis=1))
    finally:
        engine.close()
