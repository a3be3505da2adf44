"""More time for a window moves what is due there and keeps the first day; time limits in hours go by the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.extension import Extension, extension_problems, extension_window
from remit.core.period import Cadence, Deadline
from remit.core.record import Excuse, Record
from remit.core.standing import Standing, Status, extended, owed, standing_text, standings
from tests.core.building import CALENDAR, a_directory, a_duty, a_record, a_regime, an_adoption, day

DUTY, OUTSIDE = "harbour/art-4", "收集教师的宗教信仰情况并建立台账"
QUARTERLY = an_adoption(a_regime(a_duty(cadence=[Cadence(min=1, period="P3M")])))
HOURS = an_adoption(a_regime(a_duty(deadline=[Deadline(amount=2, unit="hour", after="险情发生")])))
KNOWN = datetime(2026, 5, 20, 23, 0, tzinfo=UTC)


def more_time(until: str, *, decided: str = "2026-03-10", window: str = "2026Q1", **changes) -> Extension:
    given_ = {"duty": DUTY, "unit": "e1", "reason": "泊位大修停用", "decided_by": "港务处"}
    return Extension(window=window, until=day(until), decided=day(decided), **{**given_, **changes})


def stand(on: str, *records: Record, given: list[Extension] = [], adoption=QUARTERLY, **more) -> Standing:  # noqa: B006
    """Where the first quarter of the first berth stands on a day, or what a record started there."""
    found, problems = standings(
        [adoption],
        a_directory(),
        CALENDAR,
        records=records,
        excuses=more.get("excuses", ()),
        day=day(on),
        extensions=given,
    )
    assert problems == ()
    wanted = more.get("window", "2026Q1")
    return next(one for one in found if (one.occurrence.unit, one.occurrence.window) == ("e1", wanted))


# More time


def test_more_time_moves_the_due_day_and_keeps_the_first() -> None:
    found = stand("2026-04-10", given=[more_time("2026-04-30")])
    assert found.status is Status.UPCOMING
    assert (found.occurrence.due, found.occurrence.original) == (day("2026-04-30"), day("2026-03-31"))
    assert stand("2026-04-10").status is Status.OVERDUE
    assert stand("2026-05-01", given=[more_time("2026-04-30")]).status is Status.OVERDUE


def test_what_is_done_within_the_time_given_is_met_and_after_it_late() -> None:
    named = f"{DUTY}@2026Q1"
    given = [more_time("2026-04-30")]
    assert stand("2026-06-01", a_record("r", "2026-04-20", named), given=given).status is Status.MET
    assert stand("2026-06-01", a_record("r", "2026-05-02", named), given=given).status is Status.LATE
    assert stand("2026-06-01", a_record("r", "2026-04-20", named)).status is Status.LATE


def test_which_window_a_record_counts_for_stays_as_it_was() -> None:
    given = [more_time("2026-06-10")]
    in_april = a_record("r", "2026-04-20", DUTY)
    assert stand("2026-05-01", in_april, given=given).records == ()
    assert stand("2026-05-01", in_april, given=given, window="2026Q2").status is Status.MET


def test_it_counts_from_the_day_on_which_it_was_decided() -> None:
    given = [more_time("2026-04-30", decided="2026-04-05")]
    assert stand("2026-04-04", given=given).status is Status.OVERDUE
    assert stand("2026-04-05", given=given).status is Status.UPCOMING


def test_of_several_the_last_one_decided_counts() -> None:
    given = [more_time("2026-05-31", decided="2026-03-20"), more_time("2026-04-15", decided="2026-03-25")]
    for some in (given, given[::-1]):
        found = stand("2026-04-10", given=some).occurrence
        assert (found.due, found.original) == (day("2026-04-15"), day("2026-03-31"))


@pytest.mark.parametrize(
    "other", [{"unit": "e2"}, {"window": "2026Q2"}, {"duty": "harbour/art-5"}], ids=["unit", "window", "duty"]
)
def test_it_is_for_one_window_of_one_duty_at_one_unit(other: dict[str, str]) -> None:
    assert stand("2026-04-10", given=[more_time("2026-07-30", **other)]).status is Status.OVERDUE


def test_an_excuse_goes_by_the_first_due_day() -> None:
    excuse = Excuse(
        duty=DUTY,
        unit="e1",
        since=day("2026-03-31"),
        until=day("2026-03-31"),
        reason="停用",
        decided_by="港务处",
        decided=day("2026-03-10"),
    )
    given = [more_time("2026-04-30")]
    assert stand("2026-04-10", given=given, excuses=[excuse]).status is Status.EXCUSED


def test_time_given_beyond_the_year_is_still_shown_in_the_next() -> None:
    later = stand(
        "2026-12-31", given=[more_time("2027-01-20", window="2026Q4", decided="2026-12-01")], window="2026Q4"
    )
    assert (later.status, later.occurrence.due) == (Status.UPCOMING, day("2027-01-20"))


@given(
    st.lists(
        st.tuples(st.integers(1, 300), st.integers(-60, 60), st.sampled_from(["2026Q1", "2026Q2", "2026Q3"])),
        max_size=6,
    ),
    st.integers(-60, 60),
)
def test_a_due_day_is_the_first_one_or_one_that_was_given(
    decisions: list[tuple[int, int, str]], on: int
) -> None:
    found, _ = owed([QUARTERLY], a_directory(), CALENDAR, first=day("2026-01-01"), last=day("2026-12-31"))
    start = day("2026-05-01")
    given = [
        more_time(
            str(start + timedelta(days=later)), decided=str(start + timedelta(days=decided)), window=window
        )
        for later, decided, window in decisions
    ]
    today = start + timedelta(days=on)
    for before, after in zip(found, extended(found, given, day=today), strict=True):
        mine = [
            one
            for one in given
            if extension_window(one)
            == (before.occurrence.duty, before.occurrence.unit, before.occurrence.window)
            and one.decided <= today
        ]
        assert replace(after.occurrence, due=before.occurrence.due, original=None) == before.occurrence
        if mine:
            assert after.occurrence.original == before.occurrence.due
            assert after.occurrence.due in {
                one.until for one in mine if one.decided == max(m.decided for m in mine)
            }
        else:
            assert after == before


@pytest.mark.parametrize(
    ("changes", "due", "code"),
    [
        ({}, "2026-03-31", None),
        ({"unit": "e9"}, "2026-03-31", "unknown-unit"),
        ({}, None, "extension-window"),
        ({}, "2026-04-30", "extension-day"),
        ({"decided": "2026-03-21"}, "2026-03-31", "extension-future"),
        ({"reason": " "}, "2026-03-31", "extension-bare"),
        ({"decided_by": ""}, "2026-03-31", "extension-bare"),
        ({"reason": OUTSIDE}, "2026-03-31", "outside-scope"),
    ],
)
def test_what_is_wrong_with_a_decision_is_said(changes: dict, due: str | None, code: str | None) -> None:
    problems = extension_problems(
        more_time("2026-04-30", **changes),
        due=day(due) if due else None,
        today=day("2026-03-20"),
        known_units={"e1"},
    )
    assert [p.code for p in problems] == ([code] if code else [])
    assert all(p.place.ref == DUTY for p in problems)


# Hours


def told(hours: float | None, *, days: int = 0) -> tuple[Record, Record]:
    """Something that became known late in the evening, and the report of it some hours or days later."""
    event = replace(a_record("r1", "2026-05-20", starts=[DUTY]), at=KNOWN)
    moment = KNOWN + timedelta(hours=hours) if hours is not None else None
    when = moment.date() if moment else (KNOWN + timedelta(days=days)).date()
    return event, replace(a_record("r2", str(when), DUTY), at=moment)


def in_hours(*records: Record, on: str = "2026-05-25") -> Standing:
    return stand(on, *records, adoption=HOURS, window="on:r1")


def test_a_limit_in_hours_is_counted_from_the_moment_and_may_end_on_the_next_day() -> None:
    found = in_hours(told(None)[0], on="2026-05-20")
    assert found.occurrence.limit == KNOWN + timedelta(hours=2)
    assert (found.occurrence.due, found.status) == (day("2026-05-21"), Status.DUE_SOON)


@pytest.mark.parametrize(
    ("hours", "status"),
    [(1, Status.MET), (2, Status.MET), (2.02, Status.LATE), (20, Status.LATE), (40, Status.LATE)],
)
def test_the_clock_decides_in_time_or_late(hours: float, status: Status) -> None:
    assert in_hours(*told(hours)).status is status


def test_late_by_the_clock_says_both_moments() -> None:
    found = in_hours(*told(3))
    assert found.reason == "late-hours"
    assert dict(found.values) == {"met": "2026-05-21 02:00", "limit": "2026-05-21 01:00"}
    assert "2026-05-21 01:00" in standing_text(found)


def test_a_report_without_its_moment_is_given_the_day() -> None:
    assert in_hours(*told(None, days=1)).status is Status.MET
    assert in_hours(*told(None, days=2)).status is Status.LATE


def test_an_event_without_its_moment_has_the_day() -> None:
    event = replace(told(1)[0], at=None)
    found = in_hours(event, told(1)[1])
    assert found.occurrence.limit is None


def test_of_two_reports_on_a_day_the_one_without_a_moment_comes_first() -> None:
    event, late = told(3)
    untimed = replace(a_record("r3", "2026-05-21", DUTY))
    assert in_hours(event, late, untimed).status is Status.MET
    assert in_hours(event, late, untimed).records == ("r3", "r2")


def test_more_time_is_counted_in_days() -> None:
    event, late = told(30)
    given = [more_time("2026-05-24", window="on:r1", decided="2026-05-20")]
    found = stand("2026-05-25", event, late, given=given, adoption=HOURS, window="on:r1")
    assert (found.status, found.occurrence.limit) == (Status.MET, None)
