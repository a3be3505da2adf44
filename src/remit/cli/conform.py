"""`remit conform`: where a lower regime is weaker than the one above it."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from remit.cli.language import Words
from remit.cli.output import column_width, print_json, print_problems
from remit.core.conformance import conform
from remit.core.conformance_finding import Conformance, Finding, Side, Value, Weight
from remit.core.conformance_words import WEAKNESSES, remedy_text, value_text, why_text
from remit.core.period import Cadence, Deadline
from remit.core.problem import Level, Place, Problem, error, warning
from remit.core.regime import Regime, clause_path
from remit.files.file_kind import SUFFIXES
from remit.files.regime_yaml import read_regime

__all__ = ["add_arguments", "run"]

_WIDTH = 80
_OPENING = "“‘（《〈「『【〔("
_CLOSING = "，。、；：？！”’）》〉」』】〕,.;:?!)"

_COUNTS = {
    "compared": "compared",
    "expected": "expected",
    "met": "no weaker",
    "weaker": "weaker",
    "not_comparable": "not comparable",
    "binds_others": "others",
}


def add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the two regime files and what is shown."""
    parser.add_argument(
        "lower", type=Path, metavar="LOWER", help=words("the regime of the lower level (YAML)")
    )
    parser.add_argument("upper", type=Path, metavar="UPPER", help=words("the regime above it (YAML)"))
    parser.add_argument("--all", action="store_true", help=words("show what binds others, too"))
    parser.add_argument("--json", action="store_true", help=words("print JSON"))


def run(args: argparse.Namespace, words: Words) -> int:
    """Print where LOWER is weaker: 1 where it is, or where a regime has errors; 2 where they cannot be compared."""
    lower, problems = _read(args.lower)
    upper, found = _read(args.upper)
    faults = [problem for problem in (*problems, *found) if problem.level is Level.ERROR]
    if lower is not None and upper is not None and lower.language != upper.language:
        faults.append(_two_languages(lower, upper, args.lower))
        lower = None
    if lower is None or upper is None:
        print_problems(faults, words, as_json=args.json)
        return 2
    result = conform(lower, upper)
    if not result.compared:
        empty = _nothing_to_compare(args.upper)
        print_problems([*faults, empty], words, as_json=args.json)
    else:
        print_problems(faults, words, as_json=args.json)
    if args.json:
        print_json(_fields(result, (lower, args.lower), (upper, args.upper), words))
    else:
        print("".join(_shown(result, lower, upper, words, others=args.all)), end="")
    return int(bool(result.findings) or bool(faults))


def _read(path: Path) -> tuple[Regime | None, tuple[Problem, ...]]:
    """Return a regime; where the file is the text of a regulation, how to make one of it."""
    if path.suffix.lower() in SUFFIXES and path.is_file():
        text = error(
            "conform-text",
            "{file} is the text of a regulation; regimes are compared, not texts.",
            "Make a regime of it: remit read {file} -o {regime}, then review it and compare that.",
            at=Place(str(path)),
            file=path,
            regime=path.with_suffix(".yaml"),
        )
        return None, (text,)
    return read_regime(path)


def _two_languages(lower: Regime, upper: Regime, path: Path) -> Problem:
    return error(
        "conform-languages",
        "The lower regime is in '{lower}', the upper one in '{upper}': their words cannot be compared.",
        "Compare regimes of one language, or correct `language`.",
        at=Place(str(path)),
        lower=lower.language,
        upper=upper.language,
    )


def _nothing_to_compare(path: Path) -> Problem:
    return warning(
        "conform-empty",
        "The upper regime lays down nothing that could be compared.",
        "Look whether its duties were rejected or not read: remit check {file}",
        at=Place(str(path)),
        file=path,
    )


def _fields(
    result: Conformance, lower: tuple[Regime, Path], upper: tuple[Regime, Path], words: Words
) -> dict[str, Any]:
    return {
        "lower": _named(*lower),
        "upper": _named(*upper),
        "findings": [_finding(one, words) for one in result.findings],
        "not_comparable": [_finding(one, words, undecided=True) for one in result.undecided],
        "binds_others": [_side(one, words) for one in result.others],
        "counts": _counts(result),
    }


def _named(regime: Regime, path: Path) -> dict[str, str]:
    return {
        "id": regime.id,
        "title": regime.title,
        "edition": regime.edition.isoformat(),
        "file": str(path),
    }


def _finding(finding: Finding, words: Words, *, undecided: bool = False) -> dict[str, Any]:
    return {
        "weakness": finding.weakness,
        "upper": _side(finding.upper, words),
        "lower": finding.lower and _side(finding.lower, words),
        "nearest": finding.nearest and _side(finding.nearest, words),
        "why": why_text(finding, words, undecided=undecided),
        "remedy": remedy_text(finding, words, undecided=undecided),
    }


def _side(side: Side, words: Words) -> dict[str, Any]:
    return {
        "clause": side.clause,
        "ref": side.ref,
        "words": side.words,
        "value": _value(side.value),
        "says": "" if side.value is None else value_text(side.value, words),
    }


def _value(value: Value) -> object:
    if isinstance(value, Cadence | Deadline | Weight):
        given = dataclasses.asdict(value).items()
        return {name: part for name, part in given if part not in (None, "", ())}
    return value


def _counts(result: Conformance) -> dict[str, int]:
    return {
        "compared": len(result.compared),
        "expected": result.expected,
        "met": result.met,
        "weaker": result.weaker,
        "not_comparable": result.uncertain,
        "binds_others": len(result.others),
    }


def _shown(result: Conformance, lower: Regime, upper: Regime, words: Words, *, others: bool) -> Iterator[str]:
    yield f"{words('Above')}: {upper.title} {upper.edition}\n"
    yield f"{words('Below')}: {lower.title} {lower.edition}\n\n"
    for number, finding in enumerate(result.findings, 1):
        yield from _block(f"{number}. ", finding, words)
    if not result.findings:
        yield words("Nothing is weaker than above.") + "\n\n"
    if result.undecided:
        yield words("What cannot be compared") + "\n\n"
    for finding in result.undecided:
        yield from _block("? ", finding, words, undecided=True)
    if others and result.others:
        yield words("What binds others than the lower regime names") + "\n\n"
        for side in result.others:
            yield from _said(words("Above"), side, words)
        yield "\n"
    counts = (f"{words(_COUNTS[name])} {count}" for name, count in _counts(result).items())
    yield from (line + "\n" for line in _wrapped(words("; ").join(counts), _WIDTH))


def _block(mark: str, finding: Finding, words: Words, *, undecided: bool = False) -> Iterator[str]:
    yield f"{mark}{words(WEAKNESSES[finding.weakness])}\n"
    yield from _said(words("Above"), finding.upper, words)
    if finding.lower is not None:
        yield from _said(words("Below"), finding.lower, words)
    if finding.nearest is not None:
        yield from _said(words("Nearest"), finding.nearest, words)
    yield from _paragraph(words("Because"), why_text(finding, words, undecided=undecided))
    yield from _paragraph(words("Remedy"), remedy_text(finding, words, undecided=undecided))
    yield "\n"


def _said(label: str, side: Side, words: Words) -> Iterator[str]:
    place = "  ".join(filter(None, (clause_path(side.clause), side.ref)))
    value = "" if side.value is None else value_text(side.value, words)
    yield from _paragraph(label, "  ".join(filter(None, (place, value))))
    yield from _paragraph("", " ".join(side.words.split()))


def _paragraph(label: str, text: str) -> Iterator[str]:
    """Yield lines no wider than a terminal of 80 columns or a sheet, the first one labelled."""
    indent = 3 + 9
    for number, line in enumerate(_wrapped(text, _WIDTH - indent)):
        head = "   " + label if number == 0 else ""
        yield (head + " " * (indent - column_width(head)) + line).rstrip() + "\n"


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text: Latin words stay whole, Chinese breaks anywhere but before a closing mark."""
    line = ""
    for piece in _pieces(text):
        if line and column_width(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    piece = ""
    for c in text:
        breaks = piece and (piece[-1] == " " or column_width(c) > 1 or column_width(piece[-1]) > 1)
        if breaks and c != " " and c not in _CLOSING and piece[-1] not in _OPENING:
            yield piece
            piece = ""
        piece += c
    yield piece
