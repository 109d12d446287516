"""R1: a lesson is done, not read, and takes about as long as it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from outsourcing_lessons.authoring.content import Subject
from outsourcing_lessons.authoring.fault import Place
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.lessons.block_minutes import words
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.notes import TAG

READ = ("tell", "research", "sources")
FROM_ELSEWHERE = ("recall", "test")  # asked on another day, or in another lesson


class Stretch(NamedTuple):
    """How many words are read before a thing to do, which ends in the cell of that number."""

    words: int
    cell: int


def stretches(subject: Subject, case: Case) -> Iterator[Stretch]:
    """Yield how many words are read before each thing to do, and after the last."""
    told: dict[int, int] = {}
    for place, text in _read(subject, case):
        told[place.cell] = told.get(place.cell, 0) + words(text)
    read = 0
    for cell in subject.cells:
        if cell.kind == "markdown":
            read += 0 if TAG in cell.tags else words(cell.source)
        elif "parameters" not in cell.tags:
            read += told.get(cell.number, 0)
            if not all(call.verb in READ for call in cell.calls) or not cell.calls:
                yield Stretch(read, cell.number)
                read = 0
    yield Stretch(read, len(subject.cells))


def _read(subject: Subject, case: Case) -> Iterator[tuple[Place, str]]:
    yield from ((place, block.markdown) for place, block in subject.told(case))
    yield from ((place, finding.claim) for place, finding in subject.found())


@rule("R101", "a lesson is done, not read")
def few_words_between_two_things_to_do(subject: Subject) -> Iterator[Broken]:
    most = subject.policy.words_between
    long: dict[int, tuple[int, Case]] = {}
    for case in subject.cases:
        for stretch in stretches(subject, case):
            if stretch.words > max(most, long.get(stretch.cell, (0, case))[0]):
                long[stretch.cell] = (stretch.words, case)
    for cell, (count, case) in long.items():
        place = replace(subject.at(cell), trade=case.profile.business)
        found = f"{count} words are read before this; {most} are allowed"
        yield Broken(place, found, "cut words, or ask something on the way")


def minutes_of(subject: Subject, case: Case) -> dict[str, float]:
    """Return how long each thing in a lesson takes somebody alone."""
    policy, lesson = subject.policy, subject.lesson
    reading = sum(stretch.words for stretch in stretches(subject, case)) / policy.words_a_minute
    answering = sum(template.minutes for template in lesson.items if template.section not in FROM_ELSEWHERE)
    shown = [call.verb for cell in subject.cells for call in cell.calls]
    filling = policy.minutes_worksheet * ("worksheet" in shown)
    return {
        "reading": reading,
        "questions": answering,
        "explorers": policy.minutes_explorer * len(lesson.explorers),
        "worksheet": filling,
        "closing": policy.minutes_closing * len(lesson.closing),
    }


@rule("R102", "learners and instructors plan by it")
def a_lesson_takes_about_as_long_as_it_says(subject: Subject) -> Iterator[Broken]:
    said, most = subject.lesson.minutes, subject.policy.minutes_off
    each = ((minutes_of(subject, case), case) for case in subject.cases)
    off = ((parts, case) for parts, case in each if abs(sum(parts.values()) - said) > most)
    for parts, case in islice(off, 1):
        minutes, of = sum(parts.values()), ", ".join(f"{name} {part:.1f}" for name, part in parts.items() if part)
        found = (
            f"it says {said} minutes, and what is in it takes {minutes:.1f} ({of}); {most:g} more or less are allowed"
        )
        cure = f"say {round(minutes)}, or take out what is too much (words at {subject.policy.words_a_minute} a minute)"
        yield Broken(replace(subject.at(), trade=case.profile.business), found, cure)


@rule("R103", "a learner looks there before beginning")
def the_first_cell_says_how_long_it_takes(subject: Subject) -> Iterator[Broken]:
    if f"bout {subject.lesson.minutes} minutes" not in subject.cells[0].source:
        cure = f"write “About {subject.lesson.minutes} minutes” there"
        yield Broken(subject.at(1), f"the first cell does not say “about {subject.lesson.minutes} minutes”", cure)


@rule("R104", "questions from memory are a warm-up, neither a drop nor a test")
def what_is_asked_from_memory_takes_about_ten_minutes(subject: Subject) -> Iterator[Broken]:
    recall = subject.lesson.section("recall")
    minutes, (least, most) = sum(template.minutes for template in recall), subject.policy.recall_minutes
    if recall and not least <= minutes <= most:
        found = f"the questions of section recall take {minutes:g} minutes; {least} to {most} are allowed"
        cure = f"add or take out questions, or set recall_minutes in [policy.lessons.{subject.lesson.slug}]"
        yield Broken(subject.of_variant(recall[0]), found, cure)
