"""Who may see and do what."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.post import Unit, build_tree
from remit.store.access import CONSOLE, Action, Role, Viewer, acts_as, allowed, require, sees_units
from remit.store.refusal import Denied

TREE = build_tree(
    (
        Unit(code="/1", name="Harbour"),
        Unit(code="/1/2", name="Fire office", parent="/1"),
        Unit(code="/1/2/1", name="Watch", parent="/1/2"),
        Unit(code="/1/20", name="Port office", parent="/1"),
        Unit(code="/1/20/1", name="Pier", parent="/1/20"),
    )
)
AT_A_UNIT = {Action.SEE, Action.RECORD, Action.EXCUSE, Action.ADOPT, Action.ORGANISE, Action.DIVIDE}


def viewer(role: Role, *codes: str) -> Viewer:
    return Viewer(person="Li", actor="a1", role=role, spans=tuple(TREE.interval(code) for code in codes))


@pytest.mark.parametrize("role", [Role.HOLDER, Role.CLERK, Role.INSPECTOR])
@pytest.mark.parametrize("own", TREE.codes)
@pytest.mark.parametrize("asked", TREE.codes)
def test_it_shows_a_unit_itself_and_what_is_below_and_nothing_else(role, own, asked):
    below = asked == own or asked.startswith(f"{own}/")
    assert allowed(viewer(role, own), Action.SEE, TREE.interval(asked)) is below
    assert allowed(viewer(role, own), Action.RECORD, TREE.interval(asked)) is (below and role != "inspector")


def test_it_does_not_take_one_code_for_the_beginning_of_another():
    assert not allowed(viewer(Role.CLERK, "/1/2"), Action.SEE, TREE.interval("/1/20"))
    assert not allowed(viewer(Role.CLERK, "/1/2"), Action.SEE, TREE.interval("/1/20/1"))
    assert not allowed(viewer(Role.CLERK, "/1/20"), Action.SEE, TREE.interval("/1/2"))


def test_it_joins_what_several_posts_see():
    both = viewer(Role.HOLDER, "/1/2/1", "/1/20")
    seen = {code for code in TREE.codes if allowed(both, Action.SEE, TREE.interval(code))}
    assert seen == {"/1/2/1", "/1/20", "/1/20/1"}


def test_it_lets_an_excuse_be_decided_only_from_above_or_at_the_root():
    excusable = {
        own: {c for c in TREE.codes if allowed(viewer(Role.HOLDER, own), Action.EXCUSE, TREE.interval(c))}
        for own in ("/1", "/1/2", "/1/2/1")
    }
    assert excusable == {"/1": set(TREE.codes), "/1/2": {"/1/2/1"}, "/1/2/1": set()}


def test_it_gives_each_role_its_own_business():
    root = TREE.interval("/1")
    may = {
        role: {a for a in Action if allowed(viewer(role, "/1"), a, root)}
        for role in Role
        if role != "console"
    }
    assert may == {
        Role.HOLDER: {Action.SEE, Action.RECORD, Action.EXCUSE, Action.READ_EDITIONS},
        Role.CLERK: AT_A_UNIT | {Action.READ_EDITIONS, Action.REVIEW},
        Role.REVIEWER: {Action.READ_EDITIONS, Action.REVIEW},
        Role.AUDITOR: {Action.JOURNAL},
        Role.INSPECTOR: {Action.SEE, Action.READ_EDITIONS},
        Role.SYSTEM_ADMINISTRATOR: {Action.ACCOUNTS},
        Role.SECURITY_ADMINISTRATOR: {Action.GRANT},
    }


def test_it_lets_a_clerk_change_editions_and_the_whole_organisation_only_from_the_root():
    assert not allowed(viewer(Role.CLERK, "/1/2"), Action.ORGANISE)
    assert not allowed(viewer(Role.CLERK, "/1/2"), Action.ORGANISE, TREE.interval("/1"))
    assert not allowed(viewer(Role.CLERK, "/1/2"), Action.REVIEW)


def test_it_lets_a_clerk_keep_the_units_of_the_own_part_of_the_tree():
    assert allowed(viewer(Role.CLERK, "/1/2"), Action.ORGANISE, TREE.interval("/1/2/1"))
    assert not allowed(viewer(Role.CLERK, "/1/2"), Action.ORGANISE, TREE.interval("/1/20"))


def test_it_lets_an_inspector_see_its_branch_and_change_nothing_in_it():
    inspector = viewer(Role.INSPECTOR, "/1/2")
    seen = {(a, c) for a, c in product(AT_A_UNIT, TREE.codes) if allowed(inspector, a, TREE.interval(c))}
    assert seen == {(Action.SEE, "/1/2"), (Action.SEE, "/1/2/1")}


def test_only_holders_and_clerks_act_as_a_person_and_only_under_a_persons_name():
    acting = {role for role in Role if acts_as(viewer(role, "/1"), {"Li"})}
    assert acting == {Role.HOLDER, Role.CLERK, Role.CONSOLE}
    assert not acts_as(viewer(Role.HOLDER, "/1"), {"Wu"})
    assert not acts_as(replace(viewer(Role.HOLDER, "/1"), named=False), {"Li"})


def test_only_roles_that_see_units_have_some():
    assert {role for role in Role if sees_units(role)} == {Role.HOLDER, Role.CLERK, Role.INSPECTOR}


@pytest.mark.parametrize("role", [Role.HOLDER, Role.CLERK, Role.INSPECTOR])
def test_it_shows_nothing_to_who_has_neither_post_nor_unit(role):
    shown = {a for a, code in product(Action, TREE.codes) if allowed(viewer(role), a, TREE.interval(code))}
    assert shown == {Action.READ_EDITIONS}


def test_it_needs_a_unit_for_what_concerns_a_unit():
    assert not any(allowed(viewer(Role.CLERK, "/1"), action) for action in AT_A_UNIT - {Action.ORGANISE})


def test_it_lets_the_console_do_everything():
    assert all(allowed(CONSOLE, action) for action in Action)


def test_it_raises_where_something_is_required_and_not_allowed():
    require(viewer(Role.CLERK, "/1/2"), Action.SEE, TREE.interval("/1/2/1"))
    with pytest.raises(Denied):
        require(viewer(Role.CLERK, "/1/2"), Action.SEE, TREE.interval("/1/20"))


@st.composite
def trees(draw):
    """A tree as each unit's parent, every parent before its children; codes are prefixes of each other on purpose."""
    parents = [draw(st.integers(0, max(0, i - 1))) for i in range(1, draw(st.integers(2, 12)))]
    codes = ["/1"]
    for place, parent in enumerate(parents, start=1):
        codes.append(f"{codes[parent]}/{place}")
    return tuple(
        Unit(code=code, name=code, parent=codes[parents[i - 1]] if i else "") for i, code in enumerate(codes)
    )


@given(units=trees(), data=st.data())
def test_it_sees_a_unit_exactly_where_one_of_its_own_is_among_those_above(units, data):
    tree = build_tree(units)
    codes = st.sampled_from(tree.codes)
    own, asked = data.draw(st.sets(codes, max_size=3)), data.draw(codes)
    role = data.draw(st.sampled_from([Role.HOLDER, Role.CLERK]))
    parents = {u.code: u.parent for u in units}
    above, at = set(), asked
    while at:
        above.add(at)
        at = parents[at]
    asking = Viewer(person="Li", actor="a1", role=role, spans=tuple(map(tree.interval, own)))
    assert allowed(asking, Action.SEE, tree.interval(asked)) is bool(above & own)
