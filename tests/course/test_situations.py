"""An idea in several situations: enough of them, enough misconceptions, no right option known by its length."""

from __future__ import annotations

from pathlib import Path

import pytest

from outsourcing_lessons import course
from outsourcing_lessons.lessons.question_lines import Written, questions_in
from outsourcing_lessons.lessons.question_variant import SHOWN

FILES = sorted(Path(course.__file__).parent.glob("*/questions.md"))


def ideas() -> list[Written]:
    """Return every question that is asked from several sides and shows some of its mistakes."""
    found = [one for path in FILES for one in questions_in(path.read_text("utf-8"), f"{path.parent.name}/{path.name}")]
    return [one for one in found if one.sides and all(is_choice(side) for side in one.asked) and not is_match(one)]


def is_choice(side) -> bool:
    marks = [option.mark for option in side.options]
    return marks.count("x") == 1 and set(marks) == {"x", " "}


def is_match(question: Written) -> bool:
    """Whether all sides choose among the same options, of which each is right somewhere: a scale, a list of ways."""
    options = {frozenset(option.id for option in side.options) for side in question.asked}
    return len(options) == 1


def wrong(side) -> list:
    return [option for option in side.options if option.mark == " "]


def test_every_lesson_with_recall_has_ideas():
    places = [one.place for one in ideas()]
    assert set(places) == {f"{path.parent.name}/{path.name}" for path in FILES} and len(places) >= 25


@pytest.mark.parametrize("idea", [pytest.param(one, id=f"{one.place}:{one.shared.line}") for one in ideas()])
class TestIdeas:
    def test_there_are_three_situations_and_more_misconceptions_than_are_shown(self, idea):
        assert len(idea.asked) >= 3 and all(len(wrong(side)) > SHOWN for side in idea.asked)

    def test_every_misconception_is_answered_in_its_own_words(self, idea):
        for side in idea.asked:
            said = [option.said for option in wrong(side)]
            assert all(said) and len(set(said)) == len(said)

    def test_the_right_option_is_not_known_by_its_length(self, idea):
        """Neither the longest nor the shortest in most situations, nor ever longer than the longest by much."""
        rights = [next(len(option.text) for option in side.options if option.mark == "x") for side in idea.asked]
        wrongs = [sorted(len(option.text) for option in wrong(side)) for side in idea.asked]
        lengths = list(zip(rights, wrongs, strict=True))
        assert sum(right > wrong[-1] for right, wrong in lengths) <= len(lengths) / 2, lengths
        assert sum(right < wrong[0] for right, wrong in lengths) <= len(lengths) / 2, lengths
        assert all(right <= 1.15 * wrong[-1] for right, wrong in lengths), lengths
