"""The learner's copy: nothing of theirs is ever overwritten."""

from __future__ import annotations

import json

import pytest

from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.lab.learner_copy import RECORD, faults, give

NAME = "01_one_task.ipynb"
BESIDE = "01_one_task (new).ipynb"


def notebook(text, outputs=()):
    cell = {"cell_type": "code", "source": [text], "outputs": list(outputs), "metadata": {}, "execution_count": 1}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def course(tmp_path):
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / NAME).write_text(notebook("first"))
    return folder


@pytest.fixture
def mine(tmp_path, course):
    folder = tmp_path / "deep" / "my-course"
    give(course, folder)
    return folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_notes_for_the_instructor_are_not_given(course, tmp_path):
    """Nor does a note that is reworded make a newer lesson of it."""
    lesson, mine = course / NAME, tmp_path / "mine"
    whole = json.loads(lesson.read_text())
    note = {"cell_type": "markdown", "source": ["Ask."], "metadata": {"tags": ["instructor"]}}
    lesson.write_text(json.dumps(whole | {"cells": [note, *whole["cells"]]}))
    give(course, mine)
    assert json.loads((mine / NAME).read_text())["cells"] == whole["cells"]
    (mine / NAME).write_text(notebook("my own"))
    lesson.write_text(json.dumps(whole | {"cells": [note | {"source": ["Ask twice."]}, *whole["cells"]]}))
    assert give(course, mine) == [] and names(mine) == [RECORD, NAME]


def test_the_instructors_notebook_is_not_given(course, tmp_path):
    """Learners have no use for it; whoever holds a workshop gets it with the report."""
    (course / "90_workshop_debrief.ipynb").write_text(notebook("debrief"))
    give(course, tmp_path / "mine")
    assert names(tmp_path / "mine") == [RECORD, NAME]


def test_the_copy_is_the_course(mine, course):
    """Byte for byte, in a folder that is made for it."""
    assert (mine / NAME).read_bytes() == (course / NAME).read_bytes() and names(mine) == [RECORD, NAME]


def test_giving_again_changes_nothing(mine, course):
    """And says nothing."""
    assert give(course, mine) == [] and names(mine) == [RECORD, NAME]


def test_an_untouched_lesson_is_refreshed(mine, course):
    """The learner gets the newer one without a question."""
    (course / NAME).write_text(notebook("second"))
    assert give(course, mine) == [] and (mine / NAME).read_text() == notebook("second")


def test_a_lesson_that_was_only_run_counts_as_untouched(mine, course):
    """Outputs are made again; answers are kept elsewhere."""
    (mine / NAME).write_text(notebook("first", [{"output_type": "stream", "name": "stdout", "text": "x"}]))
    (course / NAME).write_text(notebook("second"))
    give(course, mine)
    assert (mine / NAME).read_text() == notebook("second")


def test_a_newer_lesson_arrives_beside_the_learners_work(mine, course):
    """With a note that names both."""
    (mine / NAME).write_text(notebook("mine"))
    (course / NAME).write_text(notebook("second"))
    (note,) = give(course, mine)
    assert (mine / NAME).read_text() == notebook("mine") and (mine / BESIDE).read_text() == notebook("second")
    assert NAME in note and BESIDE in note


def test_the_note_comes_once(mine, course):
    """Not at every start from then on."""
    (mine / NAME).write_text(notebook("mine"))
    (course / NAME).write_text(notebook("second"))
    give(course, mine)
    assert give(course, mine) == []


def test_work_in_the_newer_one_is_safe_too(mine, course):
    """The next version finds another name."""
    (mine / NAME).write_text(notebook("mine"))
    (course / NAME).write_text(notebook("second"))
    give(course, mine)
    (mine / BESIDE).write_text(notebook("mine as well"))
    (course / NAME).write_text(notebook("third"))
    give(course, mine)
    assert names(mine) == [RECORD, "01_one_task (new 2).ipynb", BESIDE, NAME]
    assert (mine / BESIDE).read_text() == notebook("mine as well")


def test_work_without_a_new_version_is_left_alone(mine, course):
    """There is nothing to give."""
    (mine / NAME).write_text(notebook("mine"))
    assert give(course, mine) == [] and names(mine) == [RECORD, NAME]


@pytest.mark.parametrize("record", ["", "{}", "[1]", '{"given": 3}', None])
def test_a_lost_record_costs_no_work(mine, course, record):
    """What differs from the course then counts as the learner's."""
    (mine / RECORD).unlink() if record is None else (mine / RECORD).write_text(record)
    (mine / NAME).write_text(notebook("mine"))
    give(course, mine)
    assert (mine / NAME).read_text() == notebook("mine") and (mine / BESIDE).read_text() == notebook("first")


MERGED = notebook("mine").replace('"metadata"', '\n<<<<<<< HEAD\n"metadata"', 1)
DAMAGED = {
    "empty": "", "cut off": notebook("mine")[:40], "merge marks": MERGED, "other JSON": "[]", "too deep": "[" * 99999,
    "no notebook": '{"cells": 7}', "newer": notebook("mine").replace('"nbformat": 4', '"nbformat": 99'),
    "no cells": notebook("mine").replace('{"cell_type"', '7, {"cell_type"'),
}  # fmt: skip


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_lesson_that_cannot_be_read_is_kept_and_a_fresh_one_takes_its_place(mine, course, content):
    """With a sentence that names both; also when the course has a newer version, and a second time."""
    for place, aside in enumerate(("01_one_task (unreadable).txt", "01_one_task (unreadable) 2.txt")):
        (mine / NAME).write_text(content)
        (course / NAME).write_text(notebook(f"version {place}"))
        assert faults(course, mine) == {NAME: "cannot be read as a notebook"}
        (note,) = give(course, mine)
        assert (mine / aside).read_text() == content and (mine / NAME).read_text() == notebook(f"version {place}")
        assert NAME in note and aside in note and faults(course, mine) == {} and give(course, mine) == []


def test_what_is_missing_in_a_copy_or_damaged_is_found_and_giving_mends_it(mine, course, tmp_path):
    """A folder without a copy has nothing to be missing."""
    (mine / NAME).unlink()
    (mine / RECORD).write_text('{"given":')
    assert faults(course, mine) == {NAME: "is missing", RECORD: "cannot be read"}
    give(course, mine)
    assert faults(course, mine) == faults(course, tmp_path) == faults(course, tmp_path / "nowhere") == {}


def test_a_deleted_lesson_comes_back(mine, course):
    """That is how to begin again."""
    (mine / NAME).unlink()
    assert give(course, mine) == [] and (mine / NAME).exists()


def test_a_file_is_no_folder(course):
    """One sentence; exit code 2."""
    with pytest.raises(InputError, match="is a file; choose a folder"):
        give(course, course / NAME)


def test_a_folder_that_cannot_be_made_gives_one_sentence(course):
    """Exit code 1."""
    with pytest.raises(StoreError, match="cannot be put into"):
        give(course, course / NAME / "below")
