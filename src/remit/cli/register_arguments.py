"""What the commands on registers, means and grants take: `remit register`, `means`, `grant`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from remit.cli.language import Words
from remit.cli.subcommands import subcommands
from remit.store.access import Role

__all__ = ["ARGUMENTS", "MODULES"]

MODULES: Mapping[str, str] = {
    "register": "living_register",
    "means": "living_means",
    "grant": "living_grant",
}
"""The module of each command."""


def _register(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit register WHAT …`."""
    add = subcommands(parser, words)
    listed = add("list", words("list a unit's places, channels, systems and assets with their checks"))
    _unit(listed, words)
    _day(listed, "--on", "on", words("as on this day (default: today)"))
    listed.add_argument(
        "--kind", choices=("place", "channel", "system", "asset"), default="", help=words("only these")
    )
    listed.add_argument("--tag", default="", metavar="WORD", help=words("only those with this tag"))
    listed.add_argument("--below", action="store_true", help=words("also those of all units below"))
    listed.add_argument(
        "--due", action="store_true", help=words("only those with a check that is overdue, or unheld")
    )
    _json(listed, words)
    out = add("export", words("write a unit's register as a workbook"))
    _unit(out, words)
    out.add_argument(
        "-o", dest="file", type=Path, required=True, metavar="FILE", help=words("the workbook to write")
    )
    out.add_argument("--template", action="store_true", help=words("an empty one to fill in"))
    taken = add("import", words("take in a workbook, all of it or nothing"))
    _unit(taken, words)
    taken.add_argument("file", type=Path, metavar="FILE", help=words("the workbook that was filled in"))
    taken.add_argument(
        "--dry-run", action="store_true", help=words("say what would change, and change nothing")
    )
    taken.add_argument(
        "--errors",
        type=Path,
        metavar="FILE",
        help=words("write the workbook with its faults marked to this file"),
    )
    put = add("set", words("enter an item, or bring it up to date"))
    _unit(put, words)
    put.add_argument("name", metavar="NAME", help=words("what the item is called"))
    put.add_argument("--kind", help=words("place, channel, system or asset"))
    put.add_argument("--code", help=words("its code (default: unit and name)"))
    put.add_argument("--where", help=words("where it is"))
    put.add_argument("--keeper", metavar="POST", help=words("the post that answers for it"))
    put.add_argument("--keeper-since", metavar="DATE", help=words("since when it answers"))
    put.add_argument("--checks", help=words("its checks: “tour: monthly; test: yearly (REGIME/DUTY)”"))
    put.add_argument("--tags", help=words("words to find it by, with commas between"))
    put.add_argument("--from", dest="since", metavar="DATE", help=words("the first day"))
    put.add_argument("--until", metavar="DATE", help=words("the last day"))
    put.add_argument("--note", help=words("remarks"))


def _means(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit means WHAT …`."""
    add = subcommands(parser, words)
    show = add("show", words("count posts, trainings and money of a unit and all below it"))
    _unit(show, words)
    show.add_argument("--year", type=int, metavar="YEAR", help=words("the year (default: this one)"))
    _json(show, words)
    put = add("set", words("set money aside for a year"))
    _unit(put, words)
    put.add_argument("purpose", metavar="PURPOSE", help=words("what it is for"))
    put.add_argument("amount", metavar="AMOUNT", help=words("how much, as in 12,000.50"))
    put.add_argument("--currency", default="CNY", metavar="CODE", help=words("its currency (default: CNY)"))
    put.add_argument("--year", type=int, metavar="YEAR", help=words("the year (default: this one)"))
    put.add_argument("--regime", default="", metavar="ID", help=words("the regime that it is for"))
    put.add_argument("--budget", default="", metavar="NUMBER", help=words("change the amount of this budget"))
    spend = add("spend", words("say what a record spent of a budget"))
    spend.add_argument("budget", metavar="NUMBER", help=words("the number of the budget"))
    spend.add_argument("record", metavar="RECORD", help=words("the number of the record"))
    spend.add_argument("amount", metavar="AMOUNT", help=words("how much, as in 12,000.50"))


def _grant(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit grant WHAT …`."""
    add = subcommands(parser, words)
    listed = add("list", words("list who was granted which role and unit, by whom and when"))
    listed.add_argument(
        "text", nargs="?", default="", metavar="NAME", help=words("only accounts with this in a name")
    )
    _json(listed, words)
    give = add("give", words("give an account another role and unit; its sessions end"))
    give.add_argument("username", metavar="ACCOUNT", help=words("the account's name"))
    give.add_argument(
        "role", choices=[role.value for role in Role if role is not Role.CONSOLE], help=words("the role")
    )
    give.add_argument("--unit", default="", metavar="CODE", help=words("the unit's code (default: none)"))


def _unit(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("unit", metavar="CODE", help=words("the unit's code"))


def _json(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--json", action="store_true", help=words("print JSON"))


def _day(parser: argparse.ArgumentParser, flag: str, name: str, said: str) -> None:
    parser.add_argument(flag, dest=name, type=date.fromisoformat, metavar="DATE", help=said)


ARGUMENTS: Mapping[str, Callable[[argparse.ArgumentParser, Words], None]] = {
    "register": _register,
    "means": _means,
    "grant": _grant,
}
"""What declares the arguments of each command."""
