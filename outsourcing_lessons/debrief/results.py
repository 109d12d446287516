"""The results of a workshop: its events, folded, with the plan they belong to; and who answered what first and last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from outsourcing_lessons.debrief.sample import sample_events
from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.lessons.courses import use_where
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.opening import changed
from outsourcing_lessons.workshop.rules import SENT
from outsourcing_lessons.workshop.state import Answer, Person, State, replay

Answers = dict[str, Answer]


@dataclass(frozen=True)
class Results:
    """A workshop, after it."""

    happened: tuple[Event, ...]  # all of it
    # Titles of the questions whose answers are not among it, since another key or other numbers hold now.
    left_out: tuple[str, ...] = ()

    @cached_property
    def state(self) -> State:
        return replay(self.happened)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened, without what was sent by people whom the instructor took out: that goes with them."""
        people = self.state.people
        return tuple(event for event in self.happened if event.kind not in SENT or event.who in people)

    @cached_property
    def agenda(self) -> Agenda:
        return agenda_of_room(self.state.room)

    @property
    def people(self) -> list[Person]:
        return sorted(self.state.people.values(), key=lambda person: person.number)

    def made(self, event: Event) -> float:
        """Return when an answer was written: never before the workshop was made, nor after it arrived.

        A file of an earlier version may say anything, since it took a page's word for it.
        """
        made = event.body["made"]
        return event.at if made != made else min(max(made, self.events[0].at), event.at)

    def response(self, event: Event) -> dict[str, Any]:
        """Return a response without what belongs to no answer, which earlier versions kept, too."""
        return self.agenda.steps[event.body["step"]].ask.item.kept(event.body["response"])

    def asked(self) -> Iterator[Step]:
        """Yield the items that were open at some time, in the order of the plan."""
        return (step for step in self.agenda.steps.values() if step.asks and self.state.step(step.id).rounds)

    def graded(self) -> list[Step]:
        """Return those of them that can be right or wrong."""
        return [step for step in self.asked() if step.ask.item.GRADED]

    def first(self, step: Step) -> Answers:
        """Return what everybody answered before anything was said: a vote as it stood, of practice the first try."""
        stands = self.state.step(step.id)
        if stands.mode != "practice":
            return dict(stands.rounds[0].answers)
        return {who: tries[0] for who, tries in stands.attempts.items() if tries}

    def last(self, step: Step) -> Answers:
        """Return everybody's last word."""
        return dict(self.state.step(step.id).rounds[-1].answers)


def read_results(path: str) -> Results:
    """Read the file of a workshop; "" gives one that is made up, always the same.

    Raises WorkshopError if there is no such file, or no workshop in it.
    """
    events = tuple(read_events(Path(path)) if path else sample_events())
    if not events or events[0].kind != "room":
        raise WorkshopError(f"there is no workshop in {path}")
    use_where(events[0].body.get("course", ""), path, WorkshopError)
    whole = Results(events)
    others = changed(events, whole.agenda)
    if not others:
        return whole
    titles = (whole.agenda.steps[name].title if name in whole.agenda.steps else name for name in others)
    return Results(tuple(_without(events, others)), tuple(titles))


def _without(events: tuple[Event, ...], steps: tuple[str, ...]) -> Iterator[Event]:
    """Yield the events but the answers at some steps, and what was shown of them."""
    gone = {f"{one.who}/{one.id}" for one in events if one.kind == "answer" and one.body["step"] in steps}
    for event in events:
        if f"{event.who}/{event.id}" not in gone and not (event.kind == "show" and event.body["text"] in gone):
            yield event
