"""Run the cases: each `*.toml` here is a regulation's excerpt, an organisation, records, and where things then stand.

`[[edition]]` holds numbered lines of text and the duties read from them; `[organisation]` and `[calendar]` the rest;
each `[[case]]` says what happened (`adopted`, `records`, `excuses`) and what follows: `expect` for where an occurrence
stands on a day, `answers` for who answers, `problems` for what could not be scheduled. `because` is the reason in
words: Chinese, or English in files named `*.en.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from remit.core.adoption import Adoption, adoption_problems, end_superseded
from remit.core.assignment import answer, answer_text, assign
from remit.core.establishment import organisation_problems
from remit.core.post import Directory, Organisation, index_organisation
from remit.core.problem import Level
from remit.core.record import Excuse, Record, record_problems
from remit.core.regime import Regime, duties, duty_reference
from remit.core.soundness import regime_problems
from remit.core.standing import Standing, standing_text, standings
from remit.core.workday import WorkCalendar, calendar_problems
from tests.core.catalogue import chinese

FOLDER = Path(__file__).parent
EXPECTED = {"status", "due", "opens", "reason", "records", "because"}


@dataclass(frozen=True)
class Case:
    """A case with the values that its file sets up."""

    fact: str
    said: dict[str, Any]
    directory: Directory
    calendar: WorkCalendar
    adoptions: tuple[Adoption, ...]
    records: tuple[Record, ...]
    excuses: tuple[Excuse, ...]
    translate: Callable[[str], str]

    def standings(self, on: date) -> tuple[dict[tuple[str, str, str], Standing], list[str]]:
        found, problems = standings(
            self.adoptions,
            self.directory,
            self.calendar,
            records=self.records,
            excuses=self.excuses,
            day=on,
        )
        by_window = {(one.occurrence.duty, one.occurrence.unit, one.occurrence.window): one for one in found}
        return by_window, [problem.code for problem in problems]


def edition(said: dict[str, Any]) -> Regime:
    """Build a regime whose clauses are the numbered lines of `text`."""
    held: dict[str, list[dict[str, Any]]] = {}
    for duty in said.pop("duty"):
        held.setdefault(duty.pop("clause"), []).append(duty)
    clauses, start = [], 0
    for line in said.pop("text").strip().splitlines():
        number = line.split()[0]
        row = {"ref": [number], "text": line, "start": start, "end": start + len(line)}
        clauses.append({**row, "duties": held.pop(number, [])})
        start += len(line) + 1
    assert not held, f"duties of clauses that are not in the text: {sorted(held)}"
    row = {"title": said["id"], "edition": said.pop("day"), **said, "clauses": clauses}
    return msgspec.convert(row, Regime)


@cache
def read(path: Path) -> tuple[Case, ...]:
    """Return the cases of a file; fails where its regulation, organisation or calendar is unsound."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    regimes = [edition(one) for one in said["edition"]]
    organisation = msgspec.convert(said["organisation"], Organisation)
    calendar = msgspec.convert(said["calendar"], WorkCalendar)
    wrong = [p for regime in regimes for p in regime_problems(regime) if p.level == Level.ERROR]
    wrong += [*organisation_problems(organisation), *calendar_problems(calendar)]
    assert [problem.line() for problem in wrong] == []
    directory = index_organisation(organisation)
    return tuple(case(one, regimes, directory, calendar, path) for one in said["case"])


def case(
    said: dict[str, Any], regimes: list[Regime], directory: Directory, calendar: WorkCalendar, path: Path
) -> Case:
    editions = {(regime.id, regime.edition): regime for regime in regimes}
    adoptions = tuple(
        msgspec.convert({**one, "regime": editions[one["regime"], one.pop("edition")]}, Adoption)
        for one in said["adopted"]
    )
    records = tuple(
        msgspec.convert({"entered": one["day"], "kind": "record", "title": "record", **one}, Record)
        for one in said.get("records", ())
    )
    excuses = tuple(msgspec.convert(one, Excuse) for one in said.get("excuses", ()))
    known = {duty_reference(regime, duty) for regime in regimes for _, duty in duties(regime)}
    found = [problem for adoption in adoptions for problem in adoption_problems(adoption, directory)]
    for record in records:
        found += record_problems(
            record, today=record.entered, known_duties=known, known_units=directory.units.keys()
        )
    assert [problem.line() for problem in found] == []
    translate = str if path.stem.endswith(".en") else chinese
    return Case(said["fact"], said, directory, calendar, adoptions, records, excuses, translate)


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.toml")):
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(path, one["fact"], id=f"{path.stem}: {one['fact']}")


def find(path: Path, fact: str) -> Case:
    (found,) = [one for one in read(path) if one.fact == fact]
    return found


@pytest.mark.parametrize(("path", "fact"), list(cases()))
def test_it_stands_as_the_case_says(path: Path, fact: str) -> None:
    found = find(path, fact)
    for expected in found.said.get("expect", ()):
        known, problems = found.standings(expected["on"])
        assert problems == found.said.get("problems", [])
        one = known.get((expected["duty"], expected["unit"], expected["window"]))
        if expected["status"] == "none":
            assert one is None
            continue
        assert one is not None, f"no such window; there are {sorted(window for _, _, window in known)}"
        seen = {
            "status": str(one.status),
            "due": one.occurrence.due,
            "opens": one.occurrence.opens,
            "reason": one.reason,
            "records": list(one.records),
            "because": standing_text(one, found.translate),
        }
        assert {key: seen[key] for key in EXPECTED & expected.keys()} == {
            key: expected[key] for key in EXPECTED & expected.keys()
        }


@pytest.mark.parametrize(("path", "fact"), list(cases()))
def test_who_answers_is_whom_the_case_names(path: Path, fact: str) -> None:
    found = find(path, fact)
    for expected in found.said.get("answers", ()):
        answers = [
            one
            for adoption in end_superseded(found.adoptions)
            for assignment in assign(adoption, found.directory, day=expected["on"])
            if (assignment.duty, assignment.unit) == (expected["duty"], expected["unit"])
            for one in answer(assignment, found.directory, day=expected["on"])
        ]
        seen = [
            [str(one.degree), dict(one.values).get("title", ""), one.person or f"→ {stands_in(one.values)}"]
            for one in answers
        ]
        assert seen == expected["who"]
        assert [one.reason for one in answers] == expected.get("reasons", [one.reason for one in answers])
        if "because" in expected:
            assert [answer_text(one, found.translate) for one in answers] == expected["because"]


def stands_in(values: tuple[tuple[str, str], ...]) -> str:
    return dict(values).get("through_person", "nobody")


def test_there_are_cases_in_many_fields() -> None:
    files = sorted(FOLDER.glob("*.toml"))
    assert len(files) >= 10
    assert sum(len(read(path)) for path in files) >= 25
