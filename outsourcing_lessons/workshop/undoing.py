"""Taking back what the instructor did: each command, for as long as nothing later has changed the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.refused import Refused, ensure
from outsourcing_lessons.workshop.standing import loses_answers, standing

if TYPE_CHECKING:
    from outsourcing_lessons.workshop.agenda import Agenda
    from outsourcing_lessons.workshop.state import Done, State

LISTED = 12


def undo(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Return the event of taking back a command: the one with this ``number``, or the last that can be."""
    done = _wanted(state, command.get("number"))
    if done is None:
        raise Refused("nothing-to-undo")
    ensure(not _overtaken(done, standing(state)), "overtaken")
    ensure(not any(loses_answers(state, name, value) for name, value in done.before.items()), "answered")
    return [Event("undo", at, body={"number": done.number, "back": done.before, "step": done.step})]


def _wanted(state: State, number: object) -> Done | None:
    if number is None:
        return next(iter(reversed(state.done)), None)
    return next((done for done in state.done if done.number == number), None)


def _overtaken(done: Done, now: dict[str, Any]) -> bool:
    """Whether something has been set since that would be lost; where the room is by now is no such thing."""
    return any(now.get(name) != value for name, value in done.after.items() if not name.startswith("spent:"))


def listed(state: State, agenda: Agenda) -> list[dict[str, Any]]:
    """Return the latest commands, the last first, and whether each can be taken back."""
    now = standing(state)
    return [
        {"number": one.number, "at": one.at, "kind": one.kind, "where": _where(agenda, one.step)}
        | {"can": not _overtaken(one, now)}
        for one in reversed(state.done[-LISTED:])
    ]


def _where(agenda: Agenda, step: str) -> str:
    return agenda.steps[step].number if step in agenda.steps else ""
