from dataclasses import replace

import pytest

from remit.core.duty import Review, ReviewState
from remit.core.period import Cadence, Deadline
from remit.core.problem import Level
from remit.core.schedule import Occurrence, occurrences
from tests.core.building import CALENDAR, a_clause, a_duty, a_regime, an_adoption, day
from tests.core.planning import DIRECTORY, QUARTERLY, TERMS, YEARLY, code, plan, rows


def test_an_occurrence_names_duty_unit_window_days_and_clause() -> None:
    (found, *_), _ = plan(Cadence(min=2, period="P6M"))
    assert found == Occurrence(
        duty="harbour/art-4",
        unit="w1",
        window="2026H1",
        opens=day("2026-01-01"),
        due=day("2026-06-30"),
        needed=2,
        clause=("第四条",),
        rhythm="P6M",
    )


def test_every_bearing_unit_owes_every_window_in_tree_order() -> None:
    found, _ = plan(Cadence(min=1, period="P6M"), unit="port")
    assert [(one.window, one.unit) for one in found] == [
        (window, unit) for window in ("2026H1", "2026H2") for unit in ("e1", "e2", "w1")
    ]


def test_only_windows_due_while_the_adoption_is_in_force_are_owed() -> None:
    assert rows(QUARTERLY, since="2026-06-30", until="2026-09-30") == [
        ("2026Q2", "2026-04-01", "2026-06-30"),
        ("2026Q3", "2026-07-01", "2026-09-30"),
    ]
    assert rows(QUARTERLY, since="2026-07-01", until="2026-09-29") == []


@pytest.mark.parametrize(
    ("first", "last", "windows"),
    [
        ("2026-03-31", "2026-03-31", ["2026Q1"]),
        ("2026-04-01", "2026-04-01", ["2026Q2"]),
        ("2026-03-31", "2026-04-01", ["2026Q1", "2026Q2"]),
    ],
)
def test_only_windows_that_touch_the_days_asked_for_are_given(
    first: str, last: str, windows: list[str]
) -> None:
    assert [row[0] for row in rows(QUARTERLY, first=first, last=last)] == windows


def test_a_day_of_every_year_is_due_in_its_window() -> None:
    assert rows(YEARLY, deadline=[Deadline(by="--01-31")]) == [("2026", "2026-01-01", "2026-01-31")]
    assert rows(Cadence(min=1, period="P6M"), deadline=[Deadline(by="--01-31")]) == [
        ("2026H1", "2026-01-01", "2026-01-31"),
        ("2026H2", "2026-07-01", "2026-12-31"),
    ]
    assert rows(Cadence(months=(6, 12)), deadline=[Deadline(by="--06-20")]) == [
        ("2026-06", "2026-06-01", "2026-06-20"),
        ("2026-12", "2026-12-01", "2026-12-31"),
    ]
    assert rows(Cadence(min=1, period="P6M"), deadline=[Deadline(by="--07-01")])[1] == (
        "2026H2",
        "2026-07-01",
        "2026-07-01",
    )


def test_a_named_month_needs_one_record() -> None:
    found, _ = plan(Cadence(months=(6,)), Cadence(quarters=(2,)))
    assert [one.needed for one in found] == [1, 1]


def test_of_what_is_due_together_the_duties_come_by_reference_and_then_by_window() -> None:
    both = [QUARTERLY, Cadence(min=1, period="P6M")]
    duties = [a_duty(ref, cadence=both) for ref in ("b", "a")]
    found, _ = occurrences(
        an_adoption(a_regime(*duties), unit="east"),
        DIRECTORY,
        CALENDAR,
        first=day("2026-06-30"),
        last=day("2026-06-30"),
    )
    assert [(one.duty, one.window, one.unit) for one in found] == [
        (f"harbour/{ref}", window, unit)
        for window in ("2026H1", "2026Q2")
        for ref in ("a", "b")
        for unit in ("e1", "e2")
    ]


def test_in_a_regime_s_own_year_the_day_is_the_one_inside_it() -> None:
    assert rows(YEARLY, deadline=[Deadline(by="--01-31")], year_starts=9, last="2027-12-31") == [
        ("2025-2026", "2025-09-01", "2026-01-31"),
        ("2026-2027", "2026-09-01", "2027-01-31"),
        ("2027-2028", "2027-09-01", "2028-01-31"),
    ]


def test_a_window_of_several_years_is_due_on_its_last_such_day() -> None:
    assert rows(Cadence(min=1, period="P2Y"), deadline=[Deadline(by="--01-31")]) == [
        ("2026-2027", "2026-01-01", "2027-01-31")
    ]


def test_a_day_of_every_year_without_a_rhythm_comes_every_year() -> None:
    assert rows(deadline=[Deadline(by="--03-05")], last="2027-12-31") == [
        ("2026", "2026-01-01", "2026-03-05"),
        ("2027", "2027-01-01", "2027-03-05"),
    ]


def test_a_day_of_one_year_touches_only_its_own_window() -> None:
    assert rows(Cadence(min=1, period="P6M"), deadline=[Deadline(by="2026-04-15")]) == [
        ("2026H1", "2026-01-01", "2026-04-15"),
        ("2026H2", "2026-07-01", "2026-12-31"),
    ]


def test_several_days_share_a_window_among_them() -> None:
    found, _ = plan(Cadence(min=3, period="P1Y"), deadline=[Deadline(by="--12-31"), Deadline(by="--06-30")])
    assert [(one.window, str(one.opens), str(one.due), one.needed, one.rhythm) for one in found] == [
        ("2026-06-30", "2026-01-01", "2026-06-30", 2, "P1Y"),
        ("2026-12-31", "2026-07-01", "2026-12-31", 2, "P1Y"),
    ]


def test_a_day_without_a_rhythm_is_due_once_from_the_adoption_on() -> None:
    assert rows(deadline=[Deadline(by="2026-04-15")], since="2026-02-01") == [
        ("2026-04-15", "2026-02-01", "2026-04-15")
    ]
    assert rows(deadline=[Deadline(by="2026-04-15")], since="2026-04-15") == [
        ("2026-04-15", "2026-04-15", "2026-04-15")
    ]
    assert rows(deadline=[Deadline(by="2026-04-15")], since="2026-04-16") == []


def test_a_limit_counted_from_the_window_opens_after_it() -> None:
    limit = Deadline(amount=10, unit="workday", counts_from="window")
    assert rows(QUARTERLY, deadline=[limit], since="2025-06-01", first="2026-01-01", last="2026-10-31") == [
        ("2025Q4", "2026-01-01", "2026-01-15"),
        ("2026Q1", "2026-04-01", "2026-04-14"),
        ("2026Q2", "2026-07-01", "2026-07-14"),
        ("2026Q3", "2026-10-01", "2026-10-15"),
    ]


def test_a_limit_ahead_of_the_window_s_end_is_due_inside_it() -> None:
    limit = Deadline(amount=10, unit="day", before="年底", counts_from="window")
    assert rows(YEARLY, deadline=[limit]) == [("2026", "2026-01-01", "2026-12-21")]


def test_a_limit_of_hours_after_the_window_is_due_with_it() -> None:
    limit = Deadline(amount=2, unit="hour", counts_from="window")
    assert rows(YEARLY, deadline=[limit]) == [("2026", "2026-01-01", "2026-12-31")]


def test_a_window_that_ended_before_the_days_asked_for_may_be_due_in_them() -> None:
    for unit, amount, due in (("day", 60, "2026-03-01"), ("month", 2, "2026-02-28")):
        limits = [Deadline(amount=n, unit=unit, counts_from="window") for n in (amount, amount + 1)]
        found = rows(QUARTERLY, deadline=limits, since="2025-06-01", first=due, last="2026-03-05")
        assert found == [("2025Q4", "2026-01-01", due)]


def test_the_strictest_of_several_limits_counts() -> None:
    limits = [Deadline(amount=n, unit="day", counts_from="window") for n in (20, 5)]
    assert rows(Cadence(quarters=(1,)), deadline=limits) == [("2026Q1", "2026-04-01", "2026-04-05")]


def test_the_same_window_asked_for_twice_is_owed_once_with_the_higher_number() -> None:
    found, _ = plan(Cadence(min=1, period="P3M"), Cadence(quarters=(2,)), Cadence(min=3, period="P3M"))
    assert [(one.window, one.needed) for one in found] == [(f"2026Q{n}", 3) for n in (1, 2, 3, 4)]


def test_two_rhythms_are_two_series() -> None:
    found, _ = plan(YEARLY, Cadence(months=(6,)))
    assert [(one.window, one.rhythm) for one in found] == [("2026-06", "P1M"), ("2026", "P1Y")]


@pytest.mark.parametrize(
    ("rule", "due"), [("keep", "2026-10-01"), ("next", "2026-10-05"), ("previous", "2026-09-30")]
)
def test_a_due_day_off_is_moved_as_the_regime_says(rule: str, due: str) -> None:
    deadline = [Deadline(by="2026-10-01")]
    assert rows(deadline=deadline, on_holiday=rule) == [("2026-10-01", "2026-01-01", due)]


def test_a_due_day_is_not_moved_before_its_window_opens() -> None:
    found = rows(Cadence(min=1, period="P1D"), first="2026-10-01", last="2026-10-03", on_holiday="previous")
    assert found == [(f"2026-10-0{n}", f"2026-10-0{n}", f"2026-10-0{n}") for n in (1, 2, 3)]


def test_a_window_moved_into_the_days_asked_for_is_given() -> None:
    (moved, *_) = rows(Cadence(min=1, period="P1M"), first="2026-02-02", last="2026-02-02", on_holiday="next")
    assert moved == ("2026-01", "2026-01-01", "2026-02-02")


def test_a_due_day_may_be_moved_to_the_day_on_which_its_window_opens() -> None:
    found = rows(deadline=[Deadline(by="2026-10-01")], since="2026-09-30", on_holiday="previous")
    assert found == [("2026-10-01", "2026-09-30", "2026-09-30")]


@pytest.mark.parametrize("rule", ["next", "previous"])
def test_beyond_the_calendar_nothing_is_guessed(rule: str) -> None:
    calendar = replace(CALENDAR, last=day("2026-06-30"))
    found = code(QUARTERLY, calendar=calendar, on_holiday=rule)
    assert found[:2] == ("calendar-horizon", Level.ERROR)
    assert [one.window for one in found[2]] == ["2026Q1", "2026Q2"]


def test_a_limit_beyond_the_calendar_is_said_once() -> None:
    limit = Deadline(amount=10, unit="workday", counts_from="window")
    found = code(QUARTERLY, deadline=[limit], last="2028-12-31")
    assert (found[0], [one.window for one in found[2]]) == (
        "calendar-horizon",
        ["2025Q4", "2026Q1", "2026Q2", "2026Q3"],
    )


@pytest.mark.parametrize(
    ("first", "last", "reported"),
    [
        ("2026-06-01", "2026-12-31", False),
        ("2026-06-01", "2027-01-01", True),
        ("2027-01-05", "2027-02-01", True),
        ("2027-03-05", "2027-03-31", False),
    ],
)
def test_only_a_window_that_may_touch_the_days_asked_for_is_a_reason_to_complain(
    first: str, last: str, *, reported: bool
) -> None:
    limit = Deadline(amount=10, unit="workday", counts_from="window")
    _, problems = plan(YEARLY, deadline=[limit], first=first, last=last)
    assert [problem.code for problem in problems] == ["calendar-horizon"] * reported


def test_a_limit_ahead_of_a_window_that_is_open_is_a_reason_to_complain() -> None:
    limit = Deadline(amount=10, unit="workday", before="年底", counts_from="window")
    calendar = replace(CALENDAR, last=day("2026-12-10"))
    assert code(YEARLY, deadline=[limit], first="2026-06-01", calendar=calendar)[0] == "calendar-horizon"


def test_a_window_long_past_is_no_reason_to_complain_of_the_calendar() -> None:
    limit = Deadline(amount=10, unit="workday", counts_from="window")
    found = rows(QUARTERLY, deadline=[limit], since="2020-01-01", first="2026-01-20", last="2026-04-30")
    assert [row[0] for row in found] == ["2026Q1"]


@pytest.mark.parametrize(
    ("cadence", "deadline", "expected"),
    [
        (Cadence(vague="定期"), (), ("unquantified", Level.NOTE)),
        (Cadence(min=1, per="班"), (), ("per-shift", Level.NOTE)),
        (Cadence(min=1, period="PT2H"), (), ("within-day", Level.NOTE)),
        (Cadence(period_min="PT2H", period_max="PT4H"), (), ("within-day", Level.NOTE)),
        (Cadence(min=1, per="学期"), (), ("term-unknown", Level.WARNING)),
        (None, (Deadline(amount=3, unit="day", before="开工"),), ("before-event", Level.NOTE)),
        (
            None,
            (Deadline(amount=3, unit="day", counts_from="window"),),
            ("limit-without-rhythm", Level.WARNING),
        ),
        (Cadence(min=1, period="P0D"), (), ("cadence-period", Level.ERROR)),
        (None, (Deadline(amount=1, unit="moon"),), ("deadline-unit", Level.ERROR)),
    ],
)
def test_what_cannot_be_scheduled_says_why(
    cadence: Cadence | None, deadline: tuple[Deadline, ...], expected: tuple[str, Level]
) -> None:
    found = code(*([cadence] if cadence else []), deadline=deadline)
    assert found == (*expected, [])


def test_a_limit_after_an_event_beside_one_before_it_says_nothing_until_it_starts() -> None:
    limits = [Deadline(amount=3, unit="day", before="开工"), Deadline(amount=3, unit="day", after="开工")]
    assert rows(deadline=limits) == []


def test_a_reason_is_given_once_a_duty_and_not_once_a_unit() -> None:
    duties = [a_duty(ref, cadence=[Cadence(vague="定期")]) for ref in ("art-4.a", "art-4.b")]
    found, problems = occurrences(
        an_adoption(a_regime(*duties)), DIRECTORY, CALENDAR, first=CALENDAR.first, last=CALENDAR.last
    )
    assert found == ()
    assert [problem.place.ref for problem in problems] == ["art-4.a", "art-4.b"]


@pytest.mark.parametrize("cadence", [Cadence(max=2, period="P1Y"), Cadence(max=1, per="学期")])
def test_at_most_owes_nothing(cadence: Cadence) -> None:
    found, _ = plan(cadence, calendar=TERMS)
    assert found == ()


def test_terms_of_another_kind_are_no_help() -> None:
    found = code(Cadence(min=1, per="汛期"), calendar=TERMS)
    assert found == ("term-unknown", Level.WARNING, [])


def test_terms_come_from_the_calendar() -> None:
    cadence = Cadence(min=1, per="学期")
    assert rows(cadence, calendar=TERMS, last="2027-12-31", until="2027-03-01") == [
        ("2026-spring", "2026-02-23", "2026-07-05"),
        ("2026-autumn", "2026-09-01", "2027-01-20"),
    ]


@pytest.mark.parametrize(
    ("last", "until", "known"),
    [("2027-03-31", None, True), ("2027-04-01", None, False), ("2028-12-31", "2027-03-31", True)],
)
def test_terms_that_run_out_are_reported(last: str, until: str | None, *, known: bool) -> None:
    _, problems = plan(Cadence(min=1, per="学期"), calendar=TERMS, last=last, until=until)
    assert [problem.code for problem in problems] == ([] if known else ["term-unknown"])


def test_rejected_duties_clauses_outside_scope_and_unborne_duties_owe_nothing() -> None:
    duty = a_duty(cadence=[YEARLY])
    rejected = replace(duty, review=Review(state=ReviewState.REJECTED))
    outside = replace(a_clause(duty), screen="out")
    unborne = replace(duty, ref="art-9", holders=("不明",), cadence=(Cadence(vague="定期"),))
    regime = a_regime(clauses=[a_clause(rejected), outside, a_clause(unborne)])
    for adopting in ("port", "nowhere"):
        adoption = an_adoption(regime, unit=adopting)
        assert occurrences(adoption, DIRECTORY, CALENDAR, first=CALENDAR.first, last=CALENDAR.last) == (
            (),
            (),
        )


def test_a_duty_without_rhythm_or_limit_owes_nothing_and_says_nothing() -> None:
    assert rows() == []
