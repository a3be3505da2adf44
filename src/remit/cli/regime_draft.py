"""`remit read -o`, `--xlsx`, `--oscal`, `--akn`, `--ciso`: the draft regime and what others read, as files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from remit.cli.language import Words
from remit.cli.output import print_problems
from remit.core.problem import Level, Problem, worst
from remit.core.regime import Regime
from remit.files.akoma_ntoso import dump_act
from remit.files.ciso_library import dump_library
from remit.files.document import read_document
from remit.files.draft_file import draft_document
from remit.files.oscal import dump_catalog
from remit.files.regime_yaml import update_regime
from remit.files.register_xlsx import write_register
from remit.files.whole import write_whole

__all__ = ["write_draft"]


def write_draft(path: Path, args: argparse.Namespace, words: Words) -> int:
    """Write the draft regime, merged into the reviewed one where there is one, then the other files from it."""
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
    if not unwritten:
        unwritten += _write_others(regime, args, words)
        problems += unwritten
    print_problems(problems, words, as_json=args.json)
    if not unwritten:
        duties = sum(len(c.duties) for c in regime.clauses)
        said = words(
            "{clauses} clauses, {duties} duties written.", clauses=len(document.provisions), duties=duties
        )
        sys.stderr.write(said + "\n")
    return 2 if unwritten else int(worst(problems) is Level.ERROR)


def _write_others(regime: Regime, args: argparse.Namespace, words: Words) -> list[Problem]:
    """Write every other form asked for; return why some could not be written."""
    problems: list[Problem] = []
    if args.xlsx:
        problems += write_register(args.xlsx, regime, words)
    if args.oscal:
        problems += write_whole(args.oscal, dump_catalog(regime))
    if args.akn:
        problems += write_whole(args.akn, dump_act(regime))
    if args.ciso:
        problems += write_whole(args.ciso, dump_library(regime, words))
    return problems
