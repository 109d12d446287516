"""The widget, without a browser."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import ipywidgets
import pytest

from outsourcing_lessons.widgets import live
from outsourcing_lessons.widgets.display import WIDGET_VIEW

PREDICTION = {"value": "5", "low": "3", "high": "9", "confidence": 80}


def alive():
    return len(ipywidgets.widgets.widget._instances)


def run(display):
    """Show a display as a cell does and return its widget."""
    model = display._repr_mimebundle_()[WIDGET_VIEW]["model_id"]
    return next(widget for widget in live._live.values() if widget.model_id == model)


def hear(widget, **message):
    """Let a widget hear a message of its front end; return what it sends."""
    sent = []
    widget.send = lambda content, buffers=None: sent.append(content)
    widget._handle_custom_msg(message, [])
    return sent


@pytest.fixture
def reveal(opened, person):
    lesson = opened()
    return lesson.reveal(next(iter(lesson.lesson.reveals)))


def test_running_a_cell_again_leaves_no_widget_behind(opened, person):
    """Twenty times, with a lesson opened anew each time."""
    run(opened().ask("meet"))
    before = alive()
    for _ in range(20):
        run(opened().ask("meet"))
    assert alive() == before


def test_the_same_item_may_stand_in_two_cells(opened, person):
    """Running the second does not end the first."""
    first = run(opened().ask("meet"))
    person.cell = "cell-2"
    run(opened().ask("meet"))
    assert first.comm is not None


def test_running_in_a_second_tab_leaves_the_first_alive(opened, person):
    """And an answer given in either is in both."""
    first = run(opened().ask("meet"))
    person.tab = "tab-2"
    second = run(opened().ask("meet"))
    hear(second, type="submit", call="a", response={"value": "1"})
    assert first.comm is not None and first.restored["attempts"] == second.restored["attempts"] != []


def test_of_many_tabs_the_latest_few_stay_alive(opened, person):
    """A page that is loaded anew counts as another; else they would pile up."""
    widgets = []
    for person.tab in ("1", "2", "1", "3", "4"):
        widgets.append(run(opened().ask("meet")))
    assert [widget.comm is not None for widget in widgets] == [False, False, True, True, True]


def test_a_display_shown_twice_is_one_widget(opened, person):
    """Two views of the same."""
    shown = opened().ask("meet")
    assert run(shown) is run(shown)


def test_the_reply_carries_the_call_it_answers(opened, person):
    """So the player knows which question it is about."""
    (reply,) = hear(run(opened().ask("meet")), type="submit", call="abc", response={"value": "1"})
    assert reply["call"] == "abc" and reply["outcome"]["valid"]


def test_a_view_opened_later_starts_from_what_happened(opened, person):
    """A moved cell shows the answer it had."""
    widget = run(opened().ask("meet"))
    hear(widget, type="submit", call="a", response={"value": "1"})
    assert [attempt["response"] for attempt in widget.restored["attempts"]] == [{"value": "1"}]


def test_a_reveal_hears_of_its_prediction(opened, reveal, person):
    """Also when it is shown before the prediction is made."""
    waiting = run(reveal)
    person.cell = "cell-2"
    hear(run(opened().ask(reveal.block.prediction)), type="submit", call="a", response=PREDICTION)
    assert waiting.restored["attempts"][0]["response"] == PREDICTION


def test_a_worksheets_entries_are_remembered_and_kept(opened, person, store):
    """In the widget for a later view, in the store for a later kernel."""
    shown = opened().worksheet()
    field = shown.block.sheets[0].fields[0].id
    widget = run(shown)
    hear(widget, type="keep", entries={field: "pages"})
    assert widget.restored["entries"] == store.entries("guest", shown.block.id) == {field: "pages"}


def test_a_worksheet_in_a_second_tab_hears_what_was_written(opened, person):
    """The one that wrote hears its own text no more: she may have typed on."""
    shown = opened().worksheet()
    field = shown.block.sheets[0].fields[0].id
    first = run(shown)
    person.tab = "tab-2"
    second = run(opened().worksheet())
    heard, second.send = [], lambda content, buffers=None: heard.append(content)
    (reply,) = hear(first, type="keep", call="a", entries={field: "pages"})
    assert reply["kept"] == {field: "pages"} and heard == [{"elsewhere": {field: "pages"}}]
    assert second.restored["entries"] == {field: "pages"}


def test_another_learners_worksheet_hears_nothing(opened, person):
    first = run(opened(learner_id="ada").worksheet())
    person.cell = "cell-2"
    second = run(opened(learner_id="bo").worksheet())
    hear(first, type="keep", entries={first.controller.block.sheets[0].fields[0].id: "pages"})
    assert second.restored["entries"] == {}


def test_a_kernel_that_starts_again_shows_the_answers(opened, person):
    """The widget is another, the attempts are the same."""
    hear(run(opened().ask("meet")), type="submit", call="a", response={"value": "1"})
    live._live.popitem()[1].close()
    assert len(run(opened().ask("meet")).restored["attempts"]) == 1


def test_answers_from_several_threads_are_all_kept(opened, person, store):
    """JupyterLab may call from more than one."""
    widgets = [run(shown) for shown in [*opened().section("practice"), *opened().section("test")]]
    for widget in widgets:
        widget.send = lambda content, buffers=None: None
    message = {"type": "submit", "call": "a", "response": {"value": "1", "text": "one two three", "ticks": []}}
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda widget: widget._handle_custom_msg(message, []), widgets * 5))
    numbers = [widget for widget in widgets if widget.controller.item.type == "number" and widget.restored["attempts"]]
    assert len(numbers) > 1 and all(
        len(store.attempts("guest", w.controller.item.id, w.controller.item.variant)) == 5 for w in numbers
    )


def test_nothing_is_printed_whatever_arrives(opened, person, capsys):
    """It would land in the cell that runs at the moment."""
    widget = run(opened().ask("meet"))
    for message in ({}, {"type": "submit"}, {"type": "keep", "entries": 3}, {"type": "keep"}):
        assert "problem" in hear(widget, **message)[0]
    assert capsys.readouterr() == ("", "")


def test_an_explorer_brings_its_own_model_and_no_other(opened, person):
    """Other blocks bring none."""
    lesson = opened()
    explorer, question = lesson.explore(lesson.lesson.explorers[0].id), lesson.ask(lesson.lesson.items[0].id)
    assert explorer.model_id and question.model_id
    (path, name) = lesson.lesson.explorers[0].page.twin
    assert (
        re.search(rf'PAGE_MODELS.set\("{explorer.block.id}", \$\d+\.{name}\);', explorer._esm)
        and path.name == "explorer.js"
    )
    assert explorer._esm.count("PAGE_MODELS.set(") == 1 and "export default" in explorer._esm
    assert "PAGE_MODELS.set(" not in question._esm
