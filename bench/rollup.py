"""Roll-up: counts of every node and status of a large tree, against the same question as SQL over records in SQLite.

    python -m bench.rollup --units N [--duties D] [--runs R] [--seed S] [--naive N]

The naive baseline is asked on `--naive` units (default a hundredth, at least 1,000) and scaled to the same size, being
linear in the number of records; with `--naive` equal to `--units` nothing is scaled.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np

from bench import landscape
from remit.core.post import index_organisation
from remit.rollup.laying import classify, lay_out, samples_of
from remit.rollup.rebuilding import RecordColumns, rebuild
from remit.rollup.state import State, sum_subtrees

DAY = date(landscape.YEAR, 11, 20)
LATER = date(landscape.YEAR, 12, 10)
PAST = date(landscape.YEAR, 6, 30)


def timed(work: Callable[[], object], runs: int) -> float:
    """Median seconds of some runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def settle(units: int, duties: int) -> tuple[State, np.ndarray]:
    """The state of the country, with nothing done, and where its subtrees end."""
    directory = index_organisation(landscape.organisation(units))
    adoptions = [landscape.adoption(duties)]
    classes = classify(directory, adoptions)
    layout = lay_out(samples_of(classes, directory), adoptions, landscape.CALENDAR, year=landscape.YEAR)
    return State.empty(layout, classes), np.array(directory.tree.ends)


def ask(state: State, ends: np.ndarray, records: RecordColumns, runs: int) -> dict[str, float]:
    """Seconds of each question."""
    county = int(np.argmin(np.abs((ends - np.arange(len(ends))) - min(350, len(ends) // 3))))
    duties = records.duties

    def every_duty() -> None:
        for duty in duties:
            sum_subtrees(state.count(DAY, duty=duty), ends)

    def past() -> None:
        then = State.empty(state.layout, state.classes)
        rebuild(then, records, until=PAST)
        sum_subtrees(then.count(PAST), ends)

    def one() -> None:
        for position in range(0, len(ends), max(1, len(ends) // 1000)):
            state.add(position, duties[0], DAY.toordinal())

    changes = len(range(0, len(ends), max(1, len(ends) // 1000)))
    return {
        "rebuild": timed(lambda: rebuild(state, records), max(1, runs // 2)),
        "every_node_today": timed(lambda: sum_subtrees(state.count(DAY), ends), runs),
        "every_node_later_day": timed(lambda: sum_subtrees(state.count(LATER), ends), runs),
        "every_node_past_day": timed(past, max(1, runs // 3)),
        "root": timed(lambda: state.count(DAY).sum(axis=1), runs),
        "county": timed(lambda: state.count(DAY, low=county, high=int(ends[county])).sum(axis=1), runs),
        "every_node_every_duty": timed(every_duty, 1),
        "update": timed(one, runs) / changes,
    }


def naive(units: int, duties: int, seed: int) -> tuple[float, int]:
    """Seconds of the same counts as SQL over records, roll-up included, and the number of records."""
    state, ends = settle(units, duties)
    made = landscape.records(units, duties, seed=seed)
    windows = [(c.duty, c.window, c.opens, c.due) for c in state.layout.columns]
    first = made.first.toordinal()
    with tempfile.TemporaryDirectory() as folder, sqlite3.connect(Path(folder) / "naive.sqlite3") as base:
        base.execute("CREATE TABLE unit (at INTEGER PRIMARY KEY, until INTEGER)")
        base.execute("CREATE TABLE owed (duty TEXT, window TEXT, opens INTEGER, due INTEGER)")
        base.execute("CREATE TABLE record (unit INTEGER, duty TEXT, day INTEGER)")
        base.executemany("INSERT INTO unit VALUES (?, ?)", enumerate(ends.tolist()))
        base.executemany("INSERT INTO owed VALUES (?, ?, ?, ?)", windows)
        owner = np.repeat(np.arange(units), np.diff(made.starts)).tolist()
        rows = zip(owner, made.duty.tolist(), made.day.tolist(), strict=True)
        base.executemany(
            "INSERT INTO record VALUES (?, ?, ?)", ((u, made.duties[d], first + day) for u, d, day in rows)
        )
        base.execute("CREATE INDEX record_unit ON record (duty, unit, day)")
        start = time.perf_counter()
        base.execute(_BY_UNIT, {"day": DAY.toordinal()})
        for _ in base.execute(_BY_NODE):
            pass
        return time.perf_counter() - start, len(owner)


_BY_UNIT = """
    CREATE TEMP TABLE stand AS
    SELECT unit.at AS unit,
           CASE WHEN min(record.day) <= owed.due THEN 'met' WHEN min(record.day) IS NOT NULL THEN 'late'
                WHEN owed.due < :day THEN 'overdue' WHEN owed.opens <= :day AND owed.due - :day <= 14 THEN 'due-soon'
                ELSE 'upcoming' END AS status
    FROM unit CROSS JOIN owed
    LEFT JOIN record ON record.duty = owed.duty AND record.unit = unit.at
         AND record.day >= owed.opens AND record.day <= :day
         AND record.day < coalesce((SELECT min(later.opens) FROM owed later
                                    WHERE later.duty = owed.duty AND later.opens > owed.opens), 9999999)
    GROUP BY unit.at, owed.duty, owed.window
"""
_BY_NODE = """
    WITH own AS (SELECT unit, status, count(*) AS n FROM stand GROUP BY unit, status),
    run AS (SELECT unit, status, sum(n) OVER (PARTITION BY status ORDER BY unit) AS total FROM own)
    SELECT unit.at, run.status, max(run.total) FROM unit JOIN run ON run.unit = unit.at GROUP BY unit.at, run.status
"""


def main() -> int:
    """Print sizes, seconds, rates, memory and the ratio to the baseline as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--duties", type=int, default=40)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--naive", type=int, default=0)
    args = parser.parse_args()
    state, ends = settle(args.units, args.duties)
    records = landscape.records(args.units, args.duties, seed=args.seed)
    seconds = ask(state, ends, records, args.runs)
    few = args.naive or min(args.units, max(1_000, args.units // 100))
    slow, counted = naive(few, args.duties, args.seed)
    scaled = slow * args.units / few
    result = {
        "units": args.units,
        "duties": args.duties,
        "windows": len(state.layout.columns),
        "records": int(records.starts[-1]),
        "state_bytes": state.size,
        "runs": args.runs,
        "seconds": {name: round(value, 7) for name, value in seconds.items()},
        "peak_rss_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "baseline": "the same counts as SQL over records in SQLite",
        "baseline_units": few,
        "baseline_records": counted,
        "baseline_seconds": round(slow, 4),
        "baseline_seconds_scaled": round(scaled, 2),
        "ratio": round(scaled / seconds["every_node_today"], 1),
    }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
