"""Hostile containers stay in a process with limits: whatever happens in it, one problem comes back."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from remit.files import confine
from tests.files.documents import REGULATION, auto_numbered, docx_bytes, paragraph, pdf_bytes

WHOLE = auto_numbered(REGULATION)


def ended(monkeypatch: pytest.MonkeyPatch, code: int) -> str:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, code, b"", b"")

    monkeypatch.setattr(subprocess, "run", run)
    text, (problem,) = confine.parse_confined("docx", WHOLE)
    assert text == ""
    return problem.code


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (-signal.SIGXCPU, "file-too-costly"),
        (-signal.SIGKILL, "file-too-costly"),
        (-signal.SIGSEGV, "file-damaged"),
        (-signal.SIGABRT, "file-damaged"),
        (1, "file-damaged"),
    ],
)
def test_a_process_that_dies_is_one_problem(code: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(monkeypatch, code) == said


def test_a_process_that_takes_too_long_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confine, "WALL_SECONDS", 0)
    _, (problem,) = confine.parse_confined("docx", WHOLE)
    assert problem.code == "file-too-costly"


def test_memory_time_and_writing_are_limited() -> None:
    code = (
        "import resource, remit.files.confined as c; c._limit_self();"
        "print(*(resource.getrlimit(getattr(resource, 'RLIMIT_' + n))[0] for n in ('AS', 'CPU', 'FSIZE', 'CORE')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(1 << 30), "10", "0", "0"]


def test_modules_in_the_folder_of_the_files_are_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit(7)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert confine.parse_confined("docx", docx_bytes([paragraph("第一条 甲。")])) == ("第一条 甲。\n", ())


def test_a_page_number_alone_is_no_text() -> None:
    _, (problem,) = confine.parse_confined("pdf", pdf_bytes("1"))
    assert problem.code == "file-scanned"
