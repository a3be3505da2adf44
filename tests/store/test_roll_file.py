"""The snapshot of the roll-up: what a process may trust, and what is left when one is killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
from datetime import date
from pathlib import Path

import pytest

from remit.store import actions, inquiry, roll, roll_file
from remit.store.access import CONSOLE
from remit.store.upkeep import tidy
from tests.forking import Process
from tests.store import test_processes as processes
from tests.store.cast import NOW, TODAY, by, drill
from tests.store.test_processes import Installation

installation, settled = processes.installation, processes.settled


@pytest.fixture
def made(port, monkeypatch) -> list[int]:
    """Nothing kept yet; tells how often a state was made from the database."""
    shutil.rmtree(roll_file.folder(), ignore_errors=True)
    roll.forget()
    times: list[int] = []
    take_all = roll.take_all
    monkeypatch.setattr(roll, "take_all", lambda new: (times.append(new.year), take_all(new)))
    return times


def snapshot() -> Path:
    return roll_file.folder() / f"{TODAY.year}.roll"


def counts(day: date = TODAY) -> list[dict]:
    return [dict(node.subtree) for node in inquiry.rollup(CONSOLE, "/1", day)]


def test_a_process_that_starts_takes_the_snapshot_and_what_came_after_it(made):
    drill()
    assert roll.keep(TODAY)
    before = counts()
    drill(unit="/1/20", day=date(2027, 5, 3))
    roll.forget()
    after = counts()
    assert (before != after, made) == (True, [TODAY.year])
    roll.forget()
    snapshot().unlink()
    assert (counts(), made) == (after, [TODAY.year] * 2)


def test_it_is_written_again_only_when_something_is_new(made):
    assert [roll.keep(TODAY), roll.keep(TODAY)] == [True, False]
    drill()
    assert roll.keep(TODAY)


def test_a_process_that_made_a_large_state_keeps_it(made, monkeypatch):
    counts()
    assert not snapshot().exists()
    monkeypatch.setattr(roll, "_LARGE", 1)
    roll.forget()
    expected = counts()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    roll.forget()
    assert (counts(), made) == (expected, [TODAY.year] * 2)


def test_who_tidies_renews_it(made):
    tidy(NOW)
    drill()
    tidy(NOW)
    expected = counts()
    roll.forget()
    assert (counts(), made) == (expected, [TODAY.year])


def test_nothing_is_kept_where_nothing_is_adopted(db):
    assert not roll.keep(TODAY)


def test_a_snapshot_follows_the_organisation(made):
    assert roll.keep(TODAY)
    actions.move(by(), unit="/1/2/1", parent="/1/20", day=date(2027, 5, 1))
    roll.forget()
    found = counts()
    roll.forget()
    snapshot().unlink()
    assert (counts(), made) == (found, [TODAY.year] * 2)


@pytest.mark.parametrize("damage", ["torn", "changed", "empty", "another journal", "another year"])
def test_what_cannot_be_trusted_is_not_read(made, damage):
    drill()
    assert roll.keep(TODAY)
    expected, data = counts(), bytearray(snapshot().read_bytes())
    if damage == "torn":
        data = data[: len(data) // 2]
    elif damage == "changed":
        data[-64] ^= 4  # of the last array; behind it is what fills up
    elif damage == "empty":
        data = bytearray()
    elif damage == "another journal":
        held = roll.roll_on(TODAY).draft()
        held.leaf = "0" * 64
        data = bytearray(b"".join(roll_file.freeze(held)))
    else:
        data = bytearray(b"".join(roll_file.freeze(roll.roll_on(date(2028, 1, 1)))))
    snapshot().write_bytes(data)
    roll.forget()
    made.clear()
    assert (counts(), made) == (expected, [TODAY.year])


def test_a_disk_that_takes_nothing_is_no_harm(made, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left")))
    assert roll.keep(TODAY)
    assert [path.name for path in roll_file.folder().iterdir()] == []


def test_what_killed_processes_left_is_swept_and_old_years_too(made):
    here = roll_file.folder()
    here.mkdir(parents=True, exist_ok=True)
    for name in ("2027.abc.part", "2023.roll", "2024.roll", "2025.roll", "2026.roll"):
        (here / name).write_bytes(b"x")
        os.utime(here / name, (0, 0))
    (here / "2027.young.part").write_bytes(b"x")
    roll.keep(TODAY)
    found = sorted(path.name for path in here.iterdir())
    assert found == ["2025.roll", "2026.roll", "2027.roll", "2027.young.part"]


def _start(place: Installation, *arguments: str) -> Process:
    return Process("tests.store.roll_worker", *arguments, env=place.environment, piped=True)


def _report(place: Installation) -> dict[str, object]:
    said, complaint = (process := _start(place, "report")).communicate(timeout=300)
    assert process.returncode == 0, complaint
    return json.loads(said)


@pytest.mark.parametrize("moment", ["in the middle", "before it is in its place", "when it is in its place"])
def test_a_process_killed_while_it_writes_the_snapshot_leaves_a_whole_one_or_none(installation, moment):
    process = _start(installation, "die", moment)
    process.communicate(timeout=300)
    assert process.returncode == -signal.SIGKILL
    there = (installation.data / "rollup" / "2027.roll").exists()
    assert there == (moment == "when it is in its place")
    assert _report(installation) == {"agrees": True, "read": there, "met": 0}


def test_processes_killed_while_records_come_leave_a_snapshot_that_catches_up(installation):
    writers = [_start(installation, "record_and_keep", name) for name in ("a", "b")]
    for lines, process in zip((3, 6), writers, strict=True):
        for _ in range(lines):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    for process in writers:
        process.communicate()
    found = _report(installation)
    assert (found["agrees"], found["read"]) == (True, True)
