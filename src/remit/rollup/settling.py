"""A state from core values: the roll-up of an organisation that fits in memory, and the measure of the faster ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from remit.core.adoption import Adoption
from remit.core.counting import counting
from remit.core.extension import Extension, extension_window
from remit.core.lineage import narrow_to
from remit.core.post import Directory
from remit.core.record import Excuse, Record, split_reference
from remit.core.standing import Owed, Status, judge, owed, shown
from remit.core.workday import WorkCalendar
from remit.rollup.beside import Single
from remit.rollup.laying import classify, lay_out, samples_of
from remit.rollup.state import Deeds, State

__all__ = ["settle", "single_windows"]

Name = tuple[str, str, str]
"""Of a window: duty, unit, window."""


def settle(
    directory: Directory,
    adoptions: Sequence[Adoption],
    calendar: WorkCalendar,
    *,
    records: Iterable[Record],
    excuses: Iterable[Excuse],
    day: date,
    extensions: Iterable[Extension] = (),
) -> State:
    """Return the state of the year of a day, from the records up to that day."""
    classes = classify(directory, adoptions)
    layout = lay_out(samples_of(classes, directory), adoptions, calendar, year=day.year)
    state = State.empty(layout, classes)
    known = [one for one in records if one.day <= day]
    deeds: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
    for record in known:
        for reference in dict.fromkeys(record.meets):
            duty, window = split_reference(reference)
            deeds.setdefault((record.unit, duty), []).append((record.day.toordinal(), record.ref, window))
    positions = directory.tree.positions
    for (unit, duty), done in deeds.items():
        if unit in positions:
            state.recount(positions[unit], duty, Deeds(tuple(done)))
    for one in excuses:
        if one.unit in positions:
            state.beside.excuse(
                positions[one.unit],
                one.duty,
                since=one.since.toordinal(),
                until=one.until.toordinal(),
                decided=one.decided.toordinal(),
            )
    found = single_windows(directory, adoptions, calendar, known, tuple(extensions), day=day)
    for (unit, duty), windows in found.items():
        state.judge_alone(positions[unit], duty, windows)
    return state


def single_windows(
    directory: Directory,
    adoptions: Sequence[Adoption],
    calendar: WorkCalendar,
    records: Sequence[Record],
    extensions: Sequence[Extension],
    *,
    day: date,
) -> dict[tuple[str, str], dict[str, Single]]:
    """Return, by unit and duty, the windows that records started or that were given more time, by their names.

    They touch the year of a day or the one before. `records` are all those of the units concerned that count; only
    these units, and what is above them, are looked at.
    """
    given: dict[Name, list[tuple[int, int]]] = {}
    for extension in extensions:
        days = (extension.decided.toordinal(), extension.until.toordinal())
        given.setdefault(extension_window(extension), []).append(days)
    units = {one.unit for one in records if one.starts} | {unit for _, unit, _ in given}
    found, _ = owed(
        adoptions,
        narrow_to(directory, units & directory.units.keys()),
        calendar,
        first=date(max(day.year - 1, 1), 1, 1),
        last=date(day.year, 12, 31),
        records=records,
    )
    alone = {_name(one): one for one in found if _is_started(one) or _name(one) in given}
    matched = _matched(found, records, {(unit, duty) for duty, unit, _ in alone})
    begins = date(day.year, 1, 1)
    singles: dict[tuple[str, str], dict[str, Single]] = {}
    for (duty, unit, window), one in alone.items():
        some = matched.get((one.adoption, duty, unit, window), ())
        single = _single(one, some, tuple(given.get((duty, unit, window), ())), begins)
        singles.setdefault((unit, duty), {})[window] = single
    return singles


def _name(one: Owed) -> Name:
    return one.occurrence.duty, one.occurrence.unit, one.occurrence.window


def _is_started(one: Owed) -> bool:
    return one.occurrence.window.startswith("on:")


def _matched(
    found: Iterable[Owed], records: Sequence[Record], wanted: set[tuple[str, str]]
) -> dict[tuple[int, str, str, str], tuple[Record, ...]]:
    """Return the records that count for each window of some units' duties, by adoption and name."""
    by_adoption: dict[int, list[Owed]] = {}
    for one in found:
        if (one.occurrence.unit, one.occurrence.duty) in wanted:
            by_adoption.setdefault(one.adoption, []).append(one)
    matched: dict[tuple[int, str, str, str], tuple[Record, ...]] = {}
    for place, some in by_adoption.items():
        ends = {(one.occurrence.duty, one.occurrence.unit): one.end for one in some}
        counted = counting((one.occurrence for one in some), records, ends=ends)
        matched.update({(place, *name): counts for name, counts in counted.items()})
    return matched


def _single(one: Owed, records: Iterable[Record], given: tuple[tuple[int, int], ...], begins: date) -> Single:
    occurrence = one.occurrence
    last = judge(
        occurrence, records, (), assigned=one.assigned, day=date.max, due_soon_days=one.due_soon_days
    )
    met = last.status in {Status.MET, Status.LATE}
    done = date.fromisoformat(dict(last.values)["met"][:10]) if met else None
    before = replace(one, occurrence=replace(occurrence, due=begins - timedelta(days=1)))
    return Single(
        opens=occurrence.opens.toordinal(),
        due=occurrence.due.toordinal(),
        soon=one.due_soon_days,
        assigned=one.assigned,
        done=done.toordinal() if done else None,
        late=last.status is Status.LATE and done is not None and done <= occurrence.due,
        lapses=not shown([before], begins=begins),
        started=_is_started(one),
        given=given,
    )
