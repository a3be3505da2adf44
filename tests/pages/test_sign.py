"""Signing in and out."""

from __future__ import annotations

import pytest
from django.test import Client

from remit.store import actions
from remit.store.access import Role
from tests.pages.conftest import by

PASSWORD = "a-long-and-odd-password"


@pytest.fixture
def account(city, still_clock) -> str:
    actions.change_password(by(still_clock), username="taochunyuan", password=PASSWORD)
    return "taochunyuan"


@pytest.fixture
def link(city, still_clock) -> str:
    actions.create_sign_in(
        by(still_clock), username="taochunyuan", token="a-token-that-works-once-and-is-long-enough"
    )
    return "/sign-in/once/a-token-that-works-once-and-is-long-enough/"


def sign_in(client: Client, username: str, password: str, **more: str):
    return client.post("/sign-in/", {"username": username, "password": password, **more})


def test_name_and_password_open_the_page_that_was_asked_for(account: str) -> None:
    client = Client()
    assert client.get("/units/")["Location"] == "/sign-in/?next=/units/"
    assert sign_in(client, account, PASSWORD, next="/units/")["Location"] == "/units/"
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:x"])
def test_nobody_is_sent_to_another_site(account: str, elsewhere: str) -> None:
    assert sign_in(Client(), account, PASSWORD, next=elsewhere)["Location"] == "/"


def test_a_wrong_password_is_said_and_the_name_is_kept(account: str) -> None:
    page = sign_in(Client(), account, "wrong")
    text = page.content.decode()
    assert "账号与密码不符" in text
    assert f'value="{account}"' in text
    assert "wrong" not in text.partition("<form")[2].partition("</form>")[0].replace(
        'id="wrong"', ""
    ).replace('aria-describedby="wrong"', "")


def test_an_unknown_name_is_answered_like_a_wrong_password(account: str) -> None:
    def said(name: str) -> str:
        text = sign_in(Client(), name, "wrong").content.decode()
        return text[text.index("<h1") :].replace(name, "")

    def without_token(text: str) -> str:
        return "".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)

    assert without_token(said(account)) == without_token(said("nobody"))


def test_after_five_failures_the_account_is_locked_and_the_page_says_how_long(
    account: str,
) -> None:
    client = Client()
    answers = [sign_in(client, account, "wrong").status_code for _ in range(5)]
    locked = sign_in(client, account, PASSWORD)
    assert locked.status_code == 429
    assert "请等待15分钟" in locked.content.decode()
    assert answers[0] == 200
    assert client.get("/").status_code == 302


def test_a_one_time_link_is_not_used_up_by_looking_at_it(link: str) -> None:
    client = Client()
    for _ in range(3):
        assert client.get(link).status_code == 200
    assert client.head(link).status_code in {200, 405}
    assert client.post(link)["Location"] == "/"
    assert "陶春远" in client.get("/").content.decode()


def test_a_one_time_link_works_once(link: str) -> None:
    Client().post(link)
    second = Client()
    answer = second.post(link)
    assert answer.status_code == 410
    assert "此链接已失效" in answer.content.decode()
    assert second.get("/").status_code == 302


def test_an_unknown_link_opens_nothing(city) -> None:
    assert Client().post("/sign-in/once/none/").status_code == 410


def test_signing_out_ends_the_session_and_needs_a_click(account: str) -> None:
    client = Client()
    sign_in(client, account, PASSWORD)
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/")["Location"] == "/sign-in/"
    assert client.get("/").status_code == 302


def test_the_accounts_language_is_taken_over_where_none_was_chosen(city, still_clock) -> None:
    actions.create_account(
        by(still_clock),
        username="english",
        person="Ann",
        unit="HB",
        role=Role.CLERK,
        language="en",
        password=PASSWORD,
    )
    client = Client(headers={"accept-language": "zh-hans"})
    sign_in(client, "english", PASSWORD)
    assert "My duties" in client.get("/").content.decode()


def test_a_part_asked_for_after_the_session_ended_lets_the_page_be_loaded_anew(city) -> None:
    answer = Client().post(
        "/regimes/harbour-school-fire/2027-01-01/duties/art-4/accept/",
        {"version": "1"},
        headers={"hx-request": "true"},
        follow=True,
    )
    assert answer["HX-Refresh"] == "true"
