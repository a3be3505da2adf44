"""`remit screen`: clauses from standard input, each told to lie inside the scope or outside it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

import msgspec

from remit.cli.language import Words
from remit.cli.output import print_problems
from remit.core.problem import Place, Problem, error
from remit.core.scope import screen

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare nothing: it reads standard input, one clause or one JSON object with `text` a line."""
    parser.add_argument("--json", action="store_true", help=words("print problems as JSON, too"))


def run(args: argparse.Namespace, words: Words) -> int:
    """Print a line of JSON for each line read; a clause of which a part lies outside is outside."""
    encode = msgspec.json.Encoder().encode
    problems = 0
    for read in _clauses(sys.stdin.buffer):
        if isinstance(read, Problem):
            problems += 1
            print_problems([read], words, as_json=args.json)
            continue
        found = screen(read)
        label = "in" if found.label == "in" else "out"
        sys.stdout.buffer.write(encode({"text": read, "label": label, "why": found.why}) + b"\n")
        sys.stdout.buffer.flush()
    return int(problems > 0)


def _clauses(lines: Iterable[bytes]) -> Iterator[str | Problem]:
    for number, line in enumerate(lines, 1):
        at = Place("-", number)
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as fault:
            at = Place("-", number, fault.start + 1)
            yield error("input-encoding", "This line is not UTF-8.", "Send the clauses as UTF-8.", at=at)
            continue
        if not text.strip():
            continue
        if text.lstrip().startswith("{"):
            yield _from_json(text, at)
        else:
            yield text


def _from_json(line: str, at: Place) -> str | Problem:
    try:
        fields = msgspec.json.decode(line)
    except msgspec.DecodeError as fault:
        return error(
            "input-json",
            "This line is not JSON: {fault}.",
            "Send an object with `text` a line.",
            at=at,
            fault=fault,
        )
    text = fields.get("text")
    if isinstance(text, str):
        return text
    return error("input-json", "This object has no `text`.", "Send an object with `text` a line.", at=at)
