from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Review, ReviewState
from remit.core.period import Cadence, Deadline
from remit.core.problem import Level, Problem
from remit.core.record import Record
from remit.core.regime import Defaults, Role
from remit.core.schedule import Occurrence, occurrences
from remit.core.workday import Term, WorkCalendar
from tests.core.building import CALENDAR, a_clause, a_directory, a_duty, a_record, a_regime, an_adoption, day

DIRECTORY = a_directory()
QUARTERLY, YEARLY = Cadence(min=1, period="P3M"), Cadence(min=1, period="P1Y")
TERMS = replace(
    CALENDAR,
    terms=(
        Term("学期", "2026-spring", day("2026-02-23"), day("2026-07-05")),
        Term("学期", "2026-autumn", day("2026-09-01"), day("2027-01-20")),
    ),
)


def plan(
    *cadence: Cadence,
    deadline: Sequence[Deadline] = (),
    since: str = "2026-01-01",
    until: str | None = None,
    first: str = "2026-01-01",
    last: str = "2026-12-31",
    records: Iterable[Record] = (),
    calendar: WorkCalendar = CALENDAR,
    unit: str = "west",
    **defaults: object,
) -> tuple[tuple[Occurrence, ...], tuple[Problem, ...]]:
    """Schedule one duty, at w1 alone unless another unit adopts."""
    regime = a_regime(a_duty(cadence=cadence, deadline=deadline), defaults=replace(Defaults(), **defaults))
    adoption = an_adoption(regime, unit=unit, since=since, until=until)
    return occurrences(
        adoption, DIRECTORY, calendar, first=day(first), last=day(last), records=tuple(records)
    )


def rows(*cadence: Cadence, **options: object) -> list[tuple[str, str, str]]:
    found, problems = plan(*cadence, **options)
    assert problems == ()
    return [(one.window, str(one.opens), str(one.due)) for one in found]


def code(*cadence: Cadence, **options: object) -> tuple[str, Level, list[Occurrence]]:
    found, problems = plan(*cadence, **options)
    assert [problem.place.ref for problem in problems] == ["art-4"]
    assert "第四条" in problems[0].text() or problems[0].code.startswith(("cadence", "deadline"))
    return problems[0].code, problems[0].level, list(found)


def test_an_occurrence_names_duty_unit_window_days_and_clause() -> None:
    (found, *_), _ = plan(Cadence(min=2, period="P6M"))
    assert found == Occurrence(
        duty="harbour/art-4",
        unit="w1",
        window="2026H1",
        opens=day("2026-01-01"),
        due=day("2026-06-30"),
        needed=2,
        clause=("第四条",),
        rhythm="P6M",
    )


def test_every_bearing_unit_owes_every_window_in_tree_order() -> None:
    found, _ = plan(Cadence(min=1, period="P6M"), unit="port")
    assert [(one.window, one.unit) for one in found] == [
        (window, unit) for window in ("2026H1", "2026H2") for unit in ("e1", "e2", "w1")
    ]


def test_only_windows_due_while_the_adoption_is_in_force_are_owed() -> None:
    assert rows(QUARTERLY, since="2026-06-30", until="2026-09-30") == [
        ("2026Q2", "2026-04-01", "2026-06-30"),
        ("2026Q3", "2026-07-01", "2026-09-30"),
    ]
    assert rows(QUARTERLY, since="2026-07-01", until="2026-09-29") == []


@pytest.mark.parametrize(
    ("first", "last", "windows"),
    [
        ("2026-03-31", "2026-03-31", ["2026Q1"]),
        ("2026-04-01", "2026-04-01", ["2026Q2"]),
        ("2026-03-31", "2026-04-01", ["2026Q1", "2026Q2"]),
    ],
)
def test_only_windows_that_touch_the_days_asked_for_are_given(
    first: str, last: str, windows: list[str]
) -> None:
    assert [row[0] for row in rows(QUARTERLY, first=first, last=last)] == windows


def test_a_day_of_every_year_is_due_in_its_window() -> None:
    assert rows(YEARLY, deadline=[Deadline(by="--01-31")]) == [("2026", "2026-01-01", "2026-01-31")]
    assert rows(Cadence(min=1, period="P6M"), deadline=[Deadline(by="--01-31")]) == [
        ("2026H1", "2026-01-01", "2026-01-31"),
        ("2026H2", "2026-07-01", "2026-12-31"),
    ]
    assert rows(Cadence(months=(6, 12)), deadline=[Deadline(by="--06-20")]) == [
        ("2026-06", "2026-06-01", "2026-06-20"),
        ("2026-12", "2026-12-01", "2026-12-31"),
    ]


def test_in_a_regime_s_own_year_the_day_is_the_one_inside_it() -> None:
    assert rows(YEARLY, deadline=[Deadline(by="--01-31")], year_starts=9, last="2027-12-31") == [
        ("2025-2026", "2025-09-01", "2026-01-31"),
        ("2026-2027", "2026-09-01", "2027-01-31"),
        ("2027-2028", "2027-09-01", "2028-01-31"),
    ]


def test_a_window_of_several_years_is_due_on_its_last_such_day() -> None:
    assert rows(Cadence(min=1, period="P2Y"), deadline=[Deadline(by="--01-31")]) == [
        ("2026-2027", "2026-01-01", "2027-01-31")
    ]


def test_a_day_of_every_year_without_a_rhythm_comes_every_year() -> None:
    assert rows(deadline=[Deadline(by="--03-05")], last="2027-12-31") == [
        ("2026", "2026-01-01", "2026-03-05"),
        ("2027", "2027-01-01", "2027-03-05"),
    ]


def test_a_day_of_one_year_touches_only_its_own_window() -> None:
    assert rows(Cadence(min=1, period="P6M"), deadline=[Deadline(by="2026-04-15")]) == [
        ("2026H1", "2026-01-01", "2026-04-15"),
        ("2026H2", "2026-07-01", "2026-12-31"),
    ]


def test_several_days_share_a_window_among_them() -> None:
    found, _ = plan(Cadence(min=3, period="P1Y"), deadline=[Deadline(by="--12-31"), Deadline(by="--06-30")])
    assert [(one.window, str(one.opens), str(one.due), one.needed, one.rhythm) for one in found] == [
        ("2026-06-30", "2026-01-01", "2026-06-30", 2, "P1Y"),
        ("2026-12-31", "2026-07-01", "2026-12-31", 2, "P1Y"),
    ]


def test_a_day_without_a_rhythm_is_due_once_from_the_adoption_on() -> None:
    assert rows(deadline=[Deadline(by="2026-04-15")], since="2026-02-01") == [
        ("2026-04-15", "2026-02-01", "2026-04-15")
    ]
    assert rows(deadline=[Deadline(by="2026-04-15")], since="2026-04-15") == [
        ("2026-04-15", "2026-04-15", "2026-04-15")
    ]
    assert rows(deadline=[Deadline(by="2026-04-15")], since="2026-04-16") == []


def test_a_limit_counted_from_the_window_opens_after_it() -> None:
    limit = Deadline(amount=10, unit="workday", counts_from="window")
    assert rows(QUARTERLY, deadline=[limit], since="2025-06-01", first="2026-01-01", last="2026-10-31") == [
        ("2025Q4", "2026-01-01", "2026-01-15"),
        ("2026Q1", "2026-04-01", "2026-04-14"),
        ("2026Q2", "2026-07-01", "2026-07-14"),
        ("2026Q3", "2026-10-01", "2026-10-15"),
    ]


def test_a_limit_ahead_of_the_window_s_end_is_due_inside_it() -> None:
    limit = Deadline(amount=10, unit="day", before="年底", counts_from="window")
    assert rows(YEARLY, deadline=[limit]) == [("2026", "2026-01-01", "2026-12-21")]


def test_a_limit_of_hours_after_the_window_is_due_with_it() -> None:
    limit = Deadline(amount=2, unit="hour", counts_from="window")
    assert rows(YEARLY, deadline=[limit]) == [("2026", "2026-01-01", "2026-12-31")]


def test_the_strictest_of_several_limits_counts() -> None:
    limits = [Deadline(amount=n, unit="day", counts_from="window") for n in (20, 5)]
    assert rows(Cadence(quarters=(1,)), deadline=limits) == [("2026Q1", "2026-04-01", "2026-04-05")]


def test_the_same_window_asked_for_twice_is_owed_once_with_the_higher_number() -> None:
    found, _ = plan(Cadence(min=1, period="P3M"), Cadence(quarters=(2,)), Cadence(min=3, period="P3M"))
    assert [(one.window, one.needed) for one in found] == [(f"2026Q{n}", 3) for n in (1, 2, 3, 4)]


def test_two_rhythms_are_two_series() -> None:
    found, _ = plan(YEARLY, Cadence(months=(6,)))
    assert [(one.window, one.rhythm) for one in found] == [("2026-06", "P1M"), ("2026", "P1Y")]


@pytest.mark.parametrize(
    ("rule", "due"), [("keep", "2026-10-01"), ("next", "2026-10-05"), ("previous", "2026-09-30")]
)
def test_a_due_day_off_is_moved_as_the_regime_says(rule: str, due: str) -> None:
    deadline = [Deadline(by="2026-10-01")]
    assert rows(deadline=deadline, on_holiday=rule) == [("2026-10-01", "2026-01-01", due)]


def test_a_due_day_is_not_moved_before_its_window_opens() -> None:
    found = rows(Cadence(min=1, period="P1D"), first="2026-10-01", last="2026-10-03", on_holiday="previous")
    assert found == [(f"2026-10-0{n}", f"2026-10-0{n}", f"2026-10-0{n}") for n in (1, 2, 3)]


def test_a_window_moved_into_the_days_asked_for_is_given() -> None:
    (moved, *_) = rows(Cadence(min=1, period="P1M"), first="2026-02-02", last="2026-02-02", on_holiday="next")
    assert moved == ("2026-01", "2026-01-01", "2026-02-02")


@pytest.mark.parametrize("rule", ["next", "previous"])
def test_beyond_the_calendar_nothing_is_guessed(rule: str) -> None:
    calendar = replace(CALENDAR, last=day("2026-06-30"))
    found = code(QUARTERLY, calendar=calendar, on_holiday=rule)
    assert found[:2] == ("calendar-horizon", Level.ERROR)
    assert [one.window for one in found[2]] == ["2026Q1", "2026Q2"]


def test_a_limit_beyond_the_calendar_is_said_once() -> None:
    limit = Deadline(amount=10, unit="workday", counts_from="window")
    found = code(QUARTERLY, deadline=[limit], last="2028-12-31")
    assert (found[0], [one.window for one in found[2]]) == (
        "calendar-horizon",
        ["2025Q4", "2026Q1", "2026Q2", "2026Q3"],
    )


def test_a_window_long_past_is_no_reason_to_complain_of_the_calendar() -> None:
    limit = Deadline(amount=10, unit="workday", counts_from="window")
    found = rows(QUARTERLY, deadline=[limit], since="2020-01-01", first="2026-01-20", last="2026-04-30")
    assert [row[0] for row in found] == ["2026Q1"]


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
    assert code(deadline=limit, records=[record])[0] == "calendar-horizon"
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


@pytest.mark.parametrize(
    ("cadence", "deadline", "expected"),
    [
        (Cadence(vague="定期"), (), ("unquantified", Level.NOTE)),
        (Cadence(min=1, per="班"), (), ("per-shift", Level.NOTE)),
        (Cadence(min=1, period="PT2H"), (), ("within-day", Level.NOTE)),
        (Cadence(period_min="PT2H", period_max="PT4H"), (), ("within-day", Level.NOTE)),
        (Cadence(min=1, per="学期"), (), ("term-unknown", Level.WARNING)),
        (None, (Deadline(amount=3, unit="day", before="开工"),), ("before-event", Level.NOTE)),
        (
            None,
            (Deadline(amount=3, unit="day", counts_from="window"),),
            ("limit-without-rhythm", Level.WARNING),
        ),
        (Cadence(min=1, period="P0D"), (), ("cadence-period", Level.ERROR)),
        (None, (Deadline(amount=1, unit="moon"),), ("deadline-unit", Level.ERROR)),
    ],
)
def test_what_cannot_be_scheduled_says_why(
    cadence: Cadence | None, deadline: tuple[Deadline, ...], expected: tuple[str, Level]
) -> None:
    found = code(*([cadence] if cadence else []), deadline=deadline)
    assert found == (*expected, [])


def test_a_reason_is_given_once_a_duty_and_not_once_a_unit() -> None:
    duties = [a_duty(ref, cadence=[Cadence(vague="定期")]) for ref in ("art-4.a", "art-4.b")]
    found, problems = occurrences(
        an_adoption(a_regime(*duties)), DIRECTORY, CALENDAR, first=CALENDAR.first, last=CALENDAR.last
    )
    assert found == ()
    assert [problem.place.ref for problem in problems] == ["art-4.a", "art-4.b"]


def test_an_unsound_duty_is_not_started_either() -> None:
    record = a_record("r-9", "2026-03-02", unit="w1", starts=["harbour/art-4"])
    limits = [Deadline(amount=1, unit="day"), Deadline(amount=1, unit="moon")]
    assert code(deadline=limits, records=[record])[0] == "deadline-unit"


@pytest.mark.parametrize("cadence", [Cadence(max=2, period="P1Y"), Cadence(max=1, per="学期")])
def test_at_most_owes_nothing(cadence: Cadence) -> None:
    found, _ = plan(cadence, calendar=TERMS)
    assert found == ()


def test_vague_words_do_not_keep_a_limit_from_being_started() -> None:
    record = a_record("r-9", "2026-03-02", unit="w1", starts=["harbour/art-4"])
    found = code(Cadence(vague="定期"), deadline=[Deadline(amount=3, unit="day")], records=[record])
    assert (found[0], [one.window for one in found[2]]) == ("unquantified", ["on:r-9"])


def test_terms_come_from_the_calendar() -> None:
    cadence = Cadence(min=1, per="学期")
    assert rows(cadence, calendar=TERMS, last="2027-12-31", until="2027-03-01") == [
        ("2026-spring", "2026-02-23", "2026-07-05"),
        ("2026-autumn", "2026-09-01", "2027-01-20"),
    ]


@pytest.mark.parametrize(
    ("last", "until", "known"),
    [("2027-03-31", None, True), ("2027-04-01", None, False), ("2028-12-31", "2027-03-31", True)],
)
def test_terms_that_run_out_are_reported(last: str, until: str | None, *, known: bool) -> None:
    _, problems = plan(Cadence(min=1, per="学期"), calendar=TERMS, last=last, until=until)
    assert [problem.code for problem in problems] == ([] if known else ["term-unknown"])


def test_rejected_duties_clauses_outside_scope_and_unborne_duties_owe_nothing() -> None:
    duty = a_duty(cadence=[YEARLY])
    rejected = replace(duty, review=Review(state=ReviewState.REJECTED))
    outside = replace(a_clause(duty), screen="out")
    unborne = replace(duty, ref="art-9", holders=("不明",))
    regime = a_regime(clauses=[a_clause(rejected), outside, a_clause(unborne)])
    for adopting in ("port", "nowhere"):
        adoption = an_adoption(regime, unit=adopting)
        assert occurrences(adoption, DIRECTORY, CALENDAR, first=CALENDAR.first, last=CALENDAR.last) == (
            (),
            (),
        )


def test_a_duty_without_rhythm_or_limit_owes_nothing_and_says_nothing() -> None:
    assert rows() == []


CADENCES = st.one_of(
    st.builds(
        Cadence,
        min=st.integers(1, 5),
        period=st.sampled_from(
            ["P1D", "P1W", "P2W", "P10D", "P1M", "P2M", "P3M", "P6M", "P1Y", "P2Y", "P18M"]
        ),
    ),
    st.builds(Cadence, months=st.lists(st.integers(1, 12), min_size=1, unique=True).map(tuple)),
    st.builds(Cadence, quarters=st.lists(st.integers(1, 4), min_size=1, unique=True).map(tuple)),
    st.builds(Cadence, min=st.integers(1, 3), per=st.just("学期")),
    st.just(Cadence(period_min="P2Y", period_max="P3Y")),
)
LIMITS = st.one_of(
    st.builds(Deadline, by=st.sampled_from(["--01-31", "--02-29", "--06-30", "--12-31", "2026-05-01"])),
    st.builds(
        Deadline,
        amount=st.integers(1, 15),
        unit=st.sampled_from(["hour", "day", "workday", "week"]),
        counts_from=st.just("window"),
    ),
    st.builds(Deadline, amount=st.integers(1, 30), unit=st.sampled_from(["hour", "day", "workday", "month"])),
)
DAYS_2026 = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31))


@given(
    st.lists(CADENCES, max_size=3),
    st.lists(LIMITS, max_size=2),
    st.sampled_from(["keep", "next", "previous"]),
    st.integers(1, 12),
    DAYS_2026,
    st.lists(DAYS_2026, min_size=2, max_size=2).map(sorted),
    st.lists(DAYS_2026, max_size=3),
)
def test_whatever_the_duty_windows_are_sorted_unique_and_in_force(
    cadence: list[Cadence],
    deadline: list[Deadline],
    rule: str,
    year_starts: int,
    since: date,
    asked: list[date],
    events: list[date],
) -> None:
    records = [
        a_record(f"r-{n}", str(on), unit="w1", starts=["harbour/art-4"]) for n, on in enumerate(events)
    ]
    found, problems = plan(
        *cadence,
        deadline=deadline,
        since=str(since),
        first=str(asked[0]),
        last=str(asked[1]),
        records=records,
        calendar=TERMS,
        on_holiday=rule,
        year_starts=year_starts,
    )
    keys = [(one.due, one.opens, one.duty, one.window) for one in found]
    assert keys == sorted(keys)
    assert len({(one.unit, one.window) for one in found}) == len(found)
    for one in found:
        assert one.opens <= one.due
        assert one.due >= since
        assert one.opens <= asked[1]
        assert one.due >= asked[0]
        assert one.needed >= 1
    assert len({problem.code for problem in problems}) == len(problems)


@given(CADENCES, st.sampled_from(["keep", "next", "previous"]), DAYS_2026, DAYS_2026)
def test_a_wider_question_has_the_same_answers_and_more(
    cadence: Cadence, rule: str, one: date, other: date
) -> None:
    first, last = sorted((one, other))
    narrow, _ = plan(cadence, first=str(first), last=str(last), calendar=TERMS, on_holiday=rule)
    wide, _ = plan(cadence, calendar=TERMS, on_holiday=rule)
    assert set(narrow) == {one for one in wide if one.opens <= last and one.due >= first}
