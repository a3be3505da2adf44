"""A process that starts, reads a snapshot of the roll-up and says how the whole tree stands: what `bench.rollup` times.

python -m bench.rollup_cold FILE DAY
"""

from __future__ import annotations

import json
import mmap
import sys
from datetime import date
from pathlib import Path

from remit.rollup.snapshot import unpack
from remit.rollup.state import STATUSES


def main() -> int:
    """Print the counts by status of the whole tree on a day, as JSON."""
    with Path(sys.argv[1]).open("rb") as file:
        kept = unpack(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)))
    counts = kept.state.count(date.fromisoformat(sys.argv[2])).sum(axis=1)
    sys.stdout.write(json.dumps(dict(zip(STATUSES, counts.tolist(), strict=True))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
