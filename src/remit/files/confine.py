"""Files from strangers are parsed in a process of their own, with limits on memory and time."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import dataclass

import msgspec

from remit.core.problem import Problem, error
from remit.files.refusal import damaged

__all__ = [
    "CPU_SECONDS",
    "MEMORY_BYTES",
    "WALL_SECONDS",
    "Parsed",
    "Sheet",
    "parse_confined",
    "parse_workbook",
]

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 10
WALL_SECONDS = 15
_LIMIT_SIGNALS = {getattr(signal, name, 0) for name in ("SIGXCPU", "SIGKILL")} - {
    0
}  # neither exists on Windows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet as rows of cell texts, from its first row."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the confined process hands back."""

    text: str = ""
    problems: tuple[Problem, ...] = ()
    sheets: tuple[Sheet, ...] = ()


def parse_confined(kind: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a document of that kind (docx, pdf) and its problems."""
    parsed = _run(kind, data)
    return parsed.text, parsed.problems


def parse_workbook(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Return the sheets of an .xlsx workbook as cell texts."""
    parsed = _run("xlsx", data)
    return parsed.sheets, parsed.problems


def _run(kind: str, data: bytes) -> Parsed:
    command = [sys.executable, "-P", "-m", "remit.files.confined", kind]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, no word of the command comes from a user
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Parsed(problems=(_too_slow(),))
    if done.returncode == 0:
        return msgspec.json.decode(done.stdout, type=Parsed)
    if -done.returncode in _LIMIT_SIGNALS:
        return Parsed(problems=(_too_slow(),))
    return Parsed(problems=(damaged(),))


def _too_slow() -> Problem:
    return error(
        "file-too-costly",
        "Reading this file takes more than {seconds} seconds or {memory} MB of memory: it was given up.",
        "Open it in the program that wrote it and save its text as .txt.",
        seconds=CPU_SECONDS,
        memory=MEMORY_BYTES // 1_000_000,
    )
