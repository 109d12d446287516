"""What the kernel answers to the player."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.widgets.controller import LONGEST


class BrokenProgress(MemoryProgress):
    """A store on a full disk."""

    def append(self, attempt):
        raise ProgressError("the disk is full")

    keep = attempts = entries = lambda *_: BrokenProgress.append(None, None)


def controller_of(display):
    return display.controller


@pytest.fixture
def number(opened):
    lesson = opened(learner_id="ada", seed=3)
    asked = (controller_of(lesson.ask(i.id)) for i in lesson.lesson.items)
    return next(controller for controller in asked if controller.item.type == "number")


def submit(controller, value):
    return controller.reply({"type": "submit", "call": "1", "response": {"value": value}})


def test_a_response_is_judged_as_everywhere(number):
    """By the one judge."""
    assert submit(number, "1")["outcome"] == judge(number.item, {"value": "1"})


def test_an_attempt_is_kept_with_whose_and_what_it_is(number, store):
    """Variant and seed too: other numbers are another question."""
    submit(number, str(number.item.key))
    (kept,) = store.kept
    assert (kept.learner_id, kept.item_id, kept.variant, kept.seed) == ("ada", number.item.id, number.item.variant, 3)


def test_a_refused_response_is_no_attempt(number, store):
    """It is answered, and not kept."""
    assert submit(number, "forty")["outcome"]["refusal"] == "not-a-number" and store.kept == []


def test_attempts_come_back(number):
    """In the form the player wants."""
    submit(number, "1")
    kept, problem = number.restored()
    assert (
        kept["attempts"] == [{"response": {"value": "1"}, "outcome": judge(number.item, {"value": "1"})}]
        and not problem
    )


def test_what_is_typed_and_not_sent_comes_back_with_the_same_question_only(number, opened):
    """And is no attempt."""
    assert "draft" not in number.restored()[0]
    assert number.reply({"type": "draft", "response": {"value": "12"}}) == {}
    kept, _ = number.restored()
    assert kept["draft"] == {"value": "12"} and kept["attempts"] == []
    other = replace(number, block=number.block.model_copy(update={"id": "another"}))
    assert "draft" not in other.restored()[0]


def test_a_reveal_gets_the_attempts_at_its_prediction(opened):
    """Else it would ask for a prediction that was made."""
    lesson = opened()
    reveal = controller_of(lesson.reveal(next(iter(lesson.lesson.reveals))))
    prediction = controller_of(lesson.ask(reveal.block.prediction))
    response = {"value": "5", "low": "3", "high": "9", "confidence": 80}
    assert prediction.reply({"type": "submit", "response": response})["outcome"]["valid"]
    assert reveal.restored()[0]["attempts"][0]["response"] == response


def test_what_is_sent_holds_no_key(number):
    """Neither the key nor what is said to a mistake."""
    sent = json.dumps(number.public())
    assert number.item.praise not in sent and number.item.otherwise not in sent and '"key"' not in sent


def test_the_answer_is_told_on_request(number):
    """In words, with the reason."""
    answer = number.reply({"type": "answer"})
    assert answer["praise"] == number.item.praise and answer["answer"]


def test_where_nothing_can_be_kept_the_learner_still_gets_the_outcome(number):
    """With a sentence about the keeping beside what the judge says."""
    object.__setattr__(number, "store", BrokenProgress())
    expected = judge(number.item, {"value": "1"}) | {"unkept": "Please note: the disk is full."}
    assert submit(number, "1")["outcome"] == expected


def test_where_nothing_can_be_read_the_lesson_opens_empty(number):
    """And says why."""
    object.__setattr__(number, "store", BrokenProgress())
    assert number.restored() == ({"attempts": [], "entries": {}, "values": {}}, "the disk is full")


def test_a_damaged_file_costs_no_answer(number, tmp_path):
    """It is set aside, the attempt goes into a new one, and the learner is told."""
    path = tmp_path / "my-progress.sqlite"
    path.write_bytes(b"no database" * 999)
    object.__setattr__(number, "store", SqliteProgress(path))
    assert "set aside" in submit(number, "1")["outcome"]["unkept"]
    assert len(number.restored()[0]["attempts"]) == 1


@pytest.mark.parametrize(
    "message",
    [
        {"type": "submit"},
        {"type": "nonsense"},
        {},
        {"type": "keep", "entries": {"a": "b"}},
        {"type": "submit", "response": {"value": "9" * (LONGEST + 1)}},
    ],
)
def test_a_message_that_makes_no_sense_gets_a_sentence(number, message, capsys):
    """And nothing is printed into the cell that runs at the moment."""
    assert number.reply(message)["problem"] and capsys.readouterr() == ("", "")


@pytest.mark.parametrize("response", [None, 7, [], "4", {"value": None}, {"value": {"a": 1}}])
def test_a_response_that_makes_no_sense_is_refused(number, response):
    """By the judge."""
    assert number.reply({"type": "submit", "response": response})["outcome"]["valid"] is False


def test_half_a_character_cannot_stop_a_later_message(opened):
    """A lone surrogate from the browser could not be sent back."""
    worksheet = controller_of(opened().worksheet())
    field = worksheet.block.sheets[0].fields[0].id
    worksheet.reply({"type": "keep", "entries": {field: "a\ud83dz"}})
    assert worksheet.restored()[0]["entries"] == {field: "a\ufffdz"}


def test_what_another_kernel_wrote_before_is_told_with_what_is_kept(opened):
    """So the page sees that it was not the only one."""
    worksheet = controller_of(opened().worksheet())
    one, two = (f"{worksheet.block.sheets[1].fields[0].id}.{row}" for row in (1, 2))
    assert worksheet.reply({"type": "keep", "entries": {one: "mine"}})["earlier"] == {}
    worksheet.store.keep(worksheet.learner_id, worksheet.block.id, {one: "theirs", two: "also theirs"})
    reply = worksheet.reply({"type": "keep", "entries": {one: "mine again"}})
    assert reply == {"kept": {one: "mine again"}, "earlier": {one: "theirs", two: "also theirs"}}


def test_entries_that_are_not_the_worksheets_are_refused(opened):
    """The name is told."""
    reply = controller_of(opened().worksheet()).reply({"type": "keep", "entries": {"stranger": "x"}})
    assert reply == {"problem": "this worksheet has no field 'stranger'"}


@pytest.fixture
def explorer(opened):
    lesson = opened()
    return controller_of(lesson.explore(lesson.lesson.explorers[0].id))


def test_a_page_is_given_the_model_in_place_of_pictures(explorer):
    """What it draws itself is not sent; the view and what the model is given are."""
    public = explorer.public()
    assert all(set(scenario) == {"label", "values"} for scenario in public["scenarios"])
    assert public["computed"]["givens"] == explorer.block.computed.givens
    assert public["computed"]["view"]["title"] == explorer.block.computed.view.title


def test_values_beyond_a_slider_are_brought_back(explorer):
    """Whoever sends them."""
    slider = explorer.block.sliders[0]
    far, end = ({"type": "keep", "entries": {slider.id: value}} for value in (1e300, slider.high))
    assert explorer.reply(far) == explorer.reply(end) != {}


@pytest.mark.parametrize("values", [{"stranger": 1}, {"": None}])
def test_values_that_are_not_the_explorers_are_refused(explorer, values):
    """In one sentence."""
    assert explorer.reply({"type": "keep", "entries": values}) == {
        "problem": "these settings do not belong to this chart"
    }


def test_where_a_goal_was_reached_comes_back(explorer):
    """Within the bounds of the sliders, and no more than a page ever has."""
    values = {slider.id: slider.high + 1 for slider in explorer.block.sliders}
    assert explorer.reply({"type": "reached", "settings": [values] * 30}) == {}
    highest = {slider.id: slider.high for slider in explorer.block.sliders}
    assert explorer.restored()[0]["reached"] == [highest] * 20
    assert "do not belong" in explorer.reply({"type": "reached", "settings": [{"stranger": 1}]})["problem"]


def test_an_explorers_values_come_back_as_values(explorer):
    """The player sets the sliders to them."""
    values = {slider.id: slider.low for slider in explorer.block.sliders}
    explorer.reply({"type": "keep", "entries": values})
    assert explorer.restored()[0]["values"] == values
