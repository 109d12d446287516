"""The one key: what comes next in a room, and what was there before.

A step has beats on the wall. At a question the next one closes it and shows how the room voted, the next tells the
answer, the next says why; research is told one finding at a time. After the last beat comes the next step that is not
left out. Going back turns the wall back, and takes nothing from anybody: a beat is a place on the wall only, and what
participants may know hangs on the step's status.
"""

from __future__ import annotations

from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.pace import left_out
from outsourcing_lessons.workshop.refused import Refused, ensure
from outsourcing_lessons.workshop.showing import event, open_step
from outsourcing_lessons.workshop.state import ANSWER, State

ASKED, VOTES, WHY = 0, 1, 3
BEATS = {"ask": ("question", "votes", "answer", "why"), "reveal": ("why",), "research": ("finding",)}


def last_beat(agenda: Agenda, step: Step) -> int:
    """Return the last beat of a step; its first is 0."""
    match step.block.kind:
        case "ask":
            return _last_of_question(agenda, step)
        case "reveal":
            return 1
        case "research":
            return len(step.block.findings) - 1
    return 0


def _last_of_question(agenda: Agenda, step: Step) -> int:
    if step.ask.section == "pre-test":  # compared with the last test, and shown with it
        return ASKED
    if agenda.told_later(step.ask.item):
        return VOTES
    return WHY if agenda.why(step.ask.item) else ANSWER


def beat_of(state: State, agenda: Agenda, step: Step) -> int:
    """Return the beat that the wall is at: no answer before the room has it."""
    stands = state.step(step.id)
    most = VOTES if step.asks and stands.status != "revealed" else last_beat(agenda, step)
    return min(stands.beat, most)


def cue(state: State, agenda: Agenda) -> str:
    """Return what the next key press is about; who presses says it, so that one press does one thing once."""
    step = agenda.steps.get(state.now)
    if step is None:
        return _spot(state)
    stands = state.step(step.id)
    return f"{step.id}/{stands.status}/{stands.round}/{beat_of(state, agenda, step)}/{_spot(state)}"


def forward(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Return the events of going on by one beat or step."""
    _ensure_seen(state, agenda, command)
    if first := _before_moving(state, at, forward=True):
        return first
    step = agenda.steps.get(state.now)
    if step is None:
        return _onward(state, agenda, None, at)
    beat = beat_of(state, agenda, step)
    return _beat(state, step, beat + 1, at) if beat < last_beat(agenda, step) else _onward(state, agenda, step, at)


def backward(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Return the events of going back by one beat or step."""
    _ensure_seen(state, agenda, command)
    if first := _before_moving(state, at, forward=False):
        return first
    step = agenda.steps.get(state.now)
    if step is None:
        raise Refused("at-the-start")
    if beat := beat_of(state, agenda, step):
        return [event("beat", at, step, beat=beat - 1)]
    order = list(agenda.steps.values())
    shown = [one for one in order[: order.index(step)] if state.step(one.id).status != "waiting"]
    ensure(bool(shown), "at-the-start")
    return [event("go", at, shown[-1])]


def _before_moving(state: State, at: float, forward: bool) -> list[Event]:
    """Return what a press does before anybody moves on: nobody does so in the dark, or past what is on the wall."""
    if state.blank:
        return [Event("blank", at, body={"blank": False})]
    if state.drawn:
        return [Event("draw", at, body={"number": 0})]
    if state.beside:
        return [Event("beside", at, body={"texts": []})]
    if not state.poll:
        return []
    poll = state.polls[state.poll]
    tells = forward and not poll.told and poll.form != "wall"  # on a wall all that was let through can be seen already
    told = {"open": False, "told": True} if tells else {"on": False}
    return [Event("stand", at, body={"poll": state.poll, **told})]


def _spot(state: State) -> str:
    poll = state.polls.get(state.poll)
    return "/".join(
        map(str, (state.blank, state.drawn, len(state.beside), poll.id if poll else "", poll and poll.told))
    )


def _ensure_seen(state: State, agenda: Agenda, command: dict) -> None:
    ensure(command.get("from", cue(state, agenda)) == cue(state, agenda), "moved-on")


def _beat(state: State, step: Step, beat: int, at: float) -> list[Event]:
    status = state.step(step.id).status
    if step.asks and beat == ANSWER and status != "revealed":
        return [event("reveal", at, step)]
    closed = [event("lock", at, step)] if step.asks and beat == VOTES and status == "open" else []
    return [*closed, event("beat", at, step, beat=beat)]


def _onward(state: State, agenda: Agenda, step: Step | None, at: float) -> list[Event]:
    following = next_step(state, agenda, step)
    if following is None:
        raise Refused("at-the-end")
    still_open = step is not None and step.asks and state.step(step.id).status == "open"
    closed = [event("lock", at, step)] if step is not None and still_open else []
    if state.step(following.id).status != "waiting":
        return [*closed, event("go", at, following)]
    return [*closed, *open_step(state, agenda, {"step": following.id}, at)]


def next_step(state: State, agenda: Agenda, step: Step | None) -> Step | None:
    """Return the step after one, or the first, of those that are not left out."""
    order = list(agenda.steps.values())
    rest = order[order.index(step) + 1 :] if step else order
    return next((one for one in rest if not left_out(state, one)), None)


def ahead(state: State, agenda: Agenda) -> dict[str, str]:
    """Return what the next key press does: the beat or the step that it shows; empty at the end."""
    if before := _before_moving(state, 0.0, forward=True):
        return {"does": "told" if before[0].body.get("told") else "off"}
    step = agenda.steps.get(state.now)
    if step is not None and (beat := beat_of(state, agenda, step)) < last_beat(agenda, step):
        return {"does": BEATS.get(step.block.kind, BEATS["ask"])[beat + 1 if step.asks else 0]}
    following = next_step(state, agenda, step)
    return {"does": "step", "number": following.number, "title": following.title} if following else {}
