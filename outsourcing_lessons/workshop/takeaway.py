"""What a participant takes along: their own page, as one file that needs nothing else.

It holds what they answered and wrote. Of keys and feedback it holds what they have been told, and of other people's
answers what the room was told of all of them together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from outsourcing_lessons.blocks.answered import in_words, told
from outsourcing_lessons.blocks.block import Binder
from outsourcing_lessons.items.amounts import amount
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.playbook.book import bind
from outsourcing_lessons.playbook.learned import Learned
from outsourcing_lessons.playbook.page import Page, Section
from outsourcing_lessons.playbook.web import web
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.state import Answer, Person, State
from outsourcing_lessons.workshop.views import outcome_shown

VOTES = ("First vote", "Second vote", "Third vote", "Fourth vote", "Fifth vote")
ANSWERS = "Your answers, with what the room was told of each question by the end."
SURE = "A range is right as often as you are sure of it if you know how well you know."
HELD = {True: "yes", False: "no"}


def takeaway(state: State, agenda: Agenda, person: Person) -> str:
    """Return a participant's page as HTML."""
    answered = [step for step in agenda.steps.values() if person.id in state.step(step.id).attempts]
    known = [step for step in answered if outcome_shown(state, agenda, step)]
    binder = _binder(chosen().id, LearnerProfile(**state.room["profile"]))
    sheets = [step.block for step in agenda.steps.values() if step.block.kind == "worksheet"]
    filled = [(one, person.entries.get(one.id, {})) for one in (binder.worksheets if binder else sheets)]
    learned = Learned(
        binder.pairs if binder else (), (), {s.ask.item.id: _first(state, s, person).outcome["correct"] for s in known}
    )
    day = datetime.fromtimestamp(state.began or state.opened, UTC)
    title = f"My page: {chosen().title}, {day.day} {day:%B %Y}"
    book = bind(
        person.name or f"No. {person.number}", filled, "", title, (), binder.handouts if binder else (), learned
    )
    first = (*_lessons(state, agenda, person, answered), *_calibration(state, person, known), *_said(state, person))
    return web(replace(book, missing=()), first=first)


@lru_cache(maxsize=1)
def _binder(_course_id: str, profile: LearnerProfile) -> Binder | None:
    """Return the worksheets of the course, and the pages that are made of them; None where it binds nothing."""
    return chosen().binder(case_of(profile)) if chosen().playbook else None


def _first(state: State, step: Step, person: Person) -> Answer:
    return state.step(step.id).attempts[person.id][0]


# ---- Questions ------------------------------------------------------------------------------------------------------


def _lessons(state: State, agenda: Agenda, person: Person, answered: list[Step]) -> Iterator[Page]:
    """Yield a page for each lesson of which they answered anything."""
    lesson_of = {step.id: part.lesson for part in agenda.parts for step in part.steps}
    for lesson in dict.fromkeys(lesson_of[step.id] for step in answered):
        mine = [step for step in answered if lesson_of[step.id] == lesson]
        sections = (section for step in mine for section in _question(state, agenda, person, step))
        yield Page(lesson, ANSWERS, tuple(sections))


def _question(state: State, agenda: Agenda, person: Person, step: Step) -> Iterator[Section]:
    """Yield what they answered to one question; of a game each quarter besides."""
    stands = state.step(step.id)
    item: Any = step.ask.item
    votes = [one.answers[person.id] for one in stands.rounds if person.id in one.answers]
    attempts = votes if stands.mode == "vote" and votes else stands.attempts[person.id]
    last = attempts[-1]
    shown = last.outcome if outcome_shown(state, agenda, step) else {}
    tries = [last] if stands.mode == "vote" else attempts
    lines = told(step.block, [(one.response, shown) for one in tries], {})
    if stands.round > 1:
        earlier = [(VOTES[one.round - 1], in_words(item, one.response)) for one in votes[:-1]]
        lines = [*earlier, (VOTES[last.round - 1], lines[0][1]), *lines[1:]]
    if stands.status == "revealed":
        why = agenda.why(item)
        lines += [("The answer", item.answer or item.key_in_words())] if item.GRADED or item.COMMITTED else []
        lines += [("Why", why)] if why and not any(why in text for _, text in lines) else []
        lines += [("The room", item.counted(list(one.answers.values()))) for one in stands.rounds[-1:]]
    yield Section(f"{step.number} {step.title}", rows=(("Question", item.prompt), *lines))
    if item.stages:
        quarters = last.response.get("dials", [])
        columns = ("You set", *(f"Quarter {n}" for n in range(1, len(quarters) + 1)))
        rows = ((dial.text, *(amount(dial, one[dial.id]) for one in quarters)) for dial in item.dials)
        yield Section("What you set", columns, tuple(rows))


def _calibration(state: State, person: Person, known: list[Step]) -> Iterator[Page]:
    """Yield how sure they were, beside what was so: of ranges, and of answers that are right or wrong."""
    ranges, answers, sure = [], [], []
    for step in known:
        one, item = _first(state, step, person), step.ask.item
        if "confidence" in one.response:
            stated, right = f"{one.response['confidence']} %", bool(one.outcome["correct"])
            sure.append((one.response["confidence"], right))
            title = f"{step.number} {step.title}"
            if item.COMMITTED:
                ranges.append((title, in_words(item, one.response), stated, item.key_in_words(), HELD[right]))
            else:
                answers.append((title, in_words(item, one.response), stated, HELD[right]))
    if not sure:
        return
    many, mean = sum(right for _, right in sure), sum(stated for stated, _ in sure) / len(sure)
    said = f"You were {mean:.0f} % sure on average, and right in {many} of {len(sure)}."
    tables = (
        Section("Your ranges", ("Question", "You said", "How sure", "The truth", "In your range"), tuple(ranges)),
        Section("Your answers", ("Question", "You said", "How sure", "Right"), tuple(answers)),
    )
    *others, last = [one for one in tables if one.rows]
    yield Page("How sure you were", SURE, (*others, replace(last, results=(said,))))


# ---- What was said to the room --------------------------------------------------------------------------------------


def _said(state: State, person: Person) -> Iterator[Page]:
    """Yield what they gave to questions that were asked on the spot, and wrote to the instructor."""
    polls = [(one.prompt, "\n".join(post.text for post in one.of(person.id))) for one in state.polls.values()]
    notes = [
        ("To the instructor", text.text) for text in state.texts.values() if text.who == person.id and not text.step
    ]
    rows = [*(row for row in polls if row[1]), *notes]
    if rows:
        yield Page(
            "What you said", "Asked on the spot, and written by you.", (Section("In your words", rows=tuple(rows)),)
        )
