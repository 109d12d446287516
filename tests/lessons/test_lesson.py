"""A variant for every learner: what fails is drawn again, and nothing is shown answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items.item import Option, Ordering
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.lesson import TRIES, item
from outsourcing_lessons.lessons.test_variants import after, answer, before

CASE = case_of(LearnerProfile(seed=5))
CHOICE = COURSE.lesson("01").item("counter")
WORDS = {"id": "small.one", "title": "T", "prompt": "P", "praise": "Yes."}
KEY = ("a", "b", "c")


def slips(*bad: int):
    """Return a way to make an item that fails at these sub-seeds."""

    def make(case, draw):
        if draw.subseed in bad:
            raise ZeroDivisionError("a slip of the author")
        return CHOICE.make(case, draw)

    return make


def test_what_fails_is_drawn_again_the_same_everywhere():
    failing = replace(CHOICE, make=slips(0, 1))
    made = [failing.drawn(case_of(LearnerProfile(learner_id=one, seed=5))) for one in ("ada", "bo")]
    assert made[0] == made[1] and made[0].subseed == 2 and CHOICE.drawn(CASE).subseed == 0


def test_an_item_is_asked_with_the_sub_seed_it_was_drawn_with():
    lesson = replace(COURSE.lesson("01"), items=(replace(CHOICE, make=slips(0)),))
    assert lesson.ask("counter", CASE).subseed == 1


def test_another_sub_seed_is_another_stream():
    streams = [[SeededRandom("small.one", 5, subseed).below(10**9) for _ in range(3)] for subseed in range(3)]
    assert len({tuple(stream) for stream in streams}) == 3 == len({stream[0] for stream in streams})


def test_an_item_that_never_succeeds_is_an_error_that_names_it():
    with pytest.raises(
        ContentError, match=f"'first-number.counter' .* seed 5 in {TRIES} draws; .* a slip of the author"
    ):
        replace(CHOICE, make=slips(*range(TRIES))).variant(CASE)


def test_both_tests_draw_again_and_still_ask_two_different_questions():
    """The post-test is compared with what the pre-test showed, which was the second try."""
    template = COURSE.lesson("01").section("test")[0]
    failing = replace(template, make=lambda case, draw: template.make(case, draw) if draw.subseed else 1 / 0)
    first, second = before("one", [failing])[0].drawn(CASE), after("two", [failing])[0].drawn(CASE)
    assert (first.subseed, second.subseed) == (1, 1) and answer(first.item) != answer(second.item)


def order(shown) -> Ordering:
    options = tuple(Option(id=one, text=one, feedback=one) for one in shown)
    return Ordering(**WORDS, options=options, key=KEY, first="first", last="last")


def test_an_order_is_never_shown_solved():
    shown = {tuple(o.id for o in order(KEY).unsolved(SeededRandom("small.one", seed)).options) for seed in range(60)}
    assert len(shown) == 5 and KEY not in shown


def test_an_order_that_is_not_solved_stays_as_it_was_drawn():
    assert order("bac").unsolved(SeededRandom("small.one", 1)) == order("bac")


def test_an_author_who_lets_an_item_be_shown_solved_still_gets_it_asked():
    """By the mechanism, whatever the item does."""
    template = item("small.one", "practice", "any")(lambda case, draw: order(KEY))
    for seed in range(20):
        made = template.drawn(case_of(LearnerProfile(seed=seed)))
        assert made.subseed == 0 and tuple(option.id for option in made.item.options) != KEY
