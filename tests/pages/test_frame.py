"""What every page has in common."""

from __future__ import annotations

import re

import pytest
from django.test import Client, RequestFactory
from django.urls import URLPattern, get_resolver, reverse

from remit.web.pages import failure

VALUES = {
    "digest": "0" * 64,
    "number": 1,
    "regime": "harbour-school-fire",
    "day": "2026-01-01",
    "duty": "art-4",
    "part": "ground-1",
    "code": "E-P",
    "ref": "r1",
    "sha256": "0" * 64,
    "token": "none",
    "provider": "none",
    "name": "rename",
    "what": "appoint",
    "key": "none",
}
OPEN = {
    "feed",
    "sign-in",
    "sign-in-once",
    "sign-in-second",
    "sign-in-passkey",
    "sign-in-with",
    "sign-in-back",
    "language",
    "type-size",
}
PAGES = ["/", "/units/E-P/", "/regimes/", "/regimes/harbour-school-fire/2026-01-01/", "/records/new", "/who/"]


def patterns() -> list[URLPattern]:
    return [p for p in get_resolver().url_patterns if isinstance(p, URLPattern)]


def address(pattern: URLPattern) -> str:
    names = pattern.pattern.converters
    return reverse(pattern.name or "", kwargs={name: VALUES[name] for name in names})


@pytest.mark.django_db
@pytest.mark.parametrize("pattern", patterns(), ids=lambda p: p.name)
def test_nothing_is_shown_before_signing_in(pattern: URLPattern) -> None:
    client = Client()
    if pattern.name in OPEN:
        assert client.get(address(pattern)).status_code in {200, 302, 404, 405}
        return
    for answer in (client.get(address(pattern)), client.post(address(pattern))):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/?next=")


@pytest.mark.parametrize("page", PAGES)
def test_the_content_security_policy_lets_nothing_in_from_elsewhere(sign_in, page: str) -> None:
    answer = sign_in("taochunyuan").get(page)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    text = answer.content.decode()
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text)
    assert " style=" not in text
    assert '"allowEval":false' in text
    assert '"includeIndicatorStyles":false' in text


@pytest.mark.parametrize("page", PAGES)
def test_each_page_has_landmarks_a_title_and_one_first_heading(sign_in, page: str) -> None:
    text = sign_in("taochunyuan").get(page).content.decode()
    assert text.count("<h1") == 1
    assert '<main id="main"' in text
    assert '<a class="skip" href="#main">跳到正文</a>' in text
    assert re.search(r"<title>[^<]+ · Remit</title>", text)
    assert '<html lang="zh-Hans"' in text
    assert text.count('aria-current="page"') <= 2


def test_the_language_is_switched_and_remembered(sign_in) -> None:
    client = sign_in("taochunyuan")
    assert "我的责任" in client.get("/").content.decode()
    answer = client.post("/language/", {"language": "en", "next": "/units/E-P/?on=2026-03-01"})
    assert answer["Location"] == "/units/E-P/?on=2026-03-01"
    assert answer.cookies["django_language"]["max-age"] > 0
    text = client.get("/").content.decode()
    assert "My duties" in text
    assert '<html lang="en"' in text


@pytest.mark.parametrize("field", [{"language": "xx"}, {"language": ""}])
def test_an_unknown_language_changes_nothing(sign_in, field: dict[str, str]) -> None:
    client = sign_in("taochunyuan")
    client.post("/language/", field)
    assert "我的责任" in client.get("/").content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "\\\\elsewhere.example"]
)
def test_a_choice_never_leads_to_another_site(sign_in, elsewhere: str) -> None:
    client = sign_in("taochunyuan")
    assert client.post("/language/", {"language": "en", "next": elsewhere})["Location"] == "/"
    assert client.post("/type-size/", {"size": "large", "next": elsewhere})["Location"] == "/"


def test_large_type_is_switched_on_and_off_and_remembered(sign_in) -> None:
    client = sign_in("taochunyuan")
    client.post("/type-size/", {"size": "large", "next": "/"})
    text = client.get("/").content.decode()
    assert 'class="large"' in text
    assert 'value="normal" aria-pressed="true"' in text
    client.post("/type-size/", {"size": "normal"})
    assert 'class="large"' not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("username", "rooms"),
    [
        ("taochunyuan", ["/", "/matters/", "/records/new", "/calendar/", "/units/", "/who/", "/regimes/"]),
        ("reviewer", ["/regimes/"]),
        ("auditor", ["/journal/"]),
        ("keeper", ["/accounts/"]),
    ],
)
def test_only_rooms_that_may_be_entered_are_offered(sign_in, username: str, rooms: list[str]) -> None:
    client = sign_in(username)
    assert [room.address for room in client.get("/").context["rooms"]] == rooms
    for room in rooms:
        assert client.get(room, follow=True).status_code == 200


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "没有这个页面"), ("en", "This page is not there")]
)
def test_what_is_not_there_is_said_in_the_readers_language(sign_in, language: str, words: str) -> None:
    answer = sign_in("taochunyuan", language=language).get("/nothing/")
    assert answer.status_code == 404
    assert words in answer.content.decode()
    assert answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "表单已失效"), ("en", "This form is out of date")]
)
def test_a_form_without_its_token_is_refused_in_the_readers_language(language: str, words: str, db) -> None:
    answer = Client(enforce_csrf_checks=True, headers={"accept-language": language}).post("/language/", {})
    assert answer.status_code == 403
    assert words in answer.content.decode()


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "系统出错了"), ("en", "Something failed here")])
def test_a_failure_is_answered_without_details(sign_in, monkeypatch, language: str, words: str) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret detail")

    client = sign_in("taochunyuan", language=language)
    client.raise_request_exception = False
    monkeypatch.setattr("remit.store.inquiry.homes", fail)
    answer = client.get("/who/")
    assert answer.status_code == 500
    text = answer.content.decode()
    assert words in text
    assert "secret detail" not in text


def test_the_page_of_a_failure_asks_the_database_nothing() -> None:
    assert failure.broken(RequestFactory().get("/")).status_code == 500


@pytest.mark.parametrize(("show", "status"), [(failure.refused, 403), (failure.unreadable, 400)])
def test_other_failures_have_pages_too(show, status: int) -> None:
    request = RequestFactory().get("/")
    request._messages = ()
    assert show(request, Exception()).status_code == status
