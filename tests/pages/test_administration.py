"""Accounts, grants and the journal: each to one role, nothing to oneself, links and tokens shown once."""

from __future__ import annotations

import html
import re
import time
from datetime import timedelta

import pytest
from django.test import Client

from remit.store import actions, load, load_token
from remit.store.access import Role
from tests.pages.conftest import by, record_drill


@pytest.fixture
def warden(sign_in, still_clock):
    """The security administrator, who showed a moment ago who they are."""
    actions.create_account(
        by(still_clock), username="warden", person="郑安保", unit="", role=Role.SECURITY_ADMINISTRATOR
    )
    return fresh(sign_in("warden"))


def fresh(client: Client) -> Client:
    session = client.session
    session["remit_proved"] = int(time.time()) + 10**9  # the clock of the tests stands still in 2026
    session.save()
    return client


@pytest.fixture
def keeper(sign_in):
    return fresh(sign_in("keeper"))


def test_a_grant_is_made_shown_and_ends_the_sessions(warden, sign_in) -> None:
    twin = sign_in("newcomer")
    assert twin.get("/").status_code == 200
    given = {"username": "newcomer", "role": "clerk", "unit": "E", "key": "g1"}
    assert warden.post("/grants/grant/", given).status_code == 302
    assert twin.get("/").status_code == 302
    held = load.account("newcomer")
    assert (held.role, held.unit) == (Role.CLERK, "E")
    page = warden.get("/grants/?q=newcomer").content.decode()
    assert "warden于2026年5月20日授予" in page
    assert "经办人" in page
    assert "您自己的账号" in warden.get("/grants/?q=warden").content.decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"username": "warden", "role": "clerk"}, "任何人不得"),
        ({"username": "newcomer", "role": "king"}, "不是已有的角色"),
        ({"username": "newcomer", "role": "console"}, "不是已有的角色"),
        ({"username": "newcomer", "role": "clerk", "unit": "nowhere"}, "nowhere"),
    ],
)
def test_what_cannot_be_granted_is_said(warden, given: dict[str, str], said: str) -> None:
    before = load.accounts()
    page = warden.post("/grants/grant/", {"unit": "", **given})
    assert page.status_code == 422
    assert said in page.content.decode() or "本人" in page.content.decode()
    assert load.accounts() == before


def test_granting_asks_anew_who_one_is(sign_in, still_clock) -> None:
    actions.create_account(
        by(still_clock), username="warden", person="郑安保", unit="", role=Role.SECURITY_ADMINISTRATOR
    )
    asked = sign_in("warden").post("/grants/grant/", {"username": "newcomer", "role": "clerk", "unit": "E"})
    assert asked["Location"].startswith("/account/prove/?next=")
    assert load.account("newcomer").role is Role.HOLDER


def test_an_account_is_opened_let_in_closed_and_opened_again(keeper, still_clock) -> None:
    page = keeper.post("/accounts/open/", {"username": "liu", "person": "柳新", "key": "a1"}).content.decode()
    (link,) = set(re.findall(r"http://testserver(/sign-in/once/[^/<]+/)", html.unescape(page)))
    assert load.account("liu").role is Role.HOLDER
    assert Client().post(link).status_code == 302
    assert Client().post(link).status_code != 302
    again = keeper.post("/accounts/let-in/", {"username": "liu"}).content.decode()
    assert "/sign-in/once/" in again
    assert (
        keeper.post("/accounts/change/", {"username": "liu", "active": "0", "key": "a2"}).status_code == 302
    )
    assert not load.account("liu").active
    assert "停用" in keeper.get("/accounts/?q=柳").content.decode()
    assert (
        keeper.post("/accounts/change/", {"username": "liu", "active": "1", "key": "a3"}).status_code == 302
    )
    assert load.account("liu").active


def test_the_system_administrator_grants_nothing_and_keeps_no_auditor(keeper) -> None:
    for what in ("change", "let-in"):
        assert keeper.post(f"/accounts/{what}/", {"username": "auditor", "active": "0"}).status_code == 404
    assert "由控制台维护" in keeper.get("/accounts/?q=auditor").content.decode()
    assert keeper.get("/grants/").status_code == 404
    assert keeper.post("/grants/grant/", {"username": "newcomer", "role": "clerk"}).status_code == 404
    wrong = keeper.post("/accounts/open/", {"username": "keeper", "person": "又一个"})
    assert wrong.status_code == 422
    assert 'value="又一个"' in wrong.content.decode()


def test_the_auditor_reads_the_journal_in_stretches_and_nothing_else(sign_in, still_clock) -> None:
    ref = record_drill(still_clock)
    auditor = sign_in("auditor")
    page = auditor.get("/journal/").content.decode()
    assert "recorded" in page
    assert ref in page
    assert "全校消防疏散演练" in page
    first = auditor.get("/journal/?after=0").content.decode()
    assert "organisation" in first
    for address in ("/accounts/", "/grants/", "/units/E-P/", "/register/?unit=E-P", "/means/?unit=E-P"):
        assert auditor.get(address).status_code == 404
    for username in ("keeper", "clerk", "taochunyuan", "reviewer"):
        assert sign_in(username).get("/journal/").status_code == 404


def test_a_token_is_shown_once_and_revoked(sign_in, still_clock) -> None:
    mine = fresh(sign_in("taochunyuan"))
    given = {"name": "同步程序", "scope": ["see"], "unit": "E-P", "expires": "2026-08-01", "key": "t1"}
    page = mine.post("/account/tokens/", given).content.decode()
    (secret,) = re.findall(r"remit_[\w-]{43}", page)
    (held,) = load_token.tokens("taochunyuan")
    assert (held.name, held.unit, held.scope) == ("同步程序", "E-P", ("see",))
    assert secret not in mine.get("/account/tokens/").content.decode()
    found = Client().get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"})
    assert found.json()["person"] == "陶春远"
    other = fresh(sign_in("zhenghaining"))
    assert other.post("/account/tokens/revoke/", {"token": held.ref}).status_code == 404
    assert mine.post("/account/tokens/revoke/", {"token": held.ref}).status_code == 302
    gone = Client().get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"})
    assert gone.status_code == 401


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"scope": []},
        {"scope": ["grant"]},
        {"unit": "W-P"},
        {"unit": "nowhere"},
        {"expires": "2026-05-19"},
        {"expires": "soon"},
    ],
)
def test_a_token_that_cannot_be_is_refused(sign_in, change: dict[str, object]) -> None:
    mine = fresh(sign_in("taochunyuan"))
    given = {"name": "同步程序", "scope": ["see"], "unit": "", "expires": "2026-08-01"} | change
    assert mine.post("/account/tokens/", given).status_code == 422
    assert load_token.tokens("taochunyuan") == ()


def test_loans_are_shown_on_the_account_page(sign_in, still_clock) -> None:
    actions.delegate(
        by(still_clock),
        post="E-P/后勤副校长",
        person="陶春远",
        since=still_clock.date(),
        until=still_clock.date() + timedelta(days=5),
        reason="出差",
    )
    page = sign_in("taochunyuan").get("/account/").content.decode()
    assert "后勤副校长" in page
    assert "出差" in page
