from collections.abc import Sequence
from dataclasses import replace

from remit.core.counting import counting
from remit.core.record import Record
from remit.core.schedule import Occurrence
from tests.core.building import (
    a_record,
    an_occurrence,
    day,
)

MONTHS = [
    an_occurrence(window=f"2026-{month:02}", opens=f"2026-{month:02}-01", due=f"2026-{month:02}-{last}")
    for month, last in [(1, 31), (2, 28), (3, 31), (4, 30)]
]
MARCH = MONTHS[2]


def matched(occurrences: Sequence[Occurrence], *records: Record) -> dict[str, list[str]]:
    return {
        window: [record.ref for record in found]
        for (_, _, window), found in counting(occurrences, records).items()
    }


def test_a_record_counts_for_the_window_that_opened_last() -> None:
    assert matched(
        MONTHS,
        a_record("a", "2026-01-01", "harbour/art-4"),
        a_record("b", "2026-03-31", "harbour/art-4"),
        a_record("c", "2026-04-01", "harbour/art-4"),
        a_record("d", "2027-01-01", "harbour/art-4"),
        a_record("e", "2025-12-31", "harbour/art-4"),
    ) == {"2026-01": ["a"], "2026-03": ["b"], "2026-04": ["c", "d"]}


def test_a_record_in_the_gap_after_the_due_day_counts_for_that_window() -> None:
    march = replace(MARCH, due=day("2026-03-10"))
    assert matched([march, MONTHS[3]], a_record("a", "2026-03-20", "harbour/art-4")) == {"2026-03": ["a"]}


def test_a_record_that_names_a_window_counts_for_that_one_only() -> None:
    assert matched(MONTHS, a_record("a", "2026-04-05", "harbour/art-4@2026-02")) == {"2026-02": ["a"]}
    assert matched(MONTHS, a_record("a", "2026-04-05", "harbour/art-4@2025-02")) == {}


def test_a_record_may_name_several_windows_and_counts_once_in_each() -> None:
    record = a_record(
        "a", "2026-04-05", "harbour/art-4@2026-02", "harbour/art-4", "harbour/art-4@2026-04", "harbour/art-4"
    )
    assert matched(MONTHS, record) == {"2026-02": ["a"], "2026-04": ["a"]}


def test_other_units_and_other_duties_do_not_count() -> None:
    assert matched(MONTHS, a_record("a", "2026-03-05", "harbour/art-4", unit="e2")) == {}
    assert matched(MONTHS, a_record("a", "2026-03-05", "harbour/art-5")) == {}
    assert matched(MONTHS, a_record("a", "2026-03-05", starts=["harbour/art-4"])) == {}


def test_one_record_meets_several_duties() -> None:
    other = replace(MARCH, duty="fire/art-9")
    record = a_record("a", "2026-03-05", "harbour/art-4", "fire/art-9")
    assert sorted(counting([MARCH, other], [record])) == [
        ("fire/art-9", "e1", "2026-03"),
        ("harbour/art-4", "e1", "2026-03"),
    ]


def test_a_record_counts_once_in_each_series_of_a_duty() -> None:
    year = an_occurrence(window="2026", opens="2026-01-01", due="2026-12-31", rhythm="P1Y")
    assert matched([*MONTHS, year], a_record("a", "2026-03-05", "harbour/art-4")) == {
        "2026-03": ["a"],
        "2026": ["a"],
    }


def started(ref: str, on: str, due: str, needed: int = 1) -> Occurrence:
    return an_occurrence(window=f"on:{ref}", opens=on, due=due, rhythm="event", needed=needed)


def test_windows_that_opened_together_are_filled_in_turn() -> None:
    owed = [
        started("c", "2026-03-01", "2026-03-20"),
        started("a", "2026-03-01", "2026-03-10", needed=2),
        started("b", "2026-03-01", "2026-03-20"),
    ]
    records = [a_record(f"r{n}", f"2026-03-0{n}", "harbour/art-4") for n in range(1, 7)]
    expected = {"on:a": ["r1", "r2"], "on:b": ["r3"], "on:c": ["r4", "r5", "r6"]}
    assert matched(owed, *records) == expected
    assert matched(owed, *records[::-1]) == expected


def test_a_later_start_does_not_take_what_was_done_before_it() -> None:
    owed = [started("a", "2026-03-01", "2026-03-10"), started("b", "2026-03-05", "2026-03-14")]
    records = [a_record("r1", "2026-03-04", "harbour/art-4"), a_record("r2", "2026-03-05", "harbour/art-4")]
    assert matched(owed, *records) == {"on:a": ["r1"], "on:b": ["r2"]}
