"""In JupyterLab, what was answered in version 0.1 is answered still, and new answers come after it."""

from __future__ import annotations

import shutil
from dataclasses import asdict

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.progress.archive import progress_of
from outsourcing_lessons.widgets.lesson import OpenLesson
from tests.mending import mended, rekeyed, reworded
from tests.version_0_1 import ADA, DATABASE


def opened(profile, store):
    """Open the lesson that these answers are to."""
    return OpenLesson(COURSE.lesson("one-task"), LearnerProfile(**profile), store)


@pytest.mark.parametrize(("mending", "shown"), [(reworded, 2), (rekeyed, 0)])
def test_answers_of_version_0_1_are_in_place_and_new_ones_come_after_them(store, tmp_path, mending, shown):
    shutil.copy(DATABASE, tmp_path)
    store.kept += progress_of(tmp_path).all_attempts("ada")
    profile = asdict(ADA) | {"edition": "study"}
    with mended(mending):
        controller = opened(profile, store).ask("split").controller
        wrong = next(option.id for option in controller.item.options if option.id != controller.item.key)
        controller.reply({"type": "submit", "response": {"option": wrong}})
        found = opened(profile, store).ask("split").controller.restored()[0]["attempts"]
    assert len(found) == shown + 1 and found[-1]["response"] == {"option": wrong}
