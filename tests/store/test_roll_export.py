"""What an installation exports as columns is counted by ClickHouse as the roll-up counts it."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from remit.cli import living_columns
from remit.cli.language import load_words
from remit.cli.living_columns import ask_columns, write_columns
from remit.files.roll_clickhouse import Engine
from remit.files.roll_parquet import read_folder
from remit.store import actions, roll
from remit.store.roll_export import export_columns
from tests.store.cast import DRILL, REPORT, TODAY, by, drill


@pytest.fixture
def worked(port):
    """Drills, one for a window that it names, a clock that runs, an excuse and more time."""
    drill()
    drill(unit="/1/20", meets=[f"{DRILL}@2027Q1"])
    drill(meets=[], starts=[REPORT], day=date(2027, 5, 9))
    given = {"since": date(2027, 1, 1), "until": date(2027, 6, 30), "reason": "Works"}
    actions.excuse(by(), duty=DRILL, unit="/1/20", **given)
    actions.extend(by(), duty=DRILL, unit="/1/2", window="2027Q1", until=date(2027, 5, 30), reason="Works")


def test_clickhouse_counts_the_columns_of_an_installation(worked, tmp_path: Path):
    export_columns(tmp_path, TODAY, shards=2)
    engine = Engine(read_folder(tmp_path), threads=1)
    own = np.concatenate([engine.units(TODAY, shard=n) for n in range(2)], axis=1)
    engine.close()
    assert np.array_equal(own, roll.roll_on(TODAY).state.count(TODAY))
    assert own.sum() > 0


def asked(**given: object) -> int:
    """Run the command in this process, in English, and return its exit code."""
    told = {"on": TODAY, "json": True, "shards": 3, "export_parquet": None, "from_parquet": None, **given}
    command = ask_columns if told["from_parquet"] else write_columns
    return command(argparse.Namespace(**told), load_words("en"))


def test_the_command_writes_them_and_counts_from_them(worked, tmp_path: Path, capsys):
    assert asked(export_parquet=tmp_path) == 0
    capsys.readouterr()
    assert asked(from_parquet=tmp_path) == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert list(counts.values()) == roll.roll_on(TODAY).state.count(TODAY).sum(axis=1).tolist()


def test_the_command_refuses_what_it_cannot_read_write_or_tell(worked, tmp_path: Path, monkeypatch):
    assert asked(export_parquet=tmp_path, json=False) == 0
    assert asked(from_parquet=tmp_path, on=date(2027, 5, 11)) == 2
    assert asked(from_parquet=tmp_path / "nowhere") == 2
    (tmp_path / "full").write_bytes(b"")
    assert asked(export_parquet=tmp_path / "full") == 2
    monkeypatch.setattr(living_columns, "find_spec", lambda _: None)
    assert (asked(export_parquet=tmp_path), asked(from_parquet=tmp_path)) == (2, 2)
