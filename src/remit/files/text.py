"""A document's text: whatever kind of file it comes in, told by its content."""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from remit.core.clause import Outline
from remit.core.problem import Place, Problem, error, placed
from remit.files.catalog_kind import find_catalog
from remit.files.confine import convert_confined, parse_catalog, parse_confined
from remit.files.encoding import decode_text
from remit.files.file_kind import find_kind

__all__ = ["MAX_BYTES", "Extracted", "extract", "read_bytes"]

MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document's text and what was found on the way; an error-level problem comes with an empty text.

    The text is exactly what `remit read --text` prints: offsets of clauses count its code points. A structured catalog
    brings its outline, its title and its day.
    """

    text: str
    problems: tuple[Problem, ...] = ()
    outline: Outline | None = None
    title: str = ""
    edition: date | None = None


def extract(path: Path) -> Extracted:
    """Return the text of a document; the content decides, not the name.

    Read are plain text, .docx, .pdf, .ofd, .html, .mht, and, where LibreOffice is installed, .doc, .wps, .rtf and .odt;
    OSCAL catalogs (JSON, XML, YAML) and CISO Assistant libraries (YAML, JSON).
    Plain text is the file's own text, line ends as LF. All others are parsed in a process of their own with limits on
    memory and time. Whatever cannot be read gives one error with its remedy.
    """
    data, problems = read_bytes(path)
    if not problems:
        found = _extract_bytes(data)
        return replace(found, problems=placed(found.problems, str(path)))
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
    kind = find_kind(data)
    if isinstance(kind, Problem):
        return Extracted("", (kind,))
    if kind == "office":
        data, problems = convert_confined(data)
        return Extracted(*parse_confined("docx", data)) if data else Extracted("", problems)
    if kind:
        return Extracted(*parse_confined(kind, data))
    text, problems = decode_text(data)
    if not text.strip() and not problems:
        blank = error(
            "file-empty", "The file has no text in it, only white space.", "Give a file with text in it."
        )
        return Extracted("", (blank,))
    catalog = find_catalog(text)
    if isinstance(catalog, Problem):
        return Extracted("", (catalog,))
    if catalog:
        parsed = parse_catalog(catalog, text.encode())
        found = (*problems, *parsed.problems)
        return Extracted(parsed.text, found, parsed.outline, parsed.title, parsed.edition)
    return Extracted(text, problems)
