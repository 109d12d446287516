"""Who is in a room, and what goes with somebody who is put out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from outsourcing_lessons.workshop.state import State


@dataclass
class Person:
    """A participant: under a number, with a name only if they or the roster gave one."""

    id: str
    number: int
    name: str
    learner_id: str
    joined: float
    tokens: set[str] = field(default_factory=set)
    readmit: bool = False
    sign: str = "none"
    signed: float = 0.0
    sign_step: str = ""
    going: bool = False
    place: str = ""
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)


def taken_out(state: State, who: str) -> None:
    """Take somebody out of a state: nothing of theirs counts any more, and their number is not given again."""
    person = state.people.pop(who)
    for token in person.tokens:
        state.tokens.pop(token)
    state.learners.pop(person.learner_id, None)
    for step in state.steps.values():
        step.attempts.pop(who, None)
        for round_ in step.rounds:
            round_.answers.pop(who, None)
    for own in state.own.values():
        own.pop(who, None)
    state.texts = {name: text for name, text in state.texts.items() if text.who != who}
    state.beside = [name for name in state.beside if name in state.texts]
    for poll in state.polls.values():
        poll.posts = {name: post for name, post in poll.posts.items() if post.who != who}
        for post in poll.posts.values():
            post.ups.discard(who)
