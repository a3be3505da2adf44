"""Guarded questions on matters: what waits for whom, what was done, what is late, and one matter with its moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q

from remit.core.flow import Move
from remit.core.matter import Matter, moves_for
from remit.store import establishment_inquiry, load, load_matter, models
from remit.store.access import Action, Role, Stretch, Viewer, allowed, require
from remit.store.hands import Hands, hands_in
from remit.store.load_establishment import unit_names
from remit.store.load_matter import MatterLine, MatterText
from remit.store.refusal import Denied

__all__ = [
    "Box",
    "Choice",
    "MatterSeen",
    "box",
    "box_counts",
    "decided_in",
    "filed_below",
    "lines_from",
    "matter",
    "moves_of",
    "place_of",
    "read_place",
    "text_of",
    "texts_of",
]


class Box(StrEnum):
    """How an office sorts what is on its table."""

    TO_DO = "to-do"  # 待办
    DONE = "done"  # 已办
    STARTED = "started"  # 我发起
    OVERDUE = "overdue"  # 逾期


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which matters of a box are wanted: those of a flow, or with some words in the title; empty: all."""

    flow: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterSeen:
    """A matter with the names of its units, the viewer's hands in it and the moves that are theirs to take."""

    matter: Matter
    names: dict[str, str]
    hands: Hands
    moves: tuple[Move, ...]


def matter(viewer: Viewer, ref: str, today: date) -> MatterSeen:
    """Return one matter as the viewer sees it; at most eight queries."""
    found = load_matter.matter(ref)
    hands = hands_in(viewer, [found], today)[ref]
    if not hands.sees:
        raise Denied
    names = unit_names({found.unit, found.asker, *found.support, *found.copies})
    return MatterSeen(matter=found, names=names, hands=hands, moves=_moves(viewer, found, hands))


def text_of(viewer: Viewer, ref: str, today: date) -> MatterText | None:
    """Return the last version of the text that goes with a matter, None where there is none."""
    matter(viewer, ref, today)
    return load_matter.matter_text(ref)


def texts_of(viewer: Viewer, ref: str, today: date) -> tuple[MatterText, ...]:
    """Return every version of the text that goes with a matter, the latest first."""
    matter(viewer, ref, today)
    return load_matter.matter_texts(ref)


def box(
    viewer: Viewer,
    which: Box,
    *,
    now: datetime,
    choice: Choice = Choice(),
    after: tuple[date | None, int] | None = None,
    limit: int = 50,
) -> tuple[MatterLine, ...]:
    """Return up to `limit` matters of a box, by due day, those after a place (`due`, `key` of a line); one query.

    Denied to who sees no unit at all.
    """
    if viewer.role is not Role.CONSOLE and not any(allowed(viewer, Action.SEE, s) for s in viewer.spans):
        raise Denied
    return load_matter.matter_lines(_box(viewer, which, now) & _chosen(choice), after=after, limit=limit)


def box_counts(viewer: Viewer, *, now: datetime) -> dict[Box, int]:
    """Return how many matters are in each box; one query."""
    return load_matter.count_each({which: _box(viewer, which, now) for which in Box})


def place_of(line: MatterLine) -> str:
    """Return the place of a matter in a list, `DAY,KEY`, as `read_place` reads it."""
    return f"{line.due.isoformat() if line.due else ''},{line.key}"


def read_place(text: str) -> tuple[date | None, int] | None:
    """Return the place in a list that a text stands for; None, the beginning, where it is none."""
    day, _comma, key = text.partition(",")
    if not key.isdecimal() or not key.isascii() or len(key) > 18:
        return None
    try:
        return (date.fromisoformat(day) if day else None), int(key)
    except ValueError:
        return None


def moves_of(viewer: Viewer, refs: Iterable[str], today: date) -> dict[str, tuple[Move, ...]]:
    """Return the moves that are the viewer's to take in some matters, by reference; six queries."""
    found = load_matter.matters_named(refs)
    hands = hands_in(viewer, found, today)
    return {one.ref: _moves(viewer, one, hands[one.ref]) for one in found if hands[one.ref].sees}


def decided_in(viewer: Viewer, group: str, *, open_only: bool, limit: int = 100) -> tuple[MatterLine, ...]:
    """Return up to `limit` tasks that the conferences of a leading group decided, the last ones first; four queries."""
    host = establishment_inquiry.group(viewer, group)
    chosen = Q(flow="task", kind=group, asker__code=host.unit)
    return load_matter.matter_lines(
        chosen & Q(closed=None) if open_only else chosen, latest=True, limit=limit
    )


def filed_below(
    viewer: Viewer,
    unit: str,
    *,
    choice: Choice = Choice(),
    period: str = "",
    open_only: bool = False,
    after: tuple[date | None, int] | None = None,
    limit: int = 50,
) -> tuple[MatterLine, ...]:
    """Return up to `limit` matters of a unit and all below it, by due day; three queries."""
    within = load.stretch(unit)
    require(viewer, Action.SEE, within)
    chosen = _chosen(choice) & Q(unit__lo__gte=within[0], unit__lo__lt=within[1])
    if period:
        chosen &= Q(period=period)
    if open_only:
        chosen &= Q(closed=None)
    return load_matter.matter_lines(chosen, after=after, limit=limit)


def lines_from(viewer: Viewer, source: str, today: date) -> tuple[MatterLine, ...]:
    """Return the matters that came from a record, in the order they were opened, as far as the viewer sees them."""
    found = load_matter.matters_where(Q(source=source))
    hands = hands_in(viewer, found, today)
    seen = [one.ref for one in found if hands[one.ref].sees]
    lines = load_matter.matter_lines(Q(ref__in=seen), latest=True, limit=len(seen)) if seen else ()
    return lines[::-1]


def _moves(viewer: Viewer, matter: Matter, hands: Hands) -> tuple[Move, ...]:
    return moves_for(matter, hands=hands.hands, by=viewer.person)


def _box(viewer: Viewer, which: Box, now: datetime) -> Q:
    """The rows of a box: what waits or is late at the viewer's own units, what they did anywhere in their branch."""
    owned, asked = _own(viewer, "unit"), _own(viewer, "asker")
    waiting = (owned & Q(with_owner=True)) | (asked & Q(with_asker=True))
    match which:
        case Box.TO_DO:
            return Q(closed=None) & waiting
        case Box.STARTED:
            return _branch(viewer) & Q(opened_by=viewer.person)
        case Box.OVERDUE:
            return Q(closed=None, done=None, due__lt=now.date()) & (owned | asked)
    mine = models.MatterStep.objects.filter(by=viewer.person).values("matter")
    return _branch(viewer) & Q(pk__in=mine) & ~(Q(closed=None) & waiting)


def _own(viewer: Viewer, field: str) -> Q:
    """The matters of the units at which the viewer acts."""
    if viewer.role is Role.CONSOLE:
        return Q()
    return Q(**{f"{field}__lo__in": [lo for lo, _ in _acting(viewer)]})


def _branch(viewer: Viewer) -> Q:
    """The matters of the units for which the viewer may act, their own and all below."""
    if viewer.role is Role.CONSOLE:
        return Q()
    found = Q(pk__in=[])
    for lo, hi in _acting(viewer):
        found |= Q(unit__lo__gte=lo, unit__lo__lt=hi) | Q(asker__lo__gte=lo, asker__lo__lt=hi)
    return found


def _acting(viewer: Viewer) -> list[Stretch]:
    return [span for span in viewer.spans if allowed(viewer, Action.RECORD, span)]


def _chosen(choice: Choice) -> Q:
    chosen = Q()
    if choice.flow:
        chosen &= Q(flow=choice.flow)
    if choice.text:
        chosen &= Q(title__icontains=choice.text)
    return chosen
