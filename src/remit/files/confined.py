"""The process in which one hostile file is parsed: bytes on standard input, the result as JSON on standard output."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import cast

import msgspec

from remit.files.confine import (
    CPU_SECONDS,
    MEMORY_BYTES,
    OFFICE_CPU_SECONDS,
    SLOW_KINDS,
    WRITING_KINDS,
    Parsed,
)
from remit.files.refusal import RefusedError, bomb, damaged

try:
    import resource
except ImportError:  # not on Windows: there only the time limit of the calling process holds
    resource = None  # type: ignore[assignment]  # told apart below

__all__ = ["limit_self", "main"]

_PARSERS = {
    "ciso": "remit.files.ciso_nodes:parse_library",
    "docx": "remit.files.docx:parse_docx",
    "form": "remit.files.form_work:answer_request",
    "zip": "remit.files.container:parse_container",
    "html": "remit.files.webpage:parse_html",
    "lists": "remit.files.list_sheets:parse_lists",
    "mht": "remit.files.webpage:parse_mht",
    "office": "remit.files.office:convert_office",
    "oscal": "remit.files.oscal_catalog:parse_catalog",
    "oscal-xml": "remit.files.oscal_catalog:parse_xml_catalog",
    "oscal-yaml": "remit.files.oscal_catalog:parse_yaml_catalog",
    "page": "remit.files.preview:parse_page",
    "package": "remit.files.package_reading:parse_package",
    "pdf": "remit.files.pdf:parse_pdf",
    "print": "remit.files.pdf_out:print_office",
    "xlsx": "remit.files.workbook:parse_xlsx",
}

_NESTED_CALLS = 12_000  # a page may be nested 2,048 deep, each level a few calls
_WRITTEN_BYTES = 256 * 1024 * 1024


def main() -> int:
    """Parse standard input as the kind of file named by the first argument."""
    kind = sys.argv[1]
    limit_self(kind)
    data = sys.stdin.buffer.read()
    try:
        parsed = _parser(kind)(data)
    except RefusedError as refused:
        parsed = Parsed(problems=(refused.problem,))
    except MemoryError:
        parsed = Parsed(problems=(bomb(),))
    except Exception:  # noqa: BLE001 - a process boundary: whatever a hostile file breaks, one problem comes back
        parsed = Parsed(problems=(damaged(),))
    sys.stdout.buffer.write(msgspec.json.encode(parsed))
    return 0


def _parser(kind: str) -> Callable[[bytes], Parsed]:
    module, _, name = _PARSERS[kind].partition(":")
    return cast("Callable[[bytes], Parsed]", getattr(importlib.import_module(module), name))


def limit_self(kind: str = "") -> None:
    """Set the limits of this process and of all that it starts; only an office program may write files."""
    sys.setrecursionlimit(_NESTED_CALLS)
    if resource is not None:
        seconds = OFFICE_CPU_SECONDS if kind in SLOW_KINDS else CPU_SECONDS
        written = _WRITTEN_BYTES if kind in WRITING_KINDS else 0
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
