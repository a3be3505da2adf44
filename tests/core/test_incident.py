"""Major situations: what is left of the time to report, and which marks a report bears."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from remit.core.flow import Hand, Step
from remit.core.incident import Mark, clock_of, likely_clocks, marks_of, overrun, strictest
from remit.core.matter import Matter
from remit.core.schedule import Occurrence

KNOWN = datetime(2026, 5, 20, 8, 0, tzinfo=UTC)
LIMIT = KNOWN + timedelta(hours=2)


def situation(
    *moves: tuple[str, int], limit: datetime | None = LIMIT, due: date | None = KNOWN.date()
) -> Matter:
    """A situation with moves, each so many minutes after it was known."""
    return Matter(
        ref="m1",
        flow="incident",
        unit="e1",
        asker="east",
        title="Fire in the store",
        opened=KNOWN,
        opened_by="Ada",
        due=due,
        limit=limit,
        steps=tuple(
            Step(move=move, at=KNOWN + timedelta(minutes=at), by="Ada", hand=Hand.OWNER, reason="Words")
            for move, at in moves
        ),
    )


def at(minutes: int) -> datetime:
    return KNOWN + timedelta(minutes=minutes)


def test_the_clock_runs_by_the_minute_where_the_limit_is_in_hours() -> None:
    clock = clock_of(situation(), at(45))
    assert (clock.left, clock.whole_days, clock.done) == (timedelta(minutes=75), False, None)


def test_the_clock_stops_when_it_is_reported() -> None:
    clock = clock_of(situation(("report", 30)), at(500))
    assert (clock.left, clock.done) == (timedelta(minutes=90), at(30))


def test_a_day_without_an_hour_runs_out_at_its_end() -> None:
    clock = clock_of(situation(limit=None), at(0))
    assert (clock.left, clock.whole_days) == (timedelta(hours=16), True)


def test_nothing_limits_what_no_duty_asks_for() -> None:
    assert clock_of(situation(limit=None, due=None), at(9)).left is None
    assert marks_of(situation(limit=None, due=None), at(9_999)) == ()


@pytest.mark.parametrize(
    ("matter", "minute", "marks"),
    [
        (situation(), 120, ()),
        (situation(), 121, (Mark.UNREPORTED,)),
        (situation(("report", 120)), 999, ()),
        (situation(("report", 121)), 999, (Mark.LATE,)),
        (situation(("report", 10), ("return", 20)), 30, (Mark.INCOMPLETE,)),
        (situation(("report", 10), ("return", 20), ("report", 130)), 140, (Mark.LATE, Mark.INCOMPLETE)),
        (situation(("report", 1), ("add", 2), ("correct", 3)), 9, (Mark.ADDED, Mark.CORRECTED)),
        (situation(("report", 1), ("escalate", 4)), 9, (Mark.ESCALATED,)),
        (situation(limit=None), 16 * 60 - 1, ()),
        (situation(limit=None), 16 * 60, (Mark.UNREPORTED,)),
        (situation(("report", 16 * 60), limit=None), 9_999, (Mark.LATE,)),
    ],
)
def test_late_incomplete_and_corrected_are_marked(
    matter: Matter, minute: int, marks: tuple[Mark, ...]
) -> None:
    assert marks_of(matter, at(minute)) == marks
    assert overrun(matter, at(minute)) is (Mark.UNREPORTED in marks)


def occurrence(duty: str, due: date, limit: datetime | None = None) -> Occurrence:
    return Occurrence(
        duty=duty, unit="e1", window="on:r1", opens=due, due=due, needed=1, clause=("1",), limit=limit
    )


def test_the_strictest_limit_is_the_one_that_counts() -> None:
    today = KNOWN.date()
    hours, sooner = occurrence("a", today, LIMIT), occurrence("b", today, at(30))
    day, later = occurrence("c", today), occurrence("d", today + timedelta(days=1), at(1))
    assert strictest([later, day, hours, sooner]) == sooner
    assert strictest([later, day]) == day
    assert strictest([]) is None


@pytest.mark.parametrize(
    ("happened", "likely"),
    [
        ("食堂后厨发生火灾", ("fire",)),
        ("A data breach in the pay system", ("breach",)),
        ("下水管堵塞", ()),
        ("", ()),
    ],
)
def test_the_duty_whose_event_is_named_is_proposed(happened: str, likely: tuple[str, ...]) -> None:
    events = {"fire": "发生火灾", "breach": "after a data breach", "bare": ""}
    assert likely_clocks(happened, events) == likely
