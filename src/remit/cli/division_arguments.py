"""What the commands on the task breakdown take: `remit breakdown` and `import breakdown`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from remit.cli.language import Words

__all__ = ["breakdown_arguments", "import_breakdown_arguments"]


def breakdown_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit breakdown --unit CODE -o FILE`."""
    _what(parser, words)
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE", help=words("the day (default: today)")
    )
    _json(parser, words)


def import_breakdown_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare what `remit import breakdown FILE` takes besides the file."""
    parser.add_argument("--unit", default="", metavar="CODE", help=words("whose breakdown it is"))
    parser.add_argument(
        "--from",
        dest="since",
        type=date.fromisoformat,
        metavar="DATE",
        help=words("the first day of what a breakdown changes (default: today)"),
    )


def _what(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--unit", required=True, metavar="CODE", help=words("the unit's code"))
    parser.add_argument("--regime", default="", metavar="ID", help=words("only this regime"))
    parser.add_argument(
        "-o",
        dest="file",
        type=Path,
        metavar="FILE",
        help=words("the file to write: .xlsx the table, .docx the implementing plan"),
    )


def _json(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--json", action="store_true", help=words("print JSON"))
