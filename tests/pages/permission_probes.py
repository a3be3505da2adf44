"""Every address of the site, with the rule of the table that it falls under."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.urls import reverse

from tests.pages import reporting_rules
from tests.pages.matter_probes import matter_probes, table_probes
from tests.pages.package_probes import (
    package_probes,
)
from tests.pages.permission_matrix import (
    DRAFT,
    DUTY,
    ISO,
    ISSUED,
    UNITS,
    Probe,
    World,
)
from tests.pages.register_probes import administration_probes, register_probes

_CHANGES = ("rename", "move", "merge", "split", "close", "reclassify")


def page_probes(world: World) -> list[Probe]:
    probes = [probe for code in UNITS for probe in _at_unit(world, code)]
    probes += [
        *_everywhere(),
        *_own_account(),
        *table_probes(world),
        *package_probes(),
        *administration_probes(),
    ]
    return [*probes, *_other_verbs(probes)]


def _at_unit(world: World, code: str) -> list[Probe]:
    """The addresses that are about a unit, or about something that belongs to one."""
    return [
        *_business(world, code),
        *reporting_rules.probes(
            partial(_ask, code), partial(_do, code), code, world.reports[code], world.situations[code]
        ),
        *_establishment(world, code),
    ]


def _ask(code: str, name: str, rule: str, /, *parts: str, **given: str) -> Probe:
    address = reverse(name, args=parts, query=given)
    return Probe(name, "GET", address, rule, code, **_SHOWN_BESIDES.get(name, {}))


def _do(code: str, name: str, rule: str, /, *parts: str, **data: Any) -> Probe:
    return Probe(name, "POST", reverse(name, args=parts), rule, code, data, **_SHOWN_BESIDES.get(name, {}))


def _business(world: World, code: str) -> list[Probe]:
    """What a unit does: its pages, records and breakdown."""
    post, query = f"{code}/head", {"unit": code}
    ask, do = partial(_ask, code), partial(_do, code)
    new = {"day": ISO, "kind": "check", "title": "Seen", "unit": code}
    return [
        ask("unit", "see", code),
        ask("ledger", "see", **query),
        ask("ledger", "see", whole="1", status="every", **query),
        ask("heat-map", "see", **query),
        ask("who", "see", unit=code, duty=DUTY, on=ISO),
        ask("units-below", "see", **query),
        ask("burden", "see", **query),
        ask("record-new", "record", **query),
        do("record-new", "record", **new),
        ask("record", "see", world.records[code]),
        *_records(world, code),
        *matter_probes(world, code),
        ask("breakdown", "see", **query),
        do("breakdown", "keep", since=ISO, **query),
        ask("breakdown-workbook", "see", **query),
        do("breakdown-workbook", "keep", **query),
        ask("breakdown-plan", "see", **query),
        ask("placing", "see", regime="port-fire", **query),
        do(
            "placing",
            "keep",
            regime="port-fire",
            since=ISO,
            **{"role-0": "each office", "posts-0": post},
            **query,
        ),
        ask("amending", "see", regime="port-fire", **query),
        *register_probes(world, code),
    ]


def _records(world: World, code: str) -> list[Probe]:
    """What was done, what shows it and what became of it; and what is due by the calendar."""
    ref, shown = world.records[code], [world.records[code], world.digests[code]]
    ask, do = partial(_ask, code), partial(_do, code)
    right = {"day": ISO, "kind": "check", "title": "Seen", "reason": "Wrong", "whole": "yes"}
    return [
        ask("records", "see", unit=code),
        ask("record-correct", "record", ref),
        do("record-correct", "record", ref, **right),
        do("record-withdraw", "record", ref, reason="Wrong", key="withdrawn"),
        do("evidence-add", "record", ref, link="https://port.example/", whole="yes"),
        ask("evidence", "see", *shown),
        ask("evidence-shown", "see", *shown),
        ask("evidence-picture", "absent", *shown),
        ask("calendar", "see", unit=code),
        ask("calendar", "see", unit=code, year="2026"),
    ]


def _establishment(world: World, code: str) -> list[Probe]:
    """What a unit is: its changes, posts, groups, loans and handovers, and what it adopts."""
    post, query = f"{code}/head", {"unit": code}
    ask, do = partial(_ask, code), partial(_do, code)
    return [
        do("unit-tags", "keep", tags="new", **query),
        *(ask("unit-change", "keep", name, **query) for name in _CHANGES[:2]),
        *(do("unit-change", "keep", name, to="Kanari", day=ISO, **query) for name in _CHANGES),
        ask("unit-people", "see", **query),
        ask("post", "see", post=post),
        ask("post-new", "keep", **query),
        do("post-new", "keep", title="New", degree="lead", since=ISO, **query),
        ask("post-edit", "keep", post=post),
        do("post-edit", "keep", post=post, title="New", degree="lead"),
        do("post-do", "keep", "appoint", post=post, person="Zoe", since=ISO),
        do("post-do", "keep", "vacate", post=post, last=ISO),
        do("post-do", "keep", "close", post=post, until=ISO),
        do("loan-new", "lend", post=post, borrower="Zoe", reason="Leave", **_DAYS),
        do("loan-end", "end", world.loans[code]),
        do("handover-new", "prepare", post=post, day="2026-05-01"),
        ask("handover", "handover", world.handovers[code]),
        do("handover-sign", "sign", world.handovers[code]),
        ask("group", "keep", group=f"{code}/group"),
        ask("group", "keep", **query),
        do("group", "keep", title="Other", **{"seat-1": "chair", "post-1": post}, **query),
        Probe(
            "regime-adopt",
            "POST",
            reverse("regime-adopt", args=["port-fire", ISSUED.day]),
            "keep",
            code,
            {"unit": code, "since": ISO},
        ),
    ]


# A breakdown has the rows of the units above. Heads of units beside are offered only to whoever sees the superior.
_SHOWN_BESIDES: dict[str, dict[str, str]] = {
    "breakdown": {"above": "NTK"},
    "breakdown-workbook": {"above": "NTK"},
    "breakdown-plan": {"above": "NTK"},
    "placing": {"above": "NT"},
    "amending": {"above": "NTK"},
}
_DAYS = {"loan-since": ISO, "loan-until": "2026-05-30"}


def _everywhere() -> list[Probe]:
    """The addresses that are about no unit."""
    issued, draft = ["port-fire", ISSUED.day], ["port-fire", DRAFT.day]
    duty, part = [*draft, "art-2"], [*draft, "ground-art-2"]
    decided = {"version": "1", "reason": "No duty"}
    return [
        Probe("home", "GET", "/", "signed"),
        Probe("calendar", "GET", reverse("calendar"), "signed"),
        Probe("units", "GET", reverse("units"), "signed"),
        Probe("who", "GET", reverse("who"), "signed"),
        *(Probe("units-import", verb, reverse("units-import"), "root") for verb in ("GET", "POST")),
        Probe("units-import-template", "GET", reverse("units-import-template"), "root"),
        Probe("units-import-preview", "GET", reverse("units-import-preview", args=["0" * 64]), "absent"),
        Probe("units-import-preview", "POST", reverse("units-import-preview", args=["0" * 64]), "absent"),
        Probe("units-import-errors", "GET", reverse("units-import-errors", args=["0" * 64]), "absent"),
        Probe("regimes", "GET", reverse("regimes"), "read"),
        Probe("regime", "GET", reverse("regime", args=issued), "read"),
        Probe("regime", "GET", reverse("regime", args=draft), "review"),
        Probe("draft-new", "GET", reverse("draft-new"), "review"),
        Probe("draft-new", "POST", reverse("draft-new"), "review"),
        Probe("regime-roles", "GET", reverse("regime-roles", args=draft), "review"),
        Probe("regime-roles", "POST", reverse("regime-roles", args=draft), "review"),
        Probe("regime-issue", "POST", reverse("regime-issue", args=draft), "review", data=decided),
        Probe("duty-correct", "GET", reverse("duty-correct", args=duty), "review"),
        Probe("duty-correct", "POST", reverse("duty-correct", args=duty), "review", data=decided),
        Probe("duty-accept", "POST", reverse("duty-accept", args=duty), "review", data=decided),
        Probe("duty-reject", "POST", reverse("duty-reject", args=duty), "review", data=decided),
        *(
            Probe(name, "GET", reverse(name, args=draft), "signed")
            for name in ("regime-issue", "regime-adopt")
        ),
        *(Probe(name, "GET", reverse(name, args=duty), "signed") for name in ("duty-accept", "duty-reject")),
        *_parts(issued, draft, part, decided),
    ]


def _parts(issued: list[Any], draft: list[Any], part: list[Any], decided: dict[str, str]) -> list[Probe]:
    """The parts of an edition, and the file that holds them."""
    added = {**decided, "list": "grounds", "clause": "0", "quote": "a drill"}
    return [
        *(
            Probe(name, "GET", reverse(name, args=edition), rule)
            for name in ("regime-parts", "regime-file")
            for edition, rule in ((issued, "read"), (draft, "review"))
        ),
        Probe("part-new", "GET", reverse("part-new", args=draft), "review"),
        Probe("part-new", "POST", reverse("part-new", args=draft), "review", data=added),
        Probe("part-correct", "GET", reverse("part-correct", args=part), "review"),
        Probe("part-correct", "POST", reverse("part-correct", args=part), "review", data=decided),
        Probe("part-accept", "POST", reverse("part-accept", args=part), "review", data=decided),
        Probe("part-reject", "POST", reverse("part-reject", args=part), "review", data=decided),
        *(Probe(name, "GET", reverse(name, args=part), "signed") for name in ("part-accept", "part-reject")),
    ]


_OWN = (
    "account-prove",
    "account-password",
    "account-link",
    "account-app",
    "account-recovery",
    "account-calendar",
)
_OWN_DEEDS = (
    "account-language",
    "account-sessions-end",
    "account-unlink",
    "account-app-remove",
    "account-passkey",
    "account-passkey-remove",
)


def _own_account() -> list[Probe]:
    """The ways in, and what each does with the own account."""
    ways = {"provider": ["nowhere"], "once": ["t" * 43]}
    return [
        Probe("account", "GET", reverse("account"), "signed"),
        Probe("notices", "GET", reverse("notices"), "signed"),
        Probe("notices-seen", "POST", reverse("notices-seen"), "signed", data={"last": "1", "key": "n"}),
        Probe("notices-address", "POST", reverse("notices-address"), "signed", data={"mail": "", "key": "n"}),
        *(Probe(name, verb, reverse(name), "mine") for name in _OWN for verb in ("GET", "POST")),
        *(Probe(name, "POST", reverse(name), "mine") for name in _OWN_DEEDS),
        Probe("account-passkey", "GET", reverse("account-passkey"), "mine"),
        Probe("feed", "GET", reverse("feed", args=["t" * 43]), "absent"),
        Probe("sign-in", "GET", reverse("sign-in"), "open"),
        Probe("sign-in-once", "GET", reverse("sign-in-once", args=ways["once"]), "open"),
        Probe("sign-in-second", "GET", reverse("sign-in-second"), "open"),
        Probe("sign-in-passkey", "GET", reverse("sign-in-passkey"), "open"),
        Probe("sign-in-with", "GET", reverse("sign-in-with", args=ways["provider"]), "absent"),
        Probe("sign-in-back", "GET", reverse("sign-in-back", args=ways["provider"]), "absent"),
        Probe("sign-out", "GET", reverse("sign-out"), "absent"),
        Probe("language", "POST", reverse("language"), "open", data={"language": "en"}),
        Probe("type-size", "POST", reverse("type-size"), "open", data={"size": "large"}),
    ]


def _other_verbs(probes: list[Probe]) -> list[Probe]:
    """The verb that an address does not know is answered to nobody."""
    known = {(probe.name, probe.verb) for probe in probes}
    first = {probe.name: probe for probe in reversed(probes) if probe.name not in _BOTH_VERBS}
    return [
        Probe(name, verb, one.address, "absent")
        for name, one in first.items()
        for verb in ("GET", "POST")
        if (name, verb) not in known
    ]


_BOTH_VERBS = {"sign-in", "sign-in-once", "sign-in-second", "sign-in-passkey", "sign-out"} | {
    "sign-in-with",
    "sign-in-back",
}
