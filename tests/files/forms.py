"""Forms for the tests: small documents and workbooks with fields, and what they look like filled in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import docx
import xlsxwriter
from docx.document import Document

from remit.files.form_container import FormContainer
from remit.files.form_docx import fill_document, read_document_form
from remit.files.form_field import FormData
from remit.files.form_xlsx import fill_book, read_book_form


def document(make: Callable[[Document], object]) -> bytes:
    made = docx.Document()
    make(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def paragraphs(*texts: str) -> bytes:
    return document(lambda made: [made.add_paragraph(text) for text in texts])


def book(make: Callable[[Any, Any], object]) -> bytes:
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream)
    make(made, made.add_worksheet("报表"))
    made.close()
    return stream.getvalue()


def cells(**said: object) -> bytes:
    """A sheet with these cells: texts, numbers, and formulas that begin with =."""
    return book(lambda _, page: [page.write(ref, text) for ref, text in said.items()])


def data(
    values: Mapping[str, Any] | None = None,
    tables: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    aliases: Mapping[str, str] | None = None,
) -> FormData:
    return FormData(values=values or {}, tables=tables or {}, aliases=aliases or {})


def filled(template: bytes, given: FormData) -> tuple[bytes, list[str]]:
    """A form filled in here, not in the confined process, and the codes of its problems."""
    form = FormContainer(template)
    fill = fill_book if "xl/workbook.xml" in form.names else fill_document
    problems = fill(form, given)
    return form.written(), [one.code for one in problems]


def read(
    template: bytes, form: bytes, aliases: Mapping[str, str] | None = None
) -> tuple[FormData, list[str]]:
    blank = FormContainer(template)
    take = read_book_form if "xl/workbook.xml" in blank.names else read_document_form
    said, problems = take(blank, FormContainer(form), aliases or {})
    return said, [one.code for one in problems]


def changed(form: bytes, part: str, old: str, new: str) -> bytes:
    """A form with something else in one of its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return stream.getvalue()
