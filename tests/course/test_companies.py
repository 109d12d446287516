"""Lesson 03: the bet turns on the market, a machine is one of the ways, and the worksheet adds up by itself."""

from __future__ import annotations

import re

import pytest

from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.blocks.formula import worked_out
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course.companies_over_people.story_numbers import ALIKE, USUAL, chance_of_long
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of

LESSON = COURSE.lesson("companies-over-people")
HERE = case_of(LearnerProfile())
MACHINE = ("machine-made", "provider-machine", "third-way", "round-the-clock")


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


@pytest.mark.parametrize(("low", "high", "nearer"), [(60, 90, chance_of_long(alike=0)), (10, 40, chance_of_long(95))])
def test_who_leans_too_far_is_told_of_the_market_on_which_they_would_be_nearer(low, high, nearer):
    item = LESSON.item("five-or-fifty").variant(HERE)
    outcome = judge(item, {"value": str((low + high) // 2), "low": str(low), "high": str(high), "confidence": 70})
    assert abs(nearer - (low + high) / 2) < abs(item.key - (low + high) / 2)
    assert f"{nearer} %" in outcome["feedback"][0]


def test_the_first_click_is_a_bet_and_a_reveal_tells_what_becomes_of_each():
    for case in cases(range(4)):
        bet = LESSON.item("the-click").variant(case)
        told = LESSON.reveals["the-click"](case).explanation
        assert bet.type == "bet" and all(option.feedback in told for option in bet.options)


def cover(case=HERE, scenario="As in the story", **moved: float) -> dict:
    template = next(one for one in LESSON.explorers if one.id.endswith(".cover"))
    values = {slider.id: slider.value for slider in template.sliders(case)} | dict(template.scenarios(case))[scenario]
    return template.page.model(template.page.givens(case), values | moved)


def test_a_machine_is_the_cheapest_way_only_where_it_is_quickly_checked():
    for case in cases(range(12)):
        assert cover(case)["backup"], "the end of the story"
        assert cover(case, "A machine that is quickly checked")["machine"]
        assert cover(case, "Your week is full already")["company"]


def test_a_machine_covers_no_day_on_which_its_checker_is_away():
    calm, costly = (cover(checking=10, gap=gap) for gap in (0, 100))
    assert costly["machine_cost"] - calm["machine_cost"] == pytest.approx(0.1 * 240 * 100)
    assert calm["machine_cost"] == pytest.approx(12 * 10 * HERE.hour)


def test_the_best_of_four_records_is_the_best_on_the_marketplace_that_is_named():
    for case in cases(range(24)):
        item = LESSON.item("test-record").variant(case)
        assert "nine jobs in ten" in item.prompt

        def share(option):
            jobs, good = (int(number) for number in re.findall(r"\d+", option.text))
            return (good + 9) / (jobs + 10)  # ten ordinary jobs added, as in the lesson

        assert max(item.options, key=share).id == item.key


def test_the_lesson_is_short_enough():
    asked = [template for template in LESSON.items if template.section not in ("recall", "test")]
    assert len(asked) <= 24 and LESSON.minutes <= 45


@pytest.mark.parametrize("name", MACHINE)
def test_a_machine_is_asked_about(name):
    assert any("machine" in LESSON.item(name).variant(case).model_dump_json() for case in cases(range(12)))


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


# --- six friendly requests

YES, LIMIT, NO = 1, 2, 3
FRIENDLY = next(one for one in LESSON.explorers if one.id.endswith(".friendly"))


def answered(case, *moves: int, luck: int = 0) -> dict:
    values = {f"turn-{n}": move for n, move in enumerate(moves, 1)} | {"luck": luck}
    return FRIENDLY.page.results(FRIENDLY.page.givens(case), values)


def test_who_says_yes_to_all_saves_most_and_loses_it_on_any_bad_day():
    """Saved: 6 + 2 + 4 + 6 + 6 + 3 hours. Lost, by the day: 40, 30, 30 or 34 of them."""
    losses = {round(answered(HERE, *[YES] * 6, luck=luck)["loss"] / HERE.hour) for luck in range(60)}
    all_of_it = answered(HERE, *[YES] * 6)
    assert losses == {40, 30, 34, 0} and all_of_it["saved"] == all_of_it["most"] == 27 * HERE.hour
    assert all_of_it["worst"] == 40 * HERE.hour and not all_of_it["reached"]


def test_each_of_the_three_answers_is_the_better_one_somewhere():
    """A limit on four of them, a plain yes to the day of the summary, and a no to leaving the platform."""
    best = [LIMIT, YES, LIMIT, LIMIT, NO, LIMIT]
    assert answered(HERE, *best)["reached"]
    kept = answered(HERE, *best)["saved"] - answered(HERE, *best)["worst"]
    for place in range(6):
        for other in {YES, LIMIT, NO} - {best[place]}:
            found = answered(HERE, *best[:place], other, *best[place + 1 :])
            assert found["saved"] - found["worst"] < kept


def test_nothing_asked_and_nothing_allowed_costs_nothing():
    assert answered(HERE, *[NO] * 6)["saved"] == answered(HERE, *[NO] * 6)["worst"] == 0
    assert not answered(HERE, *[NO] * 6)["reached"]


def test_the_first_year_is_never_a_quiet_one_and_a_later_one_may_be():
    assert not any(answered(case, *[YES] * 6)["it_is_quiet"] for case in cases(range(40)))
    assert any(answered(HERE, *[YES] * 6, luck=luck)["it_is_quiet"] for luck in range(1, 20))
