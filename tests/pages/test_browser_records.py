"""In a real browser on a telephone: a meeting with what it decided and a photograph, put right, in the calendar."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsing import settle
from tests.pages.test_browser import Site, site
from tests.pages.test_record_forms import pixel

__all__ = ["site"]  # a fixture


def assert_accessible(page: Page) -> None:
    settle(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_meeting_is_recorded_shown_and_put_right_on_a_telephone(site: Site) -> None:
    with site.open("taochunyuan", viewport={"width": 390, "height": 844}) as context:
        page = site.watch(context.new_page())
        page.goto("/records/new?unit=E-P")
        page.fill("#title", "研究消防工作")
        page.select_option("#kind", "meeting")
        page.wait_for_selector("[name=said-agenda]")
        page.fill("#agenda", "一季度检查")
        page.fill("#attendance", "陶春远、李安（总务处）")
        page.locator("[name=said-decisions-text]").first.fill("更换灭火器")
        page.locator("[name=said-decisions-day]").first.fill("2027-12-31")
        page.set_input_files("#photo", {"name": "现场.png", "mimeType": "image/png", "buffer": pixel()})
        page.click("button.first")
        page.wait_for_url("**/records/r*/")
        assert "更换灭火器" in page.inner_text("main")
        page.click("a[href$='/shown/']")
        page.wait_for_selector(".picture img")
        settle(page)
        assert page.evaluate("document.querySelector('.picture img').naturalWidth") == 1
        assert_accessible(page)
        page.go_back()
        page.click("a[href$='/correct/'] >> nth=-1")
        page.wait_for_selector("#reason")
        assert page.input_value("#agenda") == "一季度检查"
        assert_accessible(page)
        page.fill("#reason", "议题不全")
        page.fill("#agenda", "一季度检查\n二季度安排")
        page.click("button.first")
        page.wait_for_selector("text=二季度安排")
        assert "现场.png" in page.inner_text("main")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.goto("/calendar/")
        assert page.locator(".is-today", has_text="研究消防工作").is_visible()
        assert site.watched == []
