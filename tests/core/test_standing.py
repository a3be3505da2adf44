from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.period import Cadence, Deadline
from remit.core.post import Post
from remit.core.record import Excuse, Record
from remit.core.regime import Defaults
from remit.core.schedule import Occurrence
from remit.core.standing import Standing, Status, counting, judge, standing_text, standings
from tests.core.building import (
    CALENDAR,
    POSTS,
    a_directory,
    a_duty,
    a_record,
    a_regime,
    an_adoption,
    an_occurrence,
    day,
)
from tests.core.catalogue import chinese

MONTHS = [
    an_occurrence(window=f"2026-{month:02}", opens=f"2026-{month:02}-01", due=f"2026-{month:02}-{last}")
    for month, last in [(1, 31), (2, 28), (3, 31), (4, 30)]
]
MARCH = MONTHS[2]
EXCUSE = Excuse(
    duty="harbour/art-4",
    unit="e1",
    since=day("2026-03-31"),
    until=day("2026-03-31"),
    reason="泊位大修停用",
    decided_by="港务处",
    decided=day("2026-03-10"),
)


def judged(
    on: str,
    *records: str,
    occurrence: Occurrence = MARCH,
    excuses: Sequence[Excuse] = (),
    assigned: bool = True,
    due_soon_days: int = 14,
) -> Standing:
    """Judge an occurrence that the records of those days count for."""
    done = [a_record(f"r-{n}", when) for n, when in enumerate(records)]
    return judge(occurrence, done, excuses, assigned=assigned, day=day(on), due_soon_days=due_soon_days)


@pytest.mark.parametrize(
    ("on", "status", "reason", "days"),
    [
        ("2026-02-28", Status.UPCOMING, "not-open", "31"),
        ("2026-03-01", Status.UPCOMING, "upcoming", "30"),
        ("2026-03-16", Status.UPCOMING, "upcoming", "15"),
        ("2026-03-17", Status.DUE_SOON, "due-soon", "14"),
        ("2026-03-31", Status.DUE_SOON, "due-soon", "0"),
        ("2026-04-01", Status.OVERDUE, "overdue", "1"),
        ("2027-04-01", Status.OVERDUE, "overdue", "366"),
    ],
)
def test_while_nothing_is_done_the_day_decides(on: str, status: Status, reason: str, days: str) -> None:
    found = judged(on)
    assert (found.status, found.reason, dict(found.values)) == (status, reason, {"days": days})
    assert (found.occurrence, found.records) == (MARCH, ())


def test_what_is_not_open_yet_is_not_due_soon() -> None:
    assert judged("2026-02-28", due_soon_days=60).status == Status.UPCOMING
    assert judged("2026-03-01", due_soon_days=60).status == Status.DUE_SOON


@pytest.mark.parametrize(
    ("done", "status", "values"),
    [
        ("2026-03-01", Status.MET, {"met": "2026-03-01"}),
        ("2026-03-31", Status.MET, {"met": "2026-03-31"}),
        ("2026-04-01", Status.LATE, {"met": "2026-04-01", "days": "1"}),
        ("2026-02-10", Status.MET, {"met": "2026-02-10"}),
    ],
)
def test_the_day_it_was_done_decides_met_or_late(done: str, status: Status, values: dict[str, str]) -> None:
    found = judged("2026-06-01", done)
    assert (found.status, found.reason, dict(found.values), found.records) == (
        status,
        str(status),
        values,
        ("r-0",),
    )


def test_a_record_counts_from_its_day_on() -> None:
    assert judged("2026-04-14", "2026-04-15").status == Status.OVERDUE
    assert judged("2026-04-14", "2026-04-15").records == ()
    assert judged("2026-04-15", "2026-04-15").status == Status.LATE


@pytest.mark.parametrize(
    ("done", "status", "met"),
    [
        (["2026-03-05"], Status.OVERDUE, None),
        (["2026-03-05", "2026-03-20"], Status.MET, "2026-03-20"),
        (["2026-03-20", "2026-03-05"], Status.MET, "2026-03-20"),
        (["2026-03-05", "2026-04-02"], Status.LATE, "2026-04-02"),
        (["2026-03-05", "2026-03-06", "2026-04-02"], Status.MET, "2026-03-06"),
    ],
)
def test_the_record_that_completes_the_number_decides(
    done: list[str], status: Status, met: str | None
) -> None:
    found = judged("2026-05-01", *done, occurrence=replace(MARCH, needed=2))
    assert (found.status, dict(found.values).get("met")) == (status, met)
    assert len(found.records) == len(done)


@pytest.mark.parametrize(
    ("on", "reason", "days"),
    [
        ("2026-02-01", "unassigned", "58"),
        ("2026-03-31", "unassigned", "0"),
        ("2026-04-01", "unassigned-overdue", "1"),
    ],
)
def test_where_nobody_answers_it_says_so_and_whether_it_is_past_due(on: str, reason: str, days: str) -> None:
    found = judged(on, assigned=False)
    assert (found.status, found.reason, dict(found.values)["days"]) == (Status.UNASSIGNED, reason, days)


def test_what_was_done_is_done_whoever_answers() -> None:
    assert judged("2026-05-01", "2026-03-05", assigned=False).status == Status.MET
    assert judged("2026-05-01", "2026-04-05", assigned=False).status == Status.LATE


@pytest.mark.parametrize(
    ("changed", "on", "status"),
    [
        ({}, "2026-03-10", Status.EXCUSED),
        ({}, "2026-05-01", Status.EXCUSED),
        ({}, "2026-03-09", Status.UPCOMING),
        ({"since": day("2026-04-01"), "until": day("2026-04-30")}, "2026-05-01", Status.OVERDUE),
        ({"since": day("2026-03-01"), "until": day("2026-03-30")}, "2026-05-01", Status.OVERDUE),
        ({"unit": "e2"}, "2026-05-01", Status.OVERDUE),
        ({"duty": "harbour/art-5"}, "2026-05-01", Status.OVERDUE),
    ],
)
def test_an_excuse_covers_its_duty_unit_and_due_day_once_decided(
    changed: dict, on: str, status: Status
) -> None:
    assert judged(on, excuses=[replace(EXCUSE, **changed)]).status == status


def test_an_excuse_goes_before_everything_and_the_records_are_still_named() -> None:
    found = judged("2026-05-01", "2026-04-05", excuses=[EXCUSE], assigned=False)
    assert (found.status, found.reason, found.records) == (Status.EXCUSED, "excused", ("r-0",))


def test_of_several_excuses_the_first_decided_is_named() -> None:
    other = replace(EXCUSE, decided=day("2026-03-11"), reason="甲")
    for excuses in ([EXCUSE, other], [other, EXCUSE]):
        assert dict(judged("2026-05-01", excuses=excuses).values)["reason"] == "泊位大修停用"


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


DUTY = a_duty(cadence=[Cadence(min=1, period="P3M")])
DIRECTORY = a_directory()


def stand(
    on: str,
    *records: Record,
    excuses: Sequence[Excuse] = (),
    adoptions: Sequence[object] = (),
    posts: Sequence[Post] = POSTS,
) -> dict[tuple[str, str], Status]:
    found, problems = standings(
        adoptions or [an_adoption(a_regime(DUTY))],
        a_directory(posts=posts),
        CALENDAR,
        records=records,
        excuses=excuses,
        day=day(on),
    )
    assert problems == ()
    return {(one.occurrence.unit, one.occurrence.window): one.status for one in found}


def test_everything_that_touches_the_day_s_year_is_judged() -> None:
    found = stand(
        "2026-06-20",
        a_record("a", "2026-02-10", "harbour/art-4"),
        a_record("b", "2026-06-01", "harbour/art-4"),
    )
    assert {window: found["e1", window] for _, window in found} == {
        "2026Q1": Status.MET,
        "2026Q2": Status.MET,
        "2026Q3": Status.UPCOMING,
        "2026Q4": Status.UPCOMING,
    }
    assert (found["e2", "2026Q1"], found["e2", "2026Q2"]) == (Status.OVERDUE, Status.DUE_SOON)
    assert (found["w1", "2026Q1"], found["w1", "2026Q4"]) == (Status.UNASSIGNED, Status.UNASSIGNED)
    assert len(found) == 12


def test_the_regime_says_how_soon_is_soon() -> None:
    regime = replace(a_regime(DUTY), defaults=Defaults(due_soon_days=3))
    assert stand("2026-06-27", adoptions=[an_adoption(regime)])["e2", "2026Q2"] == Status.DUE_SOON
    assert stand("2026-06-26", adoptions=[an_adoption(regime)])["e2", "2026Q2"] == Status.UPCOMING


def test_excuses_reach_their_own_occurrence() -> None:
    found = stand("2026-05-01", excuses=[replace(EXCUSE, unit="e2")])
    assert (found["e1", "2026Q1"], found["e2", "2026Q1"]) == (Status.OVERDUE, Status.EXCUSED)


def test_what_happens_later_neither_counts_nor_starts_a_clock() -> None:
    duty = a_duty(deadline=[Deadline(amount=10, unit="day")])
    start = a_record("s", "2026-03-02", starts=["harbour/art-4"])
    done = a_record("d", "2026-03-05", "harbour/art-4")
    adoptions = [an_adoption(a_regime(duty))]
    assert stand("2026-03-01", start, done, adoptions=adoptions) == {}
    assert stand("2026-03-02", start, done, adoptions=adoptions) == {("e1", "on:s"): Status.DUE_SOON}
    assert stand("2026-03-05", start, done, adoptions=adoptions) == {("e1", "on:s"): Status.MET}


def test_an_amended_edition_takes_over_from_its_day() -> None:
    monthly = a_regime(a_duty(cadence=[Cadence(min=1, period="P1M")]))
    adoptions = [
        an_adoption(monthly, since="2026-07-01", unit="east"),
        an_adoption(a_regime(DUTY), since="2026-01-01", unit="east"),
    ]
    windows = [window for unit, window in stand("2026-08-01", adoptions=adoptions) if unit == "e1"]
    assert windows == ["2026Q1", "2026Q2", *(f"2026-{month:02}" for month in range(7, 13))]


def test_a_window_that_two_adoptions_ask_for_is_judged_once_by_the_later() -> None:
    soon = replace(a_regime(DUTY), defaults=Defaults(due_soon_days=90))
    adoptions = [an_adoption(soon, unit="east", since="2026-02-01"), an_adoption(a_regime(DUTY))]
    found = stand("2026-05-01", adoptions=adoptions)
    assert len(found) == 12
    assert (found["e2", "2026Q2"], found["e1", "2026Q1"]) == (Status.DUE_SOON, Status.OVERDUE)


def test_what_could_not_be_scheduled_is_handed_on() -> None:
    regime = a_regime(a_duty(cadence=[Cadence(vague="定期")]))
    found, problems = standings(
        [an_adoption(regime)], DIRECTORY, CALENDAR, records=[], excuses=[], day=day("2026-05-01")
    )
    assert (found, [problem.code for problem in problems]) == ((), ["unquantified"])


@pytest.mark.parametrize(
    ("standing", "english", "words"),
    [
        (
            judged("2026-05-01", "2026-03-05"),
            "第四条: 1 of 1 done for 2026-03, the last that was needed on 2026-03-05; due 2026-03-31 (r-0).",
            "第四条：2026-03期应办1次，已办1次，2026-03-05达到要求；期限2026-03-31（r-0）。",
        ),
        (
            judged("2026-05-01", "2026-04-02"),
            "第四条: done on 2026-04-02; it was due on 2026-03-31, days late: 2 (r-0).",
            "第四条：2026-04-02办结，期限2026-03-31，迟2天（r-0）。",
        ),
        (
            judged("2026-05-01", excuses=[EXCUSE]),
            "第四条: 港务处 excused on 2026-03-10 what is due on 2026-03-31: 泊位大修停用",
            "第四条：港务处于2026-03-10决定免办2026-03-31到期的事项：泊位大修停用",
        ),
        (
            judged("2026-05-01"),
            "第四条: 0 of 1 done; it was due on 2026-03-31, days overdue: 31.",
            "第四条：应办1次，已办0次；期限2026-03-31，已逾期31天。",
        ),
        (
            judged("2026-03-01", assigned=False),
            "第四条: no post of the unit answers; due 2026-03-31, days left: 30.",
            "第四条：本单位没有岗位负责；期限2026-03-31，还有30天。",
        ),
        (
            judged("2026-04-01", assigned=False),
            "第四条: no post of the unit answers; it was due on 2026-03-31, days overdue: 1.",
            "第四条：本单位没有岗位负责；期限2026-03-31，已逾期1天。",
        ),
        (
            judged("2026-03-30"),
            "第四条: 0 of 1 done; due 2026-03-31, days left: 1.",
            "第四条：应办1次，已办0次；期限2026-03-31，还有1天。",
        ),
        (
            judged("2026-02-01"),
            "第四条: 2026-03 opens on 2026-03-01; due 2026-03-31.",
            "第四条：2026-03期自2026-03-01开始；期限2026-03-31。",
        ),
    ],
)
def test_the_reason_reads_as_a_sentence(standing: Standing, english: str, words: str) -> None:
    assert (standing_text(standing), standing_text(standing, chinese)) == (english, words)


# --- what holds whatever the records ---------------------------------------------------------------------------

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
