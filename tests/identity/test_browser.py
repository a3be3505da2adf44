"""Signing in in a real browser: accessible, quiet, alone, by keyboard, without JavaScript, on a small screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browsing import settle
from tests.identity.conftest import PASSWORD, Clock, now_code

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


class Site:
    """The port being served, and a browser."""

    def __init__(self, url: str, browser: Browser) -> None:
        self.url, self.browser = url, browser
        self.heard: list[str] = []

    @contextmanager
    def open(self, language: str = "en", **options: object) -> Iterator[BrowserContext]:
        context = self.browser.new_context(base_url=self.url, **options)
        context.add_cookies([{"name": "django_language", "value": language, "url": self.url}])
        try:
            yield context
        finally:
            context.close()

    def page(self, context: BrowserContext) -> Page:
        page = context.new_page()
        self.heard = []
        page.on("console", lambda m: self.heard.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: self.heard.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith(self.url) else self.heard.append(r.url))
        return page


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    if not Path(CHROMIUM).exists() and os.environ.get("CI") != "true":
        pytest.skip("left out: signing in in a browser, as there is no chromium")
    command = [sys.executable, "-m", "tests.identity.server"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            url = process.stdout.readline().strip()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                yield Site(url, browser)
                browser.close()
        finally:
            process.terminate()


def enter(page: Page, username: str) -> None:
    page.goto("/sign-in/")
    page.fill("#username", username)
    page.fill("#password", PASSWORD)
    page.click("form.sheet button")


def examine(site: Site, page: Page) -> None:
    settle(page)
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}: {found.generate_report()}"
    assert site.heard == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def secret_of(page: Page) -> str:
    return page.inner_text(".secret").replace(" ", "")


def walk(site: Site, page: Page, username: str) -> None:
    """Through every page of signing in and of one's own account, looking at each."""
    page.goto("/sign-in/?next=/units/")
    examine(site, page)
    page.goto("/sign-in/passkey/")
    examine(site, page)
    enter(page, username)
    for path in ("/account/", "/account/password/", "/account/passkey/", "/account/app/"):
        page.goto(path)
        examine(site, page)
    secret = secret_of(page)
    page.fill("#code", now_code(secret, Clock()))
    page.click("main form button")
    examine(site, page)
    page.click("main form button")
    examine(site, page)
    page.click(".settings form[action='/sign-out/'] button")
    enter(page, username)
    examine(site, page)
    recovery = page.locator("#code")
    recovery.fill("000000")
    page.click("main form button")
    examine(site, page)


@pytest.mark.parametrize(
    ("username", "language", "width", "scheme"),
    [("ann", "zh-hans", 1280, "light"), ("dee", "en", 390, "dark"), ("bob", "en", 390, "light")],
)
def test_every_page_is_accessible_quiet_and_fits(
    site: Site, username: str, language: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 844}
    with site.open(language, viewport=size, color_scheme=scheme) as context:
        walk(site, site.page(context), username)


def test_without_javascript_an_app_is_added_and_asked_for(site: Site) -> None:
    with site.open(java_script_enabled=False) as context:
        page = context.new_page()
        enter(page, "keeper")
        assert page.url.endswith("/account/")
        assert "Your role needs a second factor" in page.inner_text("main")
        page.click("text=Add an authenticator app")
        page.fill("#code", now_code(secret_of(page), Clock()))
        page.click("main form button")
        page.wait_for_selector(".codes code >> nth=9")
        codes = page.locator(".codes code").all_inner_texts()
        assert len(codes) == 10
        page.click("main form button")
        page.click(".settings form[action='/sign-out/'] button")
        enter(page, "keeper")
        page.fill("#code", codes[0])
        page.click("main form button")
        page.wait_for_url(f"{site.url}/")
        page.goto("/account/passkey/")
        assert "need JavaScript" in page.inner_text("main")


def test_a_passkey_is_made_and_signs_in(site: Site) -> None:
    with site.open() as context:
        page = site.page(context)
        chrome = context.new_cdp_session(page)
        chrome.send("WebAuthn.enable")
        chrome.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        enter(page, "cee")
        page.goto("/account/passkey/")
        page.fill("#name", "Blue key")
        page.keyboard.press("Enter")
        page.wait_for_url("**/account/recovery/")
        page.click("main form button")
        assert "Blue key" in page.inner_text("main")
        page.click(".settings form[action='/sign-out/'] button")
        page.click("text=Sign in with a passkey")
        page.click("form[data-passkey] button")
        page.wait_for_url(f"{site.url}/")
        page.click(".settings form[action='/sign-out/'] button")
        enter(page, "cee")
        assert page.url.endswith("/sign-in/second/")
        page.click("form[data-passkey] button")
        page.wait_for_url(f"{site.url}/")
        assert site.heard == []


def test_a_passkey_that_is_not_there_is_said_on_the_page(site: Site) -> None:
    with site.open() as context:
        page = site.page(context)
        chrome = context.new_cdp_session(page)
        chrome.send("WebAuthn.enable")
        page.goto("/sign-in/passkey/")
        page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('none')); }")
        page.click("form[data-passkey] button")
        page.wait_for_selector("[data-failed]:not([hidden])")
        assert page.url.endswith("/sign-in/passkey/")


def test_an_answer_posted_by_another_site_comes_round_with_our_cookie(site: Site) -> None:
    with site.open() as context:
        page = context.new_page()
        page.route(
            "**/elsewhere", lambda route: route.fulfill(body="<p>elsewhere</p>", content_type="text/html")
        )
        page.goto("http://another.example/elsewhere")
        page.evaluate(
            """address => {
              const form = document.createElement("form");
              form.method = "post";
              form.action = address;
              form.innerHTML = '<input name="SAMLResponse" value="x">';
              document.body.append(form);
              form.submit();
            }""",
            f"{site.url}/sign-in/with/state/back/",
        )
        page.wait_for_selector("text=You are not signed in")
        assert "belongs to no sign-in" in page.inner_text("main")
