"""How a unit divides what it has adopted: which posts a role stands for, and its task breakdown."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from remit.api.caller import caller
from remit.api.fields import Code, Day, Given, Key, Ref, Text, Unit
from remit.api.operation import ask, do
from remit.api.shown import Made, render
from remit.core.breakdown import BreakdownItem, Placement
from remit.store import actions, listing
from remit.store.access import Action

__all__ = [
    "Breakdown",
    "ItemGiven",
    "PlacementGiven",
    "Placements",
    "confirm_placements",
    "divide",
    "list_breakdown",
    "list_placements",
    "router",
]

router = Router(tags=["breakdown"])


class PlacementGiven(Given):
    """Which posts a role of the regime stands for; none: back to what degrees say."""

    role: Code
    posts: list[Code] = Field(default=[], max_length=100)
    since: Day
    until: Day | None = None


class Placements(Given):
    """Placements of one adopted regime at one unit, all or none."""

    regime: Code
    unit: Code
    placements: list[PlacementGiven] = Field(min_length=1, max_length=500)


class ItemGiven(Given):
    """A duty as the unit divides it; `lead` and `supporting` are posts, or units for whose head they stand.

    An item of the unit's own has a reference that begins with `+/` and says in `title` what is to be done; `cascades`
    puts it into the breakdowns of all units below.
    """

    duty: Code
    since: Day
    until: Day | None = None
    leader: Ref = ""
    lead: list[Code] = Field(default=[], max_length=100)
    supporting: list[Code] = Field(default=[], max_length=100)
    due: Text = ""
    measures: Text = ""
    evidence: list[Text] = Field(default=[], max_length=100)
    note: Text = ""
    title: Text = ""
    cascades: bool = False


class Breakdown(Given):
    """Rows of a unit's task breakdown, all or none; `removed` are duties no longer divided from `since` (today) on."""

    unit: Code
    items: list[ItemGiven] = Field(default=[], max_length=1000)
    removed: list[Code] = Field(default=[], max_length=1000)
    since: Day | None = None


@ask(router, "/placements", Action.SEE, gives=dict[str, list[Placement]])
def list_placements(
    request: HttpRequest,
    unit: Unit,
    regime: Annotated[str, Query(max_length=200, description="Only of this regime.")] = "",
) -> HttpResponse:
    """List, by regime, which posts its roles stand for at a unit."""
    return render(listing.placements(caller(request).viewer, unit, regime=regime))


@do(router, "/placements", Action.DIVIDE)
def confirm_placements(request: HttpRequest, key: Key, given: Placements) -> HttpResponse:
    """Confirm which posts of a unit each role of an adopted regime stands for."""
    placements = tuple(
        Placement(unit=given.unit, role=p.role, posts=tuple(p.posts), since=p.since, until=p.until)
        for p in given.placements
    )
    by = caller(request).by(key)
    ref = actions.confirm_placements(by, placements, regime=given.regime, unit=given.unit)
    return render(Made(ref=ref), status=201)


@ask(router, "/breakdown", Action.SEE, gives=list[BreakdownItem])
def list_breakdown(
    request: HttpRequest,
    unit: Unit,
    on: Annotated[Day | None, Query(description="As on this day; left out: of all times.")] = None,
) -> HttpResponse:
    """List how a unit has divided its duties."""
    return render(listing.breakdown(caller(request).viewer, unit, day=on))


@do(router, "/breakdown", Action.DIVIDE)
def divide(request: HttpRequest, key: Key, given: Breakdown) -> HttpResponse:
    """Write rows of a unit's task breakdown."""
    items = tuple(
        BreakdownItem(
            duty=one.duty,
            unit=given.unit,
            since=one.since,
            until=one.until,
            leader=one.leader,
            lead=tuple(one.lead),
            supporting=tuple(one.supporting),
            due=one.due,
            measures=one.measures,
            evidence=tuple(one.evidence),
            note=one.note,
            title=one.title,
            cascades=one.cascades,
        )
        for one in given.items
    )
    by = caller(request).by(key)
    ref = actions.divide(by, items, unit=given.unit, removed=tuple(given.removed), since=given.since)
    return render(Made(ref=ref), status=201)
