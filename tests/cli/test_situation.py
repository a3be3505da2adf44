"""Major situations from the command line, within this process."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable

import pytest
from django.utils import timezone

from remit.cli import living_situation
from remit.cli.language import load_words
from remit.cli.situation_arguments import situation_arguments
from remit.store import load_matter
from remit.store.refusal import Refused
from tests.store import cast
from tests.store.conftest import port

__all__ = ["port"]

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(port: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command on the port and return its exit code and what it prints."""
    monkeypatch.setattr(timezone, "now", lambda: cast.NOW)
    words = load_words("en")

    def called(*arguments: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        situation_arguments(parser, words)
        code = living_situation.run(parser.parse_args(arguments), words)
        return code, capsys.readouterr().out.strip()

    return called


def tell(run: Run, *more: str, unit: str = "/1/2/1") -> str:
    known = "2027-05-10T09:00+00:00"
    return run("open", unit, "--title", "A fire", "--known", known, "--place", "Quay 4", *more)[1]


def test_it_is_told_reported_and_passed_on(run: Run) -> None:
    ref = tell(run, "--to", "/1/2")
    assert run("report", ref, "--text", "Out after ten minutes") == (0, ref)
    passed = run("escalate", ref, "--reason", "Beyond our own means")[1]
    assert load_matter.matter(passed).asker == "/1"


def test_the_list_shows_what_is_open_and_when_its_time_runs_out(run: Run) -> None:
    ref = tell(run, "--starts", cast.REPORT, unit="/1/2")
    code, listed = run("list", "/1")
    assert code == 0
    assert ref in listed
    assert "2027-05-14 00:00" in listed
    (one,) = json.loads(run("list", "/1", "--json")[1])
    assert (one["ref"], one["marks"]) == (ref, [])


def test_what_nobody_reported_in_time_makes_the_list_a_fault(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(run, "--starts", cast.REPORT, unit="/1/2")
    monkeypatch.setattr(timezone, "now", lambda: cast.NOW.replace(day=20))
    assert run("list", "/1")[0] == 1


def test_the_same_key_tells_it_once(run: Run) -> None:
    assert tell(run, "--key", "fire") == tell(run, "--key", "fire")


def test_what_is_outside_the_scope_is_not_told(run: Run) -> None:
    with pytest.raises(Refused):
        tell(run, "--text", cast.OUTSIDE)
