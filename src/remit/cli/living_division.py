"""`remit breakdown` and `import breakdown`: how a unit divides its duties, out and in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
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

_SHOWN = ("lead", "supporting", "leader", "due")


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "breakdown": _breakdown,
        "import": _import,
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
                "own": row.own,
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


def _no_unit(file: Path) -> Problem:
    return error(
        "breakdown-no-unit",
        "It is not said whose breakdown this is.",
        "Name the unit with --unit CODE.",
        at=Place(str(file)),
    )


def _other_kind(file: Path) -> Problem:
    return error(
        "breakdown-kind",
        "A breakdown is not written as '{ending}'.",
        "Name a file that ends in .xlsx for the table, in .docx for the implementing plan.",
        at=Place(str(file)),
        ending=file.suffix or file.name,
    )
