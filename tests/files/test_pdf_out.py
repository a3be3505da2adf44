"""PDF by LibreOffice in the confined process, or a problem that says what is missing."""

from __future__ import annotations

import io
import os

import pypdfium2
import pytest

from remit.cli.language import load_words
from remit.files import pdf_out
from remit.files.confine import convert_confined
from remit.files.office import find_office
from remit.files.official_document import document_bytes
from remit.files.pdf_out import pdf_bytes
from remit.files.refusal import damaged
from remit.files.report_docx import report_document
from tests.files import papers
from tests.files.forms import cells


def test_a_report_is_printed():
    if not find_office() and os.environ.get("CI") != "true":
        pytest.skip("left out: PDF, as there is no LibreOffice (libreoffice-writer-nogui)")
    made, problems = pdf_bytes(document_bytes(report_document(papers.report(), load_words("zh"))))
    assert problems == ()
    said = pypdfium2.PdfDocument(io.BytesIO(made))[0].get_textpage().get_text_range()
    assert "本期应完成6项次" in "".join(said.split())


def test_without_an_office_program_that_is_said(monkeypatch):
    monkeypatch.setattr(pdf_out, "find_office", lambda: "")
    assert [one.code for one in pdf_bytes(b"PK")[1]] == ["office-missing-print"]


def test_what_is_no_document_of_ours_is_not_printed():
    if find_office():
        assert [one.code for one in convert_confined(b"{\\rtf1 x}", kind="print")[1]] == ["file-damaged"]


def test_where_the_part_for_workbooks_is_missing_that_is_said(monkeypatch):
    monkeypatch.setattr(pdf_out, "find_office", lambda: "soffice")
    monkeypatch.setattr(pdf_out, "convert_confined", lambda *_, **__: (b"", (damaged(),)))
    assert [one.code for one in pdf_bytes(cells(A1=1))[1]] == ["office-made-none"]
    assert [one.code for one in pdf_bytes(b"PK")[1]] == ["file-damaged"]
