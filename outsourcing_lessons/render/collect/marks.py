"""What saved answers are worth: the learner's variants are made anew, and each response is judged by them.

Nothing that a file says of right and wrong counts; where it says something else than we find, that is told.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.as_written import with_own_questions
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.lessons.lesson import ItemTemplate, Lesson
from outsourcing_lessons.render.collect.same import SameQuestion, wording_in

MOST_ATTEMPTS, LONGEST_ENTRY = 200, 5000
STRANGE = "answers to a variant that this workbook and version do not have"
AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True)
class Answer:
    """One attempt at one question, judged here; the fields are the columns of the table.

    ``wording`` is how the question was put when it was answered, and ``reworded`` says whether it is put otherwise now.
    ``correct`` and ``score`` are empty where nothing is right or wrong; a game has ``points`` instead. ``told`` is
    whether the answer had been shown before, by what the file says.
    """

    learner_id: str
    lesson: str
    section: str
    item: str
    type: str
    variant: str
    wording: str
    reworded: bool | None
    attempt: int
    at: str
    correct: bool | None
    score: float | None
    confidence: int | None
    brier: float | None
    points: float | None
    told: bool
    response: str


@dataclass(frozen=True)
class Entry:
    """What a learner wrote into one field of a worksheet."""

    learner_id: str
    lesson: str
    worksheet: str
    field: str
    text: str


@dataclass
class Marks:
    """The answers of one learner, from one or several files.

    ``troubles`` counts what could not be used, by reason; ``strangers`` are the items with another variant than was
    answered.
    """

    profile: LearnerProfile
    attempts: dict[str, dict[tuple, tuple]] = field(default_factory=dict)
    entries: dict[tuple[str, str], str] = field(default_factory=dict)
    troubles: Counter = field(default_factory=Counter)
    strangers: dict[str, None] = field(default_factory=dict)
    _variants: dict[str, Item] = field(default_factory=dict)

    @cached_property
    def case(self) -> Case:
        return case_of(self.profile)

    def add(self, lessons: dict[str, Any], seed: Any = None) -> None:
        """Take in what a file holds, from a workbook with that seed; what was there already is not taken in twice."""
        slugs = {lesson.slug for lesson in chosen().lessons}
        self.troubles["parts of lessons that are not in this course"] += len(lessons.keys() - slugs)
        for lesson in map(with_own_questions, chosen().lessons):
            given = lessons.get(lesson.slug, {})
            if not isinstance(given, dict):
                self.troubles["lessons that are not lessons"] += 1
                continue
            self._attempts(lesson, given.get("attempts", []), seed)
            self._entries(lesson, given.get("entries", {}))

    def _attempts(self, lesson: Lesson, given: Any, seed: Any) -> None:
        templates = {template.id: template for template in lesson.items}
        given = given if isinstance(given, list) else [None]
        same = SameQuestion(given, seed == self.profile.seed)
        for one in given:
            if not isinstance(one, dict) or not isinstance(one.get("response"), dict):
                self.troubles["answers that are not answers"] += 1
            elif not isinstance(one.get("item"), str) or one["item"] not in templates:
                self.troubles["answers to questions that this lesson does not have"] += 1
            else:
                self._attempt(templates[one["item"]], one, same)

    def _attempt(self, template: ItemTemplate, one: dict[str, Any], same: SameQuestion) -> None:
        item = self._variant(template)
        if not same(item, one):
            self.troubles[STRANGE] += 1
            self.strangers[item.id] = None
            return
        response = item.kept(one["response"])  # whatever else a file brings along is left behind
        outcome = _judged(item, response)
        if not outcome["valid"]:
            self.troubles["answers that cannot be judged"] += 1
            return
        said = one.get("outcome")
        if isinstance(said, dict) and said.get("correct") is not outcome["correct"]:
            self.troubles["answers that the file calls right or wrong and that are not; our own judgement counts"] += 1
        known = self.attempts.setdefault(template.id, {})
        text = json.dumps(response, ensure_ascii=False, sort_keys=True)
        at = one["at"] if isinstance(one.get("at"), str) and AT.fullmatch(one["at"]) else ""
        if len(known) < MOST_ATTEMPTS:
            known.setdefault((text, at), (item, response, outcome, wording_in(one), one.get("told") is True))
        else:
            self.troubles[f"answers beyond {MOST_ATTEMPTS} to one question"] += 1

    def _variant(self, template: ItemTemplate) -> Item:
        if template.id not in self._variants:
            self._variants[template.id] = template.variant(self.case)
        return self._variants[template.id]

    def _entries(self, lesson: Lesson, given: Any) -> None:
        if given == {}:
            return
        sheet = lesson.worksheet(self.case)
        written = given.get(sheet.id) if isinstance(given, dict) else None
        if not isinstance(written, dict):
            self.troubles["worksheets that this lesson does not have"] += 1
            return
        for name in fields_of(sheet) & written.keys():
            if isinstance(written[name], str):
                self.entries[sheet.id, name] = written[name][:LONGEST_ENTRY]

    def answers(self) -> list[Answer]:
        """Return the table's rows, in the order of the course and of the attempts at each question."""
        rows = []
        for lesson in map(with_own_questions, chosen().lessons):
            for template in lesson.items:
                made = sorted(self.attempts.get(template.id, {}).items(), key=lambda one: one[0][1])
                for number, ((text, at), (item, response, outcome, wording, told)) in enumerate(made, start=1):
                    mark = (outcome["correct"], outcome["score"], response.get("confidence"), outcome["brier"])
                    put = (wording, wording != item.wording if wording else None)
                    about = (lesson.slug, template.section, item.id, item.type, item.variant, *put)
                    rows.append(
                        Answer(self.profile.learner_id, *about, number, at, *mark, outcome.get("points"), told, text)
                    )
        return rows

    def written(self) -> list[Entry]:
        """Return what was written into worksheets."""
        lesson_of = {lesson.worksheet(self.case).id: lesson.slug for lesson in chosen().lessons} if self.entries else {}
        rows = ((lesson_of[sheet], sheet, name, text) for (sheet, name), text in sorted(self.entries.items()))
        return [Entry(self.profile.learner_id, *row) for row in rows]


def fields_of(sheet: Worksheet) -> set[str]:
    """Return the names under which entries of a worksheet are kept: ``field``, or ``field.row`` in a table."""
    return {
        f"{entry.id}.{row}" if part.rows > 1 else entry.id
        for part in sheet.sheets
        for entry in part.fields
        for row in range(1, part.rows + 1)
    }


def _judged(item: Item, response: dict[str, Any]) -> dict[str, Any]:
    try:
        return judge(item, response)
    except (OverflowError, RecursionError, ValueError):  # a number or a nesting beyond all bounds
        return {"valid": False}
