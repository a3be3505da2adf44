"""How units are renamed, moved, merged, split and closed: each decided purely, dated, and refused with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from remit.core.lineage import unit_on
from remit.core.post import ChangeKind, Directory, Holder, Post, Unit, UnitChange
from remit.core.problem import Place, Problem, error

__all__ = [
    "Reorganisation",
    "close_unit",
    "merge_unit",
    "move_unit",
    "reclassify_unit",
    "rename_unit",
    "split_unit",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reorganisation:
    """What a change of the organisation does: rows as they are afterwards, what is told of the past, what is wrong.

    With problems nothing is to be kept. `holders` and `posts` are those that end with their unit.
    """

    units: tuple[Unit, ...] = ()
    posts: tuple[Post, ...] = ()
    holders: tuple[Holder, ...] = ()
    changes: tuple[UnitChange, ...] = ()
    problems: tuple[Problem, ...] = ()


def rename_unit(directory: Directory, code: str, *, name: str, day: date, today: date) -> Reorganisation:
    """Give a unit another name from a day on."""
    return _alter(directory, code, ChangeKind.RENAMED, name.strip(), day, today)


def reclassify_unit(directory: Directory, code: str, *, kind: str, day: date, today: date) -> Reorganisation:
    """Make a unit one of another kind from a day on."""
    return _alter(directory, code, ChangeKind.RECLASSIFIED, kind.strip(), day, today)


def move_unit(directory: Directory, code: str, *, parent: str, day: date, today: date) -> Reorganisation:
    """Put a unit, and all below it, under another one from a day on."""
    problems = [*_unknown(directory, parent, day)]
    if not problems and code in directory.tree and code in (parent, *directory.tree.ancestors(parent)):
        problems.append(
            error(
                "move-loop",
                "'{parent}' is '{code}' itself, or below it.",
                "Choose a superior outside the unit.",
                at=Place(ref=code),
                code=code,
                parent=parent,
            )
        )
    if code in directory.units and not directory.units[code].parent:
        problems.append(
            error(
                "move-root",
                "'{code}' is the root, above which there is nothing.",
                "Move another unit.",
                at=Place(ref=code),
                code=code,
            )
        )
    found = _alter(directory, code, ChangeKind.MOVED, parent, day, today)
    return replace(found, problems=(*problems, *found.problems))


def close_unit(directory: Directory, code: str, *, day: date, today: date) -> Reorganisation:
    """Close a unit: `day` is the first without it. Its posts end; for what it left open its superior answers."""
    problems = (*_late_or_early(directory, code, day, today), *_still_below(directory, code))
    return replace(_end(directory, code, day, ChangeKind.CLOSED, ""), problems=problems)


def merge_unit(directory: Directory, code: str, *, into: str, day: date, today: date) -> Reorganisation:
    """Close a unit into another one, which from that day on has what was below it and answers for what it left open."""
    problems = [*_late_or_early(directory, code, day, today), *_unknown(directory, into, day)]
    if not problems and code in (into, *directory.tree.ancestors(into)):
        problems.append(
            error(
                "merge-loop",
                "'{code}' cannot be merged into '{into}', which is itself or below it.",
                "Move that unit out first, or merge the other way round.",
                at=Place(ref=code),
                code=code,
                into=into,
            )
        )
    if problems:
        return Reorganisation(problems=tuple(problems))
    ended = _end(directory, code, day, ChangeKind.MERGED, into)
    below = [unit for unit in _open_below(directory, code) if unit.code != into]
    moved = [UnitChange(unit=u.code, day=day, kind=ChangeKind.MOVED, before=code, after=into) for u in below]
    problems += [problem for unit in below for problem in _out_of_order(directory, unit.code, day)]
    return replace(
        ended,
        units=(*ended.units, *(replace(unit, parent=into) for unit in below)),
        changes=(*ended.changes, *moved),
        problems=tuple(problems),
    )


def split_unit(
    directory: Directory, code: str, *, parts: Iterable[Unit], day: date, today: date
) -> Reorganisation:
    """Make new units of parts of one from a day on; the unit goes on beside them until it is closed."""
    new = tuple(
        replace(part, since=day, parent=part.parent or directory.units[code].parent) for part in parts
    )
    problems = [*_late_or_early(directory, code, day, today)]
    for part in new:
        if part.code in directory.units:
            problems.append(
                error(
                    "split-code",
                    "There is a unit '{code}' already.",
                    "Give the new unit another code.",
                    at=Place(ref=part.code),
                    code=part.code,
                )
            )
        problems += _unknown(directory, part.parent, day)
    told = [UnitChange(unit=code, day=day, kind=ChangeKind.SPLIT, after=part.code) for part in new]
    return Reorganisation(units=new, changes=tuple(told), problems=tuple(problems))


def _alter(
    directory: Directory, code: str, kind: ChangeKind, after: str, day: date, today: date
) -> Reorganisation:
    problems = (*_late_or_early(directory, code, day, today), *_out_of_order(directory, code, day))
    unit = directory.units.get(code)
    if unit is None:
        return Reorganisation(problems=problems)
    before = {
        ChangeKind.RENAMED: unit.name,
        ChangeKind.MOVED: unit.parent,
        ChangeKind.RECLASSIFIED: unit.kind,
    }[kind]
    if after == before or (not after and kind is not ChangeKind.RECLASSIFIED):
        nothing = error(
            "unit-unchanged",
            "'{code}' would stay as it is.",
            "Give another name, superior or kind.",
            at=Place(ref=code),
            code=code,
        )
        problems = (*problems, nothing)
    altered = {
        ChangeKind.RENAMED: replace(unit, name=after),
        ChangeKind.MOVED: replace(unit, parent=after),
        ChangeKind.RECLASSIFIED: replace(unit, kind=after),
    }[kind]
    change = UnitChange(unit=code, day=day, kind=kind, before=before, after=after)
    return Reorganisation(units=(altered,), changes=(change,), problems=problems)


def _end(directory: Directory, code: str, day: date, kind: ChangeKind, after: str) -> Reorganisation:
    if code not in directory.units:
        return Reorganisation()
    eve = day - timedelta(days=1)
    posts = [post for post in directory.posts_of.get(code, ()) if post.until is None or post.until > eve]
    held = [one for post in posts for one in directory.holders_of.get(post.code, ()) if one.since <= eve]
    return Reorganisation(
        units=(replace(directory.units[code], until=eve),),
        posts=tuple(replace(post, until=eve) for post in posts),
        holders=tuple(replace(one, until=eve) for one in held if one.until is None or one.until > eve),
        changes=(UnitChange(unit=code, day=day, kind=kind, after=after),),
    )


def _open_below(directory: Directory, code: str) -> Iterator[Unit]:
    for child in directory.tree.children(code) if code in directory.tree else ():
        if directory.units[child].until is None:
            yield directory.units[child]


def _still_below(directory: Directory, code: str) -> Iterator[Problem]:
    below = [unit.name for unit in _open_below(directory, code)]
    if below:
        yield error(
            "close-not-empty",
            "{count} units are still below '{code}': {units}.",
            "Move, merge or close them first, or merge '{code}' into another unit, which then takes them over.",
            at=Place(ref=code),
            count=len(below),
            code=code,
            units=", ".join(below[:10]) + (", …" if len(below) > 10 else ""),
        )


def _unknown(directory: Directory, code: str, day: date) -> Iterator[Problem]:
    if unit_on(directory, code, day) is None or directory.units[code].until is not None:
        yield error(
            "unit-not-there",
            "There is no unit '{code}' on {day}, or it has been closed since.",
            "Choose a unit that exists, or another day.",
            at=Place(ref=code),
            code=code,
            day=day,
        )


def _late_or_early(directory: Directory, code: str, day: date, today: date) -> Iterator[Problem]:
    unit = directory.units.get(code)
    if unit is None or unit.until is not None or (unit.since is not None and day <= unit.since):
        yield error(
            "unit-not-there",
            "There is no unit '{code}' on {day}, or it has been closed since.",
            "Choose a unit that exists, or another day.",
            at=Place(ref=code),
            code=code,
            day=day,
        )
    if day > today:
        yield error(
            "change-ahead",
            "{day} is still to come.",
            "Enter the change on the day from which it holds, or later.",
            at=Place(ref=code),
            day=day,
        )


def _out_of_order(directory: Directory, code: str, day: date) -> Iterator[Problem]:
    """History is told in order: what is known of later days would rest on a state that this change takes away."""
    later = next(iter(directory.changes_of.get(code, ())), None)
    if later is not None and later.day > day:
        yield error(
            "change-out-of-order",
            "'{code}' was changed on {later}, after {day}.",
            "Give a day from {later} on.",
            at=Place(ref=code),
            code=code,
            later=later.day,
            day=day,
        )
