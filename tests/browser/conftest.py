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
    "--in-process-gpu",  # nothing is left for a process of its own
    "--no-zygote",  # which serves to start many
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--renderer-process-limit=1",  # a process for each page takes half of the time of a short test
]
# The headless shell first: the same engine without a desktop around it, which takes a quarter less of the processors.
NAMES = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge",
)  # fmt: skip
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


DESK = {"width": 1000, "height": 800}
AS_IT_COMES = dict.fromkeys(("media", "color_scheme", "reduced_motion", "forced_colors", "contrast"), "null")


@pytest.fixture(scope="module")
def window(chromium):
    """The one page of a file of tests for what keeps nothing in the browser."""
    context = chromium.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(window):
    """That page, empty and as it was at the start: another one takes longer than what most tests do in it."""
    yield window
    window.mouse.up()
    window.mouse.move(0, 0)
    window.unroute_all()
    window.emulate_media(**AS_IT_COMES)
    window.set_viewport_size(DESK)
    window.goto("about:blank")


@pytest.fixture(scope="module")
def files(chromium, tmp_path_factory):
    """What the pages of a file of tests share that are files, and so have one storage."""
    context, empty = chromium.new_context(viewport=DESK), tmp_path_factory.mktemp("empty") / "empty.html"
    empty.write_text("<!doctype html><title>Empty</title>")
    context.new_page().goto(empty.as_uri())
    yield context
    context.close()


@pytest.fixture
def file_page(files):
    """A fresh page for a file: what it keeps is forgotten, which takes a third of the time of `fresh`."""
    first, page = files.pages[0], files.new_page()
    yield page
    for one in files.pages[1:]:
        one.close()
    first.evaluate("localStorage.clear()")


@pytest.fixture
def fresh(chromium):
    """A fresh page of desktop size, which forgets everything when the test ends."""
    context = chromium.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(fresh):
    """The same; a file may have all in one tab instead."""
    return fresh
