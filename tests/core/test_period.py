from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.period import Span, add_months, add_period, named_day, parse_period, yearly_day

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("P1D", Span(days=1)),
        ("P10D", Span(days=10)),
        ("P1W", Span(days=7, weeks=True)),
        ("P2W", Span(days=14, weeks=True)),
        ("P1M", Span(months=1)),
        ("P6M", Span(months=6)),
        ("P1Y", Span(months=12)),
        ("P1Y6M", Span(months=18)),
        ("P100Y", Span(months=1200)),
        ("PT2H", Span(hours=2)),
    ],
)
def test_it_takes_iso_periods_apart(period: str, span: Span) -> None:
    assert parse_period(period) == span


@pytest.mark.parametrize(
    "period",
    [
        "",
        "P",
        "P0D",
        "P0Y0M",
        "PT",
        "PT0H",
        "monthly",
        "1M",
        "P1",
        "P-1M",
        "P1.5M",
        "p1m",
        "P1M ",
        "P101Y",
        "P1W2D",
        "P٣D",
    ],
)
def test_what_is_no_period_is_none(period: str) -> None:
    assert parse_period(period) is None


@pytest.mark.parametrize(
    ("start", "period", "times", "end"),
    [
        ("2026-01-31", "P1M", 1, "2026-02-28"),
        ("2028-01-31", "P1M", 1, "2028-02-29"),
        ("2026-03-31", "P1M", -1, "2026-02-28"),
        ("2026-08-31", "P6M", 1, "2027-02-28"),
        ("2028-02-29", "P1Y", 1, "2029-02-28"),
        ("2026-12-31", "P1D", 1, "2027-01-01"),
        ("2026-01-31", "P1M", 2, "2026-03-31"),
        ("2026-01-31", "P2W", 1, "2026-02-14"),
        ("2026-01-31", "P1Y", -2, "2024-01-31"),
    ],
)
def test_it_adds_periods_and_keeps_month_ends_in_the_month(
    start: str, period: str, times: int, end: str
) -> None:
    assert add_period(date.fromisoformat(start), period, times=times) == date.fromisoformat(end)


@pytest.mark.parametrize("period", ["P0D", "PT2H", "monthly"])
def test_it_rejects_adding_what_is_no_period_of_whole_days(period: str) -> None:
    with pytest.raises(ValueError, match="whole days"):
        add_period(date(2026, 1, 1), period)


@given(days, st.integers(-600, 600))
def test_adding_months_keeps_the_day_or_takes_the_last_of_the_month(day: date, months: int) -> None:
    end = add_months(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


@given(days, days, st.integers(0, 100))
def test_adding_months_never_changes_the_order_of_days(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)


@pytest.mark.parametrize(
    ("by", "year", "found"),
    [
        ("--01-31", 2026, "2026-01-31"),
        ("--02-29", 2026, "2026-02-28"),
        ("--02-29", 2028, "2028-02-29"),
    ],
)
def test_a_day_of_every_year_is_that_day_of_a_year(by: str, year: int, found: str) -> None:
    assert yearly_day(by, year) == date.fromisoformat(found)


@pytest.mark.parametrize("by", ["--02-30", "--13-01", "--1-1", "2026-01-31", "", "--01-31x"])
def test_what_names_no_day_of_every_year_is_none(by: str) -> None:
    assert yearly_day(by, 2026) is None


def test_a_day_is_an_iso_date_and_nothing_else() -> None:
    assert named_day("2026-04-15") == date(2026, 4, 15)
    assert [named_day(by) for by in ("2026-02-30", "20260415", "2026-W05-1", "--01-31", "")] == [None] * 5


def test_lengths_compare_months_days_and_hours() -> None:
    periods = ["PT2H", "P1D", "P1W", "P1M", "P31D", "P3M", "P1Y", "P366D"]
    lengths = [span.length for period in periods if (span := parse_period(period))]
    assert lengths == sorted(lengths)
    assert len(lengths) == len(periods)
