"""A process of its own that works on an installation: `python -m tests.store.worker VERB …`.

What it prints is acknowledged: the line leaves the process only after the action has returned.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import date

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - the apps have to be ready first

from remit.journal.verification import verify  # noqa: E402
from remit.store import actions, inquiry, journalling, save  # noqa: E402
from remit.store.access import CONSOLE  # noqa: E402
from remit.store.evidence import evidence_folder  # noqa: E402
from tests.store import cast  # noqa: E402


def settle() -> None:
    """A migrated database with the port in it."""
    call_command("migrate", verbosity=0)
    cast.settle()


def record(name: str, times: str) -> None:
    """Record that many drills, each under a key of its own, and print what each was acknowledged as."""
    for number in range(int(times)):
        _say(_drill(f"{name}-{number}", f"Drill {name} {number}"))


def repeat(key: str, times: str) -> None:
    """Send the same request that many times."""
    for _ in range(int(times)):
        _say(_drill(key, "The same drill"))


def die_before_the_row() -> None:
    """Be killed when the file is on the disk and the row is not yet written."""
    save.evidence = _die
    _drill("k", "Cut short")


def die_before_the_commit() -> None:
    """Be killed when every row is written and nothing committed."""
    journalling.done = _die
    _drill("k", "Cut short")


def report() -> None:
    """Print what there is, as JSON."""
    records = inquiry.records(CONSOLE, "/1", subtree=True)
    folder = evidence_folder()
    _say(
        json.dumps(
            {
                "records": [r.ref for r in records],
                "seqs": [line.header.seq for line in journalling.lines()],
                "faults": [p.code for p in verify(journalling.lines())],
                "missing": [e.sha256 for r in records for e in r.evidence if not folder.has(e.sha256)],
                "files": len(list(folder.digests())),
            }
        )
    )


def _drill(key: str, title: str) -> str:
    return actions.record(
        cast.by(key=key),
        unit="/1/2",
        day=date(2027, 4, 2),
        kind="drill",
        title=title,
        meets=[cast.DRILL],
        evidence=[("minutes.txt", title.encode())],
    )


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), 9)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    verbs: dict[str, Callable[..., None]] = {
        f.__name__: f for f in (settle, record, repeat, die_before_the_row, die_before_the_commit, report)
    }
    verbs[sys.argv[1]](*sys.argv[2:])
