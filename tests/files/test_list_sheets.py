"""Sheets as they come from offices, and workbooks that are none or too much."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from remit.core.post import Group, Holder, Seat, Unit
from remit.core.problem import Level
from remit.files import list_sheets
from remit.files.list_sheets import read_sheets
from remit.files.organisation import Lists, read_lists
from tests.files.documents import write

HEAD = ["编码", "名称", "上级", "类别"]
ROWS = [["001", "港湾市", "", "市"], ["002", "东港区", "001", "区"]]


def book(path: Path, sheets: dict[str, list[list[Any]]]) -> openpyxl.Workbook:
    """A workbook of sheets of rows, to be changed further and saved."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return made


def read(made: openpyxl.Workbook, path: Path, what: str = "") -> Lists:
    made.save(path / "lists.xlsx")
    return read_lists(path / "lists.xlsx", what)


def codes(lists: Lists) -> list[str]:
    return [problem.code for problem in lists.problems]


def test_a_code_keeps_its_zeros_and_a_number_has_no_point(tmp_path: Path) -> None:
    lists = read(book(tmp_path, {"单位": [HEAD, *ROWS, [101.0, "西岭区", "001", "区"]]}), tmp_path)
    assert [unit.code for unit in lists.organisation.units] == ["001", "002", "101"]
    assert codes(lists) == []


def test_full_width_figures_letters_and_spaces_in_codes_become_plain(tmp_path: Path) -> None:
    rows = [HEAD, ["Ａ０１ ", "港湾市"], ["Ａ０２", "东港区", "　Ａ０１\u200b"]]
    lists = read(
        book(
            tmp_path,
            {
                "单位": rows,
                "岗位": [["单位", "岗位", "责任"], ["Ａ０２", "区长（代）", "第一责任人"]],
                "任职": [["岗位", "姓名", "起"], ["A02/区长（代）", "王芳", "2025.3.1"]],
            },
        ),
        tmp_path,
    )
    assert [(unit.code, unit.parent) for unit in lists.organisation.units] == [("A01", ""), ("A02", "A01")]
    assert lists.organisation.posts[0].code == lists.organisation.holders[0].post == "A02/区长（代）"


def test_shifted_columns_are_found_by_their_header_below_a_title(tmp_path: Path) -> None:
    rows = [
        ["", "", "港湾市机构一览表"],
        [],
        ["", "填报单位：港湾市"],
        ["", "名称", "序号", "上级单位", "单位编码*"],
    ]
    rows += [["", "港湾市", 1, "", "001"], ["", "东港区", 2, "001", "002"]]
    lists = read(book(tmp_path, {"机构": rows}), tmp_path)
    assert lists.organisation.units == (
        Unit(code="001", name="港湾市"),
        Unit(code="002", name="东港区", parent="001"),
    )


def test_a_value_merged_downwards_holds_for_its_rows_and_that_is_said(tmp_path: Path) -> None:
    made = book(tmp_path, {"单位": [HEAD, *ROWS, ["003", "西岭区", None, None]]})
    made["单位"].merge_cells("D3:D4")
    made["单位"].merge_cells("C3:C4")
    lists = read(made, tmp_path)
    assert [(unit.parent, unit.kind) for unit in lists.organisation.units[1:]] == [("001", "区")] * 2
    assert [(p.code, p.level, p.place.line) for p in lists.problems] == [("cells-merged", Level.NOTE, 3)]


def test_a_heading_merged_across_is_no_row(tmp_path: Path) -> None:
    made = book(tmp_path, {"单位": [HEAD, ROWS[0], ["一、各区", None, None, None], ROWS[1]]})
    made["单位"].merge_cells("A3:D3")
    lists = read(made, tmp_path)
    assert (len(lists.organisation.units), codes(lists)) == (2, ["rows-passed-over"])


def test_a_formula_gives_the_value_it_had_and_one_without_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet("单位")
    for at, row in enumerate([HEAD, ROWS[0], ["", "东港区", "001", "区"], ["", "西岭区", "001", "区"]]):
        sheet.write_row(at, 0, row)
    sheet.write_formula("A3", '="0"&"02"', None, "002")
    sheet.write_formula("A4", '="0"&"03"', None, "")
    made.close()
    lists = read_lists(path)
    assert [unit.code for unit in lists.organisation.units] == ["001", "002"]
    assert {"formulas-read", "formula-without-value"} <= set(codes(lists))
    wrong = next(p for p in lists.problems if p.code == "formula-without-value")
    assert (wrong.level, wrong.place.line, wrong.place.column) == (Level.ERROR, 4, 1)


def test_days_come_as_dates_numbers_and_office_forms(tmp_path: Path) -> None:
    rows = [
        ["岗位", "姓名", "起", "止", "代理"],
        ["a", "王", date(2025, 3, 1), "至今", "是"],
        ["b", "李", 45717, "2025年12月31日", "否"],
        ["c", "张", "2025.3.1", "", ""],
        ["d", "赵", "20250301", "2025/12/31 00:00", "主持工作"],
    ]
    lists = read(book(tmp_path, {"任职": rows}), tmp_path)
    assert codes(lists) == []
    first, last = date(2025, 3, 1), date(2025, 12, 31)
    assert lists.organisation.holders == (
        Holder(post="a", person="王", since=first, acting=True),
        Holder(post="b", person="李", since=first, until=last),
        Holder(post="c", person="张", since=first),
        Holder(post="d", person="赵", since=first, until=last, acting=True),
    )


@pytest.mark.parametrize("written", ["2025-02-30", "2025年3月", "上月", "123456", "25-3-1"])
def test_what_is_no_day_is_said_at_its_cell(written: str, tmp_path: Path) -> None:
    lists = read(book(tmp_path, {"任职": [["岗位", "姓名", "起"], ["a", "王", written]]}), tmp_path)
    assert [(p.code, p.place.line, p.place.column) for p in lists.problems] == [("date-invalid", 2, 3)]


def test_hidden_rows_and_sheets_are_taken_in_and_that_is_said(tmp_path: Path) -> None:
    made = book(
        tmp_path, {"单位": [HEAD, *ROWS], "岗位": [["单位", "岗位", "责任"], ["001", "市长", "first"]]}
    )
    made["单位"].row_dimensions[3].hidden = True
    made["岗位"].sheet_state = "hidden"
    lists = read(made, tmp_path)
    assert (len(lists.organisation.units), len(lists.organisation.posts)) == (2, 1)
    assert codes(lists) == ["rows-hidden", "sheet-hidden"]


def test_a_header_that_comes_again_on_each_page_is_passed_over(tmp_path: Path) -> None:
    lists = read(book(tmp_path, {"单位": [HEAD, ROWS[0], HEAD, ROWS[1]]}), tmp_path)
    assert (len(lists.organisation.units), codes(lists)) == (2, ["header-again"])


def test_two_tables_on_a_sheet_are_not_mixed(tmp_path: Path) -> None:
    below = read(
        book(tmp_path, {"单位": [HEAD, *ROWS, [], ["单位", "岗位", "责任"], ["001", "市长", "first"]]}),
        tmp_path,
    )
    assert "table-second" in codes(below)
    beside = read(book(tmp_path, {"单位": [[*HEAD, "", *HEAD], [*ROWS[0], "", *ROWS[1]]]}), tmp_path)
    assert "header-twice" in codes(beside)


def test_a_sheet_is_known_by_its_header_where_its_name_says_nothing(tmp_path: Path) -> None:
    sheets = {"Sheet1": [HEAD, *ROWS], "Sheet2": [["随便"], ["什么"]]}
    lists = read(book(tmp_path, sheets), tmp_path)
    assert (len(lists.organisation.units), codes(lists)) == (2, ["sheet-passed-over"])
    assert len(read(book(tmp_path, sheets), tmp_path, "units").organisation.units) == 2
    assert codes(read(book(tmp_path, sheets), tmp_path, "posts")) == ["sheet-missing"]


def test_portfolios_and_leading_groups_are_lists_of_their_own(tmp_path: Path) -> None:
    sheets: dict[str, list[list[Any]]] = {
        "单位": [HEAD, *ROWS],
        "岗位": [["单位", "岗位", "责任"], ["001", "市长", "第一责任人"], ["001", "副市长", "直接责任人"]],
        "分管": [
            ["岗位", "分管事项", "分管单位"],
            ["001/副市长", "消防、食品", "002"],
            ["001/副市长", "教育", ""],
        ],
        "领导小组": [
            ["小组编码", "单位", "小组名称", "办公室", "席位", "岗位"],
            ["G", "001", "消防小组", "002", "成员", "001/副市长"],
            ["G", "", "", "", "组长", "001/市长"],
        ],
    }
    lists = read(book(tmp_path, sheets), tmp_path)
    assert codes(lists) == []
    deputy = lists.organisation.posts[1]
    assert (deputy.portfolio, deputy.covers) == (("消防", "食品", "教育"), ("002",))
    seats = ((Seat.CHAIR, "001/市长"), (Seat.MEMBER, "001/副市长"))
    assert lists.organisation.groups == (
        Group(code="G", unit="001", title="消防小组", office="002", seats=seats),
    )
    sheets["领导小组"][2][2] = "另一小组"
    sheets["领导小组"][1][4] = "顾问"
    assert codes(read(book(tmp_path, sheets), tmp_path)) == ["seat-unknown", "cell-empty"]


def test_a_portfolio_for_a_post_that_is_nowhere_is_an_error(tmp_path: Path) -> None:
    lists = read(book(tmp_path, {"分管": [["岗位", "分管事项"], ["x", "消防"]]}), tmp_path)
    assert codes(lists) == ["portfolio-post"]


def test_a_million_formatted_rows_without_content_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "单位"
    for row in [HEAD, *ROWS]:
        sheet.append(row)
    made.save(path)
    _more_rows(
        path, "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(4, 1_000_001)), "A1:D1000000"
    )
    assert len(read_lists(path).organisation.units) == 2


def test_a_million_rows_are_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    book(tmp_path, {"单位": [HEAD, *ROWS]}).save(path)
    cell = '<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c></row>'
    _more_rows(path, "".join(cell.format(n=n) for n in range(4, 1_000_001)), "A1:D1000000")
    (problem,) = read_lists(path).problems
    assert (problem.code, dict(problem.values)["rows"]) == ("sheet-too-long", "1000000")


def test_a_cell_far_below_does_not_make_the_rows_between(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    book(tmp_path, {"单位": [HEAD, *ROWS]}).save(path)
    _more_rows(path, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "A1:XFD1048576")
    (problem,) = read_lists(path).problems
    assert problem.code == "sheet-too-wide"
    assert "Delete what stands far below" in problem.text()


def _more_rows(path: Path, rows: str, dimension: str) -> None:
    """Put rows as XML at the end of the first sheet."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = "xl/worksheets/sheet1.xml"
    text = parts[name].decode()
    start, end = text.index('<dimension ref="') + 16, text.index('"', text.index('<dimension ref="') + 16)
    text = text[:start] + dimension + text[end:]
    parts[name] = text.replace("</sheetData>", rows + "</sheetData>").encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part, data in parts.items():
            new.writestr(part, data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook-old"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file-encrypted",
        ),
        (b"PK\x03\x04 torn", "file-damaged"),
        (b"words", "file-damaged"),
    ],
)
def test_what_is_no_workbook_is_one_problem(data: bytes, code: str) -> None:
    sheets, problems = read_sheets(data)
    assert (sheets, [p.code for p in problems]) == ((), [code])


def test_another_container_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        made.writestr("word/document.xml", "<a/>")
    assert [p.code for p in read_sheets((tmp_path / "x.zip").read_bytes())[1]] == ["workbook-none"]


def test_it_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    book(tmp_path, {"单位": [HEAD]}).save(tmp_path / "a.xlsx")
    monkeypatch.setattr(list_sheets, "parse_lists", None)
    assert read_sheets((tmp_path / "a.xlsx").read_bytes())[0][0].rows == [HEAD]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_one_list_may_be_a_csv_file(encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path / "名单.csv", "编码,名称\n001,港湾市\n".encode(encoding))
    for what in ("", "units"):
        lists = read_lists(path, what)
        assert (lists.organisation.units, lists.problems) == ((Unit(code="001", name="港湾市"),), ())


def test_a_quotation_mark_too_many_is_said(tmp_path: Path) -> None:
    path = write(tmp_path / "units.csv", ('code,name\nA,"open\n' + "x,y\n" * 50_000).encode())
    assert [p.code for p in read_lists(path, "units").problems] == ["csv-broken"]
