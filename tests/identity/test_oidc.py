"""Signing in through an OpenID Connect provider that runs beside the test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from remit.identity import oidc
from remit.identity.configuration import Oidc
from remit.store import actions, journalling, load, load_identity
from remit.store.access import Role
from remit.store.refusal import NotThere
from tests.identity.conftest import add_app, browser, by, configure, is_in, sign_in, words
from tests.identity.serving import Issuer, new_key, served

pytestmark = pytest.mark.usefixtures("port")
SECRET = "a secret: with/odd+signs"


@pytest.fixture
def issuer(clock, settings) -> Iterator[Issuer]:
    made = Issuer(clock=clock.seconds, claims={"preferred_username": "ann"})
    with served(made.answer) as address:
        made.address = address
        offer(settings, made)
        yield made
    oidc._metadata.clear()
    oidc._keys.clear()


def offer(settings, at: Issuer, **changes: object) -> None:
    given = {
        "name": "portal",
        "label": "City portal",
        "issuer": at.address,
        "client_id": "remit",
        "client_secret": SECRET,
        "username": "preferred_username",
        **changes,
    }
    configure(settings, providers=(Oidc(**given),))


def come_back(client, issuer: Issuer, **changes: str):
    out = client.get("/sign-in/with/portal/?next=/units/")
    return client.get("/sign-in/with/portal/back/", {**issuer.authorize(out["Location"]), **changes})


def test_whom_the_provider_names_is_let_in(issuer) -> None:
    client = browser()
    assert come_back(client, issuer)["Location"] == "/units/"
    assert is_in(client)
    assert [one.provider for one in load_identity.linked("ann")] == ["portal"]


def test_the_page_offers_it(issuer) -> None:
    assert "Sign in through City portal" in words(browser().get("/sign-in/"))


def test_who_is_linked_stays_so_whatever_the_provider_calls_them_later(issuer) -> None:
    come_back(browser(), issuer)
    issuer.claims = {"preferred_username": "keeper"}
    client = browser()
    come_back(client, issuer)
    assert "Ann" in client.get("/account/").content.decode()


def test_a_name_that_was_given_to_somebody_else_there_is_not_let_in(issuer) -> None:
    come_back(browser(), issuer)
    issuer.claims = {"preferred_username": "ann", "sub": "another-person"}
    client = browser()
    assert come_back(client, issuer).status_code == 403
    assert not is_in(client)


def test_an_account_whose_role_needs_a_second_factor_is_not_had_by_its_name(issuer) -> None:
    issuer.claims = {"preferred_username": "keeper"}
    client = browser()
    assert come_back(client, issuer)["Location"] == "/sign-in/"
    assert not is_in(client)
    assert "City portal knows you" in words(client.get("/sign-in/"))


def test_the_second_factor_is_asked_for_unless_the_provider_sees_to_it(issuer, clock, settings) -> None:
    inside = browser()
    sign_in(inside, "ann")
    add_app(inside, clock)
    client = browser()
    assert come_back(client, issuer)["Location"] == "/sign-in/second/"
    assert not is_in(client)
    offer(settings, issuer, strong=True)
    assert come_back(client, issuer)["Location"] == "/units/"


def test_without_a_name_the_two_are_linked_by_signing_in_once(issuer, settings) -> None:
    offer(settings, issuer, username="")
    client = browser()
    assert come_back(client, issuer)["Location"] == "/sign-in/"
    assert load_identity.find_linked("portal", "subject-1") is None
    assert sign_in(client, "dee", next="/units/")["Location"] == "/account/link/"
    assert "named “subject-1”" in words(client.get("/account/link/"))
    assert load_identity.find_linked("portal", "subject-1") is None
    assert client.post("/account/link/", {"me": "yes"})["Location"] == "/units/"
    assert load_identity.find_linked("portal", "subject-1") == "dee"
    again = browser()
    assert come_back(again, issuer)["Location"] == "/units/"
    assert "Dee" in again.get("/account/").content.decode()


def test_who_sits_down_at_a_browser_where_somebody_else_came_back_is_asked_first(issuer, settings) -> None:
    offer(settings, issuer, username="")
    shared = browser()
    come_back(shared, issuer)
    sign_in(shared, "dee")
    shared.post("/account/link/", {"me": "no"})
    assert load_identity.linked("dee") == ()
    assert shared.get("/account/link/")["Location"] == "/account/"
    shared.post("/account/link/", {"me": "yes"})
    assert load_identity.linked("dee") == ()


def test_a_link_that_waits_too_long_is_not_made(issuer, settings, clock) -> None:
    offer(settings, issuer, username="")
    client = browser()
    come_back(client, issuer)
    clock.forward(minutes=11)
    sign_in(client, "dee")
    assert load_identity.linked("dee") == ()


def test_no_account_springs_into_being(issuer) -> None:
    issuer.claims = {"preferred_username": "stranger"}
    answer = come_back(browser(), issuer)
    assert answer.status_code == 403
    assert "no account for you here" in words(answer)
    with pytest.raises(NotThere):
        load.account("stranger")


def test_where_the_installation_says_so_one_does_as_a_holder_without_unit(issuer, settings) -> None:
    offer(settings, issuer, create=True, person="name")
    issuer.claims = {"preferred_username": "stranger", "name": "Stan"}
    client = browser()
    come_back(client, issuer)
    made = load.account("stranger")
    assert (made.role, made.unit, made.person) == (Role.HOLDER, "", "Stan")
    assert is_in(client)


@pytest.mark.parametrize("username", ["a b", "x" * 151, "收集教师的宗教信仰情况并建立台账", "\0"])
def test_a_name_that_cannot_be_one_opens_no_account(issuer, settings, username: str) -> None:
    offer(settings, issuer, create=True)
    issuer.claims = {"preferred_username": username}
    client = browser()
    assert come_back(client, issuer).status_code == 403
    assert not is_in(client)


def test_a_closed_account_stays_closed(issuer, clock) -> None:
    come_back(browser(), issuer)
    actions.change_account(by(clock), username="ann", person="Ann", unit="P", role=Role.CLERK, active=False)
    answer = come_back(browser(), issuer)
    assert answer.status_code == 403
    assert "account is closed" in words(answer)


def test_sign_in_and_link_are_in_the_journal(issuer) -> None:
    come_back(browser(), issuer)
    kinds = [line.header.kind for line in journalling.lines()]
    assert kinds[-2:] == ["identity-linked", "signed-in"]
    assert [line.header.actor for line in journalling.lines()][-2] == "provider portal"


WRONG = {
    "another issuer": {"iss": "http://127.0.0.1:1"},
    "for somebody else": {"aud": "another-client"},
    "for several, and not for us": {"aud": ["remit", "another"], "azp": "another"},
    "for several, and nobody said for whom": {"aud": ["remit", "another"]},
    "expired": {"exp": 1000},
    "expires in words": {"exp": "tomorrow"},
    "from the future": {"iat": 99999999999},
    "not yet": {"nbf": 99999999999},
    "wrong nonce": {"nonce": "another"},
    "no subject": {"sub": ""},
    "a subject that is a list": {"sub": ["subject-1"]},
    "a subject too long": {"sub": "x" * 256},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_token_that_is_wrong_lets_nobody_in(issuer, wrong: str) -> None:
    issuer.claims |= WRONG[wrong]
    client = browser()
    assert come_back(client, issuer).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("missing", ["iss", "aud", "sub", "exp", "iat", "nonce"])
def test_a_token_that_lacks_something_lets_nobody_in(issuer, missing: str) -> None:
    issuer.without = (missing,)
    assert come_back(browser(), issuer).status_code == 403


def test_a_token_that_nobody_signed_lets_nobody_in(issuer) -> None:
    issuer.forge = issuer.sign_with_nothing
    assert come_back(browser(), issuer).status_code == 403


def test_a_token_signed_with_the_public_key_lets_nobody_in(issuer) -> None:
    issuer.forge = issuer.sign_with_public_key
    assert come_back(browser(), issuer).status_code == 403


def test_a_token_signed_with_a_key_of_the_same_name_lets_nobody_in(issuer) -> None:
    issuer.forge = lambda claims: issuer.sign(claims, key=new_key(kid="one"))
    assert come_back(browser(), issuer).status_code == 403


def test_a_token_that_was_changed_lets_nobody_in(issuer) -> None:
    def changed(claims: dict) -> str:
        head, _, signature = issuer.sign(claims).split(".")
        _, body, _ = issuer.sign({**claims, "preferred_username": "dee"}).split(".")
        return f"{head}.{body}.{signature}"

    issuer.forge = changed
    assert come_back(browser(), issuer).status_code == 403


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "....."])
def test_a_token_that_is_none_lets_nobody_in(issuer, token: str) -> None:
    issuer.forge = lambda _claims: token
    assert come_back(browser(), issuer).status_code == 403


def test_new_keys_are_fetched_when_they_are_needed_and_not_before(issuer) -> None:
    come_back(browser(), issuer)
    come_back(browser(), issuer)
    assert issuer.jwks_asked == 1
    issuer.key = new_key()
    client = browser()
    come_back(client, issuer)
    assert is_in(client)
    assert issuer.jwks_asked == 2


def test_a_key_that_was_withdrawn_is_refused_once_new_ones_are_known(issuer) -> None:
    old = issuer.key
    come_back(browser(), issuer)
    issuer.key = new_key()
    come_back(browser(), issuer)
    issuer.forge = lambda claims: issuer.sign(claims, key=old)
    client = browser()
    come_back(client, issuer)
    assert not is_in(client)


def test_rsa_keys_are_taken_too(issuer) -> None:
    issuer.key, issuer.algorithm = new_key("RSA"), "RS256"
    client = browser()
    come_back(client, issuer)
    assert is_in(client)


def test_an_answer_without_our_state_lets_nobody_in(issuer) -> None:
    client = browser()
    assert come_back(client, issuer, state="another").status_code == 403
    assert not is_in(client)


def test_an_answer_for_another_browser_lets_nobody_in(issuer) -> None:
    """Whoever is sent an attacker's own answer is not signed in as the attacker."""
    attacker, victim = browser(), browser()
    brought = issuer.authorize(attacker.get("/sign-in/with/portal/")["Location"])
    victim.get("/sign-in/with/portal/")
    assert victim.get("/sign-in/with/portal/back/", brought).status_code == 403
    assert not is_in(victim)


def test_an_answer_works_once(issuer) -> None:
    client = browser()
    brought = issuer.authorize(client.get("/sign-in/with/portal/")["Location"])
    client.get("/sign-in/with/portal/back/", brought)
    client.post("/sign-out/")
    assert client.get("/sign-in/with/portal/back/", brought).status_code == 403
    assert not is_in(client)


def test_a_code_that_was_caught_on_the_way_is_of_no_use(issuer) -> None:
    """PKCE: whoever has the code has not what was kept here."""
    owner, thief = browser(), browser()
    code = issuer.authorize(owner.get("/sign-in/with/portal/")["Location"])["code"]
    state = issuer.authorize(thief.get("/sign-in/with/portal/")["Location"])["state"]
    assert thief.get("/sign-in/with/portal/back/", {"code": code, "state": state}).status_code == 403
    assert not is_in(thief)


def test_an_answer_of_another_issuer_is_refused(issuer) -> None:
    assert come_back(browser(), issuer, iss="https://another.example").status_code == 403


def test_a_provider_that_says_it_is_another_is_refused(issuer) -> None:
    issuer.issuer = "https://another.example"
    oidc._metadata.clear()
    assert browser().get("/sign-in/with/portal/").status_code == 403


def test_a_refusal_there_is_said_here(issuer) -> None:
    client = browser()
    out = issuer.authorize(client.get("/sign-in/with/portal/")["Location"])
    answer = client.get(
        "/sign-in/with/portal/back/", {"error": "access_denied<script>", "state": out["state"]}
    )
    assert answer.status_code == 403
    assert b"<script>" not in answer.content.partition(b"<main")[2]


def test_an_answer_after_ten_minutes_is_too_late(issuer, clock) -> None:
    client = browser()
    brought = issuer.authorize(client.get("/sign-in/with/portal/")["Location"])
    clock.forward(minutes=11)
    assert client.get("/sign-in/with/portal/back/", brought).status_code == 403


def test_a_provider_that_is_down_is_said(issuer, settings) -> None:
    offer(settings, issuer, issuer="http://127.0.0.1:1")
    answer = browser().get("/sign-in/with/portal/")
    assert answer.status_code == 403
    assert "cannot be asked now" in words(answer)


def test_a_provider_that_nobody_configured_is_not_there(issuer) -> None:
    assert browser().get("/sign-in/with/another/").status_code == 404


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example"])
def test_nobody_is_sent_on_to_another_site(issuer, elsewhere: str) -> None:
    client = browser()
    out = client.get("/sign-in/with/portal/", {"next": elsewhere})
    assert client.get("/sign-in/with/portal/back/", issuer.authorize(out["Location"]))["Location"] == "/"
