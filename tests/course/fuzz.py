"""Every kind of learner there may be, drawn evenly over what a roster admits, against everything the course makes.

A *draw* is one thing of the course made once for one learner: an item, a passage, a worksheet, or an explorer at one
setting. The n-th draw of a thing is the same on every machine, so whatever is found can be made again:
``python -m tests.course.fuzz 1000000`` draws so many and prints what it finds; with ``0 2`` behind it, the first half.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from outsourcing_lessons.authoring.learners import WHOLE, learner
from outsourcing_lessons.authoring.soundness import (
    faults_of_block,
    faults_of_explorer,
    faults_of_setting,
    faults_of_sliders,
    faults_of_text,
    faults_of_variant,
    setting_of,
)
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import CHOOSES_VARIANT
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.ids import passage_id
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.number_format import plain_digits, read_format
from tests.course.told import texts_of

PRINTED, FEW = 20, 5
Faults = list[str]


@dataclass(frozen=True)
class Thing:
    """Something the course makes.

    ``check`` makes it for a learner and says what is wrong; ``share`` is how often it is drawn beside an item.
    """

    name: str
    lesson: str
    check: Callable[[Case, int], Faults]
    share: float

    def draw(self, number: int, case: Case) -> Faults:
        """Make it for a learner and return what is wrong with it."""
        try:
            found = self.check(case, number)
        except Exception as error:
            found = [f"{type(error).__name__}: {error}"]
        who = {name: getattr(case.profile, name) for name in CHOOSES_VARIANT}
        return [f"{self.name} {fault}, for {who}" for fault in found]


def things() -> Iterator[Thing]:
    """Yield everything the course makes of a learner's case."""
    for lesson in COURSE.lessons:
        slug = lesson.slug
        share = 0.08 if slug == "turn-the-dials" else 1  # slow: each compares thousands of years
        for template in lesson.items:
            yield Thing(f"item {template.id}", slug, partial(of_item, template), share)
        for template in lesson.explorers:
            yield Thing(f"explorer {template.id}", slug, partial(_explorer, template), 0.005)
            yield Thing(f"frame {template.id}", slug, partial(_frame, template), 0.15)
        for text in texts_of(lesson):
            yield Thing(f"passage {passage_id(slug, text)}", slug, partial(_passage, lesson, text), share / 2)
        made = {f"reveal {name}": make for name, make in lesson.reveals.items()}
        made |= {f"closing {name}": make for name, make in lesson.closing.items()} | {"worksheet": lesson.worksheet}
        for name, make in made.items():
            yield Thing(f"{name} of {slug}", slug, partial(_block, make), share / 4)


def of_item(template, case: Case, number: int) -> Faults:
    return faults_of_variant(template, case)


def _explorer(template, case: Case, number: int) -> Faults:
    return faults_of_explorer(template.explorer(case))


def _frame(template, case: Case, number: int) -> Faults:
    sliders = template.sliders(case)
    values = setting_of(template, case, number)
    drawn = [f"{fault}, at {values}" for fault in faults_of_setting(template, case, values)]
    return faults_of_sliders(sliders, template.scenarios(case)) + drawn


def _passage(lesson: Lesson, text: str, case: Case, number: int) -> Faults:
    return faults_of_text(plain_digits(lesson.tell(text, case).markdown, read_format(case.numbers)))


def _block(make, case: Case, number: int) -> Faults:
    return faults_of_block(make(case))


@cache
def plan(draws: int) -> list[tuple[Thing, int]]:
    """Return how often each thing is drawn, so that it is so many draws in all and nothing is left out."""
    all_of_it = list(things())
    unit = draws / sum(thing.share for thing in all_of_it)
    counts = [(thing, max(2, round(unit * thing.share))) for thing in all_of_it]
    thing, most = max(counts, key=lambda row: row[1])
    rest = draws - sum(number for _, number in counts)
    return [(one, number + rest if one is thing else number) for one, number in counts]


def drawn(draws: int, planned: list[tuple[Thing, int]]) -> Iterator[tuple[Thing, int, Faults]]:
    """Yield which draw of which planned thing was made, and what is wrong with it.

    Learners are shared by all things, of whom each begins at another. One learner is done with before the next begins:
    what is worked out for all texts of a lesson is kept for a moment only.
    """
    learners = max(WHOLE, draws // 20)
    starts = [(thing, number, zlib.crc32(thing.name.encode())) for thing, number in planned]
    for who in range(learners):
        for thing, number, start in starts:
            for one in range((who - start) % learners, number, learners):
                yield thing, one, thing.draw(one, learner(who))


def main(draws: int, part: int = 0, parts: int = 1) -> None:
    """Make the draws, print what is found as it is found, and how many draws it were."""
    found, mine = Counter(), plan(draws)[part::parts]
    often = max(1, sum(number for _, number in mine) // PRINTED)
    for made, (thing, one, faults) in enumerate(drawn(draws, mine), start=1):
        found[thing.name] += bool(faults)
        if faults and found[thing.name] <= FEW:
            print(f"draw {one}", *faults, sep="\n  ", flush=True)
        if made % often == 0:
            print(f"{made} draws, {found.total()} with faults", flush=True)
    print(*(f"{name}: {faults} draws with faults" for name, faults in found.items() if faults), sep="\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
