"""`remit task`, `filing`: matters opened, listed, shown and led on from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace

import msgspec
from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, table
from remit.core.flow_words import STATE_WORDS, STEP_WORDS
from remit.core.matter import Matter, due_of, matter_state, matter_status
from remit.store import actions, load_organisation, matter_inquiry
from remit.store.access import CONSOLE
from remit.store.matter_inquiry import Choice
from remit.store.refusal import NotThere

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "open": _open_task if args.command == "task" else _open_filing,
        "list": _list,
        "show": _show,
        "step": _step,
    }
    return commands[args.what](args, words)


def _open_task(args: argparse.Namespace, words: Words) -> int:
    ref = actions.open_task(
        console(),
        units=tuple(args.units),
        asker=args.asker,
        title=args.title,
        text=args.text,
        due=args.due,
        duty=args.duty,
        support=tuple(args.support),
        copies=tuple(args.copy),
        source=args.source,
    )
    count = len(dict.fromkeys(args.units))
    numbers = [ref] if count == 1 else [f"{ref}.{number}" for number in range(1, count + 1)]
    say(words("Handed down as {numbers}.", numbers=", ".join(numbers)))
    return 0


def _open_filing(args: argparse.Namespace, words: Words) -> int:
    ref = actions.open_filing(
        console(),
        unit=args.unit,
        asker=args.asker or args.unit,
        title=args.title,
        text=args.text,
        kind=args.kind,
        due=args.due,
        duty=args.duty,
        approvals=args.approvals,
        copies=tuple(args.copy),
    )
    say(words("Filed as {number}, to be asked for.", number=ref))
    return 0


def _list(args: argparse.Namespace, words: Words) -> int:
    now = timezone.localtime()
    found = matter_inquiry.filed_below(
        CONSOLE,
        args.unit or load_organisation.root(),
        choice=Choice(flow=args.command),
        open_only=not args.all,
        limit=max(args.limit, 1),
    )
    if args.json:
        print_json([{**msgspec.to_builtins(one), "status": one.status(now)} for one in found])
        return 0
    head = [words(name) for name in ("number", "unit", "due", "state", "urged", "title")]
    rows = [
        (
            one.ref,
            one.unit,
            one.due.isoformat() if one.due else "-",
            words(STATE_WORDS[one.flow, one.state]),
            str(one.urged),
            one.title,
        )
        for one in found
    ]
    say(table(head, rows, whole_last=True).rstrip() if rows else words("There are none."))
    return 0


def _show(args: argparse.Namespace, words: Words) -> int:
    now = timezone.localtime()
    one = _held(args)
    if args.json:
        state = {"state": matter_state(one), "status": matter_status(one, now), "due_now": due_of(one)}
        print_json({**msgspec.to_builtins(one), **state})
        return 0
    due = due_of(one)
    say(f"{one.ref}  {one.title}")
    say(f"{one.asker} > {one.unit}  {words(STATE_WORDS[one.flow, matter_state(one)])}  {due or '-'}")
    for step in one.steps:
        said = " ".join(str(part) for part in (step.reason, step.day or "", step.post, *step.records) if part)
        name = STEP_WORDS.get((one.flow, step.move), step.move)
        say(f"{step.at.isoformat(sep=' ', timespec='minutes')}  {words(name)}  {step.by}  {said}".rstrip())
    return 0


def _step(args: argparse.Namespace, words: Words) -> int:
    by = console()
    if args.person:
        by = replace(by, viewer=replace(by.viewer, person=args.person))
    actions.take_step(
        by,
        refs=tuple(args.refs),
        move=args.move,
        reason=args.reason,
        day=args.day,
        post=args.post,
        records=tuple(args.records),
    )
    say(words("Stored."))
    return 0


def _held(args: argparse.Namespace) -> Matter:
    one = matter_inquiry.matter(CONSOLE, args.ref, timezone.localdate()).matter
    if one.flow != args.command:
        raise NotThere(args.ref)
    return one
