"""How the tree of units is numbered: in preorder with room to spare, so that a unit moves without renumbering the rest.

Each unit has a number `lo`, then those of the units below it, then spare numbers up to `hi`, which is not its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import isqrt

from remit.core.post import Tree
from remit.store.access import Stretch

__all__ = ["SPARE", "lay_out", "number_tree", "spare_in"]

SPARE = 2**32  # numbers left free at the end of every unit; a million units take 2**52 of the 2**63 there are


def spare_in(room: int, count: int) -> int:
    """Return how many spare numbers each of `count` units gets in a stretch of `room` numbers; negative: no room.

    They take about the square root of what there is, so that as many can follow.
    """
    return min(SPARE, isqrt(room // count) - 1)


def lay_out(ends: Sequence[int], start: int, spare: int) -> list[Stretch]:
    """Return the numbers of units in preorder from `start` on; unit `p`'s subtree are the places `[p, ends[p])`."""
    found: list[Stretch] = []
    open_places: list[int] = []
    counter = start
    for place in range(len(ends)):
        while open_places and ends[open_places[-1]] <= place:
            counter = _close(found, open_places.pop(), counter, spare)
        found.append((counter, 0))
        open_places.append(place)
        counter += 1
    while open_places:
        counter = _close(found, open_places.pop(), counter, spare)
    return found


def number_tree(
    order: Tree, held: Mapping[str, Stretch], is_settled: Callable[[str], bool]
) -> dict[str, Stretch]:
    """Return the numbers of the units that need new ones.

    `held` are the numbers there are; `is_settled` says whether a unit that has some is still where it was. Units that
    are new or moved go to the end of their superior's stretch; where one has no room left, all are numbered anew.
    """
    settled: list[bool] = []
    for place, code in enumerate(order.codes):
        parent = order.parents[place]
        settled.append(code in held and is_settled(code) and (parent < 0 or settled[parent]))
    arrivals: dict[int, list[int]] = {}
    for place, parent in enumerate(order.parents):
        if not settled[place] and (parent < 0 or settled[parent]):
            arrivals.setdefault(parent, []).append(place)
    if -1 in arrivals:
        return _anew(order, held)
    free = {parent: held[order.codes[parent]][0] + 1 for parent in arrivals}
    for place, parent in enumerate(order.parents):
        if parent in free and settled[place]:
            free[parent] = max(free[parent], held[order.codes[place]][1])
    found: dict[str, Stretch] = {}
    for parent, places in arrivals.items():
        count = sum(order.ends[place] - place for place in places)
        spare = spare_in(held[order.codes[parent]][1] - free[parent], count)
        if spare < 0:
            return _anew(order, held)
        start = free[parent]
        for place in places:
            end = order.ends[place]
            laid = lay_out([one - place for one in order.ends[place:end]], start, spare)
            found.update(zip(order.codes[place:end], laid, strict=True))
            start = laid[0][1]
    return found


def _anew(order: Tree, held: Mapping[str, Stretch]) -> dict[str, Stretch]:
    laid = zip(order.codes, lay_out(order.ends, 0, SPARE), strict=True)
    return {code: numbers for code, numbers in laid if held.get(code) != numbers}


def _close(found: list[Stretch], place: int, counter: int, spare: int) -> int:
    found[place] = (found[place][0], counter + spare)
    return counter + spare
