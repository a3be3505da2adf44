"""`remit review`: the duties and parts of a draft reviewed from the command line, then issued."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.living_work import edition_named
from remit.cli.output import exit_code, print_json, print_problems, problem_fields, table
from remit.core.duty import Duty, Review, ReviewState
from remit.core.part_decision import PART_KINDS, find_part, list_of_part
from remit.core.part_words import part_title
from remit.core.problem import Problem, error, placed
from remit.core.regime import Edition, Regime, clause_path, duties, find_duty
from remit.core.regime_part import each_part
from remit.core.soundness import regime_problems
from remit.files.encoding import decode_text
from remit.files.regime_yaml import read_regime, write_regime
from remit.files.text import read_bytes
from remit.files.yaml_values import Decoder
from remit.store import actions, inquiry
from remit.store.access import CONSOLE
from remit.store.refusal import NotThere, Refused, refuse
from remit.store.transaction import By

__all__ = ["run"]

T = TypeVar("T")
_WIDEST = 60


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "open": _open,
        "list": _list,
        "accept": _accept,
        "reject": _reject,
        "correct": _correct,
        "add": _add,
        "issue": _issue,
        "export": _export,
    }
    return commands[args.what](args, words)


def _open(args: argparse.Namespace, words: Words) -> int:
    regime, problems = read_regime(args.file)
    print_problems(problems, words)
    if regime is None:
        return 2
    refuse(problems)
    say(words("{edition} is kept as a draft.", edition=actions.import_edition(console(), regime)))
    return 0


def _list(args: argparse.Namespace, words: Words) -> int:
    held, regime = inquiry.edition(CONSOLE, edition_named(args.edition))
    rows = [row for row in _rows(regime, words) if args.all or _is_open(row[1])]
    problems = regime_problems(regime)
    if args.json:
        names = ("ref", "state", "clause", "what", "words")
        items = [dict(zip(names, (row[0], row[1].state, *row[2:]), strict=True)) for row in rows]
        found = [problem_fields(problem, words) for problem in problems]
        print_json({"edition": str(held.name), "state": held.state, "items": items, "problems": found})
        return 0
    head = [words(name) for name in ("reference", "review", "clause", "what", "words")]
    cells = [(row[0], words(_STATES[row[1].state]), *row[2:]) for row in rows]
    say(table(head, cells, widest=_WIDEST).rstrip() if rows else words("Nothing is left to review."))
    print_problems(problems, words)
    return exit_code(problems)


def _accept(args: argparse.Namespace, words: Words) -> int:
    name = edition_named(args.edition)
    for ref in args.refs:
        _decide(_by(args), name, ref, ReviewState.ACCEPTED)
    say(words("Stored."))
    return 0


def _reject(args: argparse.Namespace, words: Words) -> int:
    _decide(_by(args), edition_named(args.edition), args.ref, ReviewState.REJECTED, reason=args.reason)
    say(words("Stored."))
    return 0


def _correct(args: argparse.Namespace, words: Words) -> int:
    _decide(
        _by(args),
        edition_named(args.edition),
        args.ref,
        ReviewState.CORRECTED,
        reason=args.reason,
        file=args.file,
    )
    say(words("Stored."))
    return 0


def _add(args: argparse.Namespace, words: Words) -> int:
    name = edition_named(args.edition)
    held, _ = inquiry.edition(CONSOLE, name)
    part = _read(args.file, PART_KINDS[args.list])
    ref = actions.add_part(_by(args), name, part, version=held.version, reason=args.reason)
    say(words("Added as {ref}.", ref=ref))
    return 0


def _issue(args: argparse.Namespace, words: Words) -> int:
    name = edition_named(args.edition)
    held, _ = inquiry.edition(CONSOLE, name)
    actions.issue_edition(console(), name, version=held.version)
    say(words("{edition} is issued.", edition=name))
    return 0


def _export(args: argparse.Namespace, words: Words) -> int:
    _, regime = inquiry.edition(CONSOLE, edition_named(args.edition))
    problems = write_regime(args.file, regime)
    print_problems(problems, words)
    return 2 if problems else 0


def _decide(
    by: By, name: Edition, ref: str, decision: ReviewState, *, reason: str = "", file: Path | None = None
) -> None:
    """Decide on a duty or a part, whichever has the reference."""
    held, regime = inquiry.edition(CONSOLE, name)
    part = find_part(regime, ref)
    if part is not None:
        changes = _read(file, type(part)) if file else None
        actions.review_part(
            by, name, ref, decision=decision, version=held.version, reason=reason, changes=changes
        )
        return
    if find_duty(regime, ref) is None:
        raise NotThere(ref)
    duty = _read(file, Duty) if file else None
    actions.review_duty(by, name, ref, decision=decision, version=held.version, reason=reason, changes=duty)


def _read(path: Path, kind: type[T]) -> T:
    """The value that a small YAML file describes."""
    data, problems = read_bytes(path)
    text = ""
    if not problems:
        text, problems = decode_text(data)
    decoder = Decoder()
    made = None if problems else decoder.decode(text, kind)
    refuse(placed((*problems, *decoder.problems), str(path)))
    if made is None:
        raise Refused(placed((_empty(),), str(path)))
    return made


def _rows(regime: Regime, words: Words) -> Iterator[tuple[str, Review, str, str, str]]:
    for clause, duty in duties(regime):
        yield duty.ref, duty.review, clause_path(clause.ref), words("duty"), duty.quote
    for part in each_part(regime.parts):
        title = part_title(part, words, list_name=list_of_part(part))
        yield part.ref, part.review, clause_path(part.clause), title, part.quote


def _is_open(review: Review) -> bool:
    return review.suspect or review.state is ReviewState.PROPOSED


def _by(args: argparse.Namespace) -> By:
    by = console()
    return replace(by, viewer=replace(by.viewer, person=args.person)) if args.person else by


def _empty() -> Problem:
    return error("file-empty", "There is nothing in this file.", "Write the fields as in a regime file.")


_STATES = {
    ReviewState.PROPOSED: "to review",
    ReviewState.ACCEPTED: "accepted",
    ReviewState.CORRECTED: "corrected",
    ReviewState.REJECTED: "rejected",
}
