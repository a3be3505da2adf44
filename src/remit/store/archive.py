"""Backups of an installation with SQLite: one ZIP file, written while the site runs, checked before it is used.

The database comes first and the files after it: a file is there before any row names it, so a backup is never without
a file that its database names. No Django here: a restore begins where there is no installation yet.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from remit.core.problem import Place, Problem, error
from remit.store.refusal import Refused

__all__ = ["DATABASE", "unpack", "write_backup"]

DATABASE = "remit.sqlite3"
_FORMAT = 1
_MANIFEST = "manifest.json"
_SECRET = "secret"  # noqa: S105 - the name of the file, not what is in it
_EVIDENCE = re.compile(r"evidence/([0-9a-f]{2})/(\1[0-9a-f]{62})")


def write_backup(data: Path, file: Path) -> int:
    """Write a backup of the data folder to `file`, whole or not at all, and return how many evidence files it holds."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
        copy, archive = Path(folder) / DATABASE, Path(folder) / "archive"
        _copy_database(data / DATABASE, copy)
        digests = _named(copy)
        manifest = {"format": _FORMAT, "database": _digest(copy), "evidence": len(digests)}
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr(_MANIFEST, json.dumps(manifest))
            made.write(copy, DATABASE)
            made.write(data / _SECRET, _SECRET)
            for digest in digests:
                made.write(data / "evidence" / digest[:2] / digest, f"evidence/{digest[:2]}/{digest}")
        archive.chmod(0o600)
        with archive.open("rb") as written:
            os.fsync(written.fileno())
        archive.replace(file)
    return len(digests)


def unpack(file: Path, data: Path) -> int:
    """Unpack a backup into a data folder that holds no database, and return how many evidence files it held.

    Refused, and nothing unpacked, where the folder is in use, the file is no backup, or anything in it is not what it
    was when it was written.
    """
    if (data / DATABASE).exists():
        raise Refused([_in_use(data)])
    data.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data.parent, prefix=".restore-") as name:
        folder = Path(name) / "data"
        try:
            with zipfile.ZipFile(file) as archive:
                manifest = json.loads(archive.read(_MANIFEST))
                _extract(archive, folder)
        except (zipfile.BadZipFile, KeyError, json.JSONDecodeError) as fault:
            raise Refused([_no_backup(file, str(fault))]) from fault
        problems = tuple(_problems(folder, manifest, file))
        if problems:
            raise Refused(problems)
        if data.exists():  # at most a folder made ready for it: only its own secret may be lost
            shutil.copytree(folder, data, dirs_exist_ok=True)
        else:
            folder.replace(data)
    return int(manifest["evidence"])


def _extract(archive: zipfile.ZipFile, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    for name in archive.namelist():
        if name in {DATABASE, _SECRET} or _EVIDENCE.fullmatch(name):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with archive.open(name) as packed, target.open("xb") as file:
                shutil.copyfileobj(packed, file)
                file.flush()
                os.fsync(file.fileno())
            target.chmod(0o600)


def _problems(folder: Path, manifest: dict[str, object], file: Path) -> Iterator[Problem]:
    database = folder / DATABASE
    if (
        manifest.get("format") != _FORMAT
        or not database.exists()
        or _digest(database) != manifest.get("database")
    ):
        yield _no_backup(file, "the database in it is not the one that was backed up")
        return
    with closing(sqlite3.connect(database)) as connection:
        said = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if said != "ok":
        yield _no_backup(file, said)
        return
    for digest in _named(database):
        path = folder / "evidence" / digest[:2] / digest
        if not path.exists() or _digest(path) != digest:
            yield error(
                "backup-evidence",
                "The file {digest} is missing from the backup or was changed.",
                "Use another backup.",
                at=Place(file=str(file)),
                digest=digest,
            )


def _copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _named(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT sha256 FROM store_evidence ORDER BY id")]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _in_use(data: Path) -> Problem:
    return error(
        "data-in-use",
        "There is an installation in this folder already.",
        "Name an empty folder with --data; a restore never overwrites.",
        at=Place(file=str(data)),
    )


def _no_backup(file: Path, fault: str) -> Problem:
    return error(
        "backup-unusable",
        "This file is no sound backup: {fault}.",
        "Use another backup.",
        at=Place(file=str(file)),
        fault=fault,
    )
