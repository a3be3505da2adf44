"""What units were on another day, against a replay that does every change in turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.duty import Degree
from remit.core.lineage import (
    ancestors_on,
    bears_on,
    ever_below,
    ever_of_kind,
    narrow_to,
    organisation_on,
    successor_on,
    unit_on,
)
from remit.core.post import ChangeKind, Organisation, Post, Unit, UnitChange, index_organisation
from tests.core.reorganising import (
    DAYS,
    FIRST,
    HARBOUR,
    Step,
    above_in,
    accepted,
    attempt,
    kept,
    renamed,
    replayed,
    steps,
)


def told(organisation: Organisation, day: date) -> dict[str, tuple[str, str, str]]:
    directory = index_organisation(organisation)
    found = {code: unit_on(directory, code, day) for code in directory.units}
    return {code: (unit.name, unit.parent, unit.kind) for code, unit in found.items() if unit is not None}


@given(steps)
def test_every_past_day_is_told_as_a_replay_tells_it(tried: list[Step]) -> None:
    organisation, done = accepted(tried)
    for day in DAYS:
        assert told(organisation, day) == replayed(done, day)


@given(steps)
def test_superiors_of_every_day_are_those_of_the_replay(tried: list[Step]) -> None:
    organisation, done = accepted(tried)
    directory = index_organisation(organisation)
    for day in DAYS:
        units = replayed(done, day)
        for code in units:
            assert ancestors_on(directory, code, day) == above_in(units, code)


@given(steps)
def test_the_organisation_of_a_day_is_the_replay_s_in_preorder(tried: list[Step]) -> None:
    organisation, done = accepted(tried)
    for day in DAYS:
        then = organisation_on(organisation, day)
        assert {one.code: (one.name, one.parent, one.kind) for one in then.units} == replayed(done, day)
        assert index_organisation(then).tree.codes == tuple(one.code for one in then.units)


@given(steps, st.sampled_from(DAYS))
def test_a_unit_bears_below_another_as_the_replay_says(tried: list[Step], day: date) -> None:
    organisation, done = accepted(tried)
    directory = index_organisation(organisation)
    units = replayed(done, day)
    for code in directory.units:
        for below in directory.units:
            there = code in units and below in (code, *above_in(units, code))
            assert bears_on(directory, code, below=below, kinds=None, day=day) is there
            kind = units[code][2] if code in units else ""
            assert bears_on(directory, code, below=below, kinds={kind}, day=day) is there
            assert not bears_on(directory, code, below=below, kinds={"other"}, day=day)


@given(steps)
def test_whatever_was_below_a_unit_on_any_day_is_among_those_that_ever_were(tried: list[Step]) -> None:
    organisation, done = accepted(tried)
    directory = index_organisation(organisation)
    ever = {code: set(ever_below(directory, code)) for code in directory.tree.codes}
    for day in DAYS:
        units = replayed(done, day)
        for code in units:
            for above in (code, *above_in(units, code)):
                assert code in ever[above]
            assert ever_of_kind(directory, code, {units[code][2]})


@given(steps)
def test_what_the_day_does_not_decide_is_the_same_on_every_day(tried: list[Step]) -> None:
    organisation, done = accepted(tried)
    directory = index_organisation(organisation)
    settled = set(directory.units) - directory.unsettled
    seen = {
        code: {(replayed(done, day)[code][2], above_in(replayed(done, day), code)) for day in DAYS}
        for code in settled
    }
    assert all(len(places) == 1 for places in seen.values())


@given(steps, steps)
def test_a_later_change_leaves_the_answers_of_earlier_days(tried: list[Step], more: list[Step]) -> None:
    before, _ = accepted(tried)
    after = before
    for step in more:
        change = attempt(after, step)
        if change.problems:
            continue
        for day in DAYS:
            if day < step.day:
                assert told(kept(after, change), day) == told(after, day)
        after = kept(after, change)


@given(steps)
def test_who_takes_over_exists_and_whoever_exists_answers_itself(tried: list[Step]) -> None:
    organisation, done = accepted(tried)
    directory = index_organisation(organisation)
    for day in DAYS:
        units = replayed(done, day)
        for code in directory.units:
            heir, cause = successor_on(directory, code, day)
            assert heir in units or heir == ""
            if code in units:
                assert (heir, cause) == (code, None)


@given(steps, st.sampled_from(["port", "a", "a1", "a2", "b", "b1"]))
def test_a_directory_narrowed_to_a_unit_tells_its_past_alike(tried: list[Step], code: str) -> None:
    organisation, done = accepted(tried)
    narrow = narrow_to(index_organisation(organisation), [code])
    for day in DAYS:
        units = replayed(done, day)
        if code in units:
            assert ancestors_on(narrow, code, day) == above_in(units, code)
            found = unit_on(narrow, code, day)
            assert found is not None
            assert (found.name, found.parent, found.kind) == units[code]


def test_two_changes_of_one_day_are_taken_back_the_last_one_first() -> None:
    changes = (renamed("a", FIRST, "A", "Apron"), renamed("a", FIRST, "Apron", "Arch"))
    units = (HARBOUR.units[0], replace(HARBOUR.units[1], name="Arch"))
    organisation = Organisation(units=units, changes=changes)
    before = FIRST - timedelta(days=1)
    assert told(organisation, before)["a"][0] == "A"
    assert organisation_on(organisation, before).units[1].name == "A"
    found = unit_on(narrow_to(index_organisation(organisation), ["a"]), "a", before)
    assert found is not None
    assert found.name == "A"


def test_an_unknown_unit_is_nowhere() -> None:
    directory = index_organisation(HARBOUR)
    moved = index_organisation(replace(HARBOUR, changes=(renamed("a", FIRST, "Z", "A"),)))
    for one in (directory, moved):
        assert unit_on(one, "z", FIRST) is None
        assert ancestors_on(one, "z", FIRST) == ()
        assert successor_on(one, "z", FIRST) == ("z", None)
        assert not bears_on(one, "z", below="port", kinds=None, day=FIRST)


def test_a_unit_closed_without_successor_falls_to_its_superior_of_that_day() -> None:
    organisation, done = accepted(
        [
            Step(what=ChangeKind.MOVED, unit="a1", other="b", day=DAYS[3]),
            Step(what=ChangeKind.CLOSED, unit="a1", other="", day=DAYS[6]),
        ]
    )
    assert len(done) == 2
    heir, cause = successor_on(index_organisation(organisation), "a1", DAYS[6])
    assert heir == "b"
    assert cause is not None
    assert (cause.kind, cause.day) == (ChangeKind.CLOSED, DAYS[6])


def test_a_unit_merged_into_one_that_was_merged_is_followed_to_the_last() -> None:
    organisation, done = accepted(
        [
            Step(what=ChangeKind.MERGED, unit="a1", other="a2", day=DAYS[3]),
            Step(what=ChangeKind.MERGED, unit="a2", other="b1", day=DAYS[6]),
        ]
    )
    assert len(done) == 2
    directory = index_organisation(organisation)
    assert successor_on(directory, "a1", DAYS[5])[0] == "a2"
    heir, cause = successor_on(directory, "a1", DAYS[6])
    assert heir == "b1"
    assert cause is not None
    assert cause.after == "a2"


def test_a_unit_that_is_still_to_come_is_answered_for_above() -> None:
    assert successor_on(index_organisation(HARBOUR), "b1", FIRST) == ("b", None)


@pytest.mark.parametrize("before", ["nowhere", "port"])
def test_a_loop_in_what_is_told_of_the_past_ends(before: str) -> None:
    """Lists from elsewhere may hold what no change of ours makes."""
    loop = UnitChange(unit="port", day=DAYS[5], kind=ChangeKind.MOVED, before="a", after="")
    stray = UnitChange(unit="gone", day=DAYS[5], kind=ChangeKind.MOVED, before=before, after="a")
    directory = index_organisation(replace(HARBOUR, changes=(loop, stray)))
    assert ancestors_on(directory, "a1", FIRST) == ("a", "port")
    assert "gone" not in ever_below(directory, "port")


def test_a_loop_of_mergers_ends() -> None:
    ended = tuple(Unit(code=code, name=code, until=FIRST) for code in ("x", "y"))
    changes = tuple(
        UnitChange(unit=one, day=DAYS[3], kind=ChangeKind.MERGED, after=other)
        for one, other in (("x", "y"), ("y", "x"))
    )
    heir, _ = successor_on(index_organisation(Organisation(units=ended, changes=changes)), "x", DAYS[5])
    assert heir == "x"


def test_posts_of_a_day_are_those_of_units_and_posts_that_lasted_then() -> None:
    posts = (
        Post(code="a/head", unit="a", title="Head", degree=Degree.FIRST),
        Post(code="a/new", unit="a", title="New", degree=Degree.DIRECT, since=DAYS[6]),
        Post(code="b1/head", unit="b1", title="Head", degree=Degree.FIRST),
    )
    then = organisation_on(replace(HARBOUR, posts=posts), FIRST)
    assert [one.code for one in then.posts] == ["a/head"]
