"""`remit package`, `export-package` and `import-package`: installations that report upward."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from django.utils import timezone

from remit.cli.language import Words
from remit.cli.living_console import console, say
from remit.cli.output import print_json, print_problems, problem_fields, table
from remit.core.problem import Place, Problem, error, warning
from remit.files.package_key import Identity, read_identity
from remit.store import actions, load, packages_inquiry, save_packages
from remit.store.access import CONSOLE
from remit.store.package_examining import Examined
from remit.store.package_plan import Outcome
from remit.store.package_run import examine_files, take_in_files
from remit.store.packages_inquiry import SourceSeen, fingerprint_words
from remit.store.refusal import NotThere, Refused

__all__ = ["run"]


def run(args: argparse.Namespace, words: Words) -> int:
    """Run the command that was called."""
    if args.command == "export-package":
        return _export(args, words)
    if args.command == "import-package":
        return _import(args, words)
    return _FAMILY[args.what](args, words)


def _key(args: argparse.Namespace, words: Words) -> int:
    """Print under which number and key others know this installation; the first call draws the key."""
    identity = packages_inquiry.here()
    if identity is None:
        actions.make_package_key(console())
        identity = packages_inquiry.here()
    if identity is None:
        raise NotThere("package-key.json")
    return _show_key(identity, args, words)


def _rotate(args: argparse.Namespace, words: Words) -> int:
    actions.make_package_key(console())
    return _key(args, words)


def _show_key(identity: Identity, args: argparse.Namespace, words: Words) -> int:
    shown = fingerprint_words(identity.fingerprint)
    if args.json:
        print_json(
            {
                "installation": identity.installation,
                "key": identity.text,
                "fingerprint": identity.fingerprint,
            }
        )
        return 0
    say(words("Installation {number}", number=identity.installation))
    say(identity.text)
    say(words("Fingerprint {fingerprint}", fingerprint=shown))
    return 0


def _trust(args: argparse.Namespace, words: Words) -> int:
    identity = read_identity(args.key)
    if identity is None:
        print_problems([_no_key()], words, as_json=args.json)
        return 2
    actions.trust_package_source(
        console(),
        code=args.source,
        unit=args.unit,
        identity=identity,
        rhythm=args.every,
        grace=args.within,
        since=args.since,
    )
    say(
        words(
            "{source} speaks for {unit} from now on, with key {fingerprint}.",
            source=args.source,
            unit=args.unit,
            fingerprint=fingerprint_words(identity.fingerprint),
        )
    )
    return 0


def _revoke(args: argparse.Namespace, words: Words) -> int:
    identity = read_identity(args.key)
    fingerprint = identity.fingerprint if identity else args.key
    actions.revoke_package_key(console(), code=args.source, fingerprint=fingerprint)
    say(words("The key opens nothing new any more. What came with it stays."))
    return 0


def _list(args: argparse.Namespace, words: Words) -> int:
    """Who sends packages, and who has not sent one that was due: then the exit code is 1."""
    found = packages_inquiry.sources(CONSOLE, args.on or timezone.localdate())
    if args.source:
        found = tuple(one for one in found if one.source.code == args.source)
    if args.json:
        print_json([_fields(one) for one in found])
    elif found:
        head = [words(title) for title in _HEAD]
        say(table(head, [_row(one, words) for one in found], whole_last=True).rstrip("\n"))
    else:
        say(words("There are no sources."))
    return int(any(one.owed.missing for one in found))


_HEAD = ("source", "unit", "packages", "last received", "tells of days until", "next due", "missing")


def _row(one: SourceSeen, words: Words) -> tuple[str, ...]:
    missing = ", ".join(map(str, one.owed.missing))
    gaps = words("numbers {numbers}", numbers=", ".join(map(str, one.gaps))) if one.gaps else ""
    return (
        one.source.code,
        one.source.unit,
        str(one.newest),
        str(one.received or "-"),
        str(one.told or "-"),
        str(one.owed.due or "-"),
        "; ".join(filter(None, (missing, gaps))) or "-",
    )


def _fields(one: SourceSeen) -> dict[str, object]:
    return {
        "source": one.source.code,
        "unit": one.source.unit,
        "installation": one.source.installation,
        "every": one.source.rhythm,
        "within": one.source.grace,
        "since": one.source.since,
        "keys": [{"fingerprint": key.fingerprint, "revoked": key.revoked} for key in one.keys],
        "newest": one.newest,
        "received": one.received,
        "told": one.told,
        "due": one.owed.due,
        "missing": one.owed.missing,
        "gaps": one.gaps,
    }


def _sent(args: argparse.Namespace, words: Words) -> int:
    found = packages_inquiry.sent(CONSOLE)
    if args.json:
        print_json(found)
    elif found:
        head = [words(title) for title in ("to", "number", "unit", "tells of days until", "made")]
        rows = [
            (one.to, str(one.sequence), one.unit, str(one.last), str(timezone.localtime(one.made).date()))
            for one in found
        ]
        say(table(head, rows).rstrip("\n"))
    else:
        say(words("No package was made here."))
    return 0


_FAMILY: dict[str, Callable[[argparse.Namespace, Words], int]] = {
    "key": _key,
    "rotate": _rotate,
    "trust": _trust,
    "revoke": _revoke,
    "list": _list,
    "sent": _sent,
}


def _export(args: argparse.Namespace, words: Words) -> int:
    """Make the next package, or write one that was made before once more."""
    sent = packages_inquiry.sent(CONSOLE)
    before = [one for one in sent if not args.to or one.to == args.to]
    to = args.to or (before[0].to if before else "")
    number = args.again
    if not number:
        order = actions.PackageOrder(
            unit=args.unit or (before[0].unit if before else load.root()),
            to=to,
            named=args.named or packages_inquiry.name_above(to),
            until=args.until,
            full=args.full,
            evidence=args.evidence,
            number=args.number,
        )
        number = int(actions.export_package(console(), order))
    digest = next(
        (one.digest for one in packages_inquiry.sent(CONSOLE) if (one.to, one.sequence) == (to, number)), ""
    )
    made, data = packages_inquiry.sent_file(CONSOLE, digest)
    args.file.write_bytes(data)
    if args.json:
        print_json(
            {
                "number": made.sequence,
                "digest": made.digest,
                "to": made.to,
                "last": made.last,
                "file": str(args.file),
            }
        )
    else:
        say(
            words(
                "Package {number} of {unit}, up to {last}: {file}",
                number=made.sequence,
                unit=made.unit,
                last=made.last,
                file=args.file,
            )
        )
    return 0


def _import(args: argparse.Namespace, words: Words) -> int:
    """Take packages in; 1 where one was refused, 2 where there is no key yet to which they could be addressed."""
    identity = packages_inquiry.here()
    if identity is None:
        raise Refused([_nobody()])
    paths = [path for given in args.files for path in _packages(given)]
    keys = packages_inquiry.public_keys()
    if args.dry_run:
        looked = examine_files(paths, keys=keys, to=identity.installation)
        return _report([_looked(one) for one in looked], args, words)
    save_packages.prepare_for_many()
    taken = take_in_files(
        paths,
        keys=keys,
        to=identity.installation,
        take_in=lambda some: actions.take_in_packages(console(), some),
    )
    return _report(taken, args, words)


def _packages(given: Path) -> list[Path]:
    return sorted(path for path in given.iterdir() if path.is_file()) if given.is_dir() else [given]


def _looked(one: Examined) -> Outcome:
    aside = tuple((line.kind, line.ref, line.code) for line in one.aside)
    return Outcome(
        place=one.place,
        state="refused" if one.problems else "sound",
        sequence=one.manifest.sequence if one.manifest else 0,
        digest=one.digest,
        records=len(one.content.records),
        aside=aside,
        problems=one.problems,
    )


def _report(outcomes: Sequence[Outcome] | Iterator[Outcome], args: argparse.Namespace, words: Words) -> int:
    counts: Counter[str] = Counter()
    listed = []
    for one in outcomes:
        counts[one.state] += 1
        problems = [*map(_placed(one), one.problems), *(_aside(one, *line) for line in one.aside)]
        print_problems(problems, words, as_json=args.json)
        if args.json:
            listed.append(_outcome_fields(one, words))
    if args.json:
        print_json(listed)
    else:
        for state, said in _STATES.items():
            if counts[state]:
                say(words(said, count=counts[state]))
    return int(bool(counts["refused"]))


_STATES = {
    "taken-in": "Taken in: {count}.",
    "already-here": "Here already: {count}.",
    "sound": "Sound: {count}.",
    "refused": "Refused: {count}.",
}


def _placed(one: Outcome) -> Callable[[Problem], Problem]:
    return lambda problem: replace(problem, place=Place(file=one.place))


def _aside(one: Outcome, kind: str, ref: str, code: str) -> Problem:
    return warning(
        "package-line-aside",
        "'{ref}' in the package is not kept here ({reason}).",
        "Nothing was made of it. The sender's reviewer can look at it.",
        at=Place(file=one.place, ref=ref),
        ref=ref,
        kind=kind,
        reason=code,
    )


def _outcome_fields(one: Outcome, words: Words) -> dict[str, object]:
    return {
        "file": one.place,
        "state": one.state,
        "source": one.source,
        "number": one.sequence,
        "digest": one.digest,
        "records": one.records,
        "changed": one.changed,
        "withdrawn": one.withdrawn,
        "excuses": one.excuses,
        "units": one.units,
        "aside": one.aside,
        "problems": [problem_fields(problem, words) for problem in one.problems],
    }


def _no_key() -> Problem:
    return error(
        "package-key-unreadable",
        "This is not the line that 'remit package key' prints.",
        "Copy the whole line, from remit: on.",
    )


def _nobody() -> Problem:
    return error(
        "package-nobody",
        "This installation has no number yet to which a package could be addressed.",
        "Make it, and tell it to those who send: remit package key.",
    )
