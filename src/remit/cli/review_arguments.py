"""What `remit review` takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from remit.cli.language import Words
from remit.cli.subcommands import subcommands
from remit.core.part_decision import PART_KINDS

__all__ = ["review_arguments"]


def review_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare `remit review WHAT …`."""
    add = subcommands(parser, words)
    taken = add("open", words("take in a regime file as a draft"))
    taken.add_argument("file", type=Path, metavar="REGIME", help=words("a regime file (YAML)"))
    listed = add("list", words("list duties and parts that are still to review, and what to look at"))
    _edition(listed, words)
    listed.add_argument("--all", action="store_true", help=words("also those that are reviewed"))
    listed.add_argument("--json", action="store_true", help=words("print JSON"))
    accept = add("accept", words("accept duties or parts as they stand"))
    _edition(accept, words)
    accept.add_argument("refs", nargs="+", metavar="REF", help=words("their references"))
    _person(accept, words)
    reject = add("reject", words("reject a duty or part, with the reason"))
    _one(reject, words)
    correct = add("correct", words("correct a duty or part, with the reason"))
    _one(correct, words)
    _file(correct, words)
    more = add("add", words("add a part that the reading did not find, with the reason"))
    _edition(more, words)
    more.add_argument("list", choices=tuple(PART_KINDS), metavar="LIST", help=words("the list it belongs to"))
    _file(more, words)
    _reason(more, words)
    issue = add("issue", words("issue a draft that is reviewed: it can be adopted and no longer changes"))
    _edition(issue, words)
    out = add("export", words("write an edition as a regime file"))
    _edition(out, words)
    out.add_argument(
        "-o", dest="file", type=Path, required=True, metavar="REGIME", help=words("the file to write")
    )


def _edition(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("edition", metavar="EDITION", help=words("an edition that is there: ID@DAY"))


def _one(parser: argparse.ArgumentParser, words: Words) -> None:
    _edition(parser, words)
    parser.add_argument("ref", metavar="REF", help=words("its reference"))
    _reason(parser, words)


def _file(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=words("its fields as in a regime file (YAML)")
    )


def _reason(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--reason", required=True, help=words("why, in a sentence"))
    _person(parser, words)


def _person(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--person", default="", help=words("who decided, where it was decided on paper"))
