"""What was done, one record or a list of them, and what was excused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from remit.core.post import index_organisation
from remit.core.problem import Place, Problem, error
from remit.core.record import Evidence, Excuse, Record, excuse_problems, record_problems, split_reference
from remit.core.schedule import occurrences
from remit.store import journalling, load, save, screening
from remit.store.access import Action, Stretch, Viewer, require
from remit.store.evidence import evidence_folder
from remit.store.refusal import NotThere, Refused, refuse
from remit.store.transaction import By, Done, Work, action

__all__ = ["Deed", "excuse", "import_records", "record"]

_REACH = timedelta(days=4 * 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a unit did, as it comes in: `files` are pairs of file name and bytes, `place` is where a list has it."""

    unit: str
    day: date
    kind: str
    title: str
    meets: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    place: Place = Place()


def record(
    by: By,
    *,
    unit: str,
    day: date,
    kind: str,
    title: str,
    meets: Iterable[str] = (),
    starts: Iterable[str] = (),
    evidence: Iterable[tuple[str, bytes]] = (),
) -> str:
    """Record something that a unit did; `evidence` are pairs of file name and bytes. Returns the record's ref.

    `meets` and `starts` name duties that bind the unit: `REGIME/DUTY`, or `REGIME/DUTY@WINDOW`. The files are safely on
    the disk before the row is written; a request that is refused leaves neither.
    """
    deed = Deed(
        unit=unit,
        day=day,
        kind=kind,
        title=title,
        meets=tuple(meets),
        starts=tuple(starts),
        files=tuple(evidence),
    )
    return _record(by, *_drafts(by.viewer, [deed]))


def import_records(by: By, deeds: Sequence[Deed]) -> str:
    """Take in a list of records, all or none; a row that was taken in before is passed over. Returns their common ref.

    The same row is the same record, whoever sends it and wherever in a list it stands; the refs are `REF.1`, `REF.2`, …
    """
    return _import_records(by, _drafts(by.viewer, deeds), places=tuple(d.place for d in deeds))


@action
def _record(work: Work, draft: Record) -> Done:
    ground = _Ground(work.viewer)
    ground.admit(draft.unit, draft.kind, draft.title, *(e.name for e in draft.evidence))
    value = replace(draft, ref=f"r{work.seq}", entered=work.today)
    refuse(_problems(value, ground, work.today))
    save.evidence(value.evidence)
    save.record(value)
    return Done(
        ref=value.ref, kind="recorded", unit=value.unit, payload={"records": [msgspec.to_builtins(value)]}
    )


@action
def _import_records(work: Work, drafts: tuple[Record, ...], *, places: tuple[Place, ...]) -> Done:
    ground = _Ground(work.viewer)
    rows = {_row_key(draft): (draft, place) for draft, place in zip(drafts, places, strict=True)}
    fresh = rows.keys() - journalling.rows_done(rows)
    values: dict[str, Record] = {}
    problems: list[Problem] = []
    for key, (draft, place) in rows.items():
        if key in fresh:
            value = replace(draft, ref=f"r{work.seq}.{len(values) + 1}", entered=work.today)
            values[key] = value
            problems += (replace(p, place=place) for p in _row_problems(value, ground, work.today))
    refuse(problems)
    save.evidence({e.sha256: e for v in values.values() for e in v.evidence}.values())
    for value in values.values():
        save.record(value)
    journalling.do_rows({key: v.ref for key, v in values.items()}, action="import_records", time=work.now)
    payload = {"records": [msgspec.to_builtins(v) for v in values.values()]}
    return Done(ref=f"r{work.seq}", kind="recorded", payload=payload)


@action
def excuse(
    work: Work,
    *,
    duty: str,
    unit: str,
    since: date,
    until: date,
    reason: str,
    decided: date | None = None,
    decided_by: str = "",
) -> Done:
    """Decide that a unit need not do a duty (`REGIME/DUTY`) in windows that are due between two days.

    Returns the duty. It counts from the day it was decided: today, by who asks, unless an earlier decision is entered.
    """
    ground = _Ground(work.viewer)
    require(work.viewer, Action.EXCUSE, ground.stretch(unit))
    value = Excuse(
        duty=duty,
        unit=unit,
        since=since,
        until=until,
        reason=reason.strip(),
        decided_by=decided_by.strip() or work.viewer.person,
        decided=decided or work.today,
    )
    refuse(screening.text_problems([value.reason, value.decided_by]))
    refuse(excuse_problems(value, today=work.today, known_duties=ground.duties(unit), known_units={unit}))
    save.excuse(value)
    return Done(ref=duty, kind="excused", unit=unit, payload={"excuse": msgspec.to_builtins(value)})


def _drafts(viewer: Viewer, deeds: Sequence[Deed]) -> tuple[Record, ...]:
    """Return the deeds as records without ref and day of entry, their files on the disk.

    Nothing of a request that will be refused reaches the disk.
    """
    ground, folder = _Ground(viewer), evidence_folder()
    named = [[(re.split(r"[/\\]", name)[-1], data) for name, data in deed.files] for deed in deeds]
    for deed, files in zip(deeds, named, strict=True):
        if files:
            ground.admit(deed.unit, deed.kind, deed.title, *(name for name, _ in files))
    return tuple(
        Record(
            ref="",
            unit=deed.unit,
            day=deed.day,
            entered=deed.day,
            kind=deed.kind.strip(),
            title=deed.title.strip(),
            by=viewer.person,
            meets=tuple(dict.fromkeys(deed.meets)),
            starts=tuple(dict.fromkeys(deed.starts)),
            evidence=tuple(
                dict.fromkeys(
                    Evidence(sha256=folder.put(data), name=name, size=len(data)) for name, data in files
                )
            ),
        )
        for deed, files in zip(deeds, named, strict=True)
    )


class _Ground:
    """What is known of each unit that a request names, asked once."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self._stretches: dict[str, Stretch] = {}
        self._duties: dict[str, frozenset[str]] = {}
        self._windows: dict[tuple[str, int], dict[str, list[str]]] = {}

    def admit(self, unit: str, *texts: str) -> None:
        """Refuse who may not record for the unit, then what may not be written."""
        require(self.viewer, Action.RECORD, self.stretch(unit))
        refuse(screening.text_problems(texts))

    def stretch(self, unit: str) -> Stretch:
        if unit not in self._stretches:
            self._stretches[unit] = load.stretch(unit)
        return self._stretches[unit]

    def duties(self, unit: str) -> frozenset[str]:
        """Return the duties of every edition that ever reached the unit."""
        if unit not in self._duties:
            self._duties[unit] = load.duty_references(_point(self.stretch(unit)))
        return self._duties[unit]

    def windows(self, unit: str, year: int) -> dict[str, list[str]]:
        """Return the windows of the unit's duties within some years of one, by duty, the latest first."""
        if (unit, year) not in self._windows:
            point, middle = _point(self.stretch(unit)), date(year, 7, 1)
            directory = index_organisation(load.organisation(point))
            calendar, records = load.calendar(), load.records(point)
            found: dict[str, list[str]] = {}
            for adoption in load.adoptions(point):
                first, last = middle - _REACH, middle + _REACH
                owed, _ = occurrences(adoption, directory, calendar, first=first, last=last, records=records)
                for occurrence in reversed(owed):
                    if occurrence.unit == unit:
                        found.setdefault(occurrence.duty, []).append(occurrence.window)
            self._windows[unit, year] = found
        return self._windows[unit, year]


def _problems(value: Record, ground: _Ground, today: date) -> tuple[Problem, ...]:
    named = any(split_reference(reference)[1] for reference in (*value.meets, *value.starts))
    problems = record_problems(
        value,
        today=today,
        known_duties=ground.duties(value.unit),
        known_units={value.unit},
        windows=ground.windows(value.unit, value.day.year) if named else None,
    )
    if not all(evidence_folder().has(e.sha256) for e in value.evidence):
        problems += (error("evidence-gone", "A file was removed before it was recorded.", "Send it again."),)
    return problems


def _row_problems(value: Record, ground: _Ground, today: date) -> Iterator[Problem]:
    """The problems of one row, where a single record would be refused with the first of them."""
    try:
        ground.admit(value.unit, value.kind, value.title, *(e.name for e in value.evidence))
        yield from _problems(value, ground, today)
    except Refused as refused:
        yield from refused.problems
    except NotThere:
        yield error(
            "unknown-unit",
            "There is no unit '{unit}'.",
            "Add the unit, or correct its code.",
            unit=value.unit,
        )


def _row_key(draft: Record) -> str:
    return hashlib.sha256(msgspec.json.encode(draft)).hexdigest()


def _point(within: Stretch) -> Stretch:
    return within[0], within[0] + 1
