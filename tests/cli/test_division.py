"""The task breakdown from the command line: out as table and plan, in as a workbook."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.installation import call, done
from tests.files.workbooks import rewrite
from tests.store.cast import DRILL

MEASURES, NOTE, KEY = 5, 12, 13


def filled(data: Path, folder: Path, **cells: str) -> Path:
    """The north terminal's workbook with cells of the drill's row filled in."""
    book = folder / "out.xlsx"
    done(data, "breakdown", "--unit", "/1/2", "-o", str(book))
    columns = {"measures": MEASURES, "leader": 8, "note": NOTE}

    def fill(rows: list[list[str]]) -> None:
        row = next(row for row in rows if row[KEY : KEY + 1] and row[KEY].startswith(f"{DRILL}|"))
        for name, text in cells.items():
            row[columns[name]] = text

    book.write_bytes(rewrite(book.read_bytes(), fill))
    return book


def rows(data: Path) -> dict[str, dict[str, str]]:
    found = json.loads(done(data, "breakdown", "--unit", "/1/2", "--json"))
    return {row["duty"]: row for row in found["rows"]}


def test_what_a_workbook_changes_is_said_first_and_stored_when_it_is_meant(data, tmp_path):
    book = filled(data, tmp_path, measures="Sound the horn", leader="Terminal manager")
    said = done(data, "import", "breakdown", str(book), "--unit", "/1/2", "--dry-run")
    assert f"{DRILL} Measures: - → Sound the horn" in said
    assert rows(data)[DRILL]["measures"] == ""
    said = done(data, "import", "breakdown", str(book), "--unit", "/1/2")
    assert "Rows that differ: 1." in said
    stored = rows(data)[DRILL]
    assert (stored["measures"], stored["leader"]) == ("Sound the horn", "Terminal manager")
    assert "Sound the horn" not in done(data, "breakdown", "--unit", "/1/2")
    assert "Terminal manager" in done(data, "breakdown", "--unit", "/1/2")


def test_a_workbook_from_before_another_was_stored_is_refused_row_by_row(data, tmp_path):
    old = filled(data, tmp_path, note="mine")
    old = old.rename(tmp_path / "old.xlsx")
    done(data, "import", "breakdown", str(filled(data, tmp_path, note="theirs")), "--unit", "/1/2")
    failed = call(data, "import", "breakdown", str(old), "--unit", "/1/2")
    assert (failed.returncode, "breakdown-row-stale" in failed.stderr) == (1, True)
    assert rows(data)[DRILL]["note"] == "theirs"
    same = done(data, "import", "breakdown", str(filled(data, tmp_path)), "--unit", "/1/2")
    assert "Rows that differ: 0." in same


def test_a_fault_is_placed_in_its_cell_and_nothing_is_stored(data, tmp_path):
    book = filled(data, tmp_path, leader="Nobody", measures="x")
    failed = call(data, "import", "breakdown", str(book), "--unit", "/1/2")
    assert failed.returncode == 1
    assert f"{book}:5:9: error breakdown-name:" in failed.stderr
    assert rows(data)[DRILL]["measures"] == ""


@pytest.mark.parametrize(
    ("more", "code"), [(("--unit", "/1"), "breakdown-other-unit"), ((), "breakdown-no-unit")]
)
def test_it_says_what_is_wrong_with_the_call(data, tmp_path, more, code):
    failed = call(data, "import", "breakdown", str(filled(data, tmp_path)), *more)
    assert failed.returncode == 2
    assert code in failed.stderr


def test_reports_are_the_table_and_the_plan(data, tmp_path):
    given = ("--unit", "/1/2", "--period", "2026")
    done(data, "report", "breakdown", *given, "-o", str(tmp_path / "a.xlsx"))
    done(data, "report", "plan", *given, "-o", str(tmp_path / "a.docx"))
    assert "xl/workbook.xml" in zipfile.ZipFile(tmp_path / "a.xlsx").namelist()
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "a.docx").namelist()
    for wrong in (
        ("plan", *given, "-o", "x.xlsx"),
        ("plan", "--unit", "/1/2", "--period", "soon", "-o", "x.docx"),
    ):
        assert call(data, "report", *wrong).returncode == 2
