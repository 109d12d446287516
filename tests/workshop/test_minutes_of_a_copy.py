"""What an instructor drops, moves or adds in a copy changes the agenda, the plans and the lesson's time."""

from __future__ import annotations

import json
import shutil

import pytest
from asking_for_a_raise import COURSE
from click.testing import CliRunner
from nbformat import v4

from outsourcing_lessons.cli.workshop import workshop
from outsourcing_lessons.errors import InputError
from outsourcing_lessons.lab.start_page import home
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.lesson_minutes import minutes_of
from outsourcing_lessons.lessons.own_notebooks import VARIABLE
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.opening import new_room
from outsourcing_lessons.workshop.plan_table import lines_of

LESSON = COURSE.lesson("first-number")


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """Return the path of lesson 01 in a copy of the notebooks that counts."""
    folder = shutil.copytree(COURSE.notebooks, tmp_path / "mine")
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder / LESSON.notebook


def edited(path, change):
    """Write a notebook with its cells changed."""
    notebook = json.loads(path.read_text("utf-8"))
    notebook["cells"] = change(notebook["cells"])
    path.write_text(json.dumps(notebook), "utf-8")


def without(*texts):
    """Return what drops the cells with these texts."""
    return lambda cells: [cell for cell in cells if not any(text in "".join(cell["source"]) for text in texts)]


def questions_in(table):
    """Return how many questions a printed plan has."""
    cells = (row.split("|")[4].strip() for row in table.splitlines() if " 01: " in row)
    return sum(int(cell) for cell in cells if cell)


def talk_of(copy, section=""):
    """Return how many minutes the notes have a class talk, of one section or of all."""
    notes = [cell["metadata"].get("instructor", {}) for cell in json.loads(copy.read_text("utf-8"))["cells"]]
    return sum(note.get("talk", 0) for note in notes if section in ("", note.get("section")))


def planned(minutes=None):
    """Return the minutes of each section in the plan on lesson 01."""
    lines = lines_of(agenda_of_room(new_room([LESSON.slug], minutes=minutes)))
    return {line.note.section if line.note else "": line.minutes for line in lines}


def test_a_copy_that_is_not_changed_takes_what_the_course_does(copy, monkeypatch):
    mine = planned()
    monkeypatch.delenv(VARIABLE)
    assert mine == planned() and mine["sheet"] == 8
    assert minutes_of(COURSE, LESSON) == LESSON.minutes


def test_what_is_dropped_takes_no_time(copy):
    before, gone = planned(), sum(LESSON.item(f"first-number.{name}").minutes for name in ("meet", "counter"))
    edited(copy, without('lesson.ask("meet")', 'lesson.ask("counter")'))
    after = planned()
    assert before.pop("practice") - after.pop("practice") == pytest.approx(gone, abs=1)
    assert before == pytest.approx(after)
    left = minutes_of(COURSE, LESSON)
    assert left == pytest.approx(LESSON.minutes - gone, abs=1)
    assert f"| {left} minutes |" in home(case_of(LearnerProfile()), None).markdown


def test_what_is_moved_takes_its_time_elsewhere(copy):
    def moved(cells):
        [meet] = [cell for cell in cells if "".join(cell["source"]) == 'lesson.ask("meet")']
        rest = [cell for cell in cells if cell is not meet]
        place = next(n for n, cell in enumerate(rest) if "lesson.worksheet()" in "".join(cell["source"]))
        return [*rest[:place], meet, *rest[place:]]

    before = planned()
    edited(copy, moved)
    after = planned()
    assert before["practice"] - after["practice"] == pytest.approx(after["sheet"] - before["sheet"], abs=1)
    assert after["sheet"] > before["sheet"]
    assert minutes_of(COURSE, LESSON) == LESSON.minutes


def test_what_is_added_takes_time_and_a_plan_of_fixed_length_leaves_something_out(copy):
    added, before = v4.new_markdown_cell("word " * 2000), sum(planned().values())
    edited(copy, lambda cells: [*cells[:5], added, *cells[5:]])
    assert sum(planned().values()) == pytest.approx(before + 10)
    assert minutes_of(COURSE, LESSON) == LESSON.minutes + 10
    assert sum(planned(int(before) + 8).values()) <= before + 8


def test_a_copy_without_a_note_loses_its_talk_and_nothing_else(copy):
    before, talk = sum(planned().values()), talk_of(copy, "sheet")
    edited(copy, lambda cells: [c for c in cells if c["metadata"].get("instructor", {}).get("section") != "sheet"])
    assert talk and "sheet" not in planned()
    assert sum(planned().values()) == pytest.approx(
        before - talk, abs=1.001
    )  # what is left is rounded with what is before


def test_a_copy_without_any_note_has_the_minutes_of_what_it_shows(copy):
    before, talk = sum(planned().values()), talk_of(copy)
    edited(copy, lambda cells: [cell for cell in cells if "instructor" not in cell["metadata"]])
    assert list(planned()) == [""] and planned()[""] == pytest.approx(before - talk, abs=1.5)


def test_a_section_that_is_gone_is_in_no_plan(copy):
    before = planned(20)
    edited(copy, without("lesson.worksheet()", "Alone; nobody reads it out."))
    assert "sheet" not in planned(20)
    assert sum(planned(20).values()) == pytest.approx(sum(before.values()) - before["sheet"], abs=1)


def test_a_copy_that_only_running_it_would_tell_takes_what_the_lesson_says(copy):
    loop = v4.new_code_cell('for name in ("meet", "counter"):\n    lesson.ask(name)')
    edited(copy, lambda cells: [*cells, loop])
    assert minutes_of(COURSE, LESSON) == LESSON.minutes
    copy.unlink()
    assert minutes_of(COURSE, LESSON) == LESSON.minutes


def test_the_plan_is_printed_of_a_copy(copy):
    whole = CliRunner().invoke(workshop, ["plan", "--lessons", "01"]).output
    edited(copy, without('lesson.ask("meet")', 'lesson.ask("counter")'))
    done = CliRunner().invoke(workshop, ["plan", "--lessons", "01", "--notebooks", str(copy.parent)])
    assert done.exit_code == 0, done.output
    assert questions_in(done.output) == questions_in(whole) - 2


@pytest.mark.parametrize("verb", ["start", "rehearse", "plan"])
def test_whatever_is_about_a_workshop_takes_a_copy(verb, tmp_path):
    done = CliRunner().invoke(workshop, [verb, "--notebooks", str(tmp_path)])
    assert isinstance(done.exception, InputError) and "there is no notebook" in str(done.exception)
