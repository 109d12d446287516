"""`author check --write-ids`: options get ids, and nothing else of a file changes."""

from __future__ import annotations

import json

import pytest

from tests.authoring.copied import Copied, edit

QUESTION = """# Walk away

## What now {#now practice else 1.5min}
What do you do?
- [x] Say what else there is {#say}
  : It shows that you can leave.
- [ ] Wait
  : Nobody sees you wait.
"""


@pytest.fixture
def course(tmp_path):
    made = Copied(tmp_path)
    edit(made.file, "[policy]", "[policy]\ndraws = 2")
    home = made.folder / "walk_away"
    (home / "questions.md").write_bytes(QUESTION.replace("\n", "\r\n").encode())
    edit(home / "__init__.py", "from copied.walk_away import items\n", (
        "from pathlib import Path\n\nfrom copied.walk_away import items\n"
        "from outsourcing_lessons.lessons.questions import of_file\n"))  # fmt: skip
    edit(home / "__init__.py", "items=items.ITEMS", (
        'items=(*items.ITEMS, *of_file(Path(__file__).with_name("questions.md"), "walk-away").values())'))  # fmt: skip
    return made


@pytest.mark.parametrize("named", ["walk-away", "2", "02", None])
def test_an_id_is_written_where_one_is_missing(course, named):
    questions = course.folder / "walk_away" / "questions.md"
    told = course.author("check", *filter(None, [named]), "--write-ids", "--json")
    assert questions.read_bytes() == QUESTION.replace("Wait\n", "Wait {#wait}\n").replace("\n", "\r\n").encode()
    assert f"wrote ids into {questions}" in told.stderr
    assert "R601" in {found["code"] for found in json.loads(told.stdout)}, "the lesson is read: no cell asks it"
    assert "wrote" not in course.author("check", "walk-away", "--write-ids").stderr


def test_the_file_of_another_lesson_is_left_alone(course):
    before = course.contents()
    course.author("check", "first-number", "--write-ids")
    assert course.contents() == before


def test_a_file_that_is_read_only_is_refused(course):
    questions = course.folder / "walk_away" / "questions.md"
    questions.chmod(0o444)
    before = course.contents()
    told = course.author("check", "walk-away", "--write-ids")
    assert told.returncode == 1 and f"ids cannot be written into {questions}: " in told.stderr
    assert course.contents() == before
