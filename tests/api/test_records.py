"""Records by API: what they say, putting them right, evidence that comes later, and uploads that are cut off."""

from __future__ import annotations

import secrets

from django.test import Client

from remit.store import models

NORTH = {"unit": "/1/2"}
DRILL = {"unit": "/1/2", "day": "2027-04-02", "kind": "drill", "title": "Drill"}
DETAILS = [{"key": "place", "text": "North quay"}, {"key": "minutes", "number": "12.50"}]


def test_details_and_the_moment_come_back_and_a_correction_keeps_the_first(call):
    head = call("head")
    made = head.post("records", {**DRILL, "at": "2027-04-02T09:30:00+00:00", "details": DETAILS})
    assert made.status_code == 201, made.json()
    first = made.json()["ref"]
    shown = head.get(f"records/{first}").json()
    assert [(one["key"], one["text"], one["number"]) for one in shown["details"]] == [
        ("place", "North quay", None),
        ("minutes", "", "12.50"),
    ]
    assert shown["at"].startswith("2027-04-02")
    given = {"reason": "Wrong day", "day": "2027-04-03", "kind": "drill", "title": "Drill"}
    later = head.post(f"records/{first}/corrections", given).json()["ref"]
    told = head.get(f"records/{first}/versions").json()
    assert (told["latest"], [one["ref"] for one in told["versions"]]) == (later, [first, later])
    assert [(one["record"], one["later"], one["reason"]) for one in told["ended"]] == [
        (first, later, "Wrong day")
    ]
    assert [one["ref"] for one in head.get("records", **NORTH).json()["items"]] == [later]
    again = head.post(f"records/{first}/withdrawal", {"reason": "Not ours"})
    assert again.status_code == 409


def test_a_link_and_a_wrong_figure(call):
    head = call("head")
    ref = head.post("records", DRILL).json()["ref"]
    assert head.post(f"records/{ref}/links", {"link": "https://port.example/notice"}).status_code == 201
    assert head.get(f"records/{ref}").json()["evidence"][0]["link"] == "https://port.example/notice"
    refused = head.post("records", {**DRILL, "details": [{"key": "minutes", "number": "0.125"}]})
    assert refused.status_code == 422


def test_an_upload_that_is_cut_off_keeps_nothing(call):
    head = call("head")
    edge, fields = "edge", {**DRILL}
    parts = [f'name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
    parts += [
        'name="evidence"; filename="one.txt"\r\n\r\none\r\n',
        'name="evidence"; filename="two.txt"\r\n\r\nhal',
    ]
    body = "".join(f"--{edge}\r\nContent-Disposition: form-data; {part}" for part in parts).encode()
    answer = Client().generic(
        "POST",
        "/api/v1/records-with-evidence",
        body,
        content_type=f"multipart/form-data; boundary={edge}",
        headers={"Authorization": f"Bearer {head.secret}", "Idempotency-Key": secrets.token_hex(8)},
    )
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["code"] == "upload-cut"
    assert models.Record.objects.count() == models.Evidence.objects.count() == 0
