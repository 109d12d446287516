"""What a workbook depends on, and what it does not."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import fingerprint
from outsourcing_lessons.render.fingerprint import PACKAGE, Fingerprints, _files, code
from outsourcing_lessons.render.plan import Job, Source

SOURCE = Source("small", "01", "Small", "small.ipynb", "{}")
PARTS = ("items/judge.py", "course/__init__.py", "render/templates/workbook.typ", "player/words.json", "new.py")
NO_PARTS = ("cli/render.py", "render/run.py", "collect/marks.py", "notebooks/x.ipynb")
JOB = Job(LearnerProfile("ada"), ("html", "pdf"))


@pytest.fixture
def package(tmp_path):
    """A package to change, with files named as ours are."""
    for name in (*PARTS, *NO_PARTS):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("as it was")
        assert (PACKAGE / name).exists() or name.startswith(("new", "notebooks"))
    return tmp_path


@pytest.mark.parametrize("name", PARTS)
def test_code_that_is_in_a_workbook_counts(package, name):
    before = code(package)
    with (package / name).open("a") as file:
        file.write("\n")
    code.cache_clear()
    assert before != code(package)


@pytest.mark.parametrize("name", NO_PARTS)
def test_code_that_is_not_does_not(package, name):
    before = code(package)
    with (package / name).open("a") as file:
        file.write("\n")
    code.cache_clear()
    assert before == code(package)


def test_nothing_that_makes_a_workbook_is_left_out():
    """Whatever a worker or a lesson's kernel loads counts."""
    load = (
        "from outsourcing_lessons.render import worker, execute, html, pdf\nimport outsourcing_lessons.widgets.lesson"
    )
    tell = "import sys; print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('outsourcing_lessons.')))"
    ended = subprocess.run([sys.executable, "-c", f"{load}\n{tell}"], capture_output=True, text=True, check=True)
    loaded = [path.removeprefix(f"{PACKAGE}/") for path in ended.stdout.split()]
    counted = {name for name, _ in _files(PACKAGE)}
    assert len(loaded) > 50 and not [name for name in loaded if name not in counted]


def test_a_version_of_a_library_counts(monkeypatch):
    code.cache_clear()
    before = code()
    monkeypatch.setattr(fingerprint, "version", lambda name: "99" if name == "typst" else "1")
    code.cache_clear()
    assert before != code()
    code.cache_clear()


def test_a_font_that_is_installed_has_pdfs_made_again_and_nothing_else():
    prints = Fingerprints([SOURCE])
    for undrawn in (replace(JOB, missing_glyphs="x"), replace(JOB, own=replace(JOB.own, stand_ins="x"))):
        assert prints.of(JOB, "html") == prints.of(undrawn, "html")
        assert prints.of(JOB, "pdf") != prints.of(undrawn, "pdf")


def test_each_part_of_a_lesson_counts():
    changed = [replace(SOURCE, **{name: "other"}) for name in ("slug", "number", "title", "notebook", "text")]
    assert 6 == len({Fingerprints([source]).of(JOB, "html") for source in [SOURCE, *changed]})


def test_a_changed_file_of_a_course_outside_counts(package, tmp_path_factory):
    course = tmp_path_factory.mktemp("course")
    trade = course / "trades" / "bakery.toml"
    trade.parent.mkdir()
    trade.write_text("as it was")
    before = code(package, course)
    trade.write_text("as it is")
    code.cache_clear()
    assert before != code(package, course)


def test_a_notebook_of_a_course_outside_counts_as_a_lesson_and_not_twice(package, tmp_path_factory):
    course = tmp_path_factory.mktemp("course")
    (course / "notebooks").mkdir()
    before = code(package, course)
    (course / "notebooks" / "x.ipynb").write_text("{}")
    code.cache_clear()
    assert before == code(package, course)
