"""What an installation says of itself in a package: its units, records, excuses and adoptions, as lines.

People are left out: who entered a record is not told, who decided an excuse is told by office, and what a record says
in its details stays where it is. Submitted reports are to be told here as well, as soon as a package carries them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec

from remit.core.post import Organisation
from remit.core.record import Excuse, Record
from remit.files.package_form import (
    AdoptionLine,
    Content,
    ExcuseLine,
    FileLine,
    RecordLine,
    UnitLine,
)
from remit.store import load, load_packages
from remit.store.access import Stretch

__all__ = ["lines_of"]


def lines_of(within: Stretch, *, head: str, named: str) -> Content:
    """Return all that is said of a unit and those below it; the one at the head goes by the name `named`."""
    organisation = load.organisation(within)
    body = next(unit.name for unit in organisation.units if unit.code == head)
    renamed = {head: named}
    here = {unit.code for unit in load.units(within)}
    return Content(
        units=tuple(
            UnitLine(
                code=unit.code,
                name=unit.name,
                parent=renamed.get(unit.parent, unit.parent),
                kind=unit.kind,
                tags=unit.tags,
                since=unit.since,
                until=unit.until,
            )
            for unit in load.units(within)
            if unit.code != head
        ),
        records=tuple(_record_line(one, renamed) for one in load.records(within)),
        excuses=tuple(
            {
                line.ref: line
                for line in (_excuse_line(one, renamed, organisation, body) for one in load.excuses(within))
            }.values()
        ),
        adoptions=tuple(
            msgspec.structs.replace(
                line, unit=renamed.get(line.unit, line.unit) if line.unit in here else named
            )
            for line in _adoptions(within)
        ),
    )


def _adoptions(within: Stretch) -> tuple[AdoptionLine, ...]:
    return load_packages.adoption_lines(within)


def _record_line(one: Record, renamed: Mapping[str, str]) -> RecordLine:
    return RecordLine(
        ref=one.ref,
        unit=renamed.get(one.unit, one.unit),
        day=one.day,
        entered=one.entered,
        kind=one.kind,
        title=one.title,
        at=one.at,
        meets=one.meets,
        starts=one.starts,
        evidence=tuple(
            FileLine(sha256=file.sha256, name=file.name, size=file.size)
            for file in one.evidence
            if file.sha256
        ),
    )


def _excuse_line(
    one: Excuse, renamed: Mapping[str, str], organisation: Organisation, body: str
) -> ExcuseLine:
    """An excuse under a reference that is made of what it says; decided in the body's name where by no post here."""
    titles = _titles(organisation)
    held = [
        holder.post
        for holder in organisation.holders
        if holder.person == one.decided_by
        and holder.since <= one.decided
        and (holder.until is None or one.decided <= holder.until)
    ]
    offices = [title for post in held for title in titles.get(post, ())]
    return ExcuseLine(
        ref=f"x{hashlib.sha256(msgspec.json.encode(one)).hexdigest()[:32]}",
        unit=renamed.get(one.unit, one.unit),
        duty=one.duty,
        since=one.since,
        until=one.until,
        reason=one.reason,
        decided_by="、".join(dict.fromkeys(offices)) or body,
        decided=one.decided,
    )


def _titles(organisation: Organisation) -> dict[str, list[str]]:
    names = {unit.code: unit.name for unit in organisation.units}
    return {post.code: [f"{names.get(post.unit, post.unit)} {post.title}"] for post in organisation.posts}
