"""What a notebook works with: one lesson, made for one learner, shown piece by piece."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from outsourcing_lessons import player
from outsourcing_lessons.blocks.block import Ask, Block, Prose, Tally
from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.errors import ContentError, UnknownNameError
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile
from outsourcing_lessons.lessons.about_you import about_you
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import chosen, course_for
from outsourcing_lessons.lessons.ids import part_id, passage_id
from outsourcing_lessons.lessons.lesson import Lesson, is_former_name
from outsourcing_lessons.lessons.own_questions import Question, is_name, template_of, unseal, with_own
from outsourcing_lessons.lessons.review_variants import review_variant
from outsourcing_lessons.lessons.worksheets import worksheets_of
from outsourcing_lessons.progress.sqlite import FILE_NAME, SqliteProgress
from outsourcing_lessons.progress.store import ProgressStore
from outsourcing_lessons.widgets.attended import cell_in_hand, in_voila
from outsourcing_lessons.widgets.controller import BlockController, keeping
from outsourcing_lessons.widgets.decimal_comma import help_with_commas
from outsourcing_lessons.widgets.display import Display, Displays, display_of
from outsourcing_lessons.widgets.saved import Settled, save_settings, with_saved
from outsourcing_lessons.workshop.client.store import store_in

if TYPE_CHECKING:
    from outsourcing_lessons.playbook.page import Appointment


VOILA = "Voilà shows this lesson read-only: to answer it, open it in JupyterLab, or your workbook.html."
OLDER = (
    "*This notebook is from an older version of the course, and part of its text is missing. The questions below "
    "work, and your answers are saved. For the full text, open the newer notebook beside it.*"
)


def open_lesson(name: str, **profile) -> OpenLesson:
    """Open a lesson for a learner.

    Parameters
    ----------
    name : str
        The lesson: its slug, or its number in the course in use.
    **profile
        Fields of ``LearnerProfile``; what is left out has the value of a guest, or what the guest at the notebook has
        saved.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    ProfileError
        If a field is not usable; says which, what it was, and what is allowed.
    """
    for amount in ("hour_value", "unsold_hour_value", "weekly_hours"):
        if type(profile.get(amount)) is int:  # papermill -p hour_value 95
            profile[amount] = float(profile[amount])
    help_with_commas()
    if in_voila():
        print(VOILA)
    course = course_for(name)
    learner, folder = course.profile(**profile), Path.cwd()
    settled = with_saved(learner, SqliteProgress(folder / FILE_NAME), course)
    learner = settled.profile
    chooses = {field: getattr(learner, field) for field in CHOOSES_VARIANT}
    store = store_in(folder, learner.learner_id, chooses, learner.learner)
    return OpenLesson(course.lesson(name), learner, store, course, settled)


class OpenLesson:
    """A lesson made for a learner; each method shows one thing.

    Parameters
    ----------
    course : Course, optional
        Whose lesson it is; the one that this process is about when None.
    settled : Settled, optional
        What of the profile the notebook itself sets, and whether the learner has saved any of it.
    """

    def __init__(
        self,
        lesson: Lesson,
        profile: LearnerProfile,
        store: ProgressStore,
        course: Course | None = None,
        settled: Settled | None = None,
    ):
        self._course = course or chosen()
        self.lesson, self.profile, self._store = lesson, self._course.with_trade(profile), store
        self._settled = settled or Settled(self.profile)
        self._style = player.style()
        self._asked_in: dict[str, tuple[str | None, Question]] = {}

    def __repr__(self) -> str:
        who, an_hour = self.profile, self._case.money(self.profile.hour_value)
        about = f"Lesson {self.lesson.number}: {self.lesson.title}, about {self.lesson.minutes} minutes."
        return f"{about}\nFor {who.learner}: {who.business}, {an_hour} an hour, {who.weekly_hours:g} hours a week."

    @cached_property
    def _case(self) -> Case:
        return self._course.case(self.profile)

    def tell(self, text: str) -> Display:
        """Show a passage: Markdown with fields, such as ``**{owner}** owns {firm}``."""
        if is_former_name(text):
            return self._show(Prose(id=passage_id(self.lesson.slug, text), markdown=OLDER))
        return self._show(self.lesson.tell(text, self._case))

    def ask(self, question: Question) -> Display:
        """Show an item to answer: one of the lesson by its name, or one that is written out here."""
        name = question if isinstance(question, str) and is_name(question) else self._own(question)
        block = self.lesson.ask(name, self._case)
        return self._show(block, item=block.item, models=lambda: self._played(block.item))

    def _played(self, asked: Item) -> dict[str, tuple[Path, str]]:
        """Return what the page runs of an item: of a game its model."""
        model = getattr(asked, "model", "")
        return {name: twin for name, twin in self._course.game_models.items() if name == model}

    def own_questions(self, sealed: str) -> None:
        """Take in the questions that were sealed when this notebook was handed out; ``ask`` then finds them by name."""
        found = unseal(sealed, self.lesson.notebook)
        self.lesson = with_own(self.lesson, [template_of(self.lesson.slug, one, self.lesson.notebook) for one in found])

    def _own(self, question: Question) -> str:
        """Give a question that is written out in a cell to the lesson; return its id."""
        template, cell = template_of(self.lesson.slug, question, f"{self.lesson.notebook}, lesson.ask"), cell_in_hand()
        first = self._asked_in.setdefault(template.id, (cell, question))
        if question != first[1] and (cell is None or cell != first[0]):
            raise ContentError(
                f"{self.lesson.notebook}: another cell asks a question with the id “{template.id}”; give one of "
                "them another id"
            )
        self._asked_in[template.id] = (cell, question)
        self.lesson = with_own(self.lesson, [template])
        return template.id

    def about_you(self) -> Display:
        """Show whom the lesson is made for; a guest at the notebook may change it there, for all lessons."""
        block = about_you(self._case, self.lesson, self._settled.fixed, self._settled.saved)
        save = lambda typed: save_settings(typed, self._settled, self._store, self._course)  # noqa: E731
        return self._show(block, save=save)

    def section(self, name: str) -> Displays:
        """Show all items of a section, one after another."""
        items = self.lesson.section(name)
        if not items:
            raise UnknownNameError("section", name, dict.fromkeys(item.section for item in self.lesson.items))
        return Displays([self.ask(item.id) for item in items])

    def explore(self, name: str, after: str = "") -> Display:
        """Show sliders over a model; with ``after``, a prediction, they stay covered until that is committed."""
        template, block = self.lesson.explorer(name), self.lesson.explore(name, self._case, after)
        prediction = self.lesson.item(after).variant(self._case) if after else None

        def models():
            return {template.id: template.page.twin}

        return self._show(block, item=prediction, models=models, formerly=template.formerly)

    def reveal(self, name: str) -> Display:
        """Show the truth beside a prediction, once that is made."""
        block = self.lesson.reveal(name)(self._case)
        return self._show(block, item=self.lesson.item(block.prediction).variant(self._case))

    def research(self) -> Display:
        """Show what studies found."""
        return self._show(self.lesson.study(self._case, self.lesson.notebook))

    def sources(self) -> Display:
        """Show what the lesson draws on, to be looked up."""
        block = Prose(
            id=part_id(self.lesson.slug, "sources"), markdown=self._course.listed(self.lesson.sources), small=True
        )
        return self._show(block)

    def worksheet(self) -> Display:
        """Show the page about the learner's own case."""
        before = takewhile(lambda one: one.slug != self.lesson.slug, self._course.lessons)
        block = self.lesson.worksheet(self._case)
        return self._show(block, earlier=worksheets_of(before, self._case), recalled=self._recalled(block))

    def closing(self, name: str) -> Display:
        """Show what ends the course: the tally of both tests, or the playbook."""
        block = self.lesson.closing_block(name)(self._case)
        return self._show(
            block, learner=self.profile.learner, recalled=self._recalled(block), reviews=self._review_dates
        )

    def playbook(self) -> Display:
        """Show the playbook of the whole course, from any lesson."""
        block = self._course.binder(self._case)
        return self._show(block, learner=self.profile.learner, reviews=self._review_dates)

    def _review_dates(self) -> tuple[Appointment, ...]:
        from outsourcing_lessons.lab.learner_progress import review_dates

        return review_dates(self._case, self._store, datetime.now().astimezone())

    def guide(self, name: str) -> Displays:
        """Show nothing: the instructor's notes are cells of their own; notebooks of version 0.1 ask for them here."""
        return Displays()

    def home(self) -> Display:
        """Show where the learner stands in the whole course; where nobody is at the notebook, what it holds."""
        from outsourcing_lessons.lab.start_notebook import script
        from outsourcing_lessons.lab.start_page import home
        from outsourcing_lessons.progress.backup import trouble

        standing = self._standing()
        amiss = trouble(SqliteProgress(Path.cwd() / FILE_NAME)) if standing else ""
        return self._show(home(self._case, standing, amiss), page_script=script() if standing else "")

    def review(self, minutes: float = 5) -> Displays:
        """Ask what is due today, in new variants, for so many minutes; where nobody is at the notebook, nothing is."""
        from outsourcing_lessons.lab.start_page import review

        standing = self._standing(minutes)
        shown = [self._show(review(self._case, standing))]
        asked = (*standing.review.done, *standing.review.to_do) if standing else ()
        return Displays(shown + [self._ask_again(one.item_id, one.number) for one in asked])

    def _standing(self, minutes: float = 5):
        if self.profile.edition != "study" or cell_in_hand() is None:
            return None
        from outsourcing_lessons.lab.learner_progress import standing_of

        standing, problem = keeping(lambda: standing_of(self._case, self._store, datetime.now().astimezone(), minutes))
        if problem:
            print(problem)
        return standing

    def _ask_again(self, item_id: str, number: int) -> Display:
        template = next(t for lesson in self._course.lessons for t in lesson.items if t.id == item_id)
        seed, item = review_variant(template, self._case, number)
        return self._show(Ask(id=item_id, section=template.section, item=item), seed=seed, item=item)

    def _recalled(self, block: Block) -> tuple[Item, ...]:
        """Return the items, of any lesson, whose attempts a tally counts, or whose best a worksheet offers."""
        ids = {i for pair in (block.pairs if isinstance(block, Tally) else ()) for i in (*pair.before, *pair.after)}
        ids |= {sheet.offer.item for sheet in (block.sheets if isinstance(block, Worksheet) else ()) if sheet.offer}
        return tuple(t.variant(self._case) for lesson in self._course.lessons for t in lesson.items if t.id in ids)

    def _show(self, block: Block, seed: int | None = None, page_script: str = "", **parts) -> Display:
        controller = BlockController(
            block, self.profile.learner_id, self.profile.seed if seed is None else seed, self._store, **parts
        )
        style, self._style = self._style, ""
        return display_of(controller, self.profile.edition, style, page_script)
