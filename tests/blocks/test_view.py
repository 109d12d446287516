"""What is to be found with an explorer, and what can be dragged on it: faults are named when a lesson is built."""

from __future__ import annotations

from dataclasses import replace

import pytest
from asking_for_a_raise import COURSE
from pydantic import ValidationError

from outsourcing_lessons.blocks.view import Find, Goal, say
from outsourcing_lessons.errors import ContentError

ONE, OTHER = Find(when="turn", said=say("One.")), Find(when="not turn", said=say("Other."))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "needs either when and said, or finds"),
        ({"when": "turn"}, "needs either when and said, or finds"),
        ({"when": "turn", "said": say("It."), "finds": (ONE, OTHER)}, "and not both"),
        ({"finds": (ONE,)}, "has one find"),
        ({"finds": (ONE, OTHER), "enough": 3}, "enough=3; allowed is 2 to 2"),
    ],
)
def test_a_goal_that_cannot_be_counted_is_refused(given, words):
    with pytest.raises(ValidationError, match=words):
        Goal(ask="Find it.", **given)


def test_a_goal_of_one_thing_is_a_goal_of_one_find():
    assert Goal(ask="Find it.", when="turn", said=say("One.")).all_finds() == (ONE,)
    assert Goal(ask="Find them.", finds=(ONE, OTHER)).all_finds() == (ONE, OTHER)


def test_a_slider_that_is_not_there_cannot_be_dragged():
    """The sentence names the explorer, what is dragged, and the sliders there are."""
    (template,) = (one for lesson in COURSE.lessons for one in lesson.explorers)
    marks = tuple(mark.model_copy(update={"drag_x": "offer"}) for mark in template.page.view.marks)
    view = template.page.view.model_copy(update={"marks": marks})
    wrong = replace(template, page=replace(template.page, view=view))
    with pytest.raises(ContentError, match=r"first-number\.pulled: .* here .*drag_x='offer'; .* opening, pull"):
        wrong.explorer(COURSE.case(COURSE.profile()))
