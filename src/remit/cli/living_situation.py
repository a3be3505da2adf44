"""`remit situation`: a major situation is told, reported, passed on and listed."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, table
from remit.core.flow_words import STATE_WORDS
from remit.core.matter import matter_state
from remit.store import actions, situation_inquiry
from remit.store.access import CONSOLE

__all__ = ["run"]

_MOST = 200


def run(args: argparse.Namespace, words: Words) -> int:
    """Run what was asked for."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "open": _open,
        "report": _report,
        "escalate": _escalate,
        "list": _list,
    }
    return commands[args.what](args, words)


def _open(args: argparse.Namespace, _words: Words) -> int:
    by = console(args.key)
    known = args.known or by.now
    say(
        actions.open_situation(
            by,
            unit=args.unit,
            title=args.title,
            known=known if known.tzinfo else timezone.make_aware(known),
            place=args.place,
            text=args.text,
            starts=tuple(args.starts),
            asker=args.to,
        )
    )
    return 0


def _report(args: argparse.Namespace, _words: Words) -> int:
    say(actions.report_situation(console(args.key), ref=args.ref, text=args.text))
    return 0


def _escalate(args: argparse.Namespace, _words: Words) -> int:
    say(actions.escalate_situation(console(args.key), ref=args.ref, reason=args.text))
    return 0


def _list(args: argparse.Namespace, words: Words) -> int:
    """Those whose time has run out come first; exit 1 where there are any."""
    seen = situation_inquiry.situations(
        CONSOLE, args.unit, timezone.localtime(), closed=args.closed, limit=_MOST
    )
    if args.json:
        print_json(
            [
                {
                    "ref": one.matter.ref,
                    "unit": one.matter.unit,
                    "title": one.matter.title,
                    "state": matter_state(one.matter),
                    "until": one.clock.until,
                    "reported": one.clock.done,
                    "marks": one.marks,
                }
                for one in seen.lines
            ]
        )
    else:
        head = [words("reference"), words("unit"), words("situation"), words("state"), words("time limit")]
        rows = [
            (
                one.matter.ref,
                one.unit_name,
                one.matter.title,
                words(STATE_WORDS["incident", matter_state(one.matter)]),
                f"{one.clock.until:%Y-%m-%d %H:%M}" if one.clock.until else "-",
            )
            for one in seen.lines
        ]
        say(table(head, rows))
    return int(any("unreported" in one.marks for one in seen.lines))
