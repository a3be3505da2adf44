"""`remit import template`: an empty workbook of lists to fill in. It needs no installation."""

from __future__ import annotations

import argparse

from remit.cli.import_arguments import TEMPLATE
from remit.cli.language import Words
from remit.cli.output import print_problems
from remit.core.problem import Problem, error
from remit.files.organisation_workbook import organisation_template
from remit.files.whole import write_whole

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Write the template in the language of `words`; whatever else is to be taken in needs a file."""
    if args.what != TEMPLATE:
        print_problems([_no_file()], words)
        return 2
    if args.out is None:
        print_problems([error("template-file", "The template needs a file.", "Name it with -o FILE.")], words)
        return 2
    problems = write_whole(args.out, organisation_template(words, chinese=words.language == "zh"))
    print_problems(problems, words)
    return 2 if problems else 0


def _no_file() -> Problem:
    return error("no-file-named", "No file is named.", "Name a CSV file, a workbook or a folder.")
