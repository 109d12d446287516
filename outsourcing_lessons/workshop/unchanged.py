"""Whether the questions that a workshop's file holds answers to are asked today as they were then."""

from __future__ import annotations

from collections.abc import Iterable

from outsourcing_lessons.items.identity import former_code, judged_alike, wording_of
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.events import Event


def changed(events: Iterable[Event], agenda: Agenda) -> tuple[str, ...]:
    """Return the steps with answers to another question than they ask now: another key, other numbers, or none at all.

    Words may have been mended: each answer has the code of what it was to. A code of version 0.1 was of all the words;
    where it is another now, it counts whether the answers under it are judged alike.
    """
    by_code: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        if event.kind == "answer":
            by_code.setdefault((event.body["step"], event.body["variant"]), []).append(event)
    other = (name for (name, code), made in by_code.items() if not _asks(agenda.step(name), code, made))
    return tuple(dict.fromkeys(other))


def _asks(step: Step | None, code: str, made: list[Event]) -> bool:
    if step is None or not step.asks:
        return False
    item = step.ask.item
    if code in (item.variant, former_code(item)):
        return True
    if not wording_of(code):
        return False
    return judged_alike(item, ((one.body["response"], one.body["outcome"]) for one in made))
