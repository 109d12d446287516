"""Who was there, and how long things took."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from outsourcing_lessons.debrief.results import Results
from outsourcing_lessons.workshop.agenda import Part
from outsourcing_lessons.workshop.pace import left_out
from outsourcing_lessons.workshop.state import Person


@dataclass(frozen=True)
class Stretch:
    """One part: how many took part in it, minutes planned and used (None where it was never shown)."""

    part: Part
    people: int
    asked: bool
    planned: float
    used: float | None


def stretches(results: Results) -> list[Stretch]:
    """Return the parts of the plan with what became of them."""
    used = _minutes_used(results)
    return [_stretch(results, part, used) for part in results.agenda.parts]


def _stretch(results: Results, part: Part, used: dict[int, float]) -> Stretch:
    shown = [step for step in part.steps if step.asks and results.state.step(step.id).rounds]
    people = {who for step in shown for who in results.state.step(step.id).attempts}
    planned = sum(step.minutes for step in part.steps if not left_out(results.state, step))
    planned += sum(step.pause.minutes for step in part.steps if step.pause)
    return Stretch(part, len(people), bool(shown), planned, used.get(part.number))


def _minutes_used(results: Results) -> dict[int, float]:
    """Return for each part that was shown the minutes until something of another part was."""
    part_of = {step.id: part.number for part in results.agenda.parts for step in part.steps}
    opened = [(event.at, part_of[event.body["step"]]) for event in results.events if event.kind == "open"]
    moments = [event.at for event in results.events if event.kind in ("end", "answer", "lock", "reveal", "keep")]
    ends = max([at for at, _ in opened] + moments, default=0.0)
    used: dict[int, float] = {}
    for (at, part), (until, _) in pairwise([*opened, (ends, 0)]):
        used[part] = used.get(part, 0.0) + (until - at) / 60
    return used


@dataclass(frozen=True)
class Attended:
    """One participant: answers given in the room, of how many questions; answers from their own notebook."""

    person: Person
    answered: int
    asked: int
    own: int


def attended(results: Results) -> list[Attended]:
    """Return everybody who joined, by number."""
    asked = [results.state.step(step.id) for step in results.asked()]
    return [
        Attended(
            person, sum(person.id in step.attempts for step in asked), len(asked),
            sum(len(answers.get(person.id, ())) for answers in results.state.own.values()),
        )
        for person in results.people
    ]  # fmt: skip
