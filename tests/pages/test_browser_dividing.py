"""The pages on which a unit divides its duties, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browsing import settle
from tests.pages.test_browser import Site, site, tab_to

__all__ = ["site"]  # a fixture

TABLE = "/breakdown/?unit=E-P"
PAGES = [
    ("clerk", TABLE),
    ("taochunyuan", TABLE),
    ("clerk", "/breakdown/roles/?unit=E-P&regime=harbour-school-fire"),
    ("clerk", "/breakdown/amendments/?unit=E-P&regime=harbour-school-fire"),
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


def test_rows_are_written_without_javascript_and_faults_lead_to_their_cell(site: Site) -> None:
    with site.open("clerk", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(TABLE)
        page.fill("#measures-3", "每月五日检查")
        page.fill("#leader-3", "没有的岗位")
        page.click("main button.first")
        assert "没有的岗位" in page.inner_text("#problems")
        page.click("#problems a")
        assert page.url.endswith("#leader-3")
        page.fill("#leader-3", "后勤副校长")
        page.click("main button.first")
        assert page.input_value("#measures-3") == "每月五日检查"
        assert page.input_value("#leader-3") == "后勤副校长"


def test_a_page_of_faults_is_accessible(site: Site) -> None:
    with site.open("clerk", viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(TABLE)
        page.fill("#lead-5", "没有的科室")
        page.click("main button.first")
        settle(page)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_a_workbook_goes_out_and_comes_back(site: Site, tmp_path: Path) -> None:
    with site.open("clerk", accept_downloads=True) as context:
        page = context.new_page()
        page.goto(TABLE)
        with page.expect_download() as waiting:
            page.click("a[href*='/breakdown/workbook/']")
        assert waiting.value.suggested_filename == "望潮区第一小学责任分解表.xlsx"
        waiting.value.save_as(tmp_path / "a.xlsx")
        page.set_input_files("#file", tmp_path / "a.xlsx")
        page.click("form[enctype] button")
        assert "没有改动" in page.inner_text("main")
        settle(page)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_the_table_is_written_by_keyboard_alone(site: Site) -> None:
    with site.open("clerk") as context:
        page = context.new_page()
        page.goto(TABLE)
        page.focus("#measures-1")
        page.keyboard.type("开学前签责任书")
        tab_to(page, lambda: page.evaluate("document.activeElement.id") == "note-1")
        page.keyboard.type("校办")
        page.focus("#since")
        tab_to(page, lambda: page.evaluate("document.activeElement.className") == "first")
        page.keyboard.press("Enter")
        page.wait_for_url("**/breakdown/?unit=E-P")
        assert page.input_value("#note-1") == "校办"


def test_it_prints_without_controls(site: Site) -> None:
    with site.open("clerk") as context:
        page = context.new_page()
        page.goto(TABLE)
        page.emulate_media(media="print")
        for control in ("main button.first", "#file", ".rooms", ".breakdown textarea", ".breakdown td input"):
            assert not page.locator(control).first.is_visible()
        assert page.locator("table.breakdown").is_visible()
