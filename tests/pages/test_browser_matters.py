"""Tasks, filings and conferences in a real browser: without JavaScript, by keyboard, on a small screen, accessible."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsing import settle
from tests.pages.test_browser import Site, site, tab_to

__all__ = ["site"]  # a fixture

PAGES = (
    ("clerk", "/matters/?box=started"),
    ("taochunyuan", "MATTER"),
    ("clerk", "/matters/tasks/new/?unit=HB&to=E"),
    ("taochunyuan", "/matters/filings/new/?unit=E-P"),
    ("clerk", "/conferences/?group=E/消防联席会议"),
    ("clerk", "/conferences/new/?group=E/消防联席会议"),
)


def hand_down(page: Page) -> str:
    """Hand a task down to one school, and return the address of its page."""
    page.goto("/matters/tasks/new/?unit=E")
    page.fill("#title", "检修全部消火栓")
    page.fill("#due", "2026-06-09")
    page.check("input[name=to][value=E-P]")
    page.fill("#text", "逐一检修，登记结果。")
    page.click("main button.first")
    page.wait_for_selector(".timeline")
    return page.url


def confer(page: Page) -> None:
    """Make a leading group and record its conference with a decision for a school."""
    page.goto("/organisation/groups/?unit=E")
    page.fill("#title", "消防联席会议")
    page.fill("#post-1", "E/区长")
    page.fill("#post-2", "E-EDU/局长")
    page.click("main button.first")
    page.wait_for_selector(".notice.success")
    page.goto("/conferences/new/?group=E/消防联席会议")
    page.fill("#agenda", "消火栓\n疏散通道")
    page.fill("#text-1", "清理疏散通道")
    page.fill("#unit-1", "E-M")
    page.fill("#due-1", "2026-06-30")
    page.click("main button.first")
    page.wait_for_url("**/records/r*/")
    assert "清理疏散通道" in page.inner_text("#tasks-name ~ *, section:has(#tasks-name)")


@pytest.fixture(scope="module")
def task(site: Site) -> str:
    """A task and a conference, both made without JavaScript."""
    with site.open("clerk", java_script_enabled=False) as context:
        page = context.new_page()
        confer(page)
        return hand_down(page).removeprefix(site.url)


def test_a_task_is_signed_for_and_handed_in_without_javascript(site: Site, task: str) -> None:
    with site.open("taochunyuan", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/matters/")
        page.check(f"#pick-{task.split('/')[2]}")
        page.select_option("#move", "sign")
        page.click(".together button")
        page.wait_for_selector(".notice.success")
        page.goto(task)
        page.click("summary:has-text('报送')")
        page.fill("#reason-submit", "全部完好")
        page.check("input[name=records] >> nth=0")
        page.click("details[open] button")
        page.wait_for_selector(".timeline li:nth-child(3)")
        assert "全部完好" in page.inner_text(".timeline")
        assert "待审核" in page.inner_text(".title-row")


def test_pages_are_accessible_quiet_and_fit_the_screen(site: Site, task: str) -> None:
    faults = []
    for language, width in (("zh-hans", 1280), ("en", 390)):
        for username, address in PAGES:
            path = address.replace("MATTER", task)
            with site.open(username, language, viewport={"width": width, "height": 844}) as context:
                page = site.watch(context.new_page())
                page.goto(path)
                settle(page)
                found = Axe().run(page)
                if found.violations_count:
                    faults.append(f"{language} {width} {path}: {found.generate_report()}")
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    faults.append(f"{language} {path} is wider than {width}")
                if site.watched:
                    faults.append(f"{language} {path}: {site.watched}")
    assert not faults, "\n".join(faults)


def test_a_matter_is_moved_by_keyboard_and_printed_without_controls(site: Site) -> None:
    with site.open("clerk") as context:
        page = context.new_page()
        path = hand_down(page)
        page.goto("/matters/?box=started")
        chosen = f"pick-{path.split('/')[-2]}"
        tab_to(page, lambda: page.evaluate("document.activeElement.id") == chosen)
        page.keyboard.press("Space")
        tab_to(page, lambda: page.evaluate("document.activeElement.id") == "move")
        page.keyboard.press("ArrowDown")
        tab_to(page, lambda: page.evaluate("document.activeElement.textContent") == "办理")
        page.keyboard.press("Enter")
        page.wait_for_selector(".notice.success")
        page.goto(path)
        assert page.locator(".timeline li").count() == 2
        page.emulate_media(media="print")
        assert not page.locator(".moves, .move").first.is_visible()
        assert page.locator(".timeline").is_visible()
