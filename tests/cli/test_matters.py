"""Tasks and filings from the command line: once as an operator calls it, else within this process."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone

from remit.cli import living_matters
from remit.cli.language import load_words
from remit.cli.matter_arguments import MATTER_ARGUMENTS
from remit.store.refusal import NotThere, Refused
from tests.cli.installation import call, done
from tests.store import cast
from tests.store.conftest import port

__all__ = ["port"]

DUE = "2199-06-30"
TASK = ("task", "open", "/1/2", "--from", "/1", "--title", "Test the hydrants", "--due", DUE)
Run = Callable[..., str]


@pytest.fixture
def run(port: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the port and return what it prints."""
    monkeypatch.setattr(timezone, "now", lambda: cast.NOW)
    words = load_words("en")

    def called(*arguments: str) -> str:
        parser = argparse.ArgumentParser()
        parser.set_defaults(command=arguments[0])
        MATTER_ARGUMENTS[arguments[0]](parser, words)
        assert living_matters.run(parser.parse_args(arguments[1:]), words) == 0
        return capsys.readouterr().out

    return called


def number(said: str) -> str:
    return next(word.strip(".,") for word in said.split() if word.startswith("m"))


def test_a_task_is_handed_down_and_shown_as_an_operator_calls_it(settled: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(settled / "data", tmp_path / "data"))
    ref = number(done(data, *TASK))
    assert "Waits to be signed for" in done(data, "task", "show", ref)
    wrong = call(data, "task", "step", ref, "--move", "close")
    assert (wrong.returncode, "step-not-open" in wrong.stderr, ref in wrong.stderr) == (1, True, True)
    assert call(data, "task", "step", ref, "--move", "fly").returncode == 2


def test_a_task_is_listed_and_led_on_to_its_end(run: Run) -> None:
    ref = number(run(*TASK))
    assert "Waits to be signed for" in run("task", "list", "/1/2")
    for move, person, more in (
        ("sign", "Nia", ()),
        ("submit", "Nia", ("--reason", "All twelve work")),
        ("check", "Pia", ()),
        ("close", "Ada", ()),
    ):
        assert run("task", "step", ref, "--move", move, "--person", person, *more) == "Stored.\n"
    assert "Handed in  Nia  All twelve work" in run("task", "show", ref)
    assert run("task", "list") == "There are none.\n"
    (held,) = json.loads(run("task", "list", "--all", "--json"))
    assert (held["state"], held["status"], held["due"]) == ("closed", "met", DUE)
    told = json.loads(run("task", "show", ref, "--json"))
    assert (told["state"], len(told["steps"])) == ("closed", 4)


def test_a_task_for_several_units_is_one_each(run: Run) -> None:
    said = run("task", "open", "/1/2", "/1/20", "--from", "/1", "--title", "Paint the ladders")
    assert said.count(".1") == said.count(".2") == 1
    assert len(json.loads(run("task", "list", "--json"))) == 2


def test_all_are_moved_or_none_and_whoever_hands_in_does_not_judge(run: Run) -> None:
    first, second = number(run(*TASK)), number(run(*TASK))
    run("task", "step", first, "--move", "sign")
    with pytest.raises(Refused) as refused:
        run("task", "step", first, second, "--move", "sign")
    assert refused.value.problems[0].place.file == first
    run("task", "step", first, "--move", "submit", "--reason", "Done")
    with pytest.raises(Refused) as refused:
        run("task", "step", first, "--move", "check")
    assert cast.codes(refused) == ["step-same-person"]


def test_a_filing_is_approved_by_as_many_as_it_says(run: Run) -> None:
    ref = number(
        run("filing", "open", "/1/2", "--by", "/1", "--title", "Weld on the mast", "--approvals", "2")
    )
    for move, person in (("request", "Nia"), ("check", "Uma"), ("approve", "Uma"), ("approve", "Vic")):
        run("filing", "step", ref, "--move", move, "--person", person)
    assert "Approved" in run("filing", "list", "/1/2")
    with pytest.raises(NotThere):
        run("task", "show", ref)
