"""Workshops of 60, 120 and 240 minutes, made of the lessons' own sections, which say how long they take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from outsourcing_lessons.course.catalogue import lesson_named
from outsourcing_lessons.errors import UnknownNameError
from outsourcing_lessons.lessons.notes import notes_of

SECTIONS = {
    "hour": "What an hour of yours must bring",
    "pre-test": "Test before, alone and in silence",
    "task-map": "Task map",
    "predict": "Story and prediction",
    "explore": "Explorer and reveal",
    "practice": "Practice in pairs",
    "bench": "How large a bench",
    "signs": "What tells good work in advance",
    "trials": "Trials before commitment",
    "know": "How much to know oneself",
    "cover": "Person, backup or company",
    "hand-over": "Handing over a decision",
    "automate": "Automate or not",
    "research": "What the research says",
    "when-wrong": "When the advice is wrong",
    "worksheet": "Worksheet",
    "dials": "Turn the dials",
    "shock": "And then something happens",
    "post-test": "Test after, alone and in silence",
    "plan": "Thirty days, and one number",
}
# "lesson section", or what else there is to do and for how many minutes.
PLANS: dict[int, tuple[str | tuple[str, int], ...]] = {
    60: (
        "one-task predict", "one-task explore", "one-task practice", "one-task bench", "one-task research",
        "one-task when-wrong", "one-task worksheet",
    ),
    120: (
        "start-here pre-test", "one-task predict", "one-task explore", "one-task practice", "one-task when-wrong",
        "one-task worksheet", ("Break", 8), "hiring-blind predict", "hiring-blind signs", "hiring-blind trials",
        "hiring-blind when-wrong", "hiring-blind worksheet", "turn-the-dials post-test",
    ),
    240: (
        "start-here hour", "start-here pre-test", "start-here task-map", "one-task predict", "one-task practice",
        "one-task when-wrong", "one-task worksheet", ("Break", 10), "hiring-blind predict", "hiring-blind signs",
        "hiring-blind trials", "hiring-blind worksheet", "companies-over-people predict",
        "companies-over-people practice", "companies-over-people worksheet", ("Break", 15),
        "managing-not-replacing predict", "managing-not-replacing hand-over", "managing-not-replacing automate",
        "managing-not-replacing worksheet", "turn-the-dials predict", "turn-the-dials dials",
        "turn-the-dials post-test", "turn-the-dials plan", ("Each says one sentence: what will you do on Monday?", 3),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One line of a plan.

    Parameters
    ----------
    start, minutes : float
        When it begins, counted from the beginning of the workshop, and how long it takes.
    lesson, section : str
        Slug and name of the section; empty where it is none of a lesson.
    what, when_late : str
        In words; the second may be empty.
    """

    start: float
    minutes: float
    lesson: str
    section: str
    what: str
    when_late: str


def lessons_for(minutes: int) -> tuple[str, ...]:
    """Return the slugs of the lessons in the plan for so many minutes; without a plan, the first lesson alone."""
    entries = PLANS.get(minutes, ("one-task",))
    return tuple(dict.fromkeys(entry.split(" ")[0] for entry in entries if isinstance(entry, str)))


def plan_for(slugs: tuple[str, ...], minutes: int) -> list[Step] | None:
    """Return the plan for so many minutes on just these lessons, if there is one: a lesson may fill the time alone."""
    if minutes in PLANS and slugs == lessons_for(minutes):
        return list(steps(minutes))
    alone = tuple(f"{slug} {section}" for slug in slugs for section in notes_of(lesson_named(slug)))
    found = list(_lines(alone)) if len(slugs) == 1 else []
    return found if sum(step.minutes for step in found) == minutes else None


def steps(minutes: int) -> Iterator[Step]:
    """Yield the steps of the plan for so many minutes."""
    return _lines(PLANS[minutes])


def _lines(entries: tuple[str | tuple[str, int], ...]) -> Iterator[Step]:
    now = 0.0
    for entry in entries:
        if isinstance(entry, str):
            slug, section = entry.split(" ")
            notes = notes_of(lesson_named(slug))
            if section not in notes:
                raise UnknownNameError("note for the instructor", section, notes)
            step = Step(now, notes[section].minutes, slug, section, SECTIONS[section], notes[section].skip)
        else:
            step = Step(now, entry[1], "", "", entry[0], "")
        yield step
        now += step.minutes
