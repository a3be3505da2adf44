"""What `remit situation` takes."""

from __future__ import annotations

import argparse
from datetime import datetime

from remit.cli.language import Words
from remit.cli.subcommands import subcommands

__all__ = ["situation_arguments"]


def situation_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare open, report, escalate and list."""
    add = subcommands(parser, words)
    told = add("open", words("tell of a situation, and start the time limits that count from it"))
    told.add_argument("unit", metavar="CODE", help=words("the unit's code"))
    told.add_argument("--title", required=True, help=words("what happened, in a short sentence"))
    told.add_argument(
        "--known",
        type=datetime.fromisoformat,
        metavar="MOMENT",
        help=words("since when it is known, as in 2026-05-20T09:30 (default: now)"),
    )
    told.add_argument("--place", default="", help=words("where it happened"))
    told.add_argument("--text", default="", help=words("what else is known"))
    told.add_argument(
        "--starts", nargs="*", default=[], metavar="DUTY", help=words("duties whose time limits start")
    )
    told.add_argument("--to", default="", metavar="CODE", help=words("the unit above that it goes to"))
    _key(told, words)
    _on_one("text", add("report", words("report a situation to the level above")), words)
    _on_one("reason", add("escalate", words("pass a reported situation on to the next level up")), words)
    listed = add("list", words("show the situations at a unit and below"))
    listed.add_argument("unit", metavar="CODE", help=words("the unit's code"))
    listed.add_argument("--closed", action="store_true", help=words("also those that are closed"))
    listed.add_argument("--json", action="store_true", help=words("print JSON"))


def _on_one(name: str, parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("ref", metavar="REF", help=words("the situation"))
    parser.add_argument(f"--{name}", dest="text", required=True, help=words("in words"))
    _key(parser, words)


def _key(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--key", default="", help=words("the same key: the same request, done once"))
