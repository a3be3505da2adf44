"""`remit lint`: faults in a regulation's own text."""

from __future__ import annotations

import argparse
from pathlib import Path

from remit.cli.language import Words
from remit.cli.output import exit_code, print_json, print_problems, problem_fields
from remit.core.problem import Problem, placed
from remit.files.document import read_document
from remit.reading.lint import lint

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the files to look through."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("a regulation"))
    parser.add_argument("--json", action="store_true", help=words("print JSON"))


def run(args: argparse.Namespace, words: Words) -> int:
    """Print what is wrong with each text, in the order of the text; 1 where there is something, 2 without any text."""
    failed = 0
    found: list[Problem] = []
    for path in args.files:
        document = read_document(path)
        failed += document.failed
        faults = lint(document.text, document.outline, document.provisions)
        found += sorted(
            (*document.problems, *placed(faults, str(path))),
            key=lambda p: (p.place.line, p.place.column),
        )
    if args.json:
        print_json([problem_fields(problem, words) for problem in found])
    else:
        print_problems(found, words)
    return 2 if failed == len(args.files) else exit_code(found)
