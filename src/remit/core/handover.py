"""What passes on with a post: the open items it answers for, and the records that it leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from remit.core.assignment import Assignment
from remit.core.record import Record
from remit.core.standing import Standing, Status

__all__ = ["HandoverList", "OpenItem", "hand_over"]

CLOSED = frozenset({Status.MET, Status.LATE, Status.EXCUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """An occurrence that was not done when the post passed on: `needed` records are asked for, `done` are there."""

    duty: str
    unit: str
    window: str
    due: date
    status: Status
    needed: int
    done: int
    degree: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverList:
    """What an outgoing holder leaves, as it stood on a day: open items by due day, records and the files they show.

    `records` are public references with day and title, `evidence` SHA-256 with the file's name.
    """

    post: str
    day: date
    items: tuple[OpenItem, ...] = ()
    records: tuple[tuple[str, str, str], ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()


def hand_over(
    post: str,
    *,
    day: date,
    assignments: Iterable[Assignment],
    standings: Iterable[Standing],
    records: Iterable[Record],
) -> HandoverList:
    """Return what passes on with a post on a day: what it answers for and is open, and the unit's records of it.

    `standings` are those of the post's unit on that day, `records` the unit's; those that meet no duty of the post are
    left out.
    """
    degrees = {
        (one.duty, one.unit): str(degree) for one in assignments for degree, code in one.posts if code == post
    }
    items = [
        OpenItem(
            duty=one.occurrence.duty,
            unit=one.occurrence.unit,
            window=one.occurrence.window,
            due=one.occurrence.due,
            status=one.status,
            needed=one.occurrence.needed,
            done=len(one.records),
            degree=degrees[one.occurrence.duty, one.occurrence.unit],
        )
        for one in standings
        if (one.occurrence.duty, one.occurrence.unit) in degrees and one.status not in CLOSED
    ]
    duties = {duty for duty, _ in degrees}
    kept = [
        one
        for one in records
        if not duties.isdisjoint(reference.partition("@")[0] for reference in (*one.meets, *one.starts))
    ]
    return HandoverList(
        post=post,
        day=day,
        items=tuple(sorted(items, key=lambda one: (one.due, one.duty, one.window, one.unit))),
        records=tuple((one.ref, one.day.isoformat(), one.title) for one in kept),
        evidence=tuple(dict.fromkeys((file.sha256, file.name) for one in kept for file in one.evidence)),
    )
