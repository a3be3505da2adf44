"""What `remit import` takes, and which of its lists are an organisation's."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from remit.cli.language import Words

__all__ = ["ORGANISATION", "TEMPLATE", "import_arguments"]

ORGANISATION: Mapping[str, str] = {
    "org": "",
    "units": "units",
    "posts": "posts",
    "people": "holders",
    "portfolios": "portfolios",
    "groups": "groups",
}
"""The lists of an organisation by the word of the command; `org` is all that a file holds."""

TEMPLATE = "template"
_OTHERS = ("records", "excuses", "calendar", "breakdown", TEMPLATE)


def import_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", choices=(*ORGANISATION, *_OTHERS), help=words("what the file holds"))
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help=words("a CSV file, a workbook, or a folder (not for template)"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=words("say what would change, and change nothing")
    )
    parser.add_argument(
        "--correct",
        action="store_true",
        help=words(
            "units always had the names, kinds and superiors given: a correction, not a change from today"
        ),
    )
    parser.add_argument(
        "-e",
        "--errors",
        type=Path,
        metavar="FILE",
        help=words(
            "where something is wrong, write the lists once more with the cells at fault in red (.xlsx)"
        ),
    )
    parser.add_argument(
        "-o", dest="out", type=Path, metavar="FILE", help=words("the template to write (.xlsx)")
    )
    parser.add_argument("--json", action="store_true", help=words("print JSON"))
