"""`remit read`: regulations into a register, JSON lines, plain text, a draft regime, or formats that others read."""

from __future__ import annotations

import argparse
import concurrent.futures
import importlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import cast

from remit.cli.language import Words, load_words
from remit.cli.output import print_bytes, print_problems
from remit.core.problem import Level, Problem, error, worst
from remit.files.clause_lines import clause_lines
from remit.files.document import read_document
from remit.files.file_kind import SUFFIXES
from remit.files.whole import write_whole

__all__ = ["add_arguments", "run"]

_AT_A_TIME = 8  # files handed to a process together: each hand-over costs more than a short file


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare files, the form of what is printed, and the files to write."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=words("a regulation, or a folder of them")
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--jsonl", action="store_true", help=words("one JSON line a clause"))
    form.add_argument(
        "--text", action="store_true", help=words("the extracted text, exactly: offsets count its characters")
    )
    form.add_argument(
        "--json", action="store_true", help=words("one JSON document a file, problems included")
    )
    parser.add_argument(
        "-o", dest="regime", type=Path, metavar="REGIME", help=words("write the draft regime (YAML)")
    )
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help=words("write the register as a workbook"))
    parser.add_argument("--oscal", type=Path, metavar="FILE", help=words("write an OSCAL catalog (JSON)"))
    parser.add_argument("--akn", type=Path, metavar="FILE", help=words("write Akoma Ntoso (XML)"))
    parser.add_argument(
        "--ciso", type=Path, metavar="FILE", help=words("write a library for CISO Assistant (YAML)")
    )
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help=words("write NAME.jsonl (or NAME.txt) for each file")
    )
    parser.add_argument(
        "--edition", type=date.fromisoformat, metavar="DATE", help=words("the day the edition holds from")
    )
    parser.add_argument("--id", help=words("the regime's id, ASCII"))
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help=words("files read at a time")
    )


def run(args: argparse.Namespace, words: Words) -> int:
    """Read every file named; a bad one does not stop the rest."""
    paths = list(_listed(args.files))
    if not paths:
        fault = error(
            "folder-empty",
            "There is nothing to read in this folder.",
            "Put regulations in it: .txt, .docx, .doc, .wps, .pdf, .ofd, .html or .md files.",
        )
        print_problems([fault], words, as_json=args.json)
        return 2
    writes = any((args.regime, args.xlsx, args.oscal, args.akn, args.ciso))
    if writes and len(paths) > 1:
        fault = error(
            "call",
            "-o, --xlsx, --oscal, --akn and --ciso take one file at a time.",
            "Name one file, or use --out FOLDER.",
        )
        print_problems([fault], words, as_json=args.json)
        return 2
    if writes:
        return cast("int", _loaded("regime_draft").write_draft(paths[0], args, words))
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
    return _read_all(paths, args, words)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What reading one file gave: bytes to print, problems to report, and whether there is nothing to show."""

    printed: bytes
    problems: tuple[Problem, ...]
    failed: bool


def _listed(named: list[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            yield from sorted(p for p in found if not p.name.startswith((".", "~$")))
        else:
            yield path


def _read_all(paths: list[Path], args: argparse.Namespace, words: Words) -> int:
    form = "text" if args.text else "json" if args.json else "jsonl" if args.jsonl or args.out else "table"
    read = partial(_read_one, form=form, language=words.language, several=len(paths) > 1)
    targets = _targets(paths, args.out, ".txt" if form == "text" else ".json" if form == "json" else ".jsonl")
    failed = faulty = 0
    outcomes = _mapped(read, paths, [targets.get(path) for path in paths], args.jobs)
    for done, (path, outcome) in enumerate(zip(paths, outcomes, strict=True), 1):
        problems = outcome.problems
        print_bytes(outcome.printed)
        if args.out and sys.stderr.isatty():
            sys.stderr.write(
                f"\r{done}/{len(paths)} {path.name}\x1b[K" + ("\n" if done == len(paths) else "")
            )
        print_problems(problems, words, as_json=args.json)
        failed += outcome.failed
        faulty += worst(problems) is Level.ERROR
    if args.out:
        sys.stderr.write(
            words("Read {good} of {all} files.", good=len(paths) - failed, all=len(paths)) + "\n"
        )
    return 2 if failed == len(paths) else int(faulty > 0)


def _mapped(
    read: partial[_Outcome], paths: list[Path], targets: list[Path | None], jobs: int
) -> Iterator[_Outcome]:
    if len(paths) == 1 or jobs <= 1:
        yield from map(read, paths, targets)
        return
    with concurrent.futures.ProcessPoolExecutor(min(jobs, len(paths))) as pool:
        yield from pool.map(read, paths, targets, chunksize=max(1, min(_AT_A_TIME, len(paths) // (4 * jobs))))


def _targets(paths: list[Path], folder: Path | None, suffix: str) -> dict[Path, Path]:
    """NAME.jsonl for each file; the whole name where two files differ only in their kind."""
    targets: dict[Path, Path] = {}
    if folder is None:
        return targets
    taken: set[Path] = set()
    numbers: dict[str, int] = {}  # for each name, the number to try next
    for path in paths:
        target, number = folder / (path.stem + suffix), numbers.get(path.name, 1)
        while target in taken:
            target = folder / (path.name + ("" if number == 1 else f".{number}") + suffix)
            number += 1
        numbers[path.name] = number
        taken.add(target)
        targets[path] = target
    return targets


def _read_one(path: Path, target: Path | None, *, form: str, language: str, several: bool) -> _Outcome:
    """Read one file, possibly in a process of its own, and put what it gives in the form asked for.

    With a target it is written there at once, while other processes read on: nothing is left to print.
    """
    document = read_document(path)
    if document.failed:
        return _Outcome(b"", document.problems, failed=True)
    if form == "text":
        printed = document.text.encode()
    elif form == "jsonl":
        printed = b"".join(clause_lines(document.provisions, file=str(path) if several else ""))
    else:
        printed = _loaded("register").FORMS[form](path, document, load_words(language))
    if target is not None:
        return _Outcome(b"", document.problems + write_whole(target, printed), failed=False)
    return _Outcome(printed, document.problems, failed=False)


def _loaded(module: str) -> ModuleType:
    """A module that only some forms of output need: the plain ones start sooner without it."""
    return importlib.import_module(f"remit.cli.{module}")
