"""Registers, means, administration and own tokens in the permission matrix."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse

from remit.core.register_item import Check, ItemKind, Keeper, RegisterItem
from remit.store import actions
from tests.pages.conftest import by
from tests.pages.permission_matrix import ISO, Probe, World, canary

__all__ = ["REGISTER_DEEDS", "administration_probes", "fill_register", "register_probes"]

REGISTER_DEEDS = frozenset({"keep_register", "set_budget", "spend_budget", "grant_role"})


def fill_register(world: World, code: str, since: date, now: datetime) -> None:
    """Give a unit an item with a check, and money for a purpose."""
    item = RegisterItem(
        code=f"{code}/item",
        unit=code,
        kind=ItemKind.PLACE,
        name=canary(code, "I"),
        where=canary(code, "W"),
        since=since,
        keepers=(Keeper(post=f"{code}/head", since=since),),
        checks=(Check(name="tour", period="P1M"),),
    )
    actions.keep_items(by(now), [item], unit=code)
    purpose = canary(code, "P")
    world.budgets[code] = actions.set_budget(
        by(now), unit=code, year=2026, purpose=purpose, currency="CNY", amount=100
    )


def register_probes(world: World, code: str) -> list[Probe]:
    """What a unit answers for beside its duties, and its means."""
    query, item = {"unit": code}, {"item": f"{code}/item"}
    check = {**item, "check": "tour"}
    spent = {"budget": world.budgets[code], "record": world.records[code], "spent": "0.01"}
    new = {"name": "New", "kind": "place", "since": ISO}
    budget = {"year": "2026", "purpose": "Drills", "amount": "1", "currency": "CNY"}

    def ask(name: str, rule: str, given: dict[str, str]) -> Probe:
        return Probe(name, "GET", reverse(name, query=given), rule, code)

    def do(name: str, rule: str, given: dict[str, str]) -> Probe:
        return Probe(name, "POST", reverse(name), rule, code, given)

    return [
        ask("register", "see", query),
        ask("register", "see", {**query, "below": "1"}),
        ask("register-item", "keep", query),
        ask("register-item", "keep", item),
        do("register-item", "keep", {**query, **new}),
        ask("register-check", "record", check),
        do("register-check", "record", {**check, "title": "Seen", "day": ISO}),
        ask("register-workbook", "see", query),
        do("register-workbook", "keep", query),
        ask("means", "see", query),
        do("means-budget", "keep", {**query, **budget}),
        do("means-budget", "keep", {**query, "budget": world.budgets[code], "amount": "much"}),
        do("means-spend", "record", spent),
    ]


def administration_probes() -> list[Probe]:
    """Accounts, grants, the journal, and the tokens of one's own."""
    somebody, newcomer = {"username": "twin", "active": "1"}, {"username": "zoe", "person": "Zoe"}
    tokens, revoke = reverse("account-tokens"), reverse("account-token-revoke")
    return [
        Probe("accounts", "GET", reverse("accounts"), "accounts"),
        Probe("account-open", "POST", reverse("account-open"), "accounts", data=newcomer),
        Probe("account-change", "POST", reverse("account-change"), "accounts", data=somebody),
        Probe("account-let-in", "POST", reverse("account-let-in"), "accounts", data=somebody),
        Probe("grants", "GET", reverse("grants"), "grants"),
        Probe("grant", "POST", reverse("grant"), "grants", data={**somebody, "role": "clerk"}),
        Probe("journal", "GET", reverse("journal"), "journal"),
        *(Probe("account-tokens", verb, tokens, "mine") for verb in ("GET", "POST")),
        Probe("account-token-revoke", "POST", revoke, "mine"),
    ]
