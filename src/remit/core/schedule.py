"""What falls due when: the occurrences of adopted duties, from their cadences, deadlines and triggers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from remit.core.adoption import Adoption, bearing_units
from remit.core.duty import Duty
from remit.core.lineage import ancestors_on
from remit.core.post import Directory
from remit.core.problem import Place, Problem, warning
from remit.core.record import Record
from remit.core.regime import RegimeClause, clause_path, duties_in_force, duty_reference
from remit.core.slot import Setting, Slot, lay_slots, start_slot
from remit.core.workday import WorkCalendar

__all__ = ["Occurrence", "occurrences"]

Units = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A duty that a unit owes in one window.

    `window` names it: 2026, 2026H1, 2026Q3, 2026-06, 2026-W05, 2026-06-30, 2026-2027, 2026-autumn, or `on:RECORD`
    for one that a record started. `opens` and `due` are days, both included; `needed` how many records meet it.
    `clause` is the path of numbers of the clause that asks for it. `rhythm` names the series that the window belongs to
    (P1Y, P1M, 学期, day, event): a record counts once in each series of a duty. `limit` is the moment on the due day
    at which a time limit in hours runs out; `original` the first due day, where more time was given.
    """

    duty: str
    unit: str
    window: str
    opens: date
    due: date
    needed: int
    clause: tuple[str, ...]
    rhythm: str = ""
    limit: datetime | None = None
    original: date | None = None


def occurrences(
    adoption: Adoption,
    directory: Directory,
    calendar: WorkCalendar,
    *,
    first: date,
    last: date,
    records: Iterable[Record] = (),
) -> tuple[tuple[Occurrence, ...], tuple[Problem, ...]]:
    """Return what falls due under an adoption, and each reason why a duty could not be scheduled, once a duty.

    Occurrences are those whose days from `opens` to `due` touch `first` to `last`, ordered by due day, opening day,
    duty, window and unit (as in the tree). An occurrence belongs to the adoption that is in force on its due day.
    `records` start the clocks of duties with a time limit counted from an event, at the record's own unit or the
    nearest one above that bears the duty. `Place.ref` of a problem is the duty's reference.
    """
    setting = Setting(
        since=adoption.since,
        until=adoption.until,
        defaults=adoption.regime.defaults,
        calendar=calendar,
        first=first,
        last=last,
    )
    started = _by_start(records)
    rows: list[tuple[str, RegimeClause, Units, Slot]] = []
    problems: dict[tuple[str, str], Problem] = {}
    for clause, duty in duties_in_force(adoption.regime):
        units = bearing_units(adoption, directory, duty.holders)
        if not units:
            continue
        reference = duty_reference(adoption.regime, duty)
        settled = directory.unsettled.isdisjoint(units)
        laid = [(units, one) for one in lay_slots(clause, duty, setting)]
        inside = [one for one in started.get(reference, ()) if _is_inside(one, adoption, directory)]
        laid += _started(clause, duty, setting, directory, units, inside)
        for places, one in laid:
            if isinstance(one, Problem):
                problems.setdefault((one.code, duty.ref), one)
            else:
                then = places if settled else _there(places, adoption, directory, duty, one)
                rows.append((reference, clause, then, one))
    rows.sort(key=lambda row: (row[3].due, row[3].opens, row[0], row[3].window))
    return tuple(one for row in rows for one in _spread(*row)), tuple(problems.values())


def _is_inside(record: Record, adoption: Adoption, directory: Directory) -> bool:
    return adoption.unit in (record.unit, *ancestors_on(directory, record.unit, record.day))


def _there(places: Units, adoption: Adoption, directory: Directory, duty: Duty, slot: Slot) -> Units:
    """Return those of the units that bear the duty on the due day: that existed then, there, and of that kind."""
    bearing = frozenset(bearing_units(adoption, directory, duty.holders, day=slot.due))
    return tuple(unit for unit in places if unit in bearing)


def _by_start(records: Iterable[Record]) -> dict[str, list[Record]]:
    started: dict[str, list[Record]] = {}
    for record in records:
        for reference in dict.fromkeys(record.starts):
            started.setdefault(reference, []).append(record)
    return started


def _started(
    clause: RegimeClause,
    duty: Duty,
    setting: Setting,
    directory: Directory,
    units: Units,
    records: list[Record],
) -> Iterator[tuple[Units, Slot | Problem]]:
    bearing = frozenset(units)
    for record in records:
        upward = (record.unit, *ancestors_on(directory, record.unit, record.day))
        unit = next((unit for unit in upward if unit in bearing), None)
        if unit is None:
            yield (), _unborne(clause, duty, record)
        else:
            one = start_slot(clause, duty, setting, record=record.origin, day=record.day, at=record.at)
            if one is not None:
                yield (unit,), one


def _unborne(clause: RegimeClause, duty: Duty, record: Record) -> Problem:
    return warning(
        "start-unborne",
        "Record {record} of {unit} starts duty {duty} (clause {clause}), which no unit there or above bears.",
        "Record it at a unit that bears the duty, or take the duty out of the record's 'starts'.",
        at=Place(ref=duty.ref),
        record=record.ref,
        unit=record.unit,
        duty=duty.ref,
        clause=clause_path(clause.ref),
    )


def _spread(reference: str, clause: RegimeClause, units: Units, slot: Slot) -> Iterator[Occurrence]:
    for unit in units:
        yield Occurrence(
            duty=reference,
            unit=unit,
            window=slot.window,
            opens=slot.opens,
            due=slot.due,
            needed=slot.needed,
            clause=clause.ref,
            rhythm=slot.rhythm,
            limit=slot.limit,
        )
