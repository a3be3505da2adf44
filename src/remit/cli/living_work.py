"""`remit import`, `adopt`, `record`, `account`: what changes an installation."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from remit.cli.language import Words
from remit.cli.living_console import console, say, sign_in_link
from remit.cli.living_lists import Entry, read_list, read_records
from remit.cli.output import print_problems
from remit.core.post import Organisation
from remit.core.problem import Level, Problem, error, note, warning, worst
from remit.core.regime import Edition, Regime, duties
from remit.files.calendar import read_calendar
from remit.files.organisation import read_organisation
from remit.files.regime_yaml import read_regime
from remit.store import actions, load
from remit.store.access import CONSOLE, Role
from remit.store.refusal import NotThere, Refused

__all__ = ["adopt_regime", "record_entries", "run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "import": _import,
        "adopt": _adopt,
        "record": _record,
        "account": _account,
    }
    return commands[args.command](args, words)


def _import(args: argparse.Namespace, words: Words) -> int:
    """All or nothing: a list with an error changes nothing."""
    if args.what == "records":
        return _import_records(args, words)
    if args.what == "calendar":
        return _import_calendar(args, words)
    if args.what == "org":
        given, problems = read_organisation(args.file)
    else:
        given, problems = read_list(args.file, args.what, load.organisation())
    if worst(problems) is Level.ERROR:
        print_problems(problems, words)
        return 1 if given != Organisation() else 2
    change = actions.plan_import(CONSOLE, given)
    print_problems(dict.fromkeys((*problems, *change.problems)), words)
    if worst(change.problems) is Level.ERROR:
        return 1
    changed = change.changed
    if not args.dry_run:
        actions.import_organisation(console(), given)
    counts = {"units": len(changed.units), "posts": len(changed.posts), "holders": len(changed.holders)}
    say(words("New or different: {units} units, {posts} posts, {holders} holders.", **counts))
    if args.dry_run:
        say(words("Nothing was changed."))
    return 0


def _import_records(args: argparse.Namespace, words: Words) -> int:
    entries, problems = read_records(args.file)
    if worst(problems) is Level.ERROR:
        print_problems(problems, words)
        return 1 if entries else 2
    if args.dry_run:
        say(words("{count} records would be kept.", count=len(entries)))
        return 0
    problems = record_entries(entries)
    print_problems(problems, words)
    refused = sum(p.level is Level.ERROR for p in problems)
    say(words("{count} records are kept.", count=len(entries) - refused))
    return int(refused > 0)


def _import_calendar(args: argparse.Namespace, words: Words) -> int:
    calendar, problems = read_calendar(args.file)
    print_problems(problems, words)
    if calendar is None:
        return 2
    if not args.dry_run:
        actions.set_calendar(console(), calendar)
    say(words("The calendar goes from {first} to {last}.", first=calendar.first, last=calendar.last))
    return 0


def record_entries(entries: tuple[Entry, ...]) -> tuple[Problem, ...]:
    """Record each entry once, however often the list comes, and return what was refused, one problem an entry."""
    problems = []
    for entry in entries:
        try:
            files = [(path.name, path.read_bytes()) for path in entry.evidence]
            actions.record(
                console(_entry_key(entry)),
                unit=entry.unit,
                day=entry.day,
                kind=entry.kind,
                title=entry.title,
                meets=entry.meets,
                starts=entry.starts,
                evidence=files,
            )
        except Refused as refused:
            problems.append(replace(refused.problems[0], level=Level.ERROR, place=entry.place))
        except NotThere as missing:
            problems.append(
                error(
                    "unknown-unit",
                    "There is no unit '{unit}'.",
                    "Add the unit, or correct its code.",
                    at=entry.place,
                    unit=missing.ref,
                )
            )
    return tuple(problems)


def _entry_key(entry: Entry) -> str:
    """The same row is the same record, wherever in the list it stands."""
    words = (entry.unit, entry.day.isoformat(), entry.kind, entry.title, *entry.meets, "", *entry.starts)
    return "list:" + hashlib.sha256("\0".join(words).encode()).hexdigest()


def _adopt(args: argparse.Namespace, words: Words) -> int:
    """A file is taken in and issued as it stands; what nobody has reviewed is said."""
    path = Path(args.regime)
    if path.exists():
        regime, problems = read_regime(path)
        print_problems(problems, words)
        if regime is None or worst(problems) is Level.ERROR:
            return 1 if regime else 2
        print_problems(adopt_regime(regime, unit=args.unit, since=args.since), words)
        name = Edition(regime.id, regime.edition)
    else:
        name = _edition_named(args.regime)
        _adopt_once(name, unit=args.unit, since=args.since)
    say(words("{unit} has adopted {edition} from {since} on.", unit=args.unit, edition=name, since=args.since))
    return 0


def adopt_regime(regime: Regime, *, unit: str, since: date) -> tuple[Problem, ...]:
    """Take in a regime, issue it and adopt it; returns a warning where duties were never reviewed."""
    load.stretch(unit)  # a unit that is not there must not leave an issued edition behind
    name = Edition(regime.id, regime.edition)
    actions.import_edition(console(), regime)
    held = load.edition(name)
    if held.state == "draft":
        actions.issue_edition(console(), name, version=held.version, unreviewed=True)
    _adopt_once(name, unit=unit, since=since)
    waiting = sum(duty.review.state == "proposed" for _, duty in duties(regime))
    if not waiting:
        return ()
    return (
        warning(
            "edition-taken-as-it-stands",
            "{count} of the duties in {edition} have not been reviewed; they bind as they were read.",
            "Have them reviewed, and adopt the reviewed edition.",
            count=waiting,
            edition=name,
        ),
    )


def _adopt_once(name: Edition, *, unit: str, since: date) -> None:
    """The same adoption again is the same request."""
    actions.adopt(console(f"adopt {name} {unit} {since}"), name, unit=unit, since=since)


def _edition_named(said: str) -> Edition:
    regime, _, day = said.partition("@")
    try:
        return Edition(regime, date.fromisoformat(day))
    except ValueError:
        raise NotThere(said) from None


def _record(args: argparse.Namespace, words: Words) -> int:
    ref = actions.record(
        console(args.key),
        unit=args.unit,
        day=args.on,
        kind=args.kind,
        title=args.title,
        meets=args.meets,
        starts=args.starts,
        evidence=[(path.name, path.read_bytes()) for path in args.evidence],
    )
    if not args.meets and not args.starts:
        print_problems([_idle()], words)
    say(ref)
    return 0


def _idle() -> Problem:
    return note(
        "record-idle",
        "The record meets no duty and starts no time limit.",
        "Name the duties that it meets, if there are any.",
    )


def _account(args: argparse.Namespace, words: Words) -> int:
    """Open an account where there is none of that name, and print a link that lets its person in once."""
    if args.role:
        language = "en" if words.language == "en" else "zh-hans"
        actions.create_account(
            console(),
            username=args.username,
            person=args.person,
            unit=args.unit,
            role=Role(args.role),
            language=language,
        )
    say(sign_in_link(args.username, args.address.rstrip("/")))
    return 0
