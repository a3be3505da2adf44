"""What is kept between two steps of a person's work: files in the data folder that go away by themselves.

Nothing here is a record: it is neither journalled nor backed up, and losing it costs a repetition.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import time
from pathlib import Path

from django.conf import settings

__all__ = ["KEPT_SECONDS", "drop", "fetch", "keep", "key_for"]

KEPT_SECONDS = 24 * 60 * 60
_KEY = re.compile(r"[0-9a-f]{64}")
_PART = re.compile(r"[a-z]{1,12}")


def key_for(*parts: str | bytes) -> str:
    """Return the key of something: the SHA-256 of what it is made from, among it whose it is."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def keep(key: str, part: str, data: bytes) -> None:
    """Keep bytes under a key for a day, for the server's eyes only; what has been there for a day goes away."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _sweep(folder)
    aside = folder / f".{secrets.token_hex(8)}"
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
    aside.replace(_path(key, part))


def fetch(key: str, part: str) -> bytes | None:
    """Return what is kept, None where nothing is (any more)."""
    if not _KEY.fullmatch(key):
        return None
    path = _path(key, part)
    try:
        if time.time() - path.stat().st_mtime > KEPT_SECONDS:
            return None
        return path.read_bytes()
    except OSError:
        return None


def drop(key: str) -> None:
    """Throw away everything under a key."""
    for path in _folder().glob(f"{_checked(key, _KEY)}.*"):
        path.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.DATA) / "scratch"


def _path(key: str, part: str) -> Path:
    return _folder() / f"{_checked(key, _KEY)}.{_checked(part, _PART)}"


def _checked(word: str, form: re.Pattern[str]) -> str:
    if not form.fullmatch(word):
        raise ValueError("no name of something kept")
    return word


def _sweep(folder: Path) -> None:
    for path in folder.iterdir():
        with contextlib.suppress(OSError):  # another process was quicker
            if time.time() - path.stat().st_mtime > KEPT_SECONDS:
                path.unlink()
