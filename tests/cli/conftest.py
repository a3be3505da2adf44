"""What the tests of commands share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from remit.files.regime_yaml import dump_regime
from tests.cli.cases import Console
from tests.cli.installation import HOLDERS, POSTS, UNITS, done
from tests.store.cast import REGIME


@pytest.fixture
def remit(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Console:
    """The command line, in English."""
    monkeypatch.setenv("REMIT_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("REMIT_DEBUG", raising=False)
    return Console(capsys)


@pytest.fixture(scope="session")
def settled(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("living")
    lists = folder / "org"
    lists.mkdir()
    for name, text in (("units", UNITS), ("posts", POSTS), ("holders", HOLDERS)):
        (lists / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "regime.yaml").write_text(dump_regime(REGIME), encoding="utf-8")
    done(folder / "data", "migrate")
    done(folder / "data", "import", "org", str(lists))
    done(folder / "data", "adopt", str(folder / "regime.yaml"), "--unit", "/1", "--from", "2026-01-01")
    return folder


@pytest.fixture
def data(settled, tmp_path) -> Path:
    """A data folder of one's own, with the port and its regime in force."""
    shutil.copytree(settled / "data", tmp_path / "data")
    return tmp_path / "data"
