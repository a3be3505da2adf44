"""Handovers of posts: prepared, looked at, signed by both sides."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from remit.api.caller import caller
from remit.api.fields import Code, Day, Given, Key, Unit
from remit.api.operation import ask, do
from remit.api.shown import Made, render
from remit.store import actions, establishment_inquiry, listing
from remit.store.access import Action
from remit.store.load import Handover

__all__ = ["HandoverGiven", "get_handover", "list_handovers", "prepare_handover", "router", "sign_handover"]

router = Router(tags=["handovers"])


class HandoverGiven(Given):
    """A post that passed on; `day` is the first of the new holder."""

    post: Code
    day: Day


@ask(router, "/handovers", Action.SEE, gives=list[Handover])
def list_handovers(request: HttpRequest, unit: Unit) -> HttpResponse:
    """List the handovers of a unit's posts, the latest first."""
    return render(listing.handovers(caller(request).viewer, unit))


@ask(router, "/handovers/{ref}", Action.SEE, gives=Handover)
def get_handover(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a handover: what was open, and who has signed."""
    who = caller(request)
    seen = establishment_inquiry.handover(who.viewer, listing.reach_handover(who.viewer, ref))
    return render(seen.handover)


@do(router, "/handovers", Action.RECORD, Action.ORGANISE)
def prepare_handover(request: HttpRequest, key: Key, given: HandoverGiven) -> HttpResponse:
    """Write down what passes on with a post whose holder changes on a day."""
    who = caller(request)
    post = listing.reach_post(who.viewer, given.post)
    return render(Made(ref=actions.prepare_handover(who.by(key), post=post, day=given.day)), status=201)


@do(router, "/handovers/{ref}/sign", Action.RECORD, Action.ORGANISE)
def sign_handover(request: HttpRequest, ref: str, key: Key) -> HttpResponse:
    """Sign a handover, as the one who leaves or the one who takes over."""
    who = caller(request)
    signed = actions.sign_handover(who.by(key), ref=listing.reach_handover(who.viewer, ref))
    return render(Made(ref=signed), status=201)
