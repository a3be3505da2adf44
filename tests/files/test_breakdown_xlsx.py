"""The task breakdown goes out as a workbook and comes back without loss; what cannot be read is named by its cell."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.cli.language import load_words
from remit.core.breakdown_text import CELLS, RowEdit, cells_mark, cells_of, read_rows, tidy_cell
from remit.files.breakdown_reading import BreakdownFile, locate_faults, read_breakdown
from remit.files.breakdown_xlsx import COLUMNS, breakdown_workbook
from remit.files.workbook import parse_xlsx
from tests.core import division
from tests.core.division import CHECK, DIVIDED, DRILL, SCHOOL, TODAY
from tests.files.workbooks import rewrite

ROWS = division.rows(DIVIDED)
NAMES = division.names()
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=40).map(
    tidy_cell
)


def written(typed: dict[str, RowEdit] | None = None, **more: Any) -> bytes:
    choices = ("后勤副校长", "望潮区教育局")
    return breakdown_workbook(
        ROWS, NAMES, choices, load_words("zh"), unit=SCHOOL, day=TODAY, typed=typed, **more
    )


def edited(ref: str, **cells: str) -> RowEdit:
    row = next(row for row in ROWS if row.ref == ref)
    own = cells_of(row.item, NAMES)
    return RowEdit(duty=ref, mark=row.mark, shown=cells_mark(own), cells={**own, **cells})


def back(data: bytes) -> BreakdownFile:
    found, problems = read_breakdown(data, unit=SCHOOL[0], file="f.xlsx")
    assert problems == ()
    return found


def codes(data: bytes) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in read_breakdown(data, unit=SCHOOL[0], file="f")[1]]


def rewritten(
    change: Callable[[list[list[str]]], None], then: Callable[[Any], None] = lambda _: None
) -> bytes:
    """The workbook as another program would save it after its cells were changed."""
    return rewrite(written(), change, then)


def test_what_went_out_and_comes_back_changes_nothing():
    found = read_rows(back(written()).rows, division.held(ROWS), NAMES, unit="E-P", since=TODAY)
    assert (found.changes, found.items, found.removed, found.problems) == ((), (), (), ())


@settings(max_examples=15, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(("measures", "due", "note"), TEXT)), TEXT)
def test_what_was_typed_comes_back_as_it_was_typed(cells: dict[str, str], evidence: str):
    typed = {CHECK: edited(CHECK, **cells, evidence=evidence), DRILL: edited(DRILL, lead="观海中学")}
    rows = {row.duty: row for row in back(written(typed)).rows}
    assert {cell: rows[CHECK].cells[cell] for cell in CELLS} == typed[CHECK].cells
    assert rows[DRILL] == typed[DRILL]
    found = read_rows(rows.values(), division.held(ROWS), NAMES, unit="E-P", since=TODAY)
    assert {one.duty for one in found.changes} == {
        DRILL,
        *([CHECK] if any([*cells.values(), evidence]) else []),
    }
    (drill,) = [one for one in found.items if one.duty == DRILL]
    assert drill == replace(DIVIDED, since=TODAY, lead=("E-M",))


def test_what_looks_like_a_formula_stays_a_text():
    cells = {DRILL: edited(DRILL, note="=1+1", measures="+86", due="-3", evidence="@x")}
    data = written(cells)
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    row = next(row for row in back(data).rows if row.duty == DRILL)
    assert [row.cells[c] for c in ("note", "measures", "due", "evidence")] == ["=1+1", "+86", "-3", "@x"]


def test_it_is_laid_out_as_offices_print_it():
    parts = zipfile.ZipFile(io.BytesIO(written()))
    sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    book = parts.read("xl/workbook.xml").decode()
    assert 'ySplit="4"' in sheet
    assert 'state="frozen"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert "<autoFilter" in sheet
    assert "<dataValidation " in sheet
    assert 'hidden="1"' in re.findall(r"<col [^>]*>", sheet)[-1]
    assert "第&amp;P页共&amp;N页" in re.sub(r"\s", "", sheet)
    assert "Print_Titles" in book
    assert 'state="hidden"' in book
    head = parse_xlsx(written()).sheets[0].rows
    assert [head[2][at] or head[3][at] for at in (0, 5, 10)] == ["序号", "具体措施", "完成时限"]
    assert (head[2][6], head[3][6:10]) == ("责任分工", ("牵头单位", "配合单位", "分管领导", "责任人"))


def test_the_headers_of_both_languages_are_known():
    data = breakdown_workbook(ROWS, NAMES, (), load_words("en"), unit=SCHOOL, day=TODAY)
    assert len(back(data).rows) == len(ROWS)
    words = load_words("zh")
    assert [words(column.english) for column in COLUMNS] == [column.chinese for column in COLUMNS]


def test_rows_may_be_sorted_and_columns_moved():
    def shuffle(rows: list[list[str]]) -> None:
        rows[4:] = rows[:3:-1]
        for row in rows:
            row.insert(0, row.pop(12))

    assert {row.duty: row for row in back(rewritten(shuffle)).rows} == {
        row.duty: row for row in back(written()).rows
    }


def test_a_row_without_its_key_a_row_twice_and_a_missing_column_are_named():
    def spoil(rows: list[list[str]]) -> None:
        rows[5][13] = ""
        rows[6][13] = rows[4][13]

    assert codes(rewritten(spoil)) == [("breakdown-no-key", 6, 0), ("breakdown-row-twice", 7, 0)]
    assert codes(rewritten(lambda rows: rows[2].__setitem__(5, "别的"))) == [("table-header", 4, 0)]


def test_formulas_and_merged_cells_are_named():
    found = codes(rewritten(lambda _: None, lambda page: page.write_formula(5, 5, "=A1", None, "x")))
    assert found == [("cell-formula", 6, 6)]
    assert codes(rewritten(lambda _: None, lambda page: page.merge_range(4, 10, 5, 10, "x"))) == [
        ("cell-merged", 5, 11)
    ]


def test_another_workbook_is_told_from_one_of_another_unit():
    assert codes(b"no workbook") == [("file-damaged", 0, 0)]
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.add_worksheet("x").write_string(0, 0, "序号")
    book.close()
    assert codes(stream.getvalue()) == [("breakdown-no-table", 0, 0)]
    assert [p.code for p in read_breakdown(written(), unit="W-P", file="f")[1]] == ["breakdown-other-unit"]


def test_more_rows_than_any_breakdown_has_are_refused():
    assert codes(rewritten(lambda rows: rows.extend([["x"]] * 10_000)))[0][0] == "breakdown-too-long"
    million = rewritten(lambda _: None, lambda page: page.write_string(1_048_575, 13, "x"))
    assert codes(million)[0][0] == "file-bomb"


def test_a_fault_is_placed_in_its_cell_and_painted_there():
    typed = {DRILL: edited(DRILL, lead="没有的科室")}
    given = back(written(typed))
    found = read_rows(given.rows, division.held(ROWS), NAMES, unit="E-P", since=TODAY)
    (problem,), by_cell = locate_faults(found.problems, given)
    assert (problem.place.line, problem.place.column, problem.place.ref) == (6, 7, "责任分解表")
    assert list(by_cell) == [(DRILL, "lead")]
    data = written(typed, faults={(DRILL, "lead"): "没有这个科室"})
    assert "没有这个科室" in zipfile.ZipFile(io.BytesIO(data)).read("xl/comments1.xml").decode()
    assert back(data).rows == given.rows
