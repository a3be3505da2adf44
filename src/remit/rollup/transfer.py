"""Bits carried over from one layout to another: after a change of the tree, of duties or of the calendar.

What a unit did counts in the same windows as before wherever its windows of a duty are the same; only the rest has
to be counted from records again.
"""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray

from remit.rollup.layout import Bits, Layout, Series
from remit.rollup.state import State

__all__ = ["carry_over"]


def carry_over(old: State, new: State, came_from: NDArray[np.int64]) -> dict[str, NDArray[np.int64]]:
    """Set the bits of a state in which nothing is done from those of another one.

    `came_from` is the old position of each unit, -1 for one that is new. Returns, by duty, the positions of the units
    of which that duty is to be counted again.
    """
    before, after = _signs(old.layout), _signs(new.layout)
    classes = np.where(came_from >= 0, old.classes.of[came_from], -1).astype(np.int64)
    both = np.stack([classes, new.classes.of.astype(np.int64)])
    pairs, of = np.unique(both, axis=1, return_inverse=True)
    of = of.reshape(-1)
    again: dict[str, list[int]] = {}
    stays = np.zeros((pairs.shape[1], new.layout.words), np.uint64)
    moves: dict[tuple[int, int], list[int]] = {}
    for number, (one, other) in enumerate(pairs.T.tolist()):
        known = before[one] if one >= 0 else {}
        for duty, (sign, columns) in after[other].items():
            if duty not in known or known[duty][0] != sign:
                again.setdefault(duty, []).append(number)
                continue
            for source, target in zip(known[duty][1], columns, strict=True):
                if source == target:
                    stays[number, target // 64] |= np.uint64(1 << target % 64)
                else:
                    moves.setdefault((source, target), []).append(number)
    for plane, into in ((old.done, new.done), (old.in_time, new.in_time)):
        for word in range(min(len(plane), len(into))):
            into[word] = plane[word][came_from] & stays[of, word]
        for (source, target), numbers in moves.items():
            _move(plane, into, source, target, _units(of, numbers), came_from)
    return {duty: _units(of, numbers) for duty, numbers in again.items()}


def _units(of: NDArray[np.int64], numbers: list[int]) -> NDArray[np.int64]:
    wanted = np.zeros(int(of.max(initial=0)) + 1, np.bool_)
    wanted[numbers] = True
    return np.flatnonzero(wanted[of])


def _move(
    plane: Bits, into: Bits, source: int, target: int, units: NDArray[np.int64], came_from: NDArray[np.int64]
) -> None:
    bits = plane[source // 64][came_from[units]] >> np.uint64(source % 64) & np.uint64(1)
    into[target // 64, units] |= bits << np.uint64(target % 64)


Sign = tuple[Hashable, ...]


def _signs(layout: Layout) -> list[dict[str, tuple[Sign, list[int]]]]:
    """Return, by class and duty, all that the bits of its windows follow from, and these windows' columns."""
    return [
        {
            duty: (
                tuple(_sign(one, layout) for one in every),
                [c for one in every for c in one.columns if c >= 0],
            )
            for duty, every in series.items()
        }
        for series in layout.series
    ]


def _sign(series: Series, layout: Layout) -> Hashable:
    shown = tuple(
        (layout.columns[c].window, layout.columns[c].limit) if c >= 0 else None for c in series.columns
    )
    return series.opens, series.needed, series.end, series.together, shown
