"""Stress counts what comes of a question over many learners."""

from __future__ import annotations

from dataclasses import replace

from asking_for_a_raise import COURSE

from outsourcing_lessons.authoring.stress import as_text, stress, stress_html
from outsourcing_lessons.items.item import Number, Option, Ordering, SingleChoice, Trap

TEMPLATE = COURSE.lessons[1].items[0]
WORDS = {"id": "a.b", "title": "T", "prompt": "P", "praise": "Yes."}
TWO = (Option(id="a", text="One"), Option(id="b", text="Two", feedback="No."))


def made(make, draws=50):
    return stress(replace(TEMPLATE, make=make), draws)


def test_a_key_that_never_moves_is_seen():
    found = made(lambda case, draw: SingleChoice(**WORDS, key="a", options=TWO))
    assert found.positions == {1: 50} and found.variants == 1 and found.guesser == [0.5] * 50
    assert "key at place 1" in as_text(found) and "100%" in as_text(found)


def test_a_key_that_moves_stands_everywhere():
    found = made(lambda case, draw: SingleChoice(**WORDS, key="a", options=draw.shuffled(TWO)))
    assert set(found.positions) == {1, 2}


def test_an_order_that_is_shown_nearly_solved_is_counted():
    options = [Option(id=name, text=name.upper(), feedback="No.") for name in "abcd"]
    shown = [options[n] for n in (1, 2, 3, 0)]
    make = lambda case, draw: Ordering(  # noqa: E731
        **WORDS, options=shown, key=tuple("abcd"), first="small", last="large"
    )
    assert made(make).solved == 50


def test_a_trap_that_is_dropped_for_some_is_counted():
    def make(case, draw):
        trap = Trap(id="half", value=5, tolerance=0.1, feedback="Half.")
        traps = (trap,) if draw.pick((True, False)) else ()
        return Number(**WORDS, key=10, tolerance=1, low=0, high=99, decimals=0, otherwise="No.", traps=traps)

    assert 0 < made(make).dropped["half"] < 50


def test_faults_are_told_with_whom_they_were_made_for():
    found = made(lambda case, draw: SingleChoice(**WORDS | {"prompt": "1 hours <b>"}, key="a", options=TWO), 5)
    assert len(found.faults) == 5 and "seed" in found.faults[0][0] and "1 hours" in as_text(found)
    assert "1 hours &lt;b&gt;" in stress_html(found)


def test_a_question_that_cannot_be_made_is_all_faults():
    found = made(lambda case, draw: 1 / 0, 3)
    assert len(found.faults) == 3 and "division by zero" in as_text(found)
