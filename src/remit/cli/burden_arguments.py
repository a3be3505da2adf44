"""What `remit burden` takes."""

from __future__ import annotations

import argparse

from remit.cli.language import Words

__all__ = ["burden_arguments"]


def burden_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments of `remit burden`."""
    parser.add_argument("--unit", required=True, metavar="CODE", help=words("the unit's code"))
    parser.add_argument("--year", type=int, metavar="YEAR", help=words("the year (default: this year)"))
    parser.add_argument("--json", action="store_true", help=words("print JSON"))
