"""What regimes ask of a unit in a year."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from remit.api.caller import caller
from remit.api.fields import Unit
from remit.api.operation import ask
from remit.api.shown import render
from remit.core.burden import Burden
from remit.store import burden_inquiry
from remit.store.access import Action

__all__ = ["get_burden", "router"]

router = Router(tags=["units"])
Year = Annotated[int, Query(ge=1990, le=2199, description="A calendar year.")]


@ask(router, "/burden", Action.SEE, gives=Burden)
def get_burden(request: HttpRequest, unit: Unit, year: Year) -> HttpResponse:
    """Show what the regimes in force ask of a unit in a year, what is asked twice, and what one record would serve."""
    return render(burden_inquiry.burden_of(caller(request).viewer, unit, year))
