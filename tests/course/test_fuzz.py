"""Whoever the learner is, all that is made for them is sound: 20,000 draws here, a million in the full run."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from outsourcing_lessons.authoring.learners import WHOLE, learner
from outsourcing_lessons.authoring.soundness import (
    faults_of_frame,
    faults_of_item,
    faults_of_sliders,
    faults_of_text,
    setting,
)
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.items.item import Number, Option, SingleChoice
from outsourcing_lessons.lessons.courses import VARIABLE
from tests.course.fuzz import drawn, of_item, plan, things

DRAWS = [pytest.param(20_000, id="20000-draws"), pytest.param(1_000_000, id="1000000-draws", marks=pytest.mark.full)]
WORDS = {"id": "small.one", "title": "T", "prompt": "P", "praise": "It is."}


@pytest.mark.parametrize("draws", DRAWS)
@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_everything_is_sound_for_every_learner(lesson, draws):
    """Nothing fails, no two options are alike, the key is right as it is written, and every text can be read."""
    planned = [(thing, number) for thing, number in plan(draws) if thing.lesson == lesson.slug]
    rows = list(drawn(draws, planned))
    assert Counter(thing.name for thing, *_ in rows) == {thing.name: number for thing, number in planned}
    assert [faults for *_, faults in rows if faults] == []


def test_nothing_is_left_out_of_a_draw():
    counts = {thing.name: number for thing, number in plan(20_000)}
    assert sum(counts.values()) == 20_000 and set(counts) == {thing.name for thing in things()}
    for lesson in COURSE.lessons:
        for template in lesson.explorers:
            least = 10 if template.turns else 2 * len(template.sliders(learner(0)))
            assert counts[f"frame {template.id}"] >= least, "every slider at both ends, and as many plays as items"
        assert all(counts[f"item {template.id}"] >= 10 for template in lesson.items)


def test_the_learners_are_of_every_kind():
    profiles = [learner(number).profile for number in range(2 * WHOLE)]
    amounts = {profile.hour_value for profile in profiles}
    assert amounts > set(map(float, range(1, WHOLE + 1))) and min(amounts) == 1 and max(amounts) > 5e7
    assert {1.0, 112.0} < {profile.weekly_hours for profile in profiles}
    sizes = Counter(len(str(int(amount))) for amount in amounts)
    assert all(sizes[digits] > 30 for digits in range(1, 6)), sizes
    assert min(Counter(profile.business for profile in profiles).values()) > 80


def test_sliders_are_tried_at_each_end_and_anywhere_on_their_steps():
    sliders = COURSE.lessons[1].explorers[0].sliders(learner(0))
    ends = {(s.id, setting(sliders, 2 * n + high)[s.id]) for n, s in enumerate(sliders) for high in (0, 1)}
    assert ends == {(s.id, end) for s in sliders for end in (s.low, s.high)}
    assert all(s.low <= setting(sliders, 99)[s.id] <= s.high for s in sliders)


@pytest.mark.parametrize(
    "text",
    [
        "1 matters are left", "It takes 1 hours.", "2 hour of it", "One hours", "0.5 hour", "1 people", "nan jobs",
        "{name}", "It costs 1e-05", "about −0 %", "12,345,678 in all", "None of it: None", "a  b",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_found(text):
    assert faults_of_text(text)


@pytest.mark.parametrize(
    "text", ["1 hour, 1 less", "2 + 1 hours", "a 2-hour job", "0.5 hours", "1,230 jobs", "one is enough", "two hours'"]
)
def test_what_can_be_read_is_left_alone(text):
    assert not faults_of_text(text)


def test_an_item_with_a_fault_is_found():
    number = Number(**WORDS, key=9.7, tolerance=0.1, low=0, high=99, decimals=0, otherwise="No.", answer="10")
    options = (Option(id="a", text="About 2 hours"), Option(id="b", text="about 2 hours.", feedback="No."))
    assert "does not accept its answer" in faults_of_item(number)[0]
    assert "offers two alike" in faults_of_item(SingleChoice(**WORDS, options=options, key="a"))[0]


def test_a_drawing_with_a_fault_is_found():
    frame = COURSE.lessons[1].explorers[0].explorer(learner(0)).scenarios[0].frame
    assert not faults_of_frame(frame) and faults_of_frame(frame.model_copy(update={"svg": "<path d='M0 nan'/>"}))


def test_an_item_that_had_to_be_drawn_again_is_found():
    """For a learner it is made in the end; here it is a fault."""
    template = COURSE.lessons[1].items[0]
    fails = replace(template, make=lambda case, draw: template.make(case, draw) if draw.subseed else 1 / 0)
    assert of_item(fails, learner(0), 0) == ["could not be made before its sub-seed 1"]


def test_a_slider_that_cannot_stand_where_it_starts_is_found():
    sliders = COURSE.lessons[1].explorers[0].sliders(learner(0))
    moved = [sliders[0].model_copy(update={"value": sliders[0].low + sliders[0].step / 2})]
    assert faults_of_sliders(moved, []) and "'off'" in faults_of_sliders(sliders, [("off", {sliders[0].id: -1e9})])[0]


def test_a_draw_that_ends_in_an_error_is_a_fault_that_can_be_made_again():
    def fails(case, number):
        raise ZeroDivisionError("division by zero")

    (fault,) = replace(next(things()), check=fails).draw(3, learner(3))
    assert "ZeroDivisionError" in fault and "'hour_value': 2.0" in fault and "'seed'" in fault


def test_learners_are_of_the_course_that_is_chosen(monkeypatch):
    """Also where another one was chosen before, in the same process."""
    monkeypatch.setenv(VARIABLE, "asking-for-a-raise")
    assert learner(1).profile.business not in COURSE.trade_names
    monkeypatch.setenv(VARIABLE, COURSE.id)
    assert learner(1).profile.business in COURSE.trade_names
