"""An installation of its own, and the commands as a person calls them: each in a process of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests import forking
from tests.store.cast import DRILL

UNITS = "code,name,parent,kind\n/1,Port authority,,authority\n/1/2,North terminal,/1,terminal\n"
POSTS = "unit,title,degree\n/1,Head of the port,first\n/1/2,Terminal manager,first\n"
HOLDERS = "post,person,from,to\n/1/Head of the port,Ada,2026-01-01,\n/1/2/Terminal manager,Ben,2026-01-01,2026-06-30\n"


def call(data: Path, *arguments: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    return forking.run(
        "remit", *arguments, env={**environment, "REMIT_DATA": str(data), "REMIT_LANG": language}
    )


def done(data: Path, *arguments: str) -> str:
    """What a command printed that must succeed."""
    finished = call(data, *arguments)
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def record(data: Path, *more: str, day: str = "2026-02-03") -> str:
    given = ("--unit", "/1/2", "--on", day, "--kind", "drill", "--title", "Drill")
    return done(data, "record", *given, "--meets", DRILL, *more).strip()
