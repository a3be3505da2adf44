"""What a unit answers for beside its duties, its people and means, and who was granted what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from remit.api.caller import caller
from remit.api.fields import After, Code, Day, Given, Key, Limit, Ref, Text, Unit
from remit.api.operation import ask, do
from remit.api.paging import cut_at, page_of
from remit.api.shown import Made, render
from remit.core.means import Budget, Means
from remit.core.problem import Place, Problem, error
from remit.core.register_item import Check, ItemKind, Keeper, RegisterItem, give
from remit.core.standing import Status
from remit.store import actions, administration_inquiry, register_inquiry
from remit.store import means_inquiry as store_means
from remit.store.access import Action, Role
from remit.store.refusal import Refused
from remit.store.register_inquiry import ItemSeen

__all__ = [
    "BudgetGiven",
    "CheckGiven",
    "CheckShown",
    "GrantGiven",
    "GrantShown",
    "ItemShown",
    "MeansShown",
    "Register",
    "RegisterItemGiven",
    "SpendingGiven",
    "get_means",
    "grant_role",
    "keep_register",
    "list_grants",
    "list_register",
    "router",
    "set_budget",
    "spend_budget",
]

router = Router(tags=["registers"])
_MOST = 5_000
_LARGEST = 10**15


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckShown:
    """A check with where it stands: `due` is the day of the window that is open or missed, `last` the latest check."""

    name: str
    period: str
    duty: str
    status: Status | None
    due: date | None
    last: date | None
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """An item on a day; `persons` are those who answer for it, `vacant` that nobody holds its post."""

    code: str
    unit: str
    kind: ItemKind
    name: str
    where: str
    since: date
    until: date | None
    keepers: tuple[Keeper, ...]
    checks: tuple[CheckShown, ...]
    tags: tuple[str, ...]
    note: str
    persons: tuple[str, ...]
    vacant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansShown:
    """People and means of a unit in a year: its own, those of its subtree, and of each subtree right below by code."""

    unit: str
    year: int
    on: date
    own: Means
    subtree: Means
    below: dict[str, Means]
    budgets: tuple[Budget, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantShown:
    """Role and unit of an account, who granted them (empty: the console) and when."""

    username: str
    person: str
    role: str
    unit: str
    active: bool
    by: str
    granted: datetime | None


class CheckGiven(Given):
    """A check: how often (an ISO 8601 period; empty: as the duty says), and the duty that asks for it."""

    name: Text
    period: Ref = ""
    duty: Ref = ""


class RegisterItemGiven(Given):
    """An item of a unit's register; `keeper` answers from `keeper_since` (its first day) on, earlier days stay."""

    code: Code
    kind: ItemKind
    name: Text
    since: Day
    until: Day | None = None
    where: Text = ""
    keeper: Ref = ""
    keeper_since: Day | None = None
    checks: list[CheckGiven] = Field(default=[], max_length=50)
    tags: list[Text] = Field(default=[], max_length=50)
    note: Text = ""


class Register(Given):
    """Items of a unit's register, all or none."""

    unit: Code
    items: list[RegisterItemGiven] = Field(min_length=1, max_length=1000)


class BudgetGiven(Given):
    """Money set aside for a purpose in a year, in minor units; with `ref` that budget is said anew."""

    unit: Code
    year: int = Field(ge=1990, le=2199)
    purpose: Text
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    amount: int = Field(ge=0, le=_LARGEST)
    regime: Ref = ""
    ref: Ref = ""


class SpendingGiven(Given):
    """What a record spent of a budget, in minor units; 0 takes it back."""

    record: Code
    amount: int = Field(ge=0, le=_LARGEST)


class GrantGiven(Given):
    """Another role and unit of an account; no unit: none."""

    username: Code
    role: Annotated[str, Field(description="One of the roles of the manual.", max_length=40)]
    unit: Ref = ""


@ask(router, "/register", Action.SEE, gives=page_of(ItemShown, "RegisterItem"))
def list_register(
    request: HttpRequest,
    unit: Unit,
    on: Annotated[Day | None, Query(description="The day asked about; left out: today.")] = None,
    kind: Annotated[ItemKind | None, Query(description="Only of this kind.")] = None,
    tag: Annotated[str, Query(max_length=200, description="Only with this tag.")] = "",
    below: Annotated[bool, Query(description="Also those of all units below it.")] = False,
    after: After = "",
    limit: Limit = 100,
) -> HttpResponse:
    """List the places, channels, systems and assets of a unit, who answers for each, and where its checks stand."""
    who = caller(request)
    seen = register_inquiry.register(
        who.viewer, unit, on or who.today, kind=kind.value if kind else "", tag=tag, below=below, limit=_MOST
    )
    shown = [_item_shown(one) for one in seen.items]
    items, following = cut_at(shown, lambda one: (one.code,), after=after, limit=limit)
    return render({"items": items, "next": following})


@do(router, "/register", Action.ORGANISE)
def keep_register(request: HttpRequest, key: Key, given: Register) -> HttpResponse:
    """Enter items into a unit's register, or bring those of their codes up to date, all or none."""
    who = caller(request)
    held = {one.code: one for one in register_inquiry.register_items(who.viewer, given.unit)}
    items = tuple(_item(one, given.unit, held.get(one.code)) for one in given.items)
    return render(Made(ref=actions.keep_items(who.by(key), items, unit=given.unit)), status=201)


@ask(router, "/means", Action.SEE, gives=MeansShown)
def get_means(
    request: HttpRequest,
    unit: Unit,
    year: Annotated[int | None, Query(ge=1990, le=2199, description="Left out: this one.")] = None,
) -> HttpResponse:
    """Count posts filled and vacant, trainings of a year, and sum its money, of a unit and all below it."""
    who = caller(request)
    seen = store_means.means(who.viewer, unit, year or who.today.year, today=who.today)
    shown = MeansShown(
        unit=seen.unit.code,
        year=seen.year,
        on=seen.day,
        own=seen.own,
        subtree=seen.subtree,
        below={one.code: part for one, part in seen.below},
        budgets=seen.budgets,
    )
    return render(shown)


@do(router, "/budgets", Action.ORGANISE)
def set_budget(request: HttpRequest, key: Key, given: BudgetGiven) -> HttpResponse:
    """Set money aside for a purpose in a year, or say anew how much."""
    ref = actions.set_budget(
        caller(request).by(key),
        unit=given.unit,
        year=given.year,
        purpose=given.purpose,
        currency=given.currency,
        amount=given.amount,
        regime=given.regime,
        ref=given.ref,
    )
    return render(Made(ref=ref), status=201)


@do(router, "/budgets/{ref}/spend", Action.RECORD)
def spend_budget(request: HttpRequest, ref: str, key: Key, given: SpendingGiven) -> HttpResponse:
    """Say what a record spent of its unit's budget."""
    made = actions.spend(caller(request).by(key), budget=ref, record=given.record, amount=given.amount)
    return render(Made(ref=made), status=201)


@ask(router, "/grants", Action.GRANT, gives=page_of(GrantShown, "Grant"))
def list_grants(request: HttpRequest, after: After = "", limit: Limit = 100) -> HttpResponse:
    """List which role and unit each account was granted, by whom and when."""
    found, _total = administration_inquiry.grants(caller(request).viewer, limit=1_000_000)
    shown = [
        GrantShown(
            username=one.username,
            person=one.person,
            role=one.role,
            unit=one.unit,
            active=one.active,
            by=one.by,
            granted=one.granted,
        )
        for one in found
    ]
    items, following = cut_at(shown, lambda one: (one.username,), after=after, limit=limit)
    return render({"items": items, "next": following})


@do(router, "/grants", Action.GRANT)
def grant_role(request: HttpRequest, key: Key, given: GrantGiven) -> HttpResponse:
    """Give an account another role and unit: never one's own; its sessions end."""
    if given.role not in set(Role):
        raise Refused([_no_role(given.role)])
    by = caller(request).by(key)
    ref = actions.grant(by, username=given.username, role=Role(given.role), unit=given.unit)
    return render(Made(ref=ref), status=201)


def _item(given: RegisterItemGiven, unit: str, held: RegisterItem | None) -> RegisterItem:
    item = RegisterItem(
        code=given.code,
        unit=unit,
        kind=given.kind,
        name=given.name,
        since=given.since,
        until=given.until,
        where=given.where,
        keepers=held.keepers if held else (),
        checks=tuple(Check(name=one.name, period=one.period, duty=one.duty) for one in given.checks),
        tags=tuple(given.tags),
        note=given.note,
    )
    return give(item, given.keeper, since=given.keeper_since or given.since) if given.keeper else item


def _item_shown(one: ItemSeen) -> ItemShown:
    said = [dict(answer.values) for answer in one.answers]
    return ItemShown(
        code=one.item.code,
        unit=one.item.unit,
        kind=one.item.kind,
        name=one.item.name,
        where=one.item.where,
        since=one.item.since,
        until=one.item.until,
        keepers=one.item.keepers,
        checks=tuple(
            CheckShown(
                name=check.check.name,
                period=check.check.period,
                duty=check.check.duty,
                status=check.status,
                due=check.due,
                last=check.last,
                record=check.record,
            )
            for check in one.checks
        ),
        tags=one.item.tags,
        note=one.item.note,
        persons=tuple(
            dict.fromkeys(p for v in said if (p := v.get("person") or v.get("through_person", "")))
        ),
        vacant=one.vacant,
    )


def _no_role(role: str) -> Problem:
    return error(
        "role-unknown", "'{role}' is no role.", "Choose one of the list.", at=Place(ref="role"), role=role
    )
