"""Bad input gets one clear line with its place and what to do, exit 2, no traceback and no file half-written."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.cli.cases import TEXT, Console
from tests.files.documents import REGULATION, auto_numbered, pdf_bytes, scanned_pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("word/document.xml", b" " * 150_000_000)
    return out.getvalue()


FILES = {
    "empty.txt": b"",
    "blank.md": b"\n\n  \n",
    "binary.txt": bytes(range(256)) * 50,
    "picture.docx": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "locked.pdf": pdf_bytes(REGULATION, password="secret"),
    "locked.docx": OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100,
    "old.doc": OLE,
    "scan.pdf": scanned_pdf(),
    "cut.pdf": pdf_bytes(REGULATION)[:1500],
    "cut.docx": auto_numbered(REGULATION)[:5000],
    "bomb.docx": bomb(),
    "mixed.txt": TEXT.encode() + "附则".encode("gb18030") + TEXT.encode(),
    "broken16.txt": b"\xff\xfe" + TEXT.encode("utf-16-le")[:101] + b"\xd8\xd8\xd8" + TEXT.encode("utf-16-le"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("form", ["--jsonl", "--text", "-o"])
def test_a_bad_file_is_one_line_and_exit_2(name: str, form: str, remit: Console, tmp_path: Path) -> None:
    path, target = tmp_path / name, tmp_path / "r.yaml"
    path.write_bytes(FILES[name])
    assert remit("read", path, form, *([target] if form == "-o" else [])) == 2
    assert remit.out == ""
    assert remit.err.startswith(f"{path}:")
    assert ": error file-" in remit.err
    assert remit.err.count("\n") == 1
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_file_too_large_is_refused_before_it_is_read(remit: Console, tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert remit("read", path, "--jsonl") == 2
    assert "209 MB" in remit.err


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_text_in_another_encoding_is_read(encoding: str, remit: Console, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert remit("read", path, "--text") == 0
    assert remit.out == TEXT


def test_a_folder_of_bad_files_writes_only_what_was_read(remit: Console, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    assert remit("read", folder, "--out", tmp_path / "out") == 1
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["good.jsonl"]
    assert remit.err.count(": error file-") == len(FILES)


@pytest.mark.parametrize("name", ["empty.txt", "binary.txt", "cut.docx", "mixed.txt", "bomb.docx"])
@pytest.mark.parametrize("command", ["check", "lint"])
def test_other_commands_refuse_them_too(name: str, command: str, remit: Console, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert remit(command, path) == 2
    assert remit.err.count("\n") == 1


def test_an_output_that_cannot_be_written_is_exit_2(remit: Console, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert remit("read", path, "-o", tmp_path / "none" / "r.yaml") == 2
    assert "file-unwritable" in remit.err
