"""How many occurrences stand how, for every unit and for everything below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    """
    raise NotImplementedError
