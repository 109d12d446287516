"""Nobody who knows nothing does better by a rule: the longest, the last, against the advice."""

from __future__ import annotations

from outsourcing_lessons.authoring.guessers import MOST_GAIN, RULES, guessers
from outsourcing_lessons.course import COURSE


def test_no_rule_helps_somebody_who_guesses():
    found = guessers(COURSE.lessons, COURSE.advice, draws=8)
    assert [one.name for one in found if one.scores] == [*RULES]
    assert {one.name: one.gain for one in found if one.gain > MOST_GAIN} == {}
