"""The commands for people and their factors, as an operator calls them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import forking
from tests.identity import slapd

_NOT_OURS = ("DATABASE_URL", "DJANGO_", "REMIT_")


@pytest.fixture
def remit(tmp_path: Path):
    """An installation of its own, and a way to call commands on it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(_NOT_OURS)}

    def call(*arguments: str) -> tuple[int, str]:
        done = forking.run("remit", *arguments, "--data", str(tmp_path), "--lang", "en", env=environment)
        return done.returncode, done.stdout + done.stderr

    assert call("migrate")[0] == 0
    assert call("account", "ann", "--role", "clerk", "--person", "Ann")[0] == 0
    return call


def test_factors_are_taken_away_from_an_account_that_is_there(remit) -> None:
    assert remit("reset-factors", "ann") == (
        0,
        "ann has no second factor any more; every session of the account has ended.\n",
    )
    assert remit("reset-factors", "nobody")[0] == 2


def test_without_a_directory_nobody_is_taken_over(remit) -> None:
    code, said = remit("sync-people")
    assert code == 2
    assert "No directory is configured" in said


def test_people_are_taken_over_and_a_trial_changes_nothing(remit, tmp_path: Path) -> None:
    if not Path(slapd.PROGRAM).exists() and os.environ.get("CI") != "true":
        pytest.skip("left out: taking people over, as there is no slapd")
    folder = tmp_path / "slapd"
    folder.mkdir()
    with slapd.running(folder) as server:
        server.put("ann", name="Ann", password="x")
        server.put("stan", name="Stan", password="x")
        (tmp_path / "sign-in.toml").write_text(
            f'[directory]\naddress = "{server.plain}"\nbase = "{slapd.BASE}"\nbind_dn = "{slapd.READER}"\n'
            f'bind_password = "{slapd.READER_PASSWORD}"\n'
        )
        (tmp_path / "sign-in.toml").chmod(0o600)
        said = "Opened 0, linked 1, closed 0; proposed 1.\n  stan  Stan\n"
        assert remit("sync-people", "--dry-run") == (0, said + "Nothing was changed.\n")
        assert remit("sync-people") == (0, said)
        assert remit("sync-people")[1].startswith("Opened 0, linked 0, closed 0; proposed 1.")
        server.remove("ann")
        assert remit("sync-people")[1].startswith("Opened 0, linked 0, closed 1; proposed 1.")
    code, said = remit("sync-people")
    assert code == 2
    assert "cannot be asked" in said
