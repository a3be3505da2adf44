"""What the confined process does with a form that somebody handed in: list its fields, fill them in, read them."""

from __future__ import annotations

import msgspec

from remit.core.problem import Problem, error
from remit.files.confine import Parsed
from remit.files.form_container import FormContainer
from remit.files.form_docx import fill_document, list_document, read_document_form
from remit.files.form_field import MOST_ROWS, FormRequest, too_many, worst_is_error
from remit.files.form_xlsx import fill_book, list_book, read_book_form
from remit.files.refusal import RefusedError

__all__ = ["answer_request"]


def answer_request(data: bytes) -> Parsed:
    """Return the filled form, or as JSON the fields or what a form says. Raises RefusedError for what is no form."""
    request = msgspec.json.decode(data, type=FormRequest)
    form = FormContainer(request.template)
    is_book = "xl/workbook.xml" in form.names
    if not is_book and "word/document.xml" not in form.names:
        raise RefusedError(_no_form())
    aliases = request.data.aliases
    if request.work == "list":
        fields = list_book(form, aliases) if is_book else list_document(form, aliases)
        return Parsed(data=msgspec.json.encode(fields))
    if request.work == "read":
        filled = FormContainer(request.filled)
        if ("xl/workbook.xml" in filled.names) is not is_book:
            raise RefusedError(_no_form())
        read = read_book_form if is_book else read_document_form
        said, problems = read(form, filled, aliases)
        return Parsed(data=msgspec.json.encode(said), problems=problems)
    most = max((len(rows) for rows in request.data.tables.values()), default=0)
    if most > MOST_ROWS:
        raise RefusedError(too_many(most))
    problems = (fill_book if is_book else fill_document)(form, request.data)
    return Parsed(data=b"" if worst_is_error(problems) else form.written(), problems=problems)


def _no_form() -> Problem:
    return error(
        "form-kind",
        "A form is a document (.docx) or a workbook (.xlsx), and the filled one is of the same kind.",
        "Save it as .docx or .xlsx; older ones (.doc, .wps, .xls) with the program that wrote them.",
    )
