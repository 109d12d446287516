"""What the instructor may do, and when: a command is turned into events, or into the reason why not."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.workshop import agenda_changes, paging, polls, showing, spotlight, undoing
from outsourcing_lessons.workshop.agenda import Agenda
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.refused import Refused, ensure
from outsourcing_lessons.workshop.showing import event
from outsourcing_lessons.workshop.state import Person, State

LONGEST = 3600  # seconds of a countdown
AFTER_THE_END = ("resume", "open", "end", "going", "helped", "readmit", "remove", "door", "undo", "blank")


def commanded(state: State, agenda: Agenda, command: dict[str, Any], at: float) -> list[Event]:
    """Return the events of something the instructor does; raises Refused if it cannot be done now."""
    kind = command.get("kind")
    if not isinstance(kind, str) or kind not in _COMMANDS:
        raise Refused("no-such-kind")
    ensure(not state.ended or kind in AFTER_THE_END, "ended")
    events = _COMMANDS[kind](state, agenda, command, at)
    return [Event("resume", at), *events] if state.ended and kind == "open" else events


def _going(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    person = _person(state, command)
    ensure(person.sign == "help", "no-help-wanted")
    return [] if person.going else [Event("going", at, person.id)]


def _of_somebody(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    return [Event(command["kind"], at, _person(state, command).id)]


def _door(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    return [Event("door", at, body={"shut": bool(command.get("shut", True))})]


def _blank(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Make the wall dark, or bring it back; without a word for it, the other of the two."""
    return [Event("blank", at, body={"blank": bool(command.get("blank", not state.blank))})]


def _pause(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Have everybody look up: phones take nothing until it is over."""
    return [Event("pause", at, body={"paused": bool(command.get("paused", not state.paused))})]


def _countdown(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Count down so many seconds; 0 is no countdown."""
    seconds = command.get("seconds")
    ensure(type(seconds) is int and 0 <= seconds <= LONGEST, "no-such-time")
    return [Event("countdown", at, body={"seconds": seconds})]


def _person(state: State, command: dict) -> Person:
    who = command.get("who")
    person = state.people.get(who) if isinstance(who, str) else None
    if person is None:
        raise Refused("no-such-person")
    return person


def _show(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    ensure(isinstance(command.get("text"), str) and command["text"] in state.texts, "no-such-text")
    return [Event("show", at, body={"text": command["text"], "shown": bool(command.get("shown", True))})]


def _end(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """End the workshop: whatever is still open is closed, so that nobody votes on it from the train."""
    if state.over is not None:
        return []
    still_open = [step for step in agenda.steps.values() if step.asks and state.step(step.id).status == "open"]
    return [*(event("lock", at, step) for step in still_open), *polls.ended(state, at), Event("end", at)]


def _resume(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    return [Event("resume", at)] if state.ended else []


_COMMANDS = {
    "open": showing.open_step, "again": showing.again, "lock": showing.end, "reveal": showing.end,
    "hide": showing.end, "skip": showing.skip, "next": paging.forward, "back": paging.backward, "going": _going,
    "helped": _of_somebody, "remove": _of_somebody, "readmit": _of_somebody, "door": _door,
    "blank": _blank, "pause": _pause, "countdown": _countdown, "undo": undoing.undo,
    "poll": polls.ask, "stand": polls.stand, "moderate": polls.moderate, "draw": spotlight.draw,
    "beside": spotlight.beside, "move": agenda_changes.move, "minutes": agenda_changes.take, "show": _show, "end": _end,
    "resume": _resume,
}  # fmt: skip
