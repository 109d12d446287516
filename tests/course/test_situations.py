"""An idea in several situations: enough of them, enough misconceptions, no right option known by its length."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

from outsourcing_lessons import course
from outsourcing_lessons.items.situation import SHOWN, Situation


def ideas():
    """Yield every tuple of situations in the course, with its place."""
    for module in pkgutil.walk_packages(course.__path__, course.__name__ + "."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, tuple) and value and all(isinstance(one, Situation) for one in value):
                yield pytest.param(value, id=f"{module.name.partition('.course.')[2]}.{name}")


@pytest.mark.parametrize("idea", list(ideas()))
class TestIdeas:
    def test_there_are_three_situations_and_more_misconceptions_than_are_shown(self, idea):
        assert len(idea) >= 3 and all(len(one.wrong) > SHOWN for one in idea)

    def test_every_misconception_is_answered_in_its_own_words(self, idea):
        for one in idea:
            said = [why for _, _, why in one.wrong]
            assert all(said) and len(set(said)) == len(said)

    def test_the_right_option_is_not_known_by_its_length(self, idea):
        """Neither the longest nor the shortest in most situations, nor ever longer than the longest by much."""
        lengths = [(len(one.right), sorted(len(text) for _, text, _ in one.wrong)) for one in idea]
        assert sum(right > wrong[-1] for right, wrong in lengths) <= len(idea) / 2, lengths
        assert sum(right < wrong[0] for right, wrong in lengths) <= len(idea) / 2, lengths
        assert all(right <= 1.15 * wrong[-1] for right, wrong in lengths), lengths
