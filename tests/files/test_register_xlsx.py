"""The register as a ledger: a row a duty with its words, its basis and its place; what is outside scope is labelled."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
import python_calamine

from remit.cli.language import load_words
from remit.core.regime import Regime
from remit.files.register_xlsx import LEDGER_HEAD, ledger_rows, write_register
from tests.files.catalogs import OUTSIDE, drafted_text

TEXT = f"""\
第一条 校长应当每年向教育局报告一次。
第二条 {OUTSIDE}
第三条 学校应当：
（一）每月检查食堂；
（二）=1+1应当留存。
"""


def rows(regime: Regime) -> list[dict[str, str | int]]:
    return [dict(zip(LEDGER_HEAD, row, strict=True)) for row in ledger_rows(regime, str)]


def test_every_duty_cites_its_words_and_their_place(tmp_path: Path) -> None:
    found = rows(drafted_text(tmp_path, TEXT))
    assert [row["No."] for row in found] == list(range(1, len(found) + 1))
    for row in found:
        assert TEXT[int(row["From"]) : int(row["To"])] == row["Words"]
        assert row["SHA-256 of the text"] == hashlib.sha256(TEXT.encode()).hexdigest()
        assert row["File"] == "regulation.txt"
    first = found[0]
    assert (first["Clause"], first["Who"], first["Reference"]) == ("第一条", "校长", "art-1")
    assert (first["How often"], first["To whom"]) == ("at least once a year", "教育局")
    assert (first["Kind of clause"], first["Basis"], first["Scope label"]) == (
        "duty",
        "said in the clause",
        "in scope",
    )


def test_what_was_taken_over_says_so(tmp_path: Path) -> None:
    (check,) = [row for row in rows(drafted_text(tmp_path, TEXT)) if row["Reference"] == "art-3.i-1"]
    assert "Who: taken over" in str(check["Basis"])
    assert "What: said in the clause" in str(check["Basis"])


def test_what_is_outside_scope_has_a_row_with_its_label_and_no_duty(tmp_path: Path) -> None:
    (row,) = [row for row in rows(drafted_text(tmp_path, TEXT)) if row["Clause"] == "第二条"]
    assert row["Scope label"] == "outside scope (punish-expression)"
    assert row["Words"] == f"第二条 {OUTSIDE}"
    assert [
        row[name]
        for name in ("Who", "Degree", "What", "How often", "By when", "To whom", "Basis", "Reference")
    ] == [""] * 8


@pytest.mark.parametrize(("language", "head"), [("zh", "频次"), ("en", "How often")])
def test_the_workbook_prints_and_filters(language: str, head: str, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    assert write_register(path, drafted_text(tmp_path, TEXT), load_words(language)) == ()
    data = path.read_bytes()
    sheet = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert head in sheet[0]
    assert "=1+1应当留存" in str(sheet)
    book = zipfile.ZipFile(io.BytesIO(data))
    page, names = book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/workbook.xml").decode()
    assert 'orientation="landscape"' in page
    assert 'paperSize="9"' in page
    assert 'state="frozen"' in page
    assert '<autoFilter ref="A1:Q' in page
    assert "_xlnm.Print_Titles" in names
    assert "<f>" not in page
