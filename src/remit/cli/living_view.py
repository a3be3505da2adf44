"""`remit standing`, `who`, `rollup`: what an installation answers."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_columns import ask_columns, write_columns
from remit.cli.living_console import say
from remit.cli.output import exit_code, print_json, print_problems, table
from remit.core.answer_words import DEGREES
from remit.core.assignment import Answer, answer_text
from remit.core.regime import clause_path
from remit.core.standing import Standing, Status, standing_text
from remit.rollup.counts import NodeCount
from remit.store import inquiry, load
from remit.store.access import CONSOLE
from remit.store.refusal import NotThere

__all__ = ["run"]

_STATUS = {
    Status.MET: "met",
    Status.LATE: "late",
    Status.OVERDUE: "overdue",
    Status.DUE_SOON: "due soon",
    Status.UPCOMING: "upcoming",
    Status.EXCUSED: "excused",
    Status.UNASSIGNED: "unassigned",
}
_URGENCY = (
    Status.OVERDUE,
    Status.UNASSIGNED,
    Status.DUE_SOON,
    Status.UPCOMING,
    Status.LATE,
    Status.MET,
    Status.EXCUSED,
)


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "standing": _standing,
        "who": _who,
        "rollup": _rollup,
    }
    return commands[args.command](args, words)


def _standing(args: argparse.Namespace, words: Words) -> int:
    day = args.on or timezone.localdate()
    stand = inquiry.standings(CONSOLE, args.unit, day, subtree=True)
    counts = Counter(s.status for s in stand.standings)
    if args.json:
        found = {
            "unit": args.unit,
            "on": day,
            "counts": {status: counts[status] for status in Status},
            "standings": [_standing_fields(s, words) for s in stand.standings],
        }
        print_json(found)
    else:
        head = [words("status"), words("due"), words("unit"), words("duty"), words("window"), words("why")]
        rows = [
            (
                words(_STATUS[s.status]),
                s.occurrence.due.isoformat(),
                s.occurrence.unit,
                s.occurrence.duty,
                s.occurrence.window,
                standing_text(s, words),
            )
            for s in sorted(stand.standings, key=lambda s: _URGENCY.index(s.status))
        ]
        _print_table(head, rows, widest=60)
        say(
            ", ".join(f"{words(_STATUS[s])} {counts[s]}" for s in Status if counts[s])
            or words("Nothing is due.")
        )
    print_problems(stand.problems, words, as_json=args.json)
    return exit_code(stand.problems)


def _standing_fields(standing: Standing, words: Words) -> dict[str, Any]:
    occurrence = standing.occurrence
    return {
        "unit": occurrence.unit,
        "duty": occurrence.duty,
        "clause": clause_path(occurrence.clause),
        "window": occurrence.window,
        "opens": occurrence.opens,
        "due": occurrence.due,
        "needed": occurrence.needed,
        "status": standing.status,
        "reason": standing.reason,
        "why": standing_text(standing, words),
        "records": standing.records,
    }


def _who(args: argparse.Namespace, words: Words) -> int:
    if args.unit:
        found = {args.unit: inquiry.who(CONSOLE, args.duty, args.unit, args.on)}
    else:
        found = inquiry.who_below(CONSOLE, args.duty, load.root(), args.on)
    if args.json:
        answered = [_answer_fields(unit, a, words) for unit, answers in found.items() for a in answers]
        print_json({"duty": args.duty, "on": args.on, "answers": answered})
    elif any(found.values()):
        head = [words("unit"), words("degree"), words("post"), words("person"), words("why")]
        rows = [
            (unit, words(DEGREES[a.degree]), a.post, a.person, answer_text(a, words))
            for unit, answers in found.items()
            for a in answers
        ]
        _print_table(head, rows, widest=80)
    else:
        say(words("On {day} the duty binds no unit here.", day=args.on))
    return 0


def _answer_fields(unit: str, answer: Answer, words: Words) -> dict[str, Any]:
    return {
        "unit": unit,
        "degree": answer.degree,
        "post": answer.post,
        "person": answer.person,
        "through": answer.through,
        "reason": answer.reason,
        "why": answer_text(answer, words),
    }


def _rollup(args: argparse.Namespace, words: Words) -> int:
    if args.from_parquet:
        return ask_columns(args, words)
    if args.export_parquet:
        return write_columns(args, words)
    unit = args.unit or load.root()
    if not unit:
        raise NotThere("")
    day = args.on or timezone.localdate()
    nodes = inquiry.rollup(CONSOLE, unit, day, depth=args.depth)
    if args.json:
        print_json({"unit": unit, "on": day, "nodes": [_node_fields(n) for n in nodes]})
        return 0
    head = [words("unit"), *(words(_STATUS[s]) for s in Status)]
    shallowest = min((n.depth for n in nodes), default=0)
    rows = [("  " * (n.depth - shallowest) + n.unit, *(str(n.subtree[s]) for s in Status)) for n in nodes]
    _print_table(head, rows, widest=60)
    return 0


def _node_fields(node: NodeCount) -> dict[str, Any]:
    return {
        "unit": node.unit,
        "depth": node.depth,
        "counts": {status: node.subtree[status] for status in Status},
        "own": {status: node.own[status] for status in Status},
    }


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, widest: int) -> None:
    if rows:
        say(table(head, rows, widest=widest, whole_last=True).rstrip("\n"))
