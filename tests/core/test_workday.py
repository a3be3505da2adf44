from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.problem import Level
from remit.core.workday import (
    Term,
    WorkCalendar,
    add_working_days,
    calendar_problems,
    count_working_days,
    is_working_day,
    roll,
)
from tests.core.building import CALENDAR, day

YEAR = [CALENDAR.first + timedelta(days=n) for n in range(365)]


@pytest.mark.parametrize(
    ("on", "worked"),
    [
        ("2026-01-01", False),
        ("2026-01-03", False),
        ("2026-01-04", True),
        ("2026-01-05", True),
        ("2026-12-31", True),
        ("2025-12-31", None),
        ("2027-01-01", None),
    ],
)
def test_it_knows_days_off_worked_weekends_and_its_own_ends(on: str, worked: bool | None) -> None:
    assert is_working_day(CALENDAR, day(on)) is worked


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-09-30", 1, "2026-10-05"),
        ("2026-09-30", 6, "2026-10-10"),
        ("2026-10-01", 1, "2026-10-05"),
        ("2026-10-05", -1, "2026-09-30"),
        ("2026-03-01", 0, "2026-03-01"),
        ("2026-12-30", 1, "2026-12-31"),
        ("2025-12-31", 1, "2026-01-04"),
    ],
)
def test_it_adds_working_days_after_the_day_itself(start: str, count: int, end: str) -> None:
    assert add_working_days(CALENDAR, day(start), count) == day(end)


@pytest.mark.parametrize(
    ("start", "count"),
    [
        ("2026-12-31", 1),
        ("2026-12-20", 20),
        ("2026-01-04", -1),
        ("2030-05-01", 1),
        ("9999-12-31", 1),
        ("0001-01-01", -1),
    ],
)
def test_beyond_the_calendar_it_does_not_guess(start: str, count: int) -> None:
    assert add_working_days(CALENDAR, day(start), count) is None


@given(st.sampled_from(YEAR), st.sampled_from(YEAR), st.integers(0, 60))
def test_adding_working_days_keeps_the_order_of_days(one: date, other: date, count: int) -> None:
    ends = [add_working_days(CALENDAR, start, count) for start in sorted((one, other))]
    assert ends[0] is None or ends[1] is None or ends[0] <= ends[1]
    assert ends[0] is not None or ends[1] is None


@given(st.sampled_from(YEAR), st.integers(1, 60))
def test_counting_undoes_adding(start: date, count: int) -> None:
    end = add_working_days(CALENDAR, start, count)
    if end is not None:
        assert is_working_day(CALENDAR, end)
        assert count_working_days(CALENDAR, start, end) == count
        if is_working_day(CALENDAR, start):
            assert add_working_days(CALENDAR, end, -count) == start


def test_counting_is_none_where_a_day_is_beyond_the_calendar() -> None:
    assert count_working_days(CALENDAR, day("2025-12-30"), day("2026-01-05")) is None
    assert count_working_days(CALENDAR, day("2026-12-30"), day("2027-01-01")) is None
    assert count_working_days(CALENDAR, day("2025-12-31"), day("2026-01-05")) == 2
    assert count_working_days(CALENDAR, day("2026-03-02"), day("2026-03-02")) == 0
    assert count_working_days(CALENDAR, day("2026-03-02"), day("2026-03-01")) == 0


@pytest.mark.parametrize(
    ("on", "rule", "moved"),
    [
        ("2026-10-01", "keep", "2026-10-01"),
        ("2026-10-01", "next", "2026-10-05"),
        ("2026-10-01", "previous", "2026-09-30"),
        ("2026-10-05", "next", "2026-10-05"),
        ("2026-10-05", "previous", "2026-10-05"),
        ("2031-01-01", "keep", "2031-01-01"),
        ("2031-01-01", "next", None),
        ("2026-01-01", "previous", None),
        ("2025-12-31", "next", None),
    ],
)
def test_it_moves_a_due_day_off_a_holiday(on: str, rule: str, moved: str | None) -> None:
    assert roll(CALENDAR, day(on), rule) == (day(moved) if moved else None)


def test_a_sound_calendar_has_no_problem() -> None:
    terms = (
        Term("学期", "2026-spring", day("2026-02-23"), day("2026-07-05")),
        Term("学期", "2026-autumn", day("2026-09-01"), day("2027-01-20")),
        Term("season", "flood", day("2026-06-01"), day("2026-09-30")),
    )
    assert calendar_problems(replace(CALENDAR, terms=terms)) == ()


@pytest.mark.parametrize(
    ("changed", "code", "level"),
    [
        ({"last": date(2025, 1, 1)}, "calendar-ends", Level.ERROR),
        ({"holidays": frozenset({date(2027, 1, 1)})}, "calendar-beyond", Level.ERROR),
        ({"workdays": frozenset({date(2025, 12, 28)})}, "calendar-beyond", Level.ERROR),
        ({"holidays": frozenset({date(2026, 3, 1)})}, "calendar-weekend", Level.WARNING),
        ({"workdays": frozenset({date(2026, 3, 2)})}, "calendar-weekday", Level.WARNING),
        ({"terms": (Term("学期", "t", date(2026, 7, 1), date(2026, 6, 1)),)}, "term-ends", Level.ERROR),
        ({"terms": (Term("", "t", date(2026, 5, 1), date(2026, 6, 1)),)}, "term-name", Level.ERROR),
        ({"terms": (Term("学期", "", date(2026, 5, 1), date(2026, 6, 1)),)}, "term-name", Level.ERROR),
        ({"terms": (Term("学期", "a@b", date(2026, 5, 1), date(2026, 6, 1)),)}, "term-name", Level.ERROR),
        (
            {
                "terms": (
                    Term("学期", "t", date(2026, 2, 1), date(2026, 6, 1)),
                    Term("学期", "t", date(2026, 8, 1), date(2026, 9, 1)),
                )
            },
            "term-twice",
            Level.ERROR,
        ),
        (
            {
                "terms": (
                    Term("学期", "a", date(2026, 2, 1), date(2026, 6, 1)),
                    Term("学期", "b", date(2026, 3, 1), date(2026, 4, 1)),
                    Term("学期", "c", date(2026, 6, 2), date(2026, 7, 1)),
                )
            },
            "term-overlap",
            Level.ERROR,
        ),
    ],
)
def test_it_says_what_is_wrong_with_a_calendar(changed: dict, code: str, level: Level) -> None:
    found = calendar_problems(
        replace(WorkCalendar(first=day("2026-01-01"), last=day("2026-12-31")), **changed)
    )
    assert [(problem.code, problem.level) for problem in found] == [(code, level)]


def test_a_longer_earlier_term_is_the_one_that_overlaps() -> None:
    terms = (
        Term("学期", "a", day("2026-01-01"), day("2026-06-30")),
        Term("学期", "b", day("2026-02-01"), day("2026-03-01")),
        Term("学期", "c", day("2026-05-01"), day("2026-08-01")),
    )
    found = calendar_problems(replace(CALENDAR, terms=terms))
    assert [dict(problem.values)["name"] for problem in found] == ["a", "a"]


def term(name: str, first: str, last: str, kind: str = "学期") -> Term:
    return Term(kind, name, day(first), day(last))


def wrong(**changed: object) -> list[tuple[str, str]]:
    calendar = replace(WorkCalendar(first=day("2026-01-01"), last=day("2026-12-31")), **changed)
    return [(problem.code, problem.place.ref) for problem in calendar_problems(calendar)]


def test_a_calendar_and_a_term_may_last_one_day_and_days_off_may_be_at_its_ends() -> None:
    assert wrong(last=day("2026-01-01"), holidays=frozenset({day("2026-01-01")})) == []
    assert wrong(holidays=frozenset({day("2026-12-31"), day("2026-01-01")})) == []
    assert wrong(terms=(term("t", "2026-05-01", "2026-05-01"),)) == []


def test_days_and_terms_are_reported_in_order() -> None:
    days = [day(f"2027-{month:02}-01") for month in range(12, 0, -1)]
    assert [ref for _, ref in wrong(holidays=frozenset(days))] == [str(one) for one in sorted(days)]
    terms = [term("c", "2026-06-30", "2026-08-01"), term("b", "2026-05-01", "2026-06-30")]
    assert wrong(terms=tuple(terms)) == [("term-overlap", "c")]


def test_a_term_that_ends_before_it_begins_is_reported_for_that_alone() -> None:
    assert wrong(terms=(term("", "2026-06-30", "2026-05-01"),)) == [("term-ends", "")]


def test_counting_reaches_to_the_calendar_s_last_day() -> None:
    assert count_working_days(CALENDAR, day("2026-12-30"), day("2026-12-31")) == 1
