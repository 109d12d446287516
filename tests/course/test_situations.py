"""An idea in several situations: enough of them, enough misconceptions, no right option known by its length."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

from outsourcing_lessons import course
from outsourcing_lessons.course.situations import SHOWN, Situation, single_choice
from outsourcing_lessons.items.draw import Draw

WORDS = {"helper": "Ada"}
WRONG = tuple((f"w{n}", f"{n}", "No, {helper}.") for n in range(5))
IDEA = tuple(
    Situation(f"What would {{helper}} do in {n}?", ("right", "Ask {helper}"), "Yes, {helper}.", WRONG) for n in range(3)
)


def asked(seed: int):
    return single_choice(Draw("t.x", seed), IDEA, WORDS, id="t.x", title="T")


def ideas():
    """Yield every tuple of situations in the course, with its place."""
    for module in pkgutil.walk_packages(course.__path__, course.__name__ + "."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, tuple) and value and all(isinstance(one, Situation) for one in value):
                yield pytest.param(value, id=f"{module.name.partition('.course.')[2]}.{name}")


def test_every_situation_and_every_misconception_has_its_turn():
    items = [asked(seed) for seed in range(60)]
    assert len({item.prompt for item in items}) == 3
    assert {option.id for item in items for option in item.options} == {"right", "w0", "w1", "w2", "w3", "w4"}


def test_the_commonest_mistake_is_always_offered():
    for item in map(asked, range(30)):
        assert len(item.options) == SHOWN + 1 and {"right", "w0"} <= {option.id for option in item.options}


def test_it_is_told_in_the_words_of_the_trade():
    item = asked(1)
    options = {option.id: option for option in item.options}
    assert (options["right"].text, options["w0"].feedback, item.praise) == ("Ask Ada", "No, Ada.", "Yes, Ada.")
    assert "Ada" in item.prompt


@pytest.mark.parametrize("idea", list(ideas()))
class TestIdeas:
    def test_there_are_three_situations_and_more_misconceptions_than_are_shown(self, idea):
        assert len(idea) >= 3 and all(len(one.wrong) > SHOWN for one in idea)

    def test_every_misconception_is_answered_in_its_own_words(self, idea):
        said = [why for one in idea for _, _, why in one.wrong]
        assert all(said) and len(set(said)) == len(said)

    def test_the_right_option_is_not_known_by_its_length(self, idea):
        """Neither the longest nor the shortest in most situations, nor ever longer than the longest by much."""
        lengths = [(len(one.right[1]), sorted(len(text) for _, text, _ in one.wrong)) for one in idea]
        assert sum(right > wrong[-1] for right, wrong in lengths) <= len(idea) / 2, lengths
        assert sum(right < wrong[0] for right, wrong in lengths) <= len(idea) / 2, lengths
        assert all(right <= 1.15 * wrong[-1] for right, wrong in lengths), lengths
