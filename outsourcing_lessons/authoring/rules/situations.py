"""R4: an idea in several situations: enough of them, enough misconceptions, no right option known by its length."""

from __future__ import annotations

from collections.abc import Iterator

from outsourcing_lessons.authoring.content import Subject
from outsourcing_lessons.authoring.fault import Place
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.lessons.question_lines import Line, Side, Written
from outsourcing_lessons.lessons.question_variant import SHOWN

LONGER = 1.15  # times the longest wrong option


def ideas_of(subject: Subject) -> Iterator[tuple[Place, Written]]:
    """Yield every question of a lesson that is asked from several sides and shows some of its mistakes."""
    for place, one in subject.questions:
        if one.sides and all(_is_choice(side) for side in one.asked) and not _is_match(one):
            yield place, one


def _is_choice(side: Side) -> bool:
    marks = [option.mark for option in side.options]
    return marks.count("x") == 1 and set(marks) == {"x", " "}


def _is_match(question: Written) -> bool:
    """Whether all sides choose among the same options, of which each is right somewhere: a scale, a list of ways."""
    options = {frozenset(option.id for option in side.options) for side in question.asked}
    return len(question.asked) > 1 and len(options) == 1


def _right(side: Side) -> Line:
    return next(option for option in side.options if option.mark == "x")


def _wrong(side: Side) -> list[Line]:
    return [option for option in side.options if option.mark == " "]


@rule("R401", "with less, one remembers the answer instead of thinking again")
def there_are_enough_situations_and_misconceptions(subject: Subject) -> Iterator[Broken]:
    for place, idea in ideas_of(subject):
        if len(idea.asked) < subject.policy.situations:
            found = f"{len(idea.asked)} situations; {subject.policy.situations} are the least"
            yield Broken(place, found, "think of another case of the same idea")
        for one in idea.asked:
            if len(_wrong(one)) <= SHOWN:
                found = f"“{_right(one).id}” has {len(_wrong(one))} misconceptions; more than {SHOWN} are needed"
                yield Broken(place, found, f"{SHOWN} are drawn of them each time: add another")


@rule("R402", "“wrong” teaches nothing; why it is wrong does")
def every_misconception_is_answered_in_its_own_words(subject: Subject) -> Iterator[Broken]:
    for place, idea in ideas_of(subject):
        for one in idea.asked:
            said = [option.said for option in _wrong(one)]
            if not all(said) or len(set(said)) < len(said):
                found = f"two misconceptions of “{_right(one).id}” have the same answer, or one has none"
                yield Broken(place, found, "say of each why it is wrong")


@rule("R403", "test-wise learners choose by length")
def the_right_option_is_not_known_by_its_length(subject: Subject) -> Iterator[Broken]:
    for place, idea in ideas_of(subject):
        lengths = [(len(_right(one).text), sorted(len(option.text) for option in _wrong(one))) for one in idea.asked]
        for what, count in (
            ("longest", sum(right > wrong[-1] for right, wrong in lengths)),
            ("shortest", sum(right < wrong[0] for right, wrong in lengths)),
        ):
            if count > len(idea.asked) / 2:
                found = (
                    f"the right option is the {what} in {count} of {len(idea.asked)} situations; half of them may be"
                )
                yield Broken(place, found, "even the options out")
        for one, (right, wrong) in zip(idea.asked, lengths, strict=True):
            if right > LONGER * wrong[-1]:
                found = (
                    f"the right option of “{_right(one).id}” has {right} characters, the longest wrong one {wrong[-1]}"
                )
                yield Broken(place, found, f"{LONGER:g} times as many are allowed: even them out")
