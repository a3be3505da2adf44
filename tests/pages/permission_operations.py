"""Every operation of the API, with the rule of the table that it falls under."""

from __future__ import annotations

from django.urls import reverse

from remit.api.service import api
from tests.pages.matter_probes import MATTER_DEEDS, MATTER_OPERATIONS
from tests.pages.package_probes import (
    PACKAGE_OPERATIONS,
    source_of,
)
from tests.pages.permission_matrix import (
    DUTY,
    ISSUED,
    UNITS,
    Probe,
    World,
)
from tests.pages.register_probes import REGISTER_DEEDS

# The API: the rule of each operation, and what its address needs.
OPERATIONS: dict[str, str] = {
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
    "list_edition_problems": "read",
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
DEEDS = frozenset(
    "set_calendar rename_unit reclassify_unit move_unit merge_unit split_unit close_unit set_post set_group "
    "appoint vacate lend_post end_loan prepare_handover sign_handover import_edition review_duty issue_edition "
    "review_part add_part "
    "adopt_edition confirm_placements divide record "
    "correct_record withdraw_record add_evidence add_link "
    "open_report write_report submit_report call_for_reports open_situation report_situation escalate_situation "
    f"{MATTER_DEEDS} "
    "record_with_evidence excuse read_text read_file take_in_package trust_package_source "
    f"{' '.join(sorted(REGISTER_DEEDS))} "
    "screen_clauses".split()
)


def operations() -> dict[str, tuple[str, str]]:
    """Verb and path of every operation of the API."""
    return {
        operation.view_func.__name__: (next(iter(operation.methods)), path)
        for _, router in api._routers  # the framework has no other list
        for path, view in router.path_operations.items()
        for operation in view.operations
    }


def api_probes(world: World) -> list[Probe]:
    found = []
    for name, (verb, path) in operations().items():
        rule = OPERATIONS.get(name)
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
