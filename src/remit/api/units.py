"""Units, where they stand, and who answers."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from remit.api.caller import caller
from remit.api.fields import After, Code, Day, Limit, Unit
from remit.api.operation import ask
from remit.api.paging import cut, cut_at, page_of
from remit.api.shown import (
    Answering,
    Node,
    Owing,
    Owings,
    answering,
    found,
    node,
    owing,
    render,
)
from remit.core.post import Unit as UnitValue
from remit.core.post import UnitChange
from remit.core.standing import Status
from remit.store import establishment_inquiry, inquiry, listing
from remit.store.access import Action
from remit.store.inquiry import UnitSeen

__all__ = [
    "get_unit",
    "get_unit_changes",
    "list_answers",
    "list_rollup",
    "list_standings",
    "list_units",
    "router",
]

router = Router(tags=["units"])
On = Annotated[Day | None, Query(description="The day asked about; left out: today.")]
Below = Annotated[bool, Query(description="Also all units below it.")]
Duty = Annotated[Code, Query(description="A duty: REGIME/DUTY.")]


@ask(router, "/units", Action.SEE, gives=page_of(UnitValue, "Unit"))
def list_units(request: HttpRequest, unit: Unit, after: After = "", limit: Limit = 100) -> HttpResponse:
    """List a unit and all units below it, a unit before what is below it; `next` is the code of the last."""
    some = listing.units(caller(request).viewer, unit, after=after, limit=limit + 1)
    return render(cut(some, limit=limit, ref=lambda one: one.code))


@ask(router, "/unit", Action.SEE, gives=UnitSeen)
def get_unit(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show a unit, the units above it, and those directly below."""
    return render(inquiry.unit(caller(request).viewer, unit))


@ask(router, "/unit/changes", Action.SEE, gives=list[UnitChange])
def get_unit_changes(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Show what became of a unit, and what others became or gave to it, the latest first."""
    return render(establishment_inquiry.history(caller(request).viewer, unit))


@ask(router, "/standings", Action.SEE, gives=Owings)
def list_standings(
    request: HttpRequest,
    unit: Unit,
    on: On = None,
    below: Below = False,
    status: Annotated[list[Status] | None, Query(description="Only these.")] = None,
    duty: Annotated[str, Query(max_length=400, description="Only this duty: REGIME/DUTY.")] = "",
    after: After = "",
    limit: Limit = 100,
) -> HttpResponse:
    """List where a unit stands on a day with what touches the day's calendar year, by due day."""
    who = caller(request)
    stand = inquiry.standings(who.viewer, unit, on or who.today, subtree=below)
    wanted = [
        owing(one)
        for one in stand.standings
        if (not status or one.status in status) and (not duty or one.occurrence.duty == duty)
    ]
    items, following = cut_at(wanted, _owing_key, after=after, limit=limit)
    problems = tuple(found(problem) for problem in stand.problems)
    return render(Owings(day=stand.day, items=tuple(items), next=following, problems=problems))


@ask(router, "/rollup", Action.SEE, gives=page_of(Node, "Node"))
def list_rollup(
    request: HttpRequest,
    unit: Unit,
    on: On = None,
    depth: Annotated[int | None, Query(ge=0, le=100, description="Levels below it; left out: all.")] = None,
    after: After = "",
    limit: Limit = 100,
) -> HttpResponse:
    """Count met, late, overdue and the others for a unit and each unit below it."""
    who = caller(request)
    nodes = inquiry.rollup(who.viewer, unit, on or who.today, depth=depth)
    items, following = cut_at([*enumerate(map(node, nodes))], lambda one: (one[0],), after=after, limit=limit)
    return render({"items": [one for _, one in items], "next": following})


@ask(router, "/answers", Action.SEE, gives=page_of(Answering, "Answer"))
def list_answers(
    request: HttpRequest,
    duty: Duty,
    unit: Unit,
    on: On = None,
    below: Below = False,
    after: After = "",
    limit: Limit = 100,
) -> HttpResponse:
    """Say who answers for a duty on a day, in which degree, and why; nobody where it does not bind the unit."""
    who = caller(request)
    day = on or who.today
    by_unit = (
        inquiry.who_below(who.viewer, duty, unit, day)
        if below
        else {unit: inquiry.who(who.viewer, duty, unit, day)}
    )
    answers = [answering(code, one) for code, some in by_unit.items() for one in some]
    items, following = cut_at([*enumerate(answers)], lambda one: (one[0],), after=after, limit=limit)
    return render({"items": [one for _, one in items], "next": following})


def _owing_key(one: Owing) -> tuple[str, ...]:
    return (one.due.isoformat(), one.unit, one.duty, one.window)
