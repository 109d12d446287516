"""A course: its lessons in order, its trades and sources, and what joins them; read from a folder of plain text."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from outsourcing_lessons.blocks.block import Binder, Finding, Pair, Tally
from outsourcing_lessons.errors import ContentError, OutsourcingLessonsError, ProfileError, UnknownNameError
from outsourcing_lessons.items.game import scorers_of
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.learner import LearnerProfile, one_of, with_currency
from outsourcing_lessons.lessons import source
from outsourcing_lessons.lessons.author_errors import told
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.course_file import FILE, CourseFile, Pause, Playbook, Tests
from outsourcing_lessons.lessons.ids import refuse_shared
from outsourcing_lessons.lessons.joined import pairs_of, studied_in, tested
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.names import local_trades, read_names
from outsourcing_lessons.lessons.own_notebooks import own_folder
from outsourcing_lessons.lessons.source import Source
from outsourcing_lessons.lessons.test_variants import after, before
from outsourcing_lessons.lessons.toml_file import read, refusal
from outsourcing_lessons.lessons.trade import Trade
from outsourcing_lessons.lessons.trade_file import read_trades
from outsourcing_lessons.lessons.twins import twin_of
from outsourcing_lessons.lessons.worksheets import refuse_loose_handouts, worksheets_of


@dataclass(frozen=True, eq=False)
class Course:
    """A course.

    Lessons, trades and sources are read when they are first asked for, so that a module of the course may ask its own
    course for a source.
    """

    # id, title: the name it is found under, and the one on its pages.
    id: str
    title: str
    folder: Path
    package: str  # the package whose modules its lessons are
    slugs: tuple[str, ...]
    trade_names: tuple[str, ...]  # its trades; the first is that of a learner who names none
    notebooks: Path  # the folder of its notebooks
    sections: dict[str, str]  # what each section is called in a plan
    plans: dict[int, tuple[str | Pause, ...]]  # plans of workshops, by their minutes
    workshop: str  # the lesson that a workshop is on unless others are asked for
    tests: Tests | None = None  # what is asked before and after
    playbook: Playbook | None = None  # the document that binds all worksheets
    # By item, the option of somebody who follows the advice where it does not hold.
    advice: dict[str, str] | None = None

    def __repr__(self) -> str:
        return f"Course({self.id!r})"

    # ---- Lessons -----------------------------------------------------------------------------------------------------

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons in order, with the tests of the course and its playbook where they are shown."""
        plain, unreadable = self.modules()
        for error in unreadable.values():
            raise error
        with told():
            whole = tuple(self._with_tests(self._with_playbook(one), plain) for one in plain)
            refuse_shared(*whole, case=self.case(LearnerProfile()))
        return whole

    def lesson(self, name: str) -> Lesson:
        """Return a lesson by its slug or its number ("01" or "1")."""
        for lesson in self.readable():
            if name in (lesson.slug, lesson.number, str(int(lesson.number))):
                return lesson
        for error in self.modules()[1].values():
            raise error
        raise UnknownNameError("lesson", name, self.slugs)

    def modules(self) -> tuple[tuple[Lesson, ...], dict[str, OutsourcingLessonsError]]:
        """Return the lessons as their modules give them, and by slug why others cannot be read."""
        found, unreadable = [], {}
        for slug in self.slugs:
            try:
                with told():
                    found.append(_lesson(self.package, slug))
            except OutsourcingLessonsError as error:
                unreadable[slug] = error
        return tuple(found), unreadable

    def readable(self) -> tuple[Lesson, ...]:
        """Return the lessons; where one cannot be read, those that neither it nor what joins all of them is part of."""
        found, unreadable = self.modules()
        if not unreadable:
            return self.lessons
        joined = {self.tests.before, self.tests.after} if self.tests else set()
        joined |= {self.playbook.lesson} if self.playbook else set()
        return tuple(one for one in found if one.slug not in joined)

    def notebook_of(self, lesson: Lesson) -> Path:
        """Return the notebook of a lesson; that it exists and is whole is for the reader to see."""
        return (own_folder() or self.notebooks) / lesson.notebook

    def notebook_in(self, folder: Path) -> Path:
        """Return where the first lesson's notebook lies in a folder with a copy of the course."""
        return folder / self.lessons[0].notebook

    def _with_tests(self, lesson: Lesson, all_lessons: tuple[Lesson, ...]) -> Lesson:
        if self.tests and lesson.slug == self.tests.before:
            asked = (item for one in all_lessons for item in before(lesson.slug, tested(self.tests, one)))
            lesson = replace(lesson, items=(*lesson.items, *asked))
        if self.tests and lesson.slug == self.tests.after:
            asked = (item for one in all_lessons for item in after(lesson.slug, tested(self.tests, one)))
            closing = {"tally": lambda case: self.tally(), **lesson.closing}
            lesson = replace(lesson, items=(*lesson.items, *asked), closing=closing)
        return lesson

    def _with_playbook(self, lesson: Lesson) -> Lesson:
        if self.playbook and lesson.slug == self.playbook.lesson:
            return replace(lesson, closing={**lesson.closing, "playbook": self.binder})
        return lesson

    # ---- What joins the lessons --------------------------------------------------------------------------------------

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The items before and after, by lesson; none in a course without tests."""
        return pairs_of(self.tests, self.lessons)

    def tally(self) -> Tally:
        """Return the comparison of the two tests."""
        tests = self.tests
        if not tests:
            raise ContentError(f"{self.folder / FILE} has no [tests], so there is nothing to compare")
        return Tally(id=f"{tests.after}.tally", title=tests.title, purpose=tests.purpose, pairs=self.pairs)

    def binder(self, case: Case) -> Binder:
        """Return all worksheets of the course, to be bound."""
        facts = self.playbook
        if not facts:
            raise ContentError(f"{self.folder / FILE} has no [playbook], so there is nothing to bind")
        worksheets = worksheets_of(self.lessons, case)
        refuse_loose_handouts(facts.handouts, worksheets, str(self.folder / FILE))
        return Binder(
            id=f"{facts.lesson}.playbook", title=facts.title, purpose=facts.purpose, worksheets=worksheets,
            handouts=facts.handouts, pairs=self.pairs, studied=studied_in(self.lessons),
        )  # fmt: skip

    def followed(self, item: Item) -> dict[str, Any] | None:
        """Return the response of somebody who follows the advice everywhere, or None where it has nothing to say."""
        chosen = (self.advice or {}).get(item.id)
        return {"option": chosen} if chosen else None

    # ---- Whom it speaks to, and what it draws on ---------------------------------------------------------------------

    @cached_property
    def trades(self) -> dict[str, Trade]:
        """The trades by name, in order."""
        return read_trades(self.folder / "trades", self.trade_names, self.slugs)

    @cached_property
    def trade_in(self) -> Callable[[str, str], Trade]:
        """A function of country and trade: the trade with people who are called as one is there."""
        return local_trades(self.trades, read_names(self.folder))

    def profile(self, **values: Any) -> LearnerProfile:
        """Return a learner of this course; one who names no trade has its first, and no currency that of the country.

        Raises ProfileError at the first parameter that is not usable.
        """
        return self.with_trade(LearnerProfile(**with_currency(values)))

    def check_trade(self, business: object) -> None:
        """Raise a ProfileError unless the course has such a trade."""
        if allowed := one_of(self.trade_names)(business):
            raise ProfileError("business", business, allowed)

    def with_trade(self, profile: LearnerProfile) -> LearnerProfile:
        """Return a profile whose trade is one of the course; one that names none gets the first.

        Raises ProfileError if the course has no such trade.
        """
        self.check_trade(profile.business or self.trade_names[0])
        return profile if profile.business else replace(profile, business=self.trade_names[0])

    def case(self, profile: LearnerProfile) -> Case:
        """Return a profile with its trade; one that names none has the first.

        Raises ProfileError if the course has no such trade.
        """
        profile = self.with_trade(profile)
        return Case(profile, self.trade_in(profile.country, profile.business), self)

    @cached_property
    def page_models(self) -> dict[str, tuple[Path, str]]:
        """The models that a page runs: by name, the file of the twin in JavaScript and the name it exports."""
        templates = (template for lesson in self.lessons for template in lesson.explorers)
        return {template.id: template.page.twin for template in templates} | self.game_models

    @cached_property
    def game_models(self) -> dict[str, tuple[Path, str]]:
        """Those of the games alone, which the modules of the lessons register."""
        _ = self.lessons
        return {name: twin_of(score) for name, score in scorers_of(self.package).items()}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every study, law and framework that the course may name, by id."""
        return source.read_sources(self.folder / slug.replace("-", "_") for slug in self.slugs)

    def finding(self, source_id: str, claim: str, note: str = "") -> Finding:
        """Return what a study found, ready to be shown."""
        return source.finding(self.sources, source_id, claim, note)

    def listed(self, source_ids: Iterable[str]) -> str:
        """Return sources as a Markdown list, in the order of their authors, each once."""
        return source.listed(self.sources, source_ids)


def load(folder: Path, package: str) -> Course:
    """Return the course whose ``course.toml`` is in a folder, and whose lessons are modules of a package.

    Raises ContentError with every fault of the file: its key, what was found, and what is allowed.
    """
    path = folder / FILE
    facts = read(path, CourseFile)
    slugs = tuple(module.replace("_", "-") for module in facts.lessons)
    if faults := list(_faults(facts, slugs)):
        raise ContentError(refusal(path, faults))
    places = [(folder / name).resolve() for name in facts.notebooks]
    return Course(
        facts.id,
        facts.title,
        folder,
        package,
        slugs,
        tuple(facts.trades),
        next((place for place in places if place.is_dir()), places[-1]),
        facts.sections,
        {int(minutes): tuple(entries) for minutes, entries in facts.plans.items()},
        facts.workshop,
        facts.tests,
        facts.playbook,
        facts.advice,
    )


def _faults(facts: CourseFile, slugs: tuple[str, ...]) -> Iterator[str]:
    """Yield what is wrong with a file whose keys are sound, one by one."""
    for key, names in (("lessons", facts.lessons), ("trades", facts.trades)):
        yield from (f"{key} names {name!r} twice" for name in dict.fromkeys(names) if names.count(name) > 1)
    named = [("workshop", facts.workshop)]
    if facts.tests:
        named += [("tests.before", facts.tests.before), ("tests.after", facts.tests.after)]
    if facts.playbook:
        named.append(("playbook.lesson", facts.playbook.lesson))
    for minutes, entries in facts.plans.items():
        for place, entry in enumerate(entries):
            if isinstance(entry, str):
                lesson, section = entry.split(" ")
                named.append((f"plans.{minutes}.{place}", lesson))
                if section not in facts.sections:
                    there = ", ".join(facts.sections)
                    yield f"plans.{minutes}.{place} is {entry!r}; allowed after the lesson, from [sections]: {there}"
    for key, slug in named:
        if slug not in slugs:
            yield f"{key} is {slug!r}; allowed: {', '.join(slugs)}"


def _lesson(package: str, slug: str) -> Lesson:
    name = f"{package}.{slug.replace('-', '_')}"
    try:
        lesson = importlib.import_module(name).LESSON
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise ContentError(f"there is no module {name}, which {FILE} names as a lesson") from None
    except AttributeError:
        raise ContentError(f"{name} has no LESSON, and {FILE} names it as a lesson") from None
    if not isinstance(lesson, Lesson) or lesson.slug != slug:
        raise ContentError(f"LESSON of {name} is {lesson!r:.60}; allowed: a Lesson whose slug is {slug!r}")
    return lesson
