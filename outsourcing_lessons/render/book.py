"""A learner's workbook before it has a form: what the executed notebooks show, chapter by chapter.

HTML, PDF and key are functions of this and of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from outsourcing_lessons.blocks.block import Ask, Block, Guide
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.block_minutes import FOR_HOME, Stretch, stretches
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.look import PLAIN, Look
from outsourcing_lessons.render.notebook import Part, Passage, Shown

HEADING = re.compile(r"^(?=## )", re.MULTILINE)  # begins a part of a lesson


@dataclass(frozen=True)
class Chapter:
    """One lesson: its parts in the order of its notebook; the instructor's notes among them are for the key alone."""

    slug: str
    number: str
    title: str
    parts: tuple[Part, ...]

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The items, in order."""
        return tuple(block for block in self._blocks() if isinstance(block, Ask))

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What each note of the instructor holds for, and how long a room takes for it."""
        room = [each for part in self.parts if not _is_for_home(part) for each in _cut(part)]
        while room and (not isinstance(room[-1], Shown) or room[-1].block.kind == "prose"):
            room.pop()  # what closes a lesson, after the last thing to do in the room, is read at home
        return tuple(stretches(map(_seen, _noted(room))))

    @property
    def for_learner(self) -> tuple[Part, ...]:
        """All parts but the instructor's notes."""
        return tuple(p for p in self.parts if not (isinstance(p, Shown) and isinstance(p.block, Guide)))

    def _blocks(self) -> Iterator[Block]:
        return (part.block for part in self.parts if isinstance(part, Shown))


def _is_for_home(part: Part) -> bool:
    return isinstance(part, Shown) and isinstance(part.block, Ask) and part.block.section == FOR_HOME


def _cut(part: Part) -> list[Part]:
    """Cut a passage at its headings."""
    return (
        [replace(part, markdown=text) for text in HEADING.split(part.markdown)] if isinstance(part, Passage) else [part]
    )


def _noted(parts: list[Part]) -> list[Part]:
    """Return parts with each note where it begins to hold: at the heading above what it is on, as in a workshop."""
    found: list[Part] = []
    begin, taken, waiting = 0, False, list[Part]()
    for part in parts:
        if isinstance(part, Passage) and HEADING.match(part.markdown):
            begin, taken = len(found), False
        if isinstance(part, Shown) and isinstance(part.block, Guide):
            waiting = [part]
            continue
        if isinstance(part, Shown) and waiting:
            found[begin:begin], taken, waiting = waiting, True, []
        found.append(part)
        if isinstance(part, Shown) and taken:
            begin = len(found)  # for a second note under the same heading
    return found


def _seen(part: Part) -> Block | str:
    if isinstance(part, Shown):
        return part.block
    return part.markdown if isinstance(part, Passage) else f"{part.source}\n\n{part.result}"


@dataclass(frozen=True)
class Book:
    """All lessons of one learner.

    For the PDFs no font has ``missing_glyphs``, characters of the name, and ``stand_ins``, characters of other texts.
    ``course`` is the title of the course, by default that of the one in use; ``look`` is that of the batch,
    and ``letter`` is to the learner, in Markdown.
    """

    profile: LearnerProfile
    chapters: tuple[Chapter, ...]
    missing_glyphs: str = ""
    course: str = field(default_factory=lambda: chosen().title)
    look: Look = PLAIN
    letter: str = ""
    stand_ins: str = ""

    @property
    def redrawn(self) -> tuple[tuple[str, int], ...]:
        """The items that could not be made at first, each with the sub-seed that gave one, by id."""
        return tuple(sorted((ask.id, ask.subseed) for ask in self._asks if ask.subseed))

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """The items, each with its variant, by id."""
        return tuple(sorted((ask.id, ask.item.variant) for ask in self._asks))

    @property
    def _asks(self) -> Iterator[Ask]:
        return (ask for chapter in self.chapters for ask in chapter.asks)

    @property
    def title(self) -> str:
        """What the workbook is called, for the title of a document."""
        return f"{self.course}: the workbook of {self.profile.learner}"
