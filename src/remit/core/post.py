"""The organisation: units in a tree, posts in units, holders of posts by date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from remit.core.duty import Degree

__all__ = ["Directory", "Holder", "Organisation", "Post", "Tree", "Unit", "build_tree", "index_organisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An institution or a part of one. `parent` is a unit code, empty for the root; `kind` a word such as school."""

    code: str
    name: str
    parent: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office that answers. `code` is unique (default `UNIT/title`); `portfolio` names the subjects it covers."""

    code: str
    unit: str
    title: str
    degree: Degree
    portfolio: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a post: from `since` to `until`, both days included; `until` None while it lasts."""

    post: str
    person: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Units, posts and holders, in the order given."""

    units: tuple[Unit, ...] = ()
    posts: tuple[Post, ...] = ()
    holders: tuple[Holder, ...] = ()


Row = TypeVar("Row", Unit, Post)


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """The units in preorder: position `p`'s subtree is the interval `[p, ends[p])`.

    `parents` holds positions (-1 at a root), `depths` count from 0, `positions` maps a code to its position.
    Asking for a code that is not in the tree raises KeyError; `code in tree` tells.
    """

    codes: tuple[str, ...]
    ends: tuple[int, ...]
    parents: tuple[int, ...]
    depths: tuple[int, ...]
    positions: Mapping[str, int]

    def __contains__(self, code: object) -> bool:
        return code in self.positions

    def interval(self, code: str) -> tuple[int, int]:
        """Return the half-open interval of positions of a unit's subtree, itself first."""
        position = self.positions[code]
        return position, self.ends[position]

    def subtree(self, code: str) -> tuple[str, ...]:
        """Return the unit and everything below it, in preorder."""
        low, high = self.interval(code)
        return self.codes[low:high]

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Return the units above a unit, nearest first, itself not included."""
        found = []
        position = self.parents[self.positions[code]]
        while position >= 0:
            found.append(self.codes[position])
            position = self.parents[position]
        return tuple(found)

    def children(self, code: str) -> tuple[str, ...]:
        """Return the units directly below a unit, in the order given."""
        found = []
        position, end = self.interval(code)
        position += 1
        while position < end:
            found.append(self.codes[position])
            position = self.ends[position]
        return tuple(found)

    def depth(self, code: str) -> int:
        """Return how many units are above a unit."""
        return self.depths[self.positions[code]]


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """An organisation ready to be asked: its tree, and units, posts and holders by code.

    Of rows with the same code the first counts. `posts_of` is by unit, `holders_of` by post, in the order given.
    """

    tree: Tree
    units: Mapping[str, Unit]
    posts: Mapping[str, Post]
    posts_of: Mapping[str, tuple[Post, ...]]
    holders_of: Mapping[str, tuple[Holder, ...]]

    def holders_on(self, post: str, day: date) -> tuple[Holder, ...]:
        """Return who holds a post on a day: none where it is vacant, more than one where the rows overlap."""
        return tuple(
            holder
            for holder in self.holders_of.get(post, ())
            if holder.since <= day and (holder.until is None or day <= holder.until)
        )


def build_tree(units: tuple[Unit, ...]) -> Tree:
    """Return the tree of the units, children in the order given; linear in their number.

    Never fails: a unit whose parent is unknown counts as a root; units in a loop, and those below them, are left out.
    `organisation_problems` names them.
    """
    known = _first_by_code(units)
    children: dict[str, list[str]] = {code: [] for code in known}
    roots: list[str] = []
    for unit in known.values():
        (children[unit.parent] if unit.parent and unit.parent in known else roots).append(unit.code)
    codes: list[str] = []
    parents: list[int] = []
    depths: list[int] = []
    waiting = [(code, -1) for code in reversed(roots)]
    while waiting:
        code, parent = waiting.pop()
        waiting += [(child, len(codes)) for child in reversed(children[code])]
        codes.append(code)
        parents.append(parent)
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
    ends = list(range(1, len(codes) + 1))
    for position in range(len(codes) - 1, -1, -1):
        parent = parents[position]
        if parent >= 0:
            ends[parent] = max(ends[parent], ends[position])
    positions = {code: position for position, code in enumerate(codes)}
    return Tree(tuple(codes), tuple(ends), tuple(parents), tuple(depths), positions)


def index_organisation(organisation: Organisation) -> Directory:
    """Return the organisation ready to be asked. Build it once and hand it on."""
    posts = _first_by_code(organisation.posts)
    posts_of: dict[str, list[Post]] = {}
    for post in posts.values():
        posts_of.setdefault(post.unit, []).append(post)
    holders_of: dict[str, list[Holder]] = {}
    for holder in organisation.holders:
        holders_of.setdefault(holder.post, []).append(holder)
    return Directory(
        tree=build_tree(organisation.units),
        units=_first_by_code(organisation.units),
        posts=posts,
        posts_of={unit: tuple(found) for unit, found in posts_of.items()},
        holders_of={post: tuple(found) for post, found in holders_of.items()},
    )


def _first_by_code(rows: tuple[Row, ...]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row.code, row)
    return found
