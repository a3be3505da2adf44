"""Posts, who holds them, leading groups, and loans of posts."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from remit.api.caller import caller
from remit.api.fields import Code, Day, Given, Key, Ref, Text, Unit
from remit.api.operation import ask, do
from remit.api.shown import Made, render
from remit.core.duty import Degree
from remit.core.post import Group, Holder, Post, Seat
from remit.store import actions, establishment_inquiry, listing
from remit.store.access import Action
from remit.store.load import Delegation

__all__ = [
    "Appointment",
    "GroupGiven",
    "Loan",
    "PostGiven",
    "SeatGiven",
    "Vacancy",
    "appoint",
    "end_loan",
    "lend_post",
    "list_groups",
    "list_holders",
    "list_loans",
    "list_posts",
    "router",
    "set_group",
    "set_post",
    "vacate",
]

router = Router(tags=["posts"])


class PostGiven(Given):
    """A post of a unit; `covers` are codes of units that its portfolio is limited to."""

    code: Code
    unit: Code
    title: Text
    degree: Degree
    portfolio: list[Text] = Field(default=[], max_length=100)
    covers: list[Code] = Field(default=[], max_length=1000)
    since: Day | None = None
    until: Day | None = None


class Appointment(Given):
    """A post given to a person from a day on; `acting`: in place of a holder to be named."""

    post: Code
    person: Text
    since: Day
    acting: bool = False


class Vacancy(Given):
    """The last day on which a post is held."""

    post: Code
    last: Day


class Loan(Given):
    """A post lent to a person, both days included."""

    post: Code
    person: Text
    since: Day
    until: Day
    reason: Text


class SeatGiven(Given):
    """A seat in a leading group and the post that fills it, of any unit."""

    seat: Seat
    post: Code


class GroupGiven(Given):
    """A leading group of a unit; `office` is the unit or post in which its office is seated."""

    code: Code
    unit: Code
    title: Text
    seats: list[SeatGiven] = Field(default=[], max_length=200)
    office: Ref = ""


@ask(router, "/posts", Action.SEE, gives=list[Post])
def list_posts(request: HttpRequest, unit: Unit) -> HttpResponse:
    """List the posts of a unit."""
    return render(listing.posts(caller(request).viewer, unit))


@ask(router, "/holders", Action.SEE, gives=list[Holder])
def list_holders(
    request: HttpRequest, post: Annotated[Code, Query(description="The post's code.")]
) -> HttpResponse:
    """List who holds and held a post, the latest first."""
    who = caller(request)
    return render(establishment_inquiry.post(who.viewer, post, who.today)[1])


@ask(router, "/groups", Action.SEE, gives=list[Group])
def list_groups(request: HttpRequest, unit: Unit) -> HttpResponse:
    """List the leading groups of a unit with their seats."""
    return render(listing.groups(caller(request).viewer, unit))


@do(router, "/groups", Action.ORGANISE)
def set_group(request: HttpRequest, key: Key, given: GroupGiven) -> HttpResponse:
    """Make a leading group, or bring one of that code up to date."""
    group = Group(
        code=given.code,
        unit=given.unit,
        title=given.title,
        seats=tuple((one.seat, one.post) for one in given.seats),
        office=given.office,
    )
    return render(Made(ref=actions.set_group(caller(request).by(key), group)), status=201)


@do(router, "/posts", Action.ORGANISE)
def set_post(request: HttpRequest, key: Key, given: PostGiven) -> HttpResponse:
    """Make a post, or bring one of that code up to date."""
    post = Post(
        code=given.code,
        unit=given.unit,
        title=given.title,
        degree=given.degree,
        portfolio=tuple(given.portfolio),
        covers=tuple(given.covers),
        since=given.since,
        until=given.until,
    )
    return render(Made(ref=actions.set_post(caller(request).by(key), post)), status=201)


@do(router, "/posts/appoint", Action.ORGANISE)
def appoint(request: HttpRequest, key: Key, given: Appointment) -> HttpResponse:
    """Give a post to a person from a day on; whoever held it ends the day before."""
    by = caller(request).by(key)
    ref = actions.appoint(by, post=given.post, person=given.person, since=given.since, acting=given.acting)
    return render(Made(ref=ref), status=201)


@do(router, "/posts/vacate", Action.ORGANISE)
def vacate(request: HttpRequest, key: Key, given: Vacancy) -> HttpResponse:
    """Let the holding of a post end on a day."""
    ref = actions.vacate(caller(request).by(key), post=given.post, last=given.last)
    return render(Made(ref=ref), status=201)


@ask(router, "/loans", Action.SEE, gives=list[Delegation])
def list_loans(request: HttpRequest, unit: Unit) -> HttpResponse:
    """List the loans of a unit's posts."""
    return render(listing.loans(caller(request).viewer, unit))


@do(router, "/loans", Action.RECORD, Action.ORGANISE)
def lend_post(request: HttpRequest, key: Key, given: Loan) -> HttpResponse:
    """Lend a post to a person for a while: its holder does, or the clerk who keeps it."""
    who = caller(request)
    ref = actions.delegate(
        who.by(key),
        post=listing.reach_post(who.viewer, given.post),
        person=given.person,
        since=given.since,
        until=given.until,
        reason=given.reason,
    )
    return render(Made(ref=ref), status=201)


@do(router, "/loans/{ref}/end", Action.RECORD, Action.ORGANISE)
def end_loan(request: HttpRequest, ref: str, key: Key) -> HttpResponse:
    """Let a loan of a post end: today is the first day without it."""
    who = caller(request)
    ended = actions.end_delegation(who.by(key), ref=listing.reach_loan(who.viewer, ref))
    return render(Made(ref=ended), status=201)
