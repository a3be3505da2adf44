"""`remit unit`, `post`, `handover`, `lend`: how an office keeps its organisation from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace

import msgspec
from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, print_problems, table
from remit.core.duty import Degree
from remit.core.post import ChangeKind, Post, Unit
from remit.core.problem import Problem, error
from remit.core.reorganisation import Intent
from remit.store import actions, establishment_inquiry, load
from remit.store.access import CONSOLE
from remit.store.refusal import Refused
from remit.store.transaction import By

__all__ = ["run"]

_WHAT = {
    "rename": ChangeKind.RENAMED,
    "move": ChangeKind.MOVED,
    "merge": ChangeKind.MERGED,
    "split": ChangeKind.SPLIT,
    "close": ChangeKind.CLOSED,
    "reclassify": ChangeKind.RECLASSIFIED,
}


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "unit": _unit,
        "post": _post,
        "handover": _handover,
        "lend": _lend,
    }
    return commands[args.command](args, words)


def _unit(args: argparse.Namespace, words: Words) -> int:
    if args.what == "history":
        return _history(args, words)
    if args.what == "tag":
        actions.tag(console(), unit=args.code, tags=args.tags)
        say(words("Stored."))
        return 0
    day = args.since or timezone.localdate()
    parts: tuple[Unit, ...] = ()
    if args.what == "split":
        parts = (Unit(code=args.part, name=args.name, kind=args.kind, parent=args.under),)
    intent = Intent(what=_WHAT[args.what], unit=args.code, day=day, to=getattr(args, "to", ""), parts=parts)
    effect = establishment_inquiry.effect(CONSOLE, intent, today=timezone.localdate())
    if effect.change.problems:
        print_problems(effect.change.problems, words)
        return 1
    if not args.dry_run:
        _do(intent)
    _say_effect(effect, words)
    say(words("Nothing was changed.") if args.dry_run else words("It holds from {day} on.", day=day))
    return 0


def _do(intent: Intent) -> None:
    unit, day, to = intent.unit, intent.day, intent.to
    deeds: dict[ChangeKind, Callable[[By], str]] = {
        ChangeKind.RENAMED: lambda by: actions.rename(by, unit=unit, name=to, day=day),
        ChangeKind.MOVED: lambda by: actions.move(by, unit=unit, parent=to, day=day),
        ChangeKind.MERGED: lambda by: actions.merge(by, unit=unit, into=to, day=day),
        ChangeKind.SPLIT: lambda by: actions.split(by, unit=unit, parts=intent.parts, day=day),
        ChangeKind.CLOSED: lambda by: actions.close(by, unit=unit, day=day),
        ChangeKind.RECLASSIFIED: lambda by: actions.reclassify(by, unit=unit, kind=to, day=day),
    }
    deeds[intent.what](console())


def _say_effect(effect: establishment_inquiry.Effect, words: Words) -> None:
    if effect.moving:
        say(words("Units below that come along: {count}.", count=effect.moving))
    for post in effect.change.posts:
        say(words("Post that ends on {day}: {post}.", day=post.until, post=post.code))
    for duty, _said in effect.lost:
        say(words("No longer falls due: {duty}.", duty=duty))
    for duty, _said in effect.gained:
        say(words("Falls due from then on: {duty}.", duty=duty))


def _history(args: argparse.Namespace, words: Words) -> int:
    found = establishment_inquiry.history(CONSOLE, args.code)
    if args.json:
        print_json({"unit": args.code, "changes": found})
        return 0
    if not found:
        say(words("Nothing is known to have changed."))
        return 0
    head = [words("day"), words("unit"), words("what"), words("before"), words("after")]
    rows = [(c.day.isoformat(), c.unit, words(_SAID[c.kind]), c.before, c.after) for c in found]
    say(table(head, rows).rstrip())
    return 0


_SAID = {
    ChangeKind.RENAMED: "renamed",
    ChangeKind.MOVED: "moved",
    ChangeKind.RECLASSIFIED: "reclassified",
    ChangeKind.MERGED: "merged",
    ChangeKind.SPLIT: "split",
    ChangeKind.CLOSED: "closed",
}


def _post(args: argparse.Namespace, words: Words) -> int:
    if args.what == "set":
        actions.set_post(console(), _wanted(args))
    elif args.what == "appoint":
        actions.appoint(console(), post=args.post, person=args.person, since=args.since, acting=args.acting)
    else:
        actions.vacate(console(), post=args.post, last=args.last)
    say(words("Stored."))
    return 0


def _wanted(args: argparse.Namespace) -> Post:
    """The post as it is, with what was given; a new one needs unit, title and degree."""
    known = load.posts_named([args.post])
    given = {
        "unit": args.unit,
        "title": args.title,
        "degree": Degree(args.degree) if args.degree else None,
        "portfolio": None if args.portfolio is None else tuple(args.portfolio),
        "covers": None if args.covers is None else tuple(args.covers),
        "since": args.since,
        "until": args.until,
    }
    changes = {name: value for name, value in given.items() if value is not None}
    if known:
        return replace(known[0], **changes)
    if not {"unit", "title", "degree"} <= changes.keys():
        raise Refused([_incomplete(args.post)])
    return Post(code=args.post, **changes)


def _handover(args: argparse.Namespace, words: Words) -> int:
    if args.what == "prepare":
        ref = actions.prepare_handover(console(), post=args.post, day=args.day)
        say(words("Written, as handover {ref}.", ref=ref))
        return 0
    if args.what == "sign":
        by = console()
        actions.sign_handover(replace(by, viewer=replace(by.viewer, person=args.person)), ref=args.ref)
        say(words("Stored."))
        return 0
    return _show_handover(args, words)


def _show_handover(args: argparse.Namespace, words: Words) -> int:
    held = establishment_inquiry.handover(CONSOLE, args.ref).handover
    if args.json:
        print_json(msgspec.to_builtins(held))
        return 0
    say(words("Handover {ref} of {post} on {day}", ref=held.ref, post=held.post, day=held.day))
    for side, person, moment in (
        (words("outgoing"), held.outgoing, held.signed_out),
        (words("incoming"), held.incoming, held.signed_in),
    ):
        signed = timezone.localtime(moment).isoformat(timespec="minutes") if moment else words("not signed")
        say(f"{side}: {person} ({signed})")
    head = [words("due"), words("duty"), words("window"), words("done"), words("needed")]
    rows = [
        (one.due.isoformat(), one.duty, one.window, str(one.done), str(one.needed))
        for one in held.listed.items
    ]
    say(table(head, rows).rstrip() if rows else words("Nothing was open."))
    for ref, day, title in held.listed.records:
        say(f"{day}  {ref}  {title}")
    return 0


def _lend(args: argparse.Namespace, words: Words) -> int:
    ref = actions.delegate(
        console(), post=args.post, person=args.person, since=args.since, until=args.until, reason=args.reason
    )
    say(words("Lent, as loan {ref}.", ref=ref))
    return 0


def _incomplete(post: str) -> Problem:
    return error(
        "post-incomplete",
        "There is no post '{post}' yet, and a new one needs a unit, a title and a degree.",
        "Give --unit, --title and --degree, or correct the code.",
        post=post,
    )
