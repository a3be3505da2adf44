"""The register of a unit: its places, channels, systems and assets, who answers for each, and their checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from remit.core.post import Directory, index_organisation
from remit.core.problem import Place, Problem, error
from remit.core.register_item import RegisterItem, item_problems
from remit.core.register_table import items_mark
from remit.store import load, load_register, save_register, screening
from remit.store.access import Action, Stretch, require
from remit.store.refusal import ChangedMeanwhile, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["keep_items", "located_problems", "register_problems"]


@action
def keep_items(work: Work, items: Sequence[RegisterItem], *, unit: str, seen: str | None = None) -> Done:
    """Enter items into a unit's register, or bring those of their codes up to date; all or none. Returns the unit.

    `seen` is the mark (`core.register_table.items_mark`) of those that were there when they were read: where it is
    another now, ChangedMeanwhile. An item is never taken out: it ends.
    """
    within = load.stretch(unit)
    require(work.viewer, Action.ORGANISE, within)
    held = {one.code: one for one in load_register.items_named(one.code for one in items)}
    if seen is not None and items_mark(held.values()) != seen:
        raise ChangedMeanwhile
    refuse(register_problems(items, held, unit=unit, within=within))
    for one in items:
        save_register.item(one)
    payload = {"items": [msgspec.to_builtins(one) for one in items]}
    return Done(ref=unit, kind="register-kept", unit=unit, payload=payload)


def register_problems(
    items: Sequence[RegisterItem], held: Mapping[str, RegisterItem], *, unit: str, within: Stretch
) -> tuple[Problem, ...]:
    """Return what keeps items out of a unit's register; `Place.ref` is `CODE cell`."""
    return tuple(found for _, found in located_problems(items, held, unit=unit, within=within))


def located_problems(
    items: Sequence[RegisterItem], held: Mapping[str, RegisterItem], *, unit: str, within: Stretch
) -> tuple[tuple[int, Problem], ...]:
    """Return the same with the place of each item among those given, from 0; five queries."""
    point = (within[0], within[0] + 1)
    directory = index_organisation(load.organisation(point))
    duties = load.duty_references(point)
    persons = _persons(directory)
    found: list[tuple[int, Problem]] = []
    codes: dict[str, int] = {}
    for row, item in enumerate(items):
        mine = [*item_problems(item, directory, duties=duties, persons=persons)]
        mine += _texts_problems(item)
        other = held.get(item.code)
        if item.unit != unit or (other is not None and other.unit != unit):
            mine.append(_elsewhere(item, unit))
        if codes.setdefault(item.code, row) != row:
            mine.append(_twice(item))
        found += [(row, one) for one in mine]
    return tuple(found)


def _persons(directory: Directory) -> frozenset[str]:
    return frozenset(holder.person for some in directory.holders_of.values() for holder in some)


def _texts_problems(item: RegisterItem) -> Iterable[Problem]:
    texts = (item.code, item.name, item.where, item.note, *item.tags, *(one.name for one in item.checks))
    return (
        replace(one, place=Place(ref=f"{item.code} name"))
        for one in screening.text_problems(texts, at=Place(ref=item.code))
    )


def _elsewhere(item: RegisterItem, unit: str) -> Problem:
    return error(
        "register-taken",
        "'{code}' stands in the register of another unit than {unit}.",
        "Give it a code of its own.",
        at=Place(ref=f"{item.code} code"),
        code=item.code,
        unit=unit,
    )


def _twice(item: RegisterItem) -> Problem:
    return error(
        "register-twice",
        "The code '{code}' comes twice.",
        "Give each item one row and a code of its own.",
        at=Place(ref=f"{item.code} code"),
        code=item.code,
    )
