"""What the key says of running a lesson in a room is what a workshop plans."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.block import Guide
from outsourcing_lessons.render import notebook
from outsourcing_lessons.render.book import Chapter
from outsourcing_lessons.render.notebook import Passage, Shown
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.opening import new_room
from outsourcing_lessons.workshop.plan_table import lines_of


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_the_key_plans_as_a_workshop_does(lesson):
    """But for a minute, which the trade's own words may make."""
    page = notebook.parse(COURSE.notebook_of(lesson).read_text("utf-8"), lesson.notebook)
    chapter = Chapter(lesson.slug, lesson.number, lesson.title, notebook.parts_of(page, lesson.slug))
    planned = {line.note.section: line.minutes for line in lines_of(agenda_of_room(new_room([lesson.slug])))}
    assert {one.note.section: one.minutes for one in chapter.stretches} == pytest.approx(planned, abs=1)


@pytest.mark.parametrize(
    ("parts", "minutes"),
    [
        ("words note words tally", [3]),
        ("words heading words note words tally", [4]),
        ("words note words heading words tally", [4]),
        ("words note tally heading words note words tally", [2, 3]),
        ("note tally note words tally", [1, 2]),
        ("note tally words words", [1]),
        ("words tally", [2]),
    ],
)
def test_a_note_holds_from_the_heading_above_it(parts, minutes):
    notes = iter("ab")
    tally = COURSE.tally()
    made = {
        "words": lambda: Passage("word " * 200),
        "heading": lambda: Passage("## Two"),
        "tally": lambda: Shown(tally),
        "note": lambda: Shown(Guide(id=(name := next(notes)), section=name, discussion="Ask.")),
    }
    chapter = Chapter("small", "01", "Small", tuple(made[part]() for part in parts.split()))
    assert [one.minutes for one in chapter.stretches] == minutes
