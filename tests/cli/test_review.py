"""`remit review`: a draft's duties and parts reviewed, added to, issued and written out from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from remit.core.duty import Review, ReviewState
from remit.core.part_decision import find_part
from remit.core.particulars import MeasureKind
from remit.core.regime import find_duty
from remit.core.regime_part import Ground, Parts
from remit.files.regime_yaml import dump_regime, read_regime
from tests.cli.installation import call, done
from tests.store.cast import OUTSIDE, REGIME

NEXT = "port-fire@2028-01-01"
GROUND = Ground(
    ref="ground-art-3",
    clause=("3",),
    quote="After a fire each terminal shall report",
    holders=("each terminal",),
    measures=(MeasureKind.REMINDER,),
)
PART = (
    "{{ref: {ref}, clause: ['3'], quote: within 3 days, holders: [each terminal], measures: [{measure}]}}\n"
)


@pytest.fixture
def folder(data: Path, tmp_path: Path) -> Path:
    """A draft of the year after with a duty and a ground that nobody has looked at."""
    second = replace(REGIME.clauses[1], duties=(replace(REGIME.clauses[1].duties[0], review=Review()),))
    draft = replace(
        REGIME,
        edition=date(2028, 1, 1),
        clauses=(REGIME.clauses[0], second, REGIME.clauses[2]),
        parts=Parts(grounds=(GROUND,)),
    )
    (tmp_path / "draft.yaml").write_text(dump_regime(draft), encoding="utf-8")
    assert done(data, "review", "open", str(tmp_path / "draft.yaml")) == f"{NEXT} is kept as a draft.\n"
    return tmp_path


def written(folder: Path, text: str) -> str:
    (folder / "given.yaml").write_text(text, encoding="utf-8")
    return str(folder / "given.yaml")


def test_a_draft_is_reviewed_issued_and_adopted(folder: Path, data: Path) -> None:
    open_items = json.loads(done(data, "review", "list", NEXT, "--json"))
    assert [(one["ref"], one["state"]) for one in open_items["items"]] == [
        ("art-2", "proposed"),
        ("ground-art-3", "proposed"),
    ]
    assert "ground-art-3" in done(data, "review", "list", NEXT)
    refused = call(data, "review", "issue", NEXT)
    assert (refused.returncode, "edition-unreviewed" in refused.stderr) == (1, True)
    done(data, "review", "accept", NEXT, "art-2", "--person", "Eve")
    given = written(folder, PART.format(ref="ground-art-3", measure="talk"))
    done(data, "review", "correct", NEXT, "ground-art-3", given, "--reason", "by talk", "--person", "Eve")
    added = written(folder, PART.format(ref="''", measure="dismissal"))
    assert "ground-added-1" in done(data, "review", "add", NEXT, "grounds", added, "--reason", "missed")
    done(data, "review", "reject", NEXT, "ground-added-1", "--reason", "no ground")
    assert done(data, "review", "list", NEXT) == "Nothing is left to review.\n"
    assert len(done(data, "review", "list", NEXT, "--all").splitlines()) == 6
    done(data, "review", "issue", NEXT)
    done(data, "adopt", NEXT, "--unit", "/1", "--from", "2028-01-01")
    done(data, "review", "export", NEXT, "-o", str(folder / "out.yaml"))
    regime, problems = read_regime(folder / "out.yaml")
    assert problems == ()
    corrected = find_part(regime, "ground-art-3")
    assert (corrected.measures, corrected.review.by) == ((MeasureKind.TALK,), "Eve")
    assert find_duty(regime, "art-2")[1].review.by == "Eve"
    assert find_part(regime, "ground-added-1").review.state is ReviewState.REJECTED


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("accept", NEXT, "nothing"), 2, "not-there"),
        (("accept", "port-fire@never", "art-2"), 2, "not-there"),
        (("accept", "port-fire@2026-01-01", "art-2"), 2, "not-there"),
        (("reject", NEXT, "ground-art-3", "--reason", " "), 1, "review-no-reason"),
        (("reject", NEXT, "ground-art-3", "--reason", OUTSIDE), 1, "outside-scope"),
        (("add", NEXT, "graves", "FILE", "--reason", "x"), 2, "graves"),
        (("add", NEXT, "grounds", "nowhere.yaml", "--reason", "x"), 1, "nowhere.yaml"),
        (("open", "nowhere.yaml"), 2, "nowhere.yaml"),
        (("export", NEXT, "-o", "/nowhere/out.yaml"), 2, "/nowhere"),
    ],
)
def test_a_call_that_cannot_be_done_says_why(
    folder: Path, data: Path, arguments, code: int, said: str
) -> None:
    finished = call(data, "review", *arguments)
    assert (finished.returncode, said in finished.stderr) == (code, True), finished.stderr
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "file-empty"),
        ("# nothing\n", "file-empty"),
        ("[", "yaml-syntax"),
        ("{ref: ground-art-3, clause: ['3']}", "field-missing"),
        (PART.format(ref="ground-art-3", measure="drowning"), "value-unknown"),
        (PART.format(ref="other", measure="talk"), "review-no-correction"),
        (PART.format(ref="ground-art-3", measure="talk").replace("within", "without"), "part-quote"),
    ],
)
def test_a_correction_that_is_not_right_is_refused(folder: Path, data: Path, text: str, said: str) -> None:
    finished = call(
        data, "review", "correct", NEXT, "ground-art-3", written(folder, text), "--reason", "by talk"
    )
    assert (finished.returncode, said in finished.stderr) == (1, True), finished.stderr
    items = json.loads(done(data, "review", "list", NEXT, "--json"))["items"]
    assert items[-1]["state"] == "proposed"


def test_a_duty_is_corrected_by_its_fields(folder: Path, data: Path) -> None:
    text = "{ref: art-2, quote: Each terminal shall hold a fire drill, holders: [each terminal]}\n"
    done(data, "review", "correct", NEXT, "art-2", written(folder, text), "--reason", "no rhythm")
    items = json.loads(done(data, "review", "list", NEXT, "--all", "--json"))["items"]
    assert items[0]["state"] == "corrected"
