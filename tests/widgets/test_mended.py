"""In JupyterLab, an answered question is answered still after a word of it was mended, and after an update."""

from __future__ import annotations

import shutil
from dataclasses import asdict

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.progress.archive import progress_of
from outsourcing_lessons.widgets.lesson import OpenLesson
from tests.mending import mended, rekeyed, reworded
from tests.version_0_1 import ADA, DATABASE


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


@pytest.mark.parametrize(("mending", "shown"), [(reworded, 2), (rekeyed, 0)])
def test_answers_of_version_0_1_are_in_place_and_new_ones_come_after_them(opened, store, tmp_path, mending, shown):
    shutil.copy(DATABASE, tmp_path)
    store.kept += progress_of(tmp_path).all_attempts("ada")
    profile = asdict(ADA) | {"edition": "study"}
    with mended(mending):
        controller = opened(**profile).ask("counter").controller
        wrong = next(option.id for option in controller.item.options if option.id != controller.item.key)
        controller.reply({"type": "submit", "response": {"option": wrong}})
        found = restored(opened, "counter", **profile)
    assert len(found) == shown + 1 and found[-1]["response"] == {"option": wrong}
