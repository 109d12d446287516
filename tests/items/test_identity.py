"""An answer stays with its question while words are mended, and with no other question."""

from __future__ import annotations

import re

import pytest

from outsourcing_lessons.items.identity import codes, judged_alike
from outsourcing_lessons.items.item import Exhibit, Number, Option, SingleChoice, Trap
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons import courses
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.test_variants import asked
from tests.mending import mended, rekeyed, reworded

TEMPLATES = [template for lesson in courses.chosen().lessons for template in lesson.items]
CASE = case_of(LearnerProfile("ada", "Ada", "bakery", currency="GBP", hour_value=95.0, weekly_hours=45.0, seed=7))
NUMBER = Number(
    id="a.b", title="Four jobs", prompt="A job takes 10 hours. And the fourth?", key=6.4, tolerance=0.1,
    low=0, high=100, unit="hours", praise="Yes: 10 × 0.64.", otherwise="Twice 20 % less.",
    traps=(Trap(id="once", value=8, tolerance=0.1, feedback="Once more."),),
    exhibit=Exhibit(caption="Jobs", columns=("Job", "Hours"), rows=(("first", "10"),)),
)  # fmt: skip
CHOICE = SingleChoice(
    id="a.c", title="T", prompt="Which?", key="x", praise="Yes.",
    options=tuple(Option(id=i, text=t, feedback="No.") for i, t in (("x", "2 jobs"), ("y", "3 jobs"), ("z", "None"))),
)  # fmt: skip


def first(**change):
    """Return the options with another first one."""
    return {"options": (CHOICE.options[0].model_copy(update=change), *CHOICE.options[1:])}


SAME = {
    "a word of the prompt": (NUMBER, {"prompt": "One job takes 10 hours. And the fourth?"}),
    "a word of the exhibit": (NUMBER, {"exhibit": NUMBER.exhibit.model_copy(update={"columns": ("Which", "Hours")})}),
    "what is said of a mistake": (NUMBER, {"traps": (), "otherwise": "No, 20 % less, and again."}),
    "the last bit of a computed key": (NUMBER, {"key": 6.4 + 1e-15}),
    "a hint": (NUMBER, {"hints": ("Think of 2 doublings.",), "title": "4"}),
    "an option's words": (CHOICE, first(text="2 tasks")),
    "the options' order": (CHOICE, {"options": CHOICE.options[::-1]}),
}
OTHER = {
    "the key": (NUMBER, {"key": 6.5}),
    "the tolerance": (NUMBER, {"tolerance": 0.2}),
    "a bound": (NUMBER, {"high": 90}),
    "the unit": (NUMBER, {"unit": "days"}),
    "a number in the prompt": (NUMBER, {"prompt": "A job takes 12 hours. And the fourth?"}),
    "a number in the exhibit": (NUMBER, {"exhibit": NUMBER.exhibit.model_copy(update={"rows": (("first", "12"),)})}),
    "another item": (NUMBER, {"id": "a.d"}),
    "an option's id": (CHOICE, first(id="n")),
    "an option more": (CHOICE, {"options": (*CHOICE.options, Option(id="w", text="All", feedback="No."))}),
    "a number in an option": (CHOICE, first(text="4 jobs")),
    "which option is right": (CHOICE, {"key": "y"}),
}


@pytest.mark.parametrize("what", SAME)
def test_with_other_words_it_is_the_same_question_and_one_can_tell(what):
    item, change = SAME[what]
    before, after = codes(item, [1]), codes(item.model_copy(update=change), [1])
    assert before["variant"] == after["variant"] and before["wording"] != after["wording"]


@pytest.mark.parametrize("what", OTHER)
def test_with_something_else_to_judge_it_is_another_question(what):
    item, change = OTHER[what]
    assert codes(item, [1])["variant"] != codes(item.model_copy(update=change), [1])["variant"]


def test_another_draw_is_another_question_even_where_it_is_judged_alike():
    assert codes(CHOICE, [1])["variant"] != codes(CHOICE, [2])["variant"]


def test_the_order_of_options_is_no_draw_and_that_of_other_things_is():
    words, options = SeededRandom("a.b", 1), SeededRandom("a.b", 1)
    assert words.shuffled("abcd") and options.shuffled(CHOICE.options)
    assert sorted(words.drawn) == [0, 1, 2, 3] and options.drawn == []


def test_every_code_begins_with_a_letter_that_no_number_has():
    made = [template.variant(CASE) for template in TEMPLATES]
    assert all(
        re.fullmatch("v[0-9a-f]{8}", item.variant) and re.fullmatch("w[0-9a-f]{8}", item.wording) for item in made
    )


def test_of_every_item_a_word_may_be_mended_and_no_key_changed():
    before = {template.id: template.variant(CASE) for template in TEMPLATES}
    with mended(reworded):
        after = {template.id: template.variant(CASE) for template in TEMPLATES}
    with mended(rekeyed):
        others = {template.id: template.variant(CASE) for template in TEMPLATES}
    assert [name for name in before if before[name].variant != after[name].variant] == []
    assert [name for name in before if before[name].wording == after[name].wording] == []
    assert [name for name in before if before[name].variant == others[name].variant] == []


@pytest.mark.parametrize(
    "seeds", [pytest.param(6, id="6-seeds"), pytest.param(300, id="300-seeds", marks=pytest.mark.full)]
)
def test_two_questions_that_read_differently_are_two(seeds):
    """Whatever was drawn: a situation, names, numbers written as words."""
    for template in TEMPLATES:
        read: dict[str, set] = {}
        for seed in range(seeds):
            item = template.variant(case_of(LearnerProfile(seed=seed)))
            read.setdefault(item.variant, set()).add(repr(asked(item)))
        assert [found for found in read.values() if len(found) > 1] == [], template.id


@pytest.mark.parametrize(
    ("response", "alike"), [({"value": "6.4"}, True), ({"value": "8"}, True), ({"value": "6.9"}, True)]
)
def test_answers_of_an_item_reworded_since_are_judged_alike(response, alike):
    now = reworded(NUMBER)
    assert judged_alike(now, [(response, judge(NUMBER, response))]) is alike


@pytest.mark.parametrize("change", [{"key": 7.0}, {"praise": "Yes: 12 × 0.64."}, {"high": 6.0, "key": 5.0}])
def test_an_answer_that_comes_out_otherwise_was_to_another_question(change):
    made = [({"value": "6.4"}, judge(NUMBER, {"value": "6.4"}))]
    assert not judged_alike(NUMBER.model_copy(update=change), made)


@pytest.mark.parametrize("outcome", [None, [], {}, {"valid": True}, {"valid": True, "correct": True, "feedback": 7}])
def test_what_was_never_judged_is_no_evidence(outcome):
    assert not judged_alike(NUMBER, [({"value": "6.4"}, outcome)])
