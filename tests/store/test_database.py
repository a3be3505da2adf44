"""The database is set up so that what was acknowledged is durable."""

from __future__ import annotations

import pytest
from django.db import connection

from remit.store import installation


def _asked(statement: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_it_has_written_what_it_acknowledged():
    if connection.vendor == "postgresql":
        assert _asked("SHOW synchronous_commit") == "on"
    else:
        assert _asked("PRAGMA journal_mode") == "wal"
        assert _asked("PRAGMA synchronous") == 2  # FULL


@pytest.mark.django_db
def test_it_begins_sqlite_transactions_as_writers_that_wait_their_turn():
    if connection.vendor == "sqlite":
        assert connection.transaction_mode == "IMMEDIATE"
        assert _asked("PRAGMA busy_timeout") == installation.BUSY_SECONDS * 1000
        assert _asked("PRAGMA foreign_keys") == 1
    else:
        assert _asked("SHOW transaction_isolation") == "read committed"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://ann:p%40ss@db.example:5433/remit", ("ann", "p@ss", "db.example", "5433", "remit")),
        ("postgres://ann@/remit?host=/run/socket", ("ann", "", "/run/socket", "", "remit")),
        ("postgresql://ann:x@[::1]/re%20mit", ("ann", "x", "::1", "", "re mit")),
    ],
)
def test_it_reads_a_database_url(tmp_path, url, expected):
    settings = installation.database({"DATABASE_URL": url}, tmp_path)
    assert tuple(settings[k] for k in ("USER", "PASSWORD", "HOST", "PORT", "NAME")) == expected
    assert settings["OPTIONS"]["options"] == "-c synchronous_commit=on"


def test_it_hands_on_what_else_a_database_url_asks_for(tmp_path):
    url = "postgresql://ann@db.example/remit?sslmode=verify-full"
    assert installation.database({"DATABASE_URL": url}, tmp_path)["OPTIONS"]["sslmode"] == "verify-full"


@pytest.mark.parametrize("url", ["mysql://ann@db.example/remit", "postgresql://ann@db.example", "remit"])
def test_it_refuses_a_database_url_that_it_cannot_use(tmp_path, url):
    with pytest.raises(ValueError, match="DATABASE_URL"):
        installation.database({"DATABASE_URL": url}, tmp_path)


def test_it_draws_a_secret_once_and_keeps_it_from_others(tmp_path):
    drawn = installation.secret_key(tmp_path / "data")
    assert len(drawn) >= 64
    assert installation.secret_key(tmp_path / "data") == drawn
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o777 == 0o600
    assert [p.name for p in (tmp_path / "data").iterdir()] == ["secret"]
    assert installation.secret_key(tmp_path / "other") != drawn
