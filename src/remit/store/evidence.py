"""The evidence folder: files named by their SHA-256, on the disk before any row names them."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from django.conf import settings

from remit.core.problem import Problem, error
from remit.store.refusal import Refused

__all__ = ["EvidenceFolder", "evidence_folder"]

_INCOMING = ".incoming-"


def evidence_folder() -> EvidenceFolder:
    """Return the installation's evidence folder."""
    return EvidenceFolder(settings.EVIDENCE, limit=settings.EVIDENCE_LIMIT)


class EvidenceFolder:
    """A folder of content-addressed files, two letters deep. `limit` is the most bytes that one file may have."""

    def __init__(self, folder: Path, *, limit: int) -> None:
        self.folder = folder
        self.limit = limit

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256; when it returns they survive a power cut.

        Written aside, fsynced, renamed into place, and the folder fsynced; what is there already is compared.
        Refused where the file is empty or too large.
        """
        if not data or len(data) > self.limit:
            raise Refused([_unfit(len(data), self.limit)])
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        self._prepare(path.parent)
        if not self._holds(path, data):
            _write_through(path, data)
        os.utime(path)  # young again: the sweeper leaves it alone until its row is there
        _sync_folder(path.parent)
        return digest

    def has(self, digest: str) -> bool:
        """Tell whether a file of that digest is in place."""
        return self._path(digest).is_file()

    def read(self, digest: str) -> bytes:
        """Return the bytes of a file. Refused where it is missing or is no longer what its name says."""
        try:
            data = self._path(digest).read_bytes()
        except FileNotFoundError:
            data = b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise Refused([_damaged(digest)])
        return data

    def digests(self) -> Iterator[str]:
        """Yield the digest of every file in place."""
        return (path.name for path in self.folder.glob("??/*") if not path.name.startswith(_INCOMING))

    def sweep(self, *, before: float, wanted: Callable[[Collection[str]], Collection[str]]) -> int:
        """Remove unfinished files, and files that nobody wants, last written before a POSIX time; return how many.

        `wanted` returns those of the digests it is given that have a row. Call it inside a write transaction, so that
        no row can appear meanwhile.
        """
        aged = {p.name: p for p in self.folder.glob("??/*") if p.stat().st_mtime < before}
        for name in wanted([name for name in aged if not name.startswith(_INCOMING)]):
            del aged[name]
        for path in aged.values():
            path.unlink()
        return len(aged)

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError(f"not a SHA-256: {digest!r}")
        return self.folder / digest[:2] / digest

    def _prepare(self, shelf: Path) -> None:
        for folder in (self.folder, shelf):
            if not folder.is_dir():
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                _sync_folder(folder.parent)

    @staticmethod
    def _holds(path: Path, data: bytes) -> bool:
        try:
            return path.read_bytes() == data
        except FileNotFoundError:
            return False


def _write_through(path: Path, data: bytes) -> None:
    aside = path.with_name(f"{_INCOMING}{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError:  # a full disk leaves nothing behind
        aside.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no such call: it journals renames itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unfit(size: int, limit: int) -> Problem:
    if not size:
        return error("evidence-empty", "The file is empty.", "Choose the file that shows what was done.")
    return error(
        "evidence-too-large",
        "The file has {size} bytes; at most {limit} are kept.",
        "Split it, or hand in a smaller copy.",
        size=size,
        limit=limit,
    )


def _damaged(digest: str) -> Problem:
    return error(
        "evidence-damaged",
        "The file {digest} is missing or is no longer what was handed in.",
        "Restore it from a backup.",
        digest=digest,
    )
