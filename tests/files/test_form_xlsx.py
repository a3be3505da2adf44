"""Forms that are workbooks: cells and named cells, repeated rows, what stays, and what is read back."""

from __future__ import annotations

import io
import zipfile
from string import ascii_letters

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from remit.files.form_cells import column_letters, column_number, insert_rows, move_down
from tests.files.forms import book, cells, changed, data, filled, read


def sheet(form: bytes, name: str = "报表") -> list[list[object]]:
    return (
        python_calamine.load_workbook(io.BytesIO(form))
        .get_sheet_by_name(name)
        .to_python(skip_empty_area=False)
    )


def part(form: bytes, name: str = "xl/worksheets/sheet1.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(form)).read(name).decode()


def formulas(form: bytes) -> dict[str, str]:
    """Formulas of the first sheet by cell."""
    found = {}
    for piece in part(form).split("<c ")[1:]:
        if "<f>" in piece or "<f " in piece:
            ref = piece.split('r="')[1].split('"')[0]
            found[ref] = piece.split("<f")[1].split(">", 1)[1].split("</f>")[0]
    return found


def test_cells_are_filled_in_with_texts_and_numbers():
    template = cells(A1="填报单位：{{unit}}（{{period}}）", B2="{{due}}", C3="{{ note }}", D4="照旧")
    form, codes = filled(template, data({"unit": "E", "period": "2026年", "due": 12, "note": "=1+1"}))
    assert codes == []
    rows = sheet(form)
    assert rows[0][0] == "填报单位：E（2026年）"
    assert (rows[1][1], rows[2][2], rows[3][3]) == (12.0, "=1+1", "照旧")
    assert formulas(form) == {}


def test_named_cells_are_filled_in_and_their_names_stay():
    def make(made, page):
        page.write("A1", "应完成")
        made.define_name("due", "=报表!$B$1")
        made.define_name("合计", "=报表!$B$9")
        made.define_name("range", "=报表!$B$1:$B$3")
        page.write_formula("B4", "=B1*2")
        made.define_name("met", "=报表!$B$4")

    template = book(make)
    form, codes = filled(
        template, data({"due": 7, "total": 3, "range": 1, "met": 5}, aliases={"合计": "total"})
    )
    assert codes == []
    assert (sheet(form)[0][1], sheet(form)[8][1]) == (7.0, 3.0)
    assert formulas(form) == {"B4": "B1*2"}
    assert read(template, form, {"合计": "total"})[0].values == {"due": 7, "total": 3}


ROWS = [{"what": "检查", "count": 3}, {"what": "演练", "count": 1}, {"what": "报告", "count": 2}]


def form_of_rows(made, page):
    page.merge_range("A1:C1", "{{unit}}")
    page.write_row("A2", ["序号", "事项", "次数"])
    page.write_row("A3", ["{{row.number}}", "{{row.what}}（{{unit}}）", "{{row.count}}"])
    page.write_formula("D3", "=C3*2", None, 0)
    page.write("A4", "合计")
    page.write_formula("C4", "=SUM(C3:C3)", None, 0)
    page.write_formula("C5", "=C4+C2", None, 0)
    page.merge_range("A6:B6", "{{day}}")
    page.conditional_format("C3:C4", {"type": "cell", "criteria": ">", "value": 1})
    other = made.add_worksheet("汇总")
    other.write_formula("A1", "=报表!C4", None, 0)
    other.write_formula("A2", "=SUM(报表!C3:C3)+C4", None, 0)
    made.define_name("总数", "=报表!$C$4")


def numbered(rows):
    return [{**row, "number": n} for n, row in enumerate(rows, 1)]


def test_a_row_is_repeated_and_formulas_ranges_and_merged_cells_move_along():
    template = book(form_of_rows)
    form, codes = filled(template, data({"unit": "E", "day": "今日"}, {"row": numbered(ROWS)}))
    assert codes == []
    rows = sheet(form)
    assert [row[:3] for row in rows[2:5]] == [
        [1.0, "检查（E）", 3.0],
        [2.0, "演练（E）", 1.0],
        [3.0, "报告（E）", 2.0],
    ]
    assert rows[5][0] == "合计"
    assert rows[7][0] == "今日"
    assert formulas(form) == {
        "D3": "C3*2",
        "D4": "C4*2",
        "D5": "C5*2",
        "C6": "SUM(C3:C5)",
        "C7": "C6+C2",
    }
    other = part(form, "xl/worksheets/sheet2.xml")
    assert "<f>报表!C6</f>" in other
    assert "<f>SUM(报表!C3:C5)+C4</f>" in other
    assert '<mergeCell ref="A8:B8"/>' in part(form)
    assert 'sqref="C3:C6"' in part(form)
    assert "报表!$C$6" in part(form, "xl/workbook.xml")
    assert 'fullCalcOnLoad="1"' in part(form, "xl/workbook.xml")
    found, codes = read(template, form)
    assert codes == []
    assert found.values == {"unit": "E", "day": "今日"}
    assert found.tables == {"row": tuple(numbered(ROWS))}


def test_a_table_without_rows_leaves_one_that_is_empty():
    template = book(form_of_rows)
    form, _ = filled(template, data({"unit": "E", "day": "d"}, {"row": []}))
    assert sheet(form)[2][:3] == ["", "（E）", ""]
    found, codes = read(template, form)
    assert (found.tables, codes) == ({"row": ()}, [])


def test_merged_cells_of_the_row_are_repeated_and_shared_formulas_taken_apart():
    def make(made, page):
        page.merge_range("A2:B2", "{{row.what}}")
        page.write_formula("C2", "=A2", None, 0)
        page.write_formula("C4", "=C2+$C$2", None, 0)
        page.write_formula("C5", "=C3", None, 0)

    template = changed(
        changed(
            book(make),
            "xl/worksheets/sheet1.xml",
            "<f>C2+$C$2</f>",
            '<f t="shared" si="0" ref="C4:C5">C2+$C$2</f>',
        ),
        "xl/worksheets/sheet1.xml",
        "<f>C3</f>",
        '<f t="shared" si="0"/>',
    )
    form, _ = filled(template, data({}, {"row": ROWS[:2]}))
    assert '<mergeCell ref="A2:B2"/><mergeCell ref="A3:B3"/>' in part(form)
    assert formulas(form) == {"C2": "A2", "C3": "A3", "C5": "C2+$C$2", "C6": "C4+$C$2"}


def test_rows_repeat_in_several_places_of_a_sheet():
    template = cells(A1="{{row.what}}", A2="间", A3="{{done.what}}", A4="{{unit}}")
    form, _ = filled(template, data({"unit": "E"}, {"row": ROWS, "done": ROWS[:2]}))
    assert [row[0] for row in sheet(form)] == ["检查", "演练", "报告", "间", "检查", "演练", "E"]
    found, codes = read(template, form)
    assert codes == []
    assert [[row["what"] for row in found.tables[name]] for name in ("row", "done")] == [
        ["检查", "演练", "报告"],
        ["检查", "演练"],
    ]
    assert found.values == {"unit": "E"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{unti}}", "form-field-unknown"),
        ("{{row.nothing}}", "form-field-unknown"),
        ("{{other.what}}", "form-field-unknown"),
        ("{{ config.items() }}", "form-field-malformed"),
        ("{{row.what}}{{done.what}}", "form-row-mixed"),
        ("{{empty}}", "form-field-empty"),
    ],
)
def test_what_is_no_field_is_a_problem_and_changes_nothing(text, code):
    template = cells(B3=text)
    form, codes = filled(template, data({"empty": ""}, {"row": ROWS, "done": ROWS}))
    assert codes == [code]
    if code != "form-field-empty":
        assert sheet(form) == sheet(template)


def test_a_row_on_a_sheet_with_an_excel_table_is_refused():
    def make(_, page):
        page.write("A1", "{{row.what}}")
        page.add_table("C1:D3")

    _, codes = filled(book(make), data({}, {"row": ROWS}))
    assert codes == ["form-table"]


def test_a_form_filled_in_by_hand_is_read_where_the_template_has_its_cells():
    template = cells(A1="单位：{{unit}}", B2="{{due}}", A5="{{row.what}}")
    found, codes = read(template, cells(A1="单位：东一泊位", B2=12, A5="检查"))
    assert codes == []
    assert (found.values, found.tables) == ({"unit": "东一泊位", "due": 12}, {"row": ({"what": "检查"},)})
    found, codes = read(template, cells(A1="东一泊位", B2=1.5))
    assert codes == ["form-field-missing"]
    assert found.values == {"due": 1.5}


def test_what_moved_since_it_was_filled_in_is_still_found():
    template = cells(A1="{{unit}}", A2="{{row.what}}")
    form, _ = filled(template, data({"unit": "E"}, {"row": ROWS[:2]}))
    xml = part(form)
    for old, new in ((3, 4), (2, 3)):
        xml = xml.replace(f'r="A{old}"', f'r="A{new}"').replace(f'<row r="{old}"', f'<row r="{new}"')
    moved = changed(form, "xl/worksheets/sheet1.xml", part(form), xml)
    moved = changed(moved, "xl/workbook.xml", "$A$2:$A$3", "$A$3:$A$4")
    found, codes = read(template, moved)
    assert (codes, found.tables) == ([], {"row": ({"what": "检查"}, {"what": "演练"})})


signs = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
texts = st.text(signs | st.sampled_from("\n\t_x41={}"), max_size=20)
numbers = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False, width=32)


@given(texts | numbers, texts, st.lists(st.fixed_dictionaries({"what": texts | numbers}), max_size=3))
def test_what_was_filled_in_is_read_back_exactly(a, b, rows):
    template = cells(A1="{{a}}", B1="前：{{b}}。后", A2="{{row.what}}", A4="尾{{a}}")
    form, _ = filled(template, data({"a": a, "b": b}, {"row": rows}))
    found, codes = read(template, form)
    assert codes == []
    assert found.values == {"a": a, "b": b}
    assert list(found.tables["row"]) == ([{"what": row["what"]} for row in rows])
    assert type(found.values["a"]) is type(a)


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("B4+B5+B6", "B4+B5+B8"),
        ("SUM(B5:B5)", "SUM(B5:B7)"),
        ("SUM($B$1:B9)", "SUM($B$1:B11)"),
        ("SUM(B6:B9)", "SUM(B8:B11)"),
        ("SUM(B1:B4)", "SUM(B1:B4)"),
        ('IF(A6="B6","B6",\'报 表\'!B6)', 'IF(A8="B6","B6",\'报 表\'!B6)'),
        ("别表!B6+报表!B6", "别表!B6+报表!B8"),
        ("LOG10(B6)+A1B6", "LOG10(B8)+A1B6"),
    ],
)
def test_formulas_follow_the_rows_that_are_put_in(formula, moved):
    assert insert_rows(formula, 5, 2, sheet="报表", home="报表") == moved


def test_copied_formulas_move_but_for_what_is_fixed():
    assert move_down("A1+$A1+A$1+$A$1+SUM(B2:C3)", 2, 1) == "B3+$A3+B$1+$A$1+SUM(C4:D5)"
    assert insert_rows("B1048576", 5, 2, sheet="x", home="x") == "B1048576"


@given(st.integers(1, 18278))
def test_columns_have_letters(number):
    letters = column_letters(number)
    assert set(letters) <= set(ascii_letters.upper())
    assert column_number(letters) == number
