"""The notes for the instructor in a lesson's notebook."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Guide
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.script import Note, script_of


def notes_of(lesson: Lesson) -> dict[str, Guide]:
    """Return them by section, in order."""
    return {entry.guide.section: entry.guide for entry in script_of(lesson) if isinstance(entry, Note)}
