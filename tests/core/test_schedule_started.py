from dataclasses import replace

import pytest

from remit.core.period import Cadence, Deadline
from remit.core.problem import Level
from remit.core.regime import Role
from remit.core.schedule import occurrences
from tests.core.building import CALENDAR, a_duty, a_record, a_regime, an_adoption, day
from tests.core.planning import DIRECTORY, YEARLY, code, plan, rows


def test_a_record_starts_the_clock_of_a_limit_counted_from_an_event() -> None:
    limit = Deadline(amount=20, unit="workday", after="决定作出之日")
    record = a_record("r-9", "2026-09-21", unit="w1", starts=["harbour/art-4"])
    found, problems = plan(deadline=[limit], records=[record])
    assert problems == ()
    assert [
        (one.window, str(one.opens), str(one.due), one.needed, one.rhythm, one.unit) for one in found
    ] == [("on:r-9", "2026-09-21", "2026-10-20", 1, "event", "w1")]


def test_without_a_record_a_limit_counted_from_an_event_owes_nothing() -> None:
    other = a_record("r-9", "2026-09-21", "harbour/art-4", unit="w1", starts=["harbour/art-5"])
    assert rows(deadline=[Deadline(amount=3, unit="day")], records=[other]) == []


def test_a_record_that_names_the_duty_twice_starts_it_once() -> None:
    record = a_record("r-9", "2026-09-21", unit="w1", starts=["harbour/art-4", "harbour/art-4"])
    assert len(rows(deadline=[Deadline(amount=3, unit="day")], records=[record])) == 1


def test_the_nearest_unit_above_that_bears_the_duty_owes_it() -> None:
    regime = a_regime(
        a_duty(deadline=[Deadline(amount=3, unit="day")]),
        roles=[Role(name="泊位单位", units=("area", "port"))],
    )
    record = a_record("r-9", "2026-03-02", unit="e1", starts=["harbour/art-4"])
    found, _ = occurrences(
        an_adoption(regime), DIRECTORY, CALENDAR, first=CALENDAR.first, last=CALENDAR.last, records=[record]
    )
    assert [one.unit for one in found] == ["east"]


def test_a_record_of_a_unit_that_nobody_answers_for_is_reported() -> None:
    record = a_record("r-9", "2026-03-02", unit="west", starts=["harbour/art-4"])
    found = code(deadline=[Deadline(amount=3, unit="day")], records=[record])
    assert found == ("start-unborne", Level.WARNING, [])


def test_a_record_outside_the_adopting_subtree_starts_nothing_here() -> None:
    record = a_record("r-9", "2026-03-02", unit="e1", starts=["harbour/art-4"])
    assert rows(deadline=[Deadline(amount=3, unit="day")], records=[record]) == []


@pytest.mark.parametrize("options", [{}, {"deadline": [Deadline(amount=3, unit="day", before="开工")]}])
def test_a_record_that_starts_a_duty_without_such_a_limit_is_reported(options: dict) -> None:
    record = a_record("r-9", "2026-03-02", unit="w1", starts=["harbour/art-4"])
    _, problems = plan(records=[record], **options)
    assert "start-untimed" in [problem.code for problem in problems]


def test_a_rhythm_goes_before_a_limit_counted_from_an_event() -> None:
    record = a_record("r-9", "2026-03-02", unit="w1", starts=["harbour/art-4"])
    found = code(YEARLY, deadline=[Deadline(amount=3, unit="day")], records=[record])
    assert (found[0], [one.window for one in found[2]]) == ("start-untimed", ["2026"])


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2026-03-06", None, 0),
        ("2026-03-05", None, 1),
        ("2026-01-01", "2026-03-05", 1),
        ("2026-01-01", "2026-03-04", 0),
    ],
)
def test_what_a_record_starts_belongs_to_the_adoption_of_its_due_day(
    since: str, until: str | None, count: int
) -> None:
    record = a_record("r-9", "2026-03-02", unit="w1", starts=["harbour/art-4"])
    limit = [Deadline(amount=3, unit="day")]
    assert len(rows(deadline=limit, records=[record], since=since, until=until)) == count


def test_what_a_record_starts_is_moved_off_a_holiday_too() -> None:
    record = a_record("r-9", "2026-09-28", unit="w1", starts=["harbour/art-4"])
    limit = [Deadline(amount=3, unit="day")]
    assert rows(deadline=limit, records=[record], on_holiday="next") == [
        ("on:r-9", "2026-09-28", "2026-10-05")
    ]


def test_a_start_whose_due_day_is_unknown_is_reported() -> None:
    record = a_record("r-9", "2026-12-28", unit="w1", starts=["harbour/art-4"])
    limit = [Deadline(amount=20, unit="workday"), Deadline(amount=3, unit="day")]
    assert code(deadline=limit, records=[record], first="2026-12-20")[0] == "calendar-horizon"
    assert code(
        deadline=limit[1:],
        records=[record],
        on_holiday="next",
        calendar=replace(CALENDAR, last=day("2026-12-30")),
    )[0] == ("calendar-horizon")


def test_a_start_long_past_or_still_to_come_is_no_reason_to_complain_of_the_calendar() -> None:
    limit = [Deadline(amount=20, unit="workday")]
    for on in ("2024-03-04", "2027-01-01"):
        record = a_record("r-9", on, unit="w1", starts=["harbour/art-4"])
        assert rows(deadline=limit, records=[record], since="2020-01-01") == []


def test_an_unsound_duty_is_not_started_either() -> None:
    record = a_record("r-9", "2026-03-02", unit="w1", starts=["harbour/art-4"])
    limits = [Deadline(amount=1, unit="day"), Deadline(amount=1, unit="moon")]
    assert code(deadline=limits, records=[record]) == ("deadline-unit", Level.ERROR, [])


def test_vague_words_do_not_keep_a_limit_from_being_started() -> None:
    record = a_record("r-9", "2026-03-02", unit="w1", starts=["harbour/art-4"])
    found = code(Cadence(vague="定期"), deadline=[Deadline(amount=3, unit="day")], records=[record])
    assert (found[0], [one.window for one in found[2]]) == ("unquantified", ["on:r-9"])
