"""An item that cannot be judged fairly cannot be made."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE
from pydantic import ValidationError

from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.items.item import (
    Allocation,
    MultipleChoice,
    Number,
    Option,
    Part,
    SingleChoice,
    Trap,
    apart,
    parse_item,
    without_key,
)

SECRET = {
    "key", "answer", "praise", "feedback", "traps", "otherwise", "tolerance", "below", "above", "too_low", "too_high",
}  # fmt: skip
BASE = {"id": "x.y", "title": "T", "prompt": "P", "praise": "Yes."}
NUMBER = BASE | {"key": 10, "tolerance": 0.5, "low": 0, "high": 100, "otherwise": "No."}


def option(i, text=None, feedback="Because."):
    return Option(id=i, text=text or i, feedback=feedback)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: SingleChoice(**BASE, options=(option("a"), option("b")), key="c"), "not an option"),
        (lambda: SingleChoice(**BASE, options=(option("a"), option("b", "a")), key="a"), "two equal options"),
        (lambda: SingleChoice(**BASE, options=(option("a"), option("b", feedback="")), key="a"), "without feedback"),
        (lambda: MultipleChoice(**BASE, options=tuple(map(option, "abc")), key=tuple("abc")), "not all"),
        (lambda: Number(**NUMBER | {"key": 200}), "outside"),
        (lambda: Number(**NUMBER, traps=(Trap(id="t", value=10.6, tolerance=0.2, feedback="F"),)), "too near the key"),
        (
            lambda: Allocation(
                **BASE,
                total=5,
                key={"a": 2, "b": 2},
                parts=tuple(Part(id=i, text=i, low=0, high=5, too_low="l", too_high="h") for i in "ab"),
            ),
            "add up",
        ),
        (lambda: Number(**NUMBER, surprise=1), "Extra inputs"),
    ],
)
def test_an_unsound_item_is_refused(make, fault):
    with pytest.raises(ValidationError, match=fault):
        make()


def test_traps_that_catch_the_same_number_are_thinned():
    near, same = (Trap(id=i, value=v, tolerance=0.5, feedback=i) for i, v in (("near", 5), ("same", 5.6)))
    assert apart(near, same) == (near,)


@pytest.mark.parametrize("template", [t for lesson in COURSE.lessons for t in lesson.items], ids=lambda t: t.id)
class TestEveryItem:
    def test_it_survives_the_way_through_json(self, template):
        assert_it_survives_json(template.variant(next(cases([5]))))

    def test_without_its_key_it_tells_nothing(self, template):
        assert_it_tells_nothing_without_its_key(template.variant(next(cases([5]))))


def assert_it_survives_json(item):
    assert parse_item(item.model_dump(mode="json")) == item


def assert_it_tells_nothing_without_its_key(item):
    public = without_key(item)
    assert not SECRET & set(public)
    assert all(not SECRET & set(row) for rows in ("options", "parts", "checklist") for row in public.get(rows, ()))
    assert all("low" not in part for part in public.get("parts", ()))
