"""Loading a workbook's page once more."""

from __future__ import annotations

from playwright.sync_api import Page


def reload(page: Page) -> None:
    """Load the page again, and wait for its script: before that it says that nothing was answered."""
    page.reload()
    page.locator(".wb-desk:not([hidden])").wait_for(state="attached")
