"""What units were on another day: their names, kinds and superiors then, and who took over from those that are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from remit.core.post import (
    ChangeKind,
    Directory,
    Organisation,
    Unit,
    UnitChange,
    build_tree,
    index_organisation,
    lasts_on,
)

__all__ = [
    "ancestors_on",
    "bears_on",
    "ever_below",
    "ever_of_kind",
    "narrow_to",
    "organisation_on",
    "successor_on",
    "unit_on",
]


def unit_on(directory: Directory, code: str, day: date) -> Unit | None:
    """Return a unit as it was on a day; None where it did not exist then, or is unknown."""
    unit = directory.units.get(code)
    if unit is None or not lasts_on(unit, day):
        return None
    return _undone(unit, directory.changes_of.get(code, ()), day)


def ancestors_on(directory: Directory, code: str, day: date) -> tuple[str, ...]:
    """Return the units that were above a unit on a day, nearest first; on its last day where it is gone by then."""
    if not directory.changes_of:
        return directory.tree.ancestors(code) if code in directory.tree else ()
    found: dict[str, None] = {}
    step = _parent_on(directory, code, day)
    while step and step not in found:
        found[step] = None
        step = _parent_on(directory, step, day)
    return tuple(found)


def bears_on(
    directory: Directory, code: str, *, below: str, kinds: Collection[str] | None, day: date
) -> bool:
    """Return whether a unit existed on a day, at or below another one, and was of one of the kinds (None: of any)."""
    unit = unit_on(directory, code, day)
    if unit is None or (kinds is not None and unit.kind not in kinds):
        return False
    return code == below or below in ancestors_on(directory, code, day)


def ever_below(directory: Directory, code: str) -> tuple[str, ...]:
    """Return the unit and every unit that is or ever was below it, in preorder; linear in their number."""
    tree = directory.tree
    low, high = tree.interval(code)
    left: dict[str, list[str]] = {}
    for changes in directory.changes_of.values():
        for change in changes:
            if change.kind is ChangeKind.MOVED:
                left.setdefault(change.before, []).append(change.unit)
    if not left:
        return tree.codes[low:high]
    found = set(range(low, high))
    waiting = list(tree.codes[low:high])
    while waiting:
        for moved in left.pop(waiting.pop(), ()):
            if moved in tree:
                new = [at for at in range(*tree.interval(moved)) if at not in found]
                found.update(new)
                waiting += [tree.codes[at] for at in new]
    return tuple(tree.codes[at] for at in sorted(found))


def ever_of_kind(directory: Directory, code: str, kinds: Collection[str]) -> bool:
    """Return whether a unit is or ever was of one of the kinds."""
    if directory.units[code].kind in kinds:
        return True
    changes = directory.changes_of.get(code, ())
    return any(one.kind is ChangeKind.RECLASSIFIED and one.before in kinds for one in changes)


def organisation_on(organisation: Organisation, day: date) -> Organisation:
    """Return the organisation as it was on a day: the units that existed, where they were, and their posts then.

    Holders and groups are kept, as they carry their own days or none. Units come in the preorder of that day.
    """
    changes: dict[str, list[UnitChange]] = {}
    for change in sorted(organisation.changes, key=lambda one: one.day)[::-1]:
        changes.setdefault(change.unit, []).append(change)
    there = tuple(
        _undone(unit, changes.get(unit.code, ()), day) for unit in organisation.units if lasts_on(unit, day)
    )
    by_code = {unit.code: unit for unit in there}
    return replace(
        organisation,
        units=tuple(by_code[code] for code in build_tree(there).codes),
        posts=tuple(post for post in organisation.posts if post.unit in by_code and lasts_on(post, day)),
        changes=tuple(change for change in organisation.changes if change.day <= day),
    )


def narrow_to(directory: Directory, codes: Iterable[str]) -> Directory:
    """Return the directory of some units, with those that are or ever were above them: what their duties depend on."""
    wanted = frozenset(codes)
    found: dict[str, None] = {}
    waiting = sorted(wanted)
    while waiting:
        step = waiting.pop()
        if step in directory.units and step not in found:
            found[step] = None
            waiting.append(directory.units[step].parent)
            waiting += [c.before for c in directory.changes_of.get(step, ()) if c.kind is ChangeKind.MOVED]
    return index_organisation(
        Organisation(
            units=tuple(directory.units[one] for one in found),
            posts=tuple(post for one in found for post in directory.posts_of.get(one, ())),
            changes=tuple(c for one in found for c in reversed(directory.changes_of.get(one, ()))),
        )
    )


def successor_on(directory: Directory, code: str, day: date) -> tuple[str, UnitChange | None]:
    """Return the unit that answers on a day for what a unit owes, and the change by which it does.

    A unit that exists answers for itself. One that was merged is followed to where it went, again where that one is
    gone too; one that was closed without successor falls to its superior.
    """
    cause: UnitChange | None = None
    passed: set[str] = set()
    while code in directory.units and code not in passed and unit_on(directory, code, day) is None:
        passed.add(code)
        ended = (ChangeKind.MERGED, ChangeKind.CLOSED)
        last = next((c for c in directory.changes_of.get(code, ()) if c.kind in ended and c.day <= day), None)
        cause = cause or last
        code = (last.after if last else "") or _parent_on(directory, code, day)
    return code, cause


def _parent_on(directory: Directory, code: str, day: date) -> str:
    unit = directory.units.get(code)
    return _undone(unit, directory.changes_of.get(code, ()), day).parent if unit else ""


def _undone(unit: Unit, changes: Collection[UnitChange], day: date) -> Unit:
    """Take back, latest first, what happened to a unit after a day."""
    for change in changes:
        if change.day <= day:
            break
        if change.kind is ChangeKind.RENAMED:
            unit = replace(unit, name=change.before)
        elif change.kind is ChangeKind.MOVED:
            unit = replace(unit, parent=change.before)
        elif change.kind is ChangeKind.RECLASSIFIED:
            unit = replace(unit, kind=change.before)
    return unit
