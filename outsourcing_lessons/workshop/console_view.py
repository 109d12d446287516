"""What the instructor and helpers see: the agenda, how the room answers, who waits for help, who is stuck."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.blocks.block import Explorer, page_data
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.items.base import rights
from outsourcing_lessons.workshop import polls
from outsourcing_lessons.workshop.agenda import Agenda, Part, Step
from outsourcing_lessons.workshop.pace import left_out, pace
from outsourcing_lessons.workshop.paging import ahead, cue
from outsourcing_lessons.workshop.rules import once, usual_mode
from outsourcing_lessons.workshop.state import Person, State
from outsourcing_lessons.workshop.tally import distribution
from outsourcing_lessons.workshop.undoing import listed
from outsourcing_lessons.workshop.views import lead_up

STUCK_WRONG, STUCK_SECONDS = 3, 300
View = dict[str, Any]


def overview(state: State, agenda: Agenda, join: View, now: float) -> View:
    """Return the console, in parts that change one at a time; the agenda and the steps are parts of their own."""
    return {
        "room": _room(state, agenda) | {"moved": state.moved, "began": state.began},
        "done": listed(state, agenda),
        "polls": _polls(state),
        "spot": {"poll": state.poll, "drawn": state.drawn, "beside": state.beside},
        "join": join,
        "people": {"joined": len(state.people), "done": _done(state)},
        "spent": {step: max(1, round(seconds / 60)) for step, seconds in state.spent.items()},
        "pace": _rounded(pace(state, agenda, now)),
        "help": [_waiting(person) for person in _helpless(state)],
        "stuck": stuck(state, agenda, now),
        "texts": _texts(state, agenda),
        "seats": [_seat(person) for person in state.people.values()],
    }


def _room(state: State, agenda: Agenda) -> View:
    return {
        "now": state.now, "ended": state.ended, "cue": cue(state, agenda), "next": ahead(state, agenda),
        "blank": state.blank, "paused": state.paused, "ends": state.ends,
    }  # fmt: skip


def _polls(state: State) -> list[View]:
    names = {who: called(person) for who, person in state.people.items()}
    return [polls.at_desk(poll, names) for poll in reversed(state.polls.values())]


def remote_view(state: State, agenda: Agenda) -> View:
    """Return what a phone in the instructor's hand shows: where the room is, what to say, what can be taken back."""
    step, done = agenda.steps.get(state.now), listed(state, agenda)
    undo = done[0] if done and done[0]["can"] else None
    view = {"room": _room(state, agenda), "people": len(state.people), "undo": undo}
    if step is None:
        return view
    part = next(part for part in agenda.parts if step in part.steps)
    answered = len(state.step(step.id).rounds[-1].answers) if state.step(step.id).rounds else 0
    shown = {"number": step.number, "title": step.title, "asks": step.asks, "answered": answered}
    return view | {"step": shown, "notes": part.note.discussion if part.note else ""}


def agenda_view(agenda: Agenda) -> list[View]:
    """Return the plan, which does not change."""
    return [_part(part) for part in agenda.parts]


def _part(part: Part) -> View:
    guide = part.guide
    return {
        "number": part.number, "title": part.title, "lesson": part.lesson, "minutes": part.minutes,
        "discussion": guide.discussion if guide else "", "skip": guide.skip if guide else "",
        "steps": [_step(step) for step in part.steps],
    }  # fmt: skip


def _step(step: Step) -> View:
    return {
        "id": step.id, "number": step.number, "title": step.title, "kind": step.block.kind, "minutes": step.minutes,
        "asks": step.asks, "mode": usual_mode(step), "once": once(step), "home": step.at_home,
        "test": step.asks and step.ask.section == "pre-test",
    } | ({"pause": {"title": step.pause.what, "minutes": step.pause.minutes}} if step.pause else {})  # fmt: skip


def step_counts(state: State, step: Step) -> View:
    """Return where a step stands and how the room answered, round by round."""
    stands = state.step(step.id)
    rounds = [distribution(step.ask.item, one) for one in stands.rounds] if step.asks else []
    view = {"status": stands.status, "mode": stands.mode, "skipped": left_out(state, step), "rounds": rounds}
    return view | {"own": own_counts(state, step)} if step.id in state.own else view


def own_counts(state: State, step: Step) -> View:
    """Return how many answered a variant of their own in JupyterLab, and how many were right in the end."""
    latest = [answers[-1] for answers in state.own[step.id].values()]
    return {"answered": len(latest), "right": rights(latest), "words": step.ask.item.counted(latest)}


def shown_to_instructor(step: Step, agenda: Agenda) -> View:
    """Return a step in full, with its key, for the instructor."""
    view: View = {"id": step.id, "html": as_html(step.block)} | lead_up(step)
    if isinstance(step.block, Explorer) and step.block.computed:
        view |= {"block": page_data(step.block)}
    if not step.asks:
        return view
    return view | {"answer": step.ask.item.answer, "why": agenda.why(step.ask.item)}


def _done(state: State) -> int:
    return sum(person.sign == "done" for person in state.people.values())


def _helpless(state: State) -> list[Person]:
    waiting = [person for person in state.people.values() if person.sign == "help"]
    return sorted(waiting, key=lambda person: person.signed)


def called(person: Person) -> str:
    """Return how a participant is spoken of: by number, and by name if there is one."""
    return f"No. {person.number}" + (f" · {person.name}" if person.name else "")


def _waiting(person: Person) -> View:
    return {
        "who": person.id, "called": called(person), "place": person.place, "since": person.signed,
        "step": person.sign_step, "going": person.going,
    }  # fmt: skip


def stuck(state: State, agenda: Agenda, now: float) -> list[View]:
    """Return who has answered three times wrong and never right at the step that is on, within five minutes."""
    step = state.steps.get(state.now)
    if step is None or step.mode != "practice":
        return []
    found = []
    for who, answers in step.attempts.items():
        recent = [one for one in answers if now - one.at <= STUCK_SECONDS and one.outcome["correct"] is False]
        if len(recent) >= STUCK_WRONG and not any(answer.outcome["correct"] for answer in answers):
            found.append({"who": who, "called": called(state.people[who]), "wrong": len(answers)})
    return found


def _texts(state: State, agenda: Agenda) -> list[View]:
    """Return what was written, the latest of each participant at each step; notes all."""
    latest = {(one.who, one.step or one.id): one for one in state.texts.values()}
    return [
        {
            "id": one.id, "text": one.text, "shown": one.shown, "step": one.step, "at": one.at,
            "called": called(state.people[one.who]),
        }
        for one in latest.values()
    ]  # fmt: skip


def _seat(person: Person) -> View:
    view = {"who": person.id, "called": called(person)}
    return view | ({"readmit": person.readmit} if person.learner_id else {})


def _rounded(paced: View) -> View:
    """Round minutes, so that a clock is no change of the page."""
    return {k: round(v) if k in ("gone", "late", "saves", "total") else v for k, v in paced.items()}
