"""Several processes at once, and processes that are killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.forking import Process


class Installation:
    """A data folder or database of its own, and processes that work on it."""

    def __init__(self, data: Path, database: str = "") -> None:
        self.data = data
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "remit.web.settings",
            "REMIT_DATA": str(data),
            **({"DATABASE_URL": database} if database else {}),
        }

    def start(self, *arguments: str) -> Process:
        return Process("tests.store.worker", *arguments, env=self.environment, piped=True)

    def run(self, *arguments: str) -> list[str]:
        return _finished(self.start(*arguments))

    def report(self) -> dict[str, list[str]]:
        return json.loads(self.run("report")[0])


def _finished(process: Process) -> list[str]:
    said, complaint = process.communicate(timeout=300)
    assert process.returncode == 0, complaint
    return said.splitlines()


def _together(processes: list[Process]) -> list[list[str]]:
    return [_finished(process) for process in processes]


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("installation") / "data"
    if not os.environ.get("DATABASE_URL"):
        Installation(data).run("settle")
    return data


@pytest.fixture
def installation(settled: Path, tmp_path: Path) -> Installation:
    if url := os.environ.get("DATABASE_URL"):
        # Tests run side by side: each worker has a database of its own.
        name = f"processes_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name}")
        made = Installation(tmp_path / "data", urlsplit(url)._replace(path=f"/{name}").geturl())
        made.run("settle")
        return made
    shutil.copytree(settled, tmp_path / "data")
    return Installation(tmp_path / "data")


def test_the_same_request_from_eight_processes_gives_one_record(installation):
    answers = _together([installation.start("repeat", "same", "5") for _ in range(8)])
    assert len({ref for said in answers for ref in said}) == 1
    assert sum(map(len, answers)) == 40
    assert len(installation.report()["records"]) == 1


def test_eight_writers_leave_a_journal_without_gaps(installation):
    before = len(installation.report()["seqs"])
    answers = _together([installation.start("record", f"w{n}", "15") for n in range(8)])
    found = installation.report()
    assert found["seqs"] == list(range(1, before + 8 * 15 + 1))
    assert found["faults"] == []
    assert sorted(found["records"]) == sorted(ref for said in answers for ref in said)


@pytest.mark.parametrize("lines", [1, 4, 9, 20])
def test_a_killed_process_loses_nothing_that_it_acknowledged(installation, lines):
    process = installation.start("record", "w", "100000")
    acknowledged = [process.stdout.readline().strip() for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    acknowledged += process.stdout.read().split()  # what was on its way when it was killed
    process.communicate()
    found = installation.report()
    assert set(acknowledged) <= set(found["records"])
    assert (found["faults"], found["missing"]) == ([], [])
    assert len(found["records"]) <= len(acknowledged) + 1
    assert installation.run("record", "after", "1") == [f"r{len(found['seqs']) + 1}"]


@pytest.mark.parametrize("moment", ["die_before_the_row", "die_before_the_commit"])
def test_a_process_killed_between_file_and_row_leaves_no_row_without_its_file(installation, moment):
    process = installation.start(moment)
    process.communicate(timeout=300)
    assert process.returncode == -signal.SIGKILL
    found = installation.report()
    assert (found["records"], found["missing"], found["faults"]) == ([], [], [])
    assert found["files"] == 1  # an orphan, which the sweeper removes
    assert installation.run("repeat", "k", "1") == [f"r{len(found['seqs']) + 1}"]
