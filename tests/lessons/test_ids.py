"""An id stands for one thing in the whole course, and a course where it does not cannot be built."""

from __future__ import annotations

from dataclasses import replace

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.ids import refuse_shared

CASE = case_of(LearnerProfile())
LESSON = COURSE.lesson("01")
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
    with pytest.raises(ContentError, match=rf"'{ITEM.id}' is that of the item .* and of the {what}.* of lesson 01"):
        refuse_shared(replace(LESSON, **CHANGES[what]), case=CASE)


def test_two_lessons_that_share_an_id_are_no_course():
    other = replace(COURSE.lesson("02"), explorers=(replace(LESSON.explorers[0], id=ITEM.id),))
    with pytest.raises(ContentError, match="of lesson 02 and of .* of lesson 01"):
        refuse_shared(other, LESSON)
