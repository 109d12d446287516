"""Pictures of a walk through a lesson, in the workbook and in JupyterLab: ``python tests/browser/film_strip.py docs/images``.

Nothing is named but kinds of steps, so the strip is made again as it is after a lesson was rewritten.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from lab_server import LabServer, open_lesson
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render import notebook
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.execute import execute, our_engine
from outsourcing_lessons.render.html import workbook_html
from tests.chromium import FLAGS, find_chromium
from tests.patience import PATIENCE

LESSON = 1
DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)  # that days do not change from strip to strip
SIZES = {"wide": (1366, 768, 4, 640), "phone": (390, 844, 8, 230)}  # width, height, columns, width of a picture
LAPTOP = {"width": 1366, "height": 768}
NTH = """([css, nth]) => document.querySelectorAll(`.wb-lesson .wb-step${css}`)[nth].id"""
STRIP = """<!doctype html><style>
body { margin: 0; padding: 16px; background: #e9e4d8; display: inline-grid; grid-template-columns: repeat(%(columns)d, %(width)dpx); gap: 16px; }
figure { margin: 0; font: 600 15px sans-serif; color: #1a1c20; }
img { display: block; width: 100%%; margin-bottom: 6px; border: 1px solid #7c735f; }
</style>%(figures)s"""


def workbook() -> bytes:
    """Return the workbook of a guest with one lesson."""
    lesson = chosen().lessons[LESSON]
    path, profile = chosen().notebook_of(lesson), LearnerProfile("ada", "Ada Lovelace", business="online shop")
    done = notebook.clean(execute(notebook.read(path), path.name, profile, our_engine()))
    chapter = Chapter(lesson.slug, lesson.number, lesson.title, notebook.parts_of(done, lesson.slug))
    return workbook_html(Book(profile, (chapter,)))


def open_step(page: Page, css: str, nth: int = 0) -> None:
    """Go to the first of the steps that fit, or to a later one of them."""
    address = page.evaluate(NTH, [css, nth])
    page.evaluate("(address) => { location.hash = address; }", address)
    page.locator(f".wb-step[id='{address}']:not([hidden])").wait_for()


def bet(page: Page) -> None:
    """Put a bet down that nobody would call mad."""
    for place, number in enumerate(("3", "2", "5")):
        page.locator(".wb-step:not([hidden]) .ol-number-input").nth(place).fill(number)
    page.locator(".wb-step:not([hidden]) .ol-short").nth(3).click()


def walk(page: Page) -> Iterator[str]:
    """Go from state to state, and name each once it is in view."""
    yield "Home"
    open_step(page, "")
    yield "Opening"
    open_step(page, ":has(.ol-range)")
    bet(page)
    yield "Prediction"
    page.click("#go")
    open_step(page, ".wb-explorer")  # only a step that has been opened tells what its explorer is made of
    for _ in range(4):
        page.locator(".wb-step:not([hidden]) .ol-choice:visible").first.click()
    yield "Played"
    open_step(page, ".wb-explorer", 1)
    page.locator(".wb-step:not([hidden]) .ol-slider").first.wait_for()
    yield "Explorer"
    open_step(page, ":has(input[type=checkbox])")
    for place in (0, 1):
        page.locator(".wb-step:not([hidden]) input[type=checkbox]").nth(place).check()
    page.click("#go")
    page.locator(".wb-step:not([hidden]) .ol-why").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    yield "Feedback"
    open_step(page, ".wb-worksheet")
    yield "Worksheet"
    open_step(page, ".wb-close[data-close=lesson]")
    yield "Closing"


def strip(browser: Browser, path: Path, width: int, height: int, columns: int, shown: int) -> tuple[bytes, bytes]:
    """Return all states in one picture, and the explorer in one of its own."""
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.clock.set_fixed_time(DAY)
    page.goto(path.as_uri())
    taken = {name: page.screenshot() for name in walk(page)}
    picture = side_by_side(page, taken, columns, shown)
    context.close()
    return picture, taken["Explorer"]


def side_by_side(page: Page, taken: dict[str, bytes], columns: int, shown: int) -> bytes:
    """Return pictures with their names below in one picture."""
    figures = "".join(
        f'<figure><img src="data:image/png;base64,{base64.b64encode(png).decode()}">{name}</figure>'
        for name, png in taken.items()
    )
    page.goto("about:blank")
    page.set_viewport_size({"width": (shown + 16) * columns + 16, "height": 400})
    page.set_content(STRIP % {"columns": columns, "width": shown, "figures": figures})
    return page.locator("body").screenshot()


def block_with(page: Page, css: str) -> Locator:
    """Return the first block of a notebook that has something in it, at the top of the window."""
    block = page.locator(f".jp-OutputArea-output .ol-block:has({css})").first
    block.evaluate("block => block.scrollIntoView()")
    return block


def walk_in_lab(page: Page) -> Iterator[str]:
    """Go through a lesson that has started itself."""
    yield "Opened, and live without a click"
    bet = block_with(page, ".ol-tick[type=radio]")
    bet.locator(".ol-option").first.click()
    bet.locator("button[type=submit]").click()
    bet.locator(".ol-committed").wait_for()
    yield "A bet, placed"
    asked = block_with(page, ".ol-tick[type=checkbox]")
    asked.locator(".ol-option").first.click()
    asked.locator("button[type=submit]").click()
    asked.locator(".ol-why").first.wait_for()
    yield "A question, not yet right"
    explorer = block_with(page, ".ol-grab")
    spot = explorer.locator(".ol-grab").first.bounding_box()
    assert spot
    x, y = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y, steps=6)
    page.mouse.up()
    yield "An explorer, dragged"


def strip_of_lab(browser: Browser, folder: Path) -> bytes:
    """Return the states of a lesson in JupyterLab in one picture."""
    name = chosen().notebook_of(chosen().lessons[LESSON]).name
    server = LabServer(folder)
    with server.running():
        page = browser.new_context(viewport=LAPTOP, reduced_motion="reduce").new_page()
        page.set_default_timeout(1000 * PATIENCE)
        open_lesson(page, server, name, live=3)
        taken = {words: page.screenshot() for words in walk_in_lab(page)}
    picture = side_by_side(page, taken, 2, 660)
    page.context.close()
    return picture


def main(folder: Path) -> None:
    """Write a strip for each size."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        path = Path(temporary) / "workbook.html"
        path.write_bytes(workbook())
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for name, size in SIZES.items():
            whole, explorer = strip(browser, path, *size)
            (folder / f"film-strip-{name}.png").write_bytes(whole)
            (folder / f"explorer-{name}.png").write_bytes(explorer)
        (folder / "film-strip-jupyterlab.png").write_bytes(strip_of_lab(browser, Path(temporary)))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
