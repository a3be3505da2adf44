"""What was done, and what was excused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from remit.core.assignment import Adoption
from remit.core.post import index_organisation
from remit.core.problem import error
from remit.core.record import Evidence, Excuse, Record, excuse_problems, record_problems, split_reference
from remit.core.regime import duties_in_force, duty_reference
from remit.core.schedule import occurrences
from remit.store import load, save, screening
from remit.store.access import Action, Stretch, Viewer, require
from remit.store.evidence import evidence_folder
from remit.store.refusal import Refused, refuse
from remit.store.transaction import By, Done, Work, action

__all__ = ["excuse", "record"]

_REACH = timedelta(days=4 * 366)


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
    kind, title = kind.strip(), title.strip()
    kept: tuple[Evidence, ...] = ()
    files = [(re.split(r"[/\\]", name)[-1], data) for name, data in evidence]
    if files:  # nothing of a request that will be refused reaches the disk
        _admit(by.viewer, load.stretch(unit), kind, title, (name for name, _ in files))
        folder = evidence_folder()
        kept = tuple(Evidence(sha256=folder.put(data), name=name, size=len(data)) for name, data in files)
    return _record(
        by,
        unit=unit,
        day=day,
        kind=kind,
        title=title,
        meets=tuple(dict.fromkeys(meets)),
        starts=tuple(dict.fromkeys(starts)),
        evidence=tuple(dict.fromkeys(kept)),
    )


@action
def _record(
    work: Work,
    *,
    unit: str,
    day: date,
    kind: str,
    title: str,
    meets: tuple[str, ...],
    starts: tuple[str, ...],
    evidence: tuple[Evidence, ...],
) -> Done:
    within = load.stretch(unit)
    _admit(work.viewer, within, kind, title, (e.name for e in evidence))
    value = Record(
        ref=f"r{work.seq}",
        unit=unit,
        day=day,
        entered=work.today,
        kind=kind,
        title=title,
        by=work.viewer.person,
        meets=meets,
        starts=starts,
        evidence=evidence,
    )
    adoptions = load.adoptions((within[0], within[0] + 1))
    named = any(split_reference(reference)[1] for reference in meets)
    refuse(
        record_problems(
            value,
            today=work.today,
            known_duties=_known_duties(adoptions),
            known_units={unit},
            windows=_windows(adoptions, unit, day) if named else None,
        )
    )
    if not all(evidence_folder().has(e.sha256) for e in evidence):
        raise Refused([error("evidence-gone", "A file was removed before it was recorded.", "Send it again.")])
    save.evidence(evidence)
    save.record(value)
    return Done(ref=value.ref, kind="recorded", unit=unit, payload={"record": msgspec.to_builtins(value)})


def _admit(viewer: Viewer, within: Stretch, kind: str, title: str, names: Iterable[str]) -> None:
    require(viewer, Action.RECORD, within)
    refuse(screening.text_problems([kind, title, *names]))


@action
def excuse(work: Work, *, duty: str, unit: str, since: date, until: date, reason: str) -> Done:
    """Decide that a unit need not do a duty (`REGIME/DUTY`) in windows that are due between two days.

    Returns the duty. It counts from today on.
    """
    within = load.stretch(unit)
    require(work.viewer, Action.EXCUSE, within)
    value = Excuse(
        duty=duty,
        unit=unit,
        since=since,
        until=until,
        reason=reason.strip(),
        decided_by=work.viewer.person,
        decided=work.today,
    )
    known = _known_duties(load.adoptions((within[0], within[0] + 1)))
    refuse(excuse_problems(value, today=work.today, known_duties=known, known_units={unit}))
    refuse(screening.text_problems([reason]))
    save.excuse(value)
    return Done(ref=duty, kind="excused", unit=unit, payload={"excuse": msgspec.to_builtins(value)})


def _known_duties(adoptions: Iterable[Adoption]) -> set[str]:
    regimes = {a.regime.id + a.regime.edition.isoformat(): a.regime for a in adoptions}
    return {duty_reference(r, duty) for r in regimes.values() for _, duty in duties_in_force(r)}


def _windows(adoptions: Iterable[Adoption], unit: str, day: date) -> dict[str, list[str]]:
    """Return the windows of the unit's duties within some years of the day, by duty, the latest first."""
    within = load.stretch(unit)
    point = (within[0], within[0] + 1)
    directory = index_organisation(load.organisation(point))
    calendar, records = load.calendar(), load.records(point, last=day)
    found: dict[str, list[str]] = {}
    for adoption in adoptions:
        owed, _ = occurrences(
            adoption, directory, calendar, first=day - _REACH, last=day + _REACH, records=records
        )
        for occurrence in reversed(owed):
            if occurrence.unit == unit:
                found.setdefault(occurrence.duty, []).append(occurrence.window)
    return found
