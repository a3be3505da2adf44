"""Cadences and deadlines go through the form and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.period import Cadence, Deadline
from remit.web.pages.rhythm import (
    cadence_rows,
    choices,
    deadline_rows,
    read_cadences,
    read_deadlines,
)

PERIODS = st.sampled_from(["P1D", "P1W", "P1M", "P3M", "P6M", "P1Y", "P2Y"])
CADENCES = st.one_of(
    st.builds(Cadence, min=st.integers(1, 99), period=PERIODS),
    st.builds(Cadence, min=st.integers(1, 9), per=st.sampled_from(["学期", "班"])),
    st.builds(
        Cadence, months=st.lists(st.integers(1, 12), min_size=1, unique=True).map(lambda m: tuple(sorted(m)))
    ),
    st.builds(Cadence, quarters=st.just((1, 3))),
    st.builds(Cadence, period_min=st.just("P2Y"), period_max=st.just("P3Y")),
    st.builds(Cadence, vague=st.sampled_from(["定期", "regularly"])),
)
DEADLINES = st.one_of(
    st.builds(
        Deadline,
        amount=st.integers(1, 60),
        unit=st.sampled_from(["hour", "day", "workday", "month"]),
        after=st.sampled_from(["", "接到报告"]),
        counts_from=st.just("event"),
    ),
    st.builds(Deadline, amount=st.just(10), unit=st.just("workday"), counts_from=st.just("window")),
    st.builds(Deadline, by=st.sampled_from(["2026-04-15", "--01-31"])),
)


def sent(rows: list[dict[str, str]], letter: str) -> dict[str, str]:
    return {f"{letter}{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}


@given(st.lists(CADENCES, max_size=4))
def test_cadences_come_back_as_they_were(cadences: list[Cadence]) -> None:
    found, problems, rows = read_cadences(sent(cadence_rows(cadences), "c"))
    assert (found, problems) == (tuple(cadences), ())
    assert rows == cadence_rows(cadences)


@given(st.lists(DEADLINES, max_size=4))
def test_deadlines_come_back_as_they_were(deadlines: list[Deadline]) -> None:
    found, problems, rows = read_deadlines(sent(deadline_rows(deadlines), "l"))
    assert (found, problems) == (tuple(deadlines), ())
    assert rows == deadline_rows(deadlines)


@pytest.mark.parametrize("text", ["两", "1.5", "-3", "6-12", "12345"])
def test_what_is_no_number_is_a_problem_and_stays_in_the_row(text: str) -> None:
    _, problems, rows = read_cadences({"c0-months": text})
    assert [p.code for p in problems] == ["not-a-number"]
    assert rows[0]["months"] == text


def test_commas_of_both_scripts_part_the_numbers() -> None:
    found, problems, _ = read_cadences({"c0-months": "3，6、 9, 12"})
    assert (found[0].months, problems) == ((3, 6, 9, 12), ())


def test_a_value_that_the_list_lacks_is_added_to_it() -> None:
    assert ("P5Y", "P5Y") in choices({"P1Y": "a year"}, ["P5Y", "P1Y", ""])


def test_no_more_rows_are_read_than_a_form_has() -> None:
    assert len(read_cadences({f"c{n}-min": "1" for n in range(500)})[2]) <= 8
