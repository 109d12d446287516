"""What of a learner's copy is the lesson's comes back as it was; what is the learner's stays."""

from __future__ import annotations

import copy
import json

import pytest
from asking_for_a_raise import COURSE
from nbformat.sign import NotebookNotary

from outsourcing_lessons.lab.learner_copy import faults, give, mend_changed
from outsourcing_lessons.lab.marking import KEY, MAY_FAIL, is_lesson, is_open, is_shown
from outsourcing_lessons.lab.putting_back import is_altered, put_back
from outsourcing_lessons.notebook_files import read, write, written

LESSON = COURSE.lesson("first-number")


@pytest.fixture
def mine(tmp_path):
    give(COURSE.notebooks, tmp_path)
    return tmp_path


@pytest.fixture
def fresh(mine):
    return read(mine / LESSON.notebook)


def place(notebook, wanted):
    return next(i for i, cell in enumerate(notebook["cells"]) if wanted(cell))


def is_text(cell):
    return cell["cell_type"] == "markdown"


def is_settings(cell):
    return "parameters" in cell["metadata"].get("tags", [])


def is_folded(cell):
    return cell["cell_type"] == "code" and not is_open(cell)


def test_a_copy_says_which_lesson_it_is_and_the_courses_own_notebook_does_not(fresh, mine):
    assert fresh["metadata"][KEY] == {
        "lesson": "first-number",
        "title": f"{LESSON.number} {LESSON.title}",
        "minutes": LESSON.minutes,
        "start": "",
    }
    assert read(mine / COURSE.lessons[1].notebook)["metadata"][KEY]["start"] == LESSON.notebook
    assert is_lesson(fresh) and not is_lesson(read(COURSE.notebook_of(LESSON)))


def test_lines_that_are_shown_may_fail_and_no_others(fresh):
    for cell in fresh["cells"]:
        assert is_shown(cell) == (MAY_FAIL in cell["metadata"].get("tags", []))
    assert any(map(is_shown, fresh["cells"]))


def typed_into(cells):
    cells[place({"cells": cells}, is_folded)]["source"] = "so about 4"


def text_changed(cells):
    cells[place({"cells": cells}, is_text)]["source"] = "mine"


def one_gone(cells):
    del cells[place({"cells": cells}, is_text)]


def line_gone(cells):
    del cells[place({"cells": cells}, is_shown)]


def moved(cells):
    cells.insert(0, cells.pop(5))


def made_text(cells):
    cells[place({"cells": cells}, is_folded)]["cell_type"] = "markdown"


@pytest.mark.parametrize("change", [typed_into, text_changed, one_gone, line_gone, moved, made_text])
def test_what_is_not_the_learners_to_change_is_put_back(fresh, change):
    own = copy.deepcopy(fresh)
    change(own["cells"])
    assert is_altered(own, fresh) and put_back(own, fresh) == fresh


def test_what_is_the_learners_is_no_alteration_and_is_left_where_it_is(fresh):
    own = copy.deepcopy(fresh)
    line, settings, text = place(own, is_shown), place(own, is_settings), place(own, is_text)
    own["cells"][line]["source"] = "learning.unit_time(n=3, first=6, rate=0.9)"
    own["cells"][settings]["source"] = 'business: str = "bakery"'
    note = {"cell_type": "markdown", "id": "note", "metadata": {}, "source": "My own note"}
    own["cells"].insert(text + 1, note)
    assert not is_altered(own, fresh)
    typed_into(own["cells"])
    back = put_back(own, fresh)
    assert back["cells"][text + 1] == note
    assert "rate=0.9" in back["cells"][place(back, is_shown)]["source"]
    assert back["cells"][place(back, is_settings)]["source"] == 'business: str = "bakery"'
    assert "so about 4" not in json.dumps(back)


def test_lab_puts_back_keeps_the_altered_file_and_says_so(mine, fresh):
    path = mine / LESSON.notebook
    own = copy.deepcopy(fresh)
    typed_into(own["cells"])
    write(path, written(own))
    assert faults(COURSE.notebooks, mine) == {LESSON.notebook: "has changes in its texts or questions"}
    (note,) = give(COURSE.notebooks, mine)
    kept = mine / f"{path.stem} (changed).ipynb"
    assert kept.name in note and read(kept) == own and read(path) == fresh
    assert give(COURSE.notebooks, mine) == [] and faults(COURSE.notebooks, mine) == {}


def test_an_authors_copy_is_never_touched(tmp_path):
    from outsourcing_lessons.lab import author_copy

    author_copy.give(COURSE.notebooks, tmp_path)
    own = read(tmp_path / LESSON.notebook)
    typed_into(own["cells"])
    write(tmp_path / LESSON.notebook, written(own))
    assert mend_changed(COURSE.notebooks, tmp_path) == [] and faults(COURSE.notebooks, tmp_path) == {}
    assert read(tmp_path / LESSON.notebook) == own


@pytest.mark.parametrize("trusted", [True, False])
def test_a_lesson_that_jupyter_trusted_is_trusted_when_it_was_put_back(mine, fresh, monkeypatch, trusted):
    """Only then does it start itself."""
    signed = []
    monkeypatch.setattr(NotebookNotary, "check_signature", lambda self, notebook: trusted)
    monkeypatch.setattr(NotebookNotary, "sign", lambda self, notebook: signed.append(notebook))
    own = copy.deepcopy(fresh)
    typed_into(own["cells"])
    write(mine / LESSON.notebook, written(own))
    mend_changed(COURSE.notebooks, mine)
    assert len(signed) == trusted
