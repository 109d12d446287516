from __future__ import annotations

from dataclasses import asdict

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.workshop.agenda import agenda_of
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.state import State
from tests.workshop.planning import PROFILE
from tests.workshop.running import served

VOTE, FOUND, TEXT, GUESS, SHEET = (
    "ask:first-number.counter", "ask:first-number.meet", "ask:first-number.words", "ask:first-number.guess",
    "worksheet:first-number.numbers",
)  # fmt: skip


@pytest.fixture(scope="session")
def agenda():
    """The plan of a workshop on lesson 01."""
    return agenda_of((COURSE.lesson("01"),), case_of(PROFILE))


@pytest.fixture(scope="session")
def whole():
    """The plan of a workshop on all lessons."""
    return agenda_of(COURSE.lessons, case_of(PROFILE))


@pytest.fixture
def state():
    """A room that two have joined."""
    room = State()
    room.apply(Event("room", 0.0, body={"lessons": ["first-number"], "profile": asdict(PROFILE), "version": "0"}))
    for number, who in enumerate(("ada", "bob"), 1):
        body = {"number": number, "name": "", "learner_id": "", "token": f"token-{who}"}
        room.apply(Event("join", float(number), who, body=body))
    return room


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A real server, the same for all tests that leave the room as usable as they found it."""
    with served(tmp_path_factory.mktemp("workshop"), "--seed", "5", "--lessons", "01") as running:
        yield running
