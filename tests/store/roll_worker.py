"""A process of its own that keeps, or asks, a roll-up: `python -m tests.store.roll_worker VERB …`."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import django

django.setup()

from remit.core.standing import Status  # noqa: E402 - the apps have to be ready first
from remit.store import inquiry, roll, roll_file  # noqa: E402
from remit.store.access import CONSOLE  # noqa: E402
from tests.store import cast  # noqa: E402


def keep() -> None:
    """Write the snapshot once."""
    _say(str(roll.keep(cast.TODAY)))


def die(moment: str) -> None:
    """Be killed while the snapshot is written."""
    whole = roll_file.freeze(roll.roll_on(cast.TODAY))
    if moment == "in the middle":
        roll_file.write(2027, _torn(whole))
    elif moment == "before it is on the disk":
        os.fsync = _die
    elif moment == "before it is in its place":
        Path.replace = _die
    else:
        roll_file._sync = _die
    roll_file.write(2027, whole)


def record_and_keep(name: str) -> None:
    """Record drills and keep the snapshot between them, until killed."""
    for number in range(10_000):
        cast.drill(by=cast.by(key=f"{name}-{number}"), unit=("/1/2", "/1/20")[number % 2])
        roll.keep(cast.TODAY)
        _say(str(number))


def report() -> None:
    """Print, as JSON, whether the roll-up is what the core judges, and whether it came from the snapshot."""
    made: list[int] = []
    take_all = roll.take_all
    roll.take_all = lambda new: (made.append(new.year), take_all(new))
    counts = {node.unit: dict(node.subtree) for node in inquiry.rollup(CONSOLE, "/1", cast.TODAY)}
    judged = {}
    for unit in counts:
        stand = inquiry.standings(CONSOLE, unit, cast.TODAY, subtree=True)
        found = Counter(one.status for one in stand.standings)
        judged[unit] = {status: found[status] for status in Status}
    _say(json.dumps({"agrees": counts == judged, "read": not made, "met": counts["/1"][Status.MET]}))


def _torn(parts: list[bytes]) -> Iterable[bytes]:
    yield from parts[: len(parts) // 2]
    _die()


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), 9)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    verbs: dict[str, Callable[..., None]] = {f.__name__: f for f in (keep, die, record_and_keep, report)}
    verbs[sys.argv[1]](*sys.argv[2:])
