"""A unit's task breakdown: which row holds on a day, whom a code names, and what keeps a row from holding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.breakdown import BreakdownItem, Placement, breakdown_problems, latest_on, named_post
from remit.core.duty import Degree
from remit.core.post import Post
from tests.core.building import POSTS, a_directory, day

DUTY = "harbour/art-4"
ITEM = BreakdownItem(duty=DUTY, unit="e1", since=day("2026-03-01"))
FIRST = date(2026, 1, 1)
days = st.integers(0, 40).map(lambda count: FIRST + timedelta(days=count))


def codes(item: BreakdownItem, posts: tuple[Post, ...] = POSTS) -> list[str]:
    return [p.code for p in breakdown_problems(item, a_directory(posts=posts), frozenset({DUTY}))]


@given(st.lists(st.tuples(days, st.none() | days), max_size=6), days)
def test_of_the_rows_that_hold_on_a_day_the_latest_begun_counts(
    terms: list[tuple[date, date | None]], on: date
) -> None:
    rows = [Placement(unit="e1", role="x", posts=(), since=since, until=until) for since, until in terms]
    found = latest_on(rows, on)
    holding = [one for one in rows if one.since <= on <= (one.until or date.max)]
    assert (found is None) is (not holding)
    if found is not None:
        assert found in holding
        assert found.since == max(one.since for one in holding)


def test_without_a_day_the_latest_of_all_counts_even_if_it_has_ended() -> None:
    ended = replace(ITEM, since=day("2026-05-01"), until=day("2026-05-31"))
    assert latest_on([ITEM, ended], None) is ended
    assert latest_on([ITEM, ended], day("2026-06-01")) is ITEM
    assert latest_on([], None) is None


@pytest.mark.parametrize(
    ("code", "post"), [("e1/other", "e1/other"), ("e1", "e1/head"), ("west", ""), ("z", "")]
)
def test_a_code_names_a_post_or_the_head_of_a_unit(code: str, post: str) -> None:
    assert named_post(a_directory(), code) == post


def test_of_two_heads_the_one_of_the_day_is_named() -> None:
    old = replace(POSTS[2], until=day("2026-03-31"))
    new = Post(code="e1/chief", unit="e1", title="总长", degree=Degree.FIRST, since=day("2026-04-01"))
    directory = a_directory(posts=(old, new))
    assert named_post(directory, "e1", day=day("2026-03-31")) == "e1/head"
    assert named_post(directory, "e1", day=day("2026-04-01")) == "e1/chief"
    assert named_post(directory, "e1") == "e1/head"
    assert named_post(a_directory(posts=(old,)), "e1", day=day("2026-04-01")) == "e1/head"


def test_a_row_that_names_posts_and_units_with_heads_holds() -> None:
    assert codes(replace(ITEM, leader="e1/deputy", lead=("e2",), supporting=("port/head", "e1/other"))) == []
    assert codes(ITEM) == []


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (replace(ITEM, duty="harbour/none"), "breakdown-duty"),
        (replace(ITEM, until=day("2026-02-28")), "breakdown-days"),
        (replace(ITEM, leader="nobody"), "breakdown-post"),
        (replace(ITEM, lead=("west",)), "breakdown-post"),
        (replace(ITEM, supporting=("e1/none",)), "breakdown-post"),
    ],
)
def test_it_says_what_keeps_a_row_from_holding(item: BreakdownItem, code: str) -> None:
    assert codes(item) == [code]


def test_a_row_may_not_name_a_post_that_is_gone_by_its_first_day() -> None:
    gone = (replace(POSTS[3], until=day("2026-02-28")),)
    assert codes(replace(ITEM, leader="e1/deputy"), gone) == ["breakdown-post-gone"]
    assert codes(replace(ITEM, leader="e1/deputy", since=day("2026-02-28")), gone) == []
