"""In a real browser: accessible, quiet, alone, by keyboard, without JavaScript, on a small screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browsing import settle

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
DRAFTED = "/regimes/harbour-school-fire/2027-01-01/"
PAGES = [
    ("", "/sign-in/"),
    ("", "/sign-in/once/none/"),
    ("taochunyuan", "/"),
    ("newcomer", "/"),
    ("taochunyuan", "/units/E-P/"),
    ("clerk", "/units/HB/"),
    ("clerk", "/units/HB/?on=2026-02-30"),
    ("clerk", "/organisation/people/?unit=E"),
    ("clerk", "/ledger/?unit=HB&whole=1&status=every&duty=harbour-school-fire/art-3.i-2"),
    ("taochunyuan", "/ledger/?unit=E-P&status=every"),
    ("clerk", "/heat-map/?unit=HB"),
    ("taochunyuan", "/notices/"),
    ("clerk", "/burden/?unit=HB"),
    ("taochunyuan", "/records/new?kind=meeting"),
    ("taochunyuan", "/records/?unit=E-P"),
    ("taochunyuan", "/calendar/?year=2026&month=5"),
    ("taochunyuan", "/records/RECORD/"),
    ("taochunyuan", "/who/?unit=E-P&duty=harbour-school-fire/art-4"),
    ("clerk", "/regimes/"),
    ("clerk", "/regimes/new/"),
    ("taochunyuan", "/regimes/harbour-school-fire/2026-01-01/"),
    ("clerk", "/organisation/units/?unit=HB&whole=1&closed=1"),
    ("clerk", "/organisation/units/merge/?unit=E-M"),
    ("clerk", "/organisation/units/split/?unit=E-M"),
    ("clerk", "/organisation/posts/?post=E-M/校长"),
    ("clerk", "/organisation/posts/new/?unit=E-M"),
    ("clerk", "/organisation/groups/?unit=E"),
    ("clerk", "/organisation/handovers/HANDOVER/"),
    ("clerk", DRAFTED),
    ("clerk", DRAFTED + "duties/art-3.i-1/correct/"),
    ("clerk", DRAFTED + "roles/"),
    ("clerk", "/regimes/harbour-school-fire/2026-01-01/"),
    ("taochunyuan", "/nothing/"),
]


@dataclass(kw_only=True)
class Site:
    """The city being served; `record` and `handover` are there, `watched` what pages did that they should not."""

    url: str
    browser: Browser
    record: str
    handover: str
    sessions: dict[str, str]
    watched: list[str] = field(default_factory=list)
    windows: dict[str, Page] = field(default_factory=dict)

    def context(self, username: str, language: str, **options: object) -> BrowserContext:
        context = self.browser.new_context(base_url=self.url, **options)
        cookies = {"django_language": language}
        if username:
            cookies["sessionid"] = self.sessions[username]
        context.add_cookies([{"name": n, "value": v, "url": self.url} for n, v in cookies.items()])
        return context

    @contextmanager
    def open(self, username: str, language: str = "zh-hans", **options: object) -> Iterator[BrowserContext]:
        context = self.context(username, language, **options)
        try:
            yield context
        finally:
            context.close()

    def window(self, username: str, language: str, **options: object) -> Page:
        """A page that stays open for all who only look, as one tab does while somebody goes from page to page."""
        key = f"{username} {language} {options}"
        if key not in self.windows:
            self.windows[key] = self.watch(self.context(username, language, **options).new_page())
        self.watched = []
        return self.windows[key]

    def watch(self, page: Page) -> Page:
        self.watched = []
        page.on("console", lambda m: self.watched.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: self.watched.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith(self.url) else self.watched.append(r.url))
        return page

    def address(self, path: str) -> str:
        return path.replace("RECORD", self.record).replace("HANDOVER", self.handover)

    def faults_at_a_desk(self, username: str, path: str, language: str) -> list[str]:
        """What is not accessible on a page, what the browser complains of, and who else is asked."""
        page = self.window(username, language, viewport={"width": 1280, "height": 900})
        page.goto(self.address(path))
        return [*_barriers(page), *self.watched]

    def faults_on_a_phone(self, username: str, path: str, scheme: str, size: str = "large") -> list[str]:
        """What sticks out of a small screen; what is not accessible there in the dark, as light is looked at above."""
        page = self.window(username, "en", viewport={"width": 390, "height": 844}, color_scheme=scheme)
        page.context.add_cookies([{"name": "remit_type", "value": size, "url": self.url}])
        page.goto(self.address(path))
        width = page.evaluate("document.documentElement.scrollWidth")
        wide = [f"{width} pixels wide"] if width > 390 else []
        return wide + (_barriers(page) if scheme == "dark" else [])


def _barriers(page: Page) -> list[str]:
    settle(page)
    found = Axe().run(page)
    return [found.generate_report()] if found.violations_count else []


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """The city, served by a process of its own as it is in production, and a browser."""
    if not Path(CHROMIUM).exists() and os.environ.get("CI") != "true":
        pytest.skip("left out: tests in a browser, as there is no chromium")
    command = [sys.executable, "-m", "tests.pages.server"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            where = json.loads(process.stdout.readline())
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                yield Site(**where, browser=browser)
                browser.close()
        finally:
            process.terminate()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(("username", "path"), PAGES)
def test_a_page_is_accessible_quiet_and_asks_nobody_else(
    site: Site, username: str, path: str, language: str
) -> None:
    expected = "Failed to load resource" if path == "/nothing/" else "\0"
    assert [w for w in site.faults_at_a_desk(username, path, language) if not w.startswith(expected)] == []


@pytest.mark.parametrize(("scheme", "size"), [("light", "large"), ("dark", "normal")])
@pytest.mark.parametrize(("username", "path"), PAGES[2:])
def test_a_page_fits_a_small_screen(site: Site, username: str, path: str, scheme: str, size: str) -> None:
    assert site.faults_on_a_phone(username, path, scheme, size) == []


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


def tab_to(page: Page, wanted: Callable[[], bool]) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted():
            return
    raise AssertionError(f"not reached by Tab; the focus is at {focused(page)}")


def record_by_keyboard(page: Page, title: str, *, script: bool) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert focused(page) == "跳到正文"
    page.keyboard.press("Enter")
    assert focused(page) == "main"
    tab_to(page, lambda: focused(page).startswith("登记办理"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/new?*")
    tab_to(page, lambda: focused(page) == "title")
    page.keyboard.type(title)
    tab_to(page, lambda: focused(page) == "kind")
    page.keyboard.press("ArrowDown")
    assert page.input_value("#kind")
    if script:
        page.wait_for_selector("[name=said-agenda]")
    tab_to(page, lambda: page.evaluate("document.activeElement.name") == "meets")
    assert page.evaluate("document.activeElement.checked")
    tab_to(page, lambda: focused(page) == "登记办理")
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/r*/")


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_duty_is_recorded_by_keyboard_alone(site: Site, *, script: bool) -> None:
    title = f"检查灭火器（{'有' if script else '无'}脚本）"
    with site.open("taochunyuan") as context:
        page = site.watch(context.new_page())
        if not script:
            page.route("**/*.js", lambda route: route.abort())
        record_by_keyboard(page, title, script=script)
        assert title in page.inner_text("h1")
        if script:
            assert site.watched == []


def test_without_javascript_every_control_works(site: Site) -> None:
    with site.open("clerk", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(DRAFTED)
        page.click("#d-art-4 button >> nth=0")
        assert page.url.endswith("#d-art-4")
        assert "已确认" in page.inner_text("#d-art-4")
        page.click("#d-art-5 summary")
        page.fill("#d-art-5 input[name=reason]", "不是责任。")
        page.click("#d-art-5 details button")
        assert "已剔除" in page.inner_text("#d-art-5")
        page.goto("/units/HB/")
        page.fill("#on", "2026-03-01")
        page.click("form.inline-form button")
        assert "2026年3月1日" in page.inner_text("main")
        page.click(".settings button[name=size]")
        assert page.get_attribute("html", "class") == "large"
        page.click(".settings button[name=language]")
        assert "1 March 2026" in page.inner_text("main")


def test_with_javascript_a_review_renews_the_duty_and_the_progress_in_place(site: Site) -> None:
    with site.open("reviewer") as context:
        page = site.watch(context.new_page())
        page.goto(DRAFTED)
        before = page.inner_text("#progress")
        for ref in ("art-7\\.a", "art-7\\.b"):
            page.click(f"#d-{ref} form[action*=accept] button")
            page.wait_for_selector(f"#d-{ref} .chip.done")
        assert page.url.endswith(DRAFTED)
        assert page.inner_text("#progress") != before
        assert site.watched == []


def test_the_words_and_the_duty_are_one_click_apart(site: Site) -> None:
    with site.open("taochunyuan") as context:
        page = context.new_page()
        page.goto("/regimes/harbour-school-fire/2026-01-01/")
        page.click("#q-art-4 a")
        assert page.url.endswith("#d-art-4")
        page.click("#d-art-4 .found-head a")
        assert page.url.endswith("#q-art-4")
        assert page.evaluate("getComputedStyle(document.querySelector('#q-art-4')).outlineStyle") == "solid"


def test_pages_print_without_controls(site: Site) -> None:
    with site.open("taochunyuan") as context:
        page = context.new_page()
        page.goto("/")
        page.emulate_media(media="print")
        for control in (".rooms", ".settings", ".owed-act"):
            assert not page.locator(control).first.is_visible()
        assert page.locator("h1").is_visible()


def test_without_javascript_a_unit_is_renamed(site: Site) -> None:
    with site.open("clerk", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/units/W-P/")
        page.click("text=岗位与人员")
        page.wait_for_url("**/organisation/people/**")
        page.click("text=办理机构变更")
        page.click("text=更名")
        page.fill("#to", "西岭小学")
        page.press("#to", "Enter")
        assert "“西岭中心小学”自2026年5月20日起更名为“西岭小学”。" in page.inner_text("main")
        page.click("text=确认办理")
        assert page.inner_text("h1") == "西岭小学"
        assert "由“西岭中心小学”更名为“西岭小学”。" in page.inner_text("main")
