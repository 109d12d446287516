"""The state is a fold: whatever happened, at once or one by one, before or after a restart, it is the same."""

from __future__ import annotations

import re
from dataclasses import asdict

from asking_for_a_raise import COURSE
from hypothesis import given, settings
from hypothesis import strategies as st

from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.workshop import commands, rules, views
from outsourcing_lessons.workshop.agenda import agenda_of
from outsourcing_lessons.workshop.console_view import overview, step_counts
from outsourcing_lessons.workshop.events import REVERSIBLE, Event
from outsourcing_lessons.workshop.events import __doc__ as table
from outsourcing_lessons.workshop.log import Log, read_events
from outsourcing_lessons.workshop.rules import Refused
from outsourcing_lessons.workshop.state import State, replay
from tests.workshop.conftest import FOUND, GUESS, PROFILE, SHEET, TEXT, VOTE

AGENDA = agenda_of((COURSE.lesson("01"),), case_of(PROFILE))
STEPS = st.sampled_from([VOTE, FOUND, TEXT, GUESS, SHEET])
RESPONSES = {
    VOTE: {"option": AGENDA.steps[VOTE].block.item.key},
    FOUND: {"value": "7"},
    TEXT: {"text": "one two three four five six seven eight", "ticks": []},
    GUESS: {"value": "4", "low": "2", "high": "9", "confidence": 80},
}
PEOPLE = st.sampled_from(["ada", "bob", "cyd"])

COMMANDS = ("open", "again", "lock", "reveal", "hide", "skip", "end", "resume", "helped", "readmit")
orders = st.fixed_dictionaries({"kind": st.sampled_from(COMMANDS), "step": STEPS, "who": PEOPLE})
sendings = st.fixed_dictionaries(
    {
        "who": PEOPLE,
        "kind": st.sampled_from(["answer", "keep", "sign", "note"]),
        "step": STEPS,
        "round": st.integers(1, 3),
        "id": st.sampled_from([f"sent-by-{n:04d}" for n in range(30)]),
        "made": st.floats(0, 60),
        "sign": st.sampled_from(["done", "help", "none"]),
    }
)


def happened(wishes) -> list[Event]:
    """Return the events that a room's rules make of wishes, one second apart."""
    events = [Event("room", 0.0, body={"lessons": ["first-number"], "profile": asdict(PROFILE), "version": "0"})]
    for number, who in enumerate(("ada", "bob", "cyd"), 1):
        events.append(Event("join", 0.0, who, body={"number": number, "name": who, "learner_id": "", "token": who}))
    state = replay(events)
    for at, wish in enumerate(wishes, 1):
        for event in decided(state, wish, float(at)):
            state.apply(event)
            events.append(event)
    return events


def decided(state: State, wish: dict, at: float) -> list[Event]:
    try:
        if "made" not in wish:
            return commands.commanded(state, AGENDA, wish, at)
        person = state.people[wish["who"]]
        if wish["id"] in person.seen:
            return []
        sent = wish | {"response": RESPONSES.get(wish["step"]), "entries": {"why": ""}, "text": "unclear"}
        return [rules.handle(state, AGENDA, person, sent, at)[0]]
    except Refused:
        return []


@settings(max_examples=60, deadline=None)
@given(st.lists(orders | sendings, max_size=40))
def test_one_by_one_is_all_at_once(wishes):
    events = happened(wishes)
    one_by_one = State()
    for event in events:
        one_by_one.apply(event)
    assert one_by_one == replay(events)


@settings(max_examples=30, deadline=None)
@given(st.lists(orders | sendings, max_size=40), st.integers(0, 40))
def test_a_restart_anywhere_changes_nothing_that_anybody_sees(tmp_path_factory, wishes, cut):
    events = happened(wishes)
    path = tmp_path_factory.mktemp("restart") / "w.sqlite"
    for part in (events[:cut], events[cut:]):
        log = Log(path)
        log.append(part)
        log.close()
    before, after = replay(events), replay(read_events(path))
    assert after == before
    assert seen(after) == seen(before)


def seen(state: State):
    steps = set(AGENDA.steps)
    own = [views.mine_view(state, AGENDA, person) for person in state.people.values()]
    counts = [step_counts(state, AGENDA.steps[name]) for name in state.steps]
    return views.room_view(state, AGENDA, steps), own, counts, overview(state, AGENDA, {"code": "X"}, 99.0)


@settings(max_examples=60, deadline=None)
@given(st.lists(orders | sendings, max_size=60))
def test_a_round_holds_one_answer_of_each_and_none_after_its_closing_that_was_written_later(wishes):
    events = happened(wishes)
    state = replay(events)
    made = {(event.who, event.id): event.body["made"] for event in events if event.kind == "answer"}
    for step in state.steps.values():
        for round_ in step.rounds:
            for who, answer in round_.answers.items():
                assert answer.who == who
                assert round_.closed is None or answer.at <= round_.closed or made[who, answer.id] <= round_.closed


def test_every_kind_of_event_can_be_folded():
    kinds = re.findall(r"^\| ``(\w+)`` \|", table, re.MULTILINE)
    assert len(kinds) > 30 and set(kinds) >= REVERSIBLE
    assert all(callable(getattr(State(), f"_{kind}")) for kind in kinds)


def test_done_ends_with_the_step_and_help_does_not(state):
    for who, sign in (("ada", "done"), ("bob", "help")):
        state.apply(Event("sign", 3.0, who, "id-12345", {"sign": sign, "step": ""}))
    state.apply(Event("open", 4.0, body={"step": VOTE, "round": 1, "mode": "vote"}))
    assert [state.people[who].sign for who in ("ada", "bob")] == ["none", "help"]


def test_who_is_let_in_again_takes_the_seat_from_the_token_before(state):
    state.apply(Event("readmit", 3.0, "ada"))
    state.apply(Event("join", 4.0, "ada", body={"number": 1, "name": "", "learner_id": "", "token": "new"}))
    assert state.tokens == {"token-bob": "bob", "new": "ada"}
    assert not state.people["ada"].readmit
