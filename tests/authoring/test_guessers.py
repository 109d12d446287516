"""A rule that helps somebody who knows nothing is found."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from outsourcing_lessons.authoring.guessers import MOST_GAIN, as_text, guessers
from outsourcing_lessons.items.choice import Option
from outsourcing_lessons.items.item import MultipleChoice, SingleChoice

WORDS = {"title": "T", "prompt": "P?"}


def options(*texts):
    return tuple(Option(id=f"o{n}", text=text, feedback="Because.") for n, text in enumerate(texts))


def single(key, *texts):
    return SingleChoice(id="a.single", options=options(*texts), key=f"o{key}", praise="Yes.", **WORDS)


def several(keys, *texts):
    return MultipleChoice(
        id="a.several", options=options(*texts), key=tuple(f"o{key}" for key in keys), praise="Yes.", **WORDS
    )


def lessons(*items):
    """One lesson whose questions are the same for everybody."""
    return [SimpleNamespace(items=[SimpleNamespace(drawn=lambda case, item=item: (item, 0)) for item in items])]


def gains(found):
    return {one.name: round(one.gain, 3) for one in found}


def test_a_key_that_is_always_the_longest_is_found():
    found = guessers(lessons(single(1, "Yes.", "Only if it is.", "No.")), {}, draws=3)
    assert gains(found) == {
        "the longest": 0.667, "the shortest": -0.333, "the first": -0.333, "the last": -0.333, "in the middle": 0.667,
        "the only one with a figure": 0, "against the advice": 0,
    }  # fmt: skip
    assert "the longest: 1.00, chance 0.33 (1 questions, 3 draws)  <- better than chance" in as_text(found)


def test_half_of_the_options_is_taken_where_several_may_be_right():
    found = guessers(lessons(several((2, 3), "One.", "Two.", "Three three.", "Four four.")), {}, draws=1)
    assert gains(found)["the last"] == gains(found)["the longest"] == pytest.approx(0.667, abs=0.4)
    assert gains(found)["the first"] < 0


def test_a_figure_that_only_the_key_has_is_found():
    found = guessers(lessons(single(0, "About 20.", "A few.", "None.")), {}, draws=1)
    assert gains(found)["the only one with a figure"] > MOST_GAIN


def test_who_leaves_out_the_advice_gains_where_it_is_never_right():
    wrong, right = single(0, "This.", "That.", "Else."), single(1, "This.", "That.", "Else.")
    both = [wrong, right.model_copy(update={"id": "a.right"})]
    advice = {"a.single": "o1", "a.right": "o1"}
    assert gains(guessers(lessons(wrong), advice, draws=1))["against the advice"] == pytest.approx(1 / 6, abs=1e-3)
    assert gains(guessers(lessons(*both), advice, draws=1))["against the advice"] < 0
