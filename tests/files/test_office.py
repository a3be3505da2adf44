"""Older office files through LibreOffice: the same clauses as the text, and a clear word where it is missing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from remit.core.problem import Level
from remit.files import office
from remit.files.text import extract
from tests.files.documents import REGULATION, auto_numbered, docx_bytes, paragraph, write
from tests.files.test_corpus_forms import TEXTS, agreement

KINDS = {
    "doc": "MS Word 97",
    "odt": "writer8",
    "fodt": "OpenDocument Text Flat XML",
}
Save = Callable[[bytes, str], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Save a Word file as another kind, as a clerk does in an office program."""
    program = office.find_office()
    if not program and os.environ.get("CI") != "true":
        pytest.skip("left out: older office files, as there is no LibreOffice (libreoffice-writer-nogui)")

    def convert(data: bytes, suffix: str) -> Path:
        source = write(tmp_path / "source.docx", data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        target = f"{suffix}:{KINDS[suffix]}"
        command = [
            program,
            profile,
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(tmp_path),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True)
        return tmp_path / f"source.{suffix}"

    return convert


@pytest.mark.parametrize("suffix", KINDS)
def test_automatic_numbers_read_to_the_text(suffix: str, save: Save) -> None:
    found = extract(save(auto_numbered(REGULATION), suffix))
    assert (found.text, found.problems) == (REGULATION, ())


@pytest.mark.parametrize("path", TEXTS[:3], ids=lambda path: path.stem)
def test_a_file_of_an_older_word_has_the_clauses_of_the_text(path: Path, save: Save) -> None:
    text = path.read_text(encoding="utf-8")
    assert agreement(text, extract(save(auto_numbered(text), "doc")).text) >= 0.98


def test_rich_text_is_read(tmp_path: Path, save: Save) -> None:
    words = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in REGULATION.replace("\n", "\\par\n"))
    assert extract(write(tmp_path / "a.rtf", f"{{\\rtf1\\ansi\\uc1 {words}}}".encode())).text == REGULATION


def test_the_name_does_not_matter(save: Save, tmp_path: Path) -> None:
    made = save(auto_numbered(REGULATION), "doc")
    assert extract(write(tmp_path / "a.wps", made.read_bytes())).text == REGULATION


def test_changes_are_read_as_accepted_and_reported(save: Save) -> None:
    stamp = 'w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"'
    runs = (
        f"<w:r><w:t>每年</w:t></w:r><w:del {stamp}><w:r><w:delText>一</w:delText></w:r></w:del>"
        f"<w:ins {stamp}><w:r><w:t>两</w:t></w:r></w:ins><w:r><w:t>次检查。</w:t></w:r>"
    )
    found = extract(save(docx_bytes([paragraph("", runs=runs)]), "doc"))
    assert (found.text, [p.code for p in found.problems]) == ("每年两次检查。\n", ["tracked-changes"])


def test_a_damaged_file_is_one_problem(save: Save, tmp_path: Path) -> None:
    whole = save(auto_numbered(REGULATION), "doc").read_bytes()
    found = extract(write(tmp_path / "a.doc", whole[:3000]))
    assert (found.text, [p.code for p in found.problems]) == ("", ["file-damaged"])


def test_nothing_is_left_behind(save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = save(auto_numbered(REGULATION), "doc")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert extract(made).text == REGULATION
    assert list(scratch.iterdir()) == []


def test_the_network_is_out_of_reach_where_the_system_lets_a_process_leave_it() -> None:
    code = (
        "import socket, sys; from remit.files.office import leave_network\n"
        "if not leave_network(): sys.exit('refused')\n"
        "try: socket.create_connection(('127.0.0.1', int(sys.argv[1])), 5)\n"
        "except OSError: sys.exit('alone')\n"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        done = subprocess.run([sys.executable, "-c", code, port], check=False, capture_output=True, text=True)
    assert done.stderr.strip() in {"alone", "refused"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, ".doc"),
        (b"{\\rtf1 text}", "RTF"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "Word XML"),
    ],
)
def test_without_libreoffice_it_says_what_to_do(
    data: bytes, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = extract(write(tmp_path / "a.doc", data)).problems
    assert (problem.code, problem.level) == ("office-missing", Level.ERROR)
    assert kind in dict(problem.values)["kind"]
    assert "libreoffice-writer-nogui" in problem.remedy
    assert ".docx" in problem.remedy
