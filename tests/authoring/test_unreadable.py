"""A lesson that cannot be read is a finding of its own, with the place of the slip, and stops no other."""

from __future__ import annotations

import json

import pytest

from tests.authoring.copied import Copied, edit
from tests.command_line import told_by

SILENT = "## Now {#now practice else}\nWhat do you do?\n- [x] Say it {#say}\n  : Yes.\n- [ ] Wait {#wait}\n"


@pytest.fixture
def course(tmp_path):
    made = Copied(tmp_path)
    edit(made.file, "[policy]", "[policy]\ndraws = 2")
    text = made.file.read_text(encoding="utf-8")
    tests, end = text.index("[tests]"), text.index("[playbook]")
    made.file.write_text(text[:tests] + text[end:], encoding="utf-8")  # for which both lessons need each other
    return made


def in_text(course):
    home = course.folder / "walk_away"
    (home / "questions.md").write_text(SILENT, encoding="utf-8")
    edit(home / "__init__.py", "items=items.ITEMS", 'items=(*of_file(HOME / "questions.md", "walk-away").values(),)')
    edit(home / "__init__.py", "from copied.walk_away import items", (
        "from pathlib import Path\nfrom outsourcing_lessons.lessons.questions import of_file\n"
        "HOME = Path(__file__).parent"))  # fmt: skip
    return "copied/walk_away/questions.md", 5


def in_python(course):
    path = course.folder / "walk_away" / "items.py"
    path.write_text(path.read_text(encoding="utf-8") + "\nlate = (1,\n", encoding="utf-8")
    return "copied/walk_away/items.py", len(path.read_text(encoding="utf-8").splitlines())


def at_import(course):
    path = course.folder / "walk_away" / "items.py"
    path.write_text(path.read_text(encoding="utf-8") + "\nlate = nowhere\n", encoding="utf-8")
    return "copied/walk_away/items.py", len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("slip", [in_text, in_python, at_import])
def test_a_slip_is_a_finding_of_its_lesson_and_stops_no_other(course, slip):
    before = course.author("check", "first-number", "--json")
    file, line = slip(course)
    for named in ("walk-away", "2", None):
        checked = course.author("check", *filter(None, [named]), "--json")
        found = json.loads(checked.stdout)[0]
        assert checked.returncode == 2 and found["reason"] and found["cure"]
        assert (found["code"], found["place"]["file"], found["place"]["line"]) == ("R001", file, line)
        assert len(json.loads(checked.stdout)) == 1 + (len(json.loads(before.stdout)) if named is None else 0)
    assert course.author("check", "first-number", "--json") == before
    with course.here():
        shown = told_by("items", "1")
        assert shown.returncode == 0 and "first-number." in shown.stdout
        assert told_by("items").returncode == 1, "half a course is not the course"


def test_a_lesson_that_needs_the_one_with_the_slip_names_it(tmp_path):
    course = Copied(tmp_path)  # whose first lesson asks the test before
    file, line = at_import(course)
    (found,) = json.loads(course.author("check", "first-number", "--json").stdout)
    assert (found["code"], found["place"]["file"], found["place"]["line"]) == ("R001", file, line)


def test_lessons_that_cannot_be_joined_are_a_finding(tmp_path):
    course = Copied(tmp_path)
    edit(course.file, 'before = "first-number"', 'before = "walk-away"')
    checked = course.author("check", "1", "--json")
    (found,) = json.loads(checked.stdout)
    assert (checked.returncode, found["code"]) == (2, "R001") and "the course cannot be read" in found["found"]


@pytest.mark.parametrize(
    ("old", "new", "words", "line"),
    [
        ("title = ", "titles = ", "titles is not a key of this table; did you mean 'title'?", 0),
        ("[policy]", "[policy", "is not TOML", 46),
        ("[policy]", "[policy]\ndrawz = 2", "no limit is called 'drawz'; did you mean 'draws'?", 0),
    ],
)
def test_a_fault_of_course_toml_is_a_finding_like_others(tmp_path, old, new, words, line):
    course = Copied(tmp_path)
    text = course.file.read_text(encoding="utf-8")
    course.file.write_text(text.replace(old, new, 1), encoding="utf-8")
    for named in ((), ("1",)):
        checked = course.author("check", *named, "--json")
        (found,) = json.loads(checked.stdout)
        assert (2, "R001", "") == (checked.returncode, found["code"], checked.stderr) and words in found["found"]
        assert ("copied/course.toml", line) == (found["place"]["file"], found["place"]["line"])
    checked = course.author("check")
    assert 2 == checked.returncode and words in checked.stdout and "1 finding." in checked.stdout
