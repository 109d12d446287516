"""Cohorts for the tests of rendering: two learners through the real lesson, and small notebooks that misbehave."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import nbformat
import pytest
from nbformat import v4

from outsourcing_lessons.blocks.block import MIME, Ask, Prose
from outsourcing_lessons.items.item import Option, SingleChoice
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.render import object_store, pdf, run
from outsourcing_lessons.render.book import Book
from outsourcing_lessons.render.glyphs import NOTHING
from tests.conftest import TINY
from tests.patience import PATIENCE
from tests.render import quick
from tests.render.faulty_server import Proxy, asked, s3_server

HOSTILE = '</script><img src=x onerror=alert(1)> #eval("1+1") "); import os'
ADA = LearnerProfile("ada", HOSTILE, "bakery", currency="GBP", hour_value=95.0, weekly_hours=45.0, seed=7)
FARID = LearnerProfile("farid", "فريد حداد", "hospital", currency="USD", hour_value=75.0, weekly_hours=48.0, seed=29)


def an_item(**changes) -> SingleChoice:
    options = (Option(id="a", text="This one"), Option(id="b", text="That one", feedback="No: it is <this> one."))
    return SingleChoice(
        **(
            {
                "id": "small.one",
                "variant": "0123abcd",
                "title": "One",
                "prompt": "Which?",
                "options": options,
                "key": "a",
                "praise": "Yes.",
                "hints": ("Look.",),
            }
            | changes
        )
    )


def key_pdf(book: Book) -> bytes:
    """Print the key to a learner's workbook."""
    return pdf.printed("key.typ", pdf.key_data(book))[0]


def a_block() -> Ask:
    return Ask(id="small.one", section="practice", item=an_item())


def a_notebook(*cells) -> nbformat.NotebookNode:
    """A lesson in small: a title, the parameters, and what is given."""
    lines = [f"{name} = {value!r}" for name, value in vars(LearnerProfile()).items()]
    parameters = v4.new_code_cell("\n".join(lines), metadata={"tags": ["parameters"]}, id="parameters")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return v4.new_notebook(
        cells=[v4.new_markdown_cell("# Small", id="title"), parameters, *cells], metadata={"kernelspec": kernel}
    )


def shows(block, when: str = "True") -> nbformat.NotebookNode:
    """A cell that displays a block when the condition holds."""
    data = json.dumps({MIME: block.model_dump(mode="json"), "text/plain": "a block"})
    source = f"import json\nfrom IPython.display import display\nif {when}: display(json.loads({data!r}), raw=True)"
    return v4.new_code_cell(source, metadata={"tags": ["hide-input"]})


def passage(markdown: str) -> Prose:
    return Prose(id="small.passage", markdown=markdown)


@pytest.fixture
def small_lesson(tmp_path, monkeypatch):
    """Put a notebook of the test's own in the place of the course's."""

    def use(nb) -> Path:
        path = tmp_path / "small.ipynb"
        path.write_text(nbformat.writes(nb) if isinstance(nb, nbformat.NotebookNode) else nb, encoding="utf-8")
        monkeypatch.setattr(Course, "notebook_of", lambda course, lesson: path)
        return path

    return use


@pytest.fixture(scope="session")
def cohort(tmp_path_factory) -> Path:
    """The folder of two learners, one with a hostile name and one whose name runs from right to left.

    Made by the command itself, called from a folder in which a module lies about that a lesson must not find.
    """
    place = tmp_path_factory.mktemp("cohort")
    (place / "json.py").write_text("raise SystemExit('this is not the json you are looking for')")
    (place / "roster.json").write_text(json.dumps([asdict(ADA), asdict(FARID)]))
    command = [
        sys.executable,
        "-P",
        "-m",
        "outsourcing_lessons",
        "render",
        "roster.json",
        "--out",
        "out",
        "--jobs",
        "1",
        "--lessons",
        "1",
    ]
    path = {"PYTHONPATH": os.pathsep.join([str(Path(run.__file__).parents[2]), str(TINY)])}
    ended = subprocess.run(command, cwd=place, env=os.environ | path, capture_output=True, text=True, timeout=PATIENCE)
    # A machine that takes more than a minute for it is told how far it is.
    complaints = re.sub(r"(?m)^\d of 2 learners, .* left\n", "", ended.stderr)
    assert (0, "") == (ended.returncode, complaints), ended
    assert "2 of 2 learners have everything" in ended.stdout
    return place / "out"


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def products(folder: Path) -> dict[str, bytes]:
    """The tree without the journal."""
    return {name: content for name, content in tree(folder).items() if not name.startswith("journal.sqlite")}


@pytest.fixture
def here(monkeypatch, small_lesson):
    """An executor that writes small files in this process."""
    executor = quick.Here()
    small_lesson(a_notebook(shows(a_block())))
    monkeypatch.setattr(run, "_executor", lambda how: executor)
    monkeypatch.setattr(run, "missing_in", lambda cohort, setup: NOTHING)
    return executor


@pytest.fixture(scope="module")
def behind():
    """An S3 server; its port."""
    with s3_server() as port:
        yield port


@pytest.fixture
def proxy(behind, monkeypatch, tmp_path):
    """A proxy before an S3 server, to which the environment leads, with an empty bucket."""
    asked(behind, "POST", "/moto-api/reset")
    asked(behind, "PUT", "/bucket")
    monkeypatch.setattr(object_store, "FIRST_WAIT", 0.01)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    one = Proxy(behind)
    with one.running() as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        yield one


@contextmanager
def mounted(folder: Path, options: str):
    """Put a small disk of its own in the place of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True)
    if done.returncode:
        pytest.skip("no small disk can be made here: mounting one needs root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def full_disk(tmp_path):
    """A folder with room for a few small files and no more."""
    with mounted(tmp_path / "full", "size=64k") as folder:
        yield folder


@pytest.fixture
def small_disk(tmp_path):
    """A folder with room for some learners, and not for a large one."""
    with mounted(tmp_path / "small", "size=600k") as folder:
        yield folder
