"""Documents that are zip containers: what lies in them says which kind they are."""

from __future__ import annotations

from remit.files.confine import Parsed
from remit.files.docx import parse_docx
from remit.files.ofd import parse_ofd
from remit.files.refusal import RefusedError, unsupported
from remit.files.unzip import open_container

__all__ = ["parse_container"]

_OTHERS = (
    ("xl/workbook.xml", "Excel (.xlsx)"),
    ("ppt/presentation.xml", "PowerPoint (.pptx)"),
    ("content.xml", "OpenDocument (.ods, .odp)"),
)


def parse_container(data: bytes) -> Parsed:
    """Return the text of a .docx or .ofd file; raise RefusedError for any other container."""
    names = set(open_container(data).namelist())
    if "word/document.xml" in names:
        return parse_docx(data)
    if "OFD.xml" in names:
        return parse_ofd(data)
    raise RefusedError(
        next((unsupported(kind) for name, kind in _OTHERS if name in names), unsupported("zip"))
    )
