"""What browser tests share: a page is looked at when it is all there."""

from __future__ import annotations

from playwright.sync_api import Page

__all__ = ["settle"]


def settle(page: Page) -> None:
    """Wait until the page that the last click led to is loaded."""
    page.wait_for_load_state("load")
    page.wait_for_function("() => document.documentElement && document.readyState === 'complete'")
