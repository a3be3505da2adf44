from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from remit.core.counting import counting
from remit.core.record import Record
from remit.core.standing import Status, judge
from tests.core.building import (
    a_record,
    an_occurrence,
)

MONTHS = [
    an_occurrence(window=f"2026-{month:02}", opens=f"2026-{month:02}-01", due=f"2026-{month:02}-{last}")
    for month, last in [(1, 31), (2, 28), (3, 31), (4, 30)]
]
MARCH = MONTHS[2]

DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 6, 30))
MEETS = st.sampled_from(
    ["harbour/art-4", "harbour/art-4@2026-01", "harbour/art-4@2026-02", "harbour/art-4@2026-03"]
)
ENTRIES = st.lists(st.tuples(DAYS, MEETS), max_size=8)
ORDER = [Status.UPCOMING, Status.DUE_SOON, Status.OVERDUE]
DONE = {Status.MET, Status.LATE}


def entries(rows: list[tuple[date, str]]) -> list[Record]:
    return [a_record(f"r{n}", str(on), meets) for n, (on, meets) in enumerate(rows)]


def every(records: list[Record], on: date, needed: int = 1) -> dict[str, Status]:
    owed = [replace(one, needed=needed) for one in MONTHS]
    found = counting(owed, records)
    return {
        one.window: judge(
            one,
            found.get((one.duty, one.unit, one.window), ()),
            (),
            assigned=True,
            day=on,
            due_soon_days=7,
        ).status
        for one in owed
    }


@given(ENTRIES, DAYS, st.integers(1, 3), st.randoms())
def test_the_order_of_records_changes_nothing(
    rows: list[tuple[date, str]], on: date, needed: int, random: object
) -> None:
    records = entries(rows)
    shuffled = list(records)
    random.shuffle(shuffled)
    assert every(records, on, needed) == every(shuffled, on, needed)


@given(ENTRIES, st.tuples(DAYS, MEETS), DAYS, st.integers(1, 3))
def test_another_record_never_makes_anything_worse(
    rows: list[tuple[date, str]], more: tuple[date, str], on: date, needed: int
) -> None:
    before, after = every(entries(rows), on, needed), every(entries([*rows, more]), on, needed)
    rank = {Status.MET: 0, Status.LATE: 1, Status.OVERDUE: 2, Status.DUE_SOON: 2, Status.UPCOMING: 2}
    for window, status in before.items():
        assert rank[after[window]] <= rank[status]


@given(ENTRIES, DAYS, st.integers(0, 60), st.integers(1, 3))
def test_as_days_pass_it_only_goes_from_upcoming_over_due_soon_to_overdue_or_is_done(
    rows: list[tuple[date, str]], on: date, later: int, needed: int
) -> None:
    before = every(entries(rows), on, needed)
    after = every(entries(rows), on + timedelta(days=later), needed)
    for window, status in before.items():
        if status in DONE:
            assert after[window] == status
        elif after[window] not in DONE:
            assert ORDER.index(after[window]) >= ORDER.index(status)


@given(ENTRIES, DAYS, st.integers(1, 3))
def test_met_and_late_are_what_counting_by_hand_says(
    rows: list[tuple[date, str]], on: date, needed: int
) -> None:
    for one in MONTHS:
        days = sorted(
            done
            for done, meets in rows
            if done <= on
            and (
                meets.endswith(f"@{one.window}")
                or ("@" not in meets and max(m.opens for m in MONTHS if m.opens <= done) == one.opens)
            )
        )
        status = every(entries(rows), on, needed)[one.window]
        assert (status in DONE) == (len(days) >= needed)
        assert (status == Status.MET) == (len(days) >= needed and days[needed - 1] <= one.due)
