"""Imports: an organisation from an Excel workbook into an empty installation, against rows created one by one.

    python -m bench.imports --units N [--naive N] [--runs R] [--keep FILE]

Each unit has three posts, each post a holder. The naive baseline reads the same cells with openpyxl and creates the
same rows with Django's `objects.create`, each unit looked up by its code, for `--naive` units (default a hundredth,
at least 500); it is scaled to the same size, being linear in the number of rows.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import django
import openpyxl
import xlsxwriter

from bench import landscape

__all__ = ["main"]

_TITLES = (("局长", "第一责任人", ""), ("副局长", "直接责任人", "消防安全"), ("办公室主任", "统筹协调", ""))


def write_workbook(path: Path, units: int) -> None:
    """Write the workbook that an office would hand in."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_numbers": False})
    for name, rows in (("单位", _units(units)), ("岗位", _posts(units)), ("任职", _holders(units))):
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(at, column, cell)
    book.close()


def _units(count: int) -> Iterator[Sequence[str]]:
    yield ("编码", "名称", "上级", "类别", "标签", "成立日期")
    for unit in landscape.country(count):
        yield (unit.code, f"第{unit.code}单位", unit.parent, unit.kind, "", "2020-01-01")


def _posts(count: int) -> Iterator[Sequence[str]]:
    yield ("单位", "岗位", "责任", "分管")
    for unit in landscape.country(count):
        for title, degree, portfolio in _TITLES:
            yield (unit.code, title, degree, portfolio)


def _holders(count: int) -> Iterator[Sequence[str]]:
    yield ("岗位", "姓名", "起")
    for unit in landscape.country(count):
        for number, (title, _, _) in enumerate(_TITLES):
            yield (f"{unit.code}/{title}", f"甲{unit.code}乙{number}", "2025-01-01")


def used() -> float:
    """Seconds of processor time of this process and of those it waited for."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def run(path: Path) -> dict[str, dict[str, float]]:
    """Read and take in the workbook; seconds by the clock and of the processor, step by step."""
    from remit.cli.living_console import console
    from remit.files.organisation import read_lists
    from remit.store import actions

    steps: dict[str, dict[str, float]] = {}
    start = time.perf_counter(), used()

    def done(name: str) -> None:
        nonlocal start
        now = time.perf_counter(), used()
        steps[name] = {"seconds": round(now[0] - start[0], 2), "cpu": round(now[1] - start[1], 2)}
        start = now

    lists = replace(read_lists(path), sheets=())
    done("read")
    if lists.problems:
        raise SystemExit(f"the workbook has problems: {lists.problems[:3]}")
    actions.import_organisation(console(), lists.organisation)
    done("import")
    actions.import_organisation(console(), lists.organisation)
    done("again")
    return steps


def naive(path: Path, units: int) -> float:
    """Seconds to read with openpyxl and to create the rows of some units one by one, scaled by nobody."""
    from remit.store import models

    start = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True)
    rows = book["单位"].iter_rows(min_row=2, values_only=True)
    for code, name, parent, kind, _, since in islice(rows, units):
        above = models.Unit.objects.get(code=parent) if parent else None
        day = date.fromisoformat(str(since))
        models.Unit.objects.create(code=code, name=name, kind=kind, parent=above, since=day)
    for unit, title, degree, portfolio in islice(
        book["岗位"].iter_rows(min_row=2, values_only=True, max_col=4), units * len(_TITLES)
    ):
        models.Post.objects.create(
            code=f"{unit}/{title}",
            unit=models.Unit.objects.get(code=unit),
            title=title,
            degree=degree,
            portfolio=[portfolio] if portfolio else [],
        )
    for post, person, since in islice(
        book["任职"].iter_rows(min_row=2, values_only=True), units * len(_TITLES)
    ):
        models.Holder.objects.create(
            post=models.Post.objects.get(code=post), person=person, since=date.fromisoformat(str(since))
        )
    return time.perf_counter() - start


def open_installation(folder: str) -> None:
    """Make an empty installation in a folder; only one in the life of a process."""
    os.environ["REMIT_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "remit.web.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def empty() -> None:
    """Take everything out of the installation that the runs put there."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF" if connection.vendor == "sqlite" else "SELECT 1")
        for table in ("store_holder", "store_post", "store_unitchange", "store_unit"):
            cursor.execute(f"DELETE FROM {table}")


def main() -> int:
    """Print sizes, seconds, memory and the ratio to the baseline as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--naive", type=int, default=0)
    parser.add_argument("--runs", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "organisation.xlsx"
        write_workbook(path, args.units)
        open_installation(folder)
        runs = []
        for _ in range(args.runs):
            runs.append(run(path))
            empty()
        peak = {
            "process": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            "parser": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
        }
        few = args.naive or min(args.units, max(500, args.units // 100))
        slow = naive(path, few)
        size = path.stat().st_size
    steps = {
        name: {
            kind: round(statistics.median(one[name][kind] for one in runs), 2) for kind in ("seconds", "cpu")
        }
        for name in runs[0]
    }
    whole = steps["read"]["seconds"] + steps["import"]["seconds"]
    rows = args.units * (1 + 2 * len(_TITLES))
    result = {
        "units": args.units,
        "posts": args.units * len(_TITLES),
        "holders": args.units * len(_TITLES),
        "workbook_bytes": size,
        "runs": args.runs,
        "steps": steps,
        "seconds": round(whole, 2),
        "rows_per_second": round(rows / whole),
        "peak_rss_bytes": peak,
        "baseline": "openpyxl, then objects.create row by row",
        "baseline_units": few,
        "baseline_seconds": round(slow, 2),
        "baseline_seconds_scaled": round(slow * args.units / few, 1),
        "ratio": round(slow * args.units / few / whole, 1),
    }
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
