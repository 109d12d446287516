"""Displays as what they are: widgets that stand in boxes, are linked and observed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import ipywidgets
import pytest
from asking_for_a_raise import COURSE
from traitlets import TraitError

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.widgets import live
from outsourcing_lessons.widgets.display import WIDGET_VIEW
from outsourcing_lessons.widgets.lesson import OpenLesson
from tests.conftest import TINY

LOOK = """
import hashlib, json, sys
from outsourcing_lessons import open_lesson
shown = open_lesson('first-number').ask('meet')
static = hashlib.sha256(json.dumps(shown._repr_mimebundle_(), sort_keys=True).encode()).hexdigest()
imported = [name in sys.modules for name in ('ipywidgets', 'anywidget')]
print(json.dumps([static, imported, [one.__module__.split('.')[0] for one in type(shown).__mro__]]))
"""


def hear(widget, **message):
    """Let a widget hear a message of its page, as JupyterLab does: in a second thread."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(widget._handle_custom_msg, message, []).result()


def one_of_each(lesson):
    content = lesson.lesson
    return [
        lesson.tell("**{person}** works in {firm}."), lesson.ask("meet"), lesson.explore(content.explorers[0].id),
        lesson.reveal(next(iter(content.reveals))), lesson.research(), lesson.worksheet(),
    ]  # fmt: skip


def seen(widget, name):
    """Return the list that gets each new value of a trait."""
    values = []
    widget.observe(lambda change: values.append(change["new"]), name)
    return values


@pytest.mark.parametrize("box", [ipywidgets.VBox, ipywidgets.Tab, ipywidgets.Accordion])
def test_every_display_stands_in_a_box(opened, person, box):
    shown = one_of_each(opened())
    assert all(isinstance(one, ipywidgets.DOMWidget) for one in shown)
    state = box(shown).get_state()
    assert state["children"] == [f"IPY_MODEL_{one.model_id}" for one in shown]


def test_the_end_of_the_course_is_widgets_too(store, person):
    lesson = OpenLesson(COURSE.lesson("walk-away"), LearnerProfile(), store, COURSE)
    shown = [lesson.closing(name) for name in lesson.lesson.closing]
    assert shown and all(isinstance(one, ipywidgets.DOMWidget) for one in shown)


def test_a_box_shows_the_static_form_of_what_is_not_answered(opened, person):
    assert "ol-prose" in opened().tell("opening").get_state()["html"]


def test_what_is_never_shown_opens_nothing(opened, person):
    """No comm, for a page to hold."""
    before = set(ipywidgets.widgets.widget._instances)
    one_of_each(opened())
    assert set(ipywidgets.widgets.widget._instances) == before


def test_what_was_closed_is_not_opened_again(opened, person):
    shown = opened().ask("meet")
    shown.close()
    assert shown.model_id is None and WIDGET_VIEW not in shown._repr_mimebundle_()


def test_a_block_may_be_made_twice_in_one_run_of_a_cell(opened, person):
    """And goes when the cell runs again."""
    person.run = "run-1"
    twice = [opened().ask("meet") for _ in range(2)]
    assert None not in {one.model_id for one in twice}
    person.run = "run-2"
    opened().ask("meet")
    assert {one.model_id for one in twice} == {None}


def test_a_committed_answer_is_observed(opened, person):
    question = opened().ask("meet")
    answers, verdicts = seen(question, "answer"), seen(question, "correct")
    hear(question, type="submit", call="a", response={"value": "1,5"})
    assert answers == [1.5] and verdicts == [False]


def test_an_observer_of_the_answer_reads_how_it_was_judged(opened, person):
    question, pairs = opened().ask("meet"), []
    question.observe(lambda change: pairs.append((question.answer, question.correct)), "answer")
    hear(question, type="submit", call="a", response={"value": str(question.block.item.key)})
    assert pairs == [(question.block.item.key, True)]


def test_an_answer_that_cannot_be_read_changes_nothing(opened, person):
    question = opened().ask("meet")
    hear(question, type="submit", call="a", response={"value": "many"})
    assert (question.answer, question.correct) == (None, None)


def test_an_answer_is_the_learners_to_give(opened, person):
    with pytest.raises(TraitError):
        opened().ask("meet").answer = 4


def test_what_was_answered_before_is_there_at_once(opened, person):
    hear(opened().ask("meet"), type="submit", call="a", response={"value": "1"})
    assert opened().ask("meet").answer == 1.0


def test_an_answer_is_linked_to_another_widget(opened, person):
    question, shown = opened().ask("meet"), ipywidgets.FloatText()
    ipywidgets.dlink((question, "answer"), (shown, "value"), lambda answer: answer or 0.0)
    hear(question, type="submit", call="a", response={"value": "12"})
    assert shown.value == 12.0


def test_an_explorer_starts_at_its_first_setting(opened, person):
    shown = opened().explore("pulled")
    assert shown.values == shown.block.scenarios[0].values


def test_opening_an_explorer_writes_nothing(opened, person, store):
    shown = opened().explore("pulled")
    assert store.entries("guest", shown.block.id) == {} and shown.restored["values"] == {}


def test_sliders_set_from_python_are_kept_within_bounds(opened, person, store):
    shown = opened().explore("pulled")
    slider = shown.block.sliders[0]
    shown.values = {slider.id: 1e9}
    assert shown.values[slider.id] == slider.high == store.entries("guest", shown.block.id)[slider.id]


def test_a_setting_of_another_explorer_is_refused(opened, person):
    with pytest.raises(TraitError, match="do not belong to this chart"):
        opened().explore("pulled").values = {"colour": 1.0}


def test_sliders_moved_in_the_page_are_observed(opened, person):
    shown = opened().explore("pulled")
    slider, values = shown.block.sliders[0], seen(shown, "values")
    hear(shown, type="keep", call="a", entries=shown.values | {slider.id: slider.high})
    assert [one[slider.id] for one in values] == [slider.high]


def test_two_explorers_are_linked(opened, person):
    """Both ways, as two sliders would be."""
    first = opened().explore("pulled")
    person.cell = "cell-2"
    second = opened().explore("pulled")
    ipywidgets.link((first, "values"), (second, "values"))
    slider = first.block.sliders[0]
    second.values = {slider.id: slider.low}
    assert first.values == second.values and first.values[slider.id] == slider.low


def test_an_explorer_is_linked_in_the_page(opened, person):
    """Where no kernel need be asked: the trait is one that the page knows."""
    person.run = "run-1"
    shown = opened().explore("pulled")
    link = ipywidgets.jslink((shown, "values"), (opened().explore("pulled"), "values"))
    assert link.source == (shown, "values") and "values" in shown.get_state()


def test_a_worksheets_entries_are_set_kept_and_shown(opened, person, store):
    sheet, sent = opened().worksheet(), []
    field = sheet.block.sheets[0].fields[0].id
    sheet.send = lambda content, buffers=None: sent.append(content)
    sheet.entries = {field: "pages"}
    assert sent == [{"elsewhere": {field: "pages"}}] and store.entries("guest", sheet.block.id) == {field: "pages"}


def test_a_worksheets_entries_are_linked(opened, person):
    first = opened().worksheet()
    person.cell = "cell-2"
    second = opened(learner_id="ada").worksheet()
    ipywidgets.link((first, "entries"), (second, "entries"))
    field = first.block.sheets[0].fields[0].id
    hear(first, type="keep", call="a", entries={field: "pages"})
    assert second.entries == {field: "pages"}


def test_an_entry_of_no_field_is_refused(opened, person):
    with pytest.raises(TraitError, match="no field"):
        opened().worksheet().entries = {"colour": "red"}


def test_without_a_person_a_widget_restores_and_keeps_nothing(opened, store):
    """Papermill runs a notebook that imports ipywidgets as any other."""
    shown = opened().explore("pulled")
    shown.values = {shown.block.sliders[0].id: shown.block.sliders[0].low}
    assert isinstance(shown, ipywidgets.DOMWidget) and WIDGET_VIEW not in shown._repr_mimebundle_()
    assert store.entries("guest", shown.block.id) == {} and shown not in live._live.values()


def fresh(code):
    """Return the static forms of a display, whether widgets were imported for it, and what it is made of."""
    env = os.environ | {"PYTHONPATH": str(TINY)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def bare():
    return fresh(LOOK)


@pytest.fixture(scope="module")
def with_widgets():
    return fresh("import ipywidgets" + LOOK)


def test_a_batch_run_imports_no_widgets(bare):
    """They are half a second that it has no use for."""
    assert bare[1] == [False, False]


def test_a_notebook_that_imports_ipywidgets_gets_widgets_without_a_person(bare, with_widgets):
    assert ["ipywidgets" in one[2] for one in (bare, with_widgets)] == [False, True]


def test_the_static_forms_are_the_same_with_and_without_widgets(bare, with_widgets):
    """So notebooks that are stored do not change with what a cell imports."""
    assert bare[0] == with_widgets[0]
