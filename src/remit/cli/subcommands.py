"""Commands of a command: `remit unit rename`, `remit task list`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from remit.cli.language import Words

__all__ = ["Add", "subcommands"]

Add = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command by its name and what it does, and returns it to be given its arguments."""


def subcommands(parser: argparse.ArgumentParser, words: Words) -> Add:
    """Return what adds commands to the command; the one that is given is `what`."""
    commands = parser.add_subparsers(dest="what", required=True, metavar="WHAT", title=words("what to do"))

    def add(name: str, help_text: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=help_text, description=help_text, allow_abbrev=False
        )
        vars(made)["words"] = words
        return made

    return add
