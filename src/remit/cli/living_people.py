"""`remit sync-people` and `remit reset-factors`: the people of a directory, and factors that were lost."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection

from django.conf import settings

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_problems
from remit.core.problem import Problem, error
from remit.identity.answer import Unreachable
from remit.identity.configuration import Directory
from remit.store import actions
from remit.store.actions import By, Person, SyncPlan

__all__ = ["run", "synchronise"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "sync-people": _sync,
        "reset-factors": _reset,
    }
    return commands[args.command](args, words)


def synchronise(directory: Directory, by: By, *, guarded: Collection[str], dry_run: bool = False) -> SyncPlan:
    """Take the people of a directory over and return what was done, or with `dry_run` what would be.

    Unreachable where it does not answer, ImportError where the extra `ldap` is missing.
    """
    from remit.identity.directory import everybody  # noqa: PLC0415 - an optional extra

    people = [
        Person(
            subject=found.subject,
            username=found.claims.get(directory.username, ""),
            name=found.claims.get(directory.person, ""),
            closed=closed,
        )
        for found, closed in everybody(directory)
    ]
    plan = actions.plan_sync(people, provider=directory.name, create=directory.open, guarded=guarded)
    if not dry_run and (plan.opening or plan.linking or plan.closing):
        actions.sync_people(by, plan=plan, provider=directory.name)
    return plan


def _sync(args: argparse.Namespace, words: Words) -> int:
    """Say what was done; 1 where somebody could not be taken over, 2 where nobody could be asked."""
    directory: Directory | None = settings.IDENTITY.directory
    if directory is None:
        print_problems([*settings.IDENTITY.problems, _no_directory()], words)
        return 2
    try:
        plan = synchronise(
            directory,
            console(),
            guarded=settings.IDENTITY.sign_in.second_factor,
            dry_run=args.dry_run,
        )
    except (ImportError, Unreachable) as fault:
        print_problems([_unasked(str(fault))], words)
        return 2
    print_problems(plan.problems, words)
    say(
        words(
            "Opened {opened}, linked {linked}, closed {closed}; proposed {proposed}.",
            opened=len(plan.opening),
            linked=len(plan.linking),
            closed=len(plan.closing),
            proposed=len(plan.proposed),
        )
    )
    for person in plan.proposed:
        say(f"  {person.username}  {person.name}")
    if args.dry_run:
        say(words("Nothing was changed."))
    return 1 if plan.problems else 0


def _reset(args: argparse.Namespace, words: Words) -> int:
    actions.reset_factors(console(), username=args.username)
    say(
        words(
            "{name} has no second factor any more; every session of the account has ended.",
            name=args.username,
        )
    )
    return 0


def _no_directory() -> Problem:
    return error(
        "directory-missing",
        "No directory is configured.",
        "Write a section [directory] into sign-in.toml in the data folder.",
    )


def _unasked(fault: str) -> Problem:
    return error(
        "directory-unasked",
        "The directory cannot be asked: {fault}.",
        "See whether it runs, whether address, certificate and reader are right, and whether remit[ldap] is installed.",
        fault=fault,
    )
