"""What the commands on matters take: `remit task`, `remit filing`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date

from remit.cli.language import Words
from remit.cli.subcommands import Add, subcommands
from remit.core.flow import Flow
from remit.core.flows import FILING, TASK

__all__ = ["MATTER_ARGUMENTS"]

_MOST_APPROVALS = 9
_SHOWN = 50


def _task(parser: argparse.ArgumentParser, words: Words) -> None:
    add = subcommands(parser, words)
    task = add("open", words("hand a task down to units below one"))
    task.add_argument("units", nargs="+", metavar="CODE", help=words("the units that are to do it"))
    task.add_argument("--from", dest="asker", required=True, metavar="CODE", help=words("the unit that asks"))
    _described(task, words, words("the last day on which it is to be done"))
    task.add_argument("--support", nargs="*", default=[], metavar="CODE", help=words("units that help"))
    task.add_argument("--source", default="", metavar="RECORD", help=words("the record that it comes from"))
    _shared(add, TASK, words)


def _filing(parser: argparse.ArgumentParser, words: Words) -> None:
    add = subcommands(parser, words)
    filing = add("open", words("file an activity before it happens"))
    filing.add_argument("unit", metavar="CODE", help=words("the unit's code"))
    filing.add_argument(
        "--by",
        dest="asker",
        default="",
        metavar="CODE",
        help=words("the unit that approves (default: itself)"),
    )
    _described(filing, words, words("the day of the activity"))
    filing.add_argument("--kind", default="", help=words("the kind of activity"))
    filing.add_argument(
        "--approvals",
        type=int,
        default=1,
        choices=range(1, _MOST_APPROVALS + 1),
        metavar="COUNT",
        help=words("how many different persons have to approve"),
    )
    _shared(add, FILING, words)


MATTER_ARGUMENTS: Mapping[str, Callable[[argparse.ArgumentParser, Words], None]] = {
    "task": _task,
    "filing": _filing,
}
"""What each of the commands declares."""


def _described(parser: argparse.ArgumentParser, words: Words, due: str) -> None:
    parser.add_argument("--title", required=True, help=words("what it is"))
    parser.add_argument("--text", default="", help=words("the same in more words"))
    parser.add_argument("--due", type=date.fromisoformat, metavar="DATE", help=due)
    parser.add_argument("--duty", default="", metavar="DUTY", help=words("the duty that it is for"))
    parser.add_argument("--copy", nargs="*", default=[], metavar="CODE", help=words("units that get a copy"))


def _shared(add: Add, flow: Flow, words: Words) -> None:
    some = add("list", words("list those of a unit and all below it"))
    some.add_argument("unit", nargs="?", default="", metavar="CODE", help=words("the unit's code"))
    some.add_argument("--all", action="store_true", help=words("also those that are closed"))
    some.add_argument("--limit", type=int, default=_SHOWN, metavar="COUNT", help=words("how many at most"))
    some.add_argument("--json", action="store_true", help=words("print JSON"))
    one = add("show", words("print one with its steps"))
    one.add_argument("ref", metavar="NUMBER", help=words("its number"))
    one.add_argument("--json", action="store_true", help=words("print JSON"))
    step = add("step", words("lead some of them on by one move, all or none"))
    step.add_argument("refs", nargs="+", metavar="NUMBER", help=words("their numbers"))
    step.add_argument(
        "--move", required=True, choices=[move.name for move in flow.moves], help=words("the move")
    )
    step.add_argument("--person", default="", help=words("who took it, where it was taken on paper"))
    step.add_argument("--reason", default="", help=words("why, or what was done"))
    step.add_argument(
        "--on", dest="day", type=date.fromisoformat, metavar="DATE", help=words("the day of the move")
    )
    step.add_argument("--post", default="", metavar="POST", help=words("the post's code"))
    step.add_argument(
        "--records", nargs="*", default=[], metavar="RECORD", help=words("records that show what was done")
    )
