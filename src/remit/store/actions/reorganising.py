"""Units renamed, moved, merged, split and closed, each from a day on; past days keep their answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from remit.core.lineage import unit_on
from remit.core.post import ChangeKind, Directory, Organisation, Unit, index_organisation, join_organisations
from remit.core.problem import Place, Problem, error
from remit.core.reorganisation import Intent, Reorganisation, reorganise
from remit.store import load, save, screening
from remit.store.access import Action, Viewer, require
from remit.store.refusal import NotThere, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["Plan", "close", "merge", "move", "plan_change", "reclassify", "rename", "split", "tag"]

_KINDS = {
    ChangeKind.RENAMED: "unit-renamed",
    ChangeKind.RECLASSIFIED: "unit-reclassified",
    ChangeKind.MOVED: "unit-moved",
    ChangeKind.MERGED: "unit-merged",
    ChangeKind.SPLIT: "unit-split",
    ChangeKind.CLOSED: "unit-closed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a change would do to the part of the organisation that it concerns, as it is now."""

    here: Organisation
    directory: Directory
    change: Reorganisation


@action
def rename(work: Work, *, unit: str, name: str, day: date) -> Done:
    """Give a unit another name from a day on; returns its code."""
    return _done(work, Intent(what=ChangeKind.RENAMED, unit=unit, to=name, day=day))


@action
def reclassify(work: Work, *, unit: str, kind: str, day: date) -> Done:
    """Make a unit one of another kind from a day on; returns its code."""
    return _done(work, Intent(what=ChangeKind.RECLASSIFIED, unit=unit, to=kind, day=day))


@action
def move(work: Work, *, unit: str, parent: str, day: date) -> Done:
    """Put a unit and all below it under another one from a day on; returns its code."""
    return _done(work, Intent(what=ChangeKind.MOVED, unit=unit, to=parent, day=day))


@action
def merge(work: Work, *, unit: str, into: str, day: date) -> Done:
    """Close a unit into another, which from a day on answers for it and has what was below it; returns its code."""
    return replace(_done(work, Intent(what=ChangeKind.MERGED, unit=unit, to=into, day=day)), ref=into)


@action
def split(work: Work, *, unit: str, parts: Sequence[Unit], day: date) -> Done:
    """Make new units of parts of one from a day on; returns its code."""
    return _done(work, Intent(what=ChangeKind.SPLIT, unit=unit, parts=tuple(parts), day=day))


@action
def close(work: Work, *, unit: str, day: date) -> Done:
    """Close a unit: `day` is the first without it; returns its code."""
    return _done(work, Intent(what=ChangeKind.CLOSED, unit=unit, day=day))


@action
def tag(work: Work, *, unit: str, tags: Sequence[str]) -> Done:
    """Give a unit the words to find it by, instead of those it has; they have no days. Returns its code."""
    within = load.stretch(unit)
    require(work.viewer, Action.ORGANISE, within)
    words = tuple(dict.fromkeys(word for tag in tags if (word := tag.strip())))
    refuse(screening.text_problems(words))
    found = load.units((within[0], within[0] + 1))[0]
    save.reorganisation(Reorganisation(units=(replace(found, tags=words),)))
    return Done(ref=unit, kind="unit-tagged", unit=unit, payload={"unit": unit, "tags": list(words)})


def plan_change(viewer: Viewer, intent: Intent, *, today: date) -> Plan:
    """Return what a change would do, and change nothing.

    Whoever changes units keeps the organisation of every one concerned.
    """
    require(viewer, Action.ORGANISE, load.stretch(intent.unit))
    refuse(_screened(intent))
    here = _around(intent)
    directory = index_organisation(here)
    if intent.unit not in directory.units:
        raise NotThere(intent.unit)
    for code in _concerned(intent, directory):
        require(viewer, Action.ORGANISE, load.stretch(code))
    change = reorganise(directory, intent, today=today)
    taken = sorted(load.codes_known(part.code for part in intent.parts) - directory.units.keys())
    problems = (*change.problems, *(_taken(code) for code in taken))
    return Plan(here=here, directory=directory, change=replace(change, problems=problems))


def _done(work: Work, intent: Intent) -> Done:
    change = plan_change(work.viewer, intent, today=work.today).change
    refuse(change.problems)
    save.reorganisation(change)
    payload = {
        "changes": [msgspec.to_builtins(one) for one in change.changes],
        "units": [msgspec.to_builtins(one) for one in change.units],
        "posts-ended": [one.code for one in change.posts],
    }
    return Done(ref=intent.unit, kind=_KINDS[intent.what], unit=intent.unit, payload=payload)


def _screened(intent: Intent) -> tuple[Problem, ...]:
    if intent.what in (ChangeKind.RENAMED, ChangeKind.RECLASSIFIED):
        return screening.text_problems([intent.to])
    return screening.organisation_problems(Organisation(units=intent.parts))


def _named(intent: Intent) -> list[str]:
    """The units beside its own that a change names."""
    others = [intent.to] if intent.what in (ChangeKind.MOVED, ChangeKind.MERGED) else []
    return others + [part.parent for part in intent.parts if part.parent]


def _concerned(intent: Intent, directory: Directory) -> list[str]:
    """Those, and the superior under which a part comes that names none."""
    then = unit_on(directory, intent.unit, intent.day)
    above = [then.parent for part in intent.parts if not part.parent and then is not None and then.parent]
    return list(dict.fromkeys((*_named(intent), *above)))


def _around(intent: Intent) -> Organisation:
    """Return the units that a change names with what is above them, and what was below one that ends."""
    codes = dict.fromkeys(code for code in (intent.unit, *_named(intent)) if code)
    parts = [load.organisation((lo, lo + 1)) for lo, _ in map(load.stretch, codes)]
    if intent.what in (ChangeKind.MERGED, ChangeKind.CLOSED):
        parts.append(load.once_below(intent.unit))
    return join_organisations(*parts)


def _taken(code: str) -> Problem:
    return error(
        "split-code",
        "There is a unit '{code}' already.",
        "Give the new unit another code.",
        at=Place(ref=code),
        code=code,
    )
