"""`remit breakdown`, `report` and `import breakdown`: how a unit divides its duties, out and in."""

from __future__ import annotations

import argparse
import calendar
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, print_problems, table
from remit.core.breakdown_text import cells_of
from remit.core.problem import Level, Place, Problem, error, worst
from remit.files.breakdown_reading import locate_faults, read_breakdown, stale_row
from remit.files.breakdown_xlsx import COLUMNS, answerable, answering, breakdown_workbook
from remit.files.implementing_plan import bases_of, implementing_plan
from remit.files.official_document import document_bytes
from remit.files.text import read_bytes
from remit.files.whole import write_whole
from remit.files.wording import path_words
from remit.store import actions, dividing_inquiry
from remit.store.access import CONSOLE
from remit.store.dividing_inquiry import BreakdownSeen

__all__ = ["run"]

_PERIOD = re.compile(r"(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?")
_SHOWN = ("lead", "supporting", "leader", "due")


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "breakdown": _breakdown,
        "import": _import,
        "report": _report,
    }
    return commands[args.command](args, words)


def _import(args: argparse.Namespace, words: Words) -> int:
    """Take in a unit's workbook, all of it or nothing; with `--dry-run` say what it would change."""
    if not args.unit:
        print_problems([_no_unit(args.file)], words)
        return 2
    data, problems = read_bytes(args.file)
    if problems:
        print_problems(problems, words)
        return 2
    given, problems = read_breakdown(data, unit=args.unit, file=str(args.file))
    since = args.since or timezone.localdate()
    seen = dividing_inquiry.breakdown(CONSOLE, args.unit, since)
    read = dividing_inquiry.read_edits(CONSOLE, seen, given.rows, since=since)
    located, _by_cell = locate_faults(read.problems, given)
    problems = (*problems, *located, *(stale_row(duty, given) for duty in read.stale))
    print_problems(problems, words)
    if worst(problems) is Level.ERROR:
        return 1 if given.rows else 2
    names = {column.name: column.english for column in COLUMNS}
    for change in read.changes:
        said = f"{change.duty} {words(names[change.cell])}: {change.old or '-'} → {change.new or '-'}"
        say(" ".join(said.split()))
    count = len(read.items) + len(read.removed)
    if count and not args.dry_run:
        by = console()
        actions.divide(
            by, read.items, unit=args.unit, removed=read.removed, since=since, seen=dict(read.seen)
        )
    say(words("Rows that differ: {count}.", count=count))
    if args.dry_run:
        say(words("Nothing was changed."))
    return 0


def _breakdown(args: argparse.Namespace, words: Words) -> int:
    seen = dividing_inquiry.breakdown(CONSOLE, args.unit, args.on or timezone.localdate(), regime=args.regime)
    if args.file:
        return _written(args.file, seen, words)
    if args.json:
        print_json(_fields(seen, words))
        return 0
    head = [
        words(column.english) for column in COLUMNS if column.name in {"clause", "content", "person", *_SHOWN}
    ]
    rows = []
    for row in seen.rows:
        cells = cells_of(row.item, seen.names)
        who = words("; ").join(answering(answerable(row), seen.names, words))
        shown = (cells["lead"], cells["supporting"], cells["leader"], who, cells["due"])
        rows.append((row.duty.quote, path_words(row.clause.ref), *shown))
    say(table(head, rows, widest=24).rstrip("\n"))
    return 0


def _report(args: argparse.Namespace, words: Words) -> int:
    day = _day_of(args.period, timezone.localdate())
    if day is None or args.file is None:
        print_problems([_no_period(args.period) if day is None else _no_file()], words)
        return 2
    seen = dividing_inquiry.breakdown(CONSOLE, args.unit, day, regime=args.regime)
    wanted = ".docx" if args.kind == "plan" else ".xlsx"
    if args.file.suffix.lower() != wanted:
        print_problems([_other_kind(args.file)], words)
        return 2
    return _written(args.file, seen, words)


def _written(file: Path, seen: BreakdownSeen, words: Words) -> int:
    kinds = {".xlsx": _workbook, ".docx": _plan}
    make = kinds.get(file.suffix.lower())
    problems = write_whole(file, make(seen, words)) if make else (_other_kind(file),)
    print_problems(problems, words)
    return 2 if problems else 0


def _workbook(seen: BreakdownSeen, words: Words) -> bytes:
    unit = (seen.unit.code, seen.unit.name)
    return breakdown_workbook(seen.rows, seen.names, seen.choices, words, unit=unit, day=seen.day)


def _plan(seen: BreakdownSeen, words: Words) -> bytes:
    bases = bases_of(seen.adoptions, seen.rows)
    made = implementing_plan(
        seen.rows, seen.names, bases, words, unit=seen.unit.name, day=seen.day, language=words.language
    )
    return document_bytes(made)


def _fields(seen: BreakdownSeen, words: Words) -> dict[str, object]:
    return {
        "unit": seen.unit.code,
        "on": seen.day,
        "rows": [
            {
                "duty": row.ref,
                "clause": path_words(row.clause.ref),
                "quote": row.duty.quote,
                "answers": answering(row.answers, seen.names, words),
                "since": row.item.since if row.item else None,
                "suspect": row.change is not None,
                **cells_of(row.item, seen.names),
            }
            for row in seen.rows
        ],
    }


def _day_of(period: str, today: date) -> date | None:
    """Return the day of a period that is nearest to today."""
    found = _PERIOD.fullmatch(period.strip())
    if found is None or not 1 <= int(found[1]) <= date.max.year:
        return None
    year = int(found[1])
    first, last = 1, 12
    if found[2]:
        first, last = int(found[2]) * 6 - 5, int(found[2]) * 6
    elif found[3]:
        first, last = int(found[3]) * 3 - 2, int(found[3]) * 3
    elif found[4]:
        first = last = int(found[4])
    begins, ends = date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    return min(max(today, begins), ends)


def _no_unit(file: Path) -> Problem:
    return error(
        "breakdown-no-unit",
        "It is not said whose breakdown this is.",
        "Name the unit with --unit CODE.",
        at=Place(str(file)),
    )


def _no_period(period: str) -> Problem:
    return error(
        "period-unknown", "'{period}' is no period.", "Write 2026, 2026H1, 2026Q3 or 2026-05.", period=period
    )


def _no_file() -> Problem:
    return error("report-no-file", "No file is named.", "Name the file to write with -o FILE.")


def _other_kind(file: Path) -> Problem:
    return error(
        "report-kind",
        "A breakdown is not written as '{ending}'.",
        "Name a file that ends in .xlsx for the table, in .docx for the implementing plan.",
        at=Place(str(file)),
        ending=file.suffix or file.name,
    )
