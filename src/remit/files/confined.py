"""The process in which one hostile file is parsed: bytes on standard input, the result as JSON on standard output."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import cast

import msgspec

from remit.files.confine import CPU_SECONDS, MEMORY_BYTES, Parsed
from remit.files.refusal import RefusedError, bomb, damaged

try:
    import resource
except ImportError:  # not on Windows: there only the time limit of the calling process holds
    resource = None  # type: ignore[assignment]  # told apart below

__all__ = ["main"]

_PARSERS = {
    "docx": "remit.files.docx:parse_docx",
    "pdf": "remit.files.pdf:parse_pdf",
    "xlsx": "remit.files.workbook:parse_xlsx",
}


def main() -> int:
    """Parse standard input as the kind of file named by the first argument."""
    _limit_self()
    data = sys.stdin.buffer.read()
    try:
        parsed = _parser(sys.argv[1])(data)
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


def _limit_self() -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
