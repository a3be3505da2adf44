"""The template that offices fill in, and what they get back where something is wrong."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from remit.core.post import Holder, Organisation, Seat
from remit.core.problem import Level
from remit.files import organisation_errors
from remit.files.list_columns import COLUMNS, DEGREES, SHEETS
from remit.files.organisation import Lists, read_lists
from remit.files.organisation_errors import error_workbook
from remit.files.organisation_workbook import EXPLANATIONS, organisation_template

FILLED = {
    "units": [["001", "港湾市", "", "市"], ["002", "东港区", "001", "区", "沿海"]],
    "posts": [["002", "区长", "第一责任人", "", "", "", "2020-01-01"], ["002", "副区长", "direct"]],
    "holders": [["002/区长", "王芳", "2025年1月1日", "", "是"]],
    "portfolios": [["002/副区长", "消防", "002"]],
    "groups": [["G", "002", "消防小组", "", "组长", "002/区长"]],
}


def filled(path: Path, rows: dict[str, list[list[str]]], *, chinese: bool = True) -> Path:
    made = openpyxl.load_workbook(io.BytesIO(organisation_template(str, chinese=chinese)))
    for name, lines in rows.items():
        for line in lines:
            made[SHEETS[name][int(chinese)]].append(line)
    made.save(path)
    return path


@pytest.mark.parametrize("chinese", [True, False])
def test_the_filled_template_reads_as_it_was_filled(chinese: bool, tmp_path: Path) -> None:
    lists = read_lists(filled(tmp_path / "a.xlsx", FILLED, chinese=chinese))
    assert lists.problems == ()
    found = lists.organisation
    assert [(u.code, u.parent, u.tags) for u in found.units] == [("001", "", ()), ("002", "001", ("沿海",))]
    assert [(p.code, p.portfolio) for p in found.posts] == [("002/区长", ()), ("002/副区长", ("消防",))]
    assert isinstance(found.holders[0], Holder)
    assert found.holders[0].acting
    assert found.groups[0].seats == ((Seat.CHAIR, "002/区长"),)


@pytest.mark.parametrize("chinese", [True, False])
def test_the_empty_template_has_nothing_to_take_in(chinese: bool, tmp_path: Path) -> None:
    lists = read_lists(filled(tmp_path / "a.xlsx", {}, chinese=chinese))
    assert (lists.organisation, [p.code for p in lists.problems]) == (Organisation(), ["lists-empty"])


def test_every_column_is_explained_offered_and_a_text() -> None:
    assert {name: set(said) for name, said in EXPLANATIONS.items()} == {
        name: set(columns) for name, columns in COLUMNS.items()
    }
    made = openpyxl.load_workbook(io.BytesIO(organisation_template(str, chinese=True)))
    posts = made["岗位"]
    offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in posts.data_validations.dataValidation}
    assert offered["C2"].strip('"').split(",")[0] == "第一责任人"
    assert len(offered["C2"]) < 256
    assert "单位" in offered["A2"]
    assert {column.number_format for column in posts.column_dimensions.values()} == {"@"}
    assert posts["A2"].value.startswith("例：")
    assert posts["A2"].font.color.rgb == "FF6B7780"


def test_a_long_list_to_choose_from_stands_on_a_hidden_sheet() -> None:
    kinds = [f"kind of unit number {n}" for n in range(40)]
    made = openpyxl.load_workbook(io.BytesIO(organisation_template(str, chinese=False, kinds=kinds)))
    (rule,) = [one for one in made["units"].data_validations.dataValidation if str(one.sqref).startswith("D")]
    assert rule.formula1.endswith("$A$1:$A$40")
    hidden = made["remit-choices"]
    assert hidden.sheet_state == "hidden"
    assert [cell.value for cell in hidden["A"]] == kinds


def test_what_is_offered_can_be_read() -> None:
    assert all(words for words in DEGREES.values())


def wrong(tmp_path: Path) -> Lists:
    rows = {"units": [["001", "港湾市"], ["", "无码"]], "posts": [["001", "市长", "老大"]]}
    return read_lists(filled(tmp_path / "a.xlsx", rows))


def test_the_error_workbook_shows_the_values_again_with_red_cells_and_a_list_with_links(
    tmp_path: Path,
) -> None:
    lists = wrong(tmp_path)
    made = openpyxl.load_workbook(io.BytesIO(error_workbook(lists.sheets, lists.problems, str)))
    assert made.sheetnames[:2] == ["Problems", "填写说明"]
    listed = [[cell.value for cell in row] for row in made["Problems"].iter_rows(min_row=2)]
    assert [(row[1], row[2]) for row in listed] == [("单位", "A5"), ("岗位", "C4")]
    assert made["Problems"]["C3"].hyperlink.location == "'岗位'!C4"
    cell = made["岗位"]["C4"]
    assert (cell.value, cell.fill.fgColor.rgb) == ("老大", "FFF8C9C1")
    assert "老大" in cell.comment.text
    assert made["单位"]["A5"].comment is not None
    assert made["单位"]["A4"].comment is None
    assert [c.value for c in made["单位"][4][:2]] == ["001", "港湾市"]


def test_the_error_workbook_can_be_put_right_and_handed_in_again(tmp_path: Path) -> None:
    lists = wrong(tmp_path)
    made = openpyxl.load_workbook(io.BytesIO(error_workbook(lists.sheets, lists.problems, str)))
    made["岗位"]["C4"].value = "第一责任人"
    made["单位"]["A5"].value = "002"
    made.save(tmp_path / "b.xlsx")
    again = read_lists(tmp_path / "b.xlsx")
    assert [p for p in again.problems if p.level is Level.ERROR] == []
    assert [unit.code for unit in again.organisation.units] == ["001", "002"]


def test_of_very_large_lists_only_the_rows_at_fault_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(organisation_errors, "_WHOLE", 10)
    monkeypatch.setattr(organisation_errors, "_HEADER", 1)
    lists = wrong(tmp_path)
    made = openpyxl.load_workbook(io.BytesIO(error_workbook(lists.sheets, lists.problems, str)))
    assert made["单位"]["B4"].value is None
    assert made["单位"]["B5"].value == "无码"
    assert "only the rows at fault" in str(made["Problems"]["D5"].value)
