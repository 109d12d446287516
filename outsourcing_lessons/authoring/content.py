"""A course, and a lesson of it, as the rules look at them: made for learners of every trade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from outsourcing_lessons.authoring.fault import Place, shown_path
from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.authoring.policy import Policy, policy_of
from outsourcing_lessons.blocks.block import Block, Explorer, Finding, Prose, Research
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.drafts import blocks_of
from outsourcing_lessons.lessons.explorer import ExplorerTemplate
from outsourcing_lessons.lessons.lesson import ItemTemplate, Lesson
from outsourcing_lessons.lessons.question_lines import Written, questions_in
from outsourcing_lessons.lessons.script import Call, read_cells
from outsourcing_lessons.lessons.source import Source
from outsourcing_lessons.notebook_files import read


@dataclass(frozen=True, eq=False)
class Content:
    """All that is checked.

    ``package`` has the lessons' modules; ``words`` are right though no dictionary has them; the notebooks are
    ``shipped`` if they are those that learners get, and not an author's copy.
    """

    lessons: tuple[Lesson, ...]
    sources: Mapping[str, Source]
    folder: Path
    package: str
    notebooks: Path
    policy: Policy
    words: frozenset[str]
    shipped: bool = True

    def subject(self, lesson: Lesson) -> Subject:
        """Return a lesson as the rules look at it."""
        return Subject(lesson, self)

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """All lessons as the rules look at them."""
        return tuple(map(self.subject, self.lessons))


def content_of_course(notebooks: Path | None = None) -> Content:
    """Return the course that is chosen; ``notebooks`` is the folder of another copy of its notebooks."""
    course = chosen()
    policy = policy_of(course.folder)
    excused = course.folder / policy.words  # a course may keep no such file
    return Content(
        course.readable(),
        course.sources,
        course.folder,
        course.package,
        notebooks or course.notebooks,
        policy,
        frozenset(excused.read_text(encoding="utf-8").split() if excused.exists() else ()),
        notebooks is None or notebooks.resolve() == course.notebooks.resolve(),
    )


class Cell(NamedTuple):
    """A cell of a notebook, counted from 1, and what it shows of the lesson."""

    number: int
    kind: str
    source: str
    tags: tuple[str, ...]
    calls: tuple[Call, ...]


@dataclass(frozen=True, eq=False)
class Subject:
    """A lesson in its course."""

    lesson: Lesson
    content: Content

    @cached_property
    def policy(self) -> Policy:
        return self.content.policy.of(self.lesson.slug)

    @property
    def is_full(self) -> bool:
        """Whether the course asks all of this lesson that it asks of a full one."""
        return self.lesson.slug in self.content.policy.full

    @cached_property
    def path(self) -> Path:
        return self.content.notebooks / self.lesson.notebook

    @cached_property
    def notebook(self) -> dict[str, Any]:
        return read(self.path)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, each with the calls of the lesson that it makes; raises as `read_cells` does."""
        calls: dict[int, list[Call]] = {}
        for one in read_cells(self.notebook["cells"], self.path.name, self.lesson.slug):
            if isinstance(one, Call):
                calls.setdefault(int(one.cell), []).append(one)
        return tuple(
            Cell(number, cell["cell_type"], "".join(cell["source"]), tuple(cell["metadata"].get("tags", ())), tuple(
                calls.get(number, ())))
            for number, cell in enumerate(self.notebook["cells"], 1)
        )  # fmt: skip

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """A learner of each trade."""
        return tuple(cases([1]))

    @cached_property
    def variants(self) -> tuple[tuple[Place, Case, Item], ...]:
        """Every item made for a learner of each trade."""
        return tuple(
            (self.of_variant(template, case), case, template.variant(case))
            for case in self.cases
            for template in self.lesson.items
        )

    @cached_property
    def explored(self) -> tuple[tuple[ExplorerTemplate, Case, Explorer], ...]:
        """Every explorer made for a learner of each trade."""
        return tuple(
            (template, case, template.explorer(case)) for template in self.lesson.explorers for case in self.cases
        )

    def blocks(self, case: Case, *verbs: str) -> Iterator[tuple[Place, Block]]:
        """Yield the blocks that calls of these methods show to a learner, in order."""
        for cell in self.cells:
            for call in cell.calls:
                if call.verb in verbs:
                    place = replace(self.at(cell.number), trade=case.profile.business)
                    yield from ((place, block) for block in blocks_of(self.lesson, call, case))

    def told(self, case: Case) -> Iterator[tuple[Place, Prose]]:
        """Yield the passages that are told to a learner, in order."""
        yield from ((place, block) for place, block in self.blocks(case, "tell") if isinstance(block, Prose))

    def found(self) -> Iterator[tuple[Place, Finding]]:
        """Yield the findings of the research that the notebook shows, in order."""
        for place, block in self.blocks(self.cases[0], "research"):
            if isinstance(block, Research):
                yield from ((place, finding) for finding in block.findings)

    def at(self, cell: int = 0) -> Place:
        """Return a place in the notebook."""
        return Place(file=shown_path(self.path), cell=cell)

    def of_code(self, make: object, name: str) -> Place:
        """Return the place of what a function makes; that of the notebook if nobody can say where it was written."""
        function = getattr(make, "func", make)
        code = getattr(getattr(function, "__wrapped__", function), "__code__", None)
        if code is None:
            return replace(self.at(), item=name)
        return Place(file=shown_path(code.co_filename), line=code.co_firstlineno, item=name)

    def of_variant(self, template: ItemTemplate, case: Case | None = None) -> Place:
        """Return the place of an item, made for a learner."""
        place = self._written.get(template.id) or self.of_code(template.make, template.id)
        return replace(place, trade=case.profile.business, seed=case.profile.seed) if case else place

    @cached_property
    def questions(self) -> tuple[tuple[Place, Written], ...]:
        """The questions that are written as text, with where each stands; none if the lesson has no such file."""
        path = self.content.folder / self.lesson.slug.replace("-", "_") / "questions.md"
        text, file = path.read_text(encoding="utf-8") if path.is_file() else "", shown_path(path)
        found = questions_in(text, f"{path.parent.name}/{path.name}")
        return tuple((Place(file=file, line=one.shared.line), one) for one in found)

    @cached_property
    def _written(self) -> dict[str, Place]:
        """Where each question that is written as text stands, by its id."""
        marked = ((place, mark) for place, one in self.questions for mark in one.marks if mark.startswith("#"))
        named = ((place, f"{self.lesson.slug}.{mark[1:]}") for place, mark in marked)
        return {name: replace(place, item=name) for place, name in named}

    def of_explorer(self, template: ExplorerTemplate) -> Place:
        """Return the place of an explorer."""
        return self.of_code(template.page.model, template.id)
