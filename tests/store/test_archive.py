"""A backup restores, or says why it does not."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import zipfile

import pytest

from remit.store.archive import DATABASE, unpack, write_backup
from remit.store.refusal import Refused

MINUTES = b"minutes"
DIGEST = hashlib.sha256(MINUTES).hexdigest()


@pytest.fixture
def data(tmp_path):
    """A data folder with a database in WAL mode that is still open, and one file."""
    folder = tmp_path / "data"
    (folder / "evidence" / DIGEST[:2]).mkdir(parents=True)
    (folder / "evidence" / DIGEST[:2] / DIGEST).write_bytes(MINUTES)
    (folder / "evidence" / "ab").mkdir()
    (folder / "evidence" / "ab" / ".incoming-1").write_bytes(b"half")
    (folder / "secret").write_text("s3cret")
    live = sqlite3.connect(folder / DATABASE)
    live.execute("PRAGMA journal_mode=WAL")
    live.execute("CREATE TABLE store_evidence (id INTEGER PRIMARY KEY, sha256 TEXT)")
    live.execute("INSERT INTO store_evidence (sha256) VALUES (?)", [DIGEST])
    live.commit()
    yield folder
    live.close()


def rows(folder) -> list[tuple[str]]:
    with sqlite3.connect(folder / DATABASE) as connection:
        return connection.execute("SELECT sha256 FROM store_evidence").fetchall()


def test_it_brings_everything_back_while_the_site_is_running(data, tmp_path):
    assert write_backup(data, tmp_path / "backup.zip") == 1
    assert unpack(tmp_path / "backup.zip", tmp_path / "restored") == 1
    restored = tmp_path / "restored"
    assert rows(restored) == [(DIGEST,)]
    assert (restored / "evidence" / DIGEST[:2] / DIGEST).read_bytes() == MINUTES
    assert (restored / "secret").read_text() == "s3cret"
    assert not (restored / "evidence" / "ab").exists()


def test_it_keeps_a_backup_from_other_users_and_leaves_nothing_beside_it(data, tmp_path):
    write_backup(data, tmp_path / "backup.zip")
    assert (tmp_path / "backup.zip").stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == ["backup.zip", "data"]


def test_it_writes_no_backup_that_lacks_a_file(data, tmp_path):
    shutil.rmtree(data / "evidence")
    with pytest.raises(FileNotFoundError):
        write_backup(data, tmp_path / "backup.zip")
    assert not (tmp_path / "backup.zip").exists()


def test_it_never_restores_over_an_installation(data, tmp_path):
    write_backup(data, tmp_path / "backup.zip")
    with pytest.raises(Refused) as refused:
        unpack(tmp_path / "backup.zip", data)
    assert [p.code for p in refused.value.problems] == ["data-in-use"]


def forged(tmp_path, changes: dict[str, bytes | None]):
    """The backup with members replaced, or left out where there is None."""
    target = tmp_path / "forged.zip"
    with zipfile.ZipFile(tmp_path / "backup.zip") as good, zipfile.ZipFile(target, "w") as bad:
        for name in good.namelist():
            content = changes.get(name, good.read(name))
            if content is not None:
                bad.writestr(name, content)
        for name in changes.keys() - set(good.namelist()):
            bad.writestr(name, changes[name])
    return target


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({DATABASE: b"scribble"}, "backup-unusable"),
        ({DATABASE: None}, "backup-unusable"),
        ({"manifest.json": b"{"}, "backup-unusable"),
        ({"manifest.json": None}, "backup-unusable"),
        ({f"evidence/{DIGEST[:2]}/{DIGEST}": b"other minutes"}, "backup-evidence"),
        ({f"evidence/{DIGEST[:2]}/{DIGEST}": None}, "backup-evidence"),
    ],
)
def test_it_restores_nothing_of_a_backup_that_was_changed(data, tmp_path, changes, code):
    write_backup(data, tmp_path / "backup.zip")
    with pytest.raises(Refused) as refused:
        unpack(forged(tmp_path, changes), tmp_path / "restored")
    assert [p.code for p in refused.value.problems] == [code]
    assert not (tmp_path / "restored").exists()


def test_it_refuses_a_file_that_is_no_backup(tmp_path):
    (tmp_path / "notes.zip").write_text("notes")
    with pytest.raises(Refused):
        unpack(tmp_path / "notes.zip", tmp_path / "restored")


def test_it_writes_nothing_outside_the_folder(data, tmp_path):
    write_backup(data, tmp_path / "backup.zip")
    unpack(forged(tmp_path, {"../outside": b"x", "evidence/../../outside": b"x"}), tmp_path / "restored")
    assert not (tmp_path / "outside").exists()
    assert not (tmp_path.parent / "outside").exists()
