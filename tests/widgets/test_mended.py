"""In JupyterLab, an answered question is answered still after a word of it was mended."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.widgets.lesson import OpenLesson
from tests.mending import mended, rekeyed, reworded


@pytest.fixture
def opened(store):
    """Open the lesson that these answers are to."""
    return lambda **profile: OpenLesson(COURSE.lesson("first-number"), LearnerProfile(**profile), store)


def restored(opened, name, **profile):
    return opened(**profile).ask(name).controller.restored()[0]["attempts"]


def test_a_mended_word_leaves_an_answer_in_place_and_another_key_does_not(opened, store):
    controller = opened(learner_id="ada").ask("counter").controller
    controller.reply({"type": "submit", "response": {"option": controller.item.key}})
    (kept,) = store.kept
    assert (kept.variant, kept.wording) == (controller.item.variant, controller.item.wording)
    with mended(reworded):
        assert [one["response"] for one in restored(opened, "counter", learner_id="ada")] == [
            {"option": controller.item.key}
        ]
        assert opened(learner_id="ada").ask("counter").controller.item.wording != kept.wording
    with mended(rekeyed):
        assert restored(opened, "counter", learner_id="ada") == []
