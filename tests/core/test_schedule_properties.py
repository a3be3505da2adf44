from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from remit.core.period import Cadence, Deadline
from tests.core.building import a_record
from tests.core.planning import TERMS, plan

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
