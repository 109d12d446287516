from __future__ import annotations

import pytest

from outsourcing_lessons.workshop.commands import commanded
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.refused import Refused
from outsourcing_lessons.workshop.views import projector_view


def do(state, agenda, kind, **more):
    do.at += 1
    for event in commanded(state, agenda, {"kind": kind, **more}, do.at):
        state.apply(event)
    return projector_view(state, agenda, {})["spot"]


do.at = 50.0


def test_everybody_is_drawn_before_anybody_is_drawn_twice(state, agenda):
    drawn = [do(state, agenda, "draw")["drawn"] for _ in range(2)]
    assert sorted(drawn) == [1, 2] and do(state, agenda, "draw")["drawn"] in (1, 2)
    assert do(state, agenda, "draw", clear=True) == {}


def test_who_has_not_answered_is_not_drawn_among_those_who_have(state, agenda):
    with pytest.raises(Refused, match="nobody"):
        do(state, agenda, "draw", answered=True)
    do(state, agenda, "poll", form="words", prompt="x")
    state.apply(Event("post", 60.0, "bob", "b1", {"poll": "poll1", "text": "here"}))
    assert do(state, agenda, "draw", answered=True) == {"drawn": 2}


def test_two_or_three_texts_stand_side_by_side_without_a_name(state, agenda):
    for number, who in enumerate(("ada", "bob")):
        state.apply(Event("note", 5.0, who, f"n{number}", {"text": f"says {number}"}))
    texts = list(state.texts)
    assert do(state, agenda, "beside", texts=texts) == {"beside": ["says 0", "says 1"]}
    for wrong in (texts[:1], texts * 2, "ab", None, [*texts, "nobody/n9"]):
        with pytest.raises(Refused):
            do(state, agenda, "beside", texts=wrong)
    assert do(state, agenda, "back") == {}
