"""The order of a lesson's questions names each of them once."""

from __future__ import annotations

import pytest

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.bank import in_order
from outsourcing_lessons.lessons.lesson import ItemTemplate


def template(name: str) -> ItemTemplate:
    return ItemTemplate(f"lesson.{name}", "practice", "aim", 1, (), lambda case, draw: None)


ONE, TWO = template("one"), template("two")


def test_the_order_is_the_one_of_the_names():
    assert in_order("two\n  one", [ONE, TWO]) == (TWO, ONE)


def test_a_question_that_is_not_named_comes_last():
    assert in_order("two", [ONE, TWO]) == (TWO, ONE)


@pytest.mark.parametrize(
    ("names", "templates", "said"),
    [
        ("one two three", [ONE, TWO], "'three'.* has no question"),
        ("one two one", [ONE, TWO], "'one'.* is there twice"),
        ("one two", [ONE, TWO, ONE], "'one'.* is there twice"),
    ],
)
def test_what_is_missing_or_there_twice_is_refused_by_name(names, templates, said):
    with pytest.raises(ContentError, match=said):
        in_order(names, templates)
