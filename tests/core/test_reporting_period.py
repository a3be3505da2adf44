"""The periods that reports are about."""

from __future__ import annotations

import pytest

from remit.core.reporting_period import find_period, following, preceding


@pytest.mark.parametrize(
    ("name", "starts", "first", "last", "before", "after"),
    [
        ("2026", 1, "2026-01-01", "2026-12-31", "2025", "2027"),
        ("2026H1", 1, "2026-01-01", "2026-06-30", "2025H2", "2026H2"),
        (" 2026H2 ", 1, "2026-07-01", "2026-12-31", "2026H1", "2027H1"),
        ("2026Q1", 1, "2026-01-01", "2026-03-31", "2025Q4", "2026Q2"),
        ("2026-12", 1, "2026-12-01", "2026-12-31", "2026-11", "2027-01"),
        ("2026", 9, "2026-09-01", "2027-08-31", "2025", "2027"),
        ("2026H2", 9, "2027-03-01", "2027-08-31", "2026H1", "2027H1"),
        ("2026-05", 9, "2026-05-01", "2026-05-31", "2026-04", "2026-06"),
    ],
)
def test_a_period_has_its_days_and_its_neighbours(name, starts, first, last, before, after):
    period = find_period(name, year_starts=starts)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert (preceding(period).name, following(period).name) == (before, after)
    assert following(preceding(period)) == period
    assert period.year == 2026


@pytest.mark.parametrize(
    "name", ["", "26", "2026H3", "2026Q0", "2026-13", "2026-1", "２０２６", "0001", "9999", "soon"]
)
def test_what_names_no_period_is_none(name):
    assert find_period(name) is None


def test_a_period_knows_its_number_and_how_many_a_year_has():
    named = [find_period(name) for name in ("2026", "2026H2", "2026Q3", "2026-05")]
    assert [(one.number, one.times_a_year) for one in named] == [(1, 1), (2, 2), (3, 4), (5, 12)]
