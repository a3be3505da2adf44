"""Sessions: how long they last, who ends them, and what the journal says of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.test import Client

from remit.identity.configuration import SignIn
from remit.store import actions, journalling, load, models, save_identity
from remit.store.access import Role
from remit.store.refusal import Denied, NotThere, Refused
from remit.store.transaction import By
from tests.identity.conftest import PASSWORD, browser, by, configure, is_in, sign_in, words

pytestmark = pytest.mark.usefixtures("port")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def inside(username: str = "ann", **headers: str) -> Client:
    client = browser(**headers)
    sign_in(client, username)
    return client


def lines() -> list[tuple[str, str]]:
    return [(line.header.kind, line.payload or "") for line in journalling.lines()]


def test_a_session_that_nobody_uses_ends_after_half_an_hour(clock) -> None:
    client = inside()
    clock.forward(minutes=30)
    assert is_in(client)
    clock.forward(minutes=30, seconds=1)
    assert client.get("/units/")["Location"] == "/sign-in/?next=/units/"
    assert not is_in(client)
    assert lines()[-1] == ("signed-out", '{"username":"ann","why":"idle"}')


@pytest.mark.parametrize("minutes", [5, 480])
def test_how_long_is_a_setting(clock, settings, minutes: int) -> None:
    configure(settings, sign_in=SignIn(idle_minutes=minutes))
    client = inside()
    clock.forward(minutes=minutes, seconds=-1)
    assert is_in(client)
    clock.forward(minutes=minutes, seconds=1)
    assert not is_in(client)


def test_a_session_ends_after_eight_hours_however_much_it_is_used(clock) -> None:
    client = inside()
    for _ in range(24):
        clock.forward(minutes=20)
        assert is_in(client)
    clock.forward(minutes=1)
    assert not is_in(client)
    assert lines()[-1][1] == '{"username":"ann","why":"lapsed"}'


def test_signing_in_draws_a_new_session(clock) -> None:
    """Whoever planted a session in a browser does not share the one that is signed in."""
    client = browser()
    client.get("/sign-in/passkey/")
    planted = client.cookies["sessionid"].value
    sign_in(client, "ann")
    assert client.cookies["sessionid"].value != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_signing_out_leaves_nothing_to_go_on_with() -> None:
    client = inside()
    key = client.cookies["sessionid"].value
    client.post("/sign-out/")
    client.cookies["sessionid"] = key
    assert not is_in(client)
    assert not models.Presence.objects.exists()


def test_my_sessions_are_listed_and_those_of_others_are_not() -> None:
    inside(**{"user-agent": FIREFOX})
    inside("dee", **{"user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140 Edg/140"})
    page = words(inside().get("/account/"))
    assert "Firefox, Linux" in page
    assert "Edge" not in page


def test_one_session_is_ended_from_another(clock) -> None:
    first, second = inside(**{"user-agent": FIREFOX}), inside()
    ref = models.Presence.objects.get(browser="Firefox, Linux").pk
    assert second.post("/account/sessions/end/", {"session": str(ref)}).status_code == 302
    assert not is_in(first)
    assert is_in(second)


def test_all_others_are_ended_at_once() -> None:
    others, mine = [inside(), inside()], inside()
    mine.post("/account/sessions/end/")
    assert [is_in(client) for client in (*others, mine)] == [False, False, True]


def test_nobody_ends_the_sessions_of_others(clock) -> None:
    others = inside("dee")
    ref = models.Presence.objects.get(account__username="dee").pk
    assert inside().post("/account/sessions/end/", {"session": str(ref)}).status_code == 404
    ann = By(viewer=load.viewer("ann", clock.now.date()), key="x", now=clock.now)
    with pytest.raises(Denied):
        actions.end_sessions(ann, username="dee")
    assert is_in(others)


@pytest.mark.parametrize("ref", ["0", "x", "²", "-1", "99999999999999999999999"])
def test_a_session_that_is_none_is_not_there(ref: str) -> None:
    assert inside().post("/account/sessions/end/", {"session": ref}).status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        {"role": Role.AUDITOR},
        {"person": "Somebody else"},
        {"unit": "P-N"},
        {"active": False},
    ],
    ids=str,
)
def test_a_change_of_the_account_ends_its_sessions_and_links(clock, change: dict[str, object]) -> None:
    client = inside()
    actions.create_sign_in(by(clock), username="ann", token="t" * 43)
    given = {"person": "Ann", "unit": "P", "role": Role.CLERK, "active": True, **change}
    actions.change_account(by(clock), username="ann", **given)
    assert not is_in(client)
    assert not Session.objects.filter(session_key=client.cookies["sessionid"].value).exists()
    with pytest.raises(Refused):
        actions.redeem_sign_in("t" * 43, now=clock.now)


def test_a_session_that_was_ended_while_it_was_used_is_not_brought_back(clock) -> None:
    client = inside()
    store = client.session
    actions.end_sessions(by(clock), username="ann")
    with pytest.raises(UpdateError):
        store.save(must_create=False)
    assert not is_in(client)


def test_a_new_password_ends_every_session_and_is_used_from_then_on() -> None:
    other, client = inside(), inside()
    answer = client.post(
        "/account/password/",
        {"old": PASSWORD, "new": "a quiet and new harbour", "again": "a quiet and new harbour"},
    )
    assert answer["Location"] == "/sign-in/"
    assert not is_in(other)
    assert not is_in(client)
    sign_in(client, "ann", "a quiet and new harbour")
    assert is_in(client)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (
            {"old": "wrong", "new": "a quiet and new harbour", "again": "a quiet and new harbour"},
            "not your password",
        ),
        ({"old": PASSWORD, "new": "a quiet and new harbour", "again": "another"}, "not the same"),
        ({"old": PASSWORD, "new": "password1234", "again": "password1234"}, "too common"),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "too short"),
    ],
)
def test_a_password_is_not_changed_to_what_cannot_be_one(form: dict[str, str], said: str) -> None:
    client = inside()
    answer = client.post("/account/password/", form)
    assert answer.status_code == 422
    assert said in words(answer)
    assert is_in(client)


def test_who_came_by_a_link_sets_a_password_without_an_old_one(clock) -> None:
    actions.create_sign_in(by(clock), username="ann", token="t" * 43)
    client = browser()
    client.post(f"/sign-in/once/{'t' * 43}/")
    form = {"new": "a quiet and new harbour", "again": "a quiet and new harbour"}
    assert client.post("/account/password/", form).status_code == 302


def test_the_journal_says_who_came_in_and_how_and_keeps_no_address() -> None:
    client = browser(**{"user-agent": FIREFOX})
    client.post("/sign-in/", {"username": "ann", "password": "wrong"}, REMOTE_ADDR="198.51.100.7")
    client.post("/sign-in/", {"username": "ann", "password": PASSWORD}, REMOTE_ADDR="198.51.100.7")
    client.post("/sign-out/")
    said = lines()[-3:]
    assert [kind for kind, _ in said] == ["sign-in-failed", "signed-in", "signed-out"]
    assert not any(
        "198.51.100.7" in payload or PASSWORD in payload or "wrong" in payload for _, payload in said
    )
    marks = [payload.partition('"from":"')[2][:12] for _, payload in said[:2]]
    assert marks[0] == marks[1] != ""


def test_behind_a_proxy_the_mark_is_that_of_the_last_address_named(settings) -> None:
    def mark(forwarded: str) -> str:
        client = browser(**{"x-forwarded-for": forwarded, "x-forwarded-proto": "https"})
        client.post("/sign-in/", {"username": "ann", "password": "wrong"}, REMOTE_ADDR="127.0.0.1")
        return lines()[-1][1]

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert mark("198.51.100.7") == mark("203.0.113.1, 198.51.100.7") != mark("203.0.113.1")


def test_attempts_at_names_that_nobody_has_fill_no_journal() -> None:
    before = journalling.last_seq()
    sign_in(browser(), "nobody-of-that-name", "x")
    assert journalling.last_seq() == before


def test_what_lapsed_is_forgotten_and_what_is_open_stays(clock) -> None:
    inside("dee")
    clock.forward(hours=7)
    client = inside()
    clock.forward(hours=2)
    assert save_identity.forget_lapsed(now=clock.now, longest=timedelta(hours=8)) == 2
    assert [p.account.username for p in models.Presence.objects.all()] == ["ann"]
    assert Session.objects.filter(session_key=client.cookies["sessionid"].value).exists()


def test_the_language_of_the_account_is_chosen_there() -> None:
    client = inside()
    client.post("/account/language/", {"language": "zh-hans"})
    assert load.account("ann").language == "zh-hans"
    assert client.post("/account/language/", {"language": "xx"}).status_code == 422


def test_nobody_changes_the_ways_in_of_another(clock) -> None:
    dee = By(viewer=load.viewer("dee", clock.now.date()), key="k", now=clock.now)
    for change in (
        lambda: actions.add_app(dee, username="ann", secret="A", step=1),
        lambda: actions.remove_app(dee, username="ann", needed=()),
        lambda: actions.renew_recovery_codes(dee, username="ann", recovery=()),
        lambda: actions.remove_passkey(dee, username="ann", handle="", needed=()),
        lambda: actions.reset_factors(dee, username="ann"),
        lambda: actions.link_identity(dee, username="ann", provider="p", subject="s"),
        lambda: actions.unlink_identity(dee, username="ann", provider="p"),
        lambda: actions.change_language(dee, username="ann", language="en"),
        lambda: actions.sign_in(dee, username="ann", way="password", session="s"),
        lambda: actions.sync_people(dee, plan=actions.SyncPlan(), provider="p"),
    ):
        with pytest.raises(Denied):
            change()
    with pytest.raises(NotThere):
        actions.remove_app(dee, username="dee", needed=())


def test_no_account_has_a_password_that_it_was_not_given(clock) -> None:
    actions.create_account(by(clock), username="new", person="", unit="", role=Role.HOLDER)
    for guess in ("", "new", "remit", "admin", "password", "123456", "changeme", "None", "!"):
        client = browser()
        sign_in(client, "new", guess)
        assert not is_in(client)
        clock.forward(days=2)
