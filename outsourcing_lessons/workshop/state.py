"""What is so in a workshop: folded from its events, in order, by `State.apply` and by nothing else.

There is no clock and no chance in here: the same events give the same state, all at once or one by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from outsourcing_lessons.workshop.events import REVERSIBLE, Event
from outsourcing_lessons.workshop.on_the_spot import OnTheSpot
from outsourcing_lessons.workshop.people import Person, taken_out
from outsourcing_lessons.workshop.standing import put, standing

MOST_DONE = 50  # commands that are remembered, to be taken back
ANSWER = 2  # the beat at which the wall shows the answer: see `paging`
KEPT = 60  # answers of one person at one step that are remembered: more than anybody gives


@dataclass
class Answer:
    """One judged response; ``counts`` when it is part of the round's distribution."""

    id: str
    who: str
    round: int
    response: dict[str, Any]
    outcome: dict[str, Any]
    at: float
    counts: bool


@dataclass
class Round:
    """One time that a step was open: from when to when, what counts of each participant, if its result was told."""

    opened: float
    closed: float | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    told: bool = False


@dataclass
class Step:
    """Where a step stands: ``waiting``, ``open``, ``locked`` or ``revealed``; its ``beat`` on the wall."""

    status: str = "waiting"
    mode: str = "show"
    beat: int = 0
    rounds: list[Round] = field(default_factory=list)
    skipped: bool | None = None
    attempts: dict[str, list[Answer]] = field(default_factory=dict)

    @property
    def round(self) -> int:
        return len(self.rounds)


@dataclass
class Text:
    """Something a participant wrote that may be shown to the room once the instructor has read it."""

    id: str
    who: str
    step: str
    text: str
    at: float
    shown: bool = False


@dataclass
class Done:
    """Something the instructor did: what it set, what stood there before, and about which step it was."""

    number: int
    at: float
    kind: str
    step: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass
class State(OnTheSpot):
    """The whole workshop."""

    room: dict[str, Any] = field(default_factory=dict)
    opened: float = 0.0
    began: float | None = None
    over: float | None = None
    now: str = ""
    moved: float | None = None
    spent: dict[str, float] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    learners: dict[str, str] = field(default_factory=dict)
    own: dict[str, dict[str, list[Answer]]] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    blank: bool = False
    paused: bool = False
    ends: float | None = None
    done: list[Done] = field(default_factory=list)
    numbered: int = 0
    shut: bool = False
    nods: dict[str, str] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        """Fold one event in."""
        before = standing(self) if event.kind in REVERSIBLE else None
        getattr(self, f"_{event.kind}")(event, event.body)
        if before is not None:
            self._remember(event, before)
        if event.id and event.who in self.people:
            self.people[event.who].seen.add(event.id)

    def _remember(self, event: Event, before: dict[str, Any]) -> None:
        """Keep what an event of the instructor has changed; events of one moment are one command."""
        now = standing(self)
        changed = [name for name in {**before, **now} if before.get(name) != now.get(name)]
        last = self.done[-1] if self.done and self.done[-1].at == event.at else None
        if last is None:
            number = self.done[-1].number + 1 if self.done else 1
            last = Done(number, event.at, "", "", {}, {})
            self.done = [*self.done[1 - MOST_DONE :], last]
        last.kind, last.step = event.kind, event.body.get("step", "")
        last.before = {name: before.get(name) for name in changed} | last.before
        last.after |= {name: now.get(name) for name in {**last.before}}

    @property
    def ended(self) -> bool:
        return self.over is not None

    def step(self, step: str) -> Step:
        """Return where a step stands; one that nothing has happened to is waiting."""
        return self.steps.get(step) or Step()

    def _step(self, step: str) -> Step:
        return self.steps.setdefault(step, Step())

    def _room(self, event: Event, body: dict) -> None:
        self.room, self.opened = body, event.at

    def _join(self, event: Event, body: dict) -> None:
        known = self.people.get(event.who)
        person = known or Person(event.who, body["number"], body["name"], body["learner_id"], event.at)
        if known:  # let in again: whoever held the seat before does so no longer
            for token in person.tokens:
                self.tokens.pop(token)
            person.tokens = set()
        person.readmit = False
        person.place = body.get("place") or person.place
        self.nods.pop(body["token"], None)
        self.numbered = max(self.numbered, person.number)
        person.tokens.add(body["token"])
        self.people[event.who] = person
        self.tokens[body["token"]] = event.who
        if person.learner_id:
            self.learners[person.learner_id] = event.who

    def _readmit(self, event: Event, body: dict) -> None:
        self.people[event.who].readmit = True

    def _remove(self, event: Event, body: dict) -> None:
        taken_out(self, event.who)

    def _door(self, event: Event, body: dict) -> None:
        self.shut = body["shut"]

    def _open(self, event: Event, body: dict) -> None:
        step = self._step(body["step"])
        if body["round"] > step.round:
            step.rounds.append(Round(event.at))
        elif step.rounds:
            step.rounds[-1].closed = None
        step.status, step.mode, step.skipped, step.beat = "open", body["mode"], False, 0
        self.began, self.over = self.began if self.began is not None else event.at, None
        self._go(event, body)
        for person in self.people.values():
            if person.sign == "done":
                person.sign = "none"

    def _go(self, event: Event, body: dict) -> None:
        if self.now == body["step"]:
            return
        if self.now and self.moved is not None:
            self.spent[self.now] = self.spent.get(self.now, 0.0) + event.at - self.moved
        self.now, self.moved = body["step"], event.at

    def _lock(self, event: Event, body: dict) -> None:
        step = self._step(body["step"])
        step.status, step.beat = "locked", 0
        if step.rounds:
            step.rounds[-1].closed = event.at

    def _reveal(self, event: Event, body: dict) -> None:
        step = self._step(body["step"])
        step.status, step.beat = "revealed", ANSWER
        if step.rounds:
            now = step.rounds[-1]
            now.closed, now.told = event.at if now.closed is None else now.closed, True

    def _hide(self, event: Event, body: dict) -> None:
        step = self._step(body["step"])
        step.status, step.beat = "locked", 0

    def _beat(self, event: Event, body: dict) -> None:
        self._step(body["step"]).beat = body["beat"]

    def _skip(self, event: Event, body: dict) -> None:
        self._step(body["step"]).skipped = body["skipped"]

    def _answer(self, event: Event, body: dict) -> None:
        answer = Answer(event.id, event.who, body["round"], body["response"], body["outcome"], event.at, body["counts"])
        step = self._step(body["step"])
        mine = step.attempts.setdefault(event.who, [])
        mine.append(answer)
        del mine[:-KEPT]
        if answer.counts:
            step.rounds[answer.round - 1].answers[event.who] = answer
        if "text" in answer.response:
            self._write(event, body["step"], answer.response["text"])

    def _own(self, event: Event, body: dict) -> None:
        """Fold in an answer to a variant of the learner's own: beside the rounds and never in them."""
        answer = Answer(event.id, event.who, 0, body["response"], body["outcome"], event.at, False)
        self.own.setdefault(body["step"], {}).setdefault(event.who, []).append(answer)

    def _keep(self, event: Event, body: dict) -> None:
        self.people[event.who].entries.setdefault(body["block"], {}).update(body["entries"])

    def _sign(self, event: Event, body: dict) -> None:
        person = self.people[event.who]
        if person.sign != body["sign"]:
            person.signed, person.going = event.at, False
        person.sign, person.sign_step = body["sign"], body["step"]

    def _going(self, event: Event, body: dict) -> None:
        self.people[event.who].going = True

    def _helped(self, event: Event, body: dict) -> None:
        person = self.people[event.who]
        person.sign, person.going = "none", False

    def _place(self, event: Event, body: dict) -> None:
        self.people[event.who].place = body["place"]

    def _nod(self, event: Event, body: dict) -> None:
        self.nods[body["token"]] = body["learner_id"]

    def _note(self, event: Event, body: dict) -> None:
        self._write(event, "", body["text"])

    def _write(self, event: Event, step: str, text: str) -> None:
        name = f"{event.who}/{event.id}"
        self.texts[name] = Text(name, event.who, step, text, event.at)

    def _show(self, event: Event, body: dict) -> None:
        self.texts[body["text"]].shown = body["shown"]

    def _blank(self, event: Event, body: dict) -> None:
        self.blank = body["blank"]

    def _pause(self, event: Event, body: dict) -> None:
        self.paused = body["paused"]

    def _countdown(self, event: Event, body: dict) -> None:
        self.ends = event.at + body["seconds"] if body["seconds"] else None

    def _undo(self, event: Event, body: dict) -> None:
        for name, value in body["back"].items():
            put(self, name, value)
        self.done = [one for one in self.done if one.number != body["number"]]

    def _end(self, event: Event, body: dict) -> None:
        self.over = event.at

    def _resume(self, event: Event, body: dict) -> None:
        self.over = None


def replay(events: Iterable[Event]) -> State:
    """Return the state after all these events."""
    state = State()
    for event in events:
        state.apply(event)
    return state
