"""PDF files: wrapped lines become paragraphs again, furniture goes, what has no text is refused."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from remit.core.problem import Level
from remit.files.page_line import Line
from remit.files.page_lines import join_lines, read_paragraphs
from remit.files.text import extract
from tests.files.documents import REGULATION, pdf_bytes, scanned_pdf, table_pdf, write

LONG = (
    "第一条 各单位应当按照规定配备消防设施、器材，设置消防安全标志，定期组织检验、维修，确保完好有效，"
    "并建立档案，如实记录检查情况。\n"
    "单位发现火灾隐患的，应当立即采取措施予以消除；不能立即消除的，应当向负责人报告，并由负责人组织整改，"
    "整改期间应当落实防范措施。\n"
    "第二条 本办法自公布之日起施行。\n"
)
ENGLISH = (
    "1. The port authority shall inspect every berth, crane and store at least once a quarter and shall keep "
    "a record of each inspection for three years at the office of the authority.\n"
    "2. The harbour master shall report to the board in June and in December of each year.\n"
)


@pytest.mark.parametrize("text", [REGULATION, LONG * 8, ENGLISH * 9], ids=["short", "chinese", "english"])
def test_wrapped_lines_become_paragraphs_again(text: str, tmp_path: Path) -> None:
    assert extract(write(tmp_path / "a.pdf", pdf_bytes(text))).text == text


def test_without_indents_the_right_edge_tells_paragraphs_apart(tmp_path: Path) -> None:
    found = extract(write(tmp_path / "a.pdf", pdf_bytes(LONG * 8, indent=False))).text
    same = Counter(found.splitlines()) & Counter((LONG * 8).splitlines())
    assert same.total() == 24


def page(*rows: str, number: int = 0, left: float = 80.0, full: float = 500.0) -> list[Line]:
    """Rows from the top of a page; a row that ends in `>` is full."""
    return [
        Line(r.rstrip(">"), number, left, full if r.endswith(">") else 300.0, 700 - 20 * n, 712 - 20 * n, 800)
        for n, r in enumerate(rows)
    ]


def at(line: Line, bottom: float) -> Line:
    return Line(line.text, line.page, line.left, line.right, bottom, bottom + 12, line.page_height)


def test_page_numbers_and_repeated_heads_go() -> None:
    lines: list[Line] = []
    for number in range(5):
        head, foot = page("港湾市消防救援支队文件", f"第 {number + 1} 页 共 5 页", number=number)
        lines += [at(head, 770), *page(f"第{number + 1}条 有话。", number=number), at(foot, 20)]
    assert join_lines(lines) == "".join(f"第{n}条 有话。\n" for n in range(1, 6))


def test_a_paragraph_runs_over_the_page() -> None:
    lines = [*page("第一条 各单位应当定期>", number=0), *page("组织检查并>", "报告。", number=1)]
    assert join_lines(lines) == "第一条 各单位应当定期组织检查并报告。\n"


def test_a_cited_article_at_a_line_begin_opens_nothing() -> None:
    lines = page("单位违反本办法>", "第三条规定的，责令改正；违反>", "第四条 自行改正。")
    assert join_lines(lines) == "单位违反本办法第三条规定的，责令改正；违反\n第四条 自行改正。\n"


def test_english_lines_join_with_a_blank_and_hyphens_as_the_document_writes_them() -> None:
    lines = page(
        "The self-inspection shall be a self->", "inspection of the whole prem->", "ises and premises kept."
    )
    assert (
        join_lines(lines)
        == "The self-inspection shall be a self-inspection of the whole premises and premises kept.\n"
    )


def test_the_number_of_an_item_in_an_enumeration_opens_nothing() -> None:
    lines = page("镇人民政府履行前款第（一）、（四）、>", "（五）项职责，并形成清单（附件2、附件>", "10）。")
    assert (
        join_lines(lines)
        == "镇人民政府履行前款第（一）、（四）、（五）项职责，并形成清单（附件2、附件10）。\n"
    )


def test_a_sentence_between_two_items_belongs_to_the_first() -> None:
    rows = ["第一条 单位应当：", "（一）保持通道畅通，保证设施完好。>", "不得占用通道。", "（二）定期检查。"]
    lines = page(*rows, *(f"第{n}条 短。" for n in "二三四五六七八九"))
    assert "（一）保持通道畅通，保证设施完好。不得占用通道。\n（二）" in join_lines(lines)


def test_where_the_page_is_silent_the_document_decides_and_it_is_counted() -> None:
    unsure = ["第一条 港务局每年组织演练，并形成报告。>", "港务局应当公开报告。"]
    unsure += [row for n in "九十" for row in (f"第{n}条 各单位应当定期组织检查并>", "报告。")]
    plain = [row for n in range(2, 9) for row in (f"第{n}条 有关单位检查。", "港务局应当公开结果。")]
    joined = [f"第{n}条 有关单位检查。港务局应当公开结果。" for n in range(2, 9)]
    text, count = read_paragraphs(page(*unsure, *plain))
    assert (text.splitlines()[:2], count) == (
        ["第一条 港务局每年组织演练，并形成报告。", "港务局应当公开报告。"],
        1,
    )
    text, count = read_paragraphs(page(*unsure, *joined))
    assert (text.splitlines()[0], count) == ("第一条 港务局每年组织演练，并形成报告。港务局应当公开报告。", 1)


def test_a_hyphen_that_the_file_marks_at_a_line_end_is_closed() -> None:
    lines = page("The premises and the prem\x02>", "ises shall be kept clean.")
    assert join_lines(lines) == "The premises and the premises shall be kept clean.\n"


def columns(*rows: tuple[str, str]) -> list[Line]:
    """Rows of two columns, left and right line side by side, as a file may order them."""
    return [
        Line(text, 0, left, left + 200, 700 - 20 * n, 712 - 20 * n, 800)
        for n, pair in enumerate(rows)
        for left, text in zip((60.0, 300.0), pair, strict=True)
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"第一条的第{n}行文字占满一行" for n in range(12)]
    right = [f"左栏之后的第{n}行占满一行" for n in range(12)]
    title = Line("港湾市消防规定公报全文刊载于本页", 0, 100, 460, 740, 760, 800)
    found = join_lines([title, *columns(*zip(left, right, strict=True))])
    assert found == title.text + "\n" + "".join(left + right) + "\n"


def test_a_table_without_rules_is_no_pair_of_columns() -> None:
    rows = [
        Line(text, 0, left, left + wide, 700 - 20 * n, 712 - 20 * n, 800)
        for n in range(14)
        for left, wide, text in ((60.0, 30.0 + 9 * (n % 4), f"事项{n}"), (300.0, 200.0, f"要求{n}"))
    ]
    assert join_lines(rows) == "".join(f"事项{n}\t要求{n}\n" for n in range(14))


GRID = [
    ["序号", "事项", "时限"],
    ["1", "组织开展港口危险货物作业场所消防安全大检查，建立隐患台账", "每季度一次"],
    ["2", "报送总结", "每年12月31日前"],
    ["", "公开结果", "每年"],
]


def test_a_ruled_table_reads_row_by_row(tmp_path: Path) -> None:
    data = table_pdf(GRID, [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (0, 2), (0, 3))])
    rows = "".join("\t".join(row) + "\n" for row in GRID)
    assert (
        extract(write(tmp_path / "a.pdf", data)).text
        == f"附件 责任清单\n{rows}说明：本清单自公布之日起执行。\n"
    )


def test_a_table_without_outer_sides_is_a_table(tmp_path: Path) -> None:
    sides = [("LINEABOVE", (0, 0), (-1, 0), 1, "black"), ("LINEBELOW", (0, -1), (-1, -1), 1, "black")]
    data = table_pdf(GRID[:3], [*sides, ("INNERGRID", (0, 0), (-1, -1), 1, "black")])
    found = extract(write(tmp_path / "a.pdf", data)).text
    assert "\n1\t组织开展港口危险货物作业场所消防安全大检查，建立隐患台账\t每季度一次\n" in found


def test_a_box_around_text_is_no_table(tmp_path: Path) -> None:
    data = table_pdf([["第一条 各单位应当检查。"]], [("BOX", (0, 0), (-1, -1), 0.5, "black")])
    assert extract(write(tmp_path / "a.pdf", data)).text.splitlines()[1] == "第一条 各单位应当检查。"


def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setPageRotation(90)
    canvas.translate(500, 100)
    canvas.rotate(90)
    for n, row in enumerate(["1. The owner shall test every alarm", "of the store.", "2. He reports."]):
        canvas.drawString(0, -20 * n, row)
    canvas.showPage()
    canvas.save()
    found = extract(write(tmp_path / "a.pdf", out.getvalue())).text
    assert found == "1. The owner shall test every alarm of the store.\n2. He reports.\n"


def test_pieces_side_by_side_are_a_row() -> None:
    left, right = Line("演练", 0, 80, 120, 700, 712, 800), Line("每年一次", 0, 300, 360, 700, 712, 800)
    assert join_lines([left, right]) == "演练\t每年一次\n"


def refused(data: bytes, folder: Path) -> str:
    found = extract(write(folder / "a.pdf", data))
    assert found.text == ""
    (problem,) = found.problems
    assert problem.level is Level.ERROR
    assert problem.remedy
    return problem.code


def test_it_refuses_what_needs_a_password(tmp_path: Path) -> None:
    assert refused(pdf_bytes(REGULATION, password="harbour"), tmp_path) == "file-encrypted"


def test_it_refuses_pictures_of_pages(tmp_path: Path) -> None:
    assert refused(scanned_pdf(), tmp_path) == "file-scanned"


@pytest.mark.parametrize("kept", [20, 400, 2000])
def test_it_refuses_a_file_cut_off(kept: int, tmp_path: Path) -> None:
    assert refused(pdf_bytes(REGULATION)[:kept], tmp_path) in {"file-damaged", "file-scanned"}
