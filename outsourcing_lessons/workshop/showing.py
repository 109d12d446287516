"""What the instructor does with one step: open, ask again, close, reveal, hide, leave out."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.refused import Refused, ensure
from outsourcing_lessons.workshop.rules import once, usual_mode
from outsourcing_lessons.workshop.state import State

# What ends a vote: in which statuses it can be done, and why not in the others.
ENDS = {
    "lock": (("open",), "not-open"),
    "reveal": (("open", "locked"), "not-open"),
    "hide": (("revealed",), "not-revealed"),
}


def step_of(agenda: Agenda, command: dict) -> Step:
    step = agenda.step(command.get("step"))
    if step is None:
        raise Refused("no-such-step")
    return step


def open_step(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    step = step_of(agenda, command)
    stands = state.step(step.id)
    if not step.asks:
        return [*_before(state, agenda, step, at), event("open", at, step, round=0, mode="show")]
    mode = command.get("mode") or (stands.mode if stands.mode != "show" else usual_mode(step))
    ensure(mode in ("vote", "practice") and not (mode == "practice" and once(step)), "no-such-mode")
    ensure(stands.status in ("waiting", "locked", "open"), "revealed")
    return [event("open", at, step, round=max(1, stands.round), mode=mode)]


def _before(state: State, agenda: Agenda, step: Step, at: float) -> list[Event]:
    """A truth is told to the room: its prediction takes no more answers from now on, and a reveal shows them."""
    told, hinted = (getattr(step.block, name, "") for name in ("prediction", "after"))
    prediction = agenda.step_of_item(told or hinted)
    if prediction is None:
        return []
    stands = state.step(prediction.id)
    if told and stands.status in ("open", "locked"):
        return [event("reveal", at, prediction)]
    return [event("lock", at, prediction)] if hinted and stands.status == "open" else []


def again(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    step = step_of(agenda, command)
    stands = state.step(step.id)
    ensure(step.asks and not once(step) and stands.round > 0, "once-only")
    ensure(stands.status != "revealed", "revealed")
    ensure(stands.round < 5, "too-many")
    locked = [event("lock", at, step)] if stands.status == "open" else []
    return [*locked, event("open", at, step, round=stands.round + 1, mode=stands.mode)]


def end(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Close a vote, reveal its result or hide that again."""
    kind, step = command["kind"], step_of(agenda, command)
    statuses, problem = ENDS[kind]
    ensure(step.asks and state.step(step.id).status in statuses, problem)
    ensure(kind != "reveal" or step.ask.section != "pre-test", "pre-test")
    return [event(kind, at, step)]


def skip(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    return [event("skip", at, step_of(agenda, command), skipped=bool(command.get("skipped", True)))]


def event(kind: str, at: float, step: Step, **body: Any) -> Event:
    return Event(kind, at, body={"step": step.id, **body})
