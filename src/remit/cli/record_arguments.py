"""What the commands on records take: `remit record`, `correct`, `withdraw` and `evidence`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path

from remit.cli.language import Words

__all__ = ["RECORD_ARGUMENTS"]


def _record(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--unit", required=True, metavar="CODE", help=words("the unit's code"))
    _said(parser, words)
    _shown(parser, words)
    _key(parser, words)


def _correct(parser: argparse.ArgumentParser, words: Words) -> None:
    _ref(parser, words)
    _reason(parser, words)
    _said(parser, words)
    _shown(parser, words)
    parser.add_argument(
        "--drop-evidence",
        action="store_true",
        help=words("the new version shows only the evidence given now, not that of the one before"),
    )
    _key(parser, words)


def _withdraw(parser: argparse.ArgumentParser, words: Words) -> None:
    _ref(parser, words)
    _reason(parser, words)
    _key(parser, words)


def _evidence(parser: argparse.ArgumentParser, words: Words) -> None:
    _ref(parser, words)
    _shown(parser, words)
    for name, said in (
        ("--of", words("the day that the evidence is of")),
        ("--until", words("the last day on which it is good")),
    ):
        parser.add_argument(name, type=date.fromisoformat, metavar="DATE", help=said)
    parser.add_argument(
        "--replaces",
        default="",
        metavar="SHA256",
        help=words("the older version: its SHA-256, or the address of a link"),
    )
    _key(parser, words)


def _said(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--on", type=date.fromisoformat, required=True, metavar="DATE", help=words("the day"))
    parser.add_argument(
        "--at", type=time.fromisoformat, metavar="TIME", help=words("the time of that day, as in 09:30")
    )
    parser.add_argument(
        "--kind", required=True, help=words("what sort of thing was done: meeting, training, check")
    )
    parser.add_argument("--title", required=True, help=words("what was done, in one line"))
    parser.add_argument(
        "--detail",
        action="append",
        default=[],
        metavar="FIELD=TEXT",
        help=words("what the kind asks for, such as attendance='Ann, Bo'; lines are parted by line ends"),
    )
    for name, help_text in (
        ("--meets", words("duties that it meets: REGIME/DUTY or REGIME/DUTY@WINDOW")),
        ("--starts", words("duties whose time limit it starts")),
    ):
        parser.add_argument(name, nargs="+", action="extend", default=[], metavar="DUTY", help=help_text)


def _shown(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--evidence",
        nargs="+",
        action="extend",
        type=Path,
        default=[],
        metavar="FILE",
        help=words("files that show it"),
    )
    parser.add_argument(
        "--link",
        action="append",
        default=[],
        metavar="ADDRESS",
        help=words("an address that shows it, beginning with https://"),
    )


def _ref(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("ref", metavar="RECORD", help=words("the number of the record, as in r12"))


def _reason(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--reason", required=True, help=words("why; it stays with the record"))


def _key(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--key", default="", help=words("the same key: the same record, kept once"))


RECORD_ARGUMENTS: Mapping[str, Callable[[argparse.ArgumentParser, Words], None]] = {
    "record": _record,
    "correct": _correct,
    "withdraw": _withdraw,
    "evidence": _evidence,
}
"""What each command takes, by its name."""
