"""The plan as the instructor has changed it while it ran: steps in another order, or with other minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from outsourcing_lessons.workshop.agenda import Agenda
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.refused import Refused, ensure

if TYPE_CHECKING:
    from outsourcing_lessons.workshop.state import State

LONGEST = 240  # minutes of one step


def arranged(plan: Agenda, order: list[str], minutes: dict[str, float]) -> Agenda:
    """Return a plan with its steps in this order and with these minutes; a step keeps its number, and its part.

    Where a step has moved past the end of its part, that part goes on in a stretch of its own.
    """
    if not order and not minutes:
        return plan
    home = {step.id: part for part in plan.parts for step in part.steps}
    names = [*order, *(name for name in plan.steps if name not in set(order))]
    parts: list[list[str]] = []
    for name in names:
        if parts and home[parts[-1][0]] is home[name]:
            parts[-1].append(name)
        else:
            parts.append([name])
    steps = {name: replace(step, minutes=minutes.get(name, step.minutes)) for name, step in plan.steps.items()}
    return Agenda(tuple(replace(home[some[0]], steps=tuple(steps[name] for name in some)) for some in parts))


def move(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Put a step before another one, or at the end."""
    step, before = agenda.step(command.get("step")), agenda.step(command.get("before"))
    if step is None or step is before or (command.get("before") and before is None):
        raise Refused("no-such-step")
    rest = [one for one in agenda.steps if one != step.id]
    place = rest.index(before.id) if before else len(rest)
    return [Event("order", at, body={"steps": [*rest[:place], step.id, *rest[place:]]})]


def take(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Give a step more minutes, or fewer."""
    step, minutes = agenda.step(command.get("step")), command.get("minutes")
    if step is None:
        raise Refused("no-such-step")
    ensure(type(minutes) is int and 0 <= minutes <= LONGEST, "no-such-time")
    return [Event("minutes", at, body={"step": step.id, "minutes": float(minutes or 0)})]
