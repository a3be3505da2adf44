"""Why a file is not read: the same few answers for every format, each with what to do."""

from __future__ import annotations

from remit.core.problem import Problem, error

__all__ = [
    "MEMORY_BYTES",
    "RefusedError",
    "binary",
    "bomb",
    "damaged",
    "encrypted",
    "too_costly",
    "unsupported",
]

MEMORY_BYTES = 1024 * 1024 * 1024  # of the process that takes a file apart

_CONVERT = (
    "Open it in WPS or Office and save it as .docx, or convert it with: "
    "soffice --headless --convert-to docx FILE"
)


class RefusedError(Exception):
    """Carries the problem for which a parser gives a file up; never leaves the parsing process."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def binary() -> Problem:
    """Bytes that are no text in any encoding we know."""
    return error(
        "file-binary",
        "This is not text: neither UTF-8 nor GB18030 nor UTF-16 makes sense of it.",
        "Give a document with text in it: .txt, .docx, .pdf, .html, .ofd or .doc.",
    )


def bomb() -> Problem:
    """A container that unpacks to more than any document holds, or tries to."""
    return error(
        "file-bomb",
        "Unpacked, this file is larger than any document: it was not read.",
        "Save its text as .txt; if it came from outside, do not open it.",
    )


def damaged() -> Problem:
    """A file whose inside cannot be read."""
    return error(
        "file-damaged",
        "The file is damaged or cut off: its inside cannot be read.",
        "Get the file again, or open it in WPS or Office and save it anew.",
    )


def encrypted() -> Problem:
    """A file that needs a password."""
    return error(
        "file-encrypted",
        "The file is protected by a password.",
        "Open it with its password and save it without one.",
    )


def unsupported(kind: str) -> Problem:
    """A file of a known kind for which there is no reader."""
    return error("file-unsupported", "Files of this kind are not read yet: {kind}.", _CONVERT, kind=kind)


def too_costly(seconds: int) -> Problem:
    """A file that is given up for the time or memory it takes."""
    return error(
        "file-too-costly",
        "Reading this file takes more than {seconds} seconds or {memory} MB of memory: it was given up.",
        "Open it in the program that wrote it and save its text as .txt.",
        seconds=seconds,
        memory=MEMORY_BYTES // 1_000_000,
    )
