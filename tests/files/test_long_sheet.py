"""Long worksheets: rows streamed into a workbook laid out without them, and read back as they were."""

from __future__ import annotations

import io
import zipfile

import pytest
import python_calamine
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from remit.files.long_sheet import write_long_sheet


def layout(last: int) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    page = book.add_worksheet("x")
    plain, number = book.add_format({"num_format": "@"}), book.add_format({"num_format": "0"})
    page.merge_range("A1:A2", "序号")
    page.write("B1", "事项")
    page.write_blank(2, 0, None, number)
    page.write_blank(2, 1, None, plain)
    page.autofilter(1, 0, last - 1, 1)
    book.close()
    return stream.getvalue()


def written(*rows: tuple[int, str]) -> bytes:
    stream = io.BytesIO()
    assert write_long_sheet(stream, rows, layout, first=3) == len(rows)
    return stream.getvalue()


def shown(data: bytes) -> list[list[object]]:
    return (
        python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )


def test_rows_follow_the_layout_and_its_filter_reaches_the_last_one():
    data = written((1, "检查"), (2, ""), (3, "=1+1"))
    assert shown(data)[2:] == [[1.0, "检查"], [2.0, ""], [3.0, "=1+1"]]
    xml = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert '<autoFilter ref="A2:B5"/>' in xml
    assert '<mergeCell ref="A1:A2"/>' in xml
    assert "<f>" not in xml


def test_without_rows_the_layout_is_all():
    assert shown(written())[1:] in ([], [["", ""]])


def test_a_row_of_another_width_is_an_error():
    with pytest.raises(ValueError, match="zip"):
        written((1, "a", "b"))  # type: ignore[arg-type]


signs = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")


@given(
    st.lists(
        st.tuples(st.integers(0, 10**9), st.text(signs | st.sampled_from("\n\t=+-@&<>_x41"))), max_size=4
    )
)
def test_every_text_is_read_back_as_it_was(rows):
    found = shown(written(*rows))[2:]
    assert [(row[0], row[1]) for row in found] == [(number, text) for number, text in rows]


def test_what_no_workbook_can_hold_falls_away_and_long_texts_are_cut():
    found = shown(written((1, "a\x00\x0b\ud800b"), (2, "长" * 40_000)))
    assert found[2][1] == "ab"
    assert len(found[3][1]) == 32_000
