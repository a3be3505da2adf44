"""What is shown of a file, and who attended by a list."""

from __future__ import annotations

import io
import zlib

import pypdfium2
import pytest
import xlsxwriter

from remit.files.confine import parse_data
from remit.files.preview import picture_type, preview_file
from remit.files.sign_in_list import read_sign_in_list

PNG = b"\x89PNG\r\n\x1a\n"


def workbook(sheets: dict[str, list[list[str]]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return made.getvalue()


def pdf(width: int = 200, height: int = 100) -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(width, height)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (PNG + b"rest", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", ""),
        (b"%PDF-1.7", ""),
        (b"", ""),
    ],
)
def test_an_image_is_known_by_its_first_bytes_and_never_by_its_name(head: bytes, kind: str) -> None:
    assert picture_type(head) == kind


def test_the_first_page_of_a_pdf_is_drawn_in_its_proportions() -> None:
    shown, _ = preview_file(pdf())
    assert shown.picture.startswith(PNG)
    width, height = (int.from_bytes(shown.picture[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (900, 450)
    body = shown.picture[shown.picture.index(b"IDAT") + 4 :]
    channels = {0: 1, 2: 3, 6: 4}[shown.picture[25]]
    assert len(zlib.decompressobj().decompress(body)) == height * (width * channels + 1)


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"%PDF-" + b"\0" * 100])
def test_a_broken_pdf_shows_nothing_and_says_so(data: bytes) -> None:
    shown, problems = preview_file(data)
    assert (shown.picture, shown.text) == (b"", "")
    assert [p.code for p in problems] == ["no-preview"]
    assert parse_data("page", data).problems


def test_long_text_is_cut_and_says_so() -> None:
    shown, problems = preview_file("检查情况正常。\n".encode() * 5000)
    assert len(shown.text) == 20_000
    assert shown.cut
    assert problems == ()


def test_bytes_that_are_no_text_are_not_shown() -> None:
    assert [p.code for p in preview_file(b"\0\1\2\3" * 100)[1]] == ["no-preview"]


def test_a_sheet_shows_its_first_rows() -> None:
    shown, _ = preview_file(workbook({"台账": [["名称", "数量"], *([["灭火器", "12"]] * 150)]}))
    assert shown.rows[:2] == (("名称", "数量"), ("灭火器", "12"))
    assert len(shown.rows) == 100
    assert shown.cut


def test_a_zip_that_is_no_workbook_is_no_sheet() -> None:
    assert [p.code for p in preview_file(b"PK\x03\x04 broken")[1]] == ["no-preview"]


def test_a_sign_in_list_is_read_below_its_title() -> None:
    rows = [
        ["培训签到表", ""],
        ["序号", "姓名", "部门"],
        ["1", "张三", "总务处"],
        ["2", "李四", ""],
        ["", "", ""],
    ]
    assert read_sign_in_list(workbook({"签到": rows}), name="a.xlsx") == ("张三 | 总务处\n李四", ())


def test_a_list_of_names_needs_no_header() -> None:
    assert read_sign_in_list(b"Name\nAnn\n\nBo", name="a.csv") == ("Ann\nBo", ())
    assert read_sign_in_list("张三\n李四".encode("gb18030"), name="a.txt") == ("张三\n李四", ())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a,b\nc,d\n", "table-header"),
        (b"\n\n", "sign-in-list"),
        ("\n".join(f"N{n}" for n in range(5001)).encode(), "sign-in-list"),
        (b"PK broken", "file-damaged"),
    ],
)
def test_what_is_no_list_of_people_is_said(data: bytes, code: str) -> None:
    text, problems = read_sign_in_list(data, name="a.csv")
    assert text == ""
    assert [p.code for p in problems][:1] == [code]
