"""What taking in lists would do to the organisation that is there: decided on values, and nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import msgspec

from remit.core.establishment import organisation_problems
from remit.core.post import (
    ChangeKind,
    Group,
    Holder,
    Organisation,
    Post,
    Tree,
    Unit,
    UnitChange,
    build_tree,
)
from remit.core.problem import Problem, error
from remit.store import screening

__all__ = ["LISTS", "LIST_NAMES", "Change", "Count", "Difference", "differences", "lasting", "plan"]

Value = Unit | Post | Holder | Group
_Rows = dict[str, tuple[Any, ...]]  # by list, each with the values of its name
LISTS = ("units", "posts", "holders", "groups")
"""The lists of an organisation, by the name of the field."""
LIST_NAMES: Mapping[str, str] = {
    "units": "Units",
    "posts": "Posts",
    "holders": "Holders",
    "groups": "Leading groups",
}
"""What the lists are called: message ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many rows of a list are new, different from what is there, or as they are there."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an import would do: the rows that are new or different, what these were, the tree they give, what is wrong.

    `changed.changes` tell what units were before, so that past days keep their answers. `counts` are by list. The
    `digest` is that of all rows that would be written: two plans with the same do the same.
    """

    changed: Organisation
    before: Organisation
    tree: Tree
    problems: tuple[Problem, ...]
    counts: Mapping[str, Count]

    @property
    def digest(self) -> str:
        """The SHA-256 of what would be written."""
        return hashlib.sha256(msgspec.json.encode(self.changed)).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A row that is new or different: its list, its key, and each field with its value before and after."""

    list: str
    key: str
    new: bool
    fields: tuple[tuple[str, str, str], ...]


def plan(here: Organisation, given: Organisation, *, today: date, correct: bool = False) -> Change:
    """Return what taking in `given` would do; problems count its rows, and are only about them.

    A unit, post or group is known by its code, a holder by post, person and first day. A unit under another name,
    kind or superior has these from `today`, unless the list is a correction: then it always had.
    """
    given = _completed(here, given)
    problems = screening.organisation_problems(given, known=here)
    if not problems:
        first = _beside(given, here)
        problems = tuple(_as_given(p, given) for p in organisation_problems(first) if _concerns(p, given))
    whole = _beside(here, given, replaced=True)
    old = {name: {_key(one): one for one in getattr(here, name)} for name in LISTS}
    changed: _Rows = {name: _changed(getattr(given, name), old[name]) for name in LISTS}
    before: _Rows = {name: _old(changed[name], old[name]) for name in LISTS}
    told = () if correct else _told(before["units"], changed["units"], today)
    counts = {name: _count(given, name, changed[name], before[name]) for name in LISTS}
    return Change(
        changed=Organisation(**changed, changes=told),
        before=Organisation(**before),
        tree=build_tree(whole.units),
        problems=problems,
        counts=counts,
    )


def lasting(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that stand whatever rows could not be read: those that say something is missing do not."""
    return tuple(problem for problem in problems if problem.code not in _MISSING)


_MISSING = {
    *("organisation-empty", "unit-orphan", "unit-roots", "post-unit", "post-covers"),
    *("holder-post", "group-unknown"),
}


def differences(change: Change, first: int = 0, last: int | None = None) -> Iterator[Difference]:
    """Yield what is new or different, list by list, from one place to another."""
    before = {(name, _key(one)): one for name in LISTS for one in getattr(change.before, name)}
    rows = [(name, one) for name in LISTS for one in getattr(change.changed, name)]
    for name, one in rows[first:last]:
        was = before.get((name, _key(one)))
        yield Difference(
            list=name, key=" ".join(_key(one)), new=was is None, fields=tuple(_compared(was, one))
        )


def _compared(was: Value | None, one: Value) -> Iterator[tuple[str, str, str]]:
    for column in fields(one):
        old, new = _said(getattr(was, column.name, "")), _said(getattr(one, column.name))
        if old != new:
            yield column.name, old, new


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(": ".join(map(str, one)) if isinstance(one, tuple) else str(one) for one in value)
    if isinstance(value, bool):
        return "✓" if value else ""
    return "" if value is None else str(value)


def _key(one: Value) -> tuple[str, ...]:
    if isinstance(one, Holder):
        return one.post, one.person, one.since.isoformat()
    return (one.code,)


def _completed(here: Organisation, given: Organisation) -> Organisation:
    """Fill in what lists do not say and is known: days and words of units, days and covered units of posts."""
    units = {unit.code: unit for unit in here.units}
    posts = {post.code: post for post in here.posts}
    return replace(
        given,
        units=tuple(_filled_unit(units.get(one.code), one) for one in given.units),
        posts=tuple(_filled_post(posts.get(one.code), one) for one in given.posts),
    )


def _filled_unit(old: Unit | None, new: Unit) -> Unit:
    if old is None or old == new:
        return new
    return replace(new, tags=new.tags or old.tags, since=new.since or old.since, until=new.until or old.until)


def _filled_post(old: Post | None, new: Post) -> Post:
    if old is None or old == new:
        return new
    return replace(
        new, covers=new.covers or old.covers, since=new.since or old.since, until=new.until or old.until
    )


def _beside(first: Organisation, second: Organisation, *, replaced: bool = False) -> Organisation:
    """Return the rows of the first, twice where they come twice, and those of the second with another key.

    `replaced`: rows that both have are the second's, in the place of the first's.
    """
    found: _Rows = {}
    for name in LISTS:
        ours, theirs = getattr(first, name), getattr(second, name)
        if replaced:
            found[name] = tuple(
                ({_key(one): one for one in ours} | {_key(one): one for one in theirs}).values()
            )
        else:
            known = {_key(one) for one in ours}
            found[name] = (*ours, *(one for one in theirs if _key(one) not in known))
    return Organisation(**found)


def _concerns(problem: Problem, given: Organisation) -> bool:
    """Return whether a problem is about a row that is given, or about the whole."""
    name = next((one for one in LISTS if problem.code.startswith(one.removesuffix("s"))), "")
    rows = [int(value) for key, value in problem.values if key in ("row", "other") and value.isdecimal()]
    return not name or not rows or any(row <= len(getattr(given, name)) for row in rows)


def _as_given(problem: Problem, given: Organisation) -> Problem:
    """Return a problem of two rows, of which one is not given but there already, as one of the given row."""
    values = dict(problem.values)
    name = next((one for one in LISTS if problem.code.startswith(one.removesuffix("s"))), "")
    if not name or "other" not in values:
        return problem
    count = len(getattr(given, name))
    ours = next(row for row in (values["row"], values["other"]) if int(row) <= count)
    if max(int(values["row"]), int(values["other"])) <= count:
        return problem
    if problem.code == "holder-overlap":
        return error(
            "holder-overlap",
            "Row {row} gives '{post}' to somebody on {since}, and somebody who is there already holds it then.",
            "Give the row of the earlier one as well, with a last day before the other begins.",
            at=problem.place,
            row=ours,
            post=values["post"],
            since=values["since"],
        )
    code, same = values["code"], values.get("same", "")
    return error(
        problem.code,
        "Code '{code}' in row {row} differs from '{same}', which is there already, only in spaces or capital letters.",
        "Write it the same way everywhere, or give one of them another code.",
        at=problem.place,
        code=code if ours == values["row"] else same,
        row=ours,
        same=same if ours == values["row"] else code,
    )


def _changed(given: Iterable[Value], old: Mapping[tuple[str, ...], Value]) -> tuple[Value, ...]:
    last = {_key(one): one for one in given}
    return tuple(one for key, one in last.items() if old.get(key) != one)


def _old(changed: Iterable[Value], old: Mapping[tuple[str, ...], Value]) -> tuple[Value, ...]:
    return tuple(old[_key(one)] for one in changed if _key(one) in old)


def _told(before: Iterable[Unit], changed: Iterable[Unit], today: date) -> tuple[UnitChange, ...]:
    """Return what the units that are there were before they are as given."""
    new = {unit.code: unit for unit in changed}
    aspects: tuple[tuple[ChangeKind, Callable[[Unit], str]], ...] = (
        (ChangeKind.RENAMED, lambda unit: unit.name),
        (ChangeKind.MOVED, lambda unit: unit.parent),
        (ChangeKind.RECLASSIFIED, lambda unit: unit.kind),
    )
    return tuple(
        UnitChange(unit=was.code, day=today, kind=kind, before=told(was), after=told(new[was.code]))
        for was in before
        for kind, told in aspects
        if told(was) != told(new[was.code])
    )


def _count(given: Organisation, name: str, changed: tuple[Value, ...], before: tuple[Value, ...]) -> Count:
    return Count(
        new=len(changed) - len(before),
        changed=len(before),
        unchanged=len(getattr(given, name)) - len(changed),
    )
