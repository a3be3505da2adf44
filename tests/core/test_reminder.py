"""What is said on a day: stages that last until the next, each once, in office hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.reminder import Hours, Item, Pace, may_send, remind, stage_on
from tests.core.building import CALENDAR

DUE = date(2026, 6, 30)


def at(*moment: int) -> datetime:
    year, month, day, hour, minute = moment
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (-15, ""),
        (-14, "before-14"),
        (-8, "before-14"),
        (-7, "before-7"),
        (-1, "before-1"),
        (0, "due"),
        (1, "overdue-0"),
        (7, "overdue-0"),
        (8, "overdue-1"),
        (71, "overdue-10"),
    ],
)
def test_a_day_falls_into_one_stage(days: int, stage: str) -> None:
    assert stage_on(DUE, DUE + timedelta(days=days)) == stage


@given(st.sets(st.integers(-40, 60), min_size=1))
def test_whatever_days_are_ticked_each_stage_is_said_once_and_in_order(days: set[int]) -> None:
    said = [stage_on(DUE, DUE + timedelta(days=one)) for one in sorted(days)]
    heard = [one for one in said if one]
    runs = [one for at, one in enumerate(heard) if at == 0 or heard[at - 1] != one]
    assert len(runs) == len(set(runs))


def test_those_above_hear_once_it_has_lasted_too_long() -> None:
    item = Item("k", "e1", DUE, ("Ann",), ("Bob", "Ann"))
    heard = [list(remind([item], DUE + timedelta(days=late), Pace(escalate=7))) for late in (6, 7)]
    assert [[one.person for one in some] for some in heard] == [["Ann"], ["Ann", "Bob"]]


def test_nobody_above_hears_where_that_is_not_wanted() -> None:
    item = Item("k", "e1", DUE, ("Ann",), ("Bob",))
    said = remind([item], DUE + timedelta(days=99), Pace(escalate=0))
    assert [one.person for one in said] == ["Ann"]


def test_nothing_is_said_too_early() -> None:
    assert list(remind([Item("k", "e1", DUE, ("Ann",))], DUE - timedelta(days=30))) == []


@pytest.mark.parametrize(
    ("moment", "hours", "may"),
    [
        (at(2026, 6, 30, 8, 0), Hours(), True),
        (at(2026, 6, 30, 7, 59), Hours(), False),
        (at(2026, 6, 30, 18, 0), Hours(), False),
        (at(2026, 10, 1, 9, 0), Hours(), False),  # a day off
        (at(2026, 10, 10, 9, 0), Hours(), True),  # a Saturday that is worked
        (at(2026, 10, 1, 9, 0), Hours(working_days=False), True),
        (at(2029, 6, 30, 9, 0), Hours(), False),  # a Saturday beyond the calendar
        (at(2029, 6, 29, 9, 0), Hours(opens=time(9), closes=time(10)), True),
    ],
)
def test_messages_go_out_in_office_hours(moment: datetime, hours: Hours, may: bool) -> None:
    assert may_send(moment, CALENDAR, hours) is may
