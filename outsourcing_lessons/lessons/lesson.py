"""What a lesson is made of, and how an item's template becomes a learner's variant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import NamedTuple, TypeVar

from outsourcing_lessons.blocks.block import Ask, Binder, Explorer, Prose, Research, Reveal, Tally
from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.errors import ContentError, UnknownNameError
from outsourcing_lessons.items.identity import codes
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons import ids
from outsourcing_lessons.lessons.author_errors import in_words
from outsourcing_lessons.lessons.case import Case, known
from outsourcing_lessons.lessons.explorer import ExplorerTemplate
from outsourcing_lessons.lessons.fields import fill
from outsourcing_lessons.number_format import localised

FOLD = "??? "  # opens a passage that is folded, as in MkDocs
SECTIONS = ("predict", "practice", "when-wrong", "recall", "test", "pre-test", "post-test")
TRIES = 20  # draws, before an item counts as one that cannot be made

T = TypeVar("T")
B = TypeVar("B", Reveal, Tally | Binder)


class Drawn(NamedTuple):
    """A variant and the sub-seed it was drawn with: 0, or how many draws before it failed."""

    item: Item
    subseed: int


def drawn(item_id: str, seed: int, make: Callable[[SeededRandom], Item]) -> Drawn:
    """Return the first variant that can be made, which is the same one wherever it is drawn.

    Raises ContentError when none of the first draws gives one; says what was wrong with the last.
    """
    for subseed in range(TRIES):
        try:
            return Drawn(make(SeededRandom(item_id, seed, subseed)), subseed)
        except MemoryError:
            raise
        except Exception as error:  # whatever it is: an author's slip in one question is not to cost anybody the others
            failed = error
    raise ContentError(
        f"the item {item_id!r} could not be made with seed {seed} in {TRIES} draws; "
        f"the last ended in {in_words(failed)}"
    ) from failed


@dataclass(frozen=True)
class ItemTemplate:
    """How an item is made for a learner: a function of (case, draw) and what is the same in every variant."""

    id: str
    section: str
    objective: str
    minutes: float
    sources: tuple[str, ...]
    make: Callable[[Case, SeededRandom], Item]

    def variant(self, case: Case) -> Item:
        """Return the learner's variant; the same case and seed give the same one everywhere."""
        return self.drawn(case).item

    def drawn(self, case: Case) -> Drawn:
        """Return the learner's variant with the sub-seed it was drawn with."""
        with case.writing():
            return drawn(self.id, case.profile.seed, lambda draw: self._made(case, draw))

    def _made(self, case: Case, draw: SeededRandom) -> Item:
        item = self.make(case, draw).unsolved(draw)
        item = item.model_copy(
            update={
                "id": self.id,
                "objective": self.objective,
                "minutes": self.minutes,
                "sources": self.sources,
                "numbers": case.numbers,
                "answer": item.answer or item.key_in_words(),
            }
        )
        return item.model_copy(update=codes(item, draw.drawn))


def item(
    item_id: str, section: str, objective: str, minutes: float = 1.5, sources: tuple[str, ...] = ()
) -> Callable[[Callable[[Case, SeededRandom], Item]], ItemTemplate]:
    """Turn a function of (case, draw) into an item template; the function leaves the id to us."""
    if section not in SECTIONS:
        raise ContentError(f"{item_id}: section {section!r} is none of {SECTIONS}")

    def template(make: Callable[[Case, SeededRandom], Item]) -> ItemTemplate:
        return ItemTemplate(item_id, section, objective, minutes, sources, make)

    return template


@dataclass(frozen=True)
class Objective:
    """Something a learner can do afterwards, testable: "price a departure"."""

    id: str
    text: str


@dataclass(frozen=True)
class Lesson:
    """The content of one lesson.

    ``minutes`` is how long it takes alone, without the questions from memory, which are for another day. ``fields``
    are what its notebook may speak of beside what every lesson may (`Case.fields`). ``beforehand`` computes and keeps
    what all learners of a trade have alike, so that a batch does so once; it starts no thread. ``closing`` is what ends
    the course: the tally of both tests, the binder of all worksheets. ``formula_sources`` are the papers a model
    is taken from, where no item or finding names them.
    """

    slug: str
    number: str
    title: str
    notebook: str
    minutes: int
    objectives: tuple[Objective, ...]
    items: tuple[ItemTemplate, ...]
    explorers: tuple[ExplorerTemplate, ...]
    reveals: dict[str, Callable[[Case], Reveal]]
    research: Research | None
    worksheet: Callable[[Case], Worksheet]
    fields: Callable[[Case], Mapping[str, object]] = lambda case: {}
    beforehand: Callable[[Case], None] = lambda case: None
    closing: dict[str, Callable[[Case], Tally | Binder]] = field(default_factory=dict)
    formula_sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "worksheet", _in_place(self.worksheet))
        ids.refuse_shared(self)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all it draws on: its findings, its items, its formulas."""
        findings = self.research.findings if self.research else ()
        of_items = (source for template in self.items for source in template.sources)
        return tuple(dict.fromkeys((*(one.source for one in findings), *of_items, *self.formula_sources)))

    def item(self, name: str) -> ItemTemplate:
        """Return the template of an item by its id, with or without the lesson before the dot."""
        by_id = {template.id.partition(".")[2]: template for template in self.items}
        return _named("item", name.removeprefix(self.slug + "."), by_id)

    def ask(self, name: str, case: Case) -> Ask:
        """Return the block that asks an item."""
        template = self.item(name)
        item, subseed = template.drawn(case)
        return Ask(id=template.id, section=template.section, item=item, subseed=subseed)

    def section(self, section: str) -> tuple[ItemTemplate, ...]:
        """Return the items of a section, in order."""
        return tuple(template for template in self.items if template.section == section)

    def explorer(self, name: str) -> ExplorerTemplate:
        """Return an explorer by the part of its id after the dot."""
        by_id = {template.id.partition(".")[2]: template for template in self.explorers}
        former = {template.formerly.partition(".")[2]: short for short, template in by_id.items() if template.formerly}
        short = name.removeprefix(self.slug + ".")
        return _named("explorer", former.get(short, short), by_id)

    def explore(self, name: str, case: Case, after: str = "") -> Explorer:
        """Return the block of an explorer; ``after`` is the prediction that it answers, if it answers one."""
        with case.writing():
            block = self.explorer(name).explorer(case).model_copy(update={"numbers": case.numbers})
        return block.model_copy(update={"after": self.item(after).id}) if after else block

    def tell(self, text: str, case: Case, place: str = "") -> Prose:
        """Return the block that shows a passage: Markdown with fields; ``place`` is where it stands, for errors.

        Text that begins with ``??? `` is folded under its first paragraph, a question to answer before one looks.

        Raises ContentError if there is nothing to tell, or a field is unknown or no expression; names the place and the
        field.
        """
        text = text.strip()
        place = place or f"the passage “{_beginning(text)}”"
        if not text:
            raise ContentError(f"{place} is empty; write the text between the quotes")
        with case.writing():
            filled = fill(text, known(case, self.slug, self.fields), place)
        folded = filled.startswith(FOLD) and "\n\n" in filled
        return Prose(id=ids.passage_id(self.slug, text), markdown=filled.removeprefix(FOLD), folded=folded)

    def study(self, case: Case, place: str) -> Research:
        """Return the block of what studies found, its figures written as in the learner's country.

        Raises ContentError if the lesson has none; names the place.
        """
        if self.research is None:
            raise ContentError(f"{place}: the lesson has no research to show")
        with case.writing():
            findings = (
                one.model_copy(update={"claim": localised(one.claim), "note": localised(one.note)})
                for one in self.research.findings
            )
            return self.research.model_copy(update={"findings": tuple(findings)})

    def reveal(self, name: str) -> Callable[[Case], Reveal]:
        """Return a reveal by name."""
        make = _named("reveal", name, self.reveals)
        return lambda case: _made(make, case, ids.part_id(self.slug, f"reveal-{name}"))

    def closing_block(self, name: str) -> Callable[[Case], Tally | Binder]:
        """Return what ends the course, by name."""
        make = _named("closing", name, self.closing)
        return lambda case: _made(make, case, ids.part_id(self.slug, name))


def _in_place(make: Callable[[Case], Worksheet]) -> Callable[[Case], Worksheet]:
    """Have a worksheet written in the format of the learner's country."""
    if hasattr(make, "__wrapped__"):
        return make

    @wraps(make)
    def placed(case: Case) -> Worksheet:
        with case.writing():
            return make(case).model_copy(update={"numbers": case.numbers})

    return placed


def _made(make: Callable[[Case], B], case: Case, block_id: str) -> B:
    with case.writing():
        return make(case).model_copy(update={"id": block_id})


def _beginning(text: str, most: int = 50) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= most else line[:most].rstrip() + " …"


def is_former_name(text: str) -> bool:
    """Whether this is what version 0.1 called a passage by, and not a text.

    Examples
    --------
    >>> is_former_name("second-job"), is_former_name("Hello"), is_former_name("{owner} waits.")
    (True, False, False)
    """
    return re.fullmatch(r"[a-z]+(-[a-z]+)*", text) is not None


def _named(what: str, name: str, known: Mapping[str, T]) -> T:
    if name not in known:
        raise UnknownNameError(what, name, known)
    return known[name]
