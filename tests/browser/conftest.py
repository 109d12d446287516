"""A real Chromium for the tests of what a learner sees: the system's own, started once for all of them."""

from __future__ import annotations

import os
import shutil
from functools import wraps

import pytest

from tests.patience import PATIENCE

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--renderer-process-limit=1",  # a process for each page takes half of the time of a short test
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MISSING = "no Chromium here: install one (Debian: apt install chromium) or give its path in CHROMIUM"


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine: ``$CHROMIUM`` or the first known name on the path."""
    return next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NAMES))), None)


# While Playwright runs, its event loop runs in this thread, and tests of other files that need one of their own fail.
@pytest.fixture(scope="module")
def chromium():
    """One browser for a file of tests."""
    path = find_chromium()
    if path is None:
        pytest.skip(MISSING)
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        browser.new_context, browser.new_page = patient(browser.new_context), patient(browser.new_page)
        yield browser
        browser.close()


def patient(new):
    """Return a maker of contexts or pages that wait as long as a busy machine takes; no test has to remember it."""

    @wraps(new)
    def made(**options):
        one = new(**options)
        one.set_default_timeout(1000 * PATIENCE)
        return one

    return made


@pytest.fixture(scope="module")
def window(chromium):
    """What all tabs of a file of tests share, kept open by a first one."""
    context = chromium.new_context(viewport={"width": 1000, "height": 800})
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def tab(window):
    """A fresh page for what keeps nothing in the browser: it takes a third of the time of `page`."""
    page = window.new_page()
    yield page
    page.close()


@pytest.fixture
def page(chromium):
    """A fresh page of desktop size, which forgets everything when the test ends."""
    context = chromium.new_context(viewport={"width": 1000, "height": 800})
    yield context.new_page()
    context.close()
