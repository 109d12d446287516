"""What a participant may send, and when: a wish is turned into the event that grants it, or into the reason why not.

Functions of the state as it is; nothing here changes it. Answers are judged here, by `items.judge`. What the
instructor may do is in `commands`.
"""

from __future__ import annotations

import re
from typing import Any

from outsourcing_lessons.blocks.filled import rows_of
from outsourcing_lessons.errors import ProfileError
from outsourcing_lessons.items.identity import former_code
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.words import TESTS
from outsourcing_lessons.workshop import polls
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.incoming import storable
from outsourcing_lessons.workshop.plain import plain
from outsourcing_lessons.workshop.refused import Refused, ensure
from outsourcing_lessons.workshop.state import KEPT, Person, State

SIGNS = ("done", "help", "none")
LONGEST_NAME, LONGEST_PLACE, LONGEST_NOTE, LONGEST_ENTRY = 40, 20, 500, 5000
LATEST = 15 * 60  # seconds after the end of a workshop in which what was written before it may still arrive
ID = re.compile(r"[!-~]{8,64}")


def once(step: Step) -> bool:
    """Whether the first answer stays: predictions and tests; any other vote can be changed until it is closed."""
    return step.asks and (step.ask.item.COMMITTED or step.ask.section in TESTS)


def usual_mode(step: Step) -> str:
    """Return how a step is opened unless the instructor wants it otherwise."""
    if not step.asks:
        return "show"
    voted = step.ask.item.VOTED or step.ask.section in TESTS
    return "vote" if voted else "practice"


# ---- What a participant sends ---------------------------------------------------------------------------------------


def handle(state: State, agenda: Agenda, person: Person, sent: dict[str, Any], at: float) -> tuple[Event, dict]:
    """Return the event for something a participant sent, and what to tell them.

    Raises Refused if it cannot be taken; nothing is kept then.
    """
    kind, id_ = str(sent.get("kind")), str(sent.get("id"))
    ensure(is_id(sent.get("id")), "no-id")
    ensure(storable(sent), "not-storable")
    ensure(kind in HANDLERS, "no-such-kind")
    ensure(state.over is None or _of_before(state.over, kind, sent, at), "ended")
    body, told = HANDLERS[kind](state, agenda, person, sent, at)
    return Event(kind, at, person.id, id_, body), told


def is_id(given: object) -> bool:
    """Whether this can be the id of something that is sent."""
    return isinstance(given, str) and ID.fullmatch(given) is not None


def _of_before(over: float, kind: str, sent: dict, at: float) -> bool:
    """Whether something may come after the end: written before it and late on the way, or in one's own worksheet."""
    return kind == "keep" or (kind not in ("sign", "place") and made_at(sent, 0.0, at) <= over and at <= over + LATEST)


def _answer(state: State, agenda: Agenda, person: Person, sent: dict, at: float) -> tuple[dict, dict]:
    name = str(sent.get("step"))
    round_: Any = sent.get("round")
    ensure(name in agenda.steps and agenda.steps[name].asks, "no-such-step")
    step = agenda.steps[name]
    stands = state.step(step.id)
    ensure(type(round_) is int and 1 <= round_ <= stands.round, "not-open")
    item: Item = step.ask.item
    response, outcome = _judged(item, sent)
    ensure(not tested(step) or "confidence" in response, "no-confidence")
    made = made_at(sent, stands.rounds[round_ - 1].opened, at)
    counts = _counts(state, step, person, round_, made)
    body = {
        "step": step.id, "round": round_, "response": response, "outcome": outcome, "made": made, "counts": counts,
        "variant": item.variant, "wording": item.wording,
    }  # fmt: skip
    return body, {"counts": counts}


def _judged(item: Item, sent: dict) -> tuple[dict, dict]:
    """Return what is kept of a response, and what it is worth."""
    outcome = judge(item, sent.get("response"))
    ensure(outcome["valid"], outcome["refusal"])
    return item.kept(sent["response"]), outcome


def tested(step: Step) -> bool:
    """Whether a step asks besides how sure one is."""
    return step.ask.section in TESTS and not step.ask.item.COMMITTED


def _counts(state: State, step: Step, person: Person, round_: int, made: float) -> bool:
    """Whether an answer is part of the distribution; Refused where it is not even kept."""
    stands = state.step(step.id)
    of_round = stands.rounds[round_ - 1]
    mine = of_round.answers.get(person.id)
    ensure(not (mine and once(step)), "already")
    ensure(len(stands.attempts.get(person.id, ())) < KEPT, "too-many")
    if stands.status == "open" and round_ == stands.round:
        return True
    closed = of_round.closed
    # Written in time, delivered late: if nobody has ever seen the result it counts, if there is no vote of theirs yet.
    ensure(closed is None or made <= closed, "closed")
    return stands.status == "locked" and round_ == stands.round and mine is None and not of_round.told


def made_at(sent: dict, opened: float, at: float) -> float:
    """Return when something was written, by the sender's clock set to ours: not before it could be, nor in future."""
    made = sent.get("made")
    if not isinstance(made, int | float) or isinstance(made, bool) or made != made:
        return at
    return max(opened, float(min(made, at)))


def _own(state: State, agenda: Agenda, person: Person, sent: dict, at: float) -> tuple[dict, dict]:
    """An answer from a notebook, to the variant of that learner's own profile: made again here, and judged here."""
    step = agenda.step_of_item(str(sent.get("item")))
    if step is None:
        raise Refused("no-such-step")
    ensure(len(state.own.get(step.id, {}).get(person.id, ())) < KEPT, "too-many")
    item = _variant(step.ask.item, sent.get("profile"))
    ensure(sent.get("variant") in (item.variant, former_code(item)), "other-variant")
    response, outcome = _judged(item, sent)
    body = {
        "step": step.id, "item": item.id, "variant": item.variant, "seed": sent["profile"]["seed"],
        "response": response, "outcome": outcome, "made": made_at(sent, state.opened, at), "wording": item.wording,
    }  # fmt: skip
    return body, {}


def _variant(asked: Item, profile: object) -> Item:
    # A notebook of version 0.1 knew no country.
    if not isinstance(profile, dict) or profile.keys() | {"country"} != set(CHOOSES_VARIANT):
        raise Refused("no-such-profile")
    try:
        case = chosen().case(LearnerProfile(**profile))
    except ProfileError:
        raise Refused("no-such-profile") from None
    templates = (template for lesson in chosen().lessons for template in lesson.items)
    template = next((one for one in templates if one.id == asked.id), None)
    return template.variant(case) if template else asked  # a notebook's own question is the same for everybody


def _keep(state: State, agenda: Agenda, person: Person, sent: dict, at: float) -> tuple[dict, dict]:
    step = agenda.step(sent.get("step"))
    entries: Any = sent.get("entries")
    if step is None or step.block.kind != "worksheet":
        raise Refused("no-such-step")
    ensure(state.step(step.id).status != "waiting", "not-open")
    fields = {f.id + row for sheet in step.block.sheets for f in sheet.fields for row in rows_of(sheet)}
    ensure(isinstance(entries, dict) and entries.keys() <= fields, "no-such-field")
    ensure(all(isinstance(one, str) and len(one) <= LONGEST_ENTRY for one in entries.values()), "too-long")
    return {"block": step.block.id, "entries": entries}, {}


def _sign(state: State, agenda: Agenda, person: Person, sent: dict, at: float) -> tuple[dict, dict]:
    ensure(sent.get("sign") in SIGNS, "no-such-sign")
    return {"sign": sent["sign"], "step": state.now}, {}


def _place(state: State, agenda: Agenda, person: Person, sent: dict, at: float) -> tuple[dict, dict]:
    place = plain(sent.get("place"))
    ensure(len(place) <= LONGEST_PLACE, "too-long")
    return {"place": place}, {}


def _note(state: State, agenda: Agenda, person: Person, sent: dict, at: float) -> tuple[dict, dict]:
    text = plain(sent.get("text"))
    ensure(0 < len(text) <= LONGEST_NOTE, "too-long")
    ensure(sum(one.who == person.id and not one.step for one in state.texts.values()) < KEPT, "too-many")
    return {"text": text}, {}


HANDLERS = {
    "answer": _answer, "own": _own, "keep": _keep, "sign": _sign, "place": _place, "note": _note,
    "post": polls.post, "upvote": polls.upvote,
}  # fmt: skip
SENT = frozenset(HANDLERS)  # by participants; all other events are of the instructor, or of joining
