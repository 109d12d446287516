"""What stands in a ``course.toml``: the facts of a course that are neither a lesson nor a trade."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from outsourcing_lessons.blocks.handout import Handout
from outsourcing_lessons.lessons.toml_file import Table

FILE = "course.toml"

Sentence = Annotated[str, Field(min_length=1)]
Module = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Minutes = Annotated[float, Field(gt=0, le=600, strict=False)]


class Pause(Table):
    """What a workshop does that is no section of a lesson, and for how many minutes."""

    what: Sentence
    minutes: Minutes


Entry = Annotated[str, Field(pattern=r"^[a-z0-9-]+ [a-z0-9-]+$")] | Pause


class Tests(Table):
    """Which lesson asks the items of all sections ``test`` before, which one after, and how the two are compared.

    Of ``items``, where any are named, only these are asked.
    """

    before: Slug
    after: Slug
    title: Sentence
    purpose: Sentence
    items: list[Sentence] = []


class Playbook(Table):
    """The document that binds all worksheets, the lesson in which it is shown, and the pages to use that come first."""

    lesson: Slug
    title: Sentence
    purpose: Sentence
    handouts: Annotated[tuple[Handout, ...], Field(strict=False)] = ()


class CourseFile(Table):
    """All of a ``course.toml``."""

    id: Slug  # the name under which the course is found; that of its entry point
    title: Sentence  # as it stands on every page
    # Modules of the course's package in order, each with a ``LESSON`` whose slug is the module's name with hyphens.
    lessons: Annotated[list[Module], Field(min_length=1)]
    # Names of the trades in order; the first is that of a learner who names none.
    trades: Annotated[list[Sentence], Field(min_length=1)]
    # Folders beside this file; the first that exists is that of the notebooks.
    notebooks: Annotated[list[Sentence], Field(min_length=1)]
    workshop: Slug  # the lesson that a workshop is on unless others are asked for
    sections: dict[Slug, Sentence] = {}  # what each section of a lesson is called in a plan, by the name of its guide
    # By minutes: ``"lesson section"``, or what else there is to do.
    plans: dict[Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}$")], Annotated[list[Entry], Field(min_length=1)]] = {}
    # tests, playbook: what joins the lessons; a course may have neither.
    tests: Tests | None = None
    playbook: Playbook | None = None
    # By item: the option of somebody who follows the advice of the course where it does not hold.
    advice: dict[Sentence, Sentence] = {}
    # What the rules of ``outsourcing-lessons author check`` hold the lessons to; they say what may stand in it.
    policy: dict[str, Any] = {}
