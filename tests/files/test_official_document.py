"""Official documents: the page of GB/T 9704-2012, and a unit's implementing plan set on it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from remit.cli.language import load_words
from remit.files.implementing_plan import Basis, implementing_plan
from remit.files.official_document import Annex, Block, OfficialDocument, document_bytes
from tests.core import division

DAY = date(2026, 5, 20)
BASIS = Basis(
    title="临港市学校消防安全责任制实施办法", issued_by="临港市人民政府", number="", since=date(2026, 1, 1)
)
ANNEX = Annex(title="责任分解表", head=("序号", "事项"), widths=(1, 4), rows=(("1", "演练\n检查"),) * 60)


def document(**more: object) -> OfficialDocument:
    given = {
        "title": "实施方案",
        "addressee": "各部门",
        "body": (
            Block("总体要求", 1),
            Block("分项", 2),
            Block("再分项", 3),
            Block("又分项", 4),
            Block("另一项", 2),
            Block("责任" * 1500),
            Block("附则", 1),
        ),
        "signed": "望潮区第一小学",
        "day": DAY,
        "day_words": "2026年5月20日",
        "annexes": (ANNEX,),
        **more,
    }
    return OfficialDocument(**given)  # type: ignore[arg-type]


def opened(made: OfficialDocument) -> Document:
    return docx.Document(io.BytesIO(document_bytes(made)))


def texts(made: OfficialDocument) -> list[str]:
    return [paragraph.text for paragraph in opened(made).paragraphs]


def test_the_page_is_that_of_the_standard():
    made = opened(document())
    page = made.sections[0]
    size = [round(one.mm) for one in (page.page_width, page.page_height)]
    margins = [
        round(one.mm) for one in (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    ]
    assert (size, margins) == ([210, 297], [37, 35, 28, 26])
    style = made.styles["Normal"].element
    assert style.pPr.find(qn("w:spacing")).get(qn("w:line")) == "579"
    assert style.pPr.find(qn("w:spacing")).get(qn("w:lineRule")) == "exact"
    assert style.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-5"
    assert style.rPr.find(qn("w:sz")).get(qn("w:val")) == "32"
    assert style.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert "docGrid" not in made.element.xml


def test_headings_are_numbered_and_set_as_the_standard_says():
    made = opened(document())
    by_text = {p.text: p.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia")) for p in made.paragraphs if p.text}
    for text, font in {
        "一、总体要求": "黑体",
        "（一）分项": "楷体_GB2312",
        "1.再分项": "仿宋_GB2312",
        "（1）又分项": "仿宋_GB2312",
        "（二）另一项": "楷体_GB2312",
        "二、附则": "黑体",
        "各部门：": "仿宋_GB2312",
        "实施方案": "方正小标宋简体",
    }.items():
        assert by_text[text] == font


def test_page_numbers_stand_between_dashes_on_the_outer_side():
    made = opened(document())
    page = made.sections[0]
    assert made.settings.odd_and_even_pages_header_footer
    assert [f.paragraphs[0].alignment for f in (page.footer, page.even_page_footer)] == [2, 0]
    assert page.footer.paragraphs[0].text == "— 1 —"
    assert "PAGE" in page.footer.paragraphs[0]._element.xml


def test_the_signature_stands_over_the_middle_of_the_day():
    made = opened(document())
    sign, day = [p for p in made.paragraphs if p.text in {"望潮区第一小学", "2026年5月20日"}]
    character = 315  # twips
    assert round(day.paragraph_format.right_indent.twips / character, 2) == 4
    # seven characters above a day of six and a half
    assert round(sign.paragraph_format.right_indent.twips / character, 2) == 3.75


def test_a_table_is_annexed_across_the_sheet_with_its_header_on_every_page():
    made = opened(document())
    across = made.sections[1]
    assert across.page_width > across.page_height
    table = made.tables[0]
    assert "tblHeader" in table.rows[0]._tr.xml
    assert all("cantSplit" in row._tr.xml for row in table.rows)
    assert table.rows[1].cells[1].text == "演练\n检查"
    assert "附件：责任分解表" in texts(document())


def test_in_english_the_page_is_a_plain_western_one():
    made = document(language="en", title="Plan", addressee="To all", day_words="20 May 2026")
    said = texts(made)
    assert [line for line in said if line[:2] in {"To", "1.", "(a", "2."}] == [
        "To all:",
        "1. 总体要求",
        "1.1 分项",
        "(a) 再分项",
        "1.2 另一项",
        "2. 附则",
    ]
    assert opened(made).styles["Normal"].font.name == "Times New Roman"


def test_control_characters_do_not_break_it():
    assert "ab" in texts(document(body=(Block("a\x0bb"),)))


def plan(language: str) -> OfficialDocument:
    words = load_words(language)
    rows = division.rows(division.DIVIDED)
    names = division.names()
    return implementing_plan(rows, names, [BASIS], words, unit=division.SCHOOL[1], day=DAY, language=language)


def test_a_plan_says_on_what_it_rests_who_answers_and_each_duty_by_chapter():
    made = plan("zh")
    assert made.title == "望潮区第一小学贯彻落实《临港市学校消防安全责任制实施办法》实施方案"
    assert "《临港市学校消防安全责任制实施办法》" in made.body[0].text
    assert [block.text for block in made.body if block.level == 1] == ["责任分工", "总则", "日常管理"]
    drill = next(at for at, block in enumerate(made.body) if block.text.startswith("每季度至少组织一次"))
    assert made.body[drill].text.endswith("（第三条(一)）。")
    assert made.body[drill + 1].text == "制定演练方案\n组织演练"
    assert (
        "牵头单位：安全主任；配合单位：观海中学、教学副校长；分管领导：后勤副校长"
        in made.body[drill + 2].text
    )
    check = next(block for block in made.body if block.text.startswith("责任人："))
    assert "校长 陶春远" in check.text
    assert len(made.annexes[0].rows) == 6


def test_a_plan_in_english_is_whole():
    made = plan("en")
    assert made.title.startswith("Plan of 望潮区第一小学 to implement")
    assert made.day_words == "20 May 2026"
    assert document_bytes(made)


def test_the_file_is_one_that_word_opens():
    parts = zipfile.ZipFile(io.BytesIO(document_bytes(plan("zh"))))
    assert parts.testzip() is None
    assert "仿宋_GB2312" in parts.read("word/document.xml").decode()


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="left out: no LibreOffice, no pdftotext",
)
def test_a_page_has_22_lines_of_28_characters(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(document_bytes(document(body=(Block("责任" * 1500),), annexes=())))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*command, "a.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    second = ["pdftotext", "-layout", "-f", "2", "-l", "2", "a.pdf", "-"]
    shown = subprocess.run(
        second, cwd=tmp_path, check=True, capture_output=True, text=True, timeout=60
    ).stdout
    lines = [line.strip() for line in shown.splitlines() if line.strip()]
    assert lines[-1].replace(" ", "") == "—2—"
    assert [len(line) for line in lines[:-1]] == [28] * 22
