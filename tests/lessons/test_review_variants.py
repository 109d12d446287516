"""A review asks the same item in a new variant, the same one on every machine."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.learner import LearnerProfile, seed_of
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.review_variants import FIRST_SEED, REVIEWED, is_review, review_variant
from outsourcing_lessons.lessons.test_variants import asked

TEMPLATES = [template for lesson in COURSE.lessons for template in lesson.items if template.section in REVIEWED]
CASE = case_of(LearnerProfile(learner_id="ada"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_no_two_reviews_in_a_row_are_the_same(template):
    """Nor is the first the one of the lesson."""
    wordings = [review_variant(template, CASE, number)[1].wording for number in range(6)]
    assert wordings[0] == template.variant(CASE).wording
    assert all(before != after for before, after in zip(wordings, wordings[1:], strict=False))


def test_where_there_are_other_questions_another_is_asked():
    """Not only its options in another order."""
    for template in TEMPLATES:
        profiles = [LearnerProfile(learner_id="ada", seed=seed) for seed in range(40)]
        if len({asked(template.variant(case_of(profile))) for profile in profiles}) >= 4:
            questions = [asked(review_variant(template, CASE, number)[1]) for number in range(3)]
            assert questions[0] != questions[1] != questions[2], template.id


def test_where_there_are_other_prompts_another_is_put():
    """With the same prompt and other wrong options, a learner would recognise the sentence."""
    for template in TEMPLATES:
        profiles = [LearnerProfile(learner_id="ada", seed=seed) for seed in range(40)]
        if len({template.variant(case_of(profile)).prompt for profile in profiles}) >= 3:
            prompts = [review_variant(template, CASE, number)[1].prompt for number in range(4)]
            assert all(a != b for a, b in zip(prompts, prompts[1:], strict=False)), template.id


def test_it_follows_from_learner_item_and_number():
    template = TEMPLATES[0]
    seeds = {
        review_variant(template, case_of(LearnerProfile(learner_id=who)), n)[0] for who in ("ada", "bo") for n in (1, 2)
    }
    assert len(seeds) == 4 and review_variant(template, CASE, 2) == review_variant(template, CASE, 2)


def test_a_seed_says_whether_it_was_a_review():
    """It is one that a learner may have: below 2**53."""
    seeds = [review_variant(template, CASE, 1)[0] for template in TEMPLATES]
    assert all(map(is_review, seeds)) and FIRST_SEED <= min(seeds) and max(seeds) < 2**53
    assert not is_review(seed_of("ada")) and not is_review(1)


def test_predictions_and_tests_are_not_reviewed():
    assert {template.section for template in TEMPLATES} == {"recall", "when-wrong"}
