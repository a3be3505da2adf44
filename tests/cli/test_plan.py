"""`remit plan`: a regime laid over an organisation for a year."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar
import pytest
import python_calamine

from remit.files.regime_yaml import dump_regime
from tests.cli.cases import Console, organisation
from tests.files.regimes import HARBOUR


@pytest.fixture
def regime(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(dump_regime(HARBOUR), encoding="utf-8")
    return path


@pytest.fixture
def org(tmp_path: Path) -> Path:
    return organisation(tmp_path)


def test_the_year_is_laid_out(remit: Console, regime: Path, org: Path) -> None:
    assert remit("plan", regime, "--org", org, "--year", "2026") == 0
    assert remit.out.count("2026-12-31") == 5
    assert "王芳" in remit.out
    assert "6 occurrences in 2026" in remit.out


def test_it_prints_json(remit: Console, regime: Path, org: Path) -> None:
    assert remit("plan", regime, "--org", org, "--year", "2026", "--json") == 0
    plan = json.loads(remit.out)
    first = plan["occurrences"][0]
    assert (plan["unit"], plan["since"]) == ("G", "2026-01-01")
    assert (first["duty"], first["due"], first["unit"]) == ("harbour-fire/art-1", "2026-06-30", "G")
    assert first["answers"][0]["person"] == "李明"


def test_a_unit_may_adopt_from_a_day_on(remit: Console, regime: Path, org: Path) -> None:
    arguments = (
        "plan",
        regime,
        "--org",
        org,
        "--year",
        "2026",
        "--json",
        "--unit",
        "G1",
        "--from",
        "2026-07-01",
    )
    assert remit(*arguments) == 1  # nobody below bears what binds the city
    assert {o["unit"] for o in json.loads(remit.out)["occurrences"]} == {"G1"}


def test_it_writes_workbook_and_calendar(remit: Console, regime: Path, org: Path, tmp_path: Path) -> None:
    book, days = tmp_path / "p.xlsx", tmp_path / "p.ics"
    assert remit("plan", regime, "--org", org, "--year", "2026", "--xlsx", book, "--ics", days) == 0
    assert len(python_calamine.load_workbook(book).get_sheet_by_index(0).to_python()) == 7
    assert len(icalendar.Calendar.from_ical(days.read_bytes()).walk("VEVENT")) == 6


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"--unit": "X"}, "unit-unknown"),
        ({"--year": "0"}, "year"),
        ({"--org": "none"}, "file-missing"),
        ({"--calendar": "none.toml"}, "file-missing"),
    ],
)
def test_what_cannot_be_planned_is_exit_2(
    changed: dict[str, str], code: str, remit: Console, regime: Path, org: Path
) -> None:
    options = {"--org": str(org), "--year": "2026"} | changed
    assert remit("plan", regime, *(word for pair in options.items() for word in pair)) == 2
    assert code in remit.err
    assert remit.out == ""


def test_working_days_beyond_the_calendar_are_not_guessed(remit: Console, tmp_path: Path, org: Path) -> None:
    path = tmp_path / "w.yaml"
    text = dump_regime(HARBOUR).replace(
        '- {by: "--12-31"}', "- {amount: 10, unit: workday, counts_from: window}"
    )
    path.write_text(text, encoding="utf-8")
    assert remit("plan", path, "--org", org, "--year", "2030") == 1
    line = text.split("\n").index("  - ref: art-2.b") + 1
    assert f"{path}:{line}:5: " in remit.err
