"""What participants and the projector may see: functions of agenda and state.

Nothing of a key, of anybody else's answer or of a name is in here before its time; a test reads every byte.
"""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.blocks.block import Ask, Prose, page_data
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.blocks.prose import prose_as_html
from outsourcing_lessons.items.item import Item, without_key
from outsourcing_lessons.items.judge import explained
from outsourcing_lessons.workshop import games, polls
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.pace import left_out
from outsourcing_lessons.workshop.paging import VOTES, beat_of, cue
from outsourcing_lessons.workshop.spotlight import said
from outsourcing_lessons.workshop.state import Answer, Person, Round, State
from outsourcing_lessons.workshop.tally import distribution, votes

ROOM_TEXTS = 12
NEAR = 3  # steps
MINE = 12  # answers at one step that go back to their author
View = dict[str, Any]


def room_view(state: State, agenda: Agenda, changed: set[str]) -> View:
    """Return what all participants see: which steps have been shown and which is on, and in full those that changed."""
    steps = [step for step in agenda.steps.values() if state.step(step.id).status != "waiting"]
    order = [step.id for step in steps]
    return {
        "room": {
            "now": state.now,
            "order": order,
            "ended": state.ended,
            "paused": state.paused,
            "lessons": _lessons(agenda),
            "near": _near(state, agenda),
        },
        **{f"step:{step.id}": step_view(state, agenda, step) for step in steps if step.id in changed},
    }


def _near(state: State, agenda: Agenda) -> list[str]:
    """Return of which kinds the steps are that may be on soon: phones fetch beforehand what they need for these."""
    steps = list(agenda.steps.values())
    at = next((place for place, step in enumerate(steps) if step.id == state.now), -1)
    near = [step for step in steps[at + 1 :] if not left_out(state, step)][:NEAR]
    return sorted({step.ask.item.type if step.asks else step.block.kind for step in near})


def _lessons(agenda: Agenda) -> list[str]:
    return list(dict.fromkeys(part.lesson for part in agenda.parts))


def step_view(state: State, agenda: Agenda, step: Step) -> View:
    """Return a step as participants see it."""
    stands = state.step(step.id)
    view: View = {
        "id": step.id, "number": step.number, "title": step.title, "kind": step.block.kind,
        "status": stands.status, "mode": stands.mode, "round": stands.round,
    } | lead_up(step)  # fmt: skip
    if isinstance(step.block, Ask):
        told = result(state, agenda, step) if stands.status == "revealed" else {}
        return view | asked(step.block, stands.mode) | told
    if isinstance(step.block, Prose):
        return view | {"html": as_html(step.block)} | ({"small": True} if step.block.small else {})
    return view | {"block": page_data(step.block)}


def lead_up(step: Step) -> View:
    """Return what the notebook says before a step, if it says anything."""
    return {"lead": prose_as_html(Prose(id=step.id, markdown=step.lead))} if step.lead else {}


def asked(block: Ask, mode: str) -> View:
    """Return the question without its key; in a vote without its hints, of which the last nearly solve it."""
    item = without_key(block.item)
    item = item if mode == "practice" else item | {"hints": []}
    return {"block": block.model_dump(mode="json", exclude={"item"}) | {"item": item}}


def result(state: State, agenda: Agenda, step: Step) -> View:
    """Return what is told to the room at the reveal: both distributions, the key, why; texts that were let through."""
    item, stands = step.ask.item, state.step(step.id)
    rounds = [distribution(item, one) for one in stands.rounds]
    texts = [one.text for one in state.texts.values() if one.step == step.id and one.shown]
    return {"result": {"rounds": rounds, "answer": item.answer, "why": agenda.why(item), "texts": texts[:ROOM_TEXTS]}}


# ---- One participant's own ------------------------------------------------------------------------------------------


def mine_view(state: State, agenda: Agenda, person: Person) -> View:
    """Return all that is only this participant's."""
    steps = [step for step in agenda.steps.values() if person.id in state.step(step.id).attempts]
    sheets = [step.id for step in agenda.steps.values() if step.block.id in person.entries]
    names = ["me", "poll", *(f"step:{step.id}" for step in steps), *(f"sheet:{step}" for step in sheets)]
    return {name: mine_part(state, agenda, person, name) for name in names}


def mine_part(state: State, agenda: Agenda, person: Person, name: str) -> Any:
    """Return one part of it."""
    kind, _, rest = name.partition(":")
    if kind == "poll":
        return polls.mine(state, person.id)
    if kind == "me":
        return {about: getattr(person, about) for about in ("number", "name", "sign", "going", "place")}
    step = agenda.steps[rest]
    if kind == "sheet":
        return person.entries[step.block.id]
    answers = state.step(step.id).attempts[person.id][-MINE:]
    shown = outcome_shown(state, agenda, step)
    return [_own(step.ask.item, answer, shown) for answer in answers]


def _own(item: Item, answer: Answer, shown: bool) -> View:
    view = {"id": answer.id, "round": answer.round, "response": answer.response, "counts": answer.counts}
    return view | ({"outcome": explained(item, answer.outcome)} if shown else {})


def outcome_shown(state: State, agenda: Agenda, step: Step) -> bool:
    """Whether participants may know by now how their own answers at a step were judged."""
    stands = state.step(step.id)
    if stands.status == "revealed" or stands.mode == "practice":
        return True
    return step.ask.item.id in _tallied(state, agenda)


def _tallied(state: State, agenda: Agenda) -> set[str]:
    """Return the items that a tally compares which the room has been shown."""
    shown = [step.block for step in agenda.tallies if state.step(step.id).status == "open"]
    return {
        item for block in shown if block.kind == "tally" for pair in block.pairs for item in (*pair.before, *pair.after)
    }


# ---- The projector --------------------------------------------------------------------------------------------------


def projector_view(state: State, agenda: Agenda, join: View) -> View:
    """Return what is on the wall: how to join, what is asked, how many have answered; no name, no early result."""
    step = agenda.steps.get(state.now)
    view: View = {
        "join": join | {"joined": len(state.people)},
        "room": {"ended": state.ended, "cue": cue(state, agenda), "blank": state.blank, "ends": state.ends},
    }
    view["spot"] = on_the_spot(state)
    if step is None:
        return view
    stands = state.step(step.id)
    answered = len(stands.rounds[-1].answers) if stands.rounds else 0
    closed = stands.rounds[-1].closed if stands.rounds else None
    count = {"answered": answered, "joined": len(state.people), "status": stands.status, "closed": closed}
    texts = [one.text for one in state.texts.values() if one.shown and one.step in ("", step.id)]
    return view | {"step": wall_step(state, agenda, step), "count": count, "texts": texts[-ROOM_TEXTS:]}


def on_the_spot(state: State) -> View:
    """Return what stands on the wall instead of a step, if anything: a lot, answers side by side, a poll."""
    if state.drawn:
        return {"drawn": state.drawn}
    if state.beside:
        return {"beside": [said(state, one) for one in state.beside]}
    poll = polls.on_wall(state)
    return {"poll": poll} if poll else {}


def wall_step(state: State, agenda: Agenda, step: Step) -> View:
    """Return a step as the wall shows it: at its beat, with the votes once they are in, the answer once it is told."""
    view = step_view(state, agenda, step) | {"beat": beat_of(state, agenda, step), "minutes": round(step.minutes)}
    if step.asks:
        view |= games.told(state, step, view["beat"])
    if step.asks and view["beat"] == VOTES:
        rounds = state.step(step.id).rounds
        view |= {"guesses": step.ask.item.guesses(given(rounds))}
        return view | {"votes": [votes(step.ask.item, one) for one in rounds]}
    told = agenda.step_of_item(getattr(step.block, "prediction", ""))
    if told is None or not (rounds := state.step(told.id).rounds):
        return view
    item = told.ask.item
    return view | {"bets": distribution(item, rounds[-1]), "guesses": item.guesses(given(rounds), told=True)}


def given(rounds: list[Round]) -> list[Answer]:
    """Return what counts in the last round."""
    return list(rounds[-1].answers.values()) if rounds else []
