"""A workshop that never was: 40 made-up learners on three lessons, the same on every machine.

The rules of the real one decide what happens, with a clock that is made up too. They know more after a lesson than
before it, so that a report has something to show.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import cache

from outsourcing_lessons import __version__
from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.workshop import commands, rules
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.simulated_learners import KINDS, answered
from outsourcing_lessons.workshop.state import State

BEGAN = 1_793_178_000.0  # 28 October 2026, 9:00 UTC
PARTICIPANTS, LEAVE = 40, 3
BEFORE, BETWEEN, AFTER, TALKED_OVER = 0.55, 0.8, 1.0, 0.3
HELP, WAIT = 13, 40  # who asks for help at every so many steps, and for how many seconds more each time
MEANT = (
    "Talk about it at home",
    "Begin with the smallest one",
    "Write it down before Friday",
    "Ask somebody who has done it",
)
WALL = ("What if nobody answers?", "Start small", "Ask twice", "Who has tried this?")
NAMES = ("Ada", "Ben", "Chidi", "Dagny", "Elif", "Farid")


class _Room:
    """A state, its plan, a clock."""

    def __init__(self):
        profile = chosen().profile(learner_id="room", learner="everybody in the room")
        self.state, self.events, self.now, self.chance = (
            State(),
            [],
            BEGAN,
            SeededRandom("a workshop that never was", 1),
        )
        self._add(Event("room", self.now, body={
            "lessons": _lessons(), "profile": asdict(profile), "version": __version__,
        }))  # fmt: skip
        self.agenda: Agenda = agenda_of_room(self.state.room)

    def _add(self, event: Event) -> None:
        self.state.apply(event)
        self.events.append(event)

    def join(self, number: int) -> None:
        name = NAMES[number // 5] if number % 5 == 0 and number // 5 < len(NAMES) else ""
        body = {"number": number, "name": name, "learner_id": "", "token": f"no token of No. {number}"}
        self._add(Event("join", self.now, f"{number:012x}", body=body))

    def do(self, kind: str, **command) -> None:
        for event in commands.commanded(self.state, self.agenda, {"kind": kind, **command}, self.now):
            self._add(event)

    def send(self, number: int, kind: str, **sent) -> None:
        person = self.state.people[f"{number:012x}"]
        event, _ = rules.handle(
            self.state, self.agenda, person, {"id": f"{len(self.events):08}", "kind": kind} | sent, self.now
        )
        self._add(event)

    def answer(self, step: Step, number: int, knows: float) -> None:
        kind = KINDS[number % len(KINDS)]
        talk = TALKED_OVER if self.state.step(step.id).round > 1 else 0.0
        share = min(1.0, (0.2 + 0.7 * kind.knows) * knows + talk)
        response = answered(step.ask.item, kind, self.chance, rules.tested(step), share)
        self.send(number, "answer", step=step.id, round=self.state.step(step.id).round, response=response)


def _lessons() -> list[str]:
    """Return the lesson that workshops are on, between the tests if the course has any."""
    course = chosen()
    first, last = (course.tests.before, course.tests.after) if course.tests else (course.workshop, course.workshop)
    return list(dict.fromkeys((first, course.workshop, last)))


def sample_events() -> tuple[Event, ...]:
    """Return the events of the workshop, on the course that this process is about."""
    return _events_on(chosen().id)


@cache
def _events_on(_course_id: str) -> tuple[Event, ...]:
    room = _Room()
    for number in range(1, PARTICIPANTS + 1):
        room.join(number)
        room.now += 4
    steps = [step for step in room.agenda.steps.values() if not step.at_home]
    for place, step in enumerate(steps):
        _play(room, step, PARTICIPANTS - (LEAVE if place > len(steps) / 2 else 0))
        if place % HELP == HELP - 1:
            number = 1 + place % PARTICIPANTS
            room.send(number, "sign", sign="help")
            room.now += WAIT * (1 + place // HELP)
            room.do("going", who=f"{number:012x}")
    _ask_on_the_spot(room)
    room.do("end")
    return tuple(room.events)


def _play(room: _Room, step: Step, present: int) -> None:
    began, factor = room.now, room.chance.whole(70, 150) / 100
    room.do("open", step=step.id)
    if step.asks:
        _vote(room, step, present)
        if step.ask.item.type == "single-choice" and 0.3 <= _right(room, step) <= 0.7 and not rules.once(step):
            room.do("again", step=step.id)
            _vote(room, step, present)
        if step.ask.section != "pre-test":
            room.do("reveal", step=step.id)
        else:
            room.do("lock", step=step.id)
    elif step.block.kind == "worksheet":
        _write(room, step, present)
    room.now = max(room.now, began + 60 * step.minutes * factor)


def _write(room: _Room, step: Step, present: int) -> None:
    """Have some say on a worksheet what they will do."""
    sheets = step.block.sheets if isinstance(step.block, Worksheet) else ()
    for field, rows in [(field.id, sheet.rows) for sheet in sheets for field in sheet.fields if field.promise]:
        for number in range(2, present, 5):
            name = field if rows == 1 else f"{field}.1"
            room.send(number, "keep", step=step.id, entries={name: MEANT[number % len(MEANT)]})


def _ask_on_the_spot(room: _Room) -> None:
    """End with an open wall of which all but one post is let through."""
    room.do("poll", form="wall", prompt="What do you take home?")
    for number, text in enumerate(WALL, 3):
        room.now += 5
        room.send(number, "post", poll="poll1", text=text)
    for post in list(room.state.polls["poll1"].posts)[1:]:
        room.do("moderate", poll="poll1", post=post)
        room.send(number + 1, "upvote", poll="poll1", post=post)


def _vote(room: _Room, step: Step, present: int) -> None:
    knows = {"pre-test": BEFORE, "post-test": AFTER}.get(step.ask.section, BETWEEN)
    for number in room.chance.shuffled(range(1, present + 1)):
        room.now += 0.5
        if room.chance.below(100) < 98:
            room.answer(step, number, knows)


def _right(room: _Room, step: Step) -> float:
    answers = room.state.step(step.id).rounds[-1].answers.values()
    return sum(answer.outcome["correct"] for answer in answers) / max(1, len(answers))
