from __future__ import annotations

import pytest

from outsourcing_lessons.workshop.commands import commanded
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.rules import Refused
from outsourcing_lessons.workshop.standing import standing
from outsourcing_lessons.workshop.state import replay
from outsourcing_lessons.workshop.undoing import listed
from tests.workshop.conftest import FOUND, SHEET, VOTE


class Desk:
    """An instructor at work: each command a moment later, and its events kept as a file keeps them."""

    def __init__(self, state, agenda):
        self.state, self.agenda, self.at, self.log = state, agenda, 10.0, []

    def do(self, kind, **more):
        self.at += 1.0
        self.happen(*commanded(self.state, self.agenda, {"kind": kind, **more}, self.at))

    def happen(self, *events):
        for event in events:
            self.state.apply(event)
            self.log.append(event)

    def stands(self):
        """Return what is set, but for minutes gone by, which are no setting."""
        return {name: value for name, value in standing(self.state).items() if not name.startswith("spent:")}


@pytest.fixture
def desk(state, agenda):
    return Desk(state, agenda)


def vote(desk, who, round_):
    body = {"step": VOTE, "round": round_, "response": {"option": "x"}, "outcome": {"correct": False}, "counts": True}
    desk.happen(Event("answer", desk.at, who, f"{who}{round_}", body))


def test_everything_that_is_done_can_be_taken_back(desk):
    """Each command of a class, one after the other: it changes something, and undone it has changed nothing."""
    desk.happen(Event("sign", 5.0, "ada", "s1", {"sign": "help", "step": ""}))
    desk.happen(Event("note", 6.0, "ada", "n1", {"text": "hello"}))
    commands = [
        {"kind": "next"}, {"kind": "open", "step": VOTE}, {"kind": "lock", "step": VOTE}, {"kind": "back"},
        {"kind": "again", "step": VOTE}, {"kind": "reveal", "step": VOTE}, {"kind": "hide", "step": VOTE},
        {"kind": "skip", "step": FOUND}, {"kind": "show", "text": "ada/n1"}, {"kind": "helped", "who": "ada"},
        {"kind": "readmit", "who": "ada"}, {"kind": "blank"}, {"kind": "pause"}, {"kind": "open", "step": SHEET},
        {"kind": "countdown", "seconds": 60}, {"kind": "end"}, {"kind": "resume"},
    ]  # fmt: skip
    for command in commands:
        before = desk.stands()
        desk.do(**command)
        after = desk.stands()
        assert before != after, command
        desk.do("undo")
        assert {name: desk.stands().get(name) for name in before} == before, command
        desk.do(**command)  # and is done after all, for what follows


def test_a_vote_in_which_somebody_voted_is_not_undone(desk):
    desk.do("open", step=VOTE)
    vote(desk, "ada", 1)
    desk.do("undo")
    assert desk.state.step(VOTE).status == "waiting"
    desk.do("open", step=VOTE)
    assert "ada" in desk.state.step(VOTE).rounds[0].answers
    desk.do("lock", step=VOTE)
    desk.do("again", step=VOTE)
    vote(desk, "ada", 2)
    with pytest.raises(Refused, match="answered"):
        desk.do("undo")


def test_from_the_list_what_nothing_later_has_changed(desk):
    desk.do("open", step=VOTE)
    desk.do("reveal", step=VOTE)
    desk.do("skip", step=FOUND)
    desk.do("open", step=SHEET)
    shown = {(one["kind"], one["where"]): one for one in listed(desk.state, desk.agenda)}
    reveal = next(one for (kind, _), one in shown.items() if kind == "reveal")
    assert reveal["can"] and [one["can"] for one in shown.values()] == [True, True, True, False]
    desk.do("undo", number=reveal["number"])
    assert desk.state.step(VOTE).status == "open" and desk.state.now == SHEET
    with pytest.raises(Refused, match="nothing-to-undo"):
        desk.do("undo", number=reveal["number"])
    first = min(one["number"] for one in shown.values())
    with pytest.raises(Refused, match="overtaken"):
        desk.do("undo", number=first)


def test_what_was_undone_is_so_after_a_restart(desk):
    desk.do("open", step=VOTE)
    desk.do("reveal", step=VOTE)
    desk.do("undo")
    again = replay([Event("room", 0.0), *desk.log])
    assert standing(again)[f"step:{VOTE}"] == standing(desk.state)[f"step:{VOTE}"]
    assert [one.number for one in again.done] == [one.number for one in desk.state.done]


def test_nothing_that_participants_sent_can_be_undone(desk):
    with pytest.raises(Refused, match="nothing-to-undo"):
        desk.do("undo")
    desk.happen(Event("note", 6.0, "ada", "n1", {"text": "hello"}))
    with pytest.raises(Refused, match="nothing-to-undo"):
        desk.do("undo")
