"""A process that is forked behaves as one that is started: environment, folder, output, status, signals."""

from __future__ import annotations

import json
import os
import signal

import pytest

from tests import forking

SAMPLE = "tests.forked_sample"


def test_it_has_the_environment_and_folder_that_it_is_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = forking.run(SAMPLE, env={"REMIT_DATA": "somewhere", "PATH": "/usr/bin"})
    said = json.loads(done.stdout)
    assert said["env"] == {"REMIT_DATA": "somewhere", "PATH": "/usr/bin"}
    assert said["cwd"] == str(tmp_path)
    assert said["pid"] != os.getpid()


@pytest.mark.parametrize("status", [0, 2, 3])
def test_it_ends_with_its_status_and_both_outputs(status):
    done = forking.run(SAMPLE, str(status), env={})
    assert (done.returncode, done.stderr) == (status, "a complaint\n")
    assert json.loads(done.stdout)["argv"] == [str(status)]


def test_an_exception_that_nobody_catches_is_told_and_fails():
    done = forking.run(SAMPLE, "no number", env={})
    assert done.returncode == 1
    assert "ValueError" in done.stderr


def test_it_is_killed_as_any_process_is():
    process = forking.Process(SAMPLE, "wait", env={}, piped=True)
    assert json.loads(process.stdout.readline())["pid"] == process.pid
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL


def test_each_process_is_another_one():
    pids = {json.loads(forking.run(SAMPLE, env={}).stdout)["pid"] for _ in range(3)}
    assert len(pids) == 3
