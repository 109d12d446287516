"""An id of the course stands for one thing in it, and what was kept under one it had before is not lost."""

from __future__ import annotations

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.widgets.lesson import OpenLesson
from tests.course.told import texts_of
from tests.notes import notes_of

CASE = case_of(LearnerProfile())
LESSON = COURSE.lesson("04")


def test_no_two_blocks_of_the_course_have_the_same_id():
    """Those that are shown: a page looks them up by their ids."""
    ids = [block.id for lesson in COURSE.lessons for block in _blocks(lesson)]
    assert len(ids) > 200 and sorted(set(ids)) == sorted(ids)


def _blocks(lesson):
    yield from (lesson.tell(text, CASE) for text in texts_of(lesson))
    yield from lesson.items
    yield from lesson.explorers
    yield from (lesson.reveal(name)(CASE) for name in lesson.reveals)
    yield from (lesson.closing_block(name)(CASE) for name in lesson.closing)
    yield from notes_of(lesson).values()
    yield from [lesson.worksheet(CASE), *([lesson.research] if lesson.research else [])]


def test_settings_kept_under_the_id_an_explorer_once_had_are_not_lost():
    """Nor does a notebook fail that still asks for it by that name; what is kept anew wins."""
    store = MemoryProgress()
    store.keep("ada", "managing-not-replacing.desk", {"requests": 70.0, "share": 33.0})
    controller = OpenLesson(LESSON, LearnerProfile(learner_id="ada"), store).explore("desk").controller
    assert controller.block.id == "managing-not-replacing.queue"
    assert controller.restored()[0]["values"] == {"requests": 70.0, "share": 33.0}
    controller.reply(
        {"type": "keep", "call": "1", "entries": {slider.id: slider.low for slider in controller.block.sliders}}
    )
    assert controller.restored()[0]["values"]["requests"] == 5.0
