"""Posts are proposed for a role from names, degrees and portfolios, each with its reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from remit.core.breakdown import Placement
from remit.core.duty import Degree
from remit.core.placing import placed_roles, propose_posts
from remit.core.post import Post
from remit.core.regime import Role
from tests.core import division
from tests.core.test_breakdown_table import AMENDED, amended

POSTS = tuple(
    Post(code=title, unit="U", title=title, degree=degree, portfolio=portfolio)
    for title, degree, portfolio in (
        ("校长", Degree.FIRST, ()),
        ("后勤副校长", Degree.DIRECT, ("消防",)),
        ("教学副校长", Degree.DIRECT, ("教学",)),
        ("办公室", Degree.COORDINATING, ()),
        ("总务处", Degree.EXECUTING, ()),
    )
)


def chosen(role: Role, posts: tuple[Post, ...] = POSTS) -> list[str]:
    return [one.post.code for one in propose_posts(role, "消防", posts) if one.chosen]


@pytest.mark.parametrize(
    ("name", "degree", "expected"),
    [
        ("学校", Degree.PRINCIPAL, ["后勤副校长", "校长", "办公室"]),
        ("校长", Degree.FIRST, ["校长"]),
        ("副校长", Degree.LEADERSHIP, ["后勤副校长", "教学副校长"]),
        ("分管后勤的副校长", Degree.DIRECT, ["后勤副校长"]),
        ("总务部门", Degree.EXECUTING, ["总务处"]),
        ("分管领导", Degree.DIRECT, ["后勤副校长"]),
        ("安全员", Degree.SUPPORTING, ["校长"]),
    ],
)
def test_what_is_chosen_to_start_from(name: str, degree: Degree, expected: list[str]):
    assert chosen(Role(name=name, degree=degree)) == expected


def test_every_post_is_offered_with_the_reasons_the_best_first():
    found = propose_posts(Role(name="后勤副校长", degree=Degree.DIRECT), "消防", POSTS)
    assert len(found) == len(POSTS)
    assert found[0].reasons == ("title-equal", "degree", "portfolio")
    assert found[-1].reasons == ()


def test_without_posts_nothing_is_proposed():
    assert propose_posts(Role(name="学校"), "消防", ()) == ()


def test_roles_that_bind_the_unit_are_shown_with_what_is_confirmed_and_why_it_is_suspect():
    placement = Placement(unit="E-P", role="学校", posts=("E-P/校长",), since=date(2026, 2, 1))
    old = replace(division.adoption(until=date(2026, 3, 31)), placements=(placement,))
    new = replace(division.adoption(regime=amended(), since=AMENDED), placements=(placement,))
    (role,) = placed_roles([old, new], "harbour-school-fire", division.directory(), "E-P", day=division.TODAY)
    assert role.role.name == "学校"
    assert role.placement == placement
    assert [one.duty for one in role.changes] == ["art-3.i-1"]
    again = replace(new, placements=(placement, replace(placement, since=AMENDED)))
    (role,) = placed_roles(
        [old, again], "harbour-school-fire", division.directory(), "E-P", day=division.TODAY
    )
    assert role.changes == ()
