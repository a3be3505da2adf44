"""What concerns the installation as a whole: whose the token is, the calendar, the journal, the accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from remit.api.caller import caller
from remit.api.fields import After, Day, Given, Key, Limit, Text
from remit.api.operation import ask, do
from remit.api.paging import cut_at, page_of
from remit.api.shown import JournalLine, Made, journal_line, render
from remit.core.post import Unit
from remit.core.workday import Term, WorkCalendar
from remit.store import actions, inquiry
from remit.store.access import Action
from remit.store.load import Account

__all__ = [
    "AccountShown",
    "CalendarGiven",
    "Me",
    "TermGiven",
    "get_calendar",
    "get_me",
    "list_accounts",
    "list_journal",
    "router",
    "set_calendar",
]

router = Router(tags=["installation"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """For whom a token speaks, what it is for, and the units at the head of what it reaches."""

    person: str
    role: str
    token: str
    name: str
    scope: tuple[Action, ...]
    unit: str
    expires: datetime
    homes: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountShown:
    """An account without its secrets; `unit` is what is seen while no post is held."""

    username: str
    person: str
    unit: str
    role: str
    language: str
    active: bool


class TermGiven(Given):
    """A stretch of the year with a name, such as a school term: both days included."""

    kind: Text
    name: Text
    first: Day
    last: Day


class CalendarGiven(Given):
    """The working-day calendar: weekdays between two days, less `holidays`, plus `workdays`."""

    first: Day
    last: Day
    holidays: list[Day] = Field(default=[], max_length=20_000)
    workdays: list[Day] = Field(default=[], max_length=20_000)
    terms: list[TermGiven] = Field(default=[], max_length=2_000)


@ask(router, "/me", gives=Me)
def get_me(request: HttpRequest) -> HttpResponse:
    """Say for whom the token speaks and what it is for."""
    who = caller(request)
    me = Me(
        person=who.viewer.person,
        role=who.viewer.role,
        token=who.token.ref,
        name=who.token.name,
        scope=who.token.scope,
        unit=who.token.unit,
        expires=who.token.expires,
        homes=inquiry.homes(who.viewer),
    )
    return render(me)


@ask(router, "/calendar", gives=WorkCalendar)
def get_calendar(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - everybody may see it
    """Show the working-day calendar."""
    return render(inquiry.calendar())


@do(router, "/calendar", Action.ORGANISE)
def set_calendar(request: HttpRequest, key: Key, given: CalendarGiven) -> HttpResponse:
    """Set the working-day calendar of the installation, in place of the one before."""
    calendar = WorkCalendar(
        first=given.first,
        last=given.last,
        holidays=frozenset(given.holidays),
        workdays=frozenset(given.workdays),
        terms=tuple(Term(t.kind, t.name, t.first, t.last) for t in given.terms),
    )
    return render(Made(ref=actions.set_calendar(caller(request).by(key), calendar)), status=201)


@ask(router, "/journal", Action.JOURNAL, gives=page_of(JournalLine, "Journal"))
def list_journal(
    request: HttpRequest,
    after: Annotated[
        int, Query(ge=0, le=2**53, description="The number of the last line that is known.")
    ] = 0,
    limit: Limit = 100,
) -> HttpResponse:
    """List the lines of the journal after a number, in order; `next` is the number of the last."""
    lines = inquiry.journal(caller(request).viewer, after=after, limit=limit + 1)
    shown = [journal_line(line) for line in lines[:limit]]
    return render({"items": shown, "next": str(shown[-1].seq) if len(lines) > limit else None})


@ask(router, "/accounts", Action.ACCOUNTS, gives=page_of(AccountShown, "Account"))
def list_accounts(request: HttpRequest, after: After = "", limit: Limit = 100) -> HttpResponse:
    """List the accounts, without their secrets."""
    some = [_account_shown(one) for one in inquiry.accounts(caller(request).viewer)]
    items, following = cut_at(some, lambda one: (one.username,), after=after, limit=limit)
    return render({"items": items, "next": following})


def _account_shown(one: Account) -> AccountShown:
    return AccountShown(
        username=one.username,
        person=one.person,
        unit=one.unit,
        role=one.role,
        language=one.language,
        active=one.active,
    )
