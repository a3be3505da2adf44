"""Reading: megabytes of law text a second to full JSON lines, against one naive pass for article numbers.

    python -m bench.read --corpus DIR [--size MB] [--runs N] [--jobs N] [--seed N]

The corpus texts are dealt in random order, each with its numbers as they are, until `--size` is reached, and read
through the command's own path (extract, outline, provisions, JSON lines) in `--jobs` processes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from remit.files.clause_lines import clause_lines
from remit.files.document import read_document

ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇\d]+条")
MEGABYTE = 1_000_000


def read_file(path: Path) -> tuple[int, int]:
    """Clauses and bytes of JSON lines of one file."""
    document = read_document(path)
    lines = list(clause_lines(document.provisions))
    return len(lines), sum(map(len, lines))


def find_articles(path: Path) -> tuple[int, int]:
    """The naive baseline: where articles begin, and nothing else."""
    found = [f'{{"start":{match.start()}}}\n' for match in ARTICLE.finditer(path.read_text(encoding="utf-8"))]
    return len(found), sum(map(len, found))


def deal(corpus: Path, folder: Path, size: int, seed: int) -> list[Path]:
    """Write files of the corpus' texts until they hold `size` bytes."""
    texts = [path.read_bytes() for path in sorted(corpus.glob("*.txt"))]
    order = random.Random(seed)
    files: list[Path] = []
    written = 0
    while written < size:
        data = order.choice(texts)
        path = folder / f"{len(files):05}.txt"
        path.write_bytes(data)
        files.append(path)
        written += len(data)
    return files


def timed(
    work: Callable[[Path], tuple[int, int]], files: list[Path], jobs: int, runs: int
) -> tuple[float, int, int]:
    """Median seconds of the runs, clauses and bytes of output."""
    seconds = []
    found: list[tuple[int, int]] = []
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(work, files[: jobs * 2]))  # the processes are started, the modules loaded
        for _ in range(runs):
            start = time.perf_counter()
            found = list(pool.map(work, files, chunksize=4))
            seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), sum(c for c, _ in found), sum(b for _, b in found)


def main() -> int:
    """Print sizes, seconds, rate, peak memory and the ratio to the baseline as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--size", type=float, default=8.0, help="megabytes of text")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not list(args.corpus.glob("*.txt")):
        sys.stderr.write(f"no .txt files in {args.corpus}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        files = deal(args.corpus, Path(folder), int(args.size * MEGABYTE), args.seed)
        size = sum(path.stat().st_size for path in files)
        seconds, clauses, printed = timed(read_file, files, args.jobs, args.runs)
        naive, articles, _ = timed(find_articles, files, args.jobs, args.runs)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    result = {
        "files": len(files),
        "bytes": size,
        "clauses": clauses,
        "json_bytes": printed,
        "jobs": args.jobs,
        "runs": args.runs,
        "seconds": round(seconds, 4),
        "megabytes_a_second": round(size / MEGABYTE / seconds, 3),
        "clauses_a_second": round(clauses / seconds),
        "peak_rss_bytes": peak,
        "baseline": "article numbers by one regular expression",
        "baseline_articles": articles,
        "baseline_seconds": round(naive, 4),
        "ratio": round(seconds / naive, 2),
    }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
