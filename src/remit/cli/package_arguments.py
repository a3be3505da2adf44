"""What the commands on packages take: `remit package`, `remit export-package`, `remit import-package`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from remit.cli.language import Words

__all__ = ["PACKAGE_ARGUMENTS"]

_WHAT = ("key", "rotate", "trust", "revoke", "list", "sent")
_RHYTHMS = ("month", "quarter", "half-year", "year")


def _package(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("what", choices=_WHAT, help=words("what to do"))
    parser.add_argument(
        "source",
        nargs="?",
        default="",
        metavar="SOURCE",
        help=words("the name of a source, to be chosen here"),
    )
    parser.add_argument("--unit", default="", metavar="CODE", help=words("the unit that it speaks for"))
    parser.add_argument(
        "--key", default="", metavar="KEY", help=words("the line that 'remit package key' prints there")
    )
    parser.add_argument("--every", choices=_RHYTHMS, default="", help=words("how often it has to send"))
    parser.add_argument(
        "--within",
        type=int,
        default=0,
        metavar="DAYS",
        help=words("so many days after the end of each period"),
    )
    parser.add_argument(
        "--from",
        dest="since",
        type=date.fromisoformat,
        metavar="DATE",
        help=words("the first day that it has to tell of"),
    )
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE", help=words("the day (default: today)")
    )
    _json(parser, words)


def _export(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "-o", dest="file", type=Path, required=True, metavar="FILE", help=words("the package to write")
    )
    parser.add_argument(
        "--unit",
        default="",
        metavar="CODE",
        help=words("the unit at the head (default: as before, else the root)"),
    )
    parser.add_argument(
        "--to",
        default="",
        metavar="NUMBER",
        help=words("the number of the installation above (default: as before)"),
    )
    parser.add_argument(
        "--as",
        dest="named",
        default="",
        metavar="CODE",
        help=words("the unit's code there, where it is another"),
    )
    parser.add_argument(
        "--until", type=date.fromisoformat, metavar="DATE", help=words("the last day (default: today)")
    )
    parser.add_argument("--full", action="store_true", help=words("say everything, not only what is new"))
    parser.add_argument("--evidence", action="store_true", help=words("send the files of evidence along"))
    parser.add_argument(
        "--again", type=int, default=0, metavar="N", help=words("write package N once more, as it was")
    )
    parser.add_argument(
        "--number", type=int, default=0, metavar="N", help=words("begin anew under this number, with --full")
    )
    _json(parser, words)


def _import(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=words("packages, or folders of packages")
    )
    parser.add_argument("--dry-run", action="store_true", help=words("look at them, and take nothing in"))
    _json(parser, words)


def _json(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--json", action="store_true", help=words("print JSON"))


PACKAGE_ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser, Words], None]] = {
    "package": _package,
    "export-package": _export,
    "import-package": _import,
}
"""What declares the arguments of each command, by its name."""
