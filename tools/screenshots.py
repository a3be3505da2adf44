"""Photograph the pages of the example for docs/pictures: a fresh `remit up --demo`, looked at with chromium."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

__all__ = ["main"]

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE: ViewportSize = {"width": 1240, "height": 820}
_EDITION = "/regimes/harbour-school-meals/2026-01-01/"
# Picture, language, path, and what is brought to the top of the picture.
PICTURES = (
    ("regime.zh.png", "zh", _EDITION, "text=第十三条(一)"),
    ("regime.png", "en", _EDITION, "text=Article 13(1)"),
    ("unit.zh.png", "zh", "/units/SL-SQ-P/?on=2026-04-20", ""),
    ("unit.png", "en", "/units/SL-SQ-P/?on=2026-04-20", ""),
)


@contextmanager
def _served(language: str) -> Iterator[tuple[str, str]]:
    """A demo on a port of its own: its address and the clerk's one-time link."""
    remit = Path(sys.executable).parent / "remit"
    with tempfile.TemporaryDirectory() as data:
        env = os.environ | {"REMIT_DATA": data, "REMIT_LANG": language}
        command = [str(remit), "up", "--demo", "--port", "0"]
        with subprocess.Popen(
            command, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as process:
            try:
                for line in process.stdout or ():
                    link = re.search(r"clerk.*?(http://[\d.]+:\d+)(/sign-in/\S+)", line)
                    if link:
                        yield link[1], link[2]
                        break
            finally:
                process.terminate()


def main() -> int:
    """Take every picture."""
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"]
        )
        for language in ("zh", "en"):
            with _served(language) as (address, sign_in):
                page = browser.new_page(viewport=SIZE, locale={"zh": "zh-CN", "en": "en-GB"}[language])
                page.goto(address + sign_in)
                page.locator("main form button").click()
                for name, spoken, path, top in PICTURES:
                    if spoken == language:
                        _photograph(page, address + path, top, FOLDER / name)
        browser.close()
    return 0


def _photograph(page: Page, url: str, top: str, target: Path) -> None:
    page.goto(url)
    if top:
        page.locator(top).first.evaluate("element => element.scrollIntoView()")
    page.screenshot(path=target)


if __name__ == "__main__":
    sys.exit(main())
