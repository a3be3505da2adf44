"""The roll-up of this installation: a packed state in memory, brought up to date by the journal whenever it is asked.

It is derived and never the truth: it is made from the database, or taken from its snapshot, when a process first needs
it, and takes in what is written after that. When the organisation, an adoption or the calendar changes, it is laid out
anew, and only what thereby owes something else is counted again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from threading import Lock, Thread

import numpy as np
from django.db import connection

from remit.rollup.transfer import carry_over
from remit.store import journalling, load, models, roll_file
from remit.store.roll_deeds import count_again, marks_now, place_beside, recount, take_all, take_in
from remit.store.roll_form import Roll
from remit.store.roll_structure import read_structure

__all__ = ["Roll", "forget", "keep", "roll_on"]

_KEPT = 3
_FEW = 2000  # duties of units: so many are counted again one by one
_LARGE = 50_000  # units and records: below that, making the state anew is as quick as reading it from a file
# The lines of the journal after which units may owe something else. Who holds a post decides nothing here.
_STRUCTURE = (
    "organisation-imported",
    "unit-",
    "post-set",
    "adopted",
    "placements-confirmed",
    "breakdown-written",
    "calendar-set",
    "package-amended",
)
_REWRITTEN = "package-amended"  # then records and excuses of a unit and all below it may have changed


_rolls: dict[tuple[str, int, date | None], Roll] = {}
_kept: dict[tuple[str, int], int] = {}
_lock = Lock()


def roll_on(day: date) -> Roll:
    """Return the roll-up for a day, up to date with the journal.

    One query where nothing was written since; for a day before the last record, one made for that day.
    """
    with _lock:
        last = journalling.last_leaf()
        roll = _current(day.year, None, last)
        if day < roll.latest:
            roll = _current(day.year, day, last)
        return roll


def keep(day: date) -> bool:
    """Write the roll-up of a day's year to its snapshot, if anything is new in it; returns whether it was."""
    if not models.Adoption.objects.exists():
        return False
    with _lock:
        roll = _current(day.year, None, journalling.last_leaf())
        key = (_database(), roll.year)
        if _kept.get(key) == roll.seq:
            return False
        parts = roll_file.freeze(roll)
        _kept[key] = roll.seq
    roll_file.write(roll.year, parts)
    return True


def forget() -> None:
    """Let go of every roll-up in memory."""
    with _lock:
        _rolls.clear()
        _kept.clear()


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _current(year: int, until: date | None, last: tuple[int, str]) -> Roll:
    key = (_database(), year, until)
    roll = _rolls.pop(key, None)
    if roll is None and until is None:
        roll = roll_file.read(year)
    found = _caught_up(roll, *last) if roll is not None else None
    if found is None:
        found = _make(year, until)
        found.seq, found.leaf = last
        if until is None and len(found.los) + found.met >= _LARGE:
            parts = roll_file.freeze(found)
            _kept[key[:2]] = found.seq
            Thread(target=roll_file.write, args=(year, parts)).start()
    _rolls[key] = found
    while len(_rolls) > _KEPT:
        _rolls.pop(next(iter(_rolls)))
    return found


def _make(year: int, until: date | None) -> Roll:
    roll = Roll.empty(read_structure(year), year=year, until=until)
    take_all(roll)
    return roll


def _caught_up(roll: Roll, seq: int, leaf: str) -> Roll | None:
    """Return the roll-up with what the journal has had since; None where all has to be made anew.

    As where it is another journal, that of a backup say.
    """
    if (seq, leaf) == (roll.seq, roll.leaf):
        return roll
    if seq <= roll.seq or not models.JournalEvent.objects.filter(seq=roll.seq, leaf=roll.leaf).exists():
        return None
    events = models.JournalEvent.objects.filter(seq__gt=roll.seq, seq__lte=seq)
    lines = set(events.values_list("kind", "unit").distinct())
    rewritten = {unit for kind, unit in lines if kind == _REWRITTEN}
    if "" in rewritten:
        return None
    structure = any(kind.startswith(_STRUCTURE) for kind, _ in lines) or marks_now().unit != roll.marks.unit
    draft = _laid_out_anew(roll) if structure else roll.draft()
    _count_rewritten(draft, rewritten)
    if not take_in(draft):
        return None
    if structure:
        roll = draft
    else:
        roll.accept(draft)
    roll.seq, roll.leaf = seq, leaf
    return roll


def _laid_out_anew(old: Roll) -> Roll:
    """Return the roll-up as the organisation, the adoptions and the calendar are now, with what was counted before."""
    unit = marks_now().unit
    new = Roll.empty(read_structure(old.year), year=old.year, until=old.until)
    new.marks, new.latest, new.met = replace(old.marks, unit=unit), old.latest, old.met
    order = np.argsort(old.keys)
    place = np.minimum(np.searchsorted(old.keys, new.keys, sorter=order), max(len(order) - 1, 0))
    came_from = np.where(old.keys[order[place]] == new.keys, order[place], -1)
    again = carry_over(old.state, new.state, came_from)
    if sum(map(len, again.values())) <= _FEW:
        recount(new, [(int(at), duty) for duty, positions in again.items() for at in positions])
    else:
        low = min(int(positions[0]) for positions in again.values())
        high = max(int(positions[-1]) for positions in again.values()) + 1
        count_again(new, set(again), low=low, high=high)
    place_beside(new)
    return new


def _count_rewritten(roll: Roll, units: Iterable[str]) -> None:
    duties = {column.duty for column in roll.state.layout.columns}
    for unit in units:
        low = roll.position(load.stretch(unit)[0])
        count_again(roll, duties, low=low, high=int(roll.ends[low]))
    if units:
        place_beside(roll)
