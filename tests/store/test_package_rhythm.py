"""When a package is due: a pure rule."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.store.package_rhythm import RHYTHMS, Owed, owed

JAN, FEB, MAR = date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)


def asked(day: date, *told: date, rhythm: str = "month", grace: int = 10) -> Owed:
    return owed(rhythm, grace=grace, since=date(2027, 1, 5), told=told, day=day)


@pytest.mark.parametrize(
    ("day", "told", "missing", "due"),
    [
        (date(2027, 1, 20), (), (), date(2027, 2, 10)),
        (date(2027, 2, 10), (), (), date(2027, 2, 10)),
        (date(2027, 2, 11), (), (JAN,), date(2027, 3, 10)),
        (date(2027, 3, 11), (), (JAN, FEB), date(2027, 4, 10)),
        (date(2027, 3, 11), (JAN,), (FEB,), date(2027, 4, 10)),
        (date(2027, 3, 11), (date(2027, 2, 27),), (FEB,), date(2027, 4, 10)),
        (date(2027, 3, 11), (FEB,), (), date(2027, 4, 10)),
        (date(2027, 3, 11), (date(2027, 12, 31),), (), date(2028, 2, 10)),
    ],
)
def test_a_period_is_missing_from_the_day_after_it_was_due(day, told, missing, due):
    found = asked(day, *told)
    assert (found.missing, found.due) == (missing, due)


@pytest.mark.parametrize(
    ("rhythm", "end"),
    [
        ("month", date(2027, 1, 31)),
        ("quarter", date(2027, 3, 31)),
        ("half-year", date(2027, 6, 30)),
        ("year", date(2027, 12, 31)),
    ],
)
def test_a_period_ends_with_the_calendar(rhythm, end):
    assert asked(date(2027, 1, 6), rhythm=rhythm).ends == end


def test_where_nothing_is_asked_for_nothing_is_owed():
    assert asked(date(2037, 1, 1), rhythm="") == Owed()


@given(
    st.sampled_from([*RHYTHMS]),
    st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    st.integers(0, 60),
    st.dates(date(2020, 1, 1), date(2027, 1, 1)),
)
@settings(max_examples=60, deadline=None, database=None)
def test_whoever_has_told_of_everything_owes_only_what_is_to_come(rhythm, since, grace, day):
    found = owed(rhythm, grace=grace, since=since, told=[day], day=day)
    assert all(end > day for end in found.missing)
    assert found.due is not None
    assert found.due >= day
