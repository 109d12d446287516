"""Where the lessons' notebooks are: in the package when it is installed, in the repository when it is worked on."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.own_notebooks import own_folder

PACKAGE = Path(__file__).resolve().parents[1]


def folder() -> Path:
    """Return the folder of the notebooks that this version of the course ships."""
    inside = PACKAGE / "notebooks"
    return inside if inside.is_dir() else PACKAGE.parent / "notebooks"


def notebook_of(lesson: Lesson) -> Path:
    """Return the notebook of a lesson; that it exists and is whole is for the reader to see."""
    return (own_folder() or folder()) / lesson.notebook
