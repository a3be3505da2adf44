"""The superior's own form, filled in and read back; as it comes from outside, it is opened in the confined process."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from remit.core.problem import Problem
from remit.files.confine import parse_data
from remit.files.form_field import FormData, FormField, FormRequest

__all__ = ["FormData", "FormField", "fill_form", "list_fields", "read_form"]


def fill_form(template: bytes, data: FormData) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a form (.docx, .xlsx) filled with values, and what is wrong with its fields; no bytes with an error.

    Everything but the fields stays as it is: layout, merged cells, formulas (computed anew when it is opened). A row of
    a table with `{{row.name}}` is repeated for each row. `Place` has the part or sheet, and the paragraph or cell.
    """
    parsed = parse_data("form", _request(FormRequest(work="fill", template=template, data=data)))
    return parsed.data, parsed.problems


def list_fields(
    template: bytes, aliases: Mapping[str, str] | None = None
) -> tuple[tuple[FormField, ...], tuple[Problem, ...]]:
    """Return the fields of a form, in order, and what is wrong with the file."""
    request = FormRequest(work="list", template=template, data=FormData(aliases=aliases or {}))
    parsed = parse_data("form", _request(request))
    fields = msgspec.json.decode(parsed.data, type=tuple[FormField, ...]) if parsed.data else ()
    return fields, parsed.problems


def read_form(
    template: bytes, filled: bytes, aliases: Mapping[str, str] | None = None
) -> tuple[FormData, tuple[Problem, ...]]:
    """Return what a filled form says in the fields of its template, and which fields are missing or contradict.

    What `fill_form` wrote is read back exactly: texts from a document, texts and numbers from a workbook.
    """
    request = FormRequest(work="read", template=template, filled=filled, data=FormData(aliases=aliases or {}))
    parsed = parse_data("form", _request(request))
    said = msgspec.json.decode(parsed.data, type=FormData) if parsed.data else FormData()
    return said, parsed.problems


def _request(request: FormRequest) -> bytes:
    return msgspec.json.encode(request)
