"""What a group's answers show: how far they came, what they still get wrong, how sure they are, what was gained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.charts.chart import Chart, Line
from outsourcing_lessons.collect.gradebook import Question, Row
from outsourcing_lessons.collect.marks import Given, Marks
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.models.measurement import brier, calibration_curve

FEW_AT_A_LEVEL = 5
MOST_SLIPS, LEAST_PEOPLE = 8, 2


@dataclass(frozen=True)
class LessonStanding:
    """One lesson: of those who get it, how many began it and answered all of it, and the mean of their best points."""

    lesson: Lesson
    learners: int
    begun: int
    whole: int
    points: float | None


@dataclass(frozen=True)
class Slip:
    """A mistake that several still make: at which question, how many of how many, and what is said of it to one."""

    question: Question
    people: int
    of: int
    said: str


@dataclass(frozen=True)
class Calibration:
    """How sure learners were, in per cent, against how often they were right."""

    answers: int
    score: float
    chart: Chart | None


@dataclass(frozen=True)
class Gain:
    """One mistake, of those who took both tests: shares right before and after, in per cent."""

    title: str
    people: int
    before: float
    after: float


def lessons(rows: Sequence[Row], questions: Sequence[Question]) -> list[LessonStanding]:
    """Return how far everybody is in each lesson that somebody was given; nothing handed in counts as not begun."""
    marked = Counter(one.lesson for one in questions if one.marked)
    found = []
    for lesson in chosen().lessons:
        if not (theirs := [row.lessons[lesson.slug] for row in rows if lesson.slug in row.lessons]):
            continue
        begun = [one for one in theirs if one.answered]
        best = [100 * one.score.best / marked[lesson.slug] for one in begun] if marked[lesson.slug] else []
        whole = sum(one.answered == one.asked for one in begun)
        found.append(LessonStanding(lesson, len(theirs), len(begun), whole, float(np.mean(best)) if best else None))
    return found


def how_far(marks: Iterable[Marks], questions: Sequence[Question]) -> Chart | None:
    """Return the chart of how many learners answered each question of the course, in its order."""
    answered = Counter(item for one in marks for item in one.attempts)
    if not answered or len(questions) < 2:
        return None
    first: dict[str, int] = {}
    for place, one in enumerate(questions, start=1):
        first.setdefault(one.lesson, place)
    numbers = {lesson.slug: lesson.number for lesson in chosen().lessons}
    starts = ", ".join(f"{numbers[slug]} at {place}" for slug, place in first.items())
    counts = [float(answered[one.id]) for one in questions]
    line = Line("Learners", tuple(float(n) for n in range(1, len(questions) + 1)), tuple(counts))
    label = f"Question of the course, in its order; lesson {starts}"
    return Chart("Who answered each question", label, "Learners", (line,))


def slips(marks: Iterable[Marks], questions: Sequence[Question]) -> list[Slip]:
    """Return the commonest mistake of each question, when it was last answered; those of most learners first."""
    asked = {one.id: one for one in questions if one.marked}
    people: Counter[str] = Counter()
    made: dict[str, Counter[str]] = {name: Counter() for name in asked}
    said: dict[tuple[str, str], Counter[str]] = {}
    for one in marks:
        for item in asked.keys() & one.attempts.keys():
            last = max(one.attempts[item].values(), key=lambda given: (given.at, given.text))
            people[item] += 1
            for slip, sentence in dict(last.slips).items():
                made[item][slip] += 1
                said.setdefault((item, slip), Counter())[sentence] += 1
    found = []
    for item, counted in made.items():
        if counted:
            slip, many = min(counted.items(), key=lambda pair: (-pair[1], pair[0]))
            sentence = min(said[item, slip].items(), key=lambda pair: (-pair[1], pair[0]))[0]
            found.append(Slip(asked[item], many, people[item], sentence))
    several = [one for one in found if one.people >= LEAST_PEOPLE]
    return sorted(several, key=lambda one: (-one.people / one.of, -one.people, one.question.id))[:MOST_SLIPS]


def calibration(marks: Iterable[Marks]) -> Calibration | None:
    """Return how sure learners were at the first answer to each question; None where nobody said so."""
    sure, right = [], []
    for one in marks:
        for given in map(_first, one.attempts.values()):
            if given.confidence is not None and given.outcome["correct"] is not None:
                sure.append(given.confidence / 100)
                right.append(float(given.outcome["correct"]))
    if not sure:
        return None
    levels = calibration_curve(sure, right, bins=10, least=FEW_AT_A_LEVEL)
    x, y = (tuple((100 * shares).round(1).tolist()) for shares in levels[:2])
    chart = None
    if len(x) >= 2:
        lines = (Line("This group", x, y), Line("Sure as often as right", x, x))
        chart = Chart("How sure, and how often right", "How sure, %", "Right, %", lines, y_unit=" %")
    return Calibration(len(sure), brier(sure, right), chart)


def gains(marks: Sequence[Marks]) -> list[Gain]:
    """Return what was right before and after for each mistake that the course tests twice."""
    found = []
    for pair in chosen().pairs:
        both = [one for one in marks if {*pair.before, *pair.after} <= one.attempts.keys()]
        if both:
            before, after = (_share(both, items) for items in (pair.before, pair.after))
            found.append(Gain(pair.title, len(both), before, after))
    return found


def _share(marks: Sequence[Marks], items: Iterable[str]) -> float:
    return 100 * float(
        np.mean([bool(_first(one.attempts[item]).outcome["correct"]) for item in items for one in marks])
    )


def _first(given: Mapping[tuple, Given]) -> Given:
    return min(given.values(), key=lambda one: (one.at, one.text))
