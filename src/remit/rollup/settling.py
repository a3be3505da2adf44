"""A state from core values: the roll-up of an organisation that fits in memory, and the measure of the faster ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from remit.core.adoption import Adoption
from remit.core.counting import counting
from remit.core.lineage import narrow_to
from remit.core.post import Directory
from remit.core.record import Excuse, Record, split_reference
from remit.core.standing import Owed, owed, shown
from remit.core.workday import WorkCalendar
from remit.rollup.layout import classify, lay_out, samples_of
from remit.rollup.state import Deeds, Started, State

__all__ = ["settle", "started_windows"]


def settle(
    directory: Directory,
    adoptions: Sequence[Adoption],
    calendar: WorkCalendar,
    *,
    records: Iterable[Record],
    excuses: Iterable[Excuse],
    day: date,
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
            state.excuse(
                positions[one.unit],
                one.duty,
                since=one.since.toordinal(),
                until=one.until.toordinal(),
                decided=one.decided.toordinal(),
            )
    for (unit, duty), windows in started_windows(directory, adoptions, calendar, known, day=day).items():
        state.start(positions[unit], duty, windows)
    return state


def started_windows(
    directory: Directory,
    adoptions: Sequence[Adoption],
    calendar: WorkCalendar,
    records: Sequence[Record],
    *,
    day: date,
) -> dict[tuple[str, str], tuple[Started, ...]]:
    """Return, by unit and duty, the windows that records started and that touch the year of a day or the one before.

    Only the units of records that start something, and what is above them, are looked at.
    """
    starting = [one for one in records if one.starts]
    begins = date(day.year, 1, 1)
    found, _ = owed(
        adoptions,
        narrow_to(directory, {one.unit for one in starting}),
        calendar,
        first=date(max(day.year - 1, 1), 1, 1),
        last=date(day.year, 12, 31),
        records=starting,
    )
    windows = [one for one in found if one.occurrence.window.startswith("on:")]
    seen = {id(one) for one in shown(windows, begins=begins)}
    by_adoption: dict[int, list[Owed]] = {}
    for one in windows:
        by_adoption.setdefault(one.adoption, []).append(one)
    started: dict[tuple[str, str], list[Started]] = {}
    for some in by_adoption.values():
        ends = {(one.occurrence.duty, one.occurrence.unit): one.end for one in some}
        matched = counting((one.occurrence for one in some), records, ends=ends)
        for one in some:
            occurrence = one.occurrence
            key = (occurrence.unit, occurrence.duty)
            days = sorted(
                r.day for r in matched.get((occurrence.duty, occurrence.unit, occurrence.window), ())
            )
            done = days[occurrence.needed - 1].toordinal() if len(days) >= occurrence.needed else None
            if id(one) in seen:
                started.setdefault(key, []).append(
                    Started(
                        opens=occurrence.opens.toordinal(),
                        due=occurrence.due.toordinal(),
                        soon=one.due_soon_days,
                        assigned=one.assigned,
                        done=done,
                    )
                )
    return {key: tuple(some) for key, some in started.items()}
