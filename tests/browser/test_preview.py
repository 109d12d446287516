"""The page of `author preview` stays at the step that its author is at, however often a file is saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from asking_for_a_raise import COURSE

LESSON = COURSE.lesson("first-number")


@pytest.fixture
def notebooks(tmp_path):
    return shutil.copytree(COURSE.notebooks, tmp_path / "notebooks")


@pytest.fixture
def address(notebooks):
    arguments = ["author", "preview", LESSON.slug, "--no-browser", "--notebooks", str(notebooks)]
    environment = os.environ | {"PYTHONPATH": str(COURSE.folder.parent)}
    with subprocess.Popen(
        [sys.executable, "-m", "outsourcing_lessons", "--course", COURSE.id, *arguments],
        env=environment, stdout=subprocess.PIPE, text=True,
    ) as server:  # fmt: skip
        yield server.stdout.readline().split()[0]
        server.terminate()


def test_the_preview_opens_in_the_lesson_and_keeps_its_step(tab, address, notebooks):
    tab.goto(address)
    step = f"#{LESSON.slug}/2/1"
    tab.wait_for_function(f"document.getElementById('lesson').contentWindow.location.hash === '#{LESSON.slug}/1/1'")
    tab.frame_locator("#lesson").locator("main, body").first.evaluate(f"() => {{ location.hash = '{step}' }}")
    path = notebooks / LESSON.notebook
    path.write_text(path.read_text("utf-8").replace("# ", "# Quixotic ", 1), encoding="utf-8")
    tab.frame_locator("#lesson").get_by_text("Quixotic").first.wait_for(state="attached")
    assert tab.evaluate("document.getElementById('lesson').contentWindow.location.hash") == step
