"""Hiring blind says what its models give, both ends of a figure, and never the same number of right options."""

from __future__ import annotations

import re

import nbformat
import pytest

from outsourcing_lessons.authoring.content import content_of_course
from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.authoring.readability import texts_of
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course.hiring_blind.judging_explorer import JUDGING
from outsourcing_lessons.course.hiring_blind.story_numbers import FIVE, OFF, SCORED, good_of_100
from outsourcing_lessons.course.hiring_blind.trials_explorer import TRIALS
from outsourcing_lessons.items.item import MultipleChoice
from outsourcing_lessons.lessons.said import holds
from outsourcing_lessons.models import selection

LESSON = COURSE.lesson("hiring-blind")
CASES = tuple(cases(range(8)))


def found(template, case, **set_to):
    values = {slider.id: slider.value for slider in template.sliders(case)} | set_to
    return template.page.results(template.page.givens(case), values)


def test_it_is_short_enough():
    assert len([one for one in LESSON.items if one.section != "recall"]) <= 24
    assert LESSON.minutes <= 45


def test_nobody_can_count_on_three_right_options():
    learners = list(cases(range(24)))
    of_several = [
        one for one in LESSON.items if any(isinstance(one.variant(case), MultipleChoice) for case in CASES[::8])
    ]
    counts = {one.id: {(len(i.key), len(i.options)) for i in map(one.variant, learners)} for one in of_several}
    assert counts and {name: some for name, some in counts.items() if len(some) <= 2} == {}


# --- the chart of who is chosen


def test_half_of_what_twelve_add_is_there_with_the_first_few():
    for case in CASES:
        at = {people: found(JUDGING, case, validity=SCORED, candidates=people) for people in range(1, 13)}
        (few,) = (people for people, results in at.items() if holds("half", results, "here"))
        assert 2 < few < 5 and at[few]["gain"] >= at[12]["all"] / 2 > at[few - 1]["gain"]


def test_both_ends_of_a_figure_are_shown_and_said():
    case = CASES[0]
    results = found(JUDGING, case, validity=SCORED, good=50, candidates=5)
    assert (results["low"], results["high"]) == pytest.approx((SCORED - OFF, SCORED + OFF))
    assert (round(results["worst"]), round(results["best"])) == (61, 79)
    frame = JUDGING.frame(case, {"validity": SCORED, "good": 50, "candidates": 5, "off": OFF})
    assert "70 times in 100 if the figure is 0.42, and 61 or 79 times if it were 0.23 or 0.61" in frame.sentence
    assert {one.label: one.value for one in frame.readouts}["Scored questions"] == "61 to 79"


def test_two_weak_signs_together_beat_the_best_single_one():
    for overlap in (0, 0.2, 0.3, 0.5):
        both = selection.combined_validity(0.42, 0.33, overlap)
        assert both > 0.42 and good_of_100(both) > int(FIVE["by_marks"])
    assert (FIVE["by_both_least"], FIVE["by_both_most"]) == ("71", "75")


def test_the_notebook_says_these_numbers():
    cells = nbformat.read(COURSE.notebook_of(LESSON), as_version=4).cells
    said = " ".join(cell.source for cell in cells if cell.cell_type == "markdown")
    both = f"{FIVE['by_both_least']} to {FIVE['by_both_most']} good choices in 100"
    assert f"{both}, where scored questions alone give {FIVE['by_marks']}" in said
    assert "about half as large for your kind of work, or half as large again" in said
    assert round(2 * (SCORED - OFF) / SCORED) == 1 and round(2 * (SCORED + OFF) / SCORED) == 3
    assert f"Then {FIVE['by_marks_low']}, or {FIVE['by_marks_high']}." in said


# --- the chart of trials


def test_there_is_a_cheapest_number_of_trials_to_find():
    for case in CASES:
        every = [found(TRIALS, case, trials=number) for number in range(7)]
        best = [number for number, results in enumerate(every) if results["best"]]
        assert len(best) == 1 and best[0] > 0
        costs = [results["paid"] + results["wrong"] for results in every]
        assert costs[best[0]] == pytest.approx(min(costs)) and every[best[0]]["over"] == 0
        assert every[0]["paid"] == 0 and every[0]["here"] == pytest.approx(every[0]["good"])


# --- words


WRONG = ("no knowledge of the craft", r"\blots\b", r"\bdear(er|est)?\b", r"\blayman\b", r"not rank by it", "handsome")


def test_words_that_are_wrong_or_out_of_date_are_gone():
    sheet = LESSON.worksheet(CASES[0]).model_dump_json()
    subject = next(subject for subject in content_of_course().subjects if subject.lesson is LESSON)
    texts = [*(text for _, text in texts_of(subject)), sheet]
    wrong = re.compile("|".join(WRONG), re.IGNORECASE)
    assert len(texts) > 1000 and not [text for text in texts if wrong.search(text)]
