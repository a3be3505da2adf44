"""`remit journal verify` and `remit doctor`: is everything as it was written, and can it go on?"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import say
from remit.cli.output import exit_code, print_json, print_problems, problem_fields
from remit.core.problem import Problem
from remit.store import health
from remit.store.identity_health import identity_problems
from remit.store.package_health import package_problems
from remit.store.reminding import dispatch_problems

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called: 1 where something is wrong."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {"journal": _verify, "doctor": _examine}
    return commands[args.command](args, words)


def _verify(args: argparse.Namespace, words: Words) -> int:
    problems = tuple(health.journal_problems())
    lines = health.count_lines()
    if args.json:
        print_json({"lines": lines, "problems": [problem_fields(p, words) for p in problems]})
    else:
        print_problems(problems, words)
        if not problems:
            say(words("{lines} lines of the journal are as they were written.", lines=lines))
    return exit_code(problems)


def _examine(args: argparse.Namespace, words: Words) -> int:
    problems = tuple(_everything())
    if args.json:
        print_json([problem_fields(p, words) for p in problems])
    else:
        print_problems(problems, words)
        if not problems:
            say(words("Nothing is wrong: journal, records, evidence, calendar, settings of the database."))
    return exit_code(problems)


def _everything() -> Iterator[Problem]:
    yield from health.database_problems()
    yield from health.journal_problems()
    yield from health.evidence_problems()
    yield from package_problems()
    yield from health.roll_problems(timezone.localdate())
    yield from health.calendar_problems(timezone.localdate())
    yield from identity_problems(timezone.localtime())
    yield from dispatch_problems()
