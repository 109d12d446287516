"""The forms a display has, in each edition, with and without a person at the notebook."""

from __future__ import annotations

import json

import pytest

from outsourcing_lessons.blocks.block import MIME, parse_block
from outsourcing_lessons.widgets.display import STILL, WIDGET_VIEW
from outsourcing_lessons.widgets.lesson import VOILA, open_lesson
from tests.course.told import texts_of

pytestmark = pytest.mark.usefixtures("tiny")
STATIC = {MIME, "text/plain", "text/markdown", "text/html"}


def everything(lesson):
    """Yield a display of every kind of block."""
    content = lesson.lesson
    yield from (lesson.tell(text) for text in texts_of(content))
    yield from (lesson.ask(item.id) for item in content.items)
    yield from (lesson.explore(explorer.id) for explorer in content.explorers)
    yield from (lesson.reveal(name) for name in content.reveals)
    yield from (lesson.research(), lesson.worksheet())


def test_without_a_person_there_are_the_static_forms_only(opened):
    """Papermill and nbval see what depends on the parameters, and nothing live."""
    assert {frozenset(shown._repr_mimebundle_()) for shown in everything(opened())} == {frozenset(STATIC)}


def test_a_display_is_the_same_each_time(opened):
    """To the letter: it is stored and compared."""
    once, again = ([shown._repr_mimebundle_() for shown in everything(opened())] for _ in range(2))
    assert json.dumps(once) == json.dumps(again)


def test_exporters_get_the_whole_block(opened):
    """With the key, readable back."""
    for shown in everything(opened()):
        assert parse_block(json.loads(json.dumps(shown._repr_mimebundle_()[MIME]))) == shown.block


@pytest.mark.parametrize("edition, voila, says", [("study", "", True), ("print", "", False), ("study", "1", False)])
def test_each_block_that_can_be_answered_says_what_to_press(opened, monkeypatch, edition, voila, says):
    """Where it can be pressed: not on paper, and not in Voilà."""
    if voila:
        monkeypatch.setenv("VOILA_KERNEL_ID", voila)
    for shown in everything(opened(edition=edition)):
        still = shown.block.kind in STILL
        assert ("Run All Cells" in shown._repr_mimebundle_()["text/html"]) == (says and not still)


def test_in_voila_the_lesson_says_in_one_sentence_where_it_can_be_answered(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    open_lesson("first-number")
    assert capsys.readouterr().out == ""
    monkeypatch.setenv("VOILA_KERNEL_ID", "1")
    open_lesson("first-number")
    assert capsys.readouterr().out == f"{VOILA}\n" and "workbook.html" in VOILA


@pytest.mark.parametrize("edition", ["print", "key"])
def test_other_editions_are_never_live(opened, person, edition):
    """Paper has no kernel."""
    assert not [s for s in everything(opened(edition=edition)) if WIDGET_VIEW in s._repr_mimebundle_()]


def test_with_a_person_what_can_be_answered_is_live(opened, person):
    """And text stays text."""
    for shown in everything(opened()):
        assert (WIDGET_VIEW in shown._repr_mimebundle_()) == (shown.block.kind not in STILL)


def test_the_key_edition_tells_why_in_every_form(opened):
    """For each wrong option."""
    lesson = opened(edition="key")
    item = next(i for i in lesson.lesson.items if lesson.ask(i.id).block.item.type == "single-choice")
    bundle = lesson.ask(item.id)._repr_mimebundle_()
    for form in ("text/plain", "text/markdown", "text/html"):
        assert "Hint 1" in bundle[form] and bundle[form].count("If ") >= 2


def test_the_key_is_escaped_in_html(opened):
    """It is text of the author's, and of the learner's."""
    from outsourcing_lessons.widgets.display import key_as_html

    block = opened().ask("meet").block
    item = block.item.model_copy(update={"praise": "<img src=x>", "title": '"><b>'})
    page = key_as_html(block.model_copy(update={"item": item}))
    assert "<img" not in page and "<b>" not in page and "&lt;img src=x&gt;" in page
