"""Signing in with more than a password."""

from __future__ import annotations

import pytest

from remit.identity.configuration import SignIn
from remit.store import actions, journalling, load, load_identity, models
from remit.store.refusal import NotThere
from tests.identity.authenticator import Authenticator
from tests.identity.conftest import (
    ORIGIN,
    PASSWORD,
    add_app,
    add_passkey,
    browser,
    by,
    configure,
    is_in,
    now_code,
    options,
    sign_in,
    words,
)

pytestmark = pytest.mark.usefixtures("port")


def kinds() -> list[str]:
    return [line.header.kind for line in journalling.lines()]


def inside(username: str = "ann"):
    client = browser()
    sign_in(client, username)
    return client


# An authenticator app


def test_a_password_alone_opens_nothing_once_there_is_an_app(clock) -> None:
    add_app(inside(), clock)
    client = browser()
    assert sign_in(client, "ann")["Location"] == "/sign-in/second/"
    assert not is_in(client)
    assert client.get("/units/").status_code == 302


def test_password_and_code_open_the_page_that_was_asked_for(clock) -> None:
    secret, _ = add_app(inside(), clock)
    client = browser()
    clock.forward(seconds=60)
    sign_in(client, "ann", next="/units/")
    assert client.post("/sign-in/second/", {"code": now_code(secret, clock)})["Location"] == "/units/"
    assert is_in(client)


def test_a_code_opens_once(clock) -> None:
    secret, _ = add_app(inside(), clock)
    clock.forward(seconds=60)
    code = now_code(secret, clock)
    for client, opens in ((browser(), True), (browser(), False)):
        sign_in(client, "ann")
        client.post("/sign-in/second/", {"code": code})
        assert is_in(client) is opens


def test_the_code_that_confirmed_the_app_does_not_sign_in(clock) -> None:
    secret, _ = add_app(inside(), clock)
    client = browser()
    sign_in(client, "ann")
    client.post("/sign-in/second/", {"code": now_code(secret, clock)})
    assert not is_in(client)


def test_nobody_reaches_the_second_step_without_the_first(clock) -> None:
    secret, _ = add_app(inside(), clock)
    clock.forward(seconds=60)
    client = browser()
    assert client.get("/sign-in/second/")["Location"] == "/sign-in/"
    assert client.post("/sign-in/second/", {"code": now_code(secret, clock)})["Location"] == "/sign-in/"
    assert not is_in(client)


def test_half_a_sign_in_lapses(clock) -> None:
    secret, _ = add_app(inside(), clock)
    client = browser()
    sign_in(client, "ann")
    clock.forward(minutes=10)
    client.post("/sign-in/second/", {"code": now_code(secret, clock)})
    assert not is_in(client)


def test_the_factor_of_another_account_is_none(clock) -> None:
    add_app(inside("ann"), clock)
    others, _ = add_app(inside("dee"), clock)
    clock.forward(seconds=60)
    client = browser()
    sign_in(client, "ann")
    client.post("/sign-in/second/", {"code": now_code(others, clock)})
    assert not is_in(client)


def test_codes_are_not_to_be_guessed(clock) -> None:
    secret, _ = add_app(inside(), clock)
    clock.forward(seconds=60)
    client = browser()
    sign_in(client, "ann")
    for _ in range(5):
        assert client.post("/sign-in/second/", {"code": "000000"}).status_code == 200
    right = client.post("/sign-in/second/", {"code": now_code(secret, clock)})
    assert right.status_code == 429
    assert "Wait 15 minutes" in words(right)
    assert not is_in(client)


def test_a_one_time_link_does_not_stand_for_the_second_factor(clock) -> None:
    add_app(inside(), clock)
    actions.create_sign_in(by(clock), username="ann", token="t" * 43)
    client = browser()
    assert client.post(f"/sign-in/once/{'t' * 43}/")["Location"] == "/sign-in/second/"
    assert not is_in(client)


def test_the_secret_is_nowhere_in_the_clear(clock) -> None:
    secret, codes = add_app(inside(), clock)
    kept = [
        str(v) for m in (models.Totp, models.RecoveryCode) for row in m.objects.values() for v in row.values()
    ]
    kept += [line.payload or "" for line in journalling.lines()]
    assert not any(secret in text or code in text for text in kept for code in codes)


def test_a_secret_moved_to_another_account_opens_nothing(clock) -> None:
    secret, _ = add_app(inside("ann"), clock)
    add_app(inside("dee"), clock)
    stolen = models.Totp.objects.get(account__username="ann").sealed
    models.Totp.objects.filter(account__username="dee").update(sealed=stolen)
    assert load_identity.totp("dee") is None
    assert load_identity.totp("ann") is not None
    assert secret


def test_a_wrong_first_code_adds_no_app(clock) -> None:
    client = inside()
    client.get("/account/app/")
    answer = client.post("/account/app/", {"code": "000000"})
    assert answer.status_code == 422
    assert "not the digits of now" in words(answer)
    assert not load_identity.factors("ann").any


# Recovery codes


def test_a_recovery_code_stands_in_once(clock) -> None:
    _, codes = add_app(inside(), clock)
    assert len(codes) == 10
    for client, opens in ((browser(), True), (browser(), False)):
        sign_in(client, "ann")
        client.post("/sign-in/second/", {"code": codes[0].upper().replace("-", "")})
        assert is_in(client) is opens
    assert load_identity.factors("ann").recovery_left == 9


def test_recovery_codes_are_shown_once_and_new_ones_replace_them(clock) -> None:
    client = inside()
    _, codes = add_app(client, clock)
    assert client.get("/account/recovery/")["Location"] == "/account/"
    page = client.post("/account/recovery/", {"done": "renew"}, follow=True)
    assert codes[0] not in page.content.decode()
    outside = browser()
    sign_in(outside, "ann")
    outside.post("/sign-in/second/", {"code": codes[0]})
    assert not is_in(outside)


# Passkeys


def test_a_passkey_signs_in_by_itself(clock) -> None:
    key = add_passkey(inside())
    client = browser()
    asked = options(client.get("/sign-in/passkey/?next=/units/"))
    answer = client.post("/sign-in/passkey/", {"answer": key.sign(asked, origin=ORIGIN), "next": "/units/"})
    assert answer["Location"] == "/units/"
    assert is_in(client)


def test_a_passkey_is_a_second_factor(clock) -> None:
    key = add_passkey(inside())
    client = browser()
    sign_in(client, "ann")
    asked = options(client.get("/sign-in/second/"))
    client.post("/sign-in/second/", {"answer": key.sign(asked, origin=ORIGIN)})
    assert is_in(client)


WRONG = {
    "another origin": {"origin": "http://localhost.elsewhere.example"},
    "another port": {"origin": "http://localhost:81"},
    "another site": {"origin": ORIGIN, "site": "elsewhere.example"},
    "another challenge": {"origin": ORIGIN, "challenge": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
    "nobody verified": {"origin": ORIGIN, "verified": False},
    "an answer of making one": {"origin": ORIGIN, "kind": "webauthn.create"},
    "another user": {"origin": ORIGIN, "user": b"somebody-else"},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_passkey_that_was_asked_wrongly_opens_nothing(wrong: str) -> None:
    key = add_passkey(inside())
    client = browser()
    asked = options(client.get("/sign-in/passkey/"))
    answer = client.post("/sign-in/passkey/", {"answer": key.sign(asked, **WRONG[wrong])})
    assert answer.status_code == 403
    assert not is_in(client)


def test_an_answer_of_a_passkey_is_not_to_be_replayed() -> None:
    key = add_passkey(inside())
    client, thief = browser(), browser()
    said = key.sign(options(client.get("/sign-in/passkey/")), origin=ORIGIN)
    thief.get("/sign-in/passkey/")
    assert thief.post("/sign-in/passkey/", {"answer": said}).status_code == 403
    client.post("/sign-in/passkey/", {"answer": said})
    client.post("/sign-out/")
    assert client.post("/sign-in/passkey/", {"answer": said}).status_code == 403
    assert not is_in(client)


def test_a_copied_passkey_is_noticed_by_its_counter() -> None:
    key = add_passkey(inside())
    for counter, opens in ((5, True), (3, False), (4, False)):
        key.counter = counter
        client = browser()
        client.post(
            "/sign-in/passkey/", {"answer": key.sign(options(client.get("/sign-in/passkey/")), origin=ORIGIN)}
        )
        assert is_in(client) is opens


def test_a_key_that_nobody_registered_opens_nothing() -> None:
    known, forged = add_passkey(inside()), Authenticator()
    forged.id, forged.user = known.id, known.user
    client = browser()
    asked = options(client.get("/sign-in/passkey/"))
    assert client.post("/sign-in/passkey/", {"answer": forged.sign(asked, origin=ORIGIN)}).status_code == 403


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "{",
        "[]",
        "null",
        '{"id": 3}',
        '{"id":"","rawId":"","type":"public-key","response":{}}',
        "[" * 100000,
    ],
)
def test_an_answer_that_is_none_is_refused_quietly(answer: str) -> None:
    client = browser()
    client.get("/sign-in/passkey/")
    assert client.post("/sign-in/passkey/", {"answer": answer}).status_code == 403


def test_the_passkey_of_a_closed_account_opens_nothing(clock) -> None:
    key = add_passkey(inside())
    seen = load.account("ann")
    actions.change_account(
        by(clock), username="ann", person=seen.person, unit=seen.unit, role=seen.role, active=False
    )
    client = browser()
    asked = options(client.get("/sign-in/passkey/"))
    assert client.post("/sign-in/passkey/", {"answer": key.sign(asked, origin=ORIGIN)}).status_code == 403


def test_another_account_s_passkey_is_no_second_factor() -> None:
    add_passkey(inside("ann"))
    others = add_passkey(inside("dee"))
    client = browser()
    sign_in(client, "ann")
    asked = options(client.get("/sign-in/second/"))
    client.post("/sign-in/second/", {"answer": others.sign(asked, origin=ORIGIN)})
    assert not is_in(client)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000"])
def test_no_passkey_is_offered_at_an_address_without_a_name(host: str) -> None:
    assert "passkey" not in browser(host=host).get("/sign-in/").content.decode()


# Who needs one


@pytest.mark.parametrize("username", ["keeper", "audrey"])
def test_a_role_that_needs_a_second_factor_sees_nothing_before_it_has_one(username: str, clock) -> None:
    client = browser()
    assert sign_in(client, username)["Location"] == "/account/"
    for path in ("/", "/units/", "/regimes/"):
        assert client.get(path)["Location"] == "/account/"
    assert "Your role needs a second factor" in words(client.get("/account/"))
    add_app(client, clock)
    assert client.get("/").status_code == 200


def test_which_roles_need_one_is_a_setting(settings) -> None:
    configure(settings, sign_in=SignIn(second_factor=("clerk",)))
    assert sign_in(browser(), "keeper")["Location"] == "/"
    assert sign_in(browser(), "ann")["Location"] == "/account/"


def test_the_last_factor_of_such_a_role_stays(clock) -> None:
    client = inside("keeper")
    add_app(client, clock)
    answer = client.post("/account/app/remove/")
    assert answer.status_code == 422
    assert "only second factor" in words(answer)
    assert load_identity.factors("keeper").any
    add_passkey(client)
    assert client.post("/account/app/remove/").status_code == 302


def test_others_may_take_theirs_away_and_the_codes_go_with_it(clock) -> None:
    client = inside()
    add_app(client, clock)
    client.post("/account/app/remove/")
    assert load_identity.factors("ann") == load_identity.Factors()
    assert sign_in(browser(), "ann")["Location"] == "/"


def test_whoever_keeps_the_accounts_takes_lost_factors_away_and_sessions_end(clock) -> None:
    client = inside()
    add_app(client, clock)
    actions.reset_factors(by(clock), username="ann")
    assert not is_in(client)
    assert sign_in(browser(), "ann")["Location"] == "/"
    with pytest.raises(NotThere):
        actions.reset_factors(by(clock), username="nobody")


def test_every_change_of_a_factor_is_in_the_journal(clock) -> None:
    client = inside()
    before = len(kinds())
    add_app(client, clock)
    add_passkey(client)
    client.post("/account/recovery/", {"done": "renew"})
    client.post("/account/app/remove/")
    actions.reset_factors(by(clock), username="ann")
    assert kinds()[before:] == [
        "factor-added",
        "factor-added",
        "recovery-codes-renewed",
        "factor-removed",
        "factors-reset",
    ]


# Proof that is not old


@pytest.mark.parametrize("path", ["/account/app/", "/account/passkey/", "/account/password/"])
def test_an_old_session_has_to_prove_itself_before_it_changes_a_way_in(path: str, clock) -> None:
    client = inside()
    assert client.get(path).status_code == 200
    clock.forward(minutes=11)
    assert client.get(path)["Location"] == f"/account/prove/?next={path.replace('/', '%2F')}"
    assert client.post(path)["Location"].startswith("/account/prove/")
    assert client.post("/account/prove/", {"password": "wrong", "next": path}).status_code == 200
    assert client.get(path).status_code == 302
    assert client.post("/account/prove/", {"password": PASSWORD, "next": path})["Location"] == path
    assert client.get(path).status_code == 200


def test_with_a_factor_the_password_is_not_offered_as_proof_of_it(clock) -> None:
    client = inside()
    secret, _ = add_app(client, clock)
    clock.forward(minutes=11)
    page = client.get("/account/prove/").content.decode()
    assert 'name="code"' in page
    assert 'name="password"' not in page
    client.post("/account/prove/", {"password": PASSWORD})
    assert client.get("/account/app/").status_code == 302
    assert client.post("/account/prove/", {"code": now_code(secret, clock)})["Location"] == "/account/"
