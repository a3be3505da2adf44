"""How many occurrences stand how, for every unit and for everything below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from remit.core.post import Tree
from remit.core.standing import Standing, Status

__all__ = ["NodeCount", "count_standings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeCount:
    """A unit's own counts by status and those of its whole subtree, itself included; every status is a key."""

    unit: str
    depth: int
    own: Mapping[Status, int]
    subtree: Mapping[Status, int]


def count_standings(
    tree: Tree, standings: Iterable[Standing], *, depth: int | None = None
) -> tuple[NodeCount, ...]:
    """Return the counts of every unit in preorder, down to `depth` (0: roots only; None: all); linear in both.

    Deeper units are still counted in the subtrees above them. Standings of units outside the tree are left out.
    A subtree is an interval of positions, so its count is the difference of two running sums.
    """
    own = {status: [0] * len(tree.codes) for status in Status}
    for standing in standings:
        position = tree.positions.get(standing.occurrence.unit)
        if position is not None:
            own[standing.status][position] += 1
    before = {status: list(accumulate(counts, initial=0)) for status, counts in own.items()}
    return tuple(
        NodeCount(
            unit=code,
            depth=tree.depths[low],
            own={status: counts[low] for status, counts in own.items()},
            subtree={status: sums[tree.ends[low]] - sums[low] for status, sums in before.items()},
        )
        for low, code in enumerate(tree.codes)
        if depth is None or tree.depths[low] <= depth
    )
