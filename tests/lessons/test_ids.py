"""An id stands for one thing in the whole course, and a course where it does not cannot be built."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.ids import refuse_shared
from outsourcing_lessons.lessons.notes import notes_of
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.widgets.lesson import OpenLesson
from tests.course.told import texts_of

CASE = case_of(LearnerProfile())
LESSON = COURSE.lesson("04")
ITEM = LESSON.items[0]
WORKSHEET = LESSON.worksheet(CASE).model_copy(update={"id": ITEM.id})
CHANGES = {
    "explorer": {"explorers": (replace(LESSON.explorers[0], id=ITEM.id),)},
    "item": {"items": (*LESSON.items, ITEM)},
    "worksheet": {"worksheet": lambda case: WORKSHEET},
    "research": {"research": LESSON.research.model_copy(update={"id": ITEM.id})},
    "closing": {"closing": {ITEM.id.partition(".")[2]: lambda case: None}},
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_lesson_where_two_parts_share_an_id_is_refused_with_both_places(what):
    with pytest.raises(ContentError, match=rf"'{ITEM.id}' is that of the item .* and of the {what}.* of lesson 04"):
        refuse_shared(replace(LESSON, **CHANGES[what]), case=CASE)


def test_two_lessons_that_share_an_id_are_no_course():
    other = replace(COURSE.lesson("03"), explorers=(replace(LESSON.explorers[0], id=ITEM.id),))
    with pytest.raises(ContentError, match="of lesson 03 and of .* of lesson 04"):
        refuse_shared(other, LESSON)


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
