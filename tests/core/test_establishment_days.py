"""Days of units, posts and holders that cannot be, and codes that are the same but for how they are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.duty import Degree
from remit.core.establishment import organisation_problems
from remit.core.post import Holder, Organisation, Post, Unit

TOP = Unit(code="A", name="Bureau")
SCHOOL = Unit(code="A1", name="School", parent="A")
HEAD = Post(code="A1/Head", unit="A1", title="Head", degree=Degree.FIRST)
LI = Holder(post="A1/Head", person="Li", since=date(2025, 1, 1))
SUMMER = date(2025, 7, 31)


def problems(*units: Unit, post: Post = HEAD, holder: Holder = LI) -> list[tuple[str, str]]:
    found = organisation_problems(Organisation(units=(TOP, *units), posts=(post,), holders=(holder,)))
    return [(one.code, dict(one.values).get("row", "")) for one in found]


def test_nothing_is_wrong_where_days_fit() -> None:
    ended = replace(SCHOOL, since=date(2020, 1, 1), until=SUMMER)
    assert problems(ended, post=replace(HEAD, until=SUMMER), holder=replace(LI, until=SUMMER)) == []
    assert problems(replace(SCHOOL, since=date(2020, 1, 1))) == []  # no day of the post: as long as its unit


@pytest.mark.parametrize(
    ("unit", "post", "holder", "code"),
    [
        (
            replace(SCHOOL, since=SUMMER, until=date(2025, 1, 1)),
            replace(HEAD, until=date(2024, 1, 1)),
            replace(LI, since=date(2023, 1, 1), until=date(2023, 2, 1)),
            "unit-days",
        ),
        (replace(SCHOOL, until=SUMMER), HEAD, LI, "post-closed"),
        (
            replace(SCHOOL, until=SUMMER),
            replace(HEAD, until=date(2025, 8, 1)),
            replace(LI, until=SUMMER),
            "post-closed",
        ),
        (replace(SCHOOL, since=SUMMER), replace(HEAD, since=date(2025, 1, 1)), LI, "post-early"),
        (
            SCHOOL,
            replace(HEAD, since=SUMMER, until=date(2025, 1, 1)),
            replace(LI, since=SUMMER, until=SUMMER),
            "post-days",
        ),
        (SCHOOL, replace(HEAD, until=SUMMER), LI, "holder-beyond"),
        (SCHOOL, replace(HEAD, since=SUMMER), LI, "holder-beyond"),
    ],
)
def test_days_that_contradict_each_other_are_named_with_their_row(
    unit: Unit, post: Post, holder: Holder, code: str
) -> None:
    assert (code, "2" if code == "unit-days" else "1") in problems(unit, post=post, holder=holder)


def test_a_unit_may_not_outlive_the_one_above_it() -> None:
    closed = replace(SCHOOL, until=SUMMER)
    below = Unit(code="A11", name="Class", parent="A1")
    fits = replace(HEAD, until=SUMMER), replace(LI, until=SUMMER)
    assert problems(closed, below, post=fits[0], holder=fits[1]) == [("unit-below-closed", "3")]
    assert problems(closed, replace(below, until=SUMMER), post=fits[0], holder=fits[1]) == []


@pytest.mark.parametrize("code", ["a1", "A 1", "a 1"])
def test_codes_that_differ_only_in_case_or_spaces_are_named(code: str) -> None:
    again = Unit(code=code, name="Other", parent="A")
    assert problems(SCHOOL, again) == [("unit-alike", "3")]


def test_a_code_that_is_the_same_is_named_once() -> None:
    assert problems(SCHOOL, SCHOOL) == [("unit-twice", "3")]
