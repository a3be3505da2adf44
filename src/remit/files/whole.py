"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from remit.core.problem import Place, Problem, error

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes) -> tuple[Problem, ...]:
    """Write `data` to a temporary neighbour, flush it to disk and rename it over `path`.

    Whoever reads `path`, even after a power cut, finds the old content or the new one. A folder that cannot be written
    to gives a problem and leaves nothing behind.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        Path(temporary).replace(path)
        _flush_folder(path.parent)
    except OSError as fault:
        with contextlib.suppress(OSError):
            if temporary:
                Path(temporary).unlink()
        return (
            error(
                "file-unwritable",
                "The file cannot be written: {reason}.",
                "Choose another place; what was there before is unchanged.",
                at=Place(str(path)),
                reason=fault.strerror or str(fault),
            ),
        )
    return ()


def _mask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; folders cannot be opened on Windows, where renaming already is."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
