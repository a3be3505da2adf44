"""`remit import`, `adopt`, `account`: what changes an installation."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import msgspec

from remit.cli.language import Words
from remit.cli.living_console import console, say, sign_in_link
from remit.cli.living_lists import read_excuses, read_records
from remit.cli.output import print_problems
from remit.core.part_decision import count_unreviewed
from remit.core.problem import Level, Problem, warning, worst
from remit.core.record import Excuse
from remit.core.regime import Edition, Regime
from remit.files.calendar import read_calendar
from remit.files.regime_yaml import read_regime
from remit.store import actions, load
from remit.store.access import Role
from remit.store.refusal import NotThere

__all__ = ["adopt_regime", "edition_named", "keep_excuses", "run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    commands: dict[str, Callable[[argparse.Namespace, Words], int]] = {
        "import": _import,
        "adopt": _adopt,
        "account": _account,
    }
    return commands[args.command](args, words)


def _import(args: argparse.Namespace, words: Words) -> int:
    """All or nothing: a list with an error changes nothing."""
    others = {"records": _import_records, "excuses": _import_excuses, "calendar": _import_calendar}
    return others[args.what](args, words)


def _import_records(args: argparse.Namespace, words: Words) -> int:
    deeds, problems = read_records(args.file)
    if worst(problems) is Level.ERROR:
        print_problems(problems, words)
        return 1 if deeds else 2
    there = load.count_records()
    if not args.dry_run:
        actions.import_records(console(), deeds)
    fresh = load.count_records() - there
    say(words("Read {count} records; {fresh} of them are new and kept.", count=len(deeds), fresh=fresh))
    return 0


def _import_excuses(args: argparse.Namespace, words: Words) -> int:
    excuses, problems = read_excuses(args.file)
    if worst(problems) is Level.ERROR:
        print_problems(problems, words)
        return 1 if excuses else 2
    if not args.dry_run:
        keep_excuses(excuses)
    say(words("Read {count} excuses.", count=len(excuses)))
    return 0


def keep_excuses(excuses: Iterable[Excuse]) -> None:
    """Enter excuses that were decided elsewhere, each once."""
    for excuse in excuses:
        digest = hashlib.sha256(msgspec.json.encode(excuse)).hexdigest()
        actions.excuse(
            console(f"excuse {digest}"),
            duty=excuse.duty,
            unit=excuse.unit,
            since=excuse.since,
            until=excuse.until,
            reason=excuse.reason,
            decided=excuse.decided,
            decided_by=excuse.decided_by,
        )


def _import_calendar(args: argparse.Namespace, words: Words) -> int:
    calendar, problems = read_calendar(args.file)
    print_problems(problems, words)
    if calendar is None:
        return 2
    if not args.dry_run:
        actions.set_calendar(console(), calendar)
    say(words("The calendar goes from {first} to {last}.", first=calendar.first, last=calendar.last))
    return 0


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
        name = edition_named(args.regime)
        _adopt_once(name, unit=args.unit, since=args.since)
    say(
        words("{unit} has adopted {edition} from {since} on.", unit=args.unit, edition=name, since=args.since)
    )
    return 0


def adopt_regime(regime: Regime, *, unit: str, since: date) -> tuple[Problem, ...]:
    """Take in a regime, issue it and adopt it; returns a warning where duties or parts were never reviewed."""
    load.stretch(unit)  # a unit that is not there must not leave an issued edition behind
    name = Edition(regime.id, regime.edition)
    actions.import_edition(console(), regime)
    held = load.edition(name)
    if held.state == "draft":
        actions.issue_edition(console(), name, version=held.version, unreviewed=True)
    _adopt_once(name, unit=unit, since=since)
    waiting = count_unreviewed(regime)
    if not waiting:
        return ()
    return (
        warning(
            "edition-taken-as-it-stands",
            "{count} duties and parts of {edition} have not been reviewed; they hold as they were read.",
            "Have them reviewed, and adopt the reviewed edition.",
            count=waiting,
            edition=name,
        ),
    )


def _adopt_once(name: Edition, *, unit: str, since: date) -> None:
    """The same adoption again is the same request."""
    actions.adopt(console(f"adopt {name} {unit} {since}"), name, unit=unit, since=since)


def edition_named(said: str) -> Edition:
    """Return the name of an edition as it is typed: `ID@DAY`; NotThere where it is none."""
    regime, _, day = said.partition("@")
    try:
        return Edition(regime, date.fromisoformat(day))
    except ValueError:
        raise NotThere(said) from None


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
