"""What a lesson's script shows, gathered into parts: each block with the words that lead up to it.

Words that stand before a display lead up to it. A line that asks a model, and words that nothing follows in their part,
are shown for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from outsourcing_lessons.blocks.block import Block, Guide, Prose
from outsourcing_lessons.blocks.markdown import as_markdown
from outsourcing_lessons.errors import ContentError, UnknownNameError
from outsourcing_lessons.lessons.about_you import about_you
from outsourcing_lessons.lessons.block_minutes import FOR_HOME
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.handed_out import with_own_questions
from outsourcing_lessons.lessons.ids import part_id
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.script import Call, Entry, Heading, Note, Words, script_of

LONGEST_TITLE = 60


@dataclass(frozen=True)
class Shown:
    """A block, the Markdown that leads up to it, and whether it is for home."""

    block: Block
    lead: str = ""
    at_home: bool = False
    title: str = ""


@dataclass
class Draft:
    """A part in the making."""

    title: str
    lesson: str
    shown: list[Shown] = field(default_factory=list)
    guide: Guide | None = None


def drafts_of(lesson: Lesson, case: Case) -> list[Draft]:
    """Return the parts of a lesson that show something.

    Raises ContentError if the notebook shows something twice, or something that the lesson does not have; the message
    names the cell.
    """
    found = _Gathering(with_own_questions(lesson), case)
    with case.writing():
        for one in script_of(lesson):
            found.take(one)
    found.end()
    _leave_for_home(found.drafts)
    return [draft for draft in found.drafts if draft.shown]


class _Gathering:
    """Goes through a script: the words and the note that wait for what comes next."""

    def __init__(self, lesson: Lesson, case: Case):
        self.lesson, self.case = lesson, case
        self.drafts = [Draft(lesson.title, lesson.title)]
        self.words: list[Words] = []
        self.note: Guide | None = None
        self.cells: dict[tuple[str, str], str] = {}

    def take(self, found: Entry) -> None:
        if isinstance(found, Words):
            self.words.append(found)
        elif isinstance(found, Heading):
            self._flush()
            self.drafts.append(Draft(found.title, self.lesson.title))
        elif isinstance(found, Note):
            self.note = found.guide
        else:
            self._display(found)

    def _display(self, call: Call) -> None:
        try:
            blocks = list(blocks_of(self.lesson, call, self.case))
        except UnknownNameError as error:
            raise ContentError(f"{self.lesson.notebook}, cell {call.cell}: {error}") from None
        for block in blocks:
            name = (block.kind, block.id)
            if name in self.cells:
                what = _first_sentence(call.name) or block.id
                raise ContentError(
                    f"{self.lesson.notebook}, cell {call.cell}: {call.verb} “{what}” is already shown in "
                    f"cell {self.cells[name]}, and a room is asked only once: remove one, or tag it lab-only"
                )
            self.cells[name] = call.cell
        self._noted()
        if any(one.asks for one in self.words):
            self._flush()
        leads = ["\n\n".join(one.markdown for one in self.words)] + [""] * len(blocks)
        self.words = []
        home = (call.verb, call.name) == ("section", FOR_HOME)
        for block, lead in zip(blocks, leads, strict=False):
            title = _first_sentence(block.markdown) if isinstance(block, Prose) and call.verb == "tell" else ""
            self.drafts[-1].shown.append(Shown(block, lead, home, title))

    def _noted(self) -> None:
        """Put the note that waits at the part in which the next display is; a second one begins a part."""
        now = self.drafts[-1]
        if self.note and now.guide and now.shown:
            title = f"{now.title}: {self.note.section.replace('-', ' ')}"
            self.drafts.append(Draft(title, self.lesson.title, guide=self.note))
        elif self.note:
            now.guide = self.note
        self.note = None

    def _flush(self) -> None:
        """Show the words that wait for themselves; a bare heading leads up to whatever comes next."""
        text = "\n\n".join(one.markdown for one in self.words)
        bare = re.sub(r"^#+ .*$", "", text, flags=re.MULTILINE).strip()
        if bare:
            block = Prose(id=f"{self.lesson.slug}.words-{self.words[0].cell}", markdown=text)
            title = _first_sentence(bare) if self.drafts[-1].shown or bare == text else self.drafts[-1].title
            self.drafts[-1].shown.append(Shown(block, title=title))
            self.words = []

    def end(self) -> None:
        self._flush()
        if self.note:
            raise ContentError(
                f"{self.lesson.notebook}: nothing is shown after the note “{self.note.section}”; "
                "put it before what it is about"
            )


def _leave_for_home(drafts: list[Draft]) -> None:
    """What closes a lesson, after the last thing to do in the room, is read at home."""
    for draft in reversed(drafts):
        for n, one in reversed(list(enumerate(draft.shown))):
            if one.block.kind != "prose" and not one.at_home:
                return
            draft.shown[n] = replace(one, at_home=True)


def blocks_of(lesson: Lesson, call: Call, case: Case) -> Iterator[Block]:
    """Yield the blocks that a call shows."""
    match call.verb:
        case "section":
            if not lesson.section(call.name):
                raise UnknownNameError("section", call.name, dict.fromkeys(item.section for item in lesson.items))
            yield from (lesson.ask(template.id, case) for template in lesson.section(call.name))
        case "tell":
            yield lesson.tell(call.name, case, f"{lesson.notebook}, cell {call.cell}")
        case "about_you":
            block = about_you(case, lesson)
            yield Prose(id=block.id, markdown=as_markdown(block))
        case "sources":
            yield Prose(id=part_id(lesson.slug, "sources"), markdown=chosen().listed(lesson.sources), small=True)
        case "ask":
            yield lesson.ask(call.name, case)
        case "explore":
            yield lesson.explore(call.name, case, call.after)
        case "reveal":
            yield lesson.reveal(call.name)(case)
        case "closing":
            yield lesson.closing_block(call.name)(case)
        case "research":
            yield lesson.study(case, f"{lesson.notebook}, cell {call.cell}")
        case "worksheet":
            yield lesson.worksheet(case)
        case "playbook":
            yield chosen().binder(case)


def _first_sentence(text: str) -> str:
    """Return what a passage may be called by.

    Examples
    --------
    >>> _first_sentence("**Questions.** What does a *stranger* cost?")
    'Questions'
    >>> _first_sentence("How much does knowing each other do? At one firm, half.")
    'How much does knowing each other do?'
    """
    plain = " ".join(re.sub(r"[*_`#]|^\s*[-\d]+[.)]?\s", "", text).split())
    sentence = re.split(r"(?<=[.?!:])\s", plain, maxsplit=1)[0].rstrip(".:")
    return sentence if len(sentence) <= LONGEST_TITLE else sentence[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + " …"
