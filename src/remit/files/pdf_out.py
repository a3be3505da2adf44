"""Documents and workbooks of ours as PDF, by LibreOffice in the confined process, where it is installed."""

from __future__ import annotations

from remit.core.problem import Problem, error
from remit.files.confine import Parsed, convert_confined
from remit.files.office import find_office, run_office
from remit.files.refusal import RefusedError, unsupported
from remit.files.unzip import open_container

__all__ = ["pdf_bytes", "print_office"]


def pdf_bytes(data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a .docx or .xlsx as PDF; without LibreOffice, or where it gives up, nothing and the problem."""
    if not find_office():
        return b"", (_no_office(),)
    made, problems = convert_confined(data, kind="print")
    if not made and data.startswith(b"PK") and b"xl/workbook.xml" in data:
        return b"", tuple(_no_tables() if one.code == "file-damaged" else one for one in problems)
    return made, problems


def print_office(data: bytes) -> Parsed:
    """Return a .docx or .xlsx as PDF bytes; the working folder is the scratch folder. Raises RefusedError."""
    program = find_office()
    if not program:
        raise RefusedError(_no_office())
    names = set(open_container(data).namelist())
    if "word/document.xml" in names:
        suffix, how = ".docx", "pdf:writer_pdf_Export"
    elif "xl/workbook.xml" in names:
        suffix, how = ".xlsx", "pdf:calc_pdf_Export"
    else:
        raise RefusedError(unsupported("zip"))
    return Parsed(data=run_office(program, data, suffix=suffix, to="pdf", how=how))


def _no_office() -> Problem:
    return error(
        "office-missing-print",
        "Only an office program makes a PDF of a document, and there is no LibreOffice here.",
        "Write a .docx or .xlsx and print it there; or install LibreOffice (on Debian: libreoffice-nogui).",
    )


def _no_tables() -> Problem:
    return error(
        "office-made-none",
        "LibreOffice made no PDF of the workbook: its part for workbooks may be missing here.",
        "Install it (on Debian: libreoffice-calc-nogui), or write an .xlsx and print it where there is one.",
    )
