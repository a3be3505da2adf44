"""What commands print: problems to standard error, data and tables to standard output."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from remit.cli.language import Words
from remit.core.problem import Level, Problem, worst

__all__ = [
    "column_width",
    "exit_code",
    "print_bytes",
    "print_json",
    "print_problems",
    "problem_fields",
    "table",
]


def print_problems(problems: Iterable[Problem], words: Words, *, as_json: bool = False) -> None:
    """Print problems to standard error, one a line, as text or as JSON objects."""
    for problem in problems:
        if as_json:
            line = msgspec.json.encode(problem_fields(problem, words)).decode()
        else:
            line = " ".join(problem.line(words).split())
        sys.stderr.write(line + "\n")


def problem_fields(problem: Problem, words: Words) -> dict[str, Any]:
    """Return a problem as the fields that `--json` prints: where, how grave, what, and what to do."""
    values = dict(problem.values)
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "ref": problem.place.ref,
        "level": problem.level,
        "code": problem.code,
        "message": words(problem.message, **values),
        "remedy": words(problem.remedy, **values),
        "values": values,
    }


def exit_code(problems: Iterable[Problem]) -> int:
    """Return 1 where an error or a warning was found, else 0."""
    return int(worst(problems) in {Level.ERROR, Level.WARNING})


def print_json(value: object) -> None:
    """Print a value as indented JSON; dates and words become strings."""
    print_bytes(msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")


def print_bytes(data: bytes) -> None:
    """Print bytes as they are, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, widest: int = 40, whole_last: bool = False
) -> str:
    """Return an aligned table; a wide (East Asian) character counts as two columns, longer cells are cut with `…`.

    With `whole_last` the last column, which nothing has to be aligned with, is never cut.
    """
    limits = [widest] * len(head)
    if whole_last:
        limits[-1] = sys.maxsize
    lines = [[_cut(cell, limit) for cell, limit in zip(row, limits, strict=True)] for row in (head, *rows)]
    widths = [max(map(column_width, column)) for column in zip(*lines, strict=True)]
    rule = ["─" * width for width in widths]
    shown = [lines[0], rule, *lines[1:]]
    return "".join(
        "  ".join(
            cell + " " * (width - column_width(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        + "\n"
        for line in shown
    )


def column_width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(_columns(c) for c in text)


def _columns(c: str) -> int:
    if c < "\x7f":
        return 1
    if unicodedata.combining(c):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def _cut(text: str, widest: int) -> str:
    text = " ".join(text.split())
    if column_width(text) <= widest:
        return text
    kept, used = [], 1
    for c in text:
        used += _columns(c)
        if used > widest:
            break
        kept.append(c)
    return "".join(kept) + "…"
