"""The roll-up by ClickHouse, embedded through chdb: counts of units, nodes and the whole tree from a folder of columns.

A shard counts what is in its part of the tree; counts of shards are put one after another, or added up. Needs chdb (the
extra `clickhouse`); one process can hold one such engine.
"""

from __future__ import annotations

import importlib
from datetime import date
from typing import Any

import numpy as np

from remit.files.roll_parquet import Exported
from remit.rollup.columnar import NAMES, node_query, setup, tree_query, units_query
from remit.rollup.state import Counts

__all__ = ["Engine"]


class Engine:
    """ClickHouse in this process, with the small tables of a folder in its memory."""

    def __init__(self, exported: Exported, *, threads: int = 0) -> None:
        session: Any = importlib.import_module("chdb.session")  # an optional extra
        self._exported = exported
        self._session: Any = session.Session()
        if threads:
            self._session.query(f"SET max_threads = {threads}")
        for statement in setup(exported.columnar, exported.sources()):
            self._session.query(statement)

    def close(self) -> None:
        """Let go of the engine."""
        self._session.close()

    def units(self, day: date, *, shard: int, until: date | None = None) -> Counts:
        """Return the counts by status of the units of a shard, in preorder; `until`: without later records."""
        part = self._exported.shards[shard]
        sql = units_query(
            self._exported.columnar,
            self._exported.sources(shard),
            day,
            low=part.low,
            high=part.high,
            until=until,
        )
        return self._counts(sql + " ORDER BY position", part.high - part.low)

    def node(self, day: date, low: int, high: int, *, shard: int) -> Counts:
        """Return what a shard has of the counts of the units from place `low` up to `high`: a column to be added up."""
        part = self._exported.shards[shard]
        low, high = max(low, part.low), min(high, part.high)
        if low >= high:
            return np.zeros((len(NAMES), 1), np.int32)
        sql = units_query(self._exported.columnar, self._exported.sources(shard), day, low=low, high=high)
        return self._counts(node_query(sql), 1)

    def tree(self, day: date) -> Counts:
        """Return the counts of every unit's whole subtree, by one query over all shards."""
        high = self._exported.shards[-1].high
        sql = units_query(self._exported.columnar, self._exported.sources(), day, low=0, high=high)
        return self._counts(tree_query(sql, low=0), high)

    def _counts(self, sql: str, size: int) -> Counts:
        table: Any = self._session.query(sql, "ArrowTable")
        found = np.array([table.column(name).to_numpy() for name in NAMES]).astype(np.int32)
        return found.reshape(len(NAMES), size)
