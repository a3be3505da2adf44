"""What `remit report` takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from remit.cli.language import Words

__all__ = ["KINDS", "LATER", "report_arguments"]

KINDS = ("half-year", "annual", "ledger", "statement", "breakdown", "plan")
LATER = ("inspection", "rectification", "appraisal", "case")
"""Kinds that are agreed on and not there yet."""


def report_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit report KIND --unit CODE --period PERIOD -o FILE`."""
    parser.add_argument("kind", choices=(*KINDS, *LATER), metavar="KIND", help=words(_KIND))
    parser.add_argument("--unit", required=True, metavar="CODE", help=words("the unit's code"))
    parser.add_argument(
        "--period",
        required=True,
        metavar="PERIOD",
        help=words("2026, 2026H1, 2026Q3 or 2026-05; a breakdown or plan shows its day nearest to today"),
    )
    parser.add_argument("-o", dest="file", type=Path, metavar="FILE", help=words(_FILE))
    parser.add_argument("--regime", default="", metavar="ID", help=words("only this regime"))
    parser.add_argument(
        "--person", default="", metavar="NAME", help=words("whose statement (default: the head's)")
    )
    parser.add_argument("--subtree", action="store_true", help=words("a ledger of the unit and all below it"))
    parser.add_argument(
        "--template",
        type=Path,
        metavar="FORM",
        help=words("a form of your superior's to fill in: .docx or .xlsx with {{fields}}"),
    )


_KIND = "half-year, annual, ledger, statement, breakdown or plan"
_FILE = (
    "the file to write: .docx (half-year, annual, statement, plan), .xlsx (ledger, breakdown), .pdf (all, with "
    "LibreOffice), .ics (plan: the due days)"
)
