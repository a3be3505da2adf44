from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.period import Cadence, Deadline
from remit.core.window import (
    Window,
    cadence_windows,
    is_scheduled,
    is_shift,
    limit_day,
    period_windows,
    term_kind,
)
from remit.core.workday import Term
from tests.core.building import CALENDAR, day

ANCHOR = date(2026, 3, 10)
PERIODS = [
    "P1D",
    "P3D",
    "P10D",
    "P1W",
    "P2W",
    "P1M",
    "P2M",
    "P3M",
    "P4M",
    "P5M",
    "P6M",
    "P1Y",
    "P18M",
    "P2Y",
    "P3Y",
]
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


def laid(
    cadence: Cadence, first: str, last: str, *, year_starts: int = 1, terms: tuple[Term, ...] = ()
) -> list[Window]:
    return list(
        cadence_windows(
            cadence, first=day(first), last=day(last), year_starts=year_starts, anchor=ANCHOR, terms=terms
        )
    )


@given(st.sampled_from(PERIODS), days, st.integers(0, 800), days, st.integers(1, 12))
def test_windows_tile_time_without_gap_or_overlap(
    period: str, first: date, length: int, anchor: date, year_starts: int
) -> None:
    last = first + timedelta(days=length)
    windows = list(period_windows(period, first=first, last=last, anchor=anchor, year_starts=year_starts))
    assert windows[0].first <= first <= windows[0].last
    assert windows[-1].first <= last <= windows[-1].last
    assert all(before.last + timedelta(days=1) == after.first for before, after in pairwise(windows))
    assert len({window.name for window in windows}) == len(windows)
    assert len({window.rhythm for window in windows}) == 1


@given(st.sampled_from(PERIODS), days, days, st.integers(1, 12))
def test_a_window_is_the_same_from_whichever_day_one_asks(
    period: str, asked: date, anchor: date, year_starts: int
) -> None:
    (window,) = period_windows(period, first=asked, last=asked, anchor=anchor, year_starts=year_starts)
    for other in (window.first, window.last):
        assert list(
            period_windows(period, first=other, last=other, anchor=anchor, year_starts=year_starts)
        ) == [window]


@pytest.mark.parametrize(
    ("period", "year_starts", "name", "first", "last", "rhythm"),
    [
        ("P1D", 1, "2026-06-30", "2026-06-30", "2026-06-30", "P1D"),
        ("P10D", 1, "2026-06-28..2026-07-07", "2026-06-28", "2026-07-07", "P10D"),
        ("P1W", 1, "2026-W27", "2026-06-29", "2026-07-05", "P1W"),
        ("P2W", 1, "2026-W27..2026-W28", "2026-06-29", "2026-07-12", "P2W"),
        ("P1M", 1, "2026-06", "2026-06-01", "2026-06-30", "P1M"),
        ("P2M", 1, "2026-05..2026-06", "2026-05-01", "2026-06-30", "P2M"),
        ("P3M", 1, "2026Q2", "2026-04-01", "2026-06-30", "P3M"),
        ("P3M", 4, "2026Q1", "2026-04-01", "2026-06-30", "P3M"),
        ("P3M", 9, "2025Q4", "2026-06-01", "2026-08-31", "P3M"),
        ("P6M", 1, "2026H1", "2026-01-01", "2026-06-30", "P6M"),
        ("P6M", 9, "2025H2", "2026-03-01", "2026-08-31", "P6M"),
        ("P1Y", 1, "2026", "2026-01-01", "2026-12-31", "P1Y"),
        ("P12M", 1, "2026", "2026-01-01", "2026-12-31", "P1Y"),
        ("P1Y", 9, "2025-2026", "2025-09-01", "2026-08-31", "P1Y"),
        ("P2Y", 1, "2026-2027", "2026-01-01", "2027-12-31", "P2Y"),
        ("P2Y", 9, "2025-2027", "2025-09-01", "2027-08-31", "P2Y"),
        ("P18M", 1, "2026-01..2027-06", "2026-01-01", "2027-06-30", "P18M"),
    ],
)
def test_windows_have_names_that_people_use(
    period: str, year_starts: int, name: str, first: str, last: str, rhythm: str
) -> None:
    (window,) = period_windows(
        period, first=day("2026-06-30"), last=day("2026-06-30"), year_starts=year_starts, anchor=ANCHOR
    )
    assert window == Window(name=name, first=day(first), last=day(last), rhythm=rhythm)


def test_long_periods_are_counted_from_the_year_in_which_the_adoption_begins() -> None:
    names = [
        next(period_windows("P2Y", first=day("2026-06-30"), last=day("2026-06-30"), anchor=anchor)).name
        for anchor in (day("2025-12-31"), day("2026-01-01"), day("2030-05-05"))
    ]
    assert names == ["2025-2026", "2026-2027", "2026-2027"]


def test_a_week_at_the_turn_of_the_year_belongs_to_its_iso_year() -> None:
    assert [window.name for window in laid(Cadence(min=1, period="P1W"), "2026-12-31", "2027-01-05")] == [
        "2026-W53",
        "2027-W01",
    ]


@pytest.mark.parametrize("period", ["P0D", "PT2H", "monthly"])
def test_what_is_no_period_of_days_has_no_windows(period: str) -> None:
    assert list(period_windows(period, first=ANCHOR, last=ANCHOR, anchor=ANCHOR)) == []


@pytest.mark.parametrize(
    ("asked", "count"), [(date.min, 1), (date(9998, 12, 31), 1), (date(9999, 1, 10), 0), (date.max, 0)]
)
@pytest.mark.parametrize("period", ["P1D", "P1W", "P1M", "P3M", "P1Y"])
def test_windows_reach_to_the_ends_of_the_calendar_of_dates(period: str, asked: date, count: int) -> None:
    found = list(period_windows(period, first=asked, last=asked, anchor=ANCHOR))
    assert len(found) == count
    assert all(window.first <= asked <= window.last for window in found)


@pytest.mark.parametrize("period", ["P10D", "P2W", "P5M", "P3Y", "P99999D", "P100Y"])
def test_what_would_reach_beyond_the_ends_is_left_out(period: str) -> None:
    for asked in (date.min, date(9998, 12, 31)):
        found = list(period_windows(period, first=asked, last=asked, anchor=ANCHOR))
        assert all(isinstance(window, Window) for window in found)


def test_long_periods_begin_with_the_regime_s_own_year() -> None:
    (found,) = period_windows("P3Y", first=ANCHOR, last=ANCHOR, year_starts=9, anchor=ANCHOR)
    assert (found.name, found.first) == ("2025-2028", day("2025-09-01"))


def test_named_months_and_quarters_have_one_window_each() -> None:
    assert [window.name for window in laid(Cadence(months=(12, 6)), "2026-01-01", "2026-12-31")] == [
        "2026-06",
        "2026-12",
    ]
    assert [window.name for window in laid(Cadence(quarters=(2, 4)), "2026-01-01", "2026-12-31")] == [
        "2026Q2",
        "2026Q4",
    ]


def test_quarters_are_those_of_the_regime_s_year() -> None:
    (window,) = laid(Cadence(quarters=(1,)), "2026-01-01", "2026-12-31", year_starts=4)
    assert (window.name, window.first) == ("2026Q1", day("2026-04-01"))


def test_a_range_has_windows_of_its_longer_period() -> None:
    cadence = Cadence(period_min="P2Y", period_max="P3Y")
    assert [window.name for window in laid(cadence, "2026-01-01", "2029-01-01")] == ["2026-2028", "2029-2031"]


TERMS = (
    Term("学期", "2026-autumn", date(2026, 9, 1), date(2027, 1, 20)),
    Term("学期", "2026-spring", date(2026, 2, 23), date(2026, 7, 5)),
    Term("season", "flood", date(2026, 6, 1), date(2026, 9, 30)),
)


@pytest.mark.parametrize("per", ["学期", "term", "semester"])
def test_terms_come_from_the_calendar_in_order(per: str) -> None:
    windows = laid(Cadence(min=1, per=per), "2026-01-01", "2026-12-31", terms=TERMS)
    assert [(window.name, window.rhythm) for window in windows] == [
        ("2026-spring", "学期"),
        ("2026-autumn", "学期"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2026-07-05", "2026-07-05", ["2026-spring"]),
        ("2026-07-06", "2026-08-31", []),
        ("2026-09-01", "2026-09-01", ["2026-autumn"]),
    ],
)
def test_only_terms_that_touch_the_days_are_taken(first: str, last: str, names: list[str]) -> None:
    assert [w.name for w in laid(Cadence(min=1, per="学期"), first, last, terms=TERMS)] == names


@pytest.mark.parametrize(
    ("cadence", "scheduled"),
    [
        (Cadence(min=1, period="P1Y"), True),
        (Cadence(min=1, max=2, period="P1Y"), True),
        (Cadence(max=2, period="P1Y"), False),
        (Cadence(vague="定期"), False),
        (Cadence(months=(6,)), True),
        (Cadence(quarters=(1,)), True),
        (Cadence(period_min="P2Y", period_max="P3Y"), True),
        (Cadence(min=1, per="学期"), True),
    ],
)
def test_a_rhythm_with_a_number_is_scheduled(cadence: Cadence, scheduled: bool) -> None:
    assert is_scheduled(cadence) is scheduled
    assert scheduled or laid(cadence, "2026-01-01", "2026-12-31") == []


def test_shifts_are_known_by_their_words() -> None:
    assert [is_shift(per) for per in ("班", "shift", "学期")] == [True, True, False]
    assert [term_kind(per) for per in ("school term", "学期", "汛期")] == ["学期", "学期", "汛期"]


@pytest.mark.parametrize(
    ("limit", "start", "end"),
    [
        (Deadline(amount=30, unit="minute"), "2026-03-02", "2026-03-02"),
        (Deadline(amount=1439, unit="minute"), "2026-03-02", "2026-03-02"),
        (Deadline(amount=1440, unit="minute"), "2026-03-02", "2026-03-03"),
        (Deadline(amount=23, unit="hour"), "2026-03-02", "2026-03-02"),
        (Deadline(amount=24, unit="hour"), "2026-03-02", "2026-03-03"),
        (Deadline(amount=36, unit="hour"), "2026-03-02", "2026-03-04"),
        (Deadline(amount=49, unit="hour"), "2026-03-02", "2026-03-05"),
        (Deadline(amount=72, unit="hour"), "2026-03-02", "2026-03-05"),
        (Deadline(amount=48, unit="hour", before="开会"), "2026-03-02", "2026-02-28"),
        (Deadline(amount=3, unit="day"), "2026-03-30", "2026-04-02"),
        (Deadline(amount=2, unit="week"), "2026-03-02", "2026-03-16"),
        (Deadline(amount=1, unit="month"), "2026-01-31", "2026-02-28"),
        (Deadline(amount=1, unit="year"), "2026-03-02", "2027-03-02"),
        (Deadline(amount=2, unit="year", before="届满"), "2026-03-02", "2024-03-02"),
        (Deadline(amount=1, unit="workday"), "2026-09-30", "2026-10-05"),
        (Deadline(amount=1, unit="workday", before="开工"), "2026-10-05", "2026-09-30"),
    ],
)
def test_a_limit_runs_out_on_a_day(limit: Deadline, start: str, end: str) -> None:
    assert limit_day(limit, day(start), CALENDAR) == day(end)


@pytest.mark.parametrize(
    "limit",
    [
        Deadline(amount=300, unit="workday"),
        Deadline(amount=99_999, unit="year"),
        Deadline(amount=99_999, unit="month", before="x"),
    ],
)
def test_a_limit_beyond_the_calendar_is_unknown(limit: Deadline) -> None:
    assert limit_day(limit, day("2026-03-02"), CALENDAR) is None
