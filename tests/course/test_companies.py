"""Lesson 03: the bet turns on the market, a machine is one of the ways, and the worksheet adds up by itself."""

from __future__ import annotations

import pytest

from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.blocks.formula import worked_out
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course.companies_over_people.setting import ALIKE, USUAL, chance_of_long
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of

LESSON = COURSE.lesson("companies-over-people")
HERE = case_of(LearnerProfile())
MACHINE = ("machine-made", "provider-machine", "machine-draft", "third-way", "round-the-clock")


def records(**moved: float) -> dict:
    template = next(one for one in LESSON.explorers if one.id.endswith(".records"))
    values = {slider.id: slider.value for slider in template.sliders(HERE)} | {
        name.replace("_", "-"): value for name, value in moved.items()
    }
    return template.page.model(template.page.givens(HERE), values)


@pytest.mark.parametrize(
    ("usual", "alike", "chance"), [(90, 0, 71), (90, 10, 52), (90, 20, 62), (95, 10, 32), (95, 100, 50)]
)
def test_the_same_records_make_another_bet_on_another_marketplace(usual, alike, chance):
    """Chances worked out apart from this package, by numerical integration to 30 digits."""
    assert chance_of_long(usual, alike) == chance == round(records(ordinary=usual, alike=alike)["chance"])


def test_the_bet_flips_by_the_market_alone():
    assert not records()["flipped"] and records(ordinary=95)["flipped"]
    assert not records(ordinary=95, short_jobs=6)["flipped"], "that was not the market alone"


def test_the_prediction_is_asked_and_scored_on_the_market_that_the_story_names():
    for case in cases(range(4)):
        item = LESSON.item("five-or-fifty").variant(case)
        assert f"{USUAL} jobs in 100 are good" in item.prompt and item.key == chance_of_long(USUAL, ALIKE)
        assert str(chance_of_long(95)) in item.below and str(chance_of_long(alike=0)) in item.above


def test_the_lesson_is_short_enough():
    asked = [template for template in LESSON.items if template.section not in ("recall", "test")]
    assert len(asked) <= 24 and LESSON.minutes <= 45


@pytest.mark.parametrize("name", MACHINE)
def test_a_machine_is_asked_about(name):
    assert any("machine" in LESSON.item(name).variant(case).model_dump_json() for case in cases(range(12)))


def test_who_forgets_to_check_or_what_got_through_is_told():
    for case in cases(range(6)):
        item = LESSON.item("machine-draft").variant(case)
        assert {trap.id for trap in item.traps} >= {"only-checking", "no-damage"}
        for trap in item.traps:
            outcome = judge(item, {"value": repr(trap.value)})
            assert not outcome["correct"] and trap.feedback in outcome["feedback"]


SCORES = {
    "weight.1": "60", "first.1": "9", "second.1": "5", "drafted.1": "6",
    "weight.2": "40", "first.2": "4", "second.2": "8", "drafted.2": "2",
}  # fmt: skip


def test_the_comparison_adds_up_and_finds_the_weight_that_flips_it():
    sheet = LESSON.worksheet(HERE)
    compare = next(one for one in sheet.sheets if one.title == "Compare")
    results = [worked_out(result.formula, sheet, SCORES) for result in compare.results]
    assert results == pytest.approx([100, 7.0, 6.2, 4.4, 0.8])
    level = next(entry for entry in compare.fields if entry.id == "level")
    assert [worked_out(level.formula, sheet, SCORES, f".{row}") for row in (1, 2, 3)] == [40, 60, None]
    flipped = SCORES | {"weight.1": "40"}
    assert worked_out(compare.results[-1].formula, sheet, flipped) == 0
    assert worked_out(level.formula, sheet, SCORES | {"second.1": "9"}, ".1") is None, "no weight of it would do"


def test_no_field_of_the_first_edition_is_lost():
    names = {entry.id for one in LESSON.worksheet(HERE).sheets for entry in one.fields}
    kept = "work market job-cost jobs should-cost gap criterion weight first second evidence flip close person worst bill since pay liable data rights fair survive status commitment by"  # noqa: E501
    assert names >= set(kept.split())
