"""Once is once, files come back, versions guard, refusals speak one's language, and values come out as they went in."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from remit.core.regime import Edition
from tests.store.cast import DRILL, drill

NORTH = {"unit": "/1/2"}


def test_the_same_request_under_the_same_key_is_done_once(call):
    clerk, head = call("clerk"), call("head")
    body = {"unit": "/1/2", "day": "2027-04-02", "kind": "drill", "title": "Drill"}
    first = clerk.post("records", body, key="one")
    again = clerk.post("records", body, key="one")
    assert (first.status_code, first.content) == (again.status_code, again.content)
    other = clerk.post("records", {**body, "title": "Another"}, key="one")
    assert other.status_code == 422
    assert other.json()["problems"][0]["code"] == "key-taken"
    assert head.post("records", body, key="one").json() != first.json()
    assert len(clerk.get("records", **NORTH).json()["items"]) == 2


def test_a_file_comes_back_as_it_was_sent(call):
    clerk = call("clerk")
    fields = {"unit": "/1/2", "day": "2027-04-02", "kind": "drill", "title": "Drill", "meets": [DRILL]}
    sent = [BytesIO(b"one"), BytesIO(b"two")]
    sent[0].name, sent[1].name = "消防.txt", "two.txt"
    answers = [clerk.form("records-with-evidence", {**fields, "evidence": sent}, key="one")]
    for file in sent:
        file.seek(0)
    answers.append(clerk.form("records-with-evidence", {**fields, "evidence": sent}, key="one"))
    assert [one.status_code for one in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    ref = answers[0].json()["ref"]
    held = clerk.get(f"records/{ref}").json()
    assert [one["name"] for one in held["evidence"]] == ["消防.txt", "two.txt"]
    got = clerk.get(f"records/{ref}/evidence/{held['evidence'][1]['sha256']}")
    assert (got.content, got.headers["Content-Type"]) == (b"two", "application/octet-stream")
    assert got.headers["Content-Disposition"].startswith("attachment")
    assert clerk.get("standings", **NORTH, status="met").json()["items"][0]["records"] == [ref]


def test_files_that_are_too_large_are_refused_before_they_are_read(call, settings):
    settings.EVIDENCE_LIMIT = 10
    fields = {"unit": "/1/2", "day": "2027-04-02", "kind": "drill", "title": "Drill"}
    one = call("clerk").form("records-with-evidence", {**fields, "evidence": BytesIO(b"x" * 11)})
    assert (one.status_code, one.json()["problems"][0]["code"]) == (422, "evidence-too-large")
    many = call("clerk").form("records-with-evidence", {**fields, "evidence": BytesIO(b"x" * 21)})
    assert (many.status_code, many.json()["problems"][0]["code"]) == (413, "request-too-large")


def test_what_was_changed_meanwhile_is_not_overwritten(call):
    reviewer = call("reviewer")
    path = "editions/port-fire/2027-07-01"
    assert reviewer.get(path).json()["held"]["version"] == 1
    review = {"decision": "rejected", "reason": "It is said elsewhere.", "version": 1}
    assert reviewer.post(f"{path}/duties/art-2/review", review).status_code == 201
    stale = reviewer.post(f"{path}/duties/art-3/review", review)
    assert (stale.status_code, stale.json()["problems"][0]["code"]) == (409, "changed-meanwhile")
    assert reviewer.post(f"{path}/issue", {"version": 1}).status_code == 409
    assert reviewer.post(f"{path}/issue", {"version": 2}).status_code == 201


def test_refusals_speak_the_language_that_is_asked_for(call, chinese):
    clerk = call("clerk")
    body = {"unit": "/1/2", "name": "Quay", "day": "2027-12-01"}
    english = clerk.post("units/rename", body).json()
    chinese_one = clerk.post("units/rename", body, language="zh").json()
    assert english["title"] == "Refused"
    assert english["problems"][0]["message"] == "2027-12-01 is still to come."
    assert chinese_one["title"] == "未予办理"
    assert chinese_one["problems"][0]["message"] != english["problems"][0]["message"]
    assert english["type"] == "urn:remit:problem:change-ahead"


def test_standings_are_of_the_day_and_the_kind_that_is_asked_for(call):
    clerk = call("clerk")
    drill(day=date(2027, 3, 1))

    def asked(**query) -> list[tuple[str, str]]:
        items = clerk.get("standings", unit="/1/2", **query).json()["items"]
        return [(one["window"], one["status"]) for one in items]

    assert asked()[:2] == [("2027Q1", "met"), ("2027Q2", "upcoming")]
    assert asked(on="2027-02-01")[0] == ("2027Q1", "upcoming")
    assert asked(status=["met"]) == [("2027Q1", "met")]
    assert asked(duty="port-fire/art-3") == []


def test_an_edition_comes_out_as_it_went_in(call):
    reviewer = call("reviewer")
    text = reviewer.get("editions/port-fire/2027-07-01/regime.yaml").content.decode()
    moved = text.replace("edition: 2027-07-01", "edition: 2028-07-01")
    assert reviewer.post("editions", {"text": moved}).json() == {"ref": "port-fire@2028-07-01"}
    assert reviewer.get("editions/port-fire/2028-07-01/regime.yaml").content.decode() == moved
    listed = [one["edition"] for one in reviewer.get("editions").json()["items"]]
    assert listed[0] == str(Edition("port-fire", date(2028, 7, 1)))
