"""What the roll-up takes in from the database: records, what ended them, excuses and more time, each up to a mark.

By the marks and not by the kind of a line of the journal: whichever action wrote a row, it is taken in.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np
from django.db import connection
from django.db.models import Max, Q
from numpy.typing import NDArray

from remit.rollup.rebuilding import RecordColumns, rebuild
from remit.rollup.state import Deeds, State
from remit.store import models
from remit.store.roll_form import Marks, Roll
from remit.store.roll_singles import judge_all_alone, judge_alone
from remit.store.roll_structure import EVERYWHERE, first_day, read_rows

__all__ = ["count_again", "marks_now", "place_beside", "record_columns", "recount", "take_all", "take_in"]

_BATCH = 500
_FEW = 2000  # records: so many at once are always counted one by one
_MET = ("duty", "window", "record__day", "record__unit__lo")
_COUNTS = Q(kind="meets", record__current=True)


def marks_now() -> Marks:
    """Return up to which row each table has been written; one query."""
    record, correction, excuse, extension, unit = next(iter(read_rows(_LAST)))
    return Marks(record=record, correction=correction, excuse=excuse, extension=extension, unit=unit)


_LAST = """
    SELECT coalesce((SELECT max(id) FROM store_record), 0),
           coalesce((SELECT max(id) FROM store_recordcorrection), 0),
           coalesce((SELECT max(id) FROM store_excuse), 0),
           coalesce((SELECT max(id) FROM store_extension), 0),
           coalesce((SELECT max(id) FROM store_unit), 0)
"""


def take_all(roll: Roll) -> None:
    """Count every record, excuse and extension that can matter to the year."""
    roll.marks = marks_now()
    roll.met, hard = _count(roll, roll.state)
    roll.latest = _latest(roll)
    recount(roll, hard)
    place_beside(roll)


def take_in(roll: Roll) -> bool:
    """Count what is new in a draft; False where that is so much that counting all anew costs less."""
    old, new = roll.marks, marks_now()
    if replace(old, unit=new.unit) == new:
        return True
    if new.record - old.record > max(_FEW, roll.met):
        return False
    fresh = Q(record__pk__gt=old.record, record__pk__lte=new.record)
    hard, touched = _add(roll, fresh), set[int]()
    ended = models.Meeting.objects.filter(
        record__correction__pk__gt=old.correction, record__correction__pk__lte=new.correction
    )
    for lo, name, kind in ended.values_list("record__unit__lo", "duty", "kind"):
        hard.add((roll.position(lo), name))
        touched |= {lo} if kind == "starts" else set()
    touched |= {int(roll.los[at]) for at, name in hard if (at, name) in roll.state.beside.singles}
    roll.marks = replace(new, unit=old.unit)
    recount(roll, hard)
    _take_excuses(roll, after=old.excuse)
    starting = models.Meeting.objects.filter(fresh, kind="starts")
    touched.update(starting.values_list("record__unit__lo", flat=True))
    extended = models.Extension.objects.filter(pk__gt=old.extension, pk__lte=new.extension)
    touched.update(extended.values_list("unit__lo", flat=True))
    judge_alone(roll, touched)
    return True


def count_again(roll: Roll, duties: Collection[str], *, low: int, high: int) -> None:
    """Count the records of some duties anew, of the units from position `low` up to `high`."""
    if not duties or low >= high:
        return
    fresh = State.empty(roll.state.layout, roll.state.classes)
    _, hard = _count(roll, fresh, duties=duties, los=(int(roll.los[low]), int(roll.los[high - 1]) + 1))
    mask = np.zeros(roll.state.layout.words, np.uint64)
    for place, column in enumerate(roll.state.layout.columns):
        if column.duty in duties:
            mask[place // 64] |= np.uint64(1 << place % 64)
    for word, wanted in enumerate(mask):
        for plane, new in ((roll.state.done, fresh.done), (roll.state.in_time, fresh.in_time)):
            kept = plane[word, low:high] & ~wanted
            plane[word, low:high] = kept | new[word, low:high] & wanted
    recount(roll, hard)


def place_beside(roll: Roll) -> None:
    """Take in anew all that is kept beside the bits: excuses, and the windows that are judged by themselves."""
    roll.state.beside.clear()
    _take_excuses(roll, after=0)
    judge_all_alone(roll)


def _add(roll: Roll, chosen: Q) -> set[tuple[int, str]]:
    """Count records one by one; returns what they met and a day alone does not decide."""
    hard: set[tuple[int, str]] = set()
    rows = models.Meeting.objects.filter(chosen, _COUNTS, _before(roll))
    for name, window, when, lo in rows.values_list(*_MET).iterator():
        position = roll.position(lo)
        alone = (position, name) in roll.state.beside.singles
        if alone or window or not roll.state.add(position, name, when.toordinal()):
            hard.add((position, name))
        roll.met, roll.latest = roll.met + 1, max(roll.latest, when)
    return hard


def _count(
    roll: Roll, state: State, *, duties: Collection[str] = (), los: tuple[int, int] = EVERYWHERE
) -> tuple[int, set[tuple[int, str]]]:
    """Count records into a state in which nothing is done.

    Returns how many they are, and what a day alone does not decide, which is to be counted again.
    """
    columns, named = record_columns(roll, duties=duties, los=los)
    hard = {(position, columns.duties[number]) for position, number in rebuild(state, columns)}
    return len(columns.day) + len(named), hard | set(named)


def record_columns(
    roll: Roll, *, duties: Collection[str] = (), los: tuple[int, int] = EVERYWHERE
) -> tuple[RecordColumns, list[tuple[int, str]]]:
    """Return the records that a roll-up has taken in, as columns, and what those met that name a window."""
    looked = first_day(roll.year)
    numbers: dict[str, int] = {}
    unit, duty, day = array("q"), array("i"), array("i")
    named: list[tuple[int, str]] = []
    for key, name, window, when in _records(roll, looked, duties, los):
        if window:
            named.append((key, name))
        else:
            unit.append(key)
            duty.append(numbers.setdefault(name, len(numbers)))
            day.append(when)
    at = _positions(roll, np.array(unit, np.int64))
    order = np.argsort(at, kind="stable")
    columns = RecordColumns(
        duties=tuple(numbers),
        first=looked,
        starts=np.searchsorted(at[order], np.arange(len(roll.los) + 1)),
        duty=np.array(duty, np.int32)[order],
        day=np.array(day, np.int32)[order],
    )
    places = _positions(roll, np.array([key for key, _ in named], np.int64)).tolist()
    return columns, [(position, name) for position, (_, name) in zip(places, named, strict=True)]


def _latest(roll: Roll) -> date:
    rows = models.Meeting.objects.filter(_COUNTS, _before(roll), record__pk__lte=roll.marks.record)
    return rows.aggregate(day=Max("record__day"))["day"] or date.min


def _records(
    roll: Roll, looked: date, duties: Collection[str], los: tuple[int, int]
) -> Iterator[tuple[int, str, str, int]]:
    """Yield the key of the unit, the duty, the window named and the days since `looked` of each record that counts."""
    statement = _RECORDS[connection.vendor]
    values = [looked, roll.marks.record, looked, roll.until or date.max]
    if los != EVERYWHERE:
        statement += " AND record.unit_id IN (SELECT id FROM store_unit WHERE lo >= %s AND lo < %s)"
        values += los
    if duties:
        statement += f" AND meeting.duty IN ({', '.join(['%s'] * len(duties))})"
        values += sorted(duties)
    return read_rows(statement, *values)


_FROM = """
    FROM store_meeting meeting JOIN store_record record ON record.id = meeting.record_id
    WHERE meeting.kind = 'meets' AND record.current
      AND record.id <= %s AND record.day >= %s AND record.day <= %s
"""
_RECORDS = {
    "sqlite": 'SELECT record.unit_id, meeting.duty, meeting."window",'
    " CAST(julianday(record.day) - julianday(%s) AS INTEGER)" + _FROM,
    "postgresql": 'SELECT record.unit_id, meeting.duty, meeting."window", record.day - CAST(%s AS date)'
    + _FROM,
}


def _positions(roll: Roll, keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places in preorder of units by their keys."""
    order = np.argsort(roll.keys)
    found: NDArray[np.int64] = order[np.searchsorted(roll.keys, keys, sorter=order)]
    return found


def recount(roll: Roll, pairs: Iterable[tuple[int, str]]) -> None:
    """Work out anew what units did for duties, from all their records."""
    wanted = sorted(pairs)
    for first in range(0, len(wanted), _BATCH):
        some = wanted[first : first + _BATCH]
        chosen = Q(record__unit__lo__in={int(roll.los[position]) for position, _ in some})
        chosen &= Q(duty__in={duty for _, duty in some}, record__pk__lte=roll.marks.record)
        rows = models.Meeting.objects.filter(chosen, _COUNTS, _before(roll)).values_list(
            "record__unit__lo", "duty", "record__day", "record__ref", "window"
        )
        deeds: dict[tuple[int, str], list[tuple[int, str, str]]] = {pair: [] for pair in some}
        for lo, duty, day, ref, window in rows:
            pair = (roll.position(lo), duty)
            if pair in deeds:
                deeds[pair].append((day.toordinal(), ref, window))
        for (position, duty), done in deeds.items():
            roll.state.recount(position, duty, Deeds(tuple(done)))


def _before(roll: Roll) -> Q:
    days = Q(record__day__gte=first_day(roll.year))
    return days if roll.until is None else days & Q(record__day__lte=roll.until)


def _take_excuses(roll: Roll, *, after: int) -> None:
    rows = models.Excuse.objects.filter(pk__gt=after, pk__lte=roll.marks.excuse)
    for duty, lo, since, until, decided in rows.values_list("duty", "unit__lo", "since", "until", "decided"):
        roll.state.beside.excuse(
            roll.position(lo),
            duty,
            since=since.toordinal(),
            until=until.toordinal(),
            decided=decided.toordinal(),
        )
