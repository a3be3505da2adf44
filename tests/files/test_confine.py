"""Hostile containers stay in a process with limits: whatever happens in it, one problem comes back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from remit.files import confine
from tests.files.documents import REGULATION, auto_numbered, docx_bytes, paragraph, pdf_bytes

WHOLE = auto_numbered(REGULATION)


def ended(monkeypatch: pytest.MonkeyPatch, code: str) -> str:
    """The problem that comes back when the process runs this instead of a parser."""
    monkeypatch.setattr(
        confine, "_command", lambda kind: [sys.executable, "-c", f"import os, signal, sys; {code}"]
    )
    text, (problem,) = confine.parse_confined("docx", WHOLE)
    assert text == ""
    assert problem.remedy
    return problem.code


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGXCPU)", "file-too-costly"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "file-too-costly"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "file-damaged"),
        ("os.kill(os.getpid(), signal.SIGABRT)", "file-damaged"),
        ("sys.exit(1)", "file-damaged"),
        ("sys.stdin.buffer.read(); sys.exit(0)", "file-damaged"),
    ],
)
def test_a_process_that_dies_is_one_problem(code: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(monkeypatch, code) == said


def test_what_a_process_started_ends_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The child holds a pipe's other end: reading to the end comes back only when nobody holds it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    opened = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    child = f"import time; f = open({str(pipe)!r}, 'wb', 0); f.write(b'.'); time.sleep(600)"
    code = (
        f"import subprocess; subprocess.Popen([sys.executable, '-c', {child!r}], stdout=subprocess.DEVNULL); "
        f"open({str(pipe)!r}, 'wb', 0).write(b'.'); sys.exit(1)"
    )
    assert ended(monkeypatch, code) == "file-damaged"
    os.set_blocking(opened, True)
    with os.fdopen(opened, "rb") as stream:
        assert set(stream.read()) <= set(b"..")


def test_a_process_that_takes_too_long_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confine, "WALL_SECONDS", 0)
    _, (problem,) = confine.parse_confined("docx", WHOLE)
    assert problem.code == "file-too-costly"


def test_memory_time_and_writing_are_limited() -> None:
    code = (
        "import resource, remit.files.confined as c; c.limit_self();"
        "print(*(resource.getrlimit(getattr(resource, 'RLIMIT_' + n))[0] for n in ('AS', 'CPU', 'FSIZE', 'CORE')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(1 << 30), "10", "0", "0"]


def test_an_office_program_may_write_but_not_without_limit() -> None:
    code = (
        "import resource, remit.files.confined as c; c.limit_self('office');"
        "print(*(resource.getrlimit(getattr(resource, 'RLIMIT_' + n))[0] for n in ('AS', 'CPU', 'FSIZE', 'CORE')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(1 << 30), "30", str(1 << 28), "0"]


def test_modules_in_the_folder_of_the_files_are_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit(7)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert confine.parse_confined("docx", docx_bytes([paragraph("第一条 甲。")])) == ("第一条 甲。\n", ())


def test_a_page_number_alone_is_no_text() -> None:
    _, (problem,) = confine.parse_confined("pdf", pdf_bytes("1"))
    assert problem.code == "file-scanned"
