"""What was done, one record or a list of them, and what was excused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

import msgspec
from django.utils import timezone

from remit.core.problem import Place, Problem, error
from remit.core.record import Detail, Evidence, Excuse, Record, excuse_problems
from remit.store import journalling, save, screening
from remit.store.access import Action, Viewer, require
from remit.store.actions.exhibiting import Exhibit, exhibit_texts, exhibits, keep_exhibits
from remit.store.actions.recording_ground import Ground, screen_details, value_problems
from remit.store.evidence import evidence_folder
from remit.store.refusal import NotThere, Refused, refuse
from remit.store.transaction import By, Done, Work, action

__all__ = ["Deed", "drafts", "entered", "excuse", "import_records", "record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a unit did, as it comes in: `files` are pairs of file name and bytes, or exhibits.

    `place` is where a list has it. `at` is aware; of the details, white space is squeezed.
    """

    unit: str
    day: date
    kind: str
    title: str
    meets: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    files: tuple[tuple[str, bytes] | Exhibit, ...] = ()
    about: tuple[str, ...] = ()
    at: datetime | None = None
    details: tuple[Detail, ...] = ()
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
    evidence: Iterable[tuple[str, bytes] | Exhibit] = (),
    about: Iterable[str] = (),
    at: datetime | None = None,
    details: Iterable[Detail] = (),
) -> str:
    """Record something that a unit did; `evidence` are exhibits, or pairs of file name and bytes. Returns the ref.

    `meets` and `starts` name duties that bind the unit: `REGIME/DUTY`, or `REGIME/DUTY@WINDOW`; `about` register items
    of the unit: `ITEM`, or `ITEM#CHECK`. The files are safely on the disk before the row is written; a request that is
    refused leaves neither.
    """
    deed = Deed(
        unit=unit,
        day=day,
        kind=kind,
        title=title,
        meets=tuple(meets),
        starts=tuple(starts),
        files=tuple(evidence),
        about=tuple(about),
        at=at,
        details=tuple(details),
    )
    return _record(by, *drafts(by.viewer, [deed]))


def import_records(by: By, deeds: Sequence[Deed]) -> str:
    """Take in a list of records, all or none; a row that was taken in before is passed over. Returns their common ref.

    The same row is the same record, whoever sends it and wherever in a list it stands; the refs are `REF.1`, `REF.2`, …
    """
    return _import_records(by, drafts(by.viewer, deeds), places=tuple(d.place for d in deeds))


@action
def _record(work: Work, draft: Record) -> Done:
    ground = Ground(work.viewer)
    ground.admit(draft.unit, draft.kind, draft.title, *(e.name for e in draft.evidence))
    value = entered(draft, ref=f"r{work.seq}", day=work.today)
    refuse(value_problems(value, ground, work.now))
    save.evidence(value.evidence)
    save.record(value)
    return Done(
        ref=value.ref, kind="recorded", unit=value.unit, payload={"records": [msgspec.to_builtins(value)]}
    )


@action
def _import_records(work: Work, drafts: tuple[Record, ...], *, places: tuple[Place, ...]) -> Done:
    ground = Ground(work.viewer)
    rows = {_row_key(draft): (draft, place) for draft, place in zip(drafts, places, strict=True)}
    fresh = rows.keys() - journalling.rows_done(rows)
    values: dict[str, Record] = {}
    problems: list[Problem] = []
    for key, (draft, place) in rows.items():
        if key in fresh:
            value = entered(draft, ref=f"r{work.seq}.{len(values) + 1}", day=work.today)
            values[key] = value
            problems += (replace(p, place=place) for p in _row_problems(value, ground, work.now))
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
    ground = Ground(work.viewer)
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


def drafts(viewer: Viewer, deeds: Sequence[Deed]) -> tuple[Record, ...]:
    """Return the deeds as records without ref and day of entry, their files on the disk.

    Nothing of a request that will be refused reaches the disk.
    """
    ground, folder = Ground(viewer), evidence_folder()
    shown = [exhibits(deed.files) for deed in deeds]
    for deed, given in zip(deeds, shown, strict=True):
        if given or deed.details:
            ground.admit(deed.unit, deed.kind, deed.title, *exhibit_texts(given))
            screen_details(deed.kind, deed.title, deed.details)
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
            about=tuple(dict.fromkeys(deed.about)),
            evidence=keep_exhibits(given, unit=deed.unit, folder=folder),
            at=timezone.localtime(deed.at) if deed.at and deed.at.tzinfo else deed.at,
            details=tuple(_squeezed(one) for one in deed.details),
        )
        for deed, given in zip(deeds, shown, strict=True)
    )


def entered(draft: Record, *, ref: str, day: date) -> Record:
    """Return a draft under its reference, entered on a day, as is what it shows that was not shown before."""
    evidence = tuple(e if e.added else replace(e, added=day) for e in draft.evidence)
    return replace(draft, ref=ref, entered=day, evidence=evidence)


def _squeezed(one: Detail) -> Detail:
    text, person, unit = (" ".join(said.split()) for said in (one.text, one.person, one.unit))
    return replace(one, text=text, person=person, unit=unit)


def _row_problems(value: Record, ground: Ground, now: datetime) -> Iterator[Problem]:
    """The problems of one row, where a single record would be refused with the first of them."""
    try:
        ground.admit(value.unit, value.kind, value.title, *(e.name for e in value.evidence))
        yield from value_problems(value, ground, now)
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
    """The same row has the same key, also after an upgrade: what records say since then is left out where empty."""
    shown = [_spare(one, _FIRST_EVIDENCE) for one in draft.evidence]
    return hashlib.sha256(msgspec.json.encode(_spare(draft, _FIRST, evidence=shown))).hexdigest()


_FIRST = ("ref", "unit", "day", "entered", "kind", "title", "by", "meets", "starts", "evidence")
_FIRST_EVIDENCE = ("sha256", "name", "size")


def _spare(value: Record | Evidence, first: tuple[str, ...], **changed: object) -> dict[str, object]:
    """The fields of a value by name, in order, without those that are empty and were not always there."""
    said = {field.name: getattr(value, field.name) for field in fields(value)} | changed
    return {name: one for name, one in said.items() if name in first or one}
