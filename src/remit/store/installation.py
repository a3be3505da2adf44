"""Where an installation lives: its data folder, secret and database, from the environment. No Django here."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

__all__ = ["BUSY_SECONDS", "data_folder", "database", "evidence_folder", "secret_key"]

BUSY_SECONDS = 20
"""How long a writer waits in SQLite's queue before it gives up."""


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return the data folder: REMIT_DATA, else `data` where the process stands. It need not exist."""
    return Path(environment.get("REMIT_DATA") or "data").absolute()


def evidence_folder(data: Path) -> Path:
    """Return where evidence files are kept."""
    return data / "evidence"


def secret_key(data: Path) -> str:
    """Return the installation's secret, drawn on the first call and kept in `secret` for its owner's eyes only."""
    path = data / "secret"
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    drawn = data / f"secret.{secrets.token_hex(8)}"
    if not path.exists():
        with os.fdopen(os.open(drawn, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(drawn, path)  # fails where another process was first: then its secret is ours
        except FileExistsError:
            pass
        finally:
            drawn.unlink()
    return path.read_text()


def database(environment: Mapping[str, str], data: Path) -> dict[str, Any]:
    """Return Django's settings of the database: DATABASE_URL (`postgresql://…`), else SQLite in the data folder.

    An acknowledged write is on the disk: WAL with synchronous=FULL and IMMEDIATE transactions on SQLite,
    synchronous_commit on PostgreSQL. ValueError where the URL is none of ours.
    """
    url = environment.get("DATABASE_URL", "")
    return _postgresql(url) if url else _sqlite(data / "remit.sqlite3")


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": BUSY_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in {"postgresql", "postgres"} or not name:
        raise ValueError("DATABASE_URL must look like postgresql://USER:PASSWORD@HOST:5432/NAME")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "options": "-c synchronous_commit=on"},
    }
