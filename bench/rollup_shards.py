"""Some shards of a folder of columns, counted by ClickHouse in a process of its own: a part of a cluster.

python -m bench.rollup_shards FOLDER DAY FIRST LAST OUT
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import numpy as np

from remit.files.roll_clickhouse import Engine
from remit.files.roll_parquet import read_folder


def main() -> int:
    """Write the counts of the units of shards FIRST up to LAST as an array."""
    folder, day, first, last, out = sys.argv[1:]
    engine = Engine(read_folder(Path(folder)), threads=1)
    shards = range(int(first), int(last))
    np.save(out, np.concatenate([engine.units(date.fromisoformat(day), shard=n) for n in shards], axis=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
