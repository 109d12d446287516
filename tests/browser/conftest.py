"""Windows of a real Chromium for the tests of what a learner sees."""

from __future__ import annotations

import pytest

from tests.chromium import shared

pytest.register_assert_rewrite("lab_sitting", "start_page_sitting")  # steps that a test tells


@pytest.fixture(scope="module")
def chromium():
    """The browser, in which a file of tests leaves nothing open."""
    browser = shared.browser()
    yield browser
    for context in browser.contexts:
        context.close()


DESK = {"width": 1000, "height": 800}
AS_IT_COMES = dict.fromkeys(("media", "color_scheme", "reduced_motion", "forced_colors", "contrast"), "null")


@pytest.fixture(scope="module")
def window(chromium):
    """The one page of a file of tests for what keeps nothing in the browser."""
    context = chromium.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def laid(window):
    """That page as it was at the start, but for what stands in it: for those who lay something else into it."""
    yield window
    window.mouse.up()
    window.mouse.move(0, 0)
    window.unroute_all()
    window.emulate_media(**AS_IT_COMES)
    window.set_viewport_size(DESK)


@pytest.fixture
def saved_page(window):
    """A page for what was saved, which may forbid scripts to all that comes after it."""
    page = window.context.new_page()
    yield page
    page.close()


@pytest.fixture
def tab(laid):
    """That page, empty and as it was at the start: another one takes longer than what most tests do in it."""
    yield laid
    laid.goto("about:blank")


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
