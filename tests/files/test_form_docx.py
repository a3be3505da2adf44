"""Forms that are documents: filled in across runs, in tables and headers, and read back exactly."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.files.forms import changed, data, document, filled, paragraphs, read


def opened(form: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(form))


def said(form: bytes) -> list[str]:
    """What each paragraph of the body says, content controls included."""
    made = opened(form)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    signs = {f"{w}br": "\n", f"{w}tab": "\t"}
    return [
        "".join(signs.get(one.tag, one.text or "") for one in p.iter(f"{w}t", f"{w}br", f"{w}tab"))
        for p in made.element.body.iter(f"{w}p")
    ]


def test_a_field_is_filled_in_whatever_runs_it_is_cut_into_and_keeps_the_face_of_its_first():
    def make(made):
        paragraph = made.add_paragraph("填报单位：{")
        strong = paragraph.add_run("{ un")
        strong.bold = True
        paragraph.add_run("it }} （盖章）{{period}}")

    form, codes = filled(document(make), data({"unit": "东一泊位", "period": "2026年"}))
    assert codes == []
    assert said(form)[0] == "填报单位：东一泊位 （盖章）2026年"
    assert opened(form).paragraphs[0].runs[0].text == "填报单位："


def test_a_value_keeps_its_lines_and_tabs_and_is_never_markup():
    form, _ = filled(paragraphs("{{a}}"), data({"a": "一\n二\t<w:p>&{{b}}"}))
    assert said(form)[0] == "一\n二\t<w:p>&{{b}}"


def test_names_may_be_chinese_and_braces_of_full_width():
    form, codes = filled(
        paragraphs("｛｛填报单位｝｝"), data({"unit": "东一泊位"}, aliases={"填报单位": "unit"})
    )
    assert (said(form)[0], codes) == ("东一泊位", [])


def table(*cells: str) -> bytes:
    def make(made):
        there = made.add_table(rows=3, cols=len(cells))
        for at, text in enumerate(cells):
            there.rows[0].cells[at].text = f"列{at}"
            there.rows[1].cells[at].text = text
            there.rows[2].cells[at].text = "合计"

    return document(make)


ROWS = [{"what": "检查", "count": 3}, {"what": "演练", "count": 1}]


def test_a_row_of_a_table_is_repeated_for_every_row():
    form, codes = filled(
        table("{{row.what}}（{{unit}}）", "{{row.count}}"), data({"unit": "E"}, {"row": ROWS})
    )
    assert codes == []
    rows = [_texts(row) for row in opened(form).tables[0].rows]
    assert rows == [["列0", "列1"], ["检查（E）", "3"], ["演练（E）", "1"], ["合计", "合计"]]


def _texts(row) -> list[str]:
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return ["".join(t.text or "" for t in cell._tc.iter(f"{w}t")) for cell in row.cells]


def test_a_table_without_rows_leaves_one_that_is_empty():
    template = table("{{row.what}}", "x{{row.count}}")
    form, _ = filled(template, data({}, {"row": []}))
    assert [_texts(row) for row in opened(form).tables[0].rows][1] == ["", "x"]
    found, codes = read(template, form)
    assert (found.tables, codes) == ({"row": ()}, [])


def test_headers_and_footers_are_part_of_the_form():
    def make(made):
        made.sections[0].header.paragraphs[0].text = "{{unit}}"
        made.sections[0].footer.paragraphs[0].text = "{{day}}"

    template = document(make)
    form, _ = filled(template, data({"unit": "E", "day": "2026-06-30"}))
    assert read(template, form)[0].values == {"unit": "E", "day": "2026-06-30"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{unti}}", "form-field-unknown"),
        ("{{row.what}}", "form-row-outside"),
        ("{{row.nothing}}", "form-field-unknown"),
        ("{{unit.__class__}}", "form-field-unknown"),
        ("{{ unit|upper }}", "form-field-malformed"),
        ("{% for x in y %}{{", "form-field-malformed"),
        ("{{ ''.__class__.__mro__ }}", "form-field-malformed"),
        ("{{empty}}", "form-field-empty"),
    ],
)
def test_what_is_no_field_of_ours_is_a_problem_with_its_place_and_runs_nothing(text, code):
    template = paragraphs("标题", text)
    form, codes = filled(template, data({"unit": "E", "empty": ""}, {"row": ROWS}))
    assert codes[0] == code
    if code != "form-field-empty":
        assert said(form)[1] == text


def test_a_row_of_two_tables_is_a_problem():
    _, codes = filled(table("{{row.what}}", "{{done.what}}"), data({}, {"row": ROWS, "done": ROWS}))
    assert codes == ["form-row-mixed"]


def test_a_field_that_was_taken_out_is_missing_and_one_that_contradicts_itself_is_said():
    template = paragraphs("{{a}}", "{{a}}", "{{b}}")
    form, _ = filled(template, data({"a": "一", "b": "二"}))
    found, codes = read(template, changed(form, "word/document.xml", "remit:b", "mine"))
    assert (found.values, codes) == ({"a": "一"}, ["form-field-missing"])
    found, codes = read(template, changed(form, "word/document.xml", "remit:b", "remit:a"))
    assert (found.values, codes) == ({"a": "一"}, ["form-field-differs", "form-field-missing"])


def test_what_somebody_writes_into_a_filled_form_is_read():
    template = paragraphs("单位：{{unit}}。")
    form, _ = filled(template, data({"unit": "东一泊位"}))
    edited = changed(form, "word/document.xml", "东一泊位", "东二泊位")
    assert read(template, edited)[0].values == {"unit": "东二泊位"}


signs = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
texts = st.text(signs | st.sampled_from("\n\t{}＝="), max_size=30)


@given(texts, texts, st.lists(st.fixed_dictionaries({"what": texts, "count": texts}), max_size=3))
def test_what_was_filled_in_is_read_back_exactly(a, b, rows):
    def make(made):
        made.add_paragraph("{{a}}{{b}}：{{a}}")
        there = made.add_table(rows=1, cols=1)
        there.rows[0].cells[0].text = "{{row.what}}/{{row.count}}"

    template = document(make)
    form, _ = filled(template, data({"a": a, "b": b}, {"row": rows}))
    found, codes = read(template, form)
    assert codes == []
    assert found.values == {"a": a, "b": b}
    assert list(found.tables["row"]) == rows
