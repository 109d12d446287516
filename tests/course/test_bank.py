"""What holds of the items as a bank; that every variant is sound is in ``test_fuzz.py``."""

from __future__ import annotations

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from tests.course.cases import cases
from tests.course.soundness import misprints, texts_to_choose

TEMPLATES = [template for lesson in COURSE.lessons for template in lesson.items]
RECALL = [template for template in TEMPLATES if template.section == "recall"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
class TestTemplates:
    def test_the_same_learner_gets_the_same_variant(self, template):
        for case, again in zip(cases(range(3)), cases(range(3)), strict=True):
            assert template.variant(case) == template.variant(again)

    def test_no_number_that_was_worked_out_is_rounded_badly(self, template):
        for case in cases(range(6)):  # every currency and size of money comes up among them
            assert list(misprints(template.variant(case))) == [], case.profile

    def test_its_objective_is_one_of_the_lesson(self, template):
        if template.section in ("pre-test", "post-test"):
            return  # it serves the objective of the lesson it comes from
        lesson = next(lesson for lesson in COURSE.lessons if template in lesson.items)
        assert template.objective in [objective.id for objective in lesson.objectives]


@pytest.mark.parametrize("template", RECALL, ids=lambda template: template.id)
def test_what_is_recalled_is_asked_in_three_ways_at_least(template):
    """The same options in another order, or another name, are no new question: one would remember the sentence."""
    profiles = [LearnerProfile(learner_id="ada", seed=seed) for seed in range(60)]
    items = [template.variant(case_of(profile)) for profile in profiles]
    assert len({(item.prompt, frozenset(texts_to_choose(item))) for item in items}) >= 3


def test_variants_are_the_same_on_every_machine_and_version_of_python():
    """Frozen here: with other codes, every answer ever given would be to another question."""
    case = next(iter(cases([7])))
    assert {t.id: t.variant(case).variant for t in TEMPLATES if t.id in FROZEN} == FROZEN


def test_two_learners_get_different_variants():
    """Nearly all look different; where only words or the order of options differ, the question is the same."""
    first, *_, last = cases([1, 2])
    pairs = [(t.variant(first), t.variant(last)) for t in TEMPLATES]
    assert sum(one.wording != other.wording for one, other in pairs) > 0.9 * len(TEMPLATES)
    assert sum(one.variant != other.variant for one, other in pairs) > 0.8 * len(TEMPLATES)


FROZEN = {
    "one-task.break-even": "v05dc1830",
    "one-task.later-job": "vd5e877aa",
    "one-task.so-far": "v74963b07",
    "one-task.split": "v12056055",
}
