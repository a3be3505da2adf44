"""Major situations: told at once with the moment of knowledge, reported up in time, passed on to the next level."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import msgspec
from django.utils import timezone

from remit.core.addressing import Addressee, addressed, addressed_kinds
from remit.core.adoption import Adoption
from remit.core.flow import Hand, Step
from remit.core.incident import strictest
from remit.core.lineage import ancestors_on
from remit.core.matter import Matter, matter_problems
from remit.core.post import Directory, Organisation, index_organisation, join_organisations
from remit.core.problem import Place, Problem, error
from remit.core.record import Detail, Record, record_problems
from remit.core.regime import find_duty
from remit.core.schedule import Occurrence
from remit.core.standing import owed
from remit.store import load, load_report, save, save_matter
from remit.store.access import Stretch
from remit.store.actions.matters import advance, matter_held
from remit.store.actions.recording_ground import Ground, screen_details, value_problems
from remit.store.load_organisation import stretches
from remit.store.refusal import Refused, refuse
from remit.store.transaction import Done, Work, action

__all__ = ["escalate_situation", "open_situation", "report_situation"]

_REACH = timedelta(days=800)
_KIND = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What a situation at a unit stands in: the adoptions that reach it, the units above and beside those."""

    adoptions: tuple[Adoption, ...]
    directory: Directory
    line: tuple[str, ...]


@action
def open_situation(
    work: Work,
    *,
    unit: str,
    title: str,
    known: datetime,
    place: str = "",
    text: str = "",
    starts: tuple[str, ...] = (),
    asker: str = "",
) -> Done:
    """Tell of a situation that a unit has to report, known of since a moment (aware). Returns its reference.

    `starts` are the duties, `REGIME/DUTY`, whose time limits count from that moment: the strictest one is the
    situation's. It goes to the unit that this duty names, else to the one above, or to the `asker` chosen.
    """
    ground = Ground(work.viewer)
    ground.admit(unit, title, place, text)
    value = _event(
        work, unit=unit, title=title, known=known, said=(("place", place), ("course", text)), starts=starts
    )
    around = _around(ground.stretch(unit), unit, work.today)
    first = strictest(_started(value, around, work.today))
    to, copies, event = _addressed(first, around, unit, work.today)
    to = _chosen(asker, to, around) if asker else to
    told = Matter(
        ref=f"m{work.seq}",
        flow="incident",
        unit=unit,
        asker=to,
        title=title.strip(),
        text="\n".join(part for part in (place.strip(), text.strip()) if part),
        kind=event,
        opened=work.now,
        opened_by=work.viewer.person,
        due=first.due if first else None,
        limit=first.limit if first else None,
        duty=f"{first.duty}@{first.window}" if first else "",
        copies=tuple(c for c in copies if c not in {unit, to}),
        source=value.ref,
    )
    places = stretches({unit, to, *told.copies})
    wrong = matter_problems(replace(told, due=None), known_units=places)
    refuse((*value_problems(value, ground, work.now), *wrong))
    save.record(value)
    save_matter.matter(told)
    return _done("recorded", told, unit=unit, records=[value])


@action
def report_situation(work: Work, *, ref: str, text: str) -> Done:
    """Report a situation to the level above, in words; the time limits that it started are met. Returns its reference.

    One that was sent back is reported again, in full.
    """
    held, hands = matter_held(work, ref, flow="incident")
    source = next(iter(load.records_named([held.source])), None)
    made = Record(
        ref=f"r{work.seq}",
        unit=held.unit,
        day=work.today,
        entered=work.today,
        kind="report",
        title=held.title,
        by=work.viewer.person,
        meets=tuple(f"{duty}@on:{source.origin}" for duty in source.starts) if source else (),
        at=work.now,
    )
    after, problems = advance(work, held, hands, "report", reason=text, records=(made.ref,))
    known = set(source.starts) if source else set()
    wrong = record_problems(made, today=work.today, known_duties=known, known_units={held.unit})
    refuse((*problems, *wrong))
    save.record(made)
    save_matter.matter_steps(after, seen=len(held.steps))
    return _done("recorded", after, unit=held.unit, records=[made])


@action
def escalate_situation(work: Work, *, ref: str, reason: str) -> Done:
    """Pass a reported situation on to the next level up. Returns the reference that it has there."""
    held, hands = matter_held(work, ref, flow="incident")
    after, problems = advance(work, held, hands, "escalate", reason=reason)
    refuse(problems)
    line = load.above(load.stretch(held.asker))
    if not line:
        raise Refused([_nobody_above(held.asker)])
    passed = Matter(
        ref=f"m{work.seq}",
        flow="incident",
        unit=held.asker,
        asker=line[-1].code,
        title=held.title,
        text=held.text,
        kind=held.kind,
        opened=work.now,
        opened_by=work.viewer.person,
        source=held.source,
        steps=(
            Step(move="report", at=work.now, by=work.viewer.person, hand=Hand.OWNER, reason=reason.strip()),
        ),
    )
    save_matter.matter_steps(after, seen=len(held.steps))
    save_matter.matter(passed)
    payload = {"matters": [held.ref], "opened": [msgspec.to_builtins(passed)]}
    return Done(ref=passed.ref, kind="situation-escalated", unit=held.asker, payload=payload)


def _event(
    work: Work,
    *,
    unit: str,
    title: str,
    known: datetime,
    said: Iterable[tuple[str, str]],
    starts: Iterable[str],
) -> Record:
    """The record of the event, at the moment since when it is known."""
    details = tuple(Detail(key=key, text=" ".join(words.split())) for key, words in said if words.strip())
    screen_details(_KIND, title, details)
    moment = timezone.localtime(known)
    return Record(
        ref=f"r{work.seq}",
        unit=unit,
        day=moment.date(),
        entered=work.today,
        kind=_KIND,
        title=title.strip(),
        by=work.viewer.person,
        starts=tuple(dict.fromkeys(starts)),
        at=moment,
        details=details,
    )


def _done(kind: str, told: Matter, *, unit: str, records: Iterable[Record]) -> Done:
    payload = {
        "records": [msgspec.to_builtins(one) for one in records],
        "matters": [msgspec.to_builtins(told)],
    }
    return Done(ref=told.ref, kind=kind, unit=unit, payload=payload)


def _around(place: Stretch, unit: str, today: date) -> _Around:
    point = (place[0], place[0] + 1)
    adoptions = load.adoptions(point)
    here = load.organisation(point)
    kinds: frozenset[str] = frozenset().union(*(addressed_kinds(one.regime) for one in adoptions))
    near = load_report.beside([one.code for one in here.units], kinds) if kinds else Organisation()
    directory = index_organisation(join_organisations(here, near))
    return _Around(adoptions=adoptions, directory=directory, line=ancestors_on(directory, unit, today))


def _started(value: Record, around: _Around, today: date) -> list[Occurrence]:
    """The windows that the record opens by its starts."""
    if not value.starts:
        return []
    found, _ = owed(
        around.adoptions,
        around.directory,
        load.calendar(),
        first=value.day,
        last=today + _REACH,
        records=(value,),
    )
    return [one.occurrence for one in found if one.occurrence.window == f"on:{value.ref}"]


def _addressed(
    first: Occurrence | None, around: _Around, unit: str, today: date
) -> tuple[str, Collection[str], str]:
    """To which unit the situation goes, which get a copy, and what the clause calls the event."""
    above = around.line[0] if around.line else unit
    for adoption in around.adoptions if first else ():
        found = find_duty(adoption.regime, first.duty) if first and _is_of(adoption, first) else None
        if found is not None:
            named: tuple[Addressee, ...] = addressed(adoption.regime, *found, around.directory, unit, today)
            to = next((one.unit for one in named if one.unit and not one.copy), above)
            event = next((limit.after for limit in found[1].deadline if limit.after), "")
            return to, [one.unit for one in named if one.unit and one.copy], event
    return above, (), ""


def _is_of(adoption: Adoption, occurrence: Occurrence) -> bool:
    return occurrence.duty.startswith(f"{adoption.regime.id}/")


def _chosen(asker: str, to: str, around: _Around) -> str:
    if asker == to or asker in around.line:
        return asker
    raise Refused(
        [
            error(
                "situation-not-above",
                "'{asker}' is neither above this unit nor named by the regime.",
                "Choose a unit above it.",
                at=Place(ref="asker"),
                asker=asker,
            )
        ]
    )


def _nobody_above(unit: str) -> Problem:
    return error(
        "situation-top",
        "There is no unit above '{unit}' here.",
        "Report it outside of this installation, and say so with 'Report further'.",
        at=Place(ref="reason"),
        unit=unit,
    )
