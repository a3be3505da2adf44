"""One figure against another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Degree
from remit.core.period import Cadence, Deadline
from remit.core.strictness import (
    by_strictness,
    demands_rhythm,
    demands_time,
    is_fewer,
    keeps_deadline,
    keeps_degree,
    keeps_rhythm,
)


def rate(count: int, period: str) -> Cadence:
    return Cadence(min=count, period=period)


def per(stretch: str, count: int = 1) -> Cadence:
    return Cadence(min=count, per=stretch)


VAGUE = Cadence(vague="定期")


@pytest.mark.parametrize(
    ("lower", "upper", "kept"),
    [
        (rate(2, "P1Y"), rate(1, "P6M"), True),
        (rate(1, "P6M"), rate(2, "P1Y"), True),
        (rate(1, "P1Y"), rate(1, "P6M"), False),
        (rate(1, "P30D"), rate(1, "P1M"), True),
        (rate(1, "P1M"), rate(1, "P30D"), True),
        (rate(1, "P90D"), rate(1, "P3M"), True),
        (rate(1, "P365D"), rate(1, "P1Y"), True),
        (rate(1, "P366D"), rate(1, "P1Y"), False),
        (rate(1, "P345D"), rate(1, "P1Y"), True),
        (rate(1, "P4W"), rate(1, "P1M"), True),
        (rate(1, "P1M"), rate(1, "P4W"), False),
        (rate(1, "P1W"), rate(1, "P7D"), True),
        (rate(1, "PT24H"), rate(1, "P1D"), True),
        (Cadence(months=(6, 12)), rate(2, "P1Y"), True),
        (Cadence(quarters=(1, 3)), Cadence(months=(6, 12)), True),
        (Cadence(quarters=(1,)), Cadence(months=(6, 12)), False),
        (Cadence(period_min="P2Y", period_max="P3Y"), rate(1, "P3Y"), True),
        (Cadence(period_min="P2Y", period_max="P4Y"), rate(1, "P3Y"), False),
        (Cadence(min=1, max=3, period="P1Y"), rate(1, "P1Y"), True),
        (Cadence(max=3, period="P1Y"), rate(1, "P1Y"), False),
        (Cadence(max=3, period="P1Y"), VAGUE, True),
        (rate(1, "P9Y"), VAGUE, True),
        (VAGUE, VAGUE, True),
        (VAGUE, rate(1, "P9Y"), False),
        (per("学期"), rate(2, "P1Y"), True),
        (rate(2, "P1Y"), per("学期"), True),
        (per("学年"), per("学期"), False),
        (per("班"), rate(1, "P1D"), True),
        (rate(1, "P1D"), per("班"), False),
        (per("航次", 2), per("航次"), True),
        (per("航次"), per("航次", 2), False),
        (per("Ｓｈｉｆｔ"), per("shift"), True),
        (per("航次"), rate(1, "P1Y"), None),
        (rate(1, "P1Y"), per("航次"), None),
        (per("航次"), per("作业"), None),
    ],
)
def test_a_rhythm_is_kept_by_one_that_comes_as_often(
    lower: Cadence, upper: Cadence, kept: bool | None
) -> None:
    assert keeps_rhythm(lower, upper) is kept


@pytest.mark.parametrize(
    ("cadence", "demands"),
    [
        (rate(1, "P1Y"), True),
        (VAGUE, True),
        (per("航次"), True),
        (Cadence(max=2, period="P1Y"), False),
        (Cadence(period_min="P2Y"), False),
        (rate(1, "yearly"), False),
        (rate(0, "P1Y"), False),
        (Cadence(), False),
    ],
)
def test_only_a_lower_limit_asks_for_something(cadence: Cadence, demands: bool) -> None:
    assert demands_rhythm(cadence) is demands
    assert keeps_rhythm(VAGUE, cadence) is (not demands or cadence is VAGUE)


@pytest.mark.parametrize(
    ("lower", "upper", "fewer"),
    [
        (rate(1, "P1Y"), rate(2, "P1Y"), True),
        (rate(1, "P12M"), Cadence(months=(6, 12)), True),
        (rate(2, "P1Y"), rate(1, "P1Y"), False),
        (rate(1, "P1Y"), rate(2, "P6M"), False),
        (per("航次"), per("航次", 2), True),
        (per("航次"), per("作业", 2), False),
        (VAGUE, rate(2, "P1Y"), False),
        (rate(2, "P1Y"), VAGUE, False),
    ],
)
def test_fewer_is_in_the_same_stretch_of_time(lower: Cadence, upper: Cadence, fewer: bool) -> None:
    assert is_fewer(lower, upper) is fewer


def test_the_stricter_rhythm_comes_last() -> None:
    rhythms = [rate(1, "P1M"), VAGUE, rate(1, "P1Y"), per("航次"), rate(1, "P1D")]
    ordered = sorted(rhythms, key=by_strictness)
    assert ordered == [VAGUE, per("航次"), rate(1, "P1Y"), rate(1, "P1M"), rate(1, "P1D")]


def within(amount: int, unit: str, *, before: str = "", counts_from: str = "event") -> Deadline:
    return Deadline(amount=amount, unit=unit, before=before, counts_from=counts_from)


@pytest.mark.parametrize(
    ("lower", "upper", "kept"),
    [
        (within(24, "hour"), within(1, "day"), True),
        (within(60, "minute"), within(1, "hour"), True),
        (within(5, "workday"), within(7, "day"), True),
        (within(6, "workday"), within(1, "week"), False),
        (within(1, "workday"), within(24, "hour"), False),
        (within(30, "day"), within(1, "month"), True),
        (within(31, "day"), within(1, "month"), False),
        (within(12, "month"), within(1, "year"), True),
        (within(365, "day"), within(12, "month"), True),
        (within(10, "day", before="开工前"), within(5, "day", before="开工前"), True),
        (within(5, "day", before="开工前"), within(10, "day", before="开工前"), False),
        (within(5, "day", counts_from="window"), within(10, "day", counts_from="window"), True),
        (within(5, "day", counts_from="window"), within(10, "day"), None),
        (within(5, "day", before="开工前"), within(10, "day"), None),
        (Deadline(by="--06-30"), Deadline(by="--07-01"), True),
        (Deadline(by="--07-02"), Deadline(by="--07-01"), False),
        (Deadline(by="--12-15"), Deadline(by="--01-31"), None),
        (Deadline(by="--01-31"), Deadline(by="--12-15"), None),
        (Deadline(by="2026-04-15"), Deadline(by="2026-05-01"), True),
        (Deadline(by="2026-05-02"), Deadline(by="2026-05-01"), False),
        (Deadline(by="2026-05-02"), Deadline(by="--05-01"), None),
        (Deadline(by="--05-01"), within(5, "day"), None),
        (within(5, "fortnight"), within(5, "day"), None),
    ],
)
def test_a_time_limit_is_kept_by_one_that_ends_no_later(
    lower: Deadline, upper: Deadline, kept: bool | None
) -> None:
    assert keeps_deadline(lower, upper) is kept


@pytest.mark.parametrize(
    "deadline", [Deadline(), Deadline(by="--13-01"), Deadline(by="soon"), within(5, "fortnight")]
)
def test_a_time_limit_that_means_nothing_asks_for_nothing(deadline: Deadline) -> None:
    assert not demands_time(deadline)
    assert demands_time(within(1, "day"))


def test_degrees_stand_in_the_order_in_which_they_answer() -> None:
    degrees = list(Degree)
    assert degrees[0] is Degree.PRINCIPAL
    for place, degree in enumerate(degrees):
        assert [keeps_degree(degree, other) for other in degrees] == [
            place <= at for at in range(len(degrees))
        ]


PERIODS = st.builds("P{}{}".format, st.integers(1, 400), st.sampled_from("DWMY")).filter(
    lambda text: not (text.endswith("Y") and len(text) > 4)
)
RHYTHMS = st.one_of(
    st.builds(rate, st.integers(1, 9), PERIODS),
    st.builds(per, st.sampled_from(["学期", "学年", "班", "航次"]), st.integers(1, 9)),
    st.builds(lambda months: Cadence(months=tuple(months)), st.sets(st.integers(1, 12), min_size=1)),
    st.builds(lambda period: Cadence(period_max=period), PERIODS),
    st.just(VAGUE),
)
DEADLINES = st.one_of(
    st.builds(
        lambda amount, unit, before: within(amount, unit, before=before),
        st.integers(1, 400),
        st.sampled_from(["minute", "hour", "day", "workday", "week", "month", "year"]),
        st.sampled_from(["", "开工前"]),
    ),
    st.builds(lambda month: Deadline(by=f"--{month:02}-15"), st.integers(1, 12)),
)


@given(RHYTHMS, RHYTHMS, RHYTHMS)
def test_strictness_of_rhythms_is_an_order(one: Cadence, two: Cadence, three: Cadence) -> None:
    assert keeps_rhythm(one, one) is True
    if keeps_rhythm(one, two) and keeps_rhythm(two, three):
        assert keeps_rhythm(one, three) is not False
    if keeps_rhythm(one, two) is False:
        assert keeps_rhythm(two, one) is True


@given(DEADLINES, DEADLINES, DEADLINES)
def test_strictness_of_time_limits_is_an_order(one: Deadline, two: Deadline, three: Deadline) -> None:
    assert keeps_deadline(one, one) is True
    if keeps_deadline(one, two) and keeps_deadline(two, three):
        assert keeps_deadline(one, three) is not False
    if keeps_deadline(one, two) is False:
        assert keeps_deadline(two, one) is True


@given(st.integers(1, 2000), st.integers(1, 2000))
def test_more_days_are_a_longer_interval(one: int, two: int) -> None:
    fewer, more = sorted((one, two))
    assert keeps_rhythm(rate(1, f"P{fewer}D"), rate(1, f"P{more}D")) is True
    assert keeps_rhythm(rate(1, f"P{more}D"), rate(1, f"P{fewer}D")) is (fewer == more)
