"""A snapshot gives back the state it was made of, and a damaged one is never read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import remit.rollup.snapshot as kept
from remit.rollup.snapshot import SnapshotError, pack, read_about, unpack
from tests.rollup.test_state import World, worlds


def packed(world: World) -> bytearray:
    ends = np.array(world.directory.tree.ends)
    return bytearray(b"".join(pack(world.settled(), {"seq": "7"}, {"ends": ends})))


@settings(max_examples=20)
@given(worlds())
def test_a_snapshot_gives_the_state_back(world: World) -> None:
    state, data = world.settled(), packed(world)
    back = unpack(memoryview(data))
    assert (back.about, back.arrays["ends"].tolist()) == ({"seq": "7"}, list(world.directory.tree.ends))
    assert back.state.layout.columns == state.layout.columns
    assert back.state.layout.series == state.layout.series
    assert back.state.beside == state.beside
    assert np.array_equal(back.state.count(world.day), state.count(world.day))
    back.state.add(0, next(iter(back.state.layout.series[0]), "r/d0"), world.day.toordinal())


@settings(max_examples=40)
@given(worlds(), st.data())
def test_no_damaged_snapshot_is_read(world: World, data: st.DataObject) -> None:
    whole = packed(world)
    told = unpack(memoryview(bytearray(whole))).state
    at = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        del whole[at:]
    else:
        whole[at] ^= 1 << data.draw(st.integers(0, 7))
    try:
        back = unpack(memoryview(whole)).state
    except SnapshotError:
        return
    assert np.array_equal(back.count(world.day), told.count(world.day))  # what fills up holds nothing


@pytest.mark.parametrize("data", [b"", b"remit roll 1\n", b"remit roll 0\n" + bytes(64), bytes(200)])
def test_other_bytes_are_no_snapshot(data: bytes) -> None:
    for reading in (read_about, unpack):
        with pytest.raises(SnapshotError):
            reading(memoryview(bytearray(data)))


@settings(max_examples=20)
@given(worlds())
def test_a_snapshot_of_another_release_is_none(world: World) -> None:
    data = packed(world)
    assert read_about(memoryview(data)) == {"seq": "7"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "__version__", "0.0.1")
        with pytest.raises(SnapshotError):
            unpack(memoryview(data))
