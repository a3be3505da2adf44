"""Every operation with a request that is in order, and what it answers to each of the people.

The letters stand for head and south (holders at two terminals), clerk (of the port), yard (clerk of the north
terminal), reviewer, auditor and keeper of the accounts: + done, s the token is not for it, - as if it were not there,
r refused.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from tests.store.cast import DRILL, REGIME
from tests.store.packages import OTHER
from tests.store.reports import DUTY as REPORTING

WHO = ("head", "south", "clerk", "yard", "reviewer", "auditor", "keeper")
NORTH = {"unit": "/1/2"}
ITEM = {"duty": DRILL, "since": "2027-05-01", "note": "in turns"}
DUTY = {"ref": "art-2", "quote": REGIME.clauses[1].duties[0].quote, "holders": ["each terminal"]}
RECORD = {"unit": "/1/2", "day": "2027-04-02", "kind": "drill", "title": "Drill", "meets": [DRILL]}
YARD_KEY = OTHER.identity.text
TEXT = "Each terminal shall hold a fire drill once a quarter."
REGIME_FILE = f"""
id: port-water
title: Water in the port
edition: 2027-01-01
language: en
roles:
- {{name: each terminal, units: [terminal]}}
clauses:
- ref: ['1']
  text: {TEXT}
  start: 0
  end: {len(TEXT)}
  duties:
  - ref: art-1
    quote: {TEXT}
    holders: [each terminal]
    cadence: [{{min: 1, period: P3M}}]
"""


@dataclass(frozen=True)
class Operation:
    """One operation: `path` may hold {record}, {sha256}, {loan} and {handover}; `form` is sent with a file."""

    name: str
    path: str
    answers: str
    query: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    form: dict[str, Any] | None = None

    @property
    def reads(self) -> bool:
        return self.body is None and self.form is None

    def call(self, caller: Any, places: dict[str, str], **more: Any) -> Any:
        path = self.path.format_map(places)
        if self.form is not None:
            files = {"evidence": io.BytesIO(b"ten minutes"), "file": io.BytesIO(TEXT.encode())}
            files["package"] = io.BytesIO(places["incoming"].encode("latin-1"))
            return caller.form(path, {**self.form, **files})
        if self.body is not None:
            return caller.post(path, _placed(self.body, places), **more)
        return caller.get(path, **self.query, **more)


def _placed(body: Any, places: dict[str, str]) -> Any:
    """The body with the references of what there is, where it asks for them."""
    given = {f"{{{name}}}": places[name] for name in ("record", "matter", "group")}
    if isinstance(body, dict):
        return {name: _placed(value, places) for name, value in body.items()}
    if isinstance(body, list):
        return [_placed(value, places) for value in body]
    return given.get(body, body) if isinstance(body, str) else body


def ask(name: str, path: str, answers: str, /, **query: Any) -> Operation:
    return Operation(name, path, answers, query=query)


def do(name: str, path: str, answers: str, /, **body: Any) -> Operation:
    return Operation(name, path, answers, body=body)


SEEN, KEPT, DIVIDED = "+-++sss", "ss++sss", "ss++sss"
PORT_ONLY = "ss+-sss"
OPERATIONS = (
    ask("get_me", "me", "+++++++"),
    ask("get_calendar", "calendar", "+++++++"),
    do("set_calendar", "calendar", PORT_ONLY, first="2027-01-01", last="2027-12-31"),
    ask("list_journal", "journal", "sssss+s"),
    ask("list_accounts", "accounts", "ssssss+"),
    ask("list_units", "units", SEEN, **NORTH),
    ask("get_unit", "unit", SEEN, **NORTH),
    ask("get_unit_changes", "unit/changes", SEEN, **NORTH),
    ask("list_standings", "standings", SEEN, below=True, **NORTH),
    ask("list_rollup", "rollup", SEEN, **NORTH),
    ask("list_answers", "answers", SEEN, duty=DRILL, **NORTH),
    ask("list_adoptions", "adoptions", SEEN, **NORTH),
    ask("get_burden", "burden", SEEN, year=2027, **NORTH),
    do("rename_unit", "units/rename", KEPT, unit="/1/2", name="North quay", day="2027-05-01"),
    do("reclassify_unit", "units/reclassify", KEPT, unit="/1/2", kind="yard", day="2027-05-01"),
    do("move_unit", "units/move", PORT_ONLY, unit="/1/2/1", parent="/1/20", day="2027-05-01"),
    do("merge_unit", "units/merge", PORT_ONLY, unit="/1/2", into="/1/20", day="2027-05-05"),
    do("split_unit", "units/split", KEPT, unit="/1/2", day="2027-05-01",
       parts=[{"code": "/1/2/2", "name": "East quay", "kind": "yard", "parent": "/1/2"}]),
    do("close_unit", "units/close", KEPT, unit="/1/2/1", day="2027-05-01"),
    ask("list_posts", "posts", SEEN, **NORTH),
    ask("list_holders", "holders", SEEN, post="/1/2/head"),
    ask("list_groups", "groups", SEEN, **NORTH),
    do("set_group", "groups", KEPT, code="/1/2/fire", unit="/1/2", title="Fire safety group",
       seats=[{"seat": "chair", "post": "/1/2/head"}]),
    do("set_post", "posts", KEPT, code="/1/2/deputy", unit="/1/2", title="Deputy", degree="direct"),
    do("appoint", "posts/appoint", KEPT, post="/1/2/head", person="Zoe", since="2027-05-10"),
    do("vacate", "posts/vacate", KEPT, post="/1/2/head", last="2027-05-09"),
    ask("list_loans", "loans", SEEN, **NORTH),
    do("lend_post", "loans", "+-++sss", post="/1/2/head", person="Zoe", since="2027-07-01", until="2027-07-09",
       reason="leave"),
    do("end_loan", "loans/{loan}/end", "+-++sss"),
    ask("list_handovers", "handovers", SEEN, **NORTH),
    ask("get_handover", "handovers/{handover}", SEEN),
    do("prepare_handover", "handovers", "+-++sss", post="/1/2/head", day="2027-05-02"),
    do("sign_handover", "handovers/{handover}/sign", "+---sss"),
    ask("list_editions", "editions", "+++++ss"),
    ask("get_edition", "editions/port-fire/2027-07-01", "--+-+ss"),
    ask("get_regime_file", "editions/port-fire/2027-01-01/regime.yaml", "+++++ss"),
    do("import_edition", "editions", "ss+s+ss", text=REGIME_FILE),
    do("review_duty", "editions/port-fire/2027-07-01/duties/art-2/review", "ss+s+ss", version=1,
       decision="corrected", reason="twice", changes={**DUTY, "cadence": [{"min": 2, "period": "P3M"}]}),
    ask("list_edition_problems", "editions/port-fire/2027-01-01/problems", "+++++ss"),
    do("review_part", "editions/port-fire/2027-07-01/parts/ground-art-3/review", "ss+s+ss", version=1,
       decision="rejected", reason="no ground"),
    do("add_part", "editions/port-fire/2027-07-01/parts", "ss+s+ss", version=1, reason="missed",
       part={"grounds": [{"ref": "", "clause": ["3"], "quote": "within 3 days"}]}),
    do("issue_edition", "editions/port-fire/2027-07-01/issue", "ss+s+ss", version=1),
    do("adopt_edition", "adoptions", KEPT, regime="port-fire", day="2027-01-01", unit="/1/2", since="2027-05-01"),
    ask("list_placements", "placements", SEEN, **NORTH),
    do("confirm_placements", "placements", DIVIDED, regime="port-fire", unit="/1/2",
       placements=[{"role": "each terminal", "posts": ["/1/2/head"], "since": "2027-05-01"}]),
    ask("list_breakdown", "breakdown", SEEN, on="2027-05-01", **NORTH),
    do("divide", "breakdown", DIVIDED, unit="/1/2", items=[ITEM]),
    ask("list_records", "records", SEEN, first="2027-01-01", last="2027-12-31", **NORTH),
    ask("get_record", "records/{record}", SEEN),
    do("record", "records", "+-++sss", **RECORD),
    Operation("record_with_evidence", "records-with-evidence", "+-++sss", form=RECORD),
    ask("get_evidence", "records/{record}/evidence/{sha256}", SEEN),
    ask("get_record_versions", "records/{record}/versions", SEEN),
    do("correct_record", "records/{record}/corrections", "+-++sss", reason="Wrong day", day="2027-04-03",
       kind="drill", title="Drill", details=[{"key": "minutes", "number": "12.5"}]),
    do("withdraw_record", "records/{record}/withdrawal", "+-++sss", reason="Not ours"),
    Operation("add_evidence", "records/{record}/evidence", "+-++sss", form={"until": "2028-04-02"}),
    do("add_link", "records/{record}/links", "+-++sss", link="https://port.example/notice"),
    ask("list_excuses", "excuses", SEEN, **NORTH),
    ask("list_register", "register", SEEN, below=True, on="2027-05-01", **NORTH),
    do("keep_register", "register", KEPT, unit="/1/2",
       items=[{"code": "store", "kind": "place", "name": "Paint store", "since": "2027-01-01", "keeper": "/1/2/head",
               "checks": [{"name": "tour", "period": "P1M"}], "tags": ["fire"]}]),
    ask("get_means", "means", SEEN, year=2027, **NORTH),
    do("set_budget", "budgets", KEPT, unit="/1/2", year=2027, purpose="Hoses", currency="EUR", amount=50000),
    do("spend_budget", "budgets/{budget}/spend", "+-++sss", record="{record}", amount=100),
    ask("list_grants", "grants", "sssssss"),
    do("grant_role", "grants", "sssssss", username="head", role="clerk", unit="/1/2"),
    ask("get_package_key", "packages/key", "+++++++"),
    ask("list_package_sources", "packages/sources", "++++sss"),
    do("trust_package_source", "packages/sources", KEPT, source="yard", unit="/1/2", key=YARD_KEY, every="month"),
    ask("list_received_packages", "packages/received", SEEN, source="north"),
    Operation("take_in_package", "packages", "+r++sss", form={}),
    ask("list_packages", "packages", "++++sss"),
    ask("get_package", "packages/{package}", SEEN),
    ask("list_matters", "matters", "++++sss", box="to-do"),
    ask("get_matter", "matters/{matter}", SEEN),
    do("open_task", "tasks", "+-++sss", units=["/1/2/1"], asker="/1/2", title="Grease the cranes", due="2027-06-01"),
    do("open_filing", "filings", "+-++sss", unit="/1/2", asker="/1/2", title="Weld on the mast", approvals=2),
    do("take_step", "steps", "+-++sss", matters=["{matter}"], move="note", reason="Half of them", seen=0),
    do("extend", "extensions", "--+-sss", duty=DRILL, unit="/1/2", window="2027Q2", until="2027-07-20",
       reason="The yard is being dredged."),
    do("hold_conference", "conferences", "+-++sss", group="{group}", day="2027-05-09", title="Quay conference",
       agenda=["Cranes"], attendance=["Cai"],
       decisions=[{"text": "Grease the cranes", "unit": "/1/2/1", "due": "2027-06-01"}]),
    ask("list_reports", "reports", SEEN, **NORTH),
    ask("list_reports_below", "reports-below", SEEN, **NORTH),
    ask("get_report", "reports/{report}", SEEN),
    do("open_report", "reports", "+-++sss", unit="/1/2", duty=f"{REPORTING}@2027-12", period="2027H2"),
    do("write_report", "reports/{report}/words", "+-++sss", seen=1, texts={"done": "Hoses were renewed."}),
    do("submit_report", "reports/{report}/submission", "r-rrsss", seen=1),
    do("call_for_reports", "report-calls", "--+-sss", asker="/1", units=["/1/2"], duty=f"{REPORTING}@2027-06",
       period="2027H1"),
    ask("list_situations", "situations", SEEN, **NORTH),
    ask("get_situation", "situations/{situation}", SEEN),
    do("open_situation", "situations", "+-++sss", unit="/1/2", title="A fire in the rope store", place="Quay 4",
       known="2027-05-10T09:00:00+00:00"),
    do("report_situation", "situations/{situation}/report", "+-++sss", text="Out after ten minutes."),
    do("escalate_situation", "situations/{situation}/escalation", "--r-sss", reason="Beyond our own means"),
    do("excuse", "excuses", "--+-sss", duty=DRILL, unit="/1/2", since="2027-04-01", until="2027-06-30",
       reason="The terminal is being rebuilt."),
    do("read_text", "read", "ss+s+ss", text=TEXT),
    Operation("read_file", "read/file", "ss+s+ss", form={}),
    do("screen_clauses", "screen", "+++++++", texts=[TEXT]),
)  # fmt: skip
