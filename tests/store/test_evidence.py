"""Evidence files are safely on the disk before anything says so."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from remit.store.evidence import EvidenceFolder
from remit.store.refusal import Refused

DATA = b"minutes of the meeting"
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def folder(tmp_path):
    return EvidenceFolder(tmp_path / "evidence", limit=1000)


def files(folder: EvidenceFolder) -> list[str]:
    return sorted(str(p.relative_to(folder.folder)) for p in folder.folder.rglob("*") if p.is_file())


def test_it_keeps_bytes_under_their_digest_and_gives_them_back(folder):
    assert folder.put(DATA) == DIGEST
    assert folder.read(DIGEST) == DATA
    assert files(folder) == [f"{DIGEST[:2]}/{DIGEST}"]
    assert folder.has(DIGEST)


def test_it_keeps_the_same_bytes_once(folder):
    assert folder.put(DATA) == folder.put(DATA)
    assert len(files(folder)) == 1


def test_it_keeps_files_from_other_users(folder):
    folder.put(DATA)
    path = folder.folder / DIGEST[:2] / DIGEST
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_it_writes_syncs_renames_and_syncs_the_folder_in_that_order(folder, monkeypatch):
    done: list[tuple[str, str]] = []
    sync, rename = os.fsync, Path.replace

    def watched_sync(handle):
        name = Path(f"/proc/self/fd/{handle}").readlink()
        whole = name.is_dir() or name.read_bytes() == DATA
        done.append(("sync" if whole else "sync of half a file", "folder" if name.is_dir() else "aside"))
        sync(handle)

    def watched_rename(path, target):
        done.append(("rename", Path(target).name))
        return rename(path, target)

    folder.put(b"so that the folders are there")
    (folder.folder / DIGEST[:2]).mkdir(exist_ok=True)
    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(Path, "replace", watched_rename)
    folder.put(DATA)
    assert done == [("sync", "aside"), ("rename", DIGEST), ("sync", "folder")]


def test_it_syncs_the_folder_above_a_new_folder(folder, monkeypatch):
    synced: list[str] = []
    sync = os.fsync

    def watched(handle):
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
        sync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    folder.put(DATA)
    assert synced[:2] == [str(folder.folder.parent), str(folder.folder)]


def test_it_leaves_nothing_of_a_file_that_a_full_disk_cut_short(folder, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    (folder.folder / DIGEST[:2]).mkdir(parents=True)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        folder.put(DATA)
    assert files(folder) == []


def test_it_puts_right_a_file_that_was_damaged(folder):
    folder.put(DATA)
    (folder.folder / DIGEST[:2] / DIGEST).write_bytes(b"scribble")
    folder.put(DATA)
    assert folder.read(DIGEST) == DATA


@pytest.mark.parametrize("data", [b"", b"x" * 1001])
def test_it_refuses_a_file_that_is_empty_or_too_large(folder, data):
    with pytest.raises(Refused):
        folder.put(data)
    assert not folder.folder.exists()


def test_it_refuses_to_hand_out_a_file_that_is_not_what_its_name_says(folder):
    folder.put(DATA)
    (folder.folder / DIGEST[:2] / DIGEST).write_bytes(b"other minutes")
    with pytest.raises(Refused) as refused:
        folder.read(DIGEST)
    assert [p.code for p in refused.value.problems] == ["evidence-damaged"]


def test_it_refuses_to_hand_out_a_file_that_is_missing(folder):
    with pytest.raises(Refused):
        folder.read(DIGEST)


@pytest.mark.parametrize("name", ["../secret", DIGEST[:10], DIGEST.upper(), "é" * 64])
def test_it_takes_nothing_but_a_digest_for_a_name(folder, name):
    with pytest.raises(ValueError, match="SHA-256"):
        folder.has(name)


def test_it_sweeps_up_what_is_old_and_unwanted_and_nothing_else(folder):
    wanted, orphan, fresh = folder.put(b"wanted"), folder.put(b"orphan"), folder.put(b"fresh")
    half = folder.folder / "ab" / ".incoming-1"
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(b"half a fi")
    for path in (half, *(folder.folder / d[:2] / d for d in (wanted, orphan))):
        os.utime(path, (1000, 1000))
    assert folder.sweep(before=2000, wanted=lambda aged: {wanted} & set(aged)) == 2
    assert sorted(folder.digests()) == sorted([wanted, fresh])


def test_it_makes_a_file_young_again_that_comes_a_second_time(folder):
    folder.put(DATA)
    os.utime(folder.folder / DIGEST[:2] / DIGEST, (1000, 1000))
    folder.put(DATA)
    assert folder.sweep(before=2000, wanted=lambda _: ()) == 0
