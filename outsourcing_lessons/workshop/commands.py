"""What the instructor may do, and when: a command is turned into events, or into the reason why not."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.rules import Refused, ensure, once, usual_mode
from outsourcing_lessons.workshop.state import Person, State

AFTER_THE_END = ("resume", "open", "end", "helped", "readmit")


def commanded(state: State, agenda: Agenda, command: dict[str, Any], at: float) -> list[Event]:
    """Return the events of something the instructor does.

    Raises
    ------
    Refused
        If it cannot be done now.
    """
    kind = command.get("kind")
    if not isinstance(kind, str) or kind not in _COMMANDS:
        raise Refused("no-such-kind")
    ensure(not state.ended or kind in AFTER_THE_END, "ended")
    events = _COMMANDS[kind](state, agenda, command, at)
    return [Event("resume", at), *events] if state.ended and kind == "open" else events


def _step_of(agenda: Agenda, command: dict) -> Step:
    step = agenda.step(command.get("step"))
    if step is None:
        raise Refused("no-such-step")
    return step


def _open(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    step = _step_of(agenda, command)
    stands = state.step(step.id)
    if not step.asks:
        return [*_before(state, agenda, step, at), _event("open", at, step, round=0, mode="show")]
    mode = command.get("mode") or (stands.mode if stands.round else usual_mode(step))
    ensure(mode in ("vote", "practice") and not (mode == "practice" and once(step)), "no-such-mode")
    ensure(stands.status in ("waiting", "locked", "open"), "revealed")
    return [_event("open", at, step, round=max(1, stands.round), mode=mode)]


def _before(state: State, agenda: Agenda, step: Step, at: float) -> list[Event]:
    """A truth is told to the room: its prediction takes no more answers from now on, and a reveal shows them."""
    told, hinted = (getattr(step.block, name, "") for name in ("prediction", "after"))
    prediction = agenda.step_of_item(told or hinted)
    if prediction is None:
        return []
    stands = state.step(prediction.id)
    if told and stands.status in ("open", "locked"):
        return [_event("reveal", at, prediction)]
    return [_event("lock", at, prediction)] if hinted and stands.status == "open" else []


def _again(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    step = _step_of(agenda, command)
    stands = state.step(step.id)
    ensure(step.asks and not once(step) and stands.round > 0, "once-only")
    ensure(stands.status != "revealed", "revealed")
    ensure(stands.round < 5, "too-many")
    locked = [_event("lock", at, step)] if stands.status == "open" else []
    return [*locked, _event("open", at, step, round=stands.round + 1, mode=stands.mode)]


def _lock(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    step = _step_of(agenda, command)
    ensure(step.asks and state.step(step.id).status == "open", "not-open")
    return [_event("lock", at, step)]


def _reveal(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    step = _step_of(agenda, command)
    ensure(step.asks and state.step(step.id).status in ("open", "locked"), "not-open")
    ensure(step.ask.section != "pre-test", "pre-test")
    return [_event("reveal", at, step)]


def _hide(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    step = _step_of(agenda, command)
    ensure(step.asks and state.step(step.id).status == "revealed", "not-revealed")
    return [_event("hide", at, step)]


def _skip(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    return [_event("skip", at, _step_of(agenda, command), skipped=bool(command.get("skipped", True)))]


def _helped(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    return [Event("helped", at, _person(state, command).id)]


def _readmit(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    return [Event("readmit", at, _person(state, command).id)]


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
    return [*(_event("lock", at, step) for step in still_open), Event("end", at)]


def _resume(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    return [Event("resume", at)] if state.ended else []


_COMMANDS = {
    "open": _open, "again": _again, "lock": _lock, "reveal": _reveal, "hide": _hide, "skip": _skip, "helped": _helped,
    "readmit": _readmit, "show": _show, "end": _end, "resume": _resume,
}  # fmt: skip


def _event(kind: str, at: float, step: Step, **body: Any) -> Event:
    return Event(kind, at, body={"step": step.id, **body})
