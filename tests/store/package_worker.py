"""A process that takes packages in and may be killed: `python -m tests.store.package_worker FOLDER KILL_AT`.

It dies at the statement with that number (0: never); what it prints has been acknowledged. At its end it prints the
digest of what there is, and what is wrong with it.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402 - the apps have to be ready first

from remit.store import actions, health, load_packages, models  # noqa: E402
from remit.store.access import CONSOLE  # noqa: E402
from remit.store.package_health import package_problems  # noqa: E402
from remit.store.transaction import By  # noqa: E402
from tests.store import packages  # noqa: E402
from tests.store.cast import NOW  # noqa: E402


def main(folder: str, kill_at: str) -> None:
    """Trust the north terminal, where that is not done, and take in what is in a folder."""
    if load_packages.source("north") is None:
        packages.trust(key="the same in every process")
    numbers = count(1)

    def execute(run: Any, *given: Any) -> Any:
        if next(numbers) == int(kill_at):
            os.kill(os.getpid(), signal.SIGKILL)
        return run(*given)

    with connection.execute_wrapper(execute):
        for path in sorted(Path(folder).iterdir()):
            made = packages.Made(path.read_bytes(), "", 0)
            by = By(viewer=CONSOLE, key=secrets.token_hex(8), now=NOW)
            (outcome,) = actions.take_in_packages(by, [packages.look_at(made)])
            _say(outcome.digest)
    faults = [p.code for p in (*health.journal_problems(), *package_problems(), *health.evidence_problems())]
    held = [*models.ReceivedPackage.objects.values_list("digest", flat=True)]
    _say(json.dumps({"state": packages.state(), "faults": faults, "held": held, "statements": next(numbers)}))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
