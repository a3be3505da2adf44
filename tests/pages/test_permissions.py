"""The permission matrix: every address as everybody, for every place in the tree, with canaries; and seeded faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import setup_databases, teardown_databases
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from remit.api.service import api
from remit.store import (
    access,
    establishment_inquiry,
    inquiry,
    load,
    load_establishment,
    load_unit,
    matter_inquiry,
    roll_reading,
    unit_inquiry,
)
from remit.store.access import Action, Role, Viewer
from remit.store.actions import lending
from remit.store.hands import Hands
from tests.pages import permission_matrix, reporting_rules
from tests.pages.conftest import ZONE
from tests.pages.matter_probes import MATTER_DEEDS, MATTER_OPERATIONS, matter_probes, table_probes
from tests.pages.package_probes import (
    PACKAGE_OPERATIONS,
    let_installations_speak,
    package_probes,
    source_of,
)
from tests.pages.permission_matrix import (
    DRAFT,
    DUTY,
    ISO,
    ISSUED,
    PEOPLE,
    UNITS,
    Probe,
    World,
    check,
    undone,
)
from tests.pages.register_probes import REGISTER_DEEDS, administration_probes, fill_register, register_probes

_NOW = datetime(2026, 5, 20, 10, 0, tzinfo=ZONE)
_CHANGES = ("rename", "move", "merge", "split", "close", "reclassify")


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """The world, built once; it is gone after the module."""
    folder = tmp_path_factory.mktemp("evidence")
    with ExitStack() as held:
        held.enter_context(django_db_blocker.unblock())
        held.callback(connection.close)
        if not connection.introspection.table_names():  # no test asks for a database of its own
            made = setup_databases(verbosity=0, interactive=False)
            held.callback(teardown_databases, made, verbosity=0)
        held.enter_context(override_settings(EVIDENCE=folder))
        held.enter_context(undone())
        built = permission_matrix.build(_NOW)
        let_installations_speak([*UNITS], _NOW)
        for code in UNITS:
            fill_register(built, code, ISSUED.day, _NOW)
        yield built


@pytest.fixture(autouse=True)
def evidence_folder(world: World) -> Path | None:
    """The folder is the world's, for all tests of this module."""
    return None


def _pages(world: World) -> list[Probe]:
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
    duty = [*draft, "art-2"]
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

# The API: the rule of each operation, and what its address needs.
_OPERATIONS: dict[str, str] = {
    "get_me": "signed",
    "get_calendar": "signed",
    "list_journal": "journal",
    "list_accounts": "accounts",
    "list_grants": "grants",
    "get_burden": "see",
    **MATTER_OPERATIONS,
    "list_editions": "read",
    "get_edition": "read",
    "get_regime_file": "read",
    **PACKAGE_OPERATIONS,
    **dict.fromkeys(
        (
            "list_units get_unit get_unit_changes list_standings list_rollup list_answers list_posts "
            "list_holders list_groups list_loans list_handovers get_handover list_adoptions list_placements "
            "list_breakdown list_register get_means list_records get_record get_evidence "
            "get_record_versions list_excuses list_reports list_reports_below get_report list_situations "
            "get_situation"
        ).split(),
        "see",
    ),
}
_DEEDS = frozenset(
    "set_calendar rename_unit reclassify_unit move_unit merge_unit split_unit close_unit set_post set_group "
    "appoint vacate lend_post end_loan prepare_handover sign_handover import_edition review_duty issue_edition "
    "adopt_edition confirm_placements divide record "
    "correct_record withdraw_record add_evidence add_link "
    "open_report write_report submit_report call_for_reports open_situation report_situation escalate_situation "
    f"{MATTER_DEEDS} "
    "record_with_evidence excuse read_text read_file take_in_package trust_package_source "
    f"{' '.join(sorted(REGISTER_DEEDS))} "
    "screen_clauses".split()
)


def _operations() -> dict[str, tuple[str, str]]:
    """Verb and path of every operation of the API."""
    return {
        operation.view_func.__name__: (next(iter(operation.methods)), path)
        for _, router in api._routers  # the framework has no other list
        for path, view in router.path_operations.items()
        for operation in view.operations
    }


def _api(world: World) -> list[Probe]:
    found = []
    for name, (verb, path) in _operations().items():
        rule = _OPERATIONS.get(name)
        if verb != "GET" or rule is None:
            continue
        for code in UNITS if rule == "see" else ("/1/2",):
            ref = world.handovers[code] if "handovers" in path else world.records[code]
            ref = world.reports[code] if path.startswith("/reports/") else ref
            ref = world.situations[code] if path.startswith("/situations/") else ref
            ref = world.matters[code] if "matters" in path else ref
            filled = path.format(
                ref=ref, sha256=world.digests[code], regime="port-fire", day=ISSUED.day, digest="0" * 64
            )
            given = {} if rule != "see" or "{" in path else {"unit": code}
            given |= {"year": "2026"} if name == "get_burden" else {}
            given |= {"duty": DUTY} if name == "list_answers" else {}
            given = {"post": f"{code}/head"} if name == "list_holders" else given
            given = {"source": source_of(code)} if name == "list_received_packages" else given
            address = reverse("api", args=[filled.lstrip("/")], query=given)
            rule_here = "handover" if name == "get_handover" else rule
            found.append(Probe(name, "GET", address, rule_here, code, api=True))
    return found


# The whole matrix


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _names(one.url_patterns)
        else:
            yield one.name or str(one.pattern)


def test_every_address_of_the_site_is_in_the_matrix(world) -> None:
    assert {*_names(get_resolver().url_patterns)} == {probe.name for probe in _pages(world)} | {"api"}


def test_every_operation_of_the_api_is_in_the_matrix() -> None:
    assert {*_operations()} == {*_OPERATIONS} | _DEEDS


def test_every_page_lets_in_whom_the_table_says_and_shows_nothing_of_another_branch(world) -> None:
    asked, faults = check(world, _pages(world))
    assert not faults, "\n".join(faults)
    assert asked > 3000


def test_the_api_lets_in_whom_the_table_says_and_shows_nothing_of_another_branch(world) -> None:
    asked, faults = check(world, _api(world))
    assert not faults, "\n".join(faults)
    assert asked > 900


def test_a_deed_of_the_api_needs_a_token_and_nothing_is_shown_for_nothing(world) -> None:
    probes = []
    for name, (verb, path) in _operations().items():
        if verb == "POST":
            filled = path.format(ref=world.loans["/1/3"], regime="port-fire", day=DRAFT.day, duty="art-2")
            probes.append(Probe(name, "POST", reverse("api", args=[filled.lstrip("/")]), "mine", api=True))
    asked, faults = check(world, probes)
    assert not faults, "\n".join(faults)
    assert asked == len(PEOPLE) * len(_DEEDS)


# Seeded faults: what somebody might write one day; the part of the matrix that each concerns has to fail


def _patched(where: object, name: str, made: object) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setattr(where, name, made)


def _also(table: dict[Action, frozenset[Role]], action: Action, role: Role) -> Callable[[Any], None]:
    return lambda patch: patch.setitem(table, action, table[action] | {role})


def _by_prefix(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    codes = {load.stretch(code): code for code in UNITS}
    return codes.get(inner, "").startswith(codes.get(outer, "none"))


def _without_require(_viewer: Viewer, code: str) -> tuple[int, int]:
    return load.stretch(code)


def _any_record(_viewer: Viewer, ref: str) -> Any:
    return load.record(ref)


_load_records, _find_units = load.records, load_establishment.find_units
_ledger_lines = roll_reading.Reading.ledger


def _every_record(_within: Any, *days: Any, **more: Any) -> Any:
    return _load_records(load.stretch("/1"), *days, **more)


def _every_line(reading: Any, day: Any, _lo: int, **asked: Any) -> Any:
    return _ledger_lines(reading, day, 0, **(asked | {"whole": True, "limit": 500}))


def _every_unit(_spans: Any, *args: Any, **more: Any) -> Any:
    return _find_units(None, *args, **more)


def _every_hand(_viewer: Viewer, matters: Any, _today: Any) -> dict[str, Hands]:
    return {one.ref: Hands(sees=True, hands=frozenset()) for one in matters}


_FAULTS: dict[str, tuple[Callable[[Any], None], str]] = {
    "everything is within everything": (_patched(access, "_within", lambda _i, _o: True), "unit"),
    "within is decided by the beginning of codes": (_patched(access, "_within", _by_prefix), "unit"),
    "a reviewer sees units": (_also(access._AT_UNIT, Action.SEE, Role.REVIEWER), "unit"),
    "an inspector records": (_also(access._AT_UNIT, Action.RECORD, Role.INSPECTOR), "record-new"),
    "a holder keeps posts": (_also(access._AT_UNIT, Action.ORGANISE, Role.HOLDER), "post-do"),
    "a holder reads drafts": (_also(access._ANYWHERE, Action.REVIEW, Role.HOLDER), "regime"),
    "a question without its guard": (_patched(inquiry, "_seen", _without_require), "who"),
    "a page of the organisation without its guard": (
        _patched(establishment_inquiry, "_seen", _without_require),
        "post",
    ),
    "a unit's page without its guard": (
        _patched(unit_inquiry, "_seen", lambda _viewer, code: load_unit.row(code)),
        "unit",
    ),
    "a heat map without its guard": (
        _patched(unit_inquiry, "_seen", lambda _viewer, code: load_unit.row(code)),
        "heat-map",
    ),
    "a ledger of the whole tree": (_patched(roll_reading.Reading, "ledger", _every_line), "ledger"),
    "the journal for clerks": (_also(access._ANYWHERE, Action.JOURNAL, Role.CLERK), "list_journal"),
    "the accounts for the security administrator": (
        _also(access._ANYWHERE, Action.ACCOUNTS, Role.SECURITY_ADMINISTRATOR),
        "list_accounts",
    ),
    "a list that ignores its stretch": (_patched(load, "records", _every_record), "records"),
    "a search that ignores the spans": (
        _patched(load_establishment, "find_units", _every_unit),
        "unit-change",
    ),
    "a file for whoever names a record": (_patched(inquiry, "record", _any_record), "evidence"),
    "a handover for whoever has its number": (
        _patched(establishment_inquiry, "acts_as", lambda _viewer, _persons: True),
        "handover",
    ),
    "a matter for whoever knows its number": (_patched(matter_inquiry, "hands_in", _every_hand), "matter"),
    "a post lent by whoever knows it": (_patched(lending, "acts_as", lambda _v, _p: True), "loan-new"),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_the_matrix_catches_a_seeded_fault(world, monkeypatch, fault) -> None:
    seed, name = _FAULTS[fault]
    probes = [probe for probe in (*_pages(world), *_api(world)) if probe.name == name]
    seed(monkeypatch)
    assert check(world, probes)[1]
