"""Every kind of learner there may be, drawn evenly over what a roster admits, against everything the course makes.

A *draw* is one thing of the course made once for one learner: an item, a passage, a worksheet, or an explorer at one
setting. The n-th draw of a thing is the same on every machine, so whatever is found can be made again:
``python -m tests.course.fuzz 1000000`` draws so many and prints what it finds; with ``0 2`` behind it, the first half.
"""

from __future__ import annotations

import random
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.ids import passage_id
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.money import CURRENCIES
from tests.course.soundness import (
    faults_of_block,
    faults_of_explorer,
    faults_of_frame,
    faults_of_item,
    faults_of_sliders,
    faults_of_text,
)
from tests.course.told import texts_of

GOLDEN = 0.6180339887498949
WHOLE = 400  # every whole value of an hour up to here
COINS = sorted(CURRENCIES)
ROUNDS, FEW = 20, 5
Faults = list[str]


@cache
def learner(number: int) -> Case:
    """Return the n-th learner: values of an hour take turns between all the whole ones and any others."""
    chance = random.Random(number)
    profile = LearnerProfile(
        business=chance.choice(list(COURSE.trades)),
        currency=chance.choice(("EUR", "JPY", "GBP", *COINS)),
        hour_value=_hour_value(number, chance),
        weekly_hours=chance.choice((1.0, 112.0, 50.0, float(chance.randint(1, 112)), round(chance.uniform(1, 112), 1))),
        seed=chance.choice((chance.randrange(2000), chance.randrange(2**53))),
    )
    return case_of(profile)


def _hour_value(number: int, chance: random.Random) -> float:
    if number % 2:
        return 1.0 + number // 2 % WHOLE
    if number % 50 == 0:
        return 10 ** chance.uniform(5, 8)  # the largest that a roster admits
    value = 10 ** (5 * (number * GOLDEN % 1))
    return max(1.0, float((value, round(value), round(value, 2), round(4 * value) / 4)[number // 2 % 4]))


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
        share = 0.08 if slug == "turn-the-dials" else 1  # slow: each compares whole years of the simulator
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
    item, subseed = template.drawn(case)
    return faults_of_item(item) + ([f"could not be made before its sub-seed {subseed}"] if subseed else [])


def _explorer(template, case: Case, number: int) -> Faults:
    return faults_of_explorer(template.explorer(case))


def _frame(template, case: Case, number: int) -> Faults:
    sliders = template.sliders(case)
    values = setting(sliders, number)
    drawn = [f"{fault}, at {values}" for fault in faults_of_frame(template.frame(case, values))]
    return faults_of_sliders(sliders, template.scenarios(case)) + drawn


def setting(sliders, number: int) -> dict[str, float]:
    """Return a setting of the sliders: first each of them at each end, then all anywhere, or all at an end."""
    values = {slider.id: slider.value for slider in sliders}
    if number < 2 * len(sliders):
        one = sliders[number // 2]
        return values | {one.id: one.high if number % 2 else one.low}
    chance = random.Random(number)
    if number % 4 == 0:
        return {slider.id: chance.choice((slider.low, slider.high)) for slider in sliders}
    return {s.id: min(s.high, s.low + s.step * chance.randint(0, round((s.high - s.low) / s.step))) for s in sliders}


def _passage(lesson: Lesson, text: str, case: Case, number: int) -> Faults:
    return faults_of_text(lesson.tell(text, case).markdown)


def _block(make, case: Case, number: int) -> Faults:
    return faults_of_block(make(case))


def plan(draws: int) -> list[tuple[Thing, int]]:
    """Return how often each thing is drawn, so that it is so many draws in all and nothing is left out."""
    all_of_it = list(things())
    unit = draws / sum(thing.share for thing in all_of_it)
    counts = [(thing, max(2, round(unit * thing.share))) for thing in all_of_it]
    thing, most = max(counts, key=lambda row: row[1])
    rest = draws - sum(number for _, number in counts)
    return [(one, number + rest if one is thing else number) for one, number in counts]


def drawn(draws: int, thing: Thing, number: int, first: int = 0) -> Iterator[tuple[int, Faults]]:
    """Yield, for the draws of a thing from the first one up to that number, which it is and what is wrong.

    Learners are made once and shared by all things, of whom each begins at another.
    """
    learners, start = max(WHOLE, draws // 20), zlib.crc32(thing.name.encode())
    for one in range(first, number):
        yield one, thing.draw(one, learner((start + one) % learners))


def main(draws: int, part: int = 0, parts: int = 1) -> None:
    """Draw a little of everything again and again, print what is found as it is found, and how many draws it were."""
    made, found, mine = 0, Counter(), plan(draws)[part::parts]
    for turn in range(ROUNDS):
        for thing, number in mine:
            for one, faults in drawn(draws, thing, number * (turn + 1) // ROUNDS, number * turn // ROUNDS):
                made += 1
                found[thing.name] += bool(faults)
                if faults and found[thing.name] <= FEW:
                    print(f"draw {one}", *faults, sep="\n  ", flush=True)
        print(f"{made} draws, {sum(found.values())} with faults", flush=True)
    print(*(f"{name}: {faults} draws with faults" for name, faults in found.items() if faults), sep="\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
