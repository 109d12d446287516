"""What saved answers are worth: the learner's variants are made anew, and each response is judged by them.

Nothing that a file says of right and wrong counts; where it says something else than we find, that is told.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.collect.which_variant import SameQuestion, wording_in
from outsourcing_lessons.items.identity import judged_from_file
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.lessons.handed_out import with_own_questions
from outsourcing_lessons.lessons.lesson import ItemTemplate, Lesson

MOST_ATTEMPTS, LONGEST_ENTRY = 200, 5000
MS = "milliseconds"
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


class Given(NamedTuple):
    """One attempt as it is kept until the tables are made.

    ``now`` is how its question is worded today; ``slips`` are the mistakes in it, each by its id and with what is said
    of it, which differs from learner to learner.
    """

    at: str
    text: str
    item: str
    type: str
    variant: str
    wording: str
    now: str
    seed: int
    outcome: dict[str, Any]
    confidence: int | None
    told: bool
    slips: tuple[tuple[str, str], ...] = ()


@dataclass
class Marks:
    """The answers of one learner, from one or several files.

    ``profile`` is the one whose variants they were asked. ``troubles`` counts what could not be used in
    the file that was added last, by reason; ``strangers`` are the items with another variant than was answered.
    """

    profile: LearnerProfile
    attempts: dict[str, dict[tuple, Given]] = field(default_factory=dict)
    entries: dict[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)
    troubles: Counter = field(default_factory=Counter)
    strangers: dict[str, None] = field(default_factory=dict)

    def add(self, lessons: dict[str, Any], seed: Any = None, at: str = "") -> int:
        """Take in what a file holds; what was there already is not taken in twice.

        Parameters
        ----------
        lessons : dict
            By the slug of the lesson: attempts and entries.
        seed : int, optional
            Of the workbook that the file says it is from.
        at : str
            When the file was last changed; of an entry in several files the latest counts.

        Returns
        -------
        int
            How many attempts are new.
        """
        self.troubles, self.strangers = Counter(), {}
        answered = _Answered(case_of(self.profile), seed)
        before = sum(map(len, self.attempts.values()))
        slugs = {lesson.slug for lesson in chosen().lessons}
        self.troubles["parts of lessons that are not in this course"] += len(lessons.keys() - slugs)
        for lesson in map(with_own_questions, chosen().lessons):
            given = lessons.get(lesson.slug, {})
            if not isinstance(given, dict):
                self.troubles["lessons that are not lessons"] += 1
                continue
            self._attempts(lesson, given.get("attempts", []), answered)
            self._entries(lesson, given.get("entries", {}), answered.case, at)
        return sum(map(len, self.attempts.values())) - before

    def _attempts(self, lesson: Lesson, given: Any, answered: _Answered) -> None:
        templates = {template.id: template for template in lesson.items}
        given = given if isinstance(given, list) else [None]
        same = SameQuestion(given, answered.seed == answered.case.profile.seed)
        for one in given:
            if not isinstance(one, dict) or not isinstance(one.get("response"), dict):
                self.troubles["answers that are not answers"] += 1
            elif not isinstance(one.get("item"), str) or one["item"] not in templates:
                self.troubles["answers to questions that this lesson does not have"] += 1
            else:
                self._attempt(answered.variant(templates[one["item"]]), one, same, answered.case.profile.seed)

    def _attempt(self, item: Item, one: dict[str, Any], same: SameQuestion, seed: int) -> None:
        if not same(item, one):
            self.troubles[STRANGE] += 1
            self.strangers[item.id] = None
            return
        response = item.kept(one["response"])  # whatever else a file brings along is left behind
        outcome = judged_from_file(item, response)
        if not outcome["valid"]:
            self.troubles["answers that cannot be judged"] += 1
            return
        said = one.get("outcome")
        if isinstance(said, dict) and said.get("correct") is not outcome["correct"]:
            self.troubles["answers that the file calls right or wrong and that are not; our own judgement counts"] += 1
        known = self.attempts.setdefault(item.id, {})
        text = json.dumps(response, ensure_ascii=False, sort_keys=True)
        at = moment(one.get("at"))
        if len(known) < MOST_ATTEMPTS:
            sure, told = response.get("confidence"), one.get("told") is True
            about = (at, text, item.id, item.type, item.variant, wording_in(one), item.wording, seed)
            known.setdefault((item.variant, text, at), Given(*about, outcome, sure, told, _slips(item, outcome)))
        else:
            self.troubles[f"answers beyond {MOST_ATTEMPTS} to one question"] += 1

    def _entries(self, lesson: Lesson, given: Any, case: Case, at: str) -> None:
        if given == {}:
            return
        sheet = lesson.worksheet(case)
        written = given.get(sheet.id) if isinstance(given, dict) else None
        if not isinstance(written, dict):
            self.troubles["worksheets that this lesson does not have"] += 1
            return
        for name in fields_of(sheet) & written.keys():
            place = (lesson.slug, sheet.id, name)
            if isinstance(written[name], str) and at >= self.entries.get(place, ("", ""))[0]:
                self.entries[place] = (at, written[name][:LONGEST_ENTRY])

    def given(self) -> Iterator[tuple[Lesson, ItemTemplate, int, Given]]:
        """Yield all attempts with their numbers, in the order of the course and of the attempts at each question."""
        for lesson in map(with_own_questions, chosen().lessons):
            for template in lesson.items:
                made = sorted(self.attempts.get(template.id, {}).values(), key=lambda one: (one.at, one.text))
                yield from ((lesson, template, number, one) for number, one in enumerate(made, start=1))

    def answers(self) -> list[Answer]:
        """Return the table's rows."""
        return [
            Answer(
                self.profile.learner_id, lesson.slug, template.section, one.item, one.type, one.variant, one.wording,
                one.wording != one.now if one.wording else None, number, one.at, one.outcome["correct"],
                one.outcome["score"], one.confidence, one.outcome["brier"], one.outcome.get("points"), one.told,
                one.text,
            )
            for lesson, template, number, one in self.given()
        ]  # fmt: skip

    def written(self) -> list[Entry]:
        """Return what was written into worksheets."""
        return [Entry(self.profile.learner_id, *place, text) for place, (_, text) in sorted(self.entries.items())]


class _Answered:
    """The workbook that a file holds answers to: its case, the seed it says it has, and its variants once made."""

    def __init__(self, case: Case, seed: Any):
        self.case, self.seed = case, seed
        self._variants: dict[str, Item] = {}

    def variant(self, template: ItemTemplate) -> Item:
        if template.id not in self._variants:
            self._variants[template.id] = template.variant(self.case)
        return self._variants[template.id]


def fields_of(sheet: Worksheet) -> set[str]:
    """Return the names under which entries of a worksheet are kept: ``field``, or ``field.row`` in a table."""
    return {
        f"{entry.id}.{row}" if part.rows > 1 else entry.id
        for part in sheet.sheets
        for entry in part.fields
        for row in range(1, part.rows + 1)
    }


def moment(said: Any) -> str:
    """Return a time as all others are written, so that they compare as texts; "" for what is no time."""
    try:
        time = datetime.fromisoformat(said) if isinstance(said, str) and AT.fullmatch(said) else None
        return (
            (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec=MS) if time else ""
        )
    except (ValueError, OverflowError):
        return ""


def _slips(item: Item, outcome: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    if outcome["correct"] is not False:
        return ()
    said_of = getattr(item, "said_of", lambda option: option.feedback)
    ids = {said_of(option): option.id for option in getattr(item, "options", ())}
    ids |= {trap.feedback: trap.id for trap in getattr(item, "traps", ())}
    return tuple((ids.get(said, "other"), said) for said in outcome["feedback"])
