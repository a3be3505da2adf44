"""PDF files: wrapped lines become paragraphs again, furniture goes, what has no text is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from remit.core.problem import Level
from remit.files.pdf_lines import Line, join_lines
from remit.files.text import extract
from tests.files.documents import REGULATION, pdf_bytes, scanned_pdf, write

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
