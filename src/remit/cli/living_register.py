"""`remit register`: a unit's places, channels, systems and assets, out and in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, print_problems, table
from remit.core.phrase import cadence_text
from remit.core.problem import Level, worst
from remit.core.register_check import CheckStanding
from remit.core.register_table import CELLS, item_cells
from remit.core.register_text import KINDS, answer_words
from remit.core.standing import Status
from remit.files.organisation_errors import error_workbook
from remit.files.register_sheet import LABELS, locate_items, read_register, register_workbook
from remit.files.text import read_bytes
from remit.files.whole import write_whole
from remit.store import actions, register_inquiry
from remit.store.access import CONSOLE
from remit.store.refusal import NotThere
from remit.store.register_inquiry import ItemSeen, RegisterPlan

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run what was asked for."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "list": _list,
        "export": _export,
        "import": _import,
        "set": _set,
    }
    return commands[args.what](args, words)


def _list(args: argparse.Namespace, words: Words) -> int:
    day = args.on or timezone.localdate()
    seen = register_inquiry.register(CONSOLE, args.unit, day, kind=args.kind, tag=args.tag, below=args.below)
    found = [one for one in seen.items if not args.due or _wants(one)]
    if args.json:
        print_json({"unit": args.unit, "on": day, "items": [_fields(one, words) for one in found]})
        return 0
    if not found:
        say(words("Nothing is in the register as asked."))
        return 0
    head = [words("unit"), words("name"), words("kind"), words("who answers"), words("checks")]
    rows = [
        (
            one.item.unit,
            one.item.name,
            words(KINDS[one.item.kind]),
            _who(one) or words("nobody"),
            words("; ").join(_check(check, words) for check in one.checks) or "-",
        )
        for one in found
    ]
    say(table(head, rows, whole_last=True).rstrip("\n"))
    return 0


def _wants(one: ItemSeen) -> bool:
    return one.vacant or any(check.status is Status.OVERDUE for check in one.checks)


def _who(one: ItemSeen) -> str:
    said = [dict(answer.values) for answer in one.answers]
    return ", ".join(dict.fromkeys(v.get("person") or v.get("through_person", "") for v in said)).strip(", ")


def _check(check: CheckStanding, words: Words) -> str:
    rhythm = words("; ").join(cadence_text(one, words) for one in check.rhythms)
    state = f" {check.status.value} {check.due}" if check.status else ""
    return f"{check.check.name} ({rhythm}){state}".replace(" ()", "")


def _fields(one: ItemSeen, words: Words) -> dict[str, object]:
    return {
        "code": one.item.code,
        "unit": one.item.unit,
        "kind": one.item.kind,
        "name": one.item.name,
        "where": one.item.where,
        "since": one.item.since,
        "until": one.item.until,
        "tags": one.item.tags,
        "note": one.item.note,
        "keepers": one.item.keepers,
        "vacant": one.vacant,
        "answers": [
            {"post": a.post, "person": a.person, "through": a.through, "why": answer_words(a, words)}
            for a in one.answers
        ],
        "checks": [
            {
                "name": check.check.name,
                "period": check.check.period,
                "duty": check.check.duty,
                "status": check.status,
                "due": check.due,
                "last": check.last,
                "record": check.record,
            }
            for check in one.checks
        ],
    }


def _export(args: argparse.Namespace, words: Words) -> int:
    today = timezone.localdate()
    seen = register_inquiry.register(CONSOLE, args.unit, today, limit=0)
    items = () if args.template else register_inquiry.register_items(CONSOLE, args.unit)
    rows = [item_cells(one, seen.names, day=today, translate=words) for one in items]
    made = register_workbook(
        rows,
        seen.posts,
        words,
        title=words("Register of {unit}", unit=seen.unit.name),
        chinese=words.language != "en",
        example=not rows,
    )
    problems = write_whole(args.file, made)
    print_problems(problems, words)
    return 2 if problems else 0


def _import(args: argparse.Namespace, words: Words) -> int:
    data, problems = read_bytes(args.file)
    if problems:
        print_problems(problems, words)
        return 2
    given, problems = read_register(data, file=str(args.file))
    plan = register_inquiry.plan(CONSOLE, args.unit, given.rows, today=timezone.localdate())
    problems = (*problems, *locate_items(plan.problems, given))
    print_problems(problems, words)
    if worst(problems) is Level.ERROR:
        if args.errors:
            print_problems(write_whole(args.errors, error_workbook(given.sheets, problems, words)), words)
        return 1 if given.rows else 2
    return _take_in(plan, args.unit, words, dry_run=args.dry_run)


def _set(args: argparse.Namespace, words: Words) -> int:
    """The item as it is, with what was given; a new one needs its kind."""
    today = timezone.localdate()
    given = {cell: getattr(args, cell) for cell in CELLS if getattr(args, cell, None) is not None}
    code = given.get("code") or f"{args.unit}/{args.name}"
    cells = _held(code, today) | given
    plan = register_inquiry.plan(CONSOLE, args.unit, [cells], today=today)
    if plan.problems:
        print_problems([problem for _row, problem in plan.problems], words)
        return 1
    return _take_in(plan, args.unit, words, dry_run=False)


def _held(code: str, today: date) -> dict[str, str]:
    try:
        held, names = register_inquiry.item(CONSOLE, code, today)
    except NotThere:
        return {}
    return item_cells(held.item, names, day=today)


def _take_in(plan: RegisterPlan, unit: str, words: Words, *, dry_run: bool) -> int:
    for change in plan.changes:
        said = f"{change.code} {words(LABELS[change.cell])}: {change.old or '-'} → {change.new or '-'}"
        say(" ".join(said.split()))
    if plan.items and not dry_run:
        actions.keep_items(console(), plan.items, unit=unit, seen=plan.seen)
    say(words("Items that differ: {count}.", count=len(plan.items)))
    if dry_run:
        say(words("Nothing was changed."))
    return 0
