"""R4: an idea in several situations: enough of them, enough misconceptions, no right option known by its length."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from inspect import getsource

from outsourcing_lessons.authoring.content import Subject
from outsourcing_lessons.authoring.fault import Place, shown_path
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.items.situation import SHOWN, Situation

LONGER = 1.15  # times the longest wrong option


def ideas_of(subject: Subject) -> Iterator[tuple[Place, tuple[Situation, ...]]]:
    """Yield every tuple of situations in the modules of a lesson, with its place."""
    package = f"{subject.content.package}.{subject.lesson.slug.replace('-', '_')}"
    for module in pkgutil.iter_modules(getattr(import_module(package), "__path__", ()), package + "."):
        yield from _ideas_in(import_module(module.name))


def _ideas_in(module) -> Iterator[tuple[Place, tuple[Situation, ...]]]:
    for name, value in vars(module).items():
        if isinstance(value, tuple) and value and all(isinstance(one, Situation) for one in value):
            before = re.split(rf"^{name}\b", getsource(module), maxsplit=1, flags=re.MULTILINE)[0]
            yield Place(file=shown_path(module.__file__ or ""), line=before.count("\n") + 1, item=name), value


@rule("R401", "with less, one remembers the answer instead of thinking again")
def there_are_enough_situations_and_misconceptions(subject: Subject) -> Iterator[Broken]:
    for place, idea in ideas_of(subject):
        if len(idea) < subject.policy.situations:
            found = f"{len(idea)} situations; {subject.policy.situations} are the least"
            yield Broken(place, found, "think of another case of the same idea")
        for one in idea:
            if len(one.wrong) <= SHOWN:
                found = f"“{one.key}” has {len(one.wrong)} misconceptions; more than {SHOWN} are needed"
                yield Broken(place, found, f"{SHOWN} are drawn of them each time: add another")


@rule("R402", "“wrong” teaches nothing; why it is wrong does")
def every_misconception_is_answered_in_its_own_words(subject: Subject) -> Iterator[Broken]:
    for place, idea in ideas_of(subject):
        for one in idea:
            said = [why for _, _, why in one.wrong]
            if not all(said) or len(set(said)) < len(said):
                found = f"two misconceptions of “{one.key}” have the same answer, or one has none"
                yield Broken(place, found, "say of each why it is wrong")


@rule("R403", "test-wise learners choose by length")
def the_right_option_is_not_known_by_its_length(subject: Subject) -> Iterator[Broken]:
    for place, idea in ideas_of(subject):
        lengths = [(len(one.right), sorted(len(text) for _, text, _ in one.wrong)) for one in idea]
        for what, count in (
            ("longest", sum(right > wrong[-1] for right, wrong in lengths)),
            ("shortest", sum(right < wrong[0] for right, wrong in lengths)),
        ):
            if count > len(idea) / 2:
                found = f"the right option is the {what} in {count} of {len(idea)} situations; half of them may be"
                yield Broken(place, found, "even the options out")
        for one, (right, wrong) in zip(idea, lengths, strict=True):
            if right > LONGER * wrong[-1]:
                found = f"the right option of “{one.key}” has {right} characters, the longest wrong one {wrong[-1]}"
                yield Broken(place, found, f"{LONGER:g} times as many are allowed: even them out")
