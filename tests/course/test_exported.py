"""Every item of the course goes where items go: into a file and back, to a learner without its key, onto a platform."""

from __future__ import annotations

import random

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from tests.exports.qti_engine import Engine
from tests.exports.test_qti import answers, made_of
from tests.items.test_item import assert_it_survives_json, assert_it_tells_nothing_without_its_key

LEARNER = LearnerProfile(seed=3, business="property management", currency="JPY")


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_every_item_is_kept_handed_out_and_scored_elsewhere(lesson, subtests):
    for template in lesson.items:
        item = template.variant(COURSE.case(LEARNER))
        with subtests.test(item.id):
            assert_it_survives_json(item)
            if item.type != "bet":  # which has no key
                assert_it_tells_nothing_without_its_key(item)
            if item.type not in ("game", "bet"):  # QTI has no question like these
                assert_a_platform_scores_it_as_we_do(item)


def assert_a_platform_scores_it_as_we_do(item):
    made = made_of(item)
    assert Engine(made, {}).score == 0
    for response, given in answers(item, random.Random(item.id)):
        ours, theirs = judge(item, response), Engine(made, given)
        assert theirs.score == pytest.approx(ours["score"], abs=1e-9), response
        assert _words(theirs.said) == _words(text for text in ours["feedback"] if text), response


def _words(texts):
    return sorted(" ".join(text.split()) for text in texts)
