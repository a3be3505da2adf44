"""`remit record`, `correct`, `withdraw`, `evidence`: what was done, and what becomes of its record."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime, time

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_problems
from remit.core.problem import Problem, error, note
from remit.core.record import Detail, evidence_key, latest_evidence
from remit.core.record_kind import find_kind
from remit.core.record_typing import read_details
from remit.files.text import read_bytes
from remit.store import actions, load
from remit.store.actions import Exhibit
from remit.store.refusal import Refused, refuse

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "record": _record,
        "correct": _correct,
        "withdraw": _withdraw,
        "evidence": _evidence,
    }
    return commands[args.command](args, words)


def _record(args: argparse.Namespace, words: Words) -> int:
    ref = actions.record(
        console(args.key),
        unit=args.unit,
        day=args.on,
        at=_moment(args.on, args.at),
        kind=args.kind,
        title=args.title,
        details=_details(args.kind, args.detail),
        meets=args.meets,
        starts=args.starts,
        evidence=_exhibits(args),
    )
    if not args.meets and not args.starts:
        print_problems([_idle()], words)
    say(ref)
    return 0


def _correct(args: argparse.Namespace, _words: Words) -> int:
    keep = () if args.drop_evidence else [evidence_key(e) for e in latest_evidence(load.record(args.ref))]
    ref = actions.correct_record(
        console(args.key),
        args.ref,
        reason=args.reason,
        day=args.on,
        at=_moment(args.on, args.at),
        kind=args.kind,
        title=args.title,
        details=_details(args.kind, args.detail),
        meets=args.meets,
        starts=args.starts,
        about=load.record(args.ref).about,
        keep=keep,
        evidence=_exhibits(args),
    )
    say(ref)
    return 0


def _withdraw(args: argparse.Namespace, _words: Words) -> int:
    say(actions.withdraw_record(console(args.key), ref=args.ref, reason=args.reason))
    return 0


def _evidence(args: argparse.Namespace, _words: Words) -> int:
    plain = {"day": args.of, "until": args.until, "replaces": args.replaces}
    given = [Exhibit(name=one.name, data=one.data, link=one.link, **plain) for one in _exhibits(args)]
    say(actions.add_evidence(console(args.key), args.ref, given))
    return 0


def _exhibits(args: argparse.Namespace) -> list[Exhibit]:
    found = []
    for path in args.evidence:
        data, problems = read_bytes(path)
        refuse(problems)
        found.append(Exhibit(name=path.name, data=data))
    return [*found, *(Exhibit(name=link, link=link) for link in args.link)]


def _details(kind: str, given: list[str]) -> tuple[Detail, ...]:
    """The details of `FIELD=TEXT` arguments; a field given several times has the lines of all."""
    said: dict[str, str] = {}
    for one in given:
        field, sign, text = one.partition("=")
        if not sign:
            raise Refused([_no_field(one, kind)])
        said[field] = f"{said[field]}\n{text}" if field in said else text
    details, problems = read_details(kind, said)
    refuse(problems)
    return details


def _moment(day: date, at: time | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, at)) if at else None


def _no_field(given: str, kind: str) -> Problem:
    return error(
        "detail-unnamed",
        "'{given}' names no field.",
        "Write FIELD=TEXT; a record of this kind has: {fields}.",
        given=given,
        fields=", ".join(field.key for field in find_kind(kind).fields),
    )


def _idle() -> Problem:
    return note(
        "record-idle",
        "The record meets no duty and starts no time limit.",
        "Name the duties that it meets, if there are any.",
    )
