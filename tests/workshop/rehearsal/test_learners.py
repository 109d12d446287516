"""Made-up learners answer as pages do."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.workshop.simulated_learners import KINDS, answered

CASE = case_of(LearnerProfile(seed=7))
ITEMS = [template.variant(CASE) for lesson in COURSE.lessons for template in lesson.items]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_answer_to_every_item_can_be_judged(kind):
    """Whatever they know."""
    for item in ITEMS:
        for seed in range(5):
            outcome = judge(item, answered(item, kind, SeededRandom(item.id, seed), tested=False))
            assert outcome["valid"], (item.id, outcome)


def test_who_knows_is_right_and_who_guesses_is_sometimes():
    """So that a report has something to tell; a game is neither."""
    items = [item for item in ITEMS if item.type != "game"]
    judged = [
        judge(item, answered(item, KINDS[0], SeededRandom(item.id, 1), True, knows=1.0))["correct"] for item in items
    ]
    assert all(judged)
    guessed = [judge(item, answered(item, KINDS[1], SeededRandom(item.id, 1), True))["correct"] for item in items]
    assert 0 < sum(guessed) < len(items) / 2


def test_in_a_test_they_say_how_sure_they_are():
    """And elsewhere only where the item asks for it."""
    choice = next(item for item in ITEMS if item.type == "single-choice")
    assert "confidence" in answered(choice, KINDS[0], SeededRandom("a", 1), tested=True)
    assert "confidence" not in answered(choice, KINDS[0], SeededRandom("a", 1), tested=False)
