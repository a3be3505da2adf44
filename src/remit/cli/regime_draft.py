"""`remit read -o` and `--xlsx`: the draft regime and the register as files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from remit.cli.language import Words
from remit.cli.output import print_problems
from remit.core.problem import Level, worst
from remit.files.document import read_document
from remit.files.draft_file import draft_document
from remit.files.regime_yaml import update_regime
from remit.files.xlsx import write_register

__all__ = ["write_draft"]


def write_draft(path: Path, args: argparse.Namespace, words: Words) -> int:
    """Write the draft regime, merged into the reviewed one where there is one, and the workbook."""
    document = read_document(path)
    if document.failed:
        print_problems(document.problems, words, as_json=args.json)
        return 2
    regime, assumed = draft_document(document, path, id=args.id or "", edition=args.edition)
    problems, unwritten = [*document.problems, *assumed], []
    if args.regime:
        regime, found = update_regime(args.regime, regime)
        problems += found
        unwritten += [p for p in found if p.level is Level.ERROR and p.code.startswith("file-")]
    if args.xlsx and not unwritten:
        found = write_register(args.xlsx, regime, words)
        problems += found
        unwritten += found
    print_problems(problems, words, as_json=args.json)
    if not unwritten:
        duties = sum(len(c.duties) for c in regime.clauses)
        said = words(
            "{clauses} clauses, {duties} duties written.", clauses=len(document.provisions), duties=duties
        )
        sys.stderr.write(said + "\n")
    return 2 if unwritten else int(worst(problems) is Level.ERROR)
