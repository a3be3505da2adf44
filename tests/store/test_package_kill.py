"""A process that is killed while it takes packages in: going on ends as if nothing had happened."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests import forking
from tests.store import packages
from tests.store.packages import chain, excused, gone, line, shown
from tests.store.test_processes import Installation, installation, settled  # noqa: F401 - fixtures

FILE = b"four minutes"


def made() -> list[packages.Made]:
    """Packages that add, change and take back, with a unit, an excuse and a file."""
    pier, quay = (packages.UnitLine(code="/1/2/7", name=name, parent="/1/2") for name in ("Pier", "Quay"))
    return chain(
        {"records": [line(f"r{n}") for n in range(20)], "units": [packages.YARD]},
        {"records": [line("r1", "Night drill", evidence=(shown(FILE),))], "files": [FILE]},
        {"excuses": [excused("x1")], "withdrawn": gone("r2", "r3")},
        {"units": [pier]},
        {
            "records": [line("r30", unit="/1/2/7")],
            "units": [quay],
        },
        {"records": [line("r1"), line("r4")], "full": True},
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_random_points_it_ends_in_the_same_state(port, installation, tmp_path, seed):  # noqa: F811
    folder = tmp_path / "incoming"
    folder.mkdir()
    sent = made()
    chance = random.Random(seed)
    for name, one in zip(chance.sample(range(len(sent)), len(sent)), sent, strict=True):
        (folder / f"{name}.remit").write_bytes(one.data)
    acknowledged: set[str] = set()
    for latest in (25, 60, 90):
        ended, said = run(installation, folder, kill_at=chance.randrange(2, latest))
        acknowledged |= {digest for digest in said if ended}
        assert ended or latest > 25
    ended, said = run(installation, folder, kill_at=0)
    assert ended == 0
    found = json.loads(said[-1])
    assert found["faults"] == []
    assert acknowledged <= {*found["held"]}
    assert len(found["held"]) == len(sent)
    packages.trust()
    packages.send(*sent)
    assert found["state"] == packages.state()


def run(here: Installation, folder: Path, *, kill_at: int) -> tuple[int, list[str]]:
    """Let a process take in the folder and return how it ended and what it said."""
    done = forking.run("tests.store.package_worker", str(folder), str(kill_at), env=here.environment)
    assert done.returncode in {0, -9}, done.stderr
    return done.returncode, done.stdout.splitlines()
