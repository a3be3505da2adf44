"""Units renamed, moved, merged, split and closed: what each changes, and why it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from remit.core.duty import Degree
from remit.core.post import ChangeKind, Directory, Holder, Organisation, Post, Unit, index_organisation
from remit.core.reorganisation import (
    Reorganisation,
    close_unit,
    merge_unit,
    move_unit,
    reclassify_unit,
    rename_unit,
    split_unit,
)
from tests.core.reorganising import DAYS, FIRST, HARBOUR, TODAY, Step, accepted, kept, renamed, steps

DAY = DAYS[9]
HEAD = Post(code="a2/head", unit="a2", title="Head", degree=Degree.FIRST)
FORMER = Post(code="a2/old", unit="a2", title="Old", degree=Degree.DIRECT, until=FIRST)
HOLDERS = (
    Holder(post="a2/head", person="Ada", since=FIRST - timedelta(days=30), until=FIRST - timedelta(days=1)),
    Holder(post="a2/head", person="Ben", since=FIRST),
)
STAFFED = replace(HARBOUR, posts=(HEAD, FORMER), holders=HOLDERS)


def directory(organisation: Organisation = STAFFED) -> Directory:
    return index_organisation(organisation)


def codes(change: Reorganisation) -> list[str]:
    return [problem.code for problem in change.problems]


def after(*done: Step) -> Directory:
    """The harbour after changes that are not refused."""
    organisation, accepted_ones = accepted(done, STAFFED)
    assert len(accepted_ones) == len(done)
    return index_organisation(organisation)


def step(what: ChangeKind, unit: str, other: str = "", day: date = DAYS[6]) -> Step:
    return Step(what=what, unit=unit, other=other, day=day)


def test_a_new_name_is_told_with_the_old_one() -> None:
    change = rename_unit(directory(), "a2", name=" Apron ", day=DAY, today=TODAY)
    assert change.units == (Unit(code="a2", name="Apron", parent="a", kind="berth"),)
    assert change.changes == (renamed("a2", DAY, "A2", "Apron"),)
    assert (change.posts, change.holders, change.problems) == ((), (), ())


def test_a_kind_may_be_taken_away_but_not_a_name() -> None:
    change = reclassify_unit(directory(), "a2", kind="", day=DAY, today=TODAY)
    assert (change.units[0].kind, change.problems) == ("", ())
    assert codes(rename_unit(directory(), "a2", name=" ", day=DAY, today=TODAY)) == ["unit-unchanged"]


def test_a_unit_moves_with_what_is_below_it() -> None:
    organisation = kept(STAFFED, move_unit(directory(), "a", parent="b", day=DAY, today=TODAY))
    assert index_organisation(organisation).tree.subtree("b") == ("b", "a", "a1", "a2", "b1")


def test_a_closed_unit_ends_on_the_eve_with_its_posts_and_whoever_holds_them() -> None:
    change = close_unit(directory(), "a2", day=DAY, today=TODAY)
    eve = DAY - timedelta(days=1)
    assert change.problems == ()
    assert [(one.code, one.until) for one in change.units] == [("a2", eve)]
    assert [(one.code, one.until) for one in change.posts] == [("a2/head", eve)]
    assert [(one.person, one.until) for one in change.holders] == [("Ben", eve)]


def test_a_holding_that_ends_before_the_unit_keeps_its_end() -> None:
    left = replace(STAFFED, holders=(replace(HOLDERS[1], until=DAYS[4]),))
    assert close_unit(directory(left), "a2", day=DAY, today=TODAY).holders == ()


def test_a_merged_unit_leaves_what_was_below_it_to_the_other() -> None:
    change = merge_unit(directory(), "a", into="b", day=DAY, today=TODAY)
    assert change.problems == ()
    assert [(one.code, one.parent) for one in change.units] == [("a", "port"), ("a1", "b"), ("a2", "b")]
    assert [(one.unit, one.kind, one.after) for one in change.changes] == [
        ("a", "merged", "b"),
        ("a1", "moved", "b"),
        ("a2", "moved", "b"),
    ]


def test_parts_begin_on_the_day_beside_the_unit_or_where_they_are_put() -> None:
    parts = [Unit(code="n1", name="N1", until=TODAY), Unit(code="n2", name="N2", parent="b")]
    change = split_unit(directory(), "a", parts=parts, day=DAY, today=TODAY)
    assert change.problems == ()
    assert [(u.code, u.parent, u.since, u.until) for u in change.units] == [
        ("n1", "port", DAY, None),
        ("n2", "b", DAY, None),
    ]
    assert [(one.unit, one.kind, one.after) for one in change.changes] == [
        ("a", "split", "n1"),
        ("a", "split", "n2"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda d: rename_unit(d, "a", name="A", day=DAY, today=TODAY), "unit-unchanged"),
        (lambda d: rename_unit(d, "z", name="Z", day=DAY, today=TODAY), "unit-not-there"),
        (lambda d: rename_unit(d, "b1", name="Z", day=DAYS[4], today=TODAY), "unit-not-there"),
        (lambda d: rename_unit(d, "a", name="Z", day=TODAY + timedelta(1), today=TODAY), "change-ahead"),
        (lambda d: move_unit(d, "a", parent="port", day=DAY, today=TODAY), "unit-unchanged"),
        (lambda d: move_unit(d, "a", parent="z", day=DAY, today=TODAY), "unit-not-there"),
        (lambda d: move_unit(d, "a", parent="b1", day=DAYS[2], today=TODAY), "unit-not-there"),
        (lambda d: move_unit(d, "a", parent="a1", day=DAY, today=TODAY), "move-loop"),
        (lambda d: move_unit(d, "a", parent="a", day=DAY, today=TODAY), "move-loop"),
        (lambda d: move_unit(d, "port", parent="a", day=DAY, today=TODAY), "move-root"),
        (lambda d: move_unit(d, "z", parent="a", day=DAY, today=TODAY), "unit-not-there"),
        (lambda d: close_unit(d, "a", day=DAY, today=TODAY), "close-not-empty"),
        (lambda d: close_unit(d, "z", day=DAY, today=TODAY), "unit-not-there"),
        (lambda d: close_unit(d, "a2", day=FIRST, today=TODAY), "end-before-post"),
        (lambda d: merge_unit(d, "a", into="a1", day=DAY, today=TODAY), "merge-loop"),
        (lambda d: merge_unit(d, "a", into="a", day=DAY, today=TODAY), "merge-loop"),
        (lambda d: merge_unit(d, "b", into="a", day=DAYS[2], today=TODAY), "end-before-unit"),
        (lambda d: merge_unit(d, "z", into="a", day=DAY, today=TODAY), "unit-not-there"),
        (lambda d: split_unit(d, "z", parts=[], day=DAY, today=TODAY), "unit-not-there"),
        (lambda d: split_unit(d, "a", parts=[Unit(code="b", name="B")], day=DAY, today=TODAY), "split-code"),
        (
            lambda d: split_unit(d, "a", parts=[Unit(code="n", name="N")] * 2, day=DAY, today=TODAY),
            "split-code",
        ),
        (
            lambda d: split_unit(d, "a", parts=[Unit(code="", name="N")], day=DAY, today=TODAY),
            "split-unnamed",
        ),
        (
            lambda d: split_unit(d, "a", parts=[Unit(code=" n", name="N")], day=DAY, today=TODAY),
            "split-unnamed",
        ),
        (
            lambda d: split_unit(d, "a", parts=[Unit(code="n", name=" ")], day=DAY, today=TODAY),
            "split-unnamed",
        ),
        (
            lambda d: split_unit(d, "a", parts=[Unit(code="n", name="N", parent="z")], day=DAY, today=TODAY),
            "unit-not-there",
        ),
    ],
)
def test_it_refuses_with_a_reason(change: Callable[[Directory], Reorganisation], code: str) -> None:
    assert code in codes(change(directory()))


def test_it_refuses_a_change_before_one_that_is_known() -> None:
    changed = after(step(ChangeKind.RENAMED, "a1", "x", DAYS[12]))
    assert codes(rename_unit(changed, "a1", name="Y", day=DAY, today=TODAY)) == ["change-out-of-order"]
    assert codes(close_unit(changed, "a1", day=DAY, today=TODAY)) == ["change-out-of-order"]
    assert codes(merge_unit(changed, "a", into="b", day=DAY, today=TODAY)) == ["change-out-of-order"]


def test_it_refuses_to_end_a_unit_before_another_left_it_or_ended_below_it() -> None:
    left = after(step(ChangeKind.MOVED, "a1", "b", DAYS[12]), step(ChangeKind.CLOSED, "a2", day=DAYS[4]))
    assert codes(close_unit(left, "a", day=DAY, today=TODAY)) == ["end-before-unit"]
    assert codes(close_unit(left, "a", day=DAYS[12], today=TODAY)) == []
    ended = after(step(ChangeKind.MOVED, "a1", "b", DAYS[4]), step(ChangeKind.CLOSED, "a2", day=DAYS[12]))
    assert codes(close_unit(ended, "a", day=DAY, today=TODAY)) == ["end-before-unit"]
    assert codes(close_unit(ended, "a", day=DAYS[12], today=TODAY)) == []


def test_it_refuses_to_put_a_unit_under_one_that_was_below_it_on_a_later_day() -> None:
    """a2 was below a until day 12; a below a2 from day 9 on would be a loop for three days."""
    left = after(step(ChangeKind.MOVED, "a2", "b", DAYS[12]))
    assert codes(move_unit(left, "a", parent="a2", day=DAY, today=TODAY)) == ["move-loop"]
    assert codes(move_unit(left, "a", parent="a2", day=DAYS[12], today=TODAY)) == []
    assert codes(merge_unit(left, "a", into="a2", day=DAYS[12], today=TODAY)) == []


@pytest.mark.parametrize("what", list(ChangeKind))
def test_it_refuses_to_change_what_is_closed(what: ChangeKind) -> None:
    closed, _ = accepted([step(ChangeKind.CLOSED, "a2")], STAFFED)
    _, done = accepted([step(what, "a2", "n1" if what is ChangeKind.SPLIT else "b", DAYS[12])], closed)
    assert done == []
    into = move_unit(index_organisation(closed), "b", parent="a2", day=DAYS[4], today=TODAY)
    assert codes(into) == ["unit-not-there"]


@given(steps)
def test_a_unit_closed_keeps_no_open_post_and_nothing_open_below(tried: list[Step]) -> None:
    organisation, _ = accepted(tried, STAFFED)
    found = index_organisation(organisation)
    for unit in found.units.values():
        if unit.until is not None:
            assert all(found.units[code].until is not None for code in found.tree.children(unit.code))
            for post in found.posts_of.get(unit.code, ()):
                assert post.until is not None
                assert post.until <= unit.until
                assert all(one.until is not None for one in found.holders_of.get(post.code, ()))
