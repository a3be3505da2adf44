"""Registers, means and grants through the API."""

from __future__ import annotations

from remit.store import actions
from remit.store.access import Role
from tests.api.conftest import token_of
from tests.store.cast import by

STORE = {
    "code": "store",
    "kind": "place",
    "name": "Paint store",
    "since": "2027-01-01",
    "keeper": "/1/2/head",
    "checks": [{"name": "tour", "period": "P1M"}],
}


def test_an_item_is_entered_checked_and_given_to_another_post(port, call) -> None:
    yard, head = call("yard"), call("head")
    assert yard.post("register", {"unit": "/1/2", "items": [STORE]}).status_code == 201
    made = head.post(
        "records",
        {"unit": "/1/2", "day": "2027-05-03", "kind": "check", "title": "Tour", "about": ["store#tour"]},
    )
    assert made.status_code == 201
    (item,) = head.get("register", unit="/1/2").json()["items"]
    assert (item["persons"], item["vacant"]) == (["Cai"], False)
    assert item["checks"][0] | {"status": ""} == {
        "name": "tour", "period": "P1M", "duty": "", "status": "", "due": "2027-06-30", "last": "2027-05-03",
        "record": made.json()["ref"],
    }  # fmt: skip
    assert head.get(f"records/{made.json()['ref']}").json()["about"] == ["store#tour"]
    (before,) = head.get("register", unit="/1/2", on="2027-02-01").json()["items"]
    assert (before["persons"], before["checks"][0]["status"]) == (["Ben"], "overdue")
    assert head.get("register", unit="/1/2", kind="system").json()["items"] == []


def test_what_is_wrong_with_an_item_is_told_by_field(port, call) -> None:
    wrong = {**STORE, "keeper": "/1/head", "checks": [{"name": "tour"}]}
    told = call("yard").post("register", {"unit": "/1/2", "items": [wrong]})
    assert told.status_code == 422
    assert {one["code"] for one in told.json()["problems"]} == {"register-keeper", "register-rhythm"}
    assert call("yard").post("register", {"unit": "/1/2", "items": []}).status_code == 422


def test_money_is_set_aside_and_spent(port, call) -> None:
    yard, head = call("yard"), call("head")
    given = {"unit": "/1/2", "year": 2027, "purpose": "Drills", "currency": "EUR", "amount": 50000}
    ref = yard.post("budgets", given).json()["ref"]
    record = head.post(
        "records", {"unit": "/1/2", "day": "2027-05-03", "kind": "training", "title": "Hoses"}
    ).json()["ref"]
    assert head.post(f"budgets/{ref}/spend", {"record": record, "amount": 1250}).status_code == 201
    found = head.get("means", unit="/1/2", year=2027).json()
    assert found["own"]["money"] == [{"currency": "EUR", "amount": 50000, "spent": 1250}]
    assert found["own"]["trainings"] == 1
    assert head.post(f"budgets/{ref}/spend", {"record": "none", "amount": 1}).status_code == 422
    assert yard.post("budgets", {**given, "currency": "euro"}).status_code == 422


def test_grants_are_the_security_administrators_and_never_to_oneself(port, call) -> None:
    actions.create_account(by(), username="warden", person="Hal", unit="", role=Role.SECURITY_ADMINISTRATOR)
    warden = token_of("warden")
    given = {"username": "south", "role": "clerk", "unit": "/1/20"}
    assert warden.post("grants", given).status_code == 201
    rows = {one["username"]: one for one in warden.get("grants").json()["items"]}
    assert (rows["south"]["role"], rows["south"]["unit"], rows["south"]["by"]) == ("clerk", "/1/20", "warden")
    assert warden.post("grants", {**given, "username": "warden"}).status_code == 422
    assert warden.post("grants", {**given, "role": "console"}).status_code == 422
    assert warden.post("grants", {**given, "unit": "/9"}).status_code == 404
    for other in ("keeper", "clerk", "auditor"):
        assert call(other).post("grants", given).status_code == 403
        assert call(other).get("grants").status_code == 403
