"""In a real browser: a clerk takes a unit from adoption to an accepted half-year report, by pages alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browsing import settle

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@dataclass(kw_only=True)
class Deed:
    """What the clerk records: the oracle of the recount, which knows nothing of the report."""

    kind: str
    title: str
    day: str
    meets: str
    persons: tuple[str, ...]
    ref: str = ""


@dataclass(kw_only=True)
class County:
    """The county being served, by a process of its own."""

    url: str
    browser: Browser
    sessions: dict[str, str]
    pages: list[Page] = field(default_factory=list)

    def open(self, username: str, size: str, language: str = "zh-hans") -> Page:
        context = self.browser.new_context(base_url=self.url, viewport=SIZES[size])
        cookies = {"django_language": language, "sessionid": self.sessions[username]}
        context.add_cookies([{"name": n, "value": v, "url": self.url} for n, v in cookies.items()])
        page = context.new_page()
        page.set_default_timeout(15_000)
        self.pages.append(page)
        return page


@pytest.fixture(scope="module")
def county() -> Iterator[County]:
    if not Path(CHROMIUM).exists() and os.environ.get("CI") != "true":
        pytest.skip("left out: tests in a browser, as there is no chromium")
    command = [sys.executable, "-m", "tests.pages.reporting_city"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            where = json.loads(process.stdout.readline())
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                yield County(**where, browser=browser)
                browser.close()
        finally:
            process.terminate()


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def adopt(page: Page, unit: str) -> None:
    page.goto("/regimes/river-stations/2026-01-01/")
    page.fill("#unit", unit)
    page.fill("#since", "2026-01-01")
    page.click("form[action*=adopt] button")
    page.wait_for_selector(".notice, .messages")


def record(page: Page, unit: str, deed: Deed) -> None:
    page.goto(f"/records/new?unit={unit}")
    page.fill("#title", deed.title)
    page.fill("#day", deed.day)
    page.select_option("#kind", deed.kind)
    page.wait_for_selector("#attendance")
    page.fill("#attendance", "、".join(deed.persons))
    for name, words in {"#agenda": "防汛准备", "#subject": "巡查与报险"}.items():
        if page.locator(name).count():
            page.fill(name, words)
    for box in page.locator("input[name=meets]:checked").all():
        box.uncheck()
    page.locator(f"input[name=meets][value^='{deed.meets}@']").first.check()
    page.click("main form button.first")
    page.wait_for_url("**/records/r*/")
    deed.ref = page.url.rstrip("/").rpartition("/")[2]


def counted(page: Page, name: str) -> list[tuple[int, set[str]]]:
    """The figures of that name as the report says them, each with what the page behind it lists."""
    found = []
    for link in page.locator(f"a[data-figure={name}]").all():
        number = int(re.findall(r"\d+", link.inner_text())[-1])
        other = page.context.new_page()
        other.goto(link.get_attribute("href"))
        found.append((number, set(other.locator("#counted li").all_inner_texts())))
        other.close()
    return found


def half_year() -> list[Deed]:
    """A meeting and a training."""
    return [
        Deed(
            kind="meeting",
            title="汛前工作会议",
            day="2026-04-08",
            meets="river-stations/art-2",
            persons=("陈站", "周文", "吴言"),
        ),
        Deed(
            kind="training",
            title="巡查培训",
            day="2026-05-12",
            meets="river-stations/art-3",
            persons=("周文", "吴言"),
        ),
    ]


@pytest.mark.parametrize(("size", "number", "name"), [("desk", 1, "上游水文站"), ("phone", 2, "下游水文站")])
def test_from_adoption_to_an_accepted_report_by_pages_alone(
    county: County, size: str, number: int, name: str
) -> None:
    unit = f"ST-{number}"
    clerk, head, above = (county.open(who, size) for who in (f"clerk-{number}", f"head-{number}", "above"))
    deeds = half_year()
    adopt(clerk, unit)
    for deed in deeds:
        record(clerk, unit, deed)

    clerk.goto(f"/reports/?unit={unit}")
    fits(clerk)
    clerk.locator("form[action*=begin] button").first.click()
    clerk.wait_for_selector("#store")
    fits(clerk)
    assert counted(clerk, "records") == [(len(deeds), {deed.ref for deed in deeds})]
    months = {month: {d.ref for d in deeds if d.day[:7] == month} for month in {d.day[:7] for d in deeds}}
    assert counted(clerk, "month") == [(len(months[month]), months[month]) for month in sorted(months)]
    ((met, windows),) = counted(clerk, "met")[:1]
    assert met == len({deed.meets for deed in deeds}) == len(windows)
    attended = sum(len(deed.persons) for deed in deeds if deed.kind == "training")
    assert clerk.locator("a[data-figure=detail]", has_text=str(attended)).count() >= 1

    clerk.fill("#done", "汛前完成全站巡查。")
    clerk.fill("#next", "六月底前补齐沙袋。")
    clerk.click("#store")
    clerk.wait_for_selector("text=已保存")
    mine = clerk.url

    head.goto(mine)
    head.click("#move-approve")
    head.wait_for_selector("#move-rewrite, #move-submit")
    clerk.goto(mine)
    clerk.click("#move-submit")
    clerk.wait_for_selector(".chip.done")
    assert clerk.inner_text("#recount") == "数字相同"

    above.goto("/reports/below/?unit=BU")
    fits(above)
    above.click(f"text={name}")
    above.wait_for_selector("#move-receive")
    fits(above)
    assert "汛前完成全站巡查。" in above.inner_text("#s-done >> xpath=ancestor::section")
    above.click("#move-receive")
    above.wait_for_selector("#move-accept")
    above.click("#move-accept")
    above.wait_for_selector("#move-accept", state="detached")
    assert above.inner_text("#state") == "已审核通过"
    assert counted(above, "records") == [(len(deeds), {deed.ref for deed in deeds})]
    settle(above)
    assert size == "phone" or Axe().run(above).violations_count == 0
