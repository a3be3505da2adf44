"""A document's text: whatever kind of file it comes in, told by its content."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from remit.core.problem import Place, Problem, error, placed
from remit.files.confine import parse_confined
from remit.files.encoding import decode_text
from remit.files.refusal import encrypted, unsupported

__all__ = ["MAX_BYTES", "Extracted", "extract", "read_bytes"]

MAX_BYTES = 64 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document's text and what was found on the way; an error-level problem comes with an empty text.

    The text is exactly what `remit read --text` prints: offsets of clauses count its code points.
    """

    text: str
    problems: tuple[Problem, ...] = ()


def extract(path: Path) -> Extracted:
    """Return the text of a .txt, .md, .docx or .pdf file; the content decides, not the name.

    Plain text is the file's own text, line ends as LF. Word and PDF files are parsed in a process of their own with
    limits on memory and time. Whatever cannot be read gives one error with its remedy.
    """
    data, problems = read_bytes(path)
    if not problems:
        found = _extract_bytes(data)
        return Extracted(found.text, placed(found.problems, str(path)))
    return Extracted("", placed(problems, str(path)))


def read_bytes(path: Path, *, limit: int = MAX_BYTES) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a regular file's bytes, refused by size before a byte is read."""
    at = Place(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            problem = error("file-folder", "This is a folder.", "Name a file in it.", at=at)
        elif not stat.S_ISREG(status.st_mode):
            problem = error("file-kind", "This is not a regular file.", "Name a file on disk.", at=at)
        elif status.st_size > limit:
            problem = error(
                "file-too-large",
                "The file has {size} MB; at most {limit} MB are read.",
                "Split it, or save the text without pictures.",
                at=at,
                size=status.st_size // 1_000_000,
                limit=limit // 1_000_000,
            )
        elif status.st_size == 0:
            problem = error("file-empty", "The file is empty.", "Give a file with text in it.", at=at)
        else:
            return path.read_bytes(), ()
    except FileNotFoundError:
        problem = error("file-missing", "There is no such file.", "Check the name and the folder.", at=at)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        problem = error(
            "file-unreadable",
            "The file cannot be opened: {reason}.",
            "Check its permissions.",
            at=at,
            reason=reason,
        )
    return b"", (problem,)


def _extract_bytes(data: bytes) -> Extracted:
    if data.startswith(_ZIP):
        return Extracted(*parse_confined("docx", data))
    if b"%PDF-" in data[:1024]:
        return Extracted(*parse_confined("pdf", data))
    if refused := _refuse_by_content(data):
        return Extracted("", (refused,))
    text, problems = decode_text(data)
    if not text.strip() and not problems:
        blank = error(
            "file-empty", "The file has no text in it, only white space.", "Give a file with text in it."
        )
        return Extracted("", (blank,))
    return Extracted(text, problems)


def _refuse_by_content(data: bytes) -> Problem | None:
    """Known kinds of file that are no text and are not read."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_OLE):
        if _OLE_ENCRYPTED in data:
            return encrypted()
        kind = "Word 97-2003 (.doc), WPS (.wps)"
    elif head.startswith(b"{\\rtf"):
        kind = "RTF"
    elif head.startswith((b"<!doctype html", b"<html")):
        kind = "HTML"
    else:
        return None
    return unsupported(kind)
