"""The page of `author preview` stays at the step that its author is at, however often a file is saved."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from threading import Thread

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.authoring.preview.server import Preview, serve
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.notebook_files import read
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage
from tests.patience import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("tiny")]
LESSON = COURSE.lesson("first-number")


@pytest.fixture
def notebooks(tmp_path):
    return shutil.copytree(COURSE.notebooks, tmp_path / "notebooks")


class Words(Preview):
    """A lesson's texts alone, made in this process: the step somebody is at is one of theirs."""

    async def build(self, view: str, trade: str, seed: int) -> tuple[bool, bytes]:
        cells = read(self.notebooks / LESSON.notebook)["cells"]
        parts = tuple(Passage("".join(cell["source"])) for cell in cells if cell["cell_type"] == "markdown")
        chapter = Chapter(LESSON.slug, LESSON.number, LESSON.title, parts)
        return True, workbook_html(Book(LearnerProfile(), (chapter,)))


@contextmanager
def of_words(notebooks):
    """Serve them from another thread."""
    loop, addresses = asyncio.new_event_loop(), []
    served = loop.create_task(serve(Words(LESSON.slug, (notebooks,), notebooks), 0, addresses.append))
    (thread := Thread(target=loop.run_until_complete, args=[asyncio.wait([served])])).start()
    try:
        yield wait_until(lambda: addresses)[0]
    finally:
        loop.call_soon_threadsafe(served.cancel)
        thread.join()
        loop.close()


@contextmanager
def of_the_lesson(notebooks):
    """Serve it whole, as the command does."""
    arguments = ["author", "preview", LESSON.slug, "--no-browser", "--notebooks", str(notebooks)]
    environment = os.environ | {"PYTHONPATH": str(COURSE.folder.parent)}
    with subprocess.Popen(
        [sys.executable, "-m", "outsourcing_lessons", "--course", COURSE.id, *arguments],
        env=environment, stdout=subprocess.PIPE, text=True,
    ) as server:  # fmt: skip
        yield server.stdout.readline().split()[0]
        server.terminate()


@pytest.fixture(params=[of_words, pytest.param(of_the_lesson, marks=pytest.mark.full)])
def address(request, notebooks):
    with request.param(notebooks) as address:
        yield address


def test_the_preview_opens_in_the_lesson_and_keeps_its_step(tab, address, notebooks):
    tab.goto(address)
    step = f"#{LESSON.slug}/2/1"
    tab.wait_for_function(f"document.getElementById('lesson').contentWindow.location.hash === '#{LESSON.slug}/1/1'")
    tab.frame_locator("#lesson").locator("main, body").first.evaluate(f"() => {{ location.hash = '{step}' }}")
    path = notebooks / LESSON.notebook
    path.write_text(path.read_text("utf-8").replace("# ", "# Quixotic ", 1), encoding="utf-8")
    tab.frame_locator("#lesson").get_by_text("Quixotic").first.wait_for(state="attached")
    assert tab.evaluate("document.getElementById('lesson').contentWindow.location.hash") == step
