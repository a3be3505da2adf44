from collections.abc import Sequence
from dataclasses import replace

from remit.core.period import Cadence, Deadline
from remit.core.post import Post
from remit.core.record import Excuse, Record
from remit.core.regime import Defaults
from remit.core.standing import Status, standings
from tests.core.building import (
    CALENDAR,
    POSTS,
    a_directory,
    a_duty,
    a_record,
    a_regime,
    an_adoption,
    day,
)

EXCUSE = Excuse(
    duty="harbour/art-4",
    unit="e1",
    since=day("2026-03-31"),
    until=day("2026-03-31"),
    reason="泊位大修停用",
    decided_by="港务处",
    decided=day("2026-03-10"),
)


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
    assert len({(one.occurrence.duty, one.occurrence.unit, one.occurrence.window) for one in found}) == len(
        found
    )
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


def test_a_post_answers_for_what_is_due_until_it_is_closed() -> None:
    posts = [replace(post, until=day("2026-06-30")) if post.unit == "e1" else post for post in POSTS]
    for on in ("2026-02-01", "2026-08-01"):
        found = stand(on, posts=posts)
        unheld = {
            window for unit, window in found if unit == "e1" and found[unit, window] is Status.UNASSIGNED
        }
        assert unheld == {"2026Q3", "2026Q4"}
        assert {found["w1", window] for unit, window in found if unit == "w1"} == {Status.UNASSIGNED}


def test_the_year_runs_from_its_first_to_its_last_day() -> None:
    daily = [an_adoption(a_regime(a_duty(cadence=[Cadence(min=1, period="P1D")])), since="2025-01-01")]
    windows = sorted(window for unit, window in stand("2026-06-20", adoptions=daily) if unit == "e1")
    assert (windows[0], windows[-1], len(windows)) == ("2026-01-01", "2026-12-31", 365)


def test_other_days_than_those_of_the_year_may_be_asked_for() -> None:
    found, _ = standings(
        [an_adoption(a_regime(DUTY), since="2025-01-01")],
        DIRECTORY,
        CALENDAR,
        records=[],
        excuses=[],
        day=day("2026-02-01"),
        first=day("2025-10-01"),
        last=day("2026-01-15"),
    )
    assert {one.occurrence.window: one.status for one in found if one.occurrence.unit == "e1"} == {
        "2025Q4": Status.OVERDUE,
        "2026Q1": Status.UPCOMING,
    }


def test_after_an_amendment_a_record_counts_for_the_new_edition_unless_it_names_a_window() -> None:
    monthly = a_regime(a_duty(cadence=[Cadence(min=1, period="P1M")]))
    adoptions = [
        an_adoption(a_regime(DUTY), since="2026-01-01"),
        an_adoption(monthly, since="2026-05-01"),
    ]
    late = a_record("a", "2026-04-30", "harbour/art-4")
    after = a_record("b", "2026-05-01", "harbour/art-4")
    named = a_record("c", "2026-05-02", "harbour/art-4@2026Q1")
    assert stand("2026-06-01", late, adoptions=adoptions)["e1", "2026Q1"] == Status.LATE
    found = stand("2026-06-01", after, adoptions=adoptions)
    assert (found["e1", "2026Q1"], found["e1", "2026-05"]) == (Status.OVERDUE, Status.MET)
    assert stand("2026-06-01", after, named, adoptions=adoptions)["e1", "2026Q1"] == Status.LATE


def test_another_unit_s_adoption_takes_nothing_over() -> None:
    monthly = a_regime(a_duty(cadence=[Cadence(min=1, period="P1M")]))
    adoptions = [an_adoption(a_regime(DUTY)), an_adoption(monthly, unit="east", since="2026-05-01")]
    found = stand("2026-06-01", a_record("b", "2026-05-01", "harbour/art-4"), adoptions=adoptions)
    assert (found["e1", "2026Q2"], found["e1", "2026-05"]) == (Status.MET, Status.MET)


def test_after_an_edition_that_drops_the_duty_a_late_record_still_counts() -> None:
    dropped = a_regime(a_duty("art-9", cadence=[Cadence(min=1, period="P1M")]))
    ended = an_adoption(a_regime(DUTY), since="2026-01-01", until="2026-03-31")
    record = a_record("a", "2026-05-20", "harbour/art-4")
    for adoptions in ([ended], [ended, an_adoption(dropped, since="2026-05-01")]):
        assert stand("2026-06-01", record, adoptions=adoptions)["e1", "2026Q1"] == Status.LATE


def test_the_next_edition_ends_what_the_one_before_it_asked_and_another_regime_does_not() -> None:
    editions = [
        an_adoption(a_regime(a_duty(cadence=[Cadence(min=1, period="P1M")])), since="2026-05-01"),
        an_adoption(a_regime(a_duty(cadence=[Cadence(min=1, period="P1Y")])), since="2026-09-01"),
        an_adoption(a_regime(a_duty(cadence=[Cadence(min=1, period="P6M")]), id="fire"), since="2026-02-01"),
        an_adoption(a_regime(DUTY), since="2026-01-01"),
    ]
    for unit, status in (("e1", Status.OVERDUE), ("e2", Status.LATE)):
        on = "2026-04-30" if unit == "e2" else "2026-05-01"
        found = stand("2026-10-01", a_record("a", on, "harbour/art-4", unit=unit), adoptions=editions)
        assert found[unit, "2026Q1"] == status


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


def carried(on: str, cadence: Cadence, *records: Record, excuses: Sequence[Excuse] = ()) -> dict[str, Status]:
    adopted = [an_adoption(a_regime(a_duty(cadence=[cadence])), since="2025-01-01")]
    found = stand(on, *records, excuses=excuses, adoptions=adopted)
    return {window: status for (unit, window), status in found.items() if unit == "e1" and window < "2026"}


def test_what_the_year_before_left_undone_is_carried_over_until_it_is_done() -> None:
    months = Cadence(months=(6, 12))
    done = a_record("a", "2025-06-10", "harbour/art-4")
    made_good = a_record("b", "2026-01-08", "harbour/art-4")
    assert carried("2025-12-31", months, done)["2025-12"] is Status.DUE_SOON
    assert carried("2026-01-05", months, done) == {"2025-12": Status.OVERDUE}
    assert carried("2026-01-08", months, done, made_good) == {"2025-12": Status.LATE}
    assert carried("2026-11-30", months, done, made_good) == {"2025-12": Status.LATE}
    assert carried("2027-01-05", months, done, made_good) == {}


def test_what_the_year_before_finished_however_late_is_not_carried_over() -> None:
    made_good = a_record("a", "2025-08-02", "harbour/art-4@2025Q2")
    first, third = (
        a_record(ref, day, "harbour/art-4") for ref, day in (("b", "2025-02-01"), ("c", "2025-07-01"))
    )
    quarterly = Cadence(min=1, period="P3M")
    assert carried("2026-02-01", quarterly, made_good, first, third) == {"2025Q4": Status.OVERDUE}


def test_new_year_s_day_belongs_to_the_year_that_begins() -> None:
    duty = a_duty(deadline=[Deadline(by="--01-01")])
    adopted = [an_adoption(a_regime(duty), since="2025-01-01")]
    early = a_record("a", "2025-12-30", "harbour/art-4@2026")
    found = stand("2026-02-01", early, adoptions=adopted)
    assert (found["e1", "2025"], found["e1", "2026"]) == (Status.OVERDUE, Status.MET)


def test_what_was_finished_on_new_year_s_day_is_carried_over() -> None:
    made_good = a_record("a", "2026-01-01", "harbour/art-4@2025")
    assert carried("2026-02-01", Cadence(min=1, period="P1Y"), made_good) == {"2025": Status.LATE}


def test_what_was_excused_is_not_carried_over() -> None:
    excuse = replace(EXCUSE, since=day("2025-01-01"), until=day("2025-12-31"))
    assert carried("2026-05-01", Cadence(min=1, period="P3M"), excuses=[excuse]) == {}


def test_rhythms_shorter_than_a_month_are_not_carried_over() -> None:
    # The first ISO week of 2026 begins in December 2025; it touches 2026.
    assert carried("2026-02-01", Cadence(min=1, period="P1W")) == {}
    assert carried("2026-02-01", Cadence(min=1, period="P1D")) == {}
    assert list(carried("2026-02-01", Cadence(min=1, period="P27D"))) == ["2025-12-18..2026-01-13"]
    assert len(carried("2026-02-01", Cadence(min=1, period="P4W"))) == 13
    assert len(carried("2026-02-01", Cadence(min=1, period="P1M"))) == 12
