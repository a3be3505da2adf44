"""What the tests of commands share."""

from __future__ import annotations

import pytest

from tests.cli.cases import Console


@pytest.fixture
def remit(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Console:
    """The command line, in English."""
    monkeypatch.setenv("REMIT_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("REMIT_DEBUG", raising=False)
    return Console(capsys)
