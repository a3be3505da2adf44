"""The ledger of a large unit as a workbook, written row by row, against the same cells held in memory by openpyxl.

    python -m bench.documents --rows N [--duties D] [--runs R] [--seed S]

Standings are those of a fictional county with about three records a duty, judged by the core; each engine works in a
process of its own, so that the peak of its memory is its own. The workbook is read back and its rows are counted.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from bench import landscape
from remit.core.ledger import LedgerRow, ledger_rows
from remit.core.post import Directory, index_organisation
from remit.core.post_naming import PostNames, name_posts
from remit.core.record import Evidence, Record
from remit.core.standing import Standing, standings
from remit.files.ledger_xlsx import LEDGER_COLUMNS, ledger_cells, write_ledger

DAY = date(landscape.YEAR, 11, 20)
WINDOWS = 124 / 40  # a duty and year, see landscape


def main() -> None:
    """Run both engines and print figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--duties", type=int, default=40)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=sorted(ENGINES), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.engine:
        print(json.dumps(measure(args.engine, args.rows, args.duties, args.seed)))
        return
    ours = [child(args, "streamed") for _ in range(args.runs)]
    naive = child(args, "openpyxl")
    seconds = statistics.median(one["write_seconds"] for one in ours)
    peak = max(one["peak_mb"] for one in ours)
    print(
        json.dumps(
            {
                "rows": ours[0]["rows"],
                "columns": len(LEDGER_COLUMNS),
                "file_mb": ours[0]["file_mb"],
                "standings_seconds": round(statistics.median(o["standings_seconds"] for o in ours), 2),
                "seconds": round(seconds, 2),
                "processor_seconds": round(statistics.median(o["processor_seconds"] for o in ours), 2),
                "rows_a_second": round(ours[0]["rows"] / seconds),
                "peak_mb": peak,
                "of_which_before_writing_mb": ours[0]["before_mb"],
                "naive_seconds": round(naive["write_seconds"], 2),
                "naive_processor_seconds": round(naive["processor_seconds"], 2),
                "naive_peak_mb": naive["peak_mb"],
                "ratio_seconds": round(naive["write_seconds"] / seconds, 1),
                "ratio_peak": round(naive["peak_mb"] / peak, 1),
            },
            indent=1,
        )
    )


def child(args: argparse.Namespace, engine: str) -> dict[str, float]:
    """Measure an engine in a process of its own."""
    command = [sys.executable, "-m", "bench.documents", "--engine", engine]
    for name in ("rows", "duties", "seed"):
        command += [f"--{name}", str(getattr(args, name))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def measure(engine: str, rows: int, duties: int, seed: int) -> dict[str, float]:
    """Return the seconds and the memory of one engine."""
    directory = index_organisation(landscape.organisation(max(1, round(rows / (duties * WINDOWS)))))
    adoption = landscape.adoption(duties)
    records = deeds(directory, duties, seed)
    start = time.perf_counter()
    found, _ = standings([adoption], directory, landscape.CALENDAR, records=records, excuses=(), day=DAY)
    judged = time.perf_counter() - start
    before = peak_mb()
    start, busy = time.perf_counter(), time.process_time()
    made = ledger_rows(found[:rows], adoptions=[adoption], directory=directory, records=records)
    data = ENGINES[engine](made, name_posts(directory, "0"))
    written, worked = time.perf_counter() - start, time.process_time() - busy
    peak = peak_mb()
    return {
        "rows": min(len(found), rows),
        "standings_seconds": judged,
        "write_seconds": written,
        "processor_seconds": worked,
        "before_mb": before,
        "peak_mb": peak,
        "file_mb": round(len(data) / 1e6, 1),
        "read_back": check(data, found[:rows]),
    }


def deeds(directory: Directory, duties: int, seed: int) -> list[Record]:
    """About three records a duty and unit, spread over the year, each with a file."""
    chance = random.Random(seed)
    found = []
    for unit in directory.units:
        for number in range(duties):
            for _ in range(chance.choice((2, 3, 4))):
                day = date(landscape.YEAR, 1, 1) + timedelta(days=chance.randrange(320))
                ref = f"R{len(found)}"
                found.append(
                    Record(
                        ref=ref,
                        unit=unit,
                        day=day,
                        entered=day,
                        kind="check",
                        title=f"Check {ref} of the stairs and doors",
                        meets=(f"bench/art-{number + 1}",),
                        evidence=(Evidence(sha256="a" * 64, name=f"photo-{ref}.jpg", size=1),),
                    )
                )
    return found


def streamed(rows: object, names: PostNames) -> bytes:
    """Write row by row."""
    stream = io.BytesIO()
    write_ledger(stream, rows, names, str, unit="Country", period=str(landscape.YEAR), day=DAY)
    return stream.getvalue()


def held(rows: object, names: PostNames) -> bytes:
    """Hold every cell in memory, then write."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    for line in ([""], [""], [""], [column.english for column in LEDGER_COLUMNS]):
        page.append(line)
    for row in rows:
        page.append(list(cells(row, names)))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def cells(row: LedgerRow, names: PostNames) -> list[str]:
    """The same cells that the ledger has."""
    said = ledger_cells(row, names, str)
    return [said[column.name] for column in LEDGER_COLUMNS]


ENGINES: dict[str, Callable[[object, PostNames], bytes]] = {"streamed": streamed, "openpyxl": held}


def check(data: bytes, found: tuple[Standing, ...]) -> int:
    """Read the workbook back; every standing has its row."""
    import python_calamine

    sheet = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0)
    rows = sheet.to_python(skip_empty_area=False)[4:]
    assert [str(row[8]) for row in rows] == [one.occurrence.due.isoformat() for one in found]
    return len(rows)


def peak_mb() -> float:
    """The most memory that this process has had, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


if __name__ == "__main__":
    main()
