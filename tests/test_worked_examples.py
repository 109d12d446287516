"""The worked examples of the docs stand in the course as the docs say, and everything that holds there still does."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from outsourcing_lessons.authoring.new.notebook import Cell, code, opening, text
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.notebook_files import written

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PARTS = ("outsourcing_lessons", "notebooks", "tests", "docs", "pyproject.toml", "Makefile", "CHANGELOG.md")


class Copy:
    """A copy of the repository, to put an example into."""

    def __init__(self, folder: Path):
        self.folder, self.course, self.notebooks = folder, folder / "outsourcing_lessons/course", folder / "notebooks"
        for name in PARTS:
            copied = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copied(ROOT / name, folder / name)

    def run(self, *arguments: str) -> str:
        """Run Python in the copy and return what it printed."""
        environment = os.environ | {"PYTHONPATH": str(self.folder)}
        done = subprocess.run(
            [sys.executable, *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 0, f"{arguments}\n{done.stdout[-4000:]}\n{done.stderr[-2000:]}"
        return done.stdout

    def holds(self, lesson: str, notebook: str, ids: str) -> None:
        """Run a notebook as `make notebooks` does, then the rules, the tests of the course and nbval on it."""
        self.run("-m", "outsourcing_lessons.notebook_files", f"notebooks/{notebook}")
        assert self.run("-m", "outsourcing_lessons", "author", "check", lesson) == "0 findings.\n"
        pytest_ = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0")
        assert " passed" in self.run(*pytest_, "tests/course", "-k", ids)
        assert " passed" in self.run(*pytest_, "--nbval", f"notebooks/{notebook}")


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


def blocks(page: str, language: str = "python") -> list[str]:
    """Return the code of a page, block by block."""
    return [block for kind, block in FENCE.findall((ROOT / f"docs/{page}.md").read_text("utf-8")) if kind == language]


def edit(path: Path, old: str, new: str) -> None:
    """Put something else in the place of a text that stands in a file once."""
    whole = path.read_text("utf-8")
    assert whole.count(old) == 1, (path.name, old)
    path.write_text(whole.replace(old, new), "utf-8")


def ask_behind(path: Path, question: str, other: str) -> None:
    """Put a cell with a question into a notebook, behind the cell that asks another."""
    notebook = json.loads(path.read_text("utf-8"))
    sources = ["".join(cell["source"]) for cell in notebook["cells"]]
    notebook["cells"].insert(sources.index(f'lesson.ask("{other}")') + 1, code(question, f'lesson.ask("{question}")'))
    path.write_text(written(notebook), "utf-8")


def written_cells(block: str) -> Iterator[Cell]:
    """Yield the cells of a notebook that a page writes down; in `# %% [markdown]` each line is a comment."""
    for number, cell in enumerate(re.split(r"^# %%", block, flags=re.MULTILINE)[1:]):
        kind, _, source = cell.partition("\n")
        name = f"silence-{number}"
        if "markdown" in kind:
            yield text(name, re.sub(r"^# ?", "", source.strip(), flags=re.MULTILINE))
        else:
            yield code(name, source.strip())


@pytest.mark.full
def test_the_question_that_is_text_stands_in_its_lesson(copy):
    space: dict = {}
    exec(blocks("writing-an-item")[0], space)
    folder, notebook = copy.course / "hiring_blind", COURSE.lesson("hiring-blind").notebook
    questions = folder / "questions.md"
    questions.write_text(f"{questions.read_text('utf-8')}\n{space['TEXT']}", "utf-8")
    edit(folder / "__init__.py", "marks who-stays ", "marks years-on-a-cv who-stays ")
    ask_behind(copy.notebooks / notebook, "years-on-a-cv", "marks")
    copy.holds("hiring-blind", notebook, "years-on-a-cv or hiring-blind")


@pytest.mark.full
def test_the_question_with_a_model_stands_in_its_lesson(copy):
    [block] = [one for one in blocks("writing-an-item") if "@item(" in one]
    imports, function = block.split("\n\n\n", 1)
    folder, notebook = copy.course / "one_task", COURSE.lesson("one-task").notebook
    module = folder / "cost_computed.py"
    edit(module, "\n\n\nITEMS = (", f"\n\n\n{function}\n\nITEMS = (fourth_job, ")
    edit(module, '\n\n\n@item("one-task.departure"', f'\n{imports}\n\n\n@item("one-task.departure"')
    edit(folder / "__init__.py", "year-factor split ", "year-factor split fourth-job ")
    ask_behind(copy.notebooks / notebook, "fourth-job", "split")
    copy.holds("one-task", notebook, "fourth-job or one-task")


@pytest.mark.full
def test_the_lesson_stands_in_the_course(copy):
    *made, shown = blocks("writing-a-lesson")
    assert len(made) == 5
    folder, notebook = copy.course / "silence", "06_when_nobody_answers.ipynb"
    folder.mkdir()
    (folder / "__init__.py").write_text("\n".join(made).replace("SILENCE = ", "LESSON = "), "utf-8")
    (twin,) = blocks("writing-a-lesson", "js")
    (folder / "__init__.js").write_text(twin, "utf-8")
    edit(copy.course / "course.toml", '    "turn_the_dials",\n]', '    "turn_the_dials",\n    "silence",\n]')
    cells = [*written_cells(shown)]
    cells[1:2] = opening("silence", COURSE.trade_names[0])
    notebook_ = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (copy.notebooks / notebook).write_text(json.dumps(notebook_), "utf-8")
    copy.holds("silence", notebook, "silence")
