"""What the instructor has set in a room, as named values: to be compared, and to be set back.

Nothing that a participant has sent is among them, so that setting something back takes nothing from anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from outsourcing_lessons.workshop.state import State, Step

OF_ROOM = ("now", "moved", "over", "began", "blank", "paused", "ends", "poll", "drawn", "beside", "order")


def standing(state: State) -> dict[str, Any]:
    """Return every value that the instructor has set, by its name."""
    found: dict[str, Any] = {f"room:{name}": getattr(state, name) for name in OF_ROOM}
    found |= {f"spent:{name}": seconds for name, seconds in state.spent.items()}
    found |= {f"step:{name}": _of_step(step) for name, step in state.steps.items()}
    found |= {f"text:{name}": text.shown for name, text in state.texts.items()}
    found |= {f"minutes:{name}": minutes for name, minutes in state.minutes.items()}
    for poll in state.polls.values():
        found[f"poll:{poll.id}"] = [poll.open, poll.told]
        found |= {f"post:{poll.id}:{name}": post.shown for name, post in poll.posts.items()}
    for who, person in state.people.items():
        found[f"readmit:{who}"] = person.readmit
        if person.sign == "help":
            found[f"help:{who}"] = [person.signed, person.sign_step]
    return found


def _of_step(step: Step) -> list[Any]:
    last = step.rounds[-1] if step.rounds else None
    times = [last.closed, last.told] if last else [None, False]
    return [step.status, step.mode, step.beat, step.skipped, step.round, *times]


def put(state: State, name: str, value: Any) -> None:
    """Set a value back; None is what stood nowhere yet."""
    kind, _, rest = name.partition(":")
    if kind == "room":
        setattr(state, rest, value)
    elif kind == "spent":
        state.spent[rest] = value or 0.0
    elif kind == "step":
        _put_step(state._step(rest), value or ["waiting", "show", 0, None, 0, None, False])
    elif kind == "text":
        state.texts[rest].shown = bool(value)
    elif kind == "minutes":
        state.minutes = {name: minutes for name, minutes in state.minutes.items() if name != rest}
        state.minutes |= {rest: value} if value is not None else {}
    elif kind == "poll":
        state.polls[rest].open, state.polls[rest].told = value or [False, False]
    elif kind == "post":
        poll, _, name = rest.partition(":")
        state.polls[poll].posts[name].shown = bool(value)
    elif kind == "readmit":
        state.people[rest].readmit = bool(value)
    elif kind == "help" and value:
        person = state.people[rest]
        person.sign, (person.signed, person.sign_step) = "help", value


def _put_step(step: Step, value: list[Any]) -> None:
    step.status, step.mode, step.beat, step.skipped, rounds, closed, told = value
    while step.round > rounds and not step.rounds[-1].answers:
        step.rounds.pop()
    if step.rounds:
        step.rounds[-1].closed, step.rounds[-1].told = closed, told


def loses_answers(state: State, name: str, value: Any) -> bool:
    """Whether a vote that somebody has taken part in would be no more: nobody sets that back."""
    kind, _, rest = name.partition(":")
    rounds = (value or [0] * 5)[4] if kind == "step" else 0
    step = state.step(rest)
    return kind == "step" and 0 < rounds < step.round and bool(step.rounds[-1].answers)
