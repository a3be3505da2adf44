"""Units renamed, moved, merged, split and closed, each from a day on; past days keep their answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from remit.core.post import Directory, Organisation, Unit, index_organisation, join_organisations
from remit.core.reorganisation import (
    Reorganisation,
    close_unit,
    merge_unit,
    move_unit,
    reclassify_unit,
    rename_unit,
    split_unit,
)
from remit.store import load, save, screening
from remit.store.access import Action, require
from remit.store.refusal import NotThere, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["close", "merge", "move", "reclassify", "rename", "split"]


@action
def rename(work: Work, *, unit: str, name: str, day: date) -> Done:
    """Give a unit another name from a day on; returns its code."""
    refuse(screening.text_problems([name]))
    return _done(
        work, "unit-renamed", unit, (), lambda d: rename_unit(d, unit, name=name, day=day, today=work.today)
    )


@action
def reclassify(work: Work, *, unit: str, kind: str, day: date) -> Done:
    """Make a unit one of another kind from a day on; returns its code."""
    refuse(screening.text_problems([kind]))

    def decide(directory: Directory) -> Reorganisation:
        return reclassify_unit(directory, unit, kind=kind, day=day, today=work.today)

    return _done(work, "unit-reclassified", unit, (), decide)


@action
def move(work: Work, *, unit: str, parent: str, day: date) -> Done:
    """Put a unit and all below it under another one from a day on; returns its code."""

    def decide(directory: Directory) -> Reorganisation:
        return move_unit(directory, unit, parent=parent, day=day, today=work.today)

    return _done(work, "unit-moved", unit, (parent,), decide)


@action
def merge(work: Work, *, unit: str, into: str, day: date) -> Done:
    """Close a unit into another, which from a day on answers for it and has what was below it; returns its code."""

    def decide(directory: Directory) -> Reorganisation:
        return merge_unit(directory, unit, into=into, day=day, today=work.today)

    _done(work, "unit-merged", unit, (into,), decide)
    return Done(
        ref=into, kind="unit-merged", unit=unit, payload={"unit": unit, "into": into, "day": day.isoformat()}
    )


@action
def split(work: Work, *, unit: str, parts: Sequence[Unit], day: date) -> Done:
    """Make new units of parts of one from a day on; returns its code."""
    refuse(screening.organisation_problems(Organisation(units=tuple(parts))))

    def decide(directory: Directory) -> Reorganisation:
        return split_unit(directory, unit, parts=parts, day=day, today=work.today)

    return _done(work, "unit-split", unit, tuple(part.parent for part in parts if part.parent), decide)


@action
def close(work: Work, *, unit: str, day: date) -> Done:
    """Close a unit: `day` is the first without it; returns its code."""
    return _done(work, "unit-closed", unit, (), lambda d: close_unit(d, unit, day=day, today=work.today))


def _done(
    work: Work,
    kind: str,
    unit: str,
    others: Sequence[str],
    decide: Callable[[Directory], Reorganisation],
) -> Done:
    """Refuse, decide, save: whoever changes units keeps the organisation of every one concerned."""
    concerned = [load.stretch(code) for code in dict.fromkeys((unit, *others))]
    for within in concerned:
        require(work.viewer, Action.ORGANISE, within)
    directory = index_organisation(_around(unit, others))
    if unit not in directory.units:
        raise NotThere(unit)
    change = decide(directory)
    refuse(change.problems)
    save.reorganisation(change)
    payload = {
        "changes": [msgspec.to_builtins(one) for one in change.changes],
        "units": [msgspec.to_builtins(one) for one in change.units],
        "posts-ended": [one.code for one in change.posts],
    }
    return Done(ref=unit, kind=kind, unit=unit, payload=payload)


def _around(unit: str, others: Sequence[str]) -> Organisation:
    """Return the units concerned with what is above them and directly below: enough to decide in a tree of any size."""
    parts = [load.organisation((lo, lo + 1)) for lo, _ in map(load.stretch, dict.fromkeys((unit, *others)))]
    return join_organisations(*parts, Organisation(units=load.below(unit)))
