"""Forms from outside: opened in the confined process, refused where they are more than that, known by their fields."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from remit.cli.language import load_words
from remit.files.form import FormData, fill_form, list_fields, read_form
from remit.files.form_book import FormBook
from remit.files.form_container import FormContainer
from remit.files.form_field import MOST_ROWS
from remit.files.form_fields import ALIASES, ledger_fields, report_fields, statement_fields
from remit.files.refusal import RefusedError
from tests.files import papers
from tests.files.forms import cells, changed, data, paragraphs

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "forms.md"


def test_a_form_is_listed_filled_in_and_read_back():
    template = paragraphs("单位：{{填报单位}}", "{{行.事项}}")
    names = {"填报单位": "unit", "行": "row", "事项": "what"}
    fields, problems = list_fields(template, names)
    assert [(one.table, one.name, one.place.line) for one in fields][:1] == [("", "unit", 1)]
    template = cells(A1="单位：{{填报单位}}", A2="{{行.事项}}", B2="{{row.count}}")
    given = data(
        {"unit": "E"},
        {"row": [{"what": "=查", "count": 2}]},
        {"填报单位": "unit", "行": "row", "事项": "what"},
    )
    form, problems = fill_form(template, given)
    assert problems == ()
    said, problems = read_form(template, form, given.aliases)
    assert (said.values, said.tables, problems) == ({"unit": "E"}, {"row": [{"what": "=查", "count": 2}]}, ())


def with_part(form: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO(form)
    with zipfile.ZipFile(stream, "a") as made:
        made.writestr(name, content)
    return stream.getvalue()


LINKED = '<Relationship Id="x" Type="http://x/attachedTemplate" Target="http://example.org/t" TargetMode="External"/>'
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><w:p xmlns:w="x">&b;</w:p>'


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (b"", "file-damaged"),
        (b"no zip", "file-damaged"),
        (paragraphs("{{unit}}")[:900], "file-damaged"),
        (with_part(paragraphs("{{unit}}"), "word/vbaProject.bin", b"x"), "form-active"),
        (
            changed(
                paragraphs("{{unit}}"),
                "word/_rels/document.xml.rels",
                "</Relationships>",
                f"{LINKED}</Relationships>",
            ),
            "form-active",
        ),
        (with_part(paragraphs("{{unit}}"), "word/footer9.xml", ENTITY), "file-bomb"),
        (with_part(paragraphs("{{unit}}"), "word/media/a.png", b"\0" * 90_000_000), "file-bomb"),
    ],
    ids=["empty", "no zip", "torn", "macro", "linked template", "entity", "bomb"],
)
def test_what_is_more_or_less_than_a_form_is_refused(form, code):
    made, problems = fill_form(form, data({"unit": "E"}))
    assert (made, [one.code for one in problems]) == (b"", [code])


def test_another_office_file_is_no_form_and_neither_is_a_filled_one_of_another_kind():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("ppt/presentation.xml", "<a/>")
    assert fill_form(stream.getvalue(), data())[1][0].code == "form-kind"
    assert read_form(paragraphs("{{a}}"), cells(A1="a"))[1][0].code == "form-kind"
    assert list_fields(stream.getvalue())[1][0].code == "form-kind"


def test_a_link_to_be_clicked_is_no_danger():
    linked = LINKED.replace("attachedTemplate", "hyperlink")
    form = changed(
        paragraphs("{{unit}}"),
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f"{linked}</Relationships>",
    )
    assert FormContainer(form).root("word/document.xml") is not None


def test_more_rows_than_a_form_can_hold_are_refused():
    given = data({}, {"row": [{"what": "x"}] * (MOST_ROWS + 1)})
    assert fill_form(cells(A1="{{row.what}}"), given)[1][0].code == "form-rows"


def test_the_parts_that_have_no_fields_stay_as_they_are():
    template = paragraphs("{{unit}}", "照旧")
    form, _ = fill_form(template, data({"unit": "E"}))
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (template, form))
    assert after.namelist() == before.namelist()
    assert after.read("word/theme/theme1.xml") == before.read("word/theme/theme1.xml")
    with pytest.raises(RefusedError):
        FormContainer(b"PK")


def all_fields() -> dict[str, FormData]:
    zh = load_words("zh")
    given = {"unit": "东一泊位", "period": papers.half(), "day": papers.DAY}
    return {
        "report": report_fields(papers.report(), zh),
        "ledger": ledger_fields(papers.ledger(), papers.names(), zh, **given),
        "statement": statement_fields(papers.statement(), papers.names().labels, zh),
    }


def test_a_report_a_ledger_and_a_statement_have_their_fields():
    found = all_fields()
    report = found["report"].values
    assert (report["unit"], report["period"], report["due"], report["met"]) == (
        "东一泊位",
        "2026年上半年",
        6,
        1,
    )
    assert "未完成3项次" in report["shortcomings"]
    assert (report["addressee"], report["copies"]) == ("东作业区", "")
    rows = found["report"].tables["row"]
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    shortcoming = found["report"].tables["shortcoming_rows"][0]
    assert (shortcoming["count"], shortcoming["cause"], shortcoming["last"]) == (
        3,
        "未见工作记录",
        "2026-04-30",
    )
    assert [row["status"] for row in found["ledger"].tables["row"]][:2] == ["逾期未办", "按期完成"]
    assert found["statement"].values["posts"] == "泊位长"
    assert found["statement"].tables["row"][0]["days"] == "2026年1月1日至2026年5月20日"


def test_every_field_and_every_chinese_name_is_in_the_reference():
    said = REFERENCE.read_text(encoding="utf-8")
    names = {f"`{name}`" for one in all_fields().values() for name in one.values}
    names |= {f"`{name}`" for one in all_fields().values() for table in one.tables for name in [table]}
    names |= {
        f"`{name}`" for one in all_fields().values() for rows in one.tables.values() for name in rows[0]
    }
    assert sorted(name for name in names if name not in said) == []
    assert sorted(name for name in ALIASES if name not in said) == []


def test_a_chinese_name_means_a_field_that_there_is():
    known = {name for one in all_fields().values() for name in (*one.values, *one.tables)}
    known |= {name for one in all_fields().values() for rows in one.tables.values() for name in rows[0]}
    assert sorted(set(ALIASES.values()) - known) == []


@pytest.mark.parametrize(
    ("part", "name", "use"),
    [
        ("xl/worksheets/sheet1.xml", "sheetData>", lambda book: book.sheets[0].cell("B2")),
        ("xl/workbook.xml", "sheets>", lambda book: book.define("remit", "A1")),
    ],
)
def test_a_workbook_that_lacks_what_every_one_has_is_damaged(part, name, use):
    form = FormContainer(changed(cells(A1="{{unit}}"), part, name, f"other{name}"))
    with pytest.raises(RefusedError) as refused:
        use(FormBook(form))
    assert refused.value.problem.code == "file-damaged"
