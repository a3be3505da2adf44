"""The organisation: units in a tree, posts in units, holders of posts by date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from remit.core.duty import Degree

__all__ = ["Holder", "Organisation", "Post", "Unit"]


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
