"""The plan of a workshop: parts with their minutes, and in each the steps that can be shown to the room.

Everybody in a room has the same variant of every item, so that a distribution means something; the profile of the room
decides which. A part begins at a heading of the lesson. An instructor's note holds until the next one, the first from
the beginning, and what is shown meanwhile shares its minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from outsourcing_lessons.blocks.block import Ask, Block, Guide
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.lessons.block_minutes import Stretch, minutes_alone, stretches
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.course_file import Pause
from outsourcing_lessons.lessons.drafts import Draft, drafts_of
from outsourcing_lessons.lessons.lesson import Lesson


@dataclass(frozen=True)
class Step:
    """One thing shown to the room."""

    id: str  # ``kind:block id``, such as ``ask:begin.split``
    number: str  # part and place in it, such as ``2.3``
    title: str
    block: Block
    minutes: float  # of the part's, this step's
    lead: str = ""  # Markdown that the notebook says before it
    at_home: bool = False  # left out unless the instructor wants it
    named_to_skip: bool = False  # the instructor's note says that it may be left out
    named_to_keep: bool = False  # the instructor's note says that it may not
    pause: Pause | None = None  # what comes after it and is shown on no page: a break, a last round of words

    @property
    def asks(self) -> bool:
        return isinstance(self.block, Ask)

    @property
    def ask(self) -> Ask:
        """What a step asks; a TypeError for one that asks nothing."""
        if not isinstance(self.block, Ask):
            raise TypeError(f"{self.id} asks nothing")
        return self.block


@dataclass(frozen=True)
class Part:
    """A stretch of the workshop under one heading; ``guide`` is the note that stands here, ``note`` what holds."""

    number: int
    title: str
    lesson: str
    steps: tuple[Step, ...]
    guide: Guide | None = None
    note: Guide | None = None

    @property
    def minutes(self) -> float:
        return sum(step.minutes for step in self.steps if not step.at_home)


@dataclass(frozen=True)
class Agenda:
    """All parts of a workshop, in order."""

    parts: tuple[Part, ...]
    steps: dict[str, Step] = field(init=False)
    tallies: tuple[Step, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", {step.id: step for part in self.parts for step in part.steps})
        tallies = tuple(step for step in self.steps.values() if step.block.kind == "tally")
        object.__setattr__(self, "tallies", tallies)

    def step(self, name: object) -> Step | None:
        """Return a step by its id, whatever was given for one."""
        return self.steps.get(name) if isinstance(name, str) else None

    def why(self, item: Item) -> str:
        """Return why the key of an item is right, whatever anybody answered; of a prediction its reveal says that."""
        reveals = (step.block for step in self.steps.values() if step.block.kind == "reveal")
        explained = (reveal.explanation for reveal in reveals if reveal.prediction == item.id)
        return item.reason() or next(explained, "")

    def told_later(self, item: Item) -> bool:
        """Whether a step of its own tells the truth of an item."""
        return any(getattr(step.block, "prediction", "") == item.id for step in self.steps.values())

    def step_of_item(self, item_id: str) -> Step | None:
        """Return the step that asks an item."""
        return self.steps.get(f"ask:{item_id}")


def agenda_of(lessons: tuple[Lesson, ...], case: Case) -> Agenda:
    """Return the plan of a workshop on some lessons, for a room with this case.

    Raises ContentError if a notebook cannot be read, or a note names what its lesson does not have.
    """
    parts: list[Part] = []
    for lesson in lessons:
        drafts = drafts_of(lesson, case)
        notes = [draft.guide for draft in drafts if draft.guide]
        _refuse_unknown(lesson, drafts, notes)
        leave_out, keep = {i for note in notes for i in note.leave_out}, {i for note in notes for i in note.keep}
        timed = zip(drafts, _stretches(drafts), strict=True)
        parts += [_part(number, *one, leave_out, keep) for number, one in enumerate(timed, len(parts) + 1)]
    return Agenda(tuple(parts))


def _refuse_unknown(lesson: Lesson, drafts: list[Draft], notes: list[Guide]) -> None:
    """Refuse a note that names a block which is neither shown nor in the lesson's bank, where it may have stood."""
    known = {shown.block.id for draft in drafts for shown in draft.shown}
    known |= {*(one.id for one in lesson.items), *(one.id for one in lesson.explorers)}
    for note in notes:
        for name in (*note.leave_out, *note.keep):
            if name not in known:
                near = get_close_matches(name, known, n=1) or sorted(known)
                raise ContentError(
                    f"{lesson.notebook}: the note on {note.section!r} names {name!r}, which is not in the lesson; "
                    f"did you mean {near[0]!r}?"
                )


def _stretches(drafts: list[Draft]) -> Iterator[Stretch]:
    """Yield for each part the stretch of the lesson that it is in."""
    found = list(stretches(one for draft in drafts for one in _for_the_room(draft)))
    place, noted = 0, False
    for draft in drafts:
        place, noted = place + bool(draft.guide and noted), noted or bool(draft.guide)
        yield found[place] if found else Stretch(None, 0, 0.0)


def _for_the_room(draft: Draft) -> Iterator[Block | str]:
    if draft.guide:
        yield draft.guide
    for shown in draft.shown:
        if not shown.at_home:
            yield from (shown.lead, shown.block)


def _part(number: int, draft: Draft, stretch: Stretch, leave_out: set[str], keep: set[str]) -> Part:
    steps = []
    for place, shown in enumerate(draft.shown, 1):
        block, title = shown.block, shown.title or _title(shown.block)
        name, minutes = f"{block.kind}:{block.id}", minutes_alone(shown.lead) + minutes_alone(block)
        minutes *= 1.0 if shown.at_home else stretch.factor
        said = block.id in leave_out, block.id in keep
        steps.append(Step(name, f"{number}.{place}", title, block, minutes, shown.lead, shown.at_home, *said))
    return Part(number, draft.title, draft.lesson, tuple(steps), draft.guide, stretch.note)


def _title(block: Block) -> str:
    if isinstance(block, Ask):
        return block.item.title
    name = block.id.partition(".")[2]
    return getattr(block, "title", "") or name.replace("-", " ").capitalize()
