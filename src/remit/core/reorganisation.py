"""How units are renamed, moved, merged, split and closed: each decided purely, dated, and refused with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from remit.core.lineage import ancestors_on, unit_on
from remit.core.post import ChangeKind, Directory, Holder, Post, Unit, UnitChange
from remit.core.problem import Place, Problem, error

__all__ = [
    "Intent",
    "Reorganisation",
    "close_unit",
    "merge_unit",
    "move_unit",
    "reclassify_unit",
    "rename_unit",
    "reorganise",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A change that somebody wants: `to` is the name, kind, superior or unit merged into, `parts` are split off."""

    what: ChangeKind
    unit: str
    day: date
    to: str = ""
    parts: tuple[Unit, ...] = ()


def reorganise(directory: Directory, intent: Intent, *, today: date) -> Reorganisation:
    """Decide a change, whichever it is. `directory` has to hold the units concerned, what is above and directly below
    them, and what was.
    """
    code, day = intent.unit, intent.day
    match intent.what:
        case ChangeKind.RENAMED:
            return rename_unit(directory, code, name=intent.to, day=day, today=today)
        case ChangeKind.MOVED:
            return move_unit(directory, code, parent=intent.to, day=day, today=today)
        case ChangeKind.RECLASSIFIED:
            return reclassify_unit(directory, code, kind=intent.to, day=day, today=today)
        case ChangeKind.MERGED:
            return merge_unit(directory, code, into=intent.to, day=day, today=today)
        case ChangeKind.SPLIT:
            return split_unit(directory, code, parts=intent.parts, day=day, today=today)
    return close_unit(directory, code, day=day, today=today)


def rename_unit(directory: Directory, code: str, *, name: str, day: date, today: date) -> Reorganisation:
    """Give a unit another name from a day on."""
    return _alter(directory, code, ChangeKind.RENAMED, name.strip(), day, today)


def reclassify_unit(directory: Directory, code: str, *, kind: str, day: date, today: date) -> Reorganisation:
    """Make a unit one of another kind from a day on."""
    return _alter(directory, code, ChangeKind.RECLASSIFIED, kind.strip(), day, today)


def move_unit(directory: Directory, code: str, *, parent: str, day: date, today: date) -> Reorganisation:
    """Put a unit, and all below it, under another one from a day on."""
    problems = [*_unknown(directory, parent, day)]
    if not problems and _ever_above(directory, code, parent, day):
        problems.append(
            error(
                "move-loop",
                "'{parent}' is '{code}' itself, or was below it on {day} or later.",
                "Choose a superior outside the unit.",
                at=Place(ref=code),
                code=code,
                parent=parent,
                day=day,
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
    problems = (*_unfit_to_end(directory, code, day, today), *_still_below(directory, code))
    return replace(_end(directory, code, day, ChangeKind.CLOSED, ""), problems=problems)


def merge_unit(directory: Directory, code: str, *, into: str, day: date, today: date) -> Reorganisation:
    """Close a unit into another one, which from that day on has what was below it and answers for what it left open."""
    problems = [*_unfit_to_end(directory, code, day, today), *_unknown(directory, into, day)]
    if not problems and _ever_above(directory, code, into, day):
        problems.append(
            error(
                "merge-loop",
                "'{code}' cannot be merged into '{into}', which is itself, or was below it on {day} or later.",
                "Move that unit out first, or merge the other way round.",
                at=Place(ref=code),
                code=code,
                into=into,
                day=day,
            )
        )
    below = tuple(_open_below(directory, code))
    problems += [problem for unit in below for problem in _out_of_order(directory, unit.code, day)]
    if problems:
        return Reorganisation(problems=tuple(problems))
    ended = _end(directory, code, day, ChangeKind.MERGED, into)
    moved = [UnitChange(unit=u.code, day=day, kind=ChangeKind.MOVED, before=code, after=into) for u in below]
    return replace(
        ended,
        units=(*ended.units, *(replace(unit, parent=into) for unit in below)),
        changes=(*ended.changes, *moved),
    )


def split_unit(
    directory: Directory, code: str, *, parts: Iterable[Unit], day: date, today: date
) -> Reorganisation:
    """Make new units of parts of one from a day on; the unit goes on beside them until it is closed.

    A part without a superior has the unit's of that day.
    """
    problems = [*_late_or_early(directory, code, day, today)]
    unit = unit_on(directory, code, day)
    if unit is None:
        return Reorganisation(problems=tuple(problems))
    above = unit.parent
    new = tuple(replace(part, since=day, until=None, parent=part.parent or above) for part in parts)
    taken = set(directory.units)
    for part in new:
        if not part.code.strip() or part.code != part.code.strip() or not part.name.strip():
            problems.append(_unnamed(code))
        if part.code in taken:
            problems.append(
                error(
                    "split-code",
                    "There is a unit '{code}' already.",
                    "Give the new unit another code.",
                    at=Place(ref=part.code),
                    code=part.code,
                )
            )
        taken.add(part.code)
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


def _unnamed(code: str) -> Problem:
    return error(
        "split-unnamed",
        "A part of '{code}' has no name, or no code without spaces around it.",
        "Give every new unit a code and a name.",
        at=Place(ref=code),
        code=code,
    )


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


def _ever_above(directory: Directory, code: str, other: str, day: date) -> bool:
    """Return whether a unit is another one, or was above it on a day or on any later one."""
    later = {c.day for changes in directory.changes_of.values() for c in changes if c.day > day}
    return code == other or any(code in ancestors_on(directory, other, then) for then in (day, *later))


def _unfit_to_end(directory: Directory, code: str, day: date, today: date) -> Iterator[Problem]:
    """A unit may end on a day only if nothing that is known of later days rests on it."""
    yield from _late_or_early(directory, code, day, today)
    yield from _out_of_order(directory, code, day)
    for post in directory.posts_of.get(code, ()):
        begun = [post.since, *(one.since for one in directory.holders_of.get(post.code, ()))]
        later = max((since for since in begun if since is not None and since >= day), default=None)
        if later is not None:
            yield error(
                "end-before-post",
                "The post '{post}' was made or filled on {later}, and '{code}' would have ended by then.",
                "Give a day after {later}.",
                at=Place(ref=code),
                post=post.code,
                later=later,
                code=code,
            )
    for unit, later in _below_later(directory, code, day):
        yield error(
            "end-before-unit",
            "'{unit}' was below '{code}' until {later} or came there on that day.",
            "Give a day after {later}.",
            at=Place(ref=code),
            unit=unit,
            code=code,
            later=later,
        )


def _below_later(directory: Directory, code: str, day: date) -> Iterator[tuple[str, date]]:
    """Yield the units that ended or began below a unit, or left it, after a day; and when."""
    for child in directory.tree.children(code) if code in directory.tree else ():
        unit = directory.units[child]
        if unit.until is not None and unit.until >= day:
            yield child, unit.until
        elif unit.until is None and unit.since is not None and unit.since > day:
            yield child, unit.since
    for changes in directory.changes_of.values():
        for change in changes:
            if change.kind is ChangeKind.MOVED and change.before == code and change.day > day:
                yield change.unit, change.day


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
