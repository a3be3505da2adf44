"""`remit means`: people and means of a unit in a year, and money set aside and spent."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, print_problems, table
from remit.core.means import Means
from remit.core.money import amount_text, parse_amount
from remit.core.problem import Problem, error
from remit.store import actions, load_means, means_inquiry
from remit.store.access import CONSOLE

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run what was asked for."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "show": _show,
        "set": _set,
        "spend": _spend,
    }
    return commands[args.what](args, words)


def _show(args: argparse.Namespace, words: Words) -> int:
    today = timezone.localdate()
    seen = means_inquiry.means(CONSOLE, args.unit, args.year or today.year, today=today)
    if args.json:
        print_json(
            {
                "unit": args.unit,
                "year": seen.year,
                "on": seen.day,
                "own": seen.own,
                "subtree": seen.subtree,
                "below": {unit.code: part for unit, part in seen.below},
                "budgets": seen.budgets,
            }
        )
        return 0
    head = [
        words("unit"),
        words("posts"),
        words("vacant"),
        words("trainings"),
        words("attended"),
        words("set aside"),
        words("spent"),
    ]
    rows = [
        _row(words("the unit itself"), seen.own),
        _row(words("with all units below"), seen.subtree),
        *(_row(unit.code, part) for unit, part in seen.below),
    ]
    say(table(head, rows).rstrip("\n"))
    for one in seen.budgets:
        said = f"{amount_text(one.amount, one.currency)} / {amount_text(one.spent, one.currency)}"
        say(f"{one.ref}  {one.purpose}  {said}")
    return 0


def _row(name: str, means: Means) -> tuple[str, ...]:
    counts = (means.posts, means.vacant, means.trainings, means.attended)
    aside = " + ".join(amount_text(one.amount, one.currency) for one in means.money)
    spent = " + ".join(amount_text(one.spent, one.currency) for one in means.money)
    return (name, *map(str, counts), aside or "-", spent or "-")


def _set(args: argparse.Namespace, words: Words) -> int:
    held = load_means.budget(args.budget) if args.budget else None
    currency = held.currency if held else args.currency
    amount = parse_amount(args.amount, currency)
    if amount is None:
        print_problems([_unreadable(args.amount)], words)
        return 2
    ref = actions.set_budget(
        console(),
        unit=args.unit,
        year=held.year if held else args.year or timezone.localdate().year,
        purpose=args.purpose,
        currency=currency,
        amount=amount,
        regime=held.regime if held else args.regime,
        ref=args.budget,
    )
    say(ref)
    return 0


def _spend(args: argparse.Namespace, words: Words) -> int:
    held = load_means.budget(args.budget)
    amount = parse_amount(args.amount, held.currency)
    if amount is None:
        print_problems([_unreadable(args.amount)], words)
        return 2
    say(actions.spend(console(), budget=args.budget, record=args.record, amount=amount))
    return 0


def _unreadable(written: str) -> Problem:
    return error(
        "amount-unreadable",
        "'{written}' is no amount of money.",
        "Write it in figures, as in 12,000.50.",
        written=written,
    )
