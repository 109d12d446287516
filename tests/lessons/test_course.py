"""A course is read from plain text, and whatever is wrong with it is told at once, by file and key."""

from __future__ import annotations

import shutil

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.errors import ContentError, ProfileError, UnknownNameError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons import courses
from outsourcing_lessons.lessons.course import FILE, load

PACKAGE = "outsourcing_lessons.course"
CHANGES = {
    "an unknown key": (
        'title = "',
        'titles = "T"\ntitle = "',
        "titles is not a key of this table; did you mean 'title'",
    ),
    "a missing key": ('title = "Outsourcing Lessons"\n', "", "title is missing"),
    "a value of another kind": ('title = "Outsourcing Lessons"', "title = 3", "title is 3; allowed: a valid string"),
    "a test in a lesson that is none": (
        'before = "start-here"',
        'before = "no-such"',
        "tests.before is 'no-such'; all",
    ),
    "a lesson named twice": ('    "one_task",', '    "one_task",\n    "one_task",', "lessons names 'one_task' twice"),
    "a section without a name": (
        '"one-task bench"',
        '"one-task bunch"',
        "plans.60.3 is 'one-task bunch'; allowed after",
    ),
    "what is no TOML": ("[tests]", "[tests", "is not TOML"),
}


@pytest.fixture
def folder(tmp_path):
    """The folder of the course, to be changed."""
    shutil.copytree(COURSE.folder, tmp_path / "course", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "course"


def changed(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES)
def test_a_fault_of_the_file_is_told_by_its_key(folder, change):
    old, new, said = CHANGES[change]
    changed(folder / FILE, old, new)
    with pytest.raises(ContentError) as refused:
        load(folder, PACKAGE)
    assert f"{folder / FILE}: {said}" in str(refused.value) or said in str(refused.value)


def test_all_faults_of_the_file_are_told_at_once(folder):
    changed(folder / FILE, 'title = "Outsourcing Lessons"', "title = 3")
    changed(folder / FILE, 'workshop = "one-task"', 'workshop = ""')
    with pytest.raises(ContentError) as refused:
        load(folder, PACKAGE)
    assert len(str(refused.value).splitlines()) == 2


def test_a_lesson_without_a_module_is_named(folder):
    changed(folder / FILE, '    "one_task",', '    "one_task",\n    "two_tasks",')
    with pytest.raises(ContentError, match=r"no module outsourcing_lessons\.course\.two_tasks"):
        load(folder, PACKAGE).lessons  # noqa: B018


def test_the_same_text_is_the_same_course(folder):
    assert [lesson.slug for lesson in load(folder, PACKAGE).lessons] == [lesson.slug for lesson in COURSE.lessons]


def test_who_names_no_trade_has_the_first(folder):
    case = COURSE.case(LearnerProfile())
    assert case.profile.business == case.trade.name == COURSE.trade_names[0]


@pytest.mark.parametrize(
    ("business", "said"), [("onlin shop", "did you mean 'online shop'"), ("zoo", "one of: online")]
)
def test_a_trade_that_the_course_does_not_have_is_refused(business, said):
    with pytest.raises(ProfileError, match=said) as refused:
        COURSE.case(LearnerProfile(business=business))
    assert refused.value.name == "business"


def test_what_is_asked_before_is_asked_after_in_another_variant():
    ids = {item.id for lesson in COURSE.lessons for item in lesson.items}
    assert COURSE.pairs and all({*pair.before, *pair.after} <= ids for pair in COURSE.pairs)
    assert all(len(pair.before) == len(pair.after) > 0 for pair in COURSE.pairs)


def test_the_playbook_binds_the_worksheets_of_all_lessons():
    assert len(COURSE.binder(COURSE.case(LearnerProfile())).worksheets) == len(COURSE.lessons)


def test_the_course_is_found_by_its_entry_point():
    assert courses.course("outsourcing-lessons") is COURSE


def test_an_unknown_course_is_refused_with_those_there_are(monkeypatch):
    monkeypatch.setenv(courses.VARIABLE, "no-such-course")
    with pytest.raises(UnknownNameError, match="outsourcing-lessons"):
        courses.chosen()
