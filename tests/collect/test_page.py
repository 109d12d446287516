"""The page about what was handed in: who has not, how far the others are, what they still get wrong."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.collect import collect
from outsourcing_lessons.collect.findings import calibration, slips
from outsourcing_lessons.collect.gradebook import questions
from outsourcing_lessons.collect.marks import Marks
from outsourcing_lessons.learner import LearnerProfile
from tests.collect.handed_in import ADA, CHOICE, answers, attempt, right, wrong

HOSTILE = "</script><img src=x onerror=alert(1)>&=1+1"


def answered(profile, response_of, **more) -> dict:
    """What a learner's workbook saves who answered one question so."""
    response = response_of(CHOICE.variant(COURSE.case(profile))) | more
    return answers(attempt(CHOICE, profile, response=response), profile=profile)


@pytest.fixture
def page(tmp_path):
    """Collect these contents; return the page."""

    def page(*contents, **options) -> str:
        for number, content in enumerate(contents):
            (tmp_path / f"{number}.json").write_text(json.dumps(content))
        collect(sorted(tmp_path.glob("*.json")), tmp_path / "out", **options)
        return (tmp_path / "out" / "report.html").read_text(encoding="utf-8")

    return page


def test_who_has_not_handed_in_is_there_by_name_and_no_name_is_markup(page):
    roster = [replace(ADA, learner=HOSTILE), LearnerProfile("bo", "Bo <Berg>")]
    made = page(answered(ADA, right), learners=roster)
    assert "Not handed in: 1" in made and "Bo &lt;Berg&gt;" in made and "1 of 2 learners" in made
    assert "<img" not in made and 2 == made.count("<script")


def test_a_policy_allows_the_search_and_nothing_from_elsewhere(page):
    made = page(answered(ADA, right))
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in made
    assert not re.search(r"(src|href)=\"(https?:)?//", made)


def test_a_mistake_is_the_same_whatever_numbers_and_trade_it_came_with():
    learners = [LearnerProfile(f"l-{n}", business=COURSE.trade_names[n % 2], hour_value=40.0 + n) for n in range(6)]
    marks = []
    for profile in learners:
        marks.append(Marks(profile))
        option = next(o for o in CHOICE.variant(COURSE.case(learners[0])).options if o.feedback).id
        response = right if profile is learners[-1] else lambda item, option=option: {"option": option}
        marks[-1].add(answered(profile, response)["lessons"], profile.seed)
    (one,) = slips(marks, questions())
    assert (5, 6, CHOICE.id) == (one.people, one.of, one.question.id) and one.said


def test_how_sure_they_were_is_drawn_from_the_first_answers():
    marks = []
    for number in range(20):
        profile = LearnerProfile(f"l-{number}")
        marks.append(Marks(profile))
        sure = answered(profile, wrong if number % 2 else right, confidence=90 if number % 2 else 60)
        marks[-1].add(sure["lessons"], profile.seed)
    found = calibration(marks)
    assert 20 == found.answers and (60.0, 90.0) == found.chart.lines[0].x and (100.0, 0.0) == found.chart.lines[0].y


def test_the_statements_are_of_the_registrys_verbs_and_name_nobody(page, tmp_path):
    page(answered(ADA, right), answered(LearnerProfile("bo"), wrong))
    lines = [json.loads(line) for line in (tmp_path / "out" / "xapi.jsonl").read_text().splitlines()]
    assert {f"http://adlnet.gov/expapi/verbs/{verb}" for verb in ("answered", "progressed")} == {
        one["verb"]["id"] for one in lines
    }
    assert {True, False} == {one["result"]["success"] for one in lines if "success" in one["result"]}
    assert not [one for one in lines if '"ada"' in json.dumps(one)]
