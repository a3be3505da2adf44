"""`remit report`: every kind of paper, what may be asked for, and the superior's form."""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path

import docx
import pytest

from remit.cli import living_report
from remit.cli.language import load_words
from remit.cli.report_arguments import KINDS, LATER, report_arguments
from remit.files import pdf_out
from tests.files.forms import cells, paragraphs
from tests.store.cast import NOW, drill
from tests.store.conftest import port

__all__ = ["port"]
pytestmark = pytest.mark.usefixtures("port")

PARTS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the cast."""
    monkeypatch.setattr(living_report.timezone, "localtime", lambda: NOW)


def written(
    folder: Path, kind: str, name: str, *more: str, period: str = "2027H1", unit: str = "/1/2"
) -> int:
    """Run the command in this process, in English, and return its exit code."""
    words = load_words("en")
    parser = argparse.ArgumentParser()
    report_arguments(parser, words)
    given = [kind, "--unit", unit, "--period", period, *more]
    given += ["-o", str(folder / name)] if name else []
    return living_report.run(parser.parse_args(given), words)


@pytest.mark.parametrize(
    ("kind", "period", "ending"),
    [
        ("half-year", "2027H1", ".docx"),
        ("annual", "2027", ".docx"),
        ("ledger", "2027Q1", ".xlsx"),
        ("statement", "2027", ".docx"),
        ("breakdown", "2027", ".xlsx"),
        ("plan", "2027", ".docx"),
    ],
)
def test_every_kind_is_written_in_its_own_form(tmp_path, kind, period, ending):
    drill()
    more = ("--person", "Cai") if kind == "statement" else ()
    assert written(tmp_path, kind, f"x{ending}", *more, period=period) == 0
    assert PARTS[ending] in zipfile.ZipFile(tmp_path / f"x{ending}").namelist()


def test_a_report_says_what_the_records_say(tmp_path):
    drill()
    assert written(tmp_path, "half-year", "x.docx") == 0
    said = [one.text for one in docx.Document(str(tmp_path / "x.docx")).paragraphs]
    title = "Report of North terminal on how it discharged its responsibility for fire safety in the first half of 2027"
    assert said[0] == title
    assert any(one.startswith("hold a fire drill (2): times done: 1") for one in said)


def test_the_due_days_of_a_period_are_a_calendar(tmp_path):
    assert written(tmp_path, "plan", "x.ics") == 0
    said = (tmp_path / "x.ics").read_text(encoding="utf-8")
    assert "SUMMARY:Due: hold a fire drill (North terminal)" in said
    assert said.count("BEGIN:VEVENT") == 2


def test_a_ledger_may_cover_all_below(tmp_path):
    assert written(tmp_path, "ledger", "x.xlsx", "--subtree", unit="/1") == 0
    assert "South terminal" in zipfile.ZipFile(tmp_path / "x.xlsx").read("xl/worksheets/sheet1.xml").decode()


def test_a_ledger_that_no_worksheet_holds_is_not_written(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(living_report, "MOST_LEDGER_ROWS", 1)
    assert written(tmp_path, "ledger", "x.xlsx") == 2
    assert "ledger-long" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "name", "period", "code"),
    [
        *((kind, "x.docx", "2027", "report-later") for kind in LATER),
        ("half-year", "x.docx", "2027", "report-period"),
        ("annual", "x.docx", "2027H1", "report-period"),
        ("ledger", "x.xlsx", "soon", "period-unknown"),
        ("ledger", "", "2027", "report-no-file"),
        ("ledger", "x.docx", "2027", "report-kind"),
        ("plan", "x", "2027", "report-kind"),
    ],
)
def test_a_wrong_call_writes_nothing_and_says_why(tmp_path, capsys, kind, name, period, code):
    assert written(tmp_path, kind, name, period=period) == 2
    assert f"error {code}:" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_to_is_a_problem(tmp_path, capsys):
    assert written(tmp_path, "half-year", "nowhere/x.docx") == 2
    assert "file-unwritable" in capsys.readouterr().err


def test_a_pdf_is_printed_where_there_is_an_office_program(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(pdf_out, "find_office", lambda: "")
    assert written(tmp_path, "half-year", "x.pdf") == 2
    assert "office-missing-print" in capsys.readouterr().err


def test_the_superiors_form_is_filled_in(tmp_path):
    drill()
    form = tmp_path / "form.docx"
    form.write_bytes(paragraphs("填报单位：{{填报单位}}", "{{due}}/{{met}}", "{{shortcomings}}"))
    assert written(tmp_path, "half-year", "x.docx", "--template", str(form)) == 0
    xml = zipfile.ZipFile(tmp_path / "x.docx").read("word/document.xml").decode()
    assert "North terminal" in xml
    assert "remit:met" in xml
    book = tmp_path / "form.xlsx"
    book.write_bytes(cells(A1="{{unit}}", A3="{{row.number}}", B3="{{行.责任事项}}", C3="{{row.status}}"))
    assert written(tmp_path, "ledger", "y.xlsx", "--template", str(book)) == 0
    assert written(tmp_path, "statement", "z.xlsx", "--template", str(book), "--person", "Cai") == 2


@pytest.mark.parametrize(
    ("template", "kind", "name", "code"),
    [
        ("none.docx", "annual", "x.docx", "file-missing"),
        ("form.docx", "annual", "x.xlsx", "report-kind"),
        ("form.docx", "plan", "x.docx", "report-kind"),
        ("form.txt", "annual", "x.txt", "report-kind"),
        ("wrong.docx", "annual", "x.docx", "form-field-unknown"),
        ("torn.docx", "annual", "x.docx", "file-damaged"),
    ],
)
def test_a_form_that_cannot_be_filled_in_writes_nothing(tmp_path, capsys, template, kind, name, code):
    (tmp_path / "form.docx").write_bytes(paragraphs("{{unit}}"))
    (tmp_path / "wrong.docx").write_bytes(paragraphs("{{unti}}"))
    (tmp_path / "torn.docx").write_bytes(paragraphs("{{unit}}")[:500])
    assert written(tmp_path, kind, name, "--template", str(tmp_path / template), period="2027") == 2
    said = capsys.readouterr().err
    assert code in said
    assert not (tmp_path / name).exists()


def test_the_kinds_that_are_there_are_those_that_are_written():
    assert set(KINDS) == set(living_report._MAKERS)
