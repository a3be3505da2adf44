from dataclasses import replace

import pytest

from remit.core.problem import Level
from remit.core.record import Evidence, Excuse, Record, excuse_problems, record_problems, split_reference
from tests.core.building import a_record, day

TODAY = day("2026-03-10")
DUTIES = {"harbour/art-4", "harbour/art-5"}
WINDOWS = {"harbour/art-4": ("2026-01", "2026-02", "2026-03", "2026-04")}
RECORD = a_record("r-1", "2026-03-10", "harbour/art-4")
OUT = "职工思想动态摸底"


def codes(record: Record, **changed: object) -> list[str]:
    options: dict = {"today": TODAY, "known_duties": DUTIES, "known_units": {"e1"}} | changed
    found = record_problems(record, **options)
    assert all(problem.place.ref == "r-1" for problem in found)
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        ("harbour/art-4", ("harbour/art-4", "")),
        ("harbour/art-4@2026-W05", ("harbour/art-4", "2026-W05")),
        ("harbour/art-4@on:r@1", ("harbour/art-4", "on:r@1")),
    ],
)
def test_a_reference_is_taken_apart_at_its_first_at_sign(reference: str, parts: tuple[str, str]) -> None:
    assert split_reference(reference) == parts


def test_a_sound_record_has_no_problem() -> None:
    assert codes(RECORD) == []
    assert codes(replace(RECORD, meets=(), starts=("harbour/art-5",))) == []
    assert codes(replace(RECORD, evidence=(Evidence(sha256="0" * 64, name="检查表.pdf", size=0),))) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"day": day("2026-03-11"), "entered": TODAY}, ["record-future"]),
        ({"entered": day("2026-03-11")}, ["record-entered"]),
        ({"entered": day("2026-03-09")}, ["record-entered"]),
        ({"day": day("2026-03-11"), "entered": day("2026-03-11")}, ["record-future", "record-entered"]),
        ({"unit": "e9"}, ["unknown-unit"]),
        ({"meets": ("harbour/art-9",)}, ["unknown-duty"]),
        ({"starts": ("harbour/art-9",)}, ["unknown-duty"]),
        ({"meets": ()}, ["record-idle"]),
        ({"title": OUT}, ["outside-scope"]),
        ({"kind": OUT}, ["outside-scope"]),
        ({"evidence": (Evidence(sha256="0" * 64, name=OUT, size=1),)}, ["outside-scope"]),
        ({"evidence": (Evidence(sha256="0" * 63, name="a", size=1),)}, ["record-evidence"]),
        ({"evidence": (Evidence(sha256="A" * 64, name="a", size=1),)}, ["record-evidence"]),
        ({"evidence": (Evidence(sha256="0" * 64, name="a", size=-1),)}, ["record-evidence"]),
    ],
)
def test_it_says_what_is_wrong_with_a_record(changed: dict, code: list[str]) -> None:
    assert codes(replace(RECORD, **changed)) == code


def test_a_record_may_be_entered_later() -> None:
    assert codes(replace(RECORD, day=day("2026-01-10"))) == []


def test_a_record_that_meets_nothing_is_only_warned_of() -> None:
    (found,) = record_problems(
        replace(RECORD, meets=()), today=TODAY, known_duties=DUTIES, known_units={"e1"}
    )
    assert found.level == Level.WARNING


def test_a_window_has_to_exist_where_the_windows_are_known() -> None:
    named = replace(RECORD, meets=("harbour/art-4@2026-02", "harbour/art-4@2025-02", "harbour/art-5@2026-02"))
    assert codes(named) == []
    found = record_problems(named, today=TODAY, known_duties=DUTIES, known_units={"e1"}, windows=WINDOWS)
    assert [problem.code for problem in found] == ["record-window", "record-window"]
    assert "such as 2026-01, 2026-02, 2026-03, or" in found[0].text()
    assert "such as -, or" in found[1].text()


EXCUSE = Excuse(
    duty="harbour/art-4",
    unit="e1",
    since=day("2026-02-01"),
    until=day("2026-02-28"),
    reason="泊位大修停用",
    decided_by="港务处",
    decided=day("2026-01-20"),
)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, []),
        ({"until": day("2026-02-01"), "decided": TODAY}, []),
        ({"until": day("2026-01-31")}, ["excuse-days"]),
        ({"decided": day("2026-03-11")}, ["excuse-future"]),
        ({"reason": " "}, ["excuse-bare"]),
        ({"decided_by": ""}, ["excuse-bare"]),
        ({"unit": "e9"}, ["unknown-unit"]),
        ({"duty": "harbour/art-9"}, ["unknown-duty"]),
        ({"reason": OUT}, ["outside-scope"]),
    ],
)
def test_it_says_what_is_wrong_with_an_excuse(changed: dict, code: list[str]) -> None:
    excuse = replace(EXCUSE, **changed)
    found = excuse_problems(excuse, today=TODAY, known_duties=DUTIES, known_units={"e1"})
    assert [(problem.code, problem.level, problem.place.ref) for problem in found] == [
        (one, Level.ERROR, excuse.duty) for one in code
    ]
