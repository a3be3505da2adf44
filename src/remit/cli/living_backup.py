"""`remit backup` and `remit restore`: an installation in one file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from remit.cli.language import Words
from remit.cli.living_console import say
from remit.cli.output import exit_code, print_problems
from remit.store import health
from remit.store.archive import write_backup

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {"backup": _backup, "restore": _restore}
    return commands[args.command](args, words)


def _backup(args: argparse.Namespace, words: Words) -> int:
    files = write_backup(Path(settings.DATA), args.file)
    say(words("Backed up the database and {files} files to {file}.", files=files, file=args.file))
    return 0


def _restore(_args: argparse.Namespace, words: Words) -> int:
    """What was unpacked is brought up to date and looked at as a whole."""
    call_command("migrate", verbosity=0, interactive=False)
    problems = (*health.database_problems(), *health.journal_problems(), *health.evidence_problems())
    print_problems(problems, words)
    say(
        words(
            "Restored {lines} lines of the journal to {folder}.",
            lines=health.count_lines(),
            folder=settings.DATA,
        )
    )
    return exit_code(problems)
