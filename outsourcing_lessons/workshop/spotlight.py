"""Who is asked next, and which answers stand side by side: on the wall people are numbers, and answers have no name."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.refused import Refused, ensure

if TYPE_CHECKING:
    from outsourcing_lessons.workshop.agenda import Agenda
    from outsourcing_lessons.workshop.state import State

MOST_BESIDE = 3


def draw(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Draw one of those who are in, or who have answered what is on; nobody twice before everybody was drawn."""
    if command.get("clear"):
        return [Event("draw", at, body={"number": 0})]
    numbers = [state.people[who].number for who in _candidates(state, bool(command.get("answered")))]
    ensure(bool(numbers), "nobody")
    fresh = [number for number in numbers if number not in state.lots] or numbers
    return [Event("draw", at, body={"number": secrets.choice(fresh)})]


def _candidates(state: State, answered: bool) -> list[str]:
    if not answered:
        return list(state.people)
    if state.poll:
        return list(dict.fromkeys(post.who for post in state.polls[state.poll].posts.values()))
    rounds = state.step(state.now).rounds
    return list(rounds[-1].answers) if rounds else []


def beside(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Put two or three answers side by side on the wall; none takes them off."""
    texts = command.get("texts")
    ensure(isinstance(texts, list) and len(texts) in (0, 2, MOST_BESIDE), "two-or-three")
    found = [str(one) for one in texts or []]
    for one in found:
        said(state, one)
    return [Event("beside", at, body={"texts": found})]


def said(state: State, name: str) -> str:
    """Return what somebody wrote, by its id: a note, a written answer, a post on a wall."""
    if name in state.texts:
        return state.texts[name].text
    for poll in state.polls.values():
        if name in poll.posts:
            return poll.posts[name].text
    raise Refused("no-such-text")
