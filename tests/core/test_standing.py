from collections.abc import Sequence
from dataclasses import replace

import pytest

from remit.core.record import Excuse
from remit.core.schedule import Occurrence
from remit.core.standing import Standing, Status, judge, standing_text
from tests.core.building import (
    a_record,
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


@pytest.mark.parametrize(
    ("standing", "english", "words"),
    [
        (
            judged("2026-05-01", "2026-03-05"),
            "第四条: 1 of 1 done for 2026-03, the last that was needed on 2026-03-05; due 2026-03-31 (r-0).",
            "第四条：2026-03期应办1次，已办1次，2026-03-05达到要求；应于2026-03-31办结（r-0）。",
        ),
        (
            judged("2026-05-01", "2026-04-02"),
            "第四条: done on 2026-04-02; it was due on 2026-03-31, days late: 2 (r-0).",
            "第四条：2026-04-02办结，应于2026-03-31办结，迟2天（r-0）。",
        ),
        (
            judged("2026-05-01", excuses=[EXCUSE]),
            "第四条: 港务处 excused on 2026-03-10 what is due on 2026-03-31: 泊位大修停用",
            "第四条：港务处于2026-03-10决定免办2026-03-31到期的事项：泊位大修停用",
        ),
        (
            judged("2026-05-01"),
            "第四条: 0 of 1 done; it was due on 2026-03-31, days overdue: 31.",
            "第四条：应办1次，已办0次；应于2026-03-31办结，已逾期31天。",
        ),
        (
            judged("2026-03-01", assigned=False),
            "第四条: no post of the unit answers; due 2026-03-31, days left: 30.",
            "第四条：本单位没有岗位负责；应于2026-03-31办结，还有30天。",
        ),
        (
            judged("2026-04-01", assigned=False),
            "第四条: no post of the unit answers; it was due on 2026-03-31, days overdue: 1.",
            "第四条：本单位没有岗位负责；应于2026-03-31办结，已逾期1天。",
        ),
        (
            judged("2026-03-30"),
            "第四条: 0 of 1 done; due 2026-03-31, days left: 1.",
            "第四条：应办1次，已办0次；应于2026-03-31办结，还有1天。",
        ),
        (
            judged("2026-02-01"),
            "第四条: 2026-03 opens on 2026-03-01; due 2026-03-31.",
            "第四条：2026-03期自2026-03-01开始；应于2026-03-31办结。",
        ),
    ],
)
def test_the_reason_reads_as_a_sentence(standing: Standing, english: str, words: str) -> None:
    assert (standing_text(standing), standing_text(standing, chinese)) == (english, words)
