"""Tokens: for some of what their owner may do, for a while; the secret is nowhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from remit.store import actions, journalling, load, load_token, models
from remit.store.access import CONSOLE, Action, Role, granted, narrow
from remit.store.refusal import ChangedMeanwhile, Denied, Refused
from tests.api.conftest import token_of
from tests.store.cast import NOW, TODAY, by, codes

pytestmark = pytest.mark.usefixtures("port")
SEE = frozenset({Action.SEE})


def make(who: str = "clerk", **changes) -> str:
    given = {"digest": "0" * 64, "name": "Log", "scope": [Action.SEE], "expires": NOW + timedelta(days=1)}
    caller = changes.pop("caller", CONSOLE)
    return actions.create_token(by(caller), username=who, **{**given, **changes})


def test_the_secret_is_in_no_table():
    secret = token_of("clerk").secret
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            assert secret not in repr(cursor.fetchall()), table


def test_it_is_journalled_and_the_secret_is_not():
    token = token_of("clerk", Action.SEE, unit="/1/2")
    line = next(iter(journalling.lines(journalling.last_seq() - 1)))
    assert (line.header.kind, line.header.unit) == ("token-created", "/1/2")
    assert '"scope":["see"]' in line.payload
    assert load_token.digest(token.secret) not in line.payload


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"scope": []}, "token-scope"),
        ({"scope": [Action.JOURNAL]}, "token-scope"),
        ({"who": "auditor", "scope": [Action.SEE]}, "token-scope"),
        ({"name": " "}, "token-name"),
        ({"name": "x" * 101}, "token-name"),
        ({"who": "yard", "unit": "/1"}, "token-unit"),
        ({"who": "yard", "unit": "/1/20"}, "token-unit"),
        ({"who": "head", "unit": "nowhere"}, "token-unit"),
        ({"expires": NOW}, "token-expiry"),
        ({"expires": NOW + timedelta(days=367)}, "token-expiry"),
    ],
)
def test_it_refuses(changes, code):
    with pytest.raises(Refused) as refused:
        make(**changes)
    assert codes(refused) == [code]


def test_it_refuses_a_name_outside_scope():
    with pytest.raises(Refused) as refused:
        make(name="收集教师的宗教信仰情况并建立台账")
    assert codes(refused) == ["outside-scope"]


def test_the_51st_is_refused_and_a_revoked_one_makes_room():
    refs = [make(digest=f"{n:064}") for n in range(50)]
    with pytest.raises(Refused):
        make(digest="f" * 64)
    actions.revoke_token(by(), ref=refs[0])
    make(digest="f" * 64)


def test_only_its_owner_makes_a_token_and_a_token_makes_none():
    clerk, keeper = load.viewer("clerk", TODAY), load.viewer("keeper", TODAY)
    make(caller=clerk)
    for caller in (keeper, narrow(clerk, Action)):
        with pytest.raises(Denied):
            make(caller=caller, digest="1" * 64)


def test_its_owner_and_who_keeps_the_accounts_revoke_it_once():
    ref = make()
    with pytest.raises(Denied):
        actions.revoke_token(by(load.viewer("head", TODAY)), ref=ref)
    actions.revoke_token(by(load.viewer("clerk", TODAY)), ref=ref)
    with pytest.raises(ChangedMeanwhile):
        actions.revoke_token(by(load.viewer("keeper", TODAY)), ref=ref)


def test_every_role_is_granted_what_it_may_do_somewhere():
    found = {
        name: granted(load.viewer(name, TODAY)) for name in ("head", "yard", "reviewer", "auditor", "keeper")
    }
    business = {Action.SEE, Action.RECORD, Action.EXCUSE, Action.READ_EDITIONS}
    assert found == {
        "head": business,
        "yard": business | {Action.ADOPT, Action.ORGANISE, Action.DIVIDE},
        "reviewer": {Action.READ_EDITIONS, Action.REVIEW},
        "auditor": {Action.JOURNAL},
        "keeper": {Action.ACCOUNTS},
    }


def test_an_unknown_expired_revoked_token_and_one_of_a_closed_account_open_nothing(call, monkeypatch):
    good = call("head")
    assert good.get("me").status_code == 200
    for secret in (
        "",
        "remit_unknown",
        good.secret[:-1],
        good.secret + " x",
        "é",
        load_token.digest(good.secret),
    ):
        other = call("")
        other.secret = secret
        answer = other.get("me")
        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
        assert answer.json()["problems"][0]["code"] == "token-unknown"
    revoked, short = call("clerk"), call("clerk", days=1)
    actions.revoke_token(by(), ref=revoked.ref)
    assert revoked.get("me").status_code == 401
    assert short.get("me").status_code == 200
    actions.change_account(by(), username="head", person="Cai", unit="", role=Role.HOLDER, active=False)
    assert good.get("me").status_code == 401
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=1))
    assert short.get("me").status_code == 401


def test_a_token_follows_its_owner_to_another_role(call):
    token = call("clerk")
    actions.change_account(by(), username="clerk", person="Kim", unit="", role=Role.AUDITOR, active=True)
    assert token.get("units", unit="/1").status_code == 404
    assert token.get("journal").status_code == 403


def test_other_schemes_and_cookies_let_nobody_in(call, client):
    token = call("clerk")
    account = models.Account.objects.get(username="clerk")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/api/v1/me").status_code == 401
    for header in (f"Basic {token.secret}", f"Token {token.secret}", token.secret, f"Bearer{token.secret}"):
        assert client.get("/api/v1/me", headers={"Authorization": header}).status_code == 401


def test_the_day_of_its_last_use_is_written_once_a_day(call, django_assert_num_queries):
    token = call("auditor")
    assert load_token.token(token.ref).used == ""
    token.get("me")
    assert load_token.token(token.ref).used == TODAY.isoformat()
    with django_assert_num_queries(2):  # the token and its owner: nothing is written
        token.get("journal", limit=0)


def test_a_token_for_a_unit_reaches_no_other(call):
    token = call("clerk", unit="/1/2")
    assert [one["code"] for one in token.get("me").json()["homes"]] == ["/1/2"]
    assert token.get("units", unit="/1/2/1").status_code == 200
    for unit in ("/1", "/1/20"):
        assert token.get("units", unit=unit).status_code == 404
    assert token.post("calendar", {"first": "2027-01-01", "last": "2027-12-31"}).status_code == 404


def test_a_token_for_a_unit_reaches_no_post_elsewhere_even_of_its_owner(call):
    loan = {
        "post": "/1/2/head",
        "person": "Zoe",
        "since": "2027-05-10",
        "until": "2027-06-10",
        "reason": "leave",
    }
    actions.appoint(by(), post="/1/20/head", person="Cai", since=TODAY)
    assert call("head", unit="/1/20").post("loans", loan).status_code == 404
    assert call("head").post("loans", loan).status_code == 201


def test_a_token_for_less_hides_what_its_owner_would_see(call):
    """An operation asks for one action, and what it answers may rest on others: they are not the token's either."""
    reads, reviews = call("clerk", Action.READ_EDITIONS), call("clerk", Action.READ_EDITIONS, Action.REVIEW)
    assert {one["state"] for one in reads.get("editions").json()["items"]} == {"issued"}
    assert {one["state"] for one in reviews.get("editions").json()["items"]} == {"issued", "draft"}
    loan = {
        "post": "/1/2/head",
        "person": "Zoe",
        "since": "2027-05-10",
        "until": "2027-06-10",
        "reason": "leave",
    }
    assert call("clerk", Action.RECORD).post("loans", loan).status_code == 404
    assert call("clerk", Action.ORGANISE).post("loans", loan).status_code == 201
