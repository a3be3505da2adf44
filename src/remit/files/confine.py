"""Files from strangers are parsed in a process of their own, with limits on memory and time."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date

import msgspec

from remit.core.clause import Outline
from remit.core.problem import Problem
from remit.files.refusal import MEMORY_BYTES, damaged, too_costly

__all__ = [
    "CPU_SECONDS",
    "MEMORY_BYTES",
    "OFFICE_CPU_SECONDS",
    "OFFICE_WALL_SECONDS",
    "SLOW_KINDS",
    "WALL_SECONDS",
    "WRITING_KINDS",
    "Parsed",
    "Sheet",
    "convert_confined",
    "parse_catalog",
    "parse_confined",
    "parse_data",
    "parse_workbook",
]

CPU_SECONDS = 10
WALL_SECONDS = 15
OFFICE_CPU_SECONDS = 30  # LibreOffice takes a second to start
OFFICE_WALL_SECONDS = 60
SLOW_KINDS = frozenset(
    {"ciso", "lists", "office", "oscal-yaml", "print"}
)  # YAML takes a second a megabyte: as much time as for office documents
WRITING_KINDS = frozenset({"office", "print"})  # only an office program writes files, in its scratch folder
_LIMIT_SIGNALS = {getattr(signal, name, 0) for name in ("SIGXCPU", "SIGKILL")} - {
    0
}  # neither exists on Windows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet as rows of cell texts, from its first row.

    `formulas` are the cells that hold one, as row and column from 0; `merged` the first and the last cell of ranges.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    formulas: tuple[tuple[int, int], ...] = ()
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the confined process hands back.

    `data` is a document made into another format; outline, title and day are those that a structured catalog states.
    """

    text: str = ""
    problems: tuple[Problem, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    data: bytes = b""
    outline: Outline | None = None
    title: str = ""
    edition: date | None = None


def parse_confined(kind: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a document of that kind (zip, pdf, html, mht) and its problems."""
    parsed = _run(kind, data)
    return parsed.text, parsed.problems


def parse_catalog(kind: str, data: bytes) -> Parsed:
    """Return the text, the outline and what else is known of a structured catalog.

    The kinds are oscal, oscal-xml, oscal-yaml and ciso.
    """
    return _run(kind, data)


def parse_data(kind: str, data: bytes) -> Parsed:
    """Return what a file of that kind (lists, form) is made into: bytes in `data`, or problems."""
    return _run(kind, data)


def parse_workbook(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Return the sheets of an .xlsx workbook as cell texts."""
    parsed = _run("xlsx", data)
    return parsed.sheets, parsed.problems


def convert_confined(data: bytes, *, kind: str = "office") -> tuple[bytes, tuple[Problem, ...]]:
    """Return an older office document as .docx bytes, with `kind` print any as PDF; or none and the problem."""
    with tempfile.TemporaryDirectory(prefix="remit-", ignore_cleanup_errors=True) as scratch:
        parsed = _run(kind, data, folder=scratch)
    return parsed.data, parsed.problems


def _run(kind: str, data: bytes, *, folder: str | None = None) -> Parsed:
    slow = kind in SLOW_KINDS
    seconds, wall = (OFFICE_CPU_SECONDS, OFFICE_WALL_SECONDS) if slow else (CPU_SECONDS, WALL_SECONDS)
    with subprocess.Popen(  # noqa: S603 - our own module, no shell, no word of the command comes from a user
        _command(kind),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        start_new_session=True,
    ) as process:
        try:
            made, _ = process.communicate(data, timeout=wall)
        except subprocess.TimeoutExpired:
            _end_all(process)
            return Parsed(problems=(too_costly(seconds),))
        finally:
            if process.returncode != 0:
                _end_all(process)
    if process.returncode == 0 and made:
        return msgspec.json.decode(made, type=Parsed)
    if -process.returncode in _LIMIT_SIGNALS:
        return Parsed(problems=(too_costly(seconds),))
    return Parsed(problems=(damaged(),))


def _command(kind: str) -> list[str]:
    return [sys.executable, "-P", "-m", "remit.files.confined", kind]


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it started: they are a session of their own."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
