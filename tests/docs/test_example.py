"""The example is sound, the same in both languages, and shows every standing."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from remit.core.duty import ReviewState
from remit.core.problem import Level
from remit.core.regime import duties, duty_reference
from remit.core.regime_part import each_part
from remit.core.scope import screen
from remit.files.calendar import read_calendar
from remit.files.organisation import read_organisation
from remit.files.regime_yaml import read_regime

EXAMPLE = Path(__file__).parents[2] / "src" / "remit" / "examples" / "harbour"
LISTS = {"zh": EXAMPLE / "organisation", "en": EXAMPLE / "organisation.en"}
LANGUAGES = ("zh", "en")


def _regime(language: str):
    regime, problems = read_regime(EXAMPLE / f"regime.{language}.yaml")
    assert [problem.line() for problem in problems] == []
    return regime


def _records(language: str) -> list[list[str]]:
    with (LISTS[language] / "records.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_regime_is_sound_and_wholly_reviewed(language: str) -> None:
    regime = _regime(language)
    assert regime.language == language
    decided = {duty.review.state for _, duty in duties(regime)}
    assert decided == {ReviewState.ACCEPTED, ReviewState.CORRECTED, ReviewState.REJECTED}
    assert {part.review.state for part in each_part(regime.parts)} == decided


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_regime_holds_the_words_of_the_regulation(language: str) -> None:
    text = (EXAMPLE / f"regulation.{language}.txt").read_text(encoding="utf-8")
    for clause in _regime(language).clauses:
        assert text[clause.start : clause.end] == clause.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_organisation_and_the_calendar_are_sound(language: str) -> None:
    organisation, problems = read_organisation(LISTS[language])
    calendar, faults = read_calendar(EXAMPLE / "calendar.toml")
    assert [p.line() for p in (*problems, *faults) if p.level is not Level.NOTE] == []
    assert len(organisation.units) == 40
    assert calendar.first < date(2026, 1, 1) < calendar.last


def test_both_languages_have_the_same_clauses_and_the_same_rhythms() -> None:
    chinese, english = _regime("zh"), _regime("en")
    assert len(chinese.clauses) == len(english.clauses)
    for one, other in zip(chinese.clauses, english.clauses, strict=True):
        assert (len(one.ref), one.heading, one.screen) == (len(other.ref), other.heading, other.screen)
        assert _limits(one) == _limits(other)


def _limits(clause) -> list:
    return sorted(
        (
            limit.min or 0,
            limit.period or "",
            limit.months,
            limit.period_max or "",
            bool(limit.per),
            bool(limit.vague),
        )
        for duty in clause.duties
        if duty.review.state is not ReviewState.REJECTED
        for limit in duty.cadence
    )


def test_both_organisations_have_the_same_tree_and_the_same_days() -> None:
    chinese, english = (read_organisation(LISTS[language])[0] for language in LANGUAGES)
    assert [(u.code, u.parent) for u in chinese.units] == [(u.code, u.parent) for u in english.units]
    assert [(p.unit, p.degree) for p in chinese.posts] == [(p.unit, p.degree) for p in english.posts]
    assert [(h.since, h.until) for h in chinese.holders] == [(h.since, h.until) for h in english.holders]


@pytest.mark.parametrize("language", LANGUAGES)
def test_records_name_units_and_duties_that_are_there(language: str) -> None:
    regime = _regime(language)
    units = {unit.code for unit in read_organisation(LISTS[language])[0].units}
    known = {duty_reference(regime, duty) for _, duty in duties(regime)}
    for unit, day, _kind, _title, meets, starts, evidence in _records(language):
        named = {reference.partition("@")[0] for reference in f"{meets} {starts}".split()}
        assert unit in units
        assert date.fromisoformat(day).year == 2026
        assert named
        assert named <= known
        assert not evidence or (LISTS[language] / evidence).exists()


def test_both_lists_of_records_tell_of_the_same_days() -> None:
    chinese, english = (_records(language) for language in LANGUAGES)
    assert [row[:2] for row in chinese] == [row[:2] for row in english]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clause_about_online_remarks_is_outside_and_creates_nothing(language: str) -> None:
    outside = [clause for clause in _regime(language).clauses if clause.screen != "in"]
    assert [clause.ref[-1] for clause in outside] == [{"zh": "第二十四条", "en": "Article 24"}[language]]
    assert all(screen(clause.text).label == "out" and clause.duties == () for clause in outside)
