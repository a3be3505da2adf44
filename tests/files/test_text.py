"""Plain text: the file's own words, whatever the encoding; what is no text is refused with a remedy."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.problem import Level
from remit.files.document import read_document
from remit.files.encoding import decode_text
from remit.files.text import MAX_BYTES, extract
from tests.files.documents import REGULATION, write

ENGLISH = (
    "1. The master shall inspect the alarm every week.\n2. The owner shall keep a record for 3 years.\n" * 5
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LATIN = "§ 12.3 The “owner” shall inspect the café – each week.\n(a) The owner’s record shall be kept.\n" * 5


@pytest.mark.parametrize(
    "data",
    [
        REGULATION.encode(),
        codecs.BOM_UTF8 + REGULATION.encode(),
        REGULATION.encode("gb18030"),
        REGULATION.encode("utf-16-le"),
        REGULATION.encode("utf-16-be"),
        codecs.BOM_UTF16_LE + REGULATION.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + REGULATION.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + REGULATION.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + REGULATION.encode("utf-32-be"),
        REGULATION.encode("utf-32-le"),
        REGULATION.encode("utf-32-be"),
        REGULATION.replace("\n", "\r\n").encode(),
        REGULATION.replace("\n", "\r\n").encode("gb18030"),
        REGULATION.replace("\n", "\r").encode("utf-16-le"),
    ],
    ids=[
        "utf8",
        "utf8-bom",
        "gb18030",
        "u16le",
        "u16be",
        "u16le-bom",
        "u16be-bom",
        "u32",
        "u32be",
        "u32le-bare",
        "u32be-bare",
        "crlf",
        "gb-crlf",
        "u16-cr",
    ],
)
def test_it_reads_every_usual_encoding_to_the_same_text(data: bytes, tmp_path: Path) -> None:
    found = extract(write(tmp_path / "a.txt", data))
    assert found.text == REGULATION
    assert all(p.level is Level.NOTE for p in found.problems)


TRADITIONAL = (
    "第一條 各單位應當於每月第一個工作日檢查消防設備，並於三日內報告主管機關。\n第二條 本辦法自公布日施行。\n"
)


def test_it_reads_big5(tmp_path: Path) -> None:
    found = extract(write(tmp_path / "a.txt", TRADITIONAL.encode("big5")))
    assert (found.text, dict(found.problems[0].values)) == (TRADITIONAL, {"encoding": "BIG5"})


def test_mixed_line_ends_become_one_kind_and_nothing_else_changes(tmp_path: Path) -> None:
    text = "第一条 甲。\r\n\u3000\u3000第二条\u00a0乙。\r第三条 \U00020000。\n\x0c第四条\u2028丁。"
    found = extract(write(tmp_path / "a.txt", text.encode()))
    assert found.text == text.replace("\r\n", "\n").replace("\r", "\n")
    assert found.problems == ()


def test_offsets_count_into_the_printed_text_and_quote_the_words_of_the_file(tmp_path: Path) -> None:
    text = "第１条\u3000各单位应当每月检查︔\r\n（㈠）甲\u00a0\U00020bb7办；\r\n（二）乙。\r\n"
    path = write(tmp_path / "a.txt", text.encode())
    document = read_document(path)
    lines = text.replace("\r\n", "\n")
    assert document.text == lines
    shown = [lines[clause.start : clause.end] for clause in document.outline.clauses]
    assert shown[0].startswith("第１条\u3000各单位")
    assert any("甲\u00a0\U00020bb7办；" in words for words in shown)


@pytest.mark.parametrize("at", [0, 20, 400])
def test_a_text_with_nul_bytes_is_refused(at: int, tmp_path: Path) -> None:
    data = REGULATION.encode()
    found = extract(write(tmp_path / "a.txt", data[:at] + b"\0" + data[at:]))
    assert (found.text, [p.code for p in found.problems]) == ("", ["file-binary"])


@pytest.mark.parametrize(
    ("text", "encoding"), [(ENGLISH, "utf-16-le"), (ENGLISH, "utf-16-be"), (LATIN, "cp1252")]
)
def test_it_reads_english_in_old_encodings(text: str, encoding: str, tmp_path: Path) -> None:
    assert extract(write(tmp_path / "a.txt", text.encode(encoding))).text == text


def test_it_says_which_encoding_it_assumed(tmp_path: Path) -> None:
    (problem,) = extract(write(tmp_path / "a.txt", REGULATION.encode("gb18030"))).problems
    assert (problem.code, dict(problem.values)["encoding"]) == ("file-encoding", "GB18030")


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    assert extract(write(tmp_path / "a.pdf", REGULATION.encode())).text == REGULATION


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0\ufeff"), min_size=1))
def test_utf8_comes_back_as_it_is(text: str) -> None:
    assert decode_text(text.encode()) == (text, ())


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_an_error_and_never_an_exception(data: bytes) -> None:
    text, problems = decode_text(data)
    assert not text or {p.code for p in problems if p.level is Level.ERROR} <= {"file-truncated"}
    assert "\r" not in text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b" \n\n\t ", "file-empty"),
        (bytes(range(256)) * 20, "file-binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "file-binary"),
        (b"\x7fELF" + b"\0\1\2\3" * 100, "file-binary"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "file-unsupported"),
        (OLE + b"\0" * 504 + b"\xec\xa5" + b"\0" * 8 + b"\0\1" + b"\0" * 600, "file-encrypted"),
        (
            OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "file-encrypted",
        ),
        (b"<!DOCTYPE html><html></html>", "file-empty"),
    ],
)
def test_it_refuses_what_is_no_text(data: bytes, code: str, tmp_path: Path) -> None:
    found = extract(write(tmp_path / "a.txt", data))
    assert found.text == ""
    assert [p.code for p in found.problems] == [code]
    assert found.problems[0].level is Level.ERROR
    assert found.problems[0].remedy
    assert found.problems[0].place.file.endswith("a.txt")


def test_it_says_where_a_utf8_file_breaks(tmp_path: Path) -> None:
    data = REGULATION.encode() + "附则".encode("gb18030") + REGULATION.encode()
    found = extract(write(tmp_path / "a.txt", data))
    (problem,) = found.problems
    assert (found.text, problem.code, problem.place.line, problem.place.column) == (
        "",
        "file-encoding",
        11,
        1,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_it_says_that_a_file_was_cut_off_and_reads_what_there_is(encoding: str, tmp_path: Path) -> None:
    found = extract(write(tmp_path / "a.txt", REGULATION.strip().encode(encoding)[:-1]))
    assert [(p.code, p.level) for p in found.problems] == [("file-truncated", Level.ERROR)]
    assert found.text == REGULATION.strip()[:-1]


def test_it_refuses_by_size_before_it_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    (problem,) = extract(path).problems
    assert problem.code == "file-too-large"
    assert MAX_BYTES < 200 * 1024 * 1024


def test_it_refuses_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    assert [p.code for p in extract(tmp_path / "none.txt").problems] == ["file-missing"]
    assert [p.code for p in extract(tmp_path).problems] == ["file-folder"]
    assert [p.code for p in extract(Path("/dev/null")).problems] == ["file-kind"]
