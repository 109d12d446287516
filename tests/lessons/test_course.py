"""A course is read from plain text, and whatever is wrong with it is told at once, by file and key."""

from __future__ import annotations

import shutil

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.errors import ContentError, ProfileError, UnknownNameError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons import courses
from outsourcing_lessons.lessons.course import load
from outsourcing_lessons.lessons.course_file import FILE

PACKAGE = COURSE.package
CHANGES = {
    "an unknown key": (
        'title = "',
        'titles = "T"\ntitle = "',
        "titles is not a key of this table; did you mean 'title'",
    ),
    "a missing key": ('title = "Asking for a Raise"\n', "", "title is missing"),
    "a value of another kind": ('title = "Asking for a Raise"', "title = 3", "title is 3; allowed: a valid string"),
    "a test in a lesson that is none": (
        'before = "first-number"',
        'before = "no-such"',
        "tests.before is 'no-such'; all",
    ),
    "a lesson named twice": ('"walk_away"]', '"walk_away", "walk_away"]', "lessons names 'walk_away' twice"),
    "a section without a name": (
        '"first-number predict"',
        '"first-number predcit"',
        "plans.20.0 is 'first-number predcit'; allowed",
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
    changed(folder / FILE, 'title = "Asking for a Raise"', "title = 3")
    changed(folder / FILE, 'workshop = "first-number"', 'workshop = ""')
    with pytest.raises(ContentError) as refused:
        load(folder, PACKAGE)
    assert len(str(refused.value).splitlines()) == 2


def test_a_lesson_without_a_module_is_named(folder):
    changed(folder / FILE, '"walk_away"]', '"walk_away", "run_away"]')
    with pytest.raises(ContentError, match=rf"no module {PACKAGE}\.run_away"):
        load(folder, PACKAGE).lessons  # noqa: B018


def test_the_same_text_is_the_same_course(folder):
    assert [lesson.slug for lesson in load(folder, PACKAGE).lessons] == [lesson.slug for lesson in COURSE.lessons]


def test_who_names_no_trade_has_the_first(folder):
    case = COURSE.case(LearnerProfile())
    assert case.profile.business == COURSE.trade_names[0] and case.trade.firm == "a hospital"


@pytest.mark.parametrize(("business", "said"), [("bakry", "did you mean 'bakery'"), ("zoo", "one of: hospital")])
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
    assert courses.course("asking-for-a-raise") is COURSE


def test_an_unknown_course_is_refused_with_those_there_are(monkeypatch):
    monkeypatch.setenv(courses.VARIABLE, "no-such-course")
    with pytest.raises(UnknownNameError, match="asking-for-a-raise"):
        courses.chosen()
