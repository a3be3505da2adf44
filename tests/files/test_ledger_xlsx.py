"""The ledger as a workbook: the offices' columns and page, texts that stay texts, any number of rows."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import pytest
import python_calamine

from remit.cli.language import load_words
from remit.core.breakdown import BreakdownItem
from remit.core.ledger import LedgerRow
from remit.files.due_calendar import ledger_calendar
from remit.files.ledger_xlsx import LEDGER_COLUMNS, ledger_cells, write_ledger
from tests.files import papers

ITEM = BreakdownItem(
    duty="harbour/art-4",
    unit="e1",
    since=date(2026, 1, 1),
    leader="e1/deputy",
    lead=("e1",),
    supporting=("e1/other",),
    due="每月25日前",
    measures="@逐个检查",
    evidence=("检查表",),
    note="-重点",
)


def workbook(rows=None, translate: Callable[[str], str] | None = None) -> bytes:
    stream = io.BytesIO()
    write_ledger(
        stream,
        papers.ledger() if rows is None else rows,
        papers.names(),
        translate or load_words("zh"),
        unit="东一泊位",
        period="2026年上半年",
        day=papers.DAY,
    )
    return stream.getvalue()


def shown(data: bytes) -> list[list[object]]:
    return (
        python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )


def test_its_columns_are_those_of_the_offices_under_a_merged_header_of_two_rows():
    data = workbook()
    rows = shown(data)
    assert rows[0][0] == "东一泊位2026年上半年责任台账"
    assert "填报单位：东一泊位" in rows[1][0]
    assert [lower or upper for upper, lower in zip(rows[2], rows[3], strict=True)] == (
        "序号 责任事项 责任内容 具体措施 牵头单位 责任科室 分管领导 责任人 完成时限 进展情况 佐证材料 状态 备注".split()
    )
    assert [column.chinese for column in LEDGER_COLUMNS] == [
        b or a for a, b in zip(rows[2], rows[3], strict=True)
    ]
    merged = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).merged_cell_ranges
    assert ((2, 4), (2, 7)) in merged
    assert sum(((2, at), (3, at)) in merged for at in range(len(LEDGER_COLUMNS))) == 9


def test_it_is_frozen_filtered_and_printed_across_a4_with_page_numbers():
    xml = zipfile.ZipFile(io.BytesIO(workbook())).read("xl/worksheets/sheet1.xml").decode()
    assert 'ySplit="4"' in xml
    assert '<autoFilter ref="A4:M10"/>' in xml
    assert 'paperSize="9"' in xml
    assert 'orientation="landscape"' in xml
    assert "第&amp;P页" in xml
    names = zipfile.ZipFile(io.BytesIO(workbook())).read("xl/workbook.xml").decode()
    assert "Print_Titles" in names


def test_a_row_says_what_was_done_and_what_shows_it():
    february = shown(workbook())[5]
    assert february[0] == 2.0
    assert february[9:12] == ["已完成1/1次\n2026-02-03 =缆桩检查", "+照片.jpg", "按期完成"]
    assert february[4] == "东一泊位"


def test_what_the_unit_divided_stands_before_what_degrees_say():
    row = next(papers.ledger(items=(ITEM,)))
    cells = ledger_cells(row, papers.names(), load_words("zh"))
    assert cells["lead"] == "东一泊位"
    assert (cells["section"], cells["leader"]) == ("行政副泊位长", "副泊位长")
    assert (cells["due"], cells["measures"]) == ("2026-01-31\n每月25日前", "@逐个检查")
    assert cells["evidence"] == "应提供：检查表"
    assert cells["note"] == "-重点"


def test_texts_that_look_like_formulas_stay_texts_and_control_signs_fall_away():
    row = next(papers.ledger(items=(replace(ITEM, measures="=1+1\x07", note="@SUM(A1)"),)))
    data = workbook([row])
    assert [shown(data)[4][at] for at in (3, 12)] == ["=1+1", "@SUM(A1)"]
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()


def test_an_empty_ledger_is_a_ledger():
    assert len(shown(workbook([]))) == 4


def test_rows_are_written_as_they_come():
    taken: list[int] = []

    def endless():
        for row in cycle([next(papers.ledger())]):
            taken.append(1)
            yield row

    assert len(shown(workbook(islice(endless(), 300)))) == 304
    assert len(taken) == 300


def office_with_tables() -> str:
    """LibreOffice with its part for workbooks; REMIT_SOFFICE may name another one."""
    program = os.environ.get("REMIT_SOFFICE") or shutil.which("soffice") or ""
    there = bool(program) and list(Path(program).resolve().parent.glob("libsclo.*"))
    if not there and os.environ.get("CI") != "true":
        pytest.skip("left out: ledgers in LibreOffice, as it has no Calc here (libreoffice-calc-nogui)")
    return program


def test_libreoffice_opens_it_unchanged(tmp_path: Path):
    program = office_with_tables()
    row: LedgerRow = next(papers.ledger(items=(replace(ITEM, measures="=1+1", note="+2"),)))
    rows = [replace(row, number=number) for number in range(1, 41)]
    (tmp_path / "a.xlsx").write_bytes(workbook(rows))
    command = [
        program,
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run(
        [*command, "--outdir", "out", "a.xlsx"], cwd=tmp_path, check=True, capture_output=True, timeout=120
    )
    before, after = (shown((tmp_path / name).read_bytes()) for name in ("a.xlsx", "out/a.xlsx"))
    assert after == before


def test_due_days_are_entries_of_a_calendar():
    said = ledger_calendar(papers.ledger(), papers.names(), load_words("zh"), unit="东一泊位", day=papers.DAY)
    text = said.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 6
    assert "SUMMARY:到期：泊位单位应当检查缆桩（东一泊位）" in text
    assert said == ledger_calendar(
        papers.ledger(), papers.names(), load_words("zh"), unit="东一泊位", day=papers.DAY
    )
