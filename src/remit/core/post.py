"""The organisation: units in a tree, posts in units, holders of posts by date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from remit.core.duty import Degree

__all__ = [
    "ChangeKind",
    "Directory",
    "Group",
    "Holder",
    "Organisation",
    "Post",
    "Seat",
    "Tree",
    "Unit",
    "UnitChange",
    "build_tree",
    "index_organisation",
    "join_organisations",
    "lasts_on",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An institution or a part of one, as it is now; what it was before is told by the `UnitChange`s.

    `parent` is a unit code, empty for the root; `kind` a word such as school; `tags` further words to find it by. It
    exists from `since` to `until`, both days included; None: always has, and still does. A closed unit keeps its place.
    """

    code: str
    name: str
    parent: str = ""
    kind: str = ""
    tags: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


class ChangeKind(StrEnum):
    """What happened to a unit on a day."""

    RENAMED = "renamed"
    MOVED = "moved"  # under another unit
    RECLASSIFIED = "reclassified"  # of another kind
    MERGED = "merged"  # into another unit, which takes over what it answered for
    SPLIT = "split"  # a part of it became another unit
    CLOSED = "closed"  # without a successor


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange:
    """A dated change of a unit; `day` is the first day of the new state.

    `before` and `after` are names, parent codes or kinds. `after` is the unit merged into, or the one split off.
    """

    unit: str
    day: date
    kind: ChangeKind
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office that answers. `code` is unique (default `UNIT/title`); `portfolio` names the subjects it covers.

    `covers` are codes of units the portfolio is limited to, each with all below it; empty: no limit. The post exists
    from `since` to `until`, both days included.
    """

    code: str
    unit: str
    title: str
    degree: Degree
    portfolio: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a post: from `since` to `until`, both days included; `until` None while it lasts.

    `acting` says that the person stands in for a holder to be named (代理, 主持工作).
    """

    post: str
    person: str
    since: date
    until: date | None = None
    acting: bool = False


class Seat(StrEnum):
    """A place in a leading group."""

    CHAIR = "chair"
    VICE = "vice"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A leading group of a unit: `seats` pairs a seat with the code of the post that fills it, chair first.

    `office` is the code of the unit or post in which its office is seated, empty where it has none.
    """

    code: str
    unit: str
    title: str
    seats: tuple[tuple[Seat, str], ...] = ()
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Units, posts, holders and leading groups, in the order given, and what happened to units, by day."""

    units: tuple[Unit, ...] = ()
    posts: tuple[Post, ...] = ()
    holders: tuple[Holder, ...] = ()
    groups: tuple[Group, ...] = ()
    changes: tuple[UnitChange, ...] = ()


def lasts_on(thing: Unit | Post | Holder, day: date) -> bool:
    """Return whether a unit, a post or the holding of one lasts on a day: `since` and `until` are included."""
    return (thing.since is None or thing.since <= day) and (thing.until is None or day <= thing.until)


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

    Of rows with the same code the first counts. `posts_of` is by unit, `holders_of` by post, in the order given;
    `changes_of` by unit, latest first. `unsettled` are the units of which the day decides whether they existed, of what
    kind they were, or what was above them.
    """

    tree: Tree
    units: Mapping[str, Unit]
    posts: Mapping[str, Post]
    posts_of: Mapping[str, tuple[Post, ...]]
    holders_of: Mapping[str, tuple[Holder, ...]]
    changes_of: Mapping[str, tuple[UnitChange, ...]]
    unsettled: frozenset[str]

    def holders_on(self, post: str, day: date) -> tuple[Holder, ...]:
        """Return who holds a post on a day: none where it is vacant, more than one where the rows overlap."""
        return tuple(holder for holder in self.holders_of.get(post, ()) if lasts_on(holder, day))


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


def join_organisations(*parts: Organisation) -> Organisation:
    """Return parts of one organisation as one; of a row that several have, the first is kept."""
    return Organisation(
        units=tuple(_first_by_code(tuple(one for part in parts for one in part.units)).values()),
        posts=tuple(_first_by_code(tuple(one for part in parts for one in part.posts)).values()),
        holders=tuple(dict.fromkeys(one for part in parts for one in part.holders)),
        groups=tuple(dict.fromkeys(one for part in parts for one in part.groups)),
        changes=tuple(dict.fromkeys(one for part in parts for one in part.changes)),
    )


def index_organisation(organisation: Organisation) -> Directory:
    """Return the organisation ready to be asked. Build it once and hand it on."""
    posts = _first_by_code(organisation.posts)
    posts_of: dict[str, list[Post]] = {}
    for post in posts.values():
        posts_of.setdefault(post.unit, []).append(post)
    holders_of: dict[str, list[Holder]] = {}
    for holder in organisation.holders:
        holders_of.setdefault(holder.post, []).append(holder)
    changes_of: dict[str, list[UnitChange]] = {}
    for change in sorted(organisation.changes, key=lambda one: one.day)[::-1]:
        changes_of.setdefault(change.unit, []).append(change)
    tree = build_tree(organisation.units)
    return Directory(
        tree=tree,
        units=_first_by_code(organisation.units),
        posts=posts,
        posts_of={unit: tuple(found) for unit, found in posts_of.items()},
        holders_of={post: tuple(found) for post, found in holders_of.items()},
        changes_of={unit: tuple(found) for unit, found in changes_of.items()},
        unsettled=_unsettled(organisation, tree),
    )


def _unsettled(organisation: Organisation, tree: Tree) -> frozenset[str]:
    found = {unit.code for unit in organisation.units if unit.since is not None or unit.until is not None}
    for change in organisation.changes:
        if change.kind is ChangeKind.MOVED and change.unit in tree:
            found.update(tree.subtree(change.unit))
        elif change.kind is ChangeKind.RECLASSIFIED:
            found.add(change.unit)
    return frozenset(found)


def _first_by_code(rows: tuple[Row, ...]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row.code, row)
    return found
