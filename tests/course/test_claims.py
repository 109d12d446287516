"""What a text claims is what the model behind it gives, and what a study is said to show is what was read of it."""

from __future__ import annotations

import re

import nbformat
import pytest

from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course.hiring_blind.setting import FIVE, setting_of
from outsourcing_lessons.course.managing_not_replacing.tool_explorer import Sum
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.source import ITSELF
from outsourcing_lessons.models import selection
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
    return eval(cells[place].source, {"selection": selection, "round": round}), after  # noqa: S307 - our own notebook


# --- the best of a few


def test_one_is_chosen_of_those_who_apply():
    for case in cases(range(8)):
        setting = setting_of(case)
        assert setting.good(0.42) == pytest.approx(selection.success_best_of(setting.base, 0.42, setting.candidates))


def test_the_numbers_to_remember_are_those_of_one_of_five():
    ways = ("lots", "years", "talk", "sample", "marks", "sample_1998")
    assert [FIVE[f"by_{way}"] for way in ways] == ["50", "53", "59", "65", "70", "75"]
    assert (FIVE["marks_over_talk"], FIVE["years_add"]) == ("eleven", "three")
    assert (FIVE["thirty_by_years"], FIVE["thirty_by_marks"]) == ("33", "48")


def test_the_notebook_says_what_its_own_line_gives():
    shares, said = shown_after(HIRING, "success_best_of")
    assert shares[0] == 0.5 and all(f"{share:.2f}" in said for share in shares[1:])
    budget, said = shown_after(HIRING, "worth_of_better_judgement")
    assert said.startswith("Four working days") and 3.5 < budget / 8 < 4.5


def test_the_reveal_speaks_of_one_of_so_many_as_its_model_does():
    reveal = HIRING.reveals["ten-hires"](KOFI)
    assert "of many" not in reveal.assumptions and "takes one" in reveal.assumptions


# --- sums of money


def test_who_works_it_out_sees_their_own_number():
    item = variant(ONE_TASK, "so-far", KOFI)
    hours = amounts(item.praise)[0]
    assert item.key == hours * 733 and f"₹{hours * 733:,.0f}." in item.praise


def test_the_reveal_and_the_story_say_the_same_sum():
    reveal = ONE_TASK.reveals["break-even"](KOFI)
    job, own = amounts(reveal.explanation)[:2]
    exhibit = {row[0]: row[1] for row in variant(ONE_TASK, "break-even", KOFI).exhibit.rows}
    hours = next(amounts(cell)[0] for label, cell in exhibit.items() if label.startswith("The owner's time"))
    work = amounts(exhibit["Hours for the first job"])[0] * amounts(exhibit["Price of an hour"])[0]
    assert own == hours * 733 and job == work + own


# --- claims in words


def test_a_saving_on_every_job_is_said_to_give_what_it_gives():
    for case in cases(range(12)):
        item = variant(ONE_TASK, "later-job", case)
        trap = next(trap for trap in item.traps if trap.id == "every-job")
        said = re.search(r"down to ([\d.]+) hour", trap.feedback)
        assert float(said[1]) == pytest.approx(trap.value, abs=0.0501)


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


def test_the_end_of_the_story_counts_what_still_comes():
    for case in cases([1, 2, 3]):
        end = next(text for text in told(MANAGING, case) if "on the wall now" in text)
        still, before = (int(re.search(pattern, end)[1]) for pattern in (r"With (\d+) matters", r"and not (\d+)"))
        for matters, pattern in ((still, r"about ([\d.]+)\s+minutes"), (before, r"used to be ([\d.]+)")):
            busy = matters * 10 / 600
            assert float(re.search(pattern, end)[1]) == pytest.approx(10 * busy / (1 - busy), abs=0.501)


# --- what was read


@pytest.mark.parametrize("source", COURSE.sources.values(), ids=COURSE.sources)
def test_a_learner_is_told_how_much_of_a_paper_was_read(source):
    note, line = COURSE.finding(source.id, "A claim.", note="A limit.").note, COURSE.listed([source.id])
    assert note.startswith("A limit.")
    assert (source.verified == ITSELF) == (note == "A limit.") == ("read" not in line.rpartition(".")[2])
