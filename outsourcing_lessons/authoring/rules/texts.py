"""R9: passages, worksheets and what is revealed can be read by every learner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from outsourcing_lessons.authoring.content import Subject
from outsourcing_lessons.authoring.learners import learner
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.authoring.soundness import faults_of_block, faults_of_text

TRIED = 12
CURE = "look at the sentence: a number that disagrees with its word, a field left open, two spaces"


@rule("R901", "a text is for every learner that a roster admits")
def every_passage_can_be_read(subject: Subject) -> Iterator[Broken]:
    seen = set()
    for number in range(TRIED):
        for place, block in subject.told(learner(number)):
            for fault in faults_of_text(block.markdown, subject.policy)[:1]:
                if block.id not in seen:
                    seen.add(block.id)
                    yield Broken(replace(place, seed=learner(number).profile.seed), fault, CURE)


@rule("R902", "a text is for every learner that a roster admits")
def everything_made_for_a_learner_can_be_read(subject: Subject) -> Iterator[Broken]:
    lesson = subject.lesson
    made: dict[str, Callable] = {f"reveal {name}": make for name, make in lesson.reveals.items()}
    made |= {f"closing {name}": make for name, make in lesson.closing.items()} | {"worksheet": lesson.worksheet}
    for name, make in made.items():
        for case in map(learner, range(TRIED)):
            faults = faults_of_block(make(case), subject.policy)
            if faults:
                place = replace(subject.of_code(make, name), trade=case.profile.business, seed=case.profile.seed)
                yield Broken(place, faults[0], CURE)
                break
