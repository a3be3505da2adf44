"""Roll-up: counts of every node and status of a large tree, and the same question put to other engines.

    python -m bench.rollup --units N [--duties D] [--runs R] [--seed S] [--naive N] [--shards K] [--engine LIST]

Engines: numpy (always), sqlite, duckdb, clickhouse; all of them by default. SQLite is asked on `--naive` units (by
default 20,000 at most) and scaled to the same size, being linear in the number of records; DuckDB and ClickHouse are
asked at the same size. Answers are compared, and a difference ends the run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench import landscape
from bench.rollup_naive import duckdb_seconds, sqlite_seconds
from remit.core.post import index_organisation
from remit.rollup.laying import classify, lay_out, samples_of
from remit.rollup.rebuilding import RecordColumns, rebuild
from remit.rollup.snapshot import pack
from remit.rollup.state import STATUSES, State, sum_subtrees

DAY = date(landscape.YEAR, 11, 20)
LATER = date(landscape.YEAR, 12, 10)
PAST = date(landscape.YEAR, 6, 30)
ENGINES = ("sqlite", "duckdb", "clickhouse")
_SPARED = 20_000


class Took(NamedTuple):
    """Seconds by the clock, and of the processors, children included: a busy machine lengthens the first only."""

    wall: float
    cpu: float


def timed(work: Callable[[], object], runs: int) -> Took:
    """Medians of some runs."""
    walls, cpus = [], []
    for _ in range(runs):
        start, before = time.perf_counter(), _used()
        work()
        walls.append(time.perf_counter() - start)
        cpus.append(_used() - before)
    return Took(statistics.median(walls), statistics.median(cpus))


def _used() -> float:
    some = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in some)


def repeated(work: Callable[[], object], runs: int, times: int) -> Took:
    """The same of something so short that the processors' clock does not tell: by many at once."""

    def many() -> None:
        for _ in range(times):
            work()

    took = timed(many, runs)
    return Took(took.wall / times, took.cpu / times)


def settle(units: int, duties: int) -> tuple[State, np.ndarray]:
    """The state of the country, with nothing done, and where its subtrees end."""
    directory = index_organisation(landscape.organisation(units))
    adoptions = [landscape.adoption(duties)]
    classes = classify(directory, adoptions)
    layout = lay_out(samples_of(classes, directory), adoptions, landscape.CALENDAR, year=landscape.YEAR)
    return State.empty(layout, classes), np.array(directory.tree.ends)


def ask(state: State, ends: np.ndarray, records: RecordColumns, runs: int) -> dict[str, Took]:
    """How long each question takes; a record's update is not taken back, as it changes no other."""
    county = int(np.argmin(np.abs((ends - np.arange(len(ends))) - min(350, len(ends) // 3))))
    some = range(0, len(ends), max(1, len(ends) // 1000))

    def every_duty() -> None:
        for duty in records.duties:
            sum_subtrees(state.count(DAY, duty=duty), ends)

    def past() -> None:
        then = State.empty(state.layout, state.classes)
        rebuild(then, records, until=PAST)
        sum_subtrees(then.count(PAST), ends)

    def update() -> None:
        for position in some:
            changed.add(position, records.duties[0], DAY.toordinal())

    few = max(1, runs // 3)
    changed = State(state.layout, state.classes, state.done.copy(), state.in_time.copy())
    return {
        "every_node_today": repeated(lambda: sum_subtrees(state.count(DAY), ends), runs, 10),
        "every_node_later_day": repeated(lambda: sum_subtrees(state.count(LATER), ends), runs, 10),
        "every_node_past_day": timed(past, few),
        "root": repeated(lambda: state.count(DAY).sum(axis=1), runs, 10),
        "county": repeated(
            lambda: state.count(DAY, low=county, high=int(ends[county])).sum(axis=1), runs, 1000
        ),
        "every_node_every_duty": timed(every_duty, few),
        "update_of_1000": repeated(update, runs, 20),
    }


def apart(
    folder: Path, state: State, ends: np.ndarray, records: RecordColumns, runs: int
) -> dict[str, float]:
    """What needs processes of its own: a start from a snapshot, and a full rebuild with its memory."""
    arrays = {"los": np.arange(len(ends)), "ends": ends.astype("<i4"), "keys": np.arange(len(ends))}
    start = time.perf_counter()
    with (folder / "state.roll").open("wb") as file:
        file.writelines(pack(state, {"seq": "1"}, arrays))
        file.flush()
        os.fsync(file.fileno())
    written = time.perf_counter() - start
    for name in ("starts", "duty", "day"):
        np.save(folder / f"{name}.npy", getattr(records, name))
    told = {"duties": records.duties, "first": records.first.isoformat()}
    (folder / "records.json").write_text(json.dumps(told))
    cold = [sys.executable, "-m", "bench.rollup_cold", str(folder / "state.roll"), DAY.isoformat()]
    said = json.loads(subprocess.run(cold, check=True, capture_output=True, text=True).stdout)
    same(list(said.values()), state.count(DAY).sum(axis=1), "a process that starts")
    again = [sys.executable, "-m", "bench.rollup_rebuild", str(folder), str(max(1, runs // 2))]
    anew = json.loads(subprocess.run(again, check=True, capture_output=True, text=True).stdout)
    started = timed(lambda: subprocess.run(cold, check=True, capture_output=True), runs)
    return {
        "cold_from_snapshot": started.wall,
        "cold_from_snapshot_cpu": started.cpu,
        "snapshot_written": written,
        "snapshot_bytes": (folder / "state.roll").stat().st_size,
        "full_rebuild": anew["seconds"],
        "full_rebuild_cpu": anew["cpu_seconds"],
        "full_rebuild_peak_rss_bytes": anew["peak_rss_bytes"],
    }


def sqlite(args: argparse.Namespace, folder: Path) -> dict[str, float]:
    """The baseline in SQLite, on fewer units, and what that comes to at the same size."""
    few = args.naive or min(args.units, _SPARED)
    state, ends = settle(few, args.duties)
    records = landscape.records(few, args.duties, seed=args.seed)
    rebuild(state, records)
    seconds, counts = sqlite_seconds(folder, state.layout, ends, records, DAY)
    same([counts[one] for one in STATUSES], state.count(DAY).sum(axis=1), "SQLite")
    return {"units": few, "seconds": seconds, "seconds_scaled": seconds * args.units / few}


def clickhouse(folder: Path, state: State, ends: np.ndarray, args: argparse.Namespace) -> dict[str, float]:
    """ClickHouse in this process, shard by shard and in one query, and in two processes with half the shards each."""
    from remit.files.roll_clickhouse import Engine
    from remit.files.roll_parquet import read_folder

    engine = Engine(read_folder(folder))
    shards, wanted = range(args.shards), state.count(DAY)
    found: list[np.ndarray] = []

    def by_shards() -> None:
        own = np.concatenate([engine.units(DAY, shard=n) for n in shards], axis=1)
        found[:] = [own, sum_subtrees(own, ends)]

    def one_query() -> None:
        found[:] = [engine.tree(DAY)]

    took = timed(by_shards, 2)
    seconds = {"shards": args.shards, "by_shards": took.wall, "by_shards_cpu": took.cpu}
    same(found[0], wanted, "ClickHouse by shards")
    took = timed(one_query, 1)
    seconds |= {"one_query": took.wall, "one_query_cpu": took.cpu}
    same(found[0], sum_subtrees(wanted, ends), "ClickHouse in one query")
    half, high = len(ends) // 2, len(ends)
    start = time.perf_counter()
    node = sum(engine.node(DAY, half, high, shard=n) for n in shards)
    seconds["one_node"] = time.perf_counter() - start
    same(node[:, 0], wanted[:, half:].sum(axis=1), "ClickHouse of one node")
    engine.close()
    start = time.perf_counter()
    same(
        np.concatenate(list(in_processes(folder, args.shards)), axis=1), wanted, "ClickHouse in two processes"
    )
    seconds["two_processes_from_start"] = time.perf_counter() - start
    return seconds


def in_processes(folder: Path, shards: int) -> list[np.ndarray]:
    """The counts of units from two processes, each with half the shards."""
    cuts = [(0, shards // 2), (shards // 2, shards)]
    outs = [folder / f"part-{first}.npy" for first, _ in cuts]
    command = [sys.executable, "-m", "bench.rollup_shards", str(folder), DAY.isoformat()]
    running = [
        subprocess.Popen([*command, str(first), str(last), str(out)])
        for (first, last), out in zip(cuts, outs, strict=True)
    ]
    if any(process.wait() for process in running):
        raise SystemExit("a shard's process failed")
    return [np.load(out) for out in outs]


def same(found: object, wanted: object, who: str) -> None:
    """End the run where another engine answers otherwise."""
    if not np.array_equal(np.asarray(found), np.asarray(wanted)):
        raise SystemExit(f"{who} answers otherwise: {found} for {wanted}")


def main() -> int:
    """Print sizes, seconds, memory and ratios as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--duties", type=int, default=40)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--naive", type=int, default=0)
    parser.add_argument("--shards", type=int, default=16)
    parser.add_argument("--engine", default=",".join(ENGINES))
    args = parser.parse_args()
    asked = set(args.engine.split(","))
    state, ends = settle(args.units, args.duties)
    records = landscape.records(args.units, args.duties, seed=args.seed)
    rebuild(state, records)
    seconds = ask(state, ends, records, args.runs)
    today = seconds["every_node_today"].wall
    result: dict[str, object] = {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        "load": os.getloadavg()[0],
        "units": args.units,
        "duties": args.duties,
        "windows": len(state.layout.columns),
        "records": int(records.starts[-1]),
        "state_bytes": state.size,
        "runs": args.runs,
        "seconds": {name: round(took.wall, 7) for name, took in seconds.items()},
        "cpu_seconds": {name: round(took.cpu, 7) for name, took in seconds.items()},
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        result["apart"] = rounded(apart(folder, state, ends, records, args.runs))
        if asked & {"duckdb", "clickhouse"}:
            result["export_seconds"] = round(
                timed(lambda: export(folder, state, ends, records, args), 1).wall, 2
            )
        if "clickhouse" in asked:
            result["clickhouse"] = rounded(clickhouse(folder, state, ends, args))
        if "duckdb" in asked:
            slow, counts = duckdb_seconds(folder, state.layout, ends, records, DAY)
            same([counts[one] for one in STATUSES], state.count(DAY).sum(axis=1), "DuckDB")
            result["duckdb"] = {"seconds": round(slow, 2), "ratio": round(slow / today, 1)}
        if "sqlite" in asked:
            slow_one = sqlite(args, folder)
            result["sqlite"] = {**rounded(slow_one), "ratio": round(slow_one["seconds_scaled"] / today, 1)}
    result["peak_rss_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


def export(
    folder: Path, state: State, ends: np.ndarray, records: RecordColumns, args: argparse.Namespace
) -> None:
    """Write the columns that DuckDB and ClickHouse read."""
    from remit.files.roll_parquet import write_folder

    units = {"ends": ends.astype(np.uint32)}
    write_folder(folder, state, units, records, (), day=DAY, shards=min(args.shards, args.units))


def rounded(some: dict[str, float]) -> dict[str, float]:
    """The figures with as many places as tell something."""
    return {name: value if isinstance(value, int) else round(value, 4) for name, value in some.items()}


if __name__ == "__main__":
    sys.exit(main())
