"""The pages on which the parts of an edition are reviewed, in a real browser."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browsing import settle
from tests.pages.harbour_parts import AT
from tests.pages.test_browser import Site, site, tab_to

__all__ = ["site"]  # a fixture

PARTS = AT + "parts/"
PAGES = [
    ("clerk", PARTS),
    ("reviewer", PARTS + "?show=open"),
    ("taochunyuan", PARTS.replace("2028", "2026")),
    ("clerk", PARTS + "new/?list=grounds"),
    ("clerk", PARTS + "insp-art-7/correct/"),
    ("clerk", PARTS + "ground-1/correct/"),
    ("clerk", PARTS + "measure-1/correct/"),
    ("clerk", PARTS + "ans-art-2/correct/"),
]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(("username", "path"), PAGES)
def test_a_page_is_accessible_quiet_and_asks_nobody_else(
    site: Site, username: str, path: str, language: str
) -> None:
    assert site.faults_at_a_desk(username, path, language) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("username", "path"), PAGES)
def test_a_page_fits_a_small_screen(site: Site, username: str, path: str, scheme: str) -> None:
    assert site.faults_on_a_phone(username, path, scheme) == []


def test_a_part_is_reviewed_without_javascript_and_faults_lead_to_their_field(site: Site) -> None:
    with site.open("reviewer", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(PARTS)
        page.click("#p-grade-1 button:has-text('确认')")
        assert page.url.endswith("#p-grade-1")
        assert "已确认" in page.inner_text("#p-grade-1")
        page.click("#p-attr-1 a:has-text('更正')")
        page.select_option("#share", "objected")
        page.fill("#quote", "没有的话")
        page.fill("#reason", "反对的成员不担责。")
        page.click("main button.first")
        page.click("#problems a")
        assert page.url.endswith("#quote")
        page.fill("#quote", "反对的成员不担责")
        page.click("main button.first")
        assert "明确反对者不承担责任" in page.inner_text("#p-attr-1")
        page.click("#p-weight-1 summary")
        page.fill("#reason-weight-1", "权重见另文。")
        page.click("#p-weight-1 button.grave")
        assert "权重见另文。" in page.inner_text("#p-weight-1")


def test_a_part_is_added_without_javascript(site: Site) -> None:
    with site.open("reviewer", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(PARTS)
        page.click("section:has(#grounds) .section-head a")
        page.select_option("#clause", label="第十一条(二) （二）拒不整改火灾隐患的。")
        page.click("main button.first")
        page.fill("#quote", "拒不整改火灾隐患的")
        page.check("input[value='discipline']")
        page.fill("#reason", "读取时遗漏。")
        page.click("main button.first")
        assert page.url.endswith("#p-ground-added-1")
        assert "处分" in page.inner_text("#p-ground-added-1")


def test_a_part_is_accepted_in_place_by_keyboard_alone(site: Site) -> None:
    with site.open("clerk") as context:
        page = context.new_page()
        page.goto(PARTS)
        page.focus("#p-ind-2 a")
        tab_to(page, lambda: page.evaluate("document.activeElement.textContent").startswith("确认"))
        page.keyboard.press("Enter")
        page.wait_for_selector("#p-ind-2 .chip.done")
        assert page.url.endswith(PARTS)
        page.click("#p-ind-3 button:has-text('确认')")
        page.wait_for_selector("#p-ind-3 .chip.done")
        settle(page)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_a_page_of_faults_is_accessible(site: Site) -> None:
    with site.open("clerk", "en", viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(PARTS + "measure-1/correct/")
        page.fill("#order", "first")
        page.fill("#reason", "x")
        page.click("main button.first")
        settle(page)
        assert "not a number" in page.inner_text("#problems")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_the_regime_file_is_handed_out(site: Site) -> None:
    with site.open("clerk", accept_downloads=True) as context:
        page = context.new_page()
        page.goto(PARTS)
        with page.expect_download() as waiting:
            page.click("a[download]")
        assert waiting.value.suggested_filename == "harbour-school-fire-2028-01-01.yaml"
