"""Matters between units: what is on the table, one matter, tasks, filings, steps, more time and conferences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from remit.api.caller import Caller, caller
from remit.api.fields import After, Code, Day, Given, Key, Limit, Ref, Text
from remit.api.operation import ask, do
from remit.api.paging import page_of
from remit.api.shown import Made, render
from remit.core.matter import Matter, due_of, matter_state, matter_status
from remit.core.standing import Status
from remit.store import actions, matter_inquiry
from remit.store.access import Action
from remit.store.load_matter import MatterLine
from remit.store.matter_inquiry import Box, Choice, place_of, read_place

__all__ = [
    "ConferenceGiven",
    "DecisionGiven",
    "ExtensionGiven",
    "FilingGiven",
    "MatterShown",
    "OneMatter",
    "StepGiven",
    "TaskGiven",
    "extend",
    "get_matter",
    "hold_conference",
    "list_matters",
    "open_filing",
    "open_task",
    "router",
    "take_step",
]

router = Router(tags=["matters"])


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterShown:
    """A matter as lists show it; `due` is the day as things stand, `first_due` the one it began with."""

    ref: str
    flow: str
    unit: str
    asker: str
    title: str
    kind: str
    period: str
    duty: str
    opened: datetime
    opened_by: str
    due: date | None
    first_due: date | None
    state: str
    status: Status
    done: datetime | None
    closed: datetime | None
    urged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OneMatter:
    """A matter with its steps, where it stands, and the moves that are the caller's to take."""

    matter: Matter
    state: str
    status: Status
    due: date | None
    moves: tuple[str, ...]


class TaskGiven(Given):
    """A task that a unit hands down to others below it; each has its own."""

    units: list[Code] = Field(max_length=500)
    asker: Code
    title: Text = Field(min_length=1)
    text: Text = ""
    due: Day | None = None
    duty: Ref = ""
    post: Ref = ""
    support: list[Code] = Field(default=[], max_length=500)
    copies: list[Code] = Field(default=[], max_length=500)
    source: Ref = ""


class FilingGiven(Given):
    """An activity that is filed before it happens; `asker` approves: the unit itself or one above it."""

    unit: Code
    asker: Code
    title: Text = Field(min_length=1)
    text: Text = ""
    kind: Text = ""
    due: Day | None = None
    duty: Ref = ""
    approvals: Annotated[int, Field(ge=1, le=9)] = 1
    copies: list[Code] = Field(default=[], max_length=500)


class StepGiven(Given):
    """A move of one or several matters, all or none; `seen` is how many steps the one matter had when decided on."""

    matters: Annotated[list[Code], Field(min_length=1, max_length=500)]
    move: Code
    reason: Text = ""
    day: Day | None = None
    post: Ref = ""
    records: list[Code] = Field(default=[], max_length=500)
    seen: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None


class ExtensionGiven(Given):
    """More time for one window of a duty, decided from above."""

    duty: Code
    unit: Code
    window: Code
    until: Day
    reason: Text
    decided_by: Text = ""


class DecisionGiven(Given):
    """What a conference decided; with a unit it becomes a task for that unit."""

    text: Text = Field(min_length=1)
    unit: Ref = ""
    due: Day | None = None


class ConferenceGiven(Given):
    """A joint conference of a leading group."""

    group: Code
    day: Day
    title: Text = Field(min_length=1)
    agenda: Annotated[list[Text], Field(max_length=500)]
    chair: Text = ""
    attendance: list[Text] = Field(default=[], max_length=500)
    apologies: list[Text] = Field(default=[], max_length=500)
    decisions: list[DecisionGiven] = Field(default=[], max_length=200)
    meets: list[Code] = Field(default=[], max_length=500)


@ask(router, "/matters", Action.SEE, gives=page_of(MatterShown, "Matter"))
def list_matters(
    request: HttpRequest,
    box: Annotated[Box, Query(description="Which of the boxes of the caller's own units.")] = Box.TO_DO,
    flow: Annotated[str, Query(max_length=20, description="Only those of a flow.")] = "",
    words: Annotated[str, Query(max_length=200, description="Only those with this in the title.")] = "",
    after: After = "",
    limit: Limit = 100,
) -> HttpResponse:
    """List what waits for the caller's own units, what they dealt with or started, or what is past its day."""
    who = caller(request)
    choice = Choice(flow=flow, text=words)
    found = matter_inquiry.box(
        who.viewer, box, now=who.now, choice=choice, after=read_place(after), limit=limit + 1
    )
    kept = found[:limit]
    following = place_of(kept[-1]) if len(found) > limit else None
    return render({"items": [_shown(one, who) for one in kept], "next": following})


@ask(router, "/matters/{ref}", Action.SEE, gives=OneMatter)
def get_matter(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a matter with its steps, and the moves that are the caller's to take."""
    who = caller(request)
    seen = matter_inquiry.matter(who.viewer, ref, who.today)
    return render(
        OneMatter(
            matter=seen.matter,
            state=matter_state(seen.matter),
            status=matter_status(seen.matter, who.now),
            due=due_of(seen.matter),
            moves=tuple(move.name for move in seen.moves),
        )
    )


@do(router, "/tasks", Action.RECORD)
def open_task(request: HttpRequest, key: Key, given: TaskGiven) -> HttpResponse:
    """Hand a task down to units below one."""
    ref = actions.open_task(
        caller(request).by(key),
        units=tuple(given.units),
        asker=given.asker,
        title=given.title,
        text=given.text,
        due=given.due,
        duty=given.duty,
        post=given.post,
        support=tuple(given.support),
        copies=tuple(given.copies),
        source=given.source,
    )
    return render(Made(ref=ref), status=201)


@do(router, "/filings", Action.RECORD)
def open_filing(request: HttpRequest, key: Key, given: FilingGiven) -> HttpResponse:
    """Begin a filing before an activity."""
    ref = actions.open_filing(
        caller(request).by(key),
        unit=given.unit,
        asker=given.asker,
        title=given.title,
        text=given.text,
        kind=given.kind,
        due=given.due,
        duty=given.duty,
        approvals=given.approvals,
        copies=tuple(given.copies),
    )
    return render(Made(ref=ref), status=201)


@do(router, "/steps", Action.RECORD)
def take_step(request: HttpRequest, key: Key, given: StepGiven) -> HttpResponse:
    """Lead matters on by a move."""
    ref = actions.take_step(
        caller(request).by(key),
        refs=tuple(given.matters),
        move=given.move,
        reason=given.reason,
        day=given.day,
        post=given.post,
        records=tuple(given.records),
        seen=given.seen,
    )
    return render(Made(ref=ref), status=201)


@do(router, "/extensions", Action.EXCUSE)
def extend(request: HttpRequest, key: Key, given: ExtensionGiven) -> HttpResponse:
    """Give a unit until another day for one window of a duty."""
    ref = actions.extend(
        caller(request).by(key),
        duty=given.duty,
        unit=given.unit,
        window=given.window,
        until=given.until,
        reason=given.reason,
        decided_by=given.decided_by,
    )
    return render(Made(ref=ref), status=201)


@do(router, "/conferences", Action.RECORD)
def hold_conference(request: HttpRequest, key: Key, given: ConferenceGiven) -> HttpResponse:
    """Record a joint conference, and hand down a task for each decision with a unit."""
    ref = actions.hold_conference(
        caller(request).by(key),
        group=given.group,
        day=given.day,
        title=given.title,
        agenda=tuple(given.agenda),
        chair=given.chair,
        attendance=tuple(given.attendance),
        apologies=tuple(given.apologies),
        decisions=tuple(actions.Decision(text=d.text, unit=d.unit, due=d.due) for d in given.decisions),
        meets=tuple(given.meets),
    )
    return render(Made(ref=ref), status=201)


def _shown(line: MatterLine, who: Caller) -> MatterShown:
    return MatterShown(
        ref=line.ref,
        flow=line.flow,
        unit=line.unit,
        asker=line.asker,
        title=line.title,
        kind=line.kind,
        period=line.period,
        duty=line.duty,
        opened=line.opened,
        opened_by=line.opened_by,
        due=line.due,
        first_due=line.first_due,
        state=line.state,
        status=line.status(who.now),
        done=line.done,
        closed=line.closed,
        urged=line.urged,
    )
