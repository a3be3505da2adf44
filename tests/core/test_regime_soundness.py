from dataclasses import replace
from datetime import date

import pytest

from remit.core.duty import Duty, Kind, Review, ReviewState
from remit.core.period import Cadence, Deadline
from remit.core.problem import Level, Problem
from remit.core.regime import Defaults, Regime, Role
from remit.core.soundness import regime_problems
from tests.core.building import QUOTE, a_clause, a_duty, a_regime


def only(found: tuple[Problem, ...]) -> Problem:
    assert len(found) == 1, [problem.text() for problem in found]
    return found[0]


def test_a_sound_regime_has_no_problem() -> None:
    duties = (
        a_duty("art-4.a", cadence=[Cadence(min=1, period="P1M")]),
        a_duty("art-4.b", deadline=[Deadline(amount=20, unit="workday")]),
        replace(a_duty("art-4.c"), kind=Kind.PROHIBITION),
    )
    assert regime_problems(a_regime(*duties)) == ()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"id": "港口"}, "regime-id"),
        ({"id": ""}, "regime-id"),
        ({"id": "a/b"}, "regime-id"),
        ({"id": "a@b"}, "regime-id"),
        ({"title": " "}, "regime-title"),
        ({"language": "fr"}, "regime-language"),
        ({"edition": date(1, 1, 1)}, "regime-edition"),
        ({"defaults": Defaults(year_starts=0)}, "default-year"),
        ({"defaults": Defaults(year_starts=13)}, "default-year"),
        ({"defaults": Defaults(due_soon_days=-1)}, "default-soon"),
        ({"defaults": Defaults(due_soon_days=367)}, "default-soon"),
        ({"defaults": Defaults(on_holiday="skip")}, "default-holiday"),
        ({"roles": (Role(name="泊位单位"), Role(name="泊位单位"))}, "role-name"),
        ({"roles": (Role(name="泊位单位"), Role(name=" "))}, "role-name"),
        ({"roles": (Role(name="泊位单位", degree="boss"),)}, "role-degree"),
        ({"roles": (Role(name="泊位单位", units=("berth", "berth")),)}, "role-units"),
        ({"roles": (Role(name="泊位单位", units=("",)),)}, "role-units"),
        ({"roles": ()}, "holder-role"),
    ],
)
def test_it_says_what_is_wrong_with_head_defaults_and_roles(changed: dict, code: str) -> None:
    found = only(regime_problems(replace(a_regime(a_duty()), **changed)))
    assert (found.code, found.level) == (code, Level.ERROR)


@pytest.mark.parametrize(
    "changed",
    [
        {"defaults": Defaults(year_starts=12, due_soon_days=0, on_holiday="next")},
        {"defaults": Defaults(due_soon_days=366, on_holiday="previous")},
        {"id": "Harbour_2026.1-a", "language": "en", "edition": date(1900, 1, 1)},
    ],
)
def test_values_at_the_edge_are_sound(changed: dict) -> None:
    assert regime_problems(replace(a_regime(a_duty()), **changed)) == ()


def test_it_names_both_places_of_a_reference_used_twice() -> None:
    clauses = [a_clause(a_duty()), a_clause(a_duty(), ref=("第九条",), text=f"第九条 {QUOTE}。")]
    found = only(regime_problems(a_regime(clauses=clauses)))
    assert (found.code, found.place.ref) == ("duty-twice", "art-4")
    assert "第四条" in found.text()
    assert "第九条" in found.text()


@pytest.mark.parametrize("ref", ["第四条", "", "art 4", "a@b", "a/b", ".a"])
def test_it_rejects_a_reference_that_is_not_plain_ascii(ref: str) -> None:
    assert only(regime_problems(a_regime(a_duty(ref)))).code == "duty-ref"


def duty_problem(duty: Duty, *, roles: tuple[Role, ...] | None = None) -> Problem:
    regime = a_regime(duty) if roles is None else a_regime(duty, roles=roles)
    found = only(regime_problems(regime))
    assert found.place.ref == duty.ref
    assert "第四条" in found.text() or found.code.startswith(("cadence", "deadline"))
    return found


@pytest.mark.parametrize("quote", ["泊位单位检查缆桩", "", " "])
def test_it_rejects_a_quote_that_is_not_in_the_clause(quote: str) -> None:
    assert duty_problem(a_duty(quote=quote)).code == "duty-quote"


def test_a_long_quote_is_shown_in_part() -> None:
    text = duty_problem(a_duty(quote="缆" * 500)).text()
    assert "缆" * 60 + "…" in text
    assert "缆" * 61 not in text


def test_it_rejects_a_duty_that_is_no_duty() -> None:
    assert duty_problem(replace(a_duty(), kind=Kind.PERMISSION)).code == "duty-kind"


def test_it_rejects_a_holder_that_is_no_role_and_names_it() -> None:
    found = duty_problem(a_duty(holders=("泊位单位", "港务公司")))
    assert (found.code, dict(found.values)["holder"]) == ("holder-role", "港务公司")


def test_it_warns_of_a_duty_that_binds_nobody() -> None:
    found = duty_problem(a_duty(holders=()))
    assert (found.code, found.level) == ("duty-holder", Level.WARNING)


def test_it_rejects_meaningless_rhythms_and_limits() -> None:
    assert duty_problem(a_duty(cadence=[Cadence(min=1, period="P0D")])).code == "cadence-period"
    assert duty_problem(a_duty(deadline=[Deadline(amount=1)])).code == "deadline-unit"


def test_it_notes_a_limit_that_a_rhythm_keeps_from_being_scheduled() -> None:
    rhythm = Cadence(min=2, period="P1Y")
    found = duty_problem(a_duty(cadence=[rhythm], deadline=[Deadline(amount=10, unit="day")]))
    assert (found.code, found.level) == ("limit-unused", Level.NOTE)


@pytest.mark.parametrize(
    ("cadence", "deadline"),
    [
        (Cadence(vague="定期"), Deadline(amount=10, unit="day")),
        (Cadence(min=1, period="P3M"), Deadline(amount=10, unit="day", counts_from="window")),
        (Cadence(min=1, period="P1Y"), Deadline(by="--01-31")),
    ],
)
def test_other_limits_go_with_a_rhythm(cadence: Cadence, deadline: Deadline) -> None:
    assert regime_problems(a_regime(a_duty(cadence=[cadence], deadline=[deadline]))) == ()


def test_a_rejected_duty_may_be_incomplete() -> None:
    duty = replace(
        a_duty(holders=("谁",), cadence=[Cadence()]), review=Review(state=ReviewState.REJECTED, reason="重复")
    )
    assert regime_problems(a_regime(duty)) == ()


def test_it_rejects_an_unknown_label() -> None:
    regime: Regime = a_regime(clauses=[replace(a_clause(), screen="maybe")])
    assert only(regime_problems(regime)).code == "scope-label"


def test_a_clause_may_stand_anywhere_in_the_text() -> None:
    clause = a_clause()
    assert regime_problems(a_regime(clauses=[replace(clause, start=40, end=40 + len(clause.text))])) == ()


def test_it_warns_of_a_clause_whose_words_do_not_fit_its_place() -> None:
    found = only(regime_problems(a_regime(clauses=[replace(a_clause(), end=3)])))
    assert (found.code, found.level, found.place.ref) == ("clause-span", Level.WARNING, "第四条")
