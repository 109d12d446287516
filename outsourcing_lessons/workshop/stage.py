"""What the instructor does with the room as a whole: a blank wall, a pause, a countdown."""

from __future__ import annotations

from outsourcing_lessons.workshop.agenda import Agenda
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.refused import ensure
from outsourcing_lessons.workshop.state import State

LONGEST = 3600  # seconds of a countdown


def blank(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Make the wall dark, or bring it back; without a word for it, the other of the two."""
    return [Event("blank", at, body={"blank": bool(command.get("blank", not state.blank))})]


def pause(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Have everybody look up: phones take nothing until it is over."""
    return [Event("pause", at, body={"paused": bool(command.get("paused", not state.paused))})]


def countdown(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Count down so many seconds; 0 is no countdown."""
    seconds = command.get("seconds")
    ensure(type(seconds) is int and 0 <= seconds <= LONGEST, "no-such-time")
    return [Event("countdown", at, body={"seconds": seconds})]
