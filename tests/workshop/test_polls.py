from __future__ import annotations

import json

import pytest

from outsourcing_lessons.workshop import polls, rules
from outsourcing_lessons.workshop.commands import commanded
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.paging import ahead
from outsourcing_lessons.workshop.refused import Refused
from outsourcing_lessons.workshop.state import replay
from outsourcing_lessons.workshop.views import mine_view, projector_view

NASTY = [
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "{{7*7}}", "\u202eevil", "Z" + "\u0301" * 20,
    "'; DROP TABLE events",
]  # fmt: skip


@pytest.fixture
def room(state, agenda):
    return Room(state, agenda)


class Room:
    """A room in which the instructor asks and people answer; every event is kept."""

    def __init__(self, state, agenda):
        self.state, self.agenda, self.at, self.log = state, agenda, 10.0, []

    def do(self, kind, **more):
        self.at += 1
        self._happen(commanded(self.state, self.agenda, {"kind": kind, **more}, self.at))

    def send(self, who, kind="post", **more):
        self.at += 1
        sent = {"kind": kind, "id": f"{who}-{self.at:010}", "poll": self.state.poll, **more}
        event, _ = rules.handle(self.state, self.agenda, self.state.people[who], sent, self.at)
        self._happen([event])
        return f"{who}/{sent['id']}"

    def _happen(self, events):
        for event in events:
            self.log.append(event)
            self.state.apply(event)

    @property
    def wall(self):
        return projector_view(self.state, self.agenda, {})["spot"].get("poll")


def test_a_choice_counts_the_last_of_each_and_the_wall_waits_until_it_is_told(room):
    room.do("poll", form="choice", prompt="Which?", options=["This", "That"])
    for who, text in (("ada", "This"), ("bob", "That"), ("ada", "That")):
        room.send(who, text=text)
    assert room.wall["answered"] == 2 and "bars" not in room.wall
    room.do("next")
    assert room.wall["bars"] == [{"label": "This", "count": 0}, {"label": "That", "count": 2}]
    with pytest.raises(Refused, match="closed"):
        room.send("ada", text="This")
    assert ahead(room.state, room.agenda) == {"does": "off"}
    room.do("next")
    assert room.wall is None and room.state.now == ""


def test_numbers_have_a_middle(room):
    room.do("poll", form="number", prompt="How many?")
    room.send("ada", text="1,5")
    room.send("bob", text="12")
    room.do("stand", poll="poll1", told=True)
    assert [bar["label"] for bar in room.wall["bars"]] == ["1.5", "12"] and room.wall["middle"] == 1.5
    with pytest.raises(Refused, match="not-a-number"):
        room.send("ada", text="many")


def test_a_cloud_counts_words_however_they_are_written_and_leaves_out_what_was_taken_back(room):
    room.do("poll", form="words", prompt="One word?")
    room.send("ada", text="Trust")
    room.send("bob", text="trust")
    rude = room.send("bob", text="Rude")
    with pytest.raises(Refused, match="already"):
        room.send("bob", text="TRUST")
    room.do("moderate", poll="poll1", post=rude, shown=False)
    room.do("stand", poll="poll1", told=True)
    assert room.wall["words"] == [{"word": "Trust", "count": 2}]


def test_a_post_is_seen_when_it_is_let_through_and_those_with_most_votes_stand_first(room):
    room.do("poll", form="wall", prompt="Questions?")
    first, second = room.send("ada", text="First"), room.send("bob", text="Second")
    assert room.wall["posts"] == [] and "First" not in json.dumps(
        mine_view(room.state, room.agenda, room.state.people["bob"])
    )
    with pytest.raises(Refused, match="no-such-text"):
        room.send("ada", "upvote", post=second)
    for one in (first, second):
        room.do("moderate", poll="poll1", post=one)
    with pytest.raises(Refused, match="own"):
        room.send("bob", "upvote", post=second)
    room.send("ada", "upvote", post=second)
    room.send("ada", "upvote", post=second)
    assert [(post["text"], post["ups"]) for post in room.wall["posts"]] == [("Second", 1), ("First", 0)]
    assert ahead(room.state, room.agenda) == {"does": "off"}  # there is nothing to tell that cannot be seen
    room.send("ada", "upvote", post=second, up=False)
    assert [post["ups"] for post in room.wall["posts"]] == [0, 0]


@pytest.mark.parametrize("nasty", NASTY)
def test_what_is_nasty_is_text_and_nobody_is_named(room, nasty):
    room.do("poll", form="wall", prompt=nasty)
    post = room.send("ada", text=nasty)
    room.do("moderate", poll="poll1", post=post)
    assert [post["text"] for post in room.wall["posts"]] == [polls.plain(nasty)]
    assert "called" not in json.dumps(room.wall)


@pytest.mark.parametrize(
    "wish",
    [
        {"form": "essay", "prompt": "x"}, {"form": "choice", "prompt": "x"},
        {"form": "choice", "prompt": "x", "options": ["a"]}, {"form": "choice", "prompt": "x", "options": ["a", "a "]},
        {"form": "choice", "prompt": "x", "options": "ab"}, {"form": "words"}, {"form": "words", "prompt": " \x00 "},
        {"form": "wall", "prompt": "x" * 201}, {"form": ["words"], "prompt": "x"},
    ],
)  # fmt: skip
def test_what_is_no_question_is_not_asked(room, wish):
    with pytest.raises(Refused):
        room.do("poll", **wish)
    assert not room.state.polls


@pytest.mark.parametrize("text", [None, "", "  ", 5, ["This"], "x" * 281, "\u202e"])
def test_what_is_no_answer_is_not_kept(room, text):
    for form, more in (("choice", {"options": ["This", "That"]}), ("number", {}), ("words", {}), ("wall", {})):
        room.do("poll", form=form, prompt="x", **more)
        with pytest.raises(Refused):
            room.send("ada", text=text)
        assert not room.state.polls[room.state.poll].posts


def test_nobody_fills_a_wall_alone(room):
    room.do("poll", form="wall", prompt="x")
    for number in range(polls.MOST_POSTS):
        room.send("ada", text=str(number))
    with pytest.raises(Refused, match="too-many"):
        room.send("ada", text="one more")


def test_polls_are_as_they_were_after_a_restart_and_can_be_undone(room):
    room.do("poll", form="words", prompt="x")
    room.send("ada", text="one")
    room.do("stand", poll="poll1", told=True)
    joins = [
        Event("room", 0.0),
        *(
            Event("join", 1.0, who, body={"number": 1, "name": "", "learner_id": "", "token": who})
            for who in ("ada", "bob")
        ),
    ]
    again = replay([*joins, *room.log])
    assert polls.on_wall(again) == polls.on_wall(room.state)
    room.do("undo")
    assert "words" not in room.wall
    room.do("undo")
    assert room.wall is None
