from __future__ import annotations

import json
import re

import pytest

from outsourcing_lessons.workshop.commands import commanded
from outsourcing_lessons.workshop.console_view import remote_view
from outsourcing_lessons.workshop.rules import Refused
from outsourcing_lessons.workshop.views import projector_view, room_view


def do(state, agenda, kind, **more):
    for event in commanded(state, agenda, {"kind": kind, **more}, 50.0):
        state.apply(event)


def test_a_dark_wall_comes_back_with_the_next_press_and_nobody_has_moved(state, agenda):
    do(state, agenda, "next")
    before = state.now
    do(state, agenda, "blank", blank=True)
    assert projector_view(state, agenda, {})["room"]["blank"]
    do(state, agenda, "next")
    assert not state.blank and state.now == before
    do(state, agenda, "next")
    assert state.now != before


def test_phones_hear_of_a_pause_and_the_wall_of_a_countdown(state, agenda):
    do(state, agenda, "pause")
    do(state, agenda, "countdown", seconds=90)
    assert room_view(state, agenda, set())["room"]["paused"]
    assert projector_view(state, agenda, {})["room"]["ends"] == 140.0
    do(state, agenda, "pause")
    do(state, agenda, "countdown", seconds=0)
    assert not state.paused and state.ends is None


@pytest.mark.parametrize("seconds", [-1, 3601, 1.5, "60", None, True])
def test_no_countdown_is_as_long_as_that(state, agenda, seconds):
    with pytest.raises(Refused, match="no-such-time"):
        do(state, agenda, "countdown", seconds=seconds)


def test_a_remote_sees_where_the_room_is_and_no_name_and_no_key(state, agenda):
    while state.now != "ask:first-number.counter":
        do(state, agenda, "next")
    view = remote_view(state, agenda)
    assert view["step"]["title"] == agenda.steps[state.now].title and view["room"]["next"]
    assert view["undo"]["kind"] == "open"
    assert not {"answer", "why", "called", "name", "result"} & set(re.findall(r'"(\w+)":', json.dumps(view)))
