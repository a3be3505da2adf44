"""`remit grant`: who was granted which role and unit, and granting another."""

from __future__ import annotations

import argparse

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, table
from remit.store import actions, administration_inquiry, load
from remit.store.access import CONSOLE, Role

__all__ = ["run"]

_MOST = 100_000


def run(args: argparse.Namespace, words: Words) -> int:
    """Run what was asked for."""
    return {"list": _list, "give": _give}[args.what](args, words)


def _list(args: argparse.Namespace, words: Words) -> int:
    found, _total = administration_inquiry.grants(CONSOLE, text=args.text, limit=_MOST)
    if args.json:
        print_json(found)
        return 0
    head = [
        words("account"),
        words("person"),
        words("role"),
        words("unit"),
        words("granted by"),
        words("granted on"),
    ]
    rows = [
        (
            one.username,
            one.person or "-",
            one.role.value,
            one.unit or "-",
            (one.by or words("the console")) if one.granted else "-",
            timezone.localtime(one.granted).date().isoformat() if one.granted else "-",
        )
        for one in found
    ]
    say(table(head, rows).rstrip("\n") if rows else words("There are no accounts."))
    return 0


def _give(args: argparse.Namespace, words: Words) -> int:
    load.account(args.username)
    if args.unit:
        load.stretch(args.unit)
    actions.grant(console(), username=args.username, role=Role(args.role), unit=args.unit)
    said = words(
        "{name} is now {role}; every session of the account has ended.", name=args.username, role=args.role
    )
    say(said)
    return 0
