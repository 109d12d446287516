"""Rooms that plan a workshop of some minutes, of the tiny course or of the shipped one."""

from __future__ import annotations

from dataclasses import asdict

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.state import State

PROFILE = LearnerProfile(learner="everybody in the room", seed=5)


def room_of(minutes, lessons):
    return {"lessons": list(lessons), "profile": asdict(PROFILE), "version": "0", "minutes": minutes}


def begun(room):
    state = State()
    state.apply(Event("room", 0.0, body=room))
    return state


def planned(agenda):
    return [step for step in agenda.steps.values() if not step.at_home]
