"""A full rebuild from columns of records in a process of its own, so that its memory is its own: for `bench.rollup`.

    python -m bench.rollup_rebuild FOLDER RUNS

The folder has a snapshot `state.roll` and the records as arrays.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np

from remit.rollup.rebuilding import RecordColumns, rebuild
from remit.rollup.snapshot import unpack
from remit.rollup.state import State


def main() -> int:
    """Print seconds (median) and peak memory as JSON."""
    folder, runs = Path(sys.argv[1]), int(sys.argv[2])
    kept = unpack(memoryview(bytearray((folder / "state.roll").read_bytes())))
    told = json.loads((folder / "records.json").read_text())
    arrays = {name: np.load(folder / f"{name}.npy") for name in ("starts", "duty", "day")}
    records = RecordColumns(tuple(told["duties"]), date.fromisoformat(told["first"]), **arrays)
    state = State.empty(kept.state.layout, kept.state.classes)
    seconds, cpus = [], []
    for _ in range(runs):
        start, before = time.perf_counter(), time.process_time()
        rebuild(state, records)
        seconds.append(time.perf_counter() - start)
        cpus.append(time.process_time() - before)
    if not np.array_equal(state.done, kept.state.done):
        raise SystemExit("the rebuilt state is another one")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    took = {"seconds": statistics.median(seconds), "cpu_seconds": statistics.median(cpus)}
    sys.stdout.write(json.dumps({**took, "peak_rss_bytes": peak}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
