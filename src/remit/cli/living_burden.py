"""`remit burden`: what regimes ask of a unit in a year, what is asked twice, what one record would serve."""

from __future__ import annotations

import argparse

import msgspec
from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import say
from remit.cli.output import print_json, table
from remit.core.record_kind import find_kind
from remit.core.regime import clause_path
from remit.store import burden_inquiry
from remit.store.access import CONSOLE

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Show the burden of a unit."""
    found = burden_inquiry.burden_of(CONSOLE, args.unit, args.year or timezone.localdate().year)
    if args.json:
        fields = msgspec.to_builtins(found)
        print_json({**fields, "records": found.records(), "fields": found.fields(), "saved": found.saved()})
        return 0
    kinds = [(words(find_kind(kind).label), str(times), str(count)) for kind, times, count in found.by_kind()]
    say(table([words("kind"), words("records a year"), words("duties")], kinds))
    shared = [
        (
            words(find_kind(one.kind).label),
            words("twice") if one.twice else "",
            str(one.saved),
            "; ".join(f"{ask.duty} ({clause_path(ask.clause)})" for ask in one.asks),
        )
        for one in found.shared
    ]
    if shared:
        say(table([words("kind"), words("asked"), words("saved"), words("one record serves")], shared))
    say(
        words(
            "{records} records with {fields} fields a year; {saved} could be saved, {twice} of them asked for twice.",
            records=found.records(),
            fields=found.fields(),
            saved=found.saved(),
            twice=found.saved(twice=True),
        )
    )
    return 0
