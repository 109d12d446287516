"""A lesson that is exported or stored shows what was answered, and brings it along."""

from __future__ import annotations

import copy
import json
import logging
from types import SimpleNamespace

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.answered import MARK, in_words
from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.lab.learner_copy import give
from outsourcing_lessons.lab.notebook_answers import with_answers
from outsourcing_lessons.lab.server_extension import before_saving, with_home
from outsourcing_lessons.notebook_files import outputs_of, read
from outsourcing_lessons.progress.archive import progress_of
from outsourcing_lessons.progress.handing_in import NOTEBOOK_KEY
from outsourcing_lessons.progress.store import Attempt

LESSON = COURSE.lessons[0]
CASE = COURSE.case(COURSE.profile())
ITEM = LESSON.item("counter").variant(CASE)
SHEET = LESSON.worksheet(CASE)
HOSTILE = "</script><img src=x onerror=alert(1)> *a*"


@pytest.fixture
def folder(tmp_path):
    """A learner's copy with one question answered wrongly, then rightly, and a field of the worksheet filled in."""
    give(COURSE.notebooks, tmp_path)
    store = progress_of(tmp_path)
    wrong = next(option.id for option in ITEM.options if option.id != ITEM.key)
    for response in ({"option": wrong}, {"option": ITEM.key, "confidence": 80}):
        store.append(Attempt("guest", ITEM.id, ITEM.variant, 1, response, judge(ITEM, response)))
    store.append(Attempt("guest", ITEM.id, "v00000000", 1, {"option": "another variant"}, {"valid": True}))
    store.keep("guest", SHEET.id, {SHEET.sheets[0].fields[0].id: HOSTILE})
    return tmp_path


def lesson_in(folder) -> dict:
    return read(folder / LESSON.notebook)


def forms_of(notebook, name) -> dict:
    return next(o["data"] for o in outputs_of(notebook) if o.get("data", {}).get(MIME, {}).get("id") == name)


def test_the_last_answer_stands_behind_the_question_and_nothing_is_markup(folder):
    lesson = lesson_in(folder)
    with_answers(lesson, folder, progress_of(folder))
    said = in_words(ITEM, {"option": ITEM.key})
    for kind in ("text/html", "text/markdown"):
        _, _, behind = forms_of(lesson, ITEM.id)[kind].partition(MARK)
        behind = behind.replace("\\", "")
        assert all(one in behind for one in (said, "the last of 2", "80 %", "Right."))
        assert "another variant" not in behind
    written = forms_of(lesson, SHEET.id)
    assert "<img" not in written["text/html"] and "&lt;img" in written["text/html"]
    assert "*a*" not in written["text/markdown"].replace("\\*", "")


def test_read_and_stored_again_it_is_the_same_and_what_was_not_answered_is_untouched(folder):
    fresh = lesson_in(folder)
    once = copy.deepcopy(fresh)
    with_answers(once, folder, progress_of(folder))
    twice = copy.deepcopy(once)
    with_answers(twice, folder, progress_of(folder))
    assert once == twice
    other = next(item for item in LESSON.items if item.id != ITEM.id and item.section == "practice").id
    assert forms_of(once, other) == forms_of(fresh, other)


def test_an_authors_notebook_holds_no_answers(folder):
    ours = read(COURSE.notebook_of(LESSON))
    before = copy.deepcopy(ours)
    with_answers(ours, folder, progress_of(folder))
    assert ours == before


def test_what_is_stored_brings_the_answers_along_and_what_is_read_has_them(folder):
    path = LESSON.notebook
    manager = SimpleNamespace(root_dir=str(folder), log=logging.getLogger())
    model = {"type": "notebook", "content": lesson_in(folder)}
    before_saving(model, path=path, contents_manager=manager)
    held = model["content"]["metadata"][NOTEBOOK_KEY]
    assert [ITEM.id] * 3 == [one["item"] for one in held["lessons"][LESSON.slug]["attempts"]]
    assert held["lessons"][LESSON.slug]["entries"][SHEET.id] and held["settings"]["seed"] == 1
    get = with_home(lambda path, **_: {"type": "notebook", "content": lesson_in(folder)}, folder, manager.log)
    assert MARK in json.dumps(get(path)["content"])


def test_a_lesson_is_stored_also_when_its_answers_cannot_be_read(folder, caplog):
    progress_of(folder).path.write_bytes(b"SQLite format 3\x00 and no more")
    manager = SimpleNamespace(root_dir=str(folder), log=logging.getLogger())
    model = {"type": "notebook", "content": lesson_in(folder)}
    before_saving(model, path=LESSON.notebook, contents_manager=manager)
    assert NOTEBOOK_KEY not in model["content"]["metadata"] and "without its answers" in caplog.text


@pytest.mark.full
def test_html_made_of_it_shows_the_answers(folder):
    """Of its displays nbconvert takes those in HTML, which are looked at above."""
    import nbformat
    from nbconvert import HTMLExporter

    lesson = lesson_in(folder)
    with_answers(lesson, folder, progress_of(folder))
    page, _ = HTMLExporter().from_notebook_node(nbformat.reads(json.dumps(lesson), as_version=4))
    assert in_words(ITEM, {"option": ITEM.key}) in page and "Your answer, the last of 2" in page


@pytest.mark.parametrize("template", [one for lesson in COURSE.lessons for one in lesson.items], ids=lambda one: one.id)
def test_every_type_of_question_says_its_answer_in_words(template):
    from outsourcing_lessons.items.random import SeededRandom

    item = template.variant(CASE)
    said = in_words(item, item.simulated(SeededRandom("words", 1), True))
    assert said and "{" not in said and "None" not in said
