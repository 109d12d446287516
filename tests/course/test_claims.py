"""What a text claims is what the model behind it gives, and what a study is said to show is what was read of it."""

from __future__ import annotations

import math
import re
import statistics
from dataclasses import replace
from itertools import product

import nbformat
import pytest

from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course.hiring_blind.hires_explorer import HIRE_TEN, applicants
from outsourcing_lessons.course.hiring_blind.story_numbers import FIVE, story_numbers
from outsourcing_lessons.course.managing_not_replacing.tool_explorer import Sum
from outsourcing_lessons.course.one_task import story_numbers as one_task
from outsourcing_lessons.course.one_task.twelve_explorer import MACHINE, MYSELF, REGULAR, STRANGER, TWELVE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.source import ITSELF
from outsourcing_lessons.models import bench, correlation, selection
from outsourcing_lessons.models.moves import turn_of
from tests.course.told import told

ONE_TASK, HIRING, COMPANIES, MANAGING, DIALS = map(
    COURSE.lesson, ("one-task", "hiring-blind", "companies-over-people", "managing-not-replacing", "turn-the-dials")
)
KOFI = case_of(LearnerProfile(business="property management", currency="INR", hour_value=733.0, seed=11))


def variant(lesson, name: str, case: Case):
    return next(one for one in lesson.items if one.id.partition(".")[2] == name).variant(case)


def amounts(text: str) -> list[float]:
    return [float(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def shown_after(lesson, code: str) -> tuple[object, str]:
    """Return what a line of the notebook gives, and the text that follows it."""
    cells = nbformat.read(COURSE.notebook_of(lesson), as_version=4).cells
    place = next(n for n, cell in enumerate(cells) if cell.cell_type == "code" and code in cell.source)
    after = next(cell.source for cell in cells[place + 1 :] if cell.cell_type == "markdown")
    return eval(cells[place].source, {"selection": selection, "correlation": correlation, "round": round}), after  # noqa: S307 - our own notebook


# --- the best of a few


def test_one_is_chosen_of_those_who_apply():
    for case in cases(range(8)):
        story = story_numbers(case)
        assert story.good(0.42) == pytest.approx(selection.success_best_of(story.base, 0.42, story.candidates))


def test_the_numbers_to_remember_are_those_of_one_of_five():
    ways = ("chance", "years", "talk", "sample", "marks", "sample_1998")
    assert [FIVE[f"by_{way}"] for way in ways] == ["50", "53", "59", "65", "70", "75"]
    assert (FIVE["marks_over_talk"], FIVE["years_add"]) == ("eleven", "three")
    assert (FIVE["thirty_by_years"], FIVE["thirty_by_marks"]) == ("33", "48")


def test_the_notebook_says_what_its_own_line_gives():
    shares, said = shown_after(HIRING, "success_best_of")
    assert [round(100 * share) for share in shares[1:]] == [int(good) for good in re.findall(r" (\d\d)[,.]", said)][:4]
    assert shares[0] == 0.5
    power, said = shown_after(HIRING, "correlation.power")
    assert "one time in four" in said and round(4 * power[0]) == 1
    assert "seventy four times in five" in said and round(5 * power[-1]) == 4
    budget, said = shown_after(HIRING, "worth_of_better_judgement")
    assert said.startswith("Four working days") and 3.5 < budget / 8 < 4.5


def test_the_reveal_speaks_of_one_of_so_many_as_its_model_does():
    reveal = HIRING.reveals["ten-hires"](KOFI)
    assert "of many" not in reveal.assumptions and "takes one" in reveal.assumptions


# --- sums of money


def one_task_cases():
    return [KOFI, *cases(range(14))]


def test_a_stranger_costs_the_same_wherever_it_is_said():
    """In the reveal, in the play, in the items and on the worksheet, for everybody."""
    for case in one_task_cases():
        story = one_task.story_numbers(case)
        reveal = ONE_TASK.reveals["year-factor"](case).explanation
        assert case.money(story.stranger) in reveal and hours(story.own_hours) in reveal
        bought = played(case, [STRANGER])
        assert bought["all"] == pytest.approx(story.stranger) and bought["own"] == story.own_hours
        own = story.stream.search_hours + story.stream.onboarding_hours
        assert f"takes {hours(own)} of your time to find and brief" in variant(ONE_TASK, "departure", case).prompt
        fields = {entry.id: entry for sheet in ONE_TASK.worksheet(case).sheets for entry in sheet.fields}
        assert fields["own-hours"].example == hours(story.own_hours)


def played(case, moves, **given):
    """Return what the twelve jobs come to, one by one; ``given`` is in place of what the lesson gives."""
    page = TWELVE.page
    values = {"luck": 0.0} | {turn_of(n): float(move) for n, move in enumerate(moves, 1)}
    return page.results(page.givens(case) | given, values)


def test_twelve_jobs_in_one_way_cost_what_the_ways_of_the_lesson_do():
    """One by one and in the chart of the year: a year of one way without luck is the same sum."""
    for case in one_task_cases():
        story = one_task.story_numbers(case)
        calm = replace(story.stream, departure=0, outage=0)
        ways = replace(story, stream=calm, draft=replace(story.draft, right=1)).ways
        sure = {"departure": 0, "outage": 0, "draft_right": 1}
        for move, way in (
            (STRANGER, ways.strangers),
            (REGULAR, ways.regular),
            (MYSELF, ways.self),
            (MACHINE, ways.machine),
        ):
            assert played(case, [move] * 12, **sure)["all"] == pytest.approx(way[11])


def test_luck_in_the_twelve_jobs_is_that_of_the_lesson():
    """Over many lucks a year of the regular, or of drafts, costs what the lesson says it does on average."""
    story = one_task.story_numbers(KOFI)
    page = TWELVE.page
    for move, way in ((REGULAR, story.ways.regular), (MACHINE, story.ways.machine)):
        moves = {turn_of(n): float(move) for n in range(1, 13)}
        years = [
            page.results(page.givens(KOFI) | {"seed": seed}, moves | {"luck": float(luck)})["all"]
            for seed in range(8)
            for luck in range(50)
        ]
        assert statistics.fmean(years) == pytest.approx(way[11], rel=0.03)


def test_ten_hires_are_as_good_as_the_lesson_says():
    """Whoever goes by the talk, and then by answers and piece, has on average the shares that the end gives."""
    page = HIRE_TEN.page
    for case in (KOFI, case_of(LearnerProfile())):
        givens, found = page.givens(case), {"years": [], "talk": [], "both": []}
        for seed in range(30):
            for luck in range(20):
                people = applicants(givens | {"seed": seed}, luck, 1)
                for name, seen in (
                    ("years", lambda one: one["years"]), ("talk", lambda one: one["talk"]),
                    ("both", lambda one: one["marks"] + 0.75 * one["piece"]),
                ):  # fmt: skip
                    found[name].append(max(people, key=seen)["good"])
        shares = {name: 100 * statistics.fmean(good) for name, good in found.items()}
        assert shares["talk"] == pytest.approx(givens["by_talk"], abs=6)
        assert shares["both"] == pytest.approx(givens["by_both"], abs=6)
        assert shares["years"] < shares["both"] - 5


def test_the_prediction_is_what_the_explorer_shows_at_the_start():
    explorer = next(one for one in ONE_TASK.explorers if one.id == "one-task.stream")
    for case in one_task_cases():
        start = {slider.id: slider.value for slider in explorer.sliders(case)}
        found = explorer.page.results(explorer.page.givens(case), start)
        key = variant(ONE_TASK, "year-factor", case).key
        assert key == pytest.approx(found["factor"], abs=0.051)
        assert f"{key:.1f}".removesuffix(".0") in ONE_TASK.reveals["year-factor"](case).truth
        year = max(one["strangers_total"] for one in [found])
        assert case.about(year) in ONE_TASK.reveals["first-reply"](case).explanation


def test_the_discoveries_of_the_first_lesson_are_there_to_be_made():
    """In every trade: strangers lose to the regular and to oneself, much of the gain is own time, a backup is cheap."""
    _, stream, backup = ONE_TASK.explorers
    for case in one_task_cases():
        start = {slider.id: slider.value for slider in stream.sliders(case)}
        found = stream.page.results(stream.page.givens(case), start)
        assert found["regular_wins"] and found["self_beats_strangers"] and not found["strangers_win"]
        assert 20 < found["time_share"] < 100
        pair = {slider.id: slider.value for slider in backup.sliders(case)} | {"providers": 2}
        assert backup.page.results(backup.page.givens(case), pair)["more_share"] < 12


def test_most_of_the_gain_in_the_shop_is_time_as_worked_out_by_hand():
    """24 jobs; 5 own hours a stranger; nobody leaves, nothing fades: three quarters of the gain need no learning."""
    strangers = 24 * (5 * 60 + 6 * 21)
    unlearned = (15 * 60 + 24 * 6 * 26, 900 + 26 * sum(6 * job ** math.log2(0.8) for job in range(1, 25)))
    stream = bench.Stream(
        first_hours=6, rate=0.8, newcomer_price=21, regular_price=26, own_hour=60, search_hours=3, onboarding_hours=2,
        setup_hours=10,
    )  # fmt: skip
    without, learned = (float(bench.regular_costs(replace(stream, passed_on=passed), 24)[-1]) for passed in (0, 1))
    assert (without, learned) == pytest.approx(unlearned)
    assert (strangers - without) / (strangers - learned) == pytest.approx(0.75, abs=0.005)


def test_the_share_of_right_drafts_is_where_the_machine_costs_as_much_as_the_regular():
    for case in one_task_cases():
        story = one_task.story_numbers(case)
        said = ONE_TASK.reveals["year-factor"](case).explanation
        assert (f"if {round(100 * story.draft_even)} of 100" in said) == (story.draft_even <= 1)
        there = replace(story, draft=replace(story.draft, right=min(1.0, story.draft_even))).ways
        if story.draft_even <= 1:
            assert there.machine[-1] == pytest.approx(there.regular[-1])
        else:
            assert there.machine[-1] > there.regular[-1]


def test_the_regular_is_called_cheapest_only_where_nothing_comes_near():
    for case in one_task_cases():
        year = {name: way[-1] for name, way in one_task.story_numbers(case).ways._asdict().items()}
        near = min(cost for name, cost in year.items() if name != "regular") * 0.95 <= year["regular"]
        assert ("the cheapest" not in ONE_TASK.fields(case)["chosen_as"]) == near


def test_the_one_who_charges_more_does():
    """Also after both prices are rounded."""
    for hour, seed in product([*range(10, 130), 733, 5200], range(6)):
        first, second = amounts(variant(ONE_TASK, "test-turn", here(hour, seed)).prompt.replace(",", ""))[0::2][:2]
        assert first < second, (hour, seed)


def here(hour, seed):
    return case_of(LearnerProfile(hour_value=float(hour), seed=seed))


def test_each_bet_has_its_own_end():
    for case in one_task_cases():
        bet = variant(ONE_TASK, "first-reply", case)
        told_later = ONE_TASK.reveals["first-reply"](case).explanation
        assert all(option.feedback in told_later for option in bet.options) and len(bet.options) == 4
        assert not any(option.feedback in bet.prompt + bet.praise for option in bet.options)


# --- claims in words


def test_the_two_paybacks_are_named():
    tool = Sum(build=70, saving=2 * 52, upkeep=0.92 * 52, years=3)
    assert (tool.plain_week, tool.week) == (65, 73)
    explorer = next(one for one in MANAGING.explorers if one.id.endswith(".tool"))
    for scenario in explorer.explorer(KOFI).scenarios:
        shown = {readout.label: readout.value for readout in scenario.frame.readouts}
        with_interest, without = shown["Earned back, with interest"], shown["Earned back"]
        for week in amounts(with_interest) + amounts(without):
            assert f"week {week:.0f}" in scenario.frame.sentence
        assert ("interest" in scenario.frame.sentence) == (with_interest != without)


def test_the_pace_of_fading_is_the_one_that_was_measured_and_its_limits_are_said():
    reveal = DIALS.reveals["still-done"](KOFI)
    assert "92 % after one year" in reveal.truth and "half in 8.5 years" in reveal.explanation
    assert "270 employees" in reveal.assumptions and "only the end was measured" in reveal.assumptions


def test_what_still_comes_waits_as_long_as_the_queue_says():
    for case in cases([1, 2, 3]):
        texts = " ".join(told(MANAGING, case))
        found = re.search(r"Now (\d+) requests a day.*?\*\*([\d.]+)\s+minutes, not\s+([\d.]+)", texts, re.DOTALL)
        before = re.search(r"It is (\d+) requests a day", texts)
        for matters, wait in ((found[1], found[2]), (before[1], found[3])):
            busy = int(matters) * 10 / 600
            assert float(wait) == pytest.approx(10 * busy / (1 - busy), abs=0.501)


# --- what was read


def test_a_learner_is_told_how_much_of_a_paper_was_read():
    for source in COURSE.sources.values():
        note, line = COURSE.finding(source.id, "A claim.", note="A limit.").note, COURSE.listed([source.id])
        assert note.startswith("A limit."), source.id
        says_nothing = (note == "A limit.", "read" not in line.rpartition(".")[2])
        assert says_nothing == (source.verified == ITSELF,) * 2, source.id
