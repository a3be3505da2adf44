"""`remit check`, `remit diff`, `remit schema`: regime files by themselves."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from remit.cli.language import Words
from remit.cli.output import exit_code, print_bytes, print_json, print_problems, problem_fields
from remit.core.amendment import carry_review
from remit.core.problem import Level, Problem, placed, worst
from remit.core.regime import Regime, clause_path
from remit.files.changes import Change, find_changes
from remit.files.regime_yaml import read_regime
from remit.files.schema import published_schema

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the regime files, as many as the command takes."""
    command = parser.get_default("command")
    if command == "check":
        parser.add_argument(
            "regimes", nargs="+", type=Path, metavar="REGIME", help=words("a regime file (YAML)")
        )
    elif command == "diff":
        parser.add_argument("old", type=Path, metavar="OLD", help=words("the edition that was in force"))
        parser.add_argument("new", type=Path, metavar="NEW", help=words("the edition that amends it"))
    parser.add_argument("--json", action="store_true", help=words("print JSON"))


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    if args.command == "schema":
        print_bytes(published_schema().encode())
        return 0
    return _check(args, words) if args.command == "check" else _diff(args, words)


def _check(args: argparse.Namespace, words: Words) -> int:
    """Everything wrong with each file: 1 where there is something, 2 where no file is a regime."""
    found: list[Problem] = []
    unread = 0
    for path in args.regimes:
        regime, problems = read_regime(path)
        unread += regime is None
        found += problems
    if args.json:
        print_json([problem_fields(problem, words) for problem in found])
    else:
        print_problems(found, words)
        if not found:
            print(words("No faults found."))
    return 2 if unread == len(args.regimes) else exit_code(found)


def _diff(args: argparse.Namespace, words: Words) -> int:
    """What the amendment changes; 1 where reviewed duties rest on words that changed, 2 where a file is no regime."""
    old, problems = read_regime(args.old)
    new, found = read_regime(args.new)
    if old is None or new is None:
        print_problems((*problems, *found), words, as_json=args.json)
        return 2
    changes = tuple(find_changes(old, new))
    _, suspect = carry_review(old, new)
    suspect = placed(suspect, str(args.new))
    if args.json:
        fields = {
            "changes": [_fields(c) for c in changes],
            "problems": [problem_fields(p, words) for p in suspect],
        }
        print_json(fields)
    else:
        print("".join(_shown(changes, old, new, words)), end="")
        print_problems(suspect, words)
    return int(worst(suspect) in {Level.ERROR, Level.WARNING})


def _fields(change: Change) -> dict[str, Any]:
    return {
        "change": change.what,
        "clause": change.clause,
        "duty": change.duty,
        "field": change.field,
        "old": change.old,
        "new": change.new,
    }


def _shown(changes: tuple[Change, ...], old: Regime, new: Regime, words: Words) -> Iterator[str]:
    yield f"{old.title} {old.edition} → {new.title} {new.edition}\n"
    if not changes:
        yield words("Nothing changed.") + "\n"
    for change in changes:
        place = " ".join(filter(None, (clause_path(change.clause), change.duty)))
        yield (
            f"{words(_WHAT[change.what])}  {place}"
            + (f"  {words(change.field)}" if change.field else "")
            + "\n"
        )
        if change.old:
            yield f"  - {change.old}\n"
        if change.new:
            yield f"  + {change.new}\n"


_WHAT = {
    "duty-added": "duty added",
    "duty-removed": "duty removed",
    "duty-changed": "duty changed",
    "clause-added": "clause added",
    "clause-removed": "clause removed",
    "clause-changed": "words changed",
}
