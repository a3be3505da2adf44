"""Bits carried over to another layout, and the rest counted again, are what a count of everything gives."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.record import split_reference
from remit.rollup.state import Deeds, State
from remit.rollup.transfer import carry_over
from tests.rollup.test_state import World, worlds


def deeds(world: World, unit: str, duty: str) -> Deeds:
    found = []
    for record in world.records:
        for reference in dict.fromkeys(record.meets):
            name, window = split_reference(reference)
            if (record.unit, name) == (unit, duty) and record.day <= world.day:
                found.append((record.day.toordinal(), record.ref, window))
    return Deeds(tuple(found))


def carried(old: World, new: World) -> tuple[State, int]:
    """The state of a world from that of another one, and how many counts that took."""
    before, empty = old.settled(), new.settled([])
    state = State.empty(empty.layout, empty.classes)
    codes = new.directory.tree.codes
    came_from = np.array([old.directory.tree.positions.get(code, -1) for code in codes])
    again = carry_over(before, state, came_from)
    for duty, positions in again.items():
        for at in positions.tolist():
            state.recount(at, duty, deeds(new, codes[at], duty))
    return state, sum(map(len, again.values()))


@settings(max_examples=60)
@given(worlds(), worlds(), st.integers(0, 3))
def test_it_is_the_same_as_counting_everything(old: World, other: World, kept: int) -> None:
    adoptions = [*old.adoptions[:kept], *other.adoptions] if kept else old.adoptions
    new = replace(other, adoptions=adoptions, records=old.records, day=old.day)
    state, _ = carried(old, new)
    whole = new.settled()
    assert np.array_equal(state.done, whole.done)
    assert np.array_equal(state.in_time, whole.in_time)


@settings(max_examples=30)
@given(worlds())
def test_where_nothing_has_changed_nothing_is_counted_again(world: World) -> None:
    state, counted = carried(world, world)
    whole = world.settled()
    assert counted == 0
    assert np.array_equal(state.done, whole.done)
    assert np.array_equal(state.in_time, whole.in_time)
