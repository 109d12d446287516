"""What a participant takes along: all of their own, what they were told, and nothing before its time."""

from __future__ import annotations

from html import escape

import pytest

from outsourcing_lessons.workshop import rules
from outsourcing_lessons.workshop.commands import commanded
from outsourcing_lessons.workshop.takeaway import takeaway
from tests.workshop.conftest import GUESS, SHEET, VOTE
from tests.workshop.running import answer

MARKUP = "</style><script>alert(1)</script>"


class Workshop:
    """A room of two, in which things happen one after the other."""

    def __init__(self, state, agenda):
        self.state, self.agenda, self.at = state, agenda, 10.0

    def do(self, kind, **command):
        self.at += 1
        for event in commanded(self.state, self.agenda, {"kind": kind, **command}, self.at):
            self.state.apply(event)

    def send(self, who, sent):
        event, _ = rules.handle(self.state, self.agenda, self.state.people[who], {"id": "x" * 8} | sent, self.at)
        self.state.apply(event)

    def vote(self, who, step, **response):
        self.send(who, answer(step, response, self.state.step(step).round))

    def page(self, who="ada"):
        return takeaway(self.state, self.agenda, self.state.people[who])


@pytest.fixture
def workshop(state, agenda):
    return Workshop(state, agenda)


def test_both_votes_are_on_it_and_the_key_and_why_once_the_room_has_them(workshop, agenda):
    item = agenda.steps[VOTE].ask.item
    right, wrong = item.key, next(one for one in item.options if one.id != item.key)
    workshop.do("open", step=VOTE)
    workshop.vote("ada", VOTE, option=wrong.id)
    workshop.do("again", step=VOTE)
    workshop.vote("ada", VOTE, option=right)
    before = workshop.page()
    words = [escape(text) for text in (item.praise, wrong.feedback, agenda.why(item)) if text]
    assert "First vote" in before and "Second vote" in before and escape(wrong.text) in before
    assert not [text for text in words if text in before] and "The answer" not in before and "Right." not in before
    workshop.do("lock", step=VOTE)
    workshop.do("reveal", step=VOTE)
    after = workshop.page()
    assert "Right." in after and escape(item.praise) in after and "1 answer, 1 right" in after
    assert "First vote" not in workshop.page("bob") and escape(wrong.text) not in workshop.page("bob")


def test_ranges_stand_beside_the_truth_once_it_is_told(workshop):
    workshop.do("open", step=GUESS)
    workshop.vote("ada", GUESS, value="4", low="2", high="7", confidence=90)
    assert "How sure you were</h2>" not in workshop.page() and "between 2 and 7" in workshop.page()
    workshop.do("lock", step=GUESS)
    workshop.do("reveal", step=GUESS)
    page = workshop.page()
    assert "How sure you were</h2>" in page and "You were 90 % sure on average, and right in 1 of 1." in page


def test_what_was_written_is_text_and_never_markup(workshop, agenda):
    """Name, worksheet, an answer on the spot, a word to the instructor."""
    field = agenda.steps[SHEET].block.sheets[0].fields[0].id
    workshop.state.people["ada"].name = MARKUP
    workshop.do("open", step=SHEET)
    workshop.send("ada", {"kind": "keep", "step": SHEET, "entries": {field: f"sheet {MARKUP}"}})
    workshop.do("poll", form="wall", prompt=f"What now? {MARKUP}")
    workshop.send("ada", {"kind": "post", "poll": "poll1", "text": f"wall {MARKUP}"})
    workshop.send("ada", {"kind": "note", "id": "y" * 8, "text": f"note {MARKUP}"})
    page = workshop.page()
    for what in ("sheet", "What now?", "wall", "note"):
        assert f"{what} {escape(MARKUP)}" in page, what
    assert "<script" not in page and page.count("</style>") == 1 and "http-equiv" in page
    assert not [word for word in ("src=", 'href="http', "url(", "@import") if word in page]


def test_nobody_gets_a_page_but_their_own(server):
    ada, bob = server.join(name="Ada Quagga"), server.join(name="Bob")
    mine = server.post("/api/page", {}, ada)
    assert mine.headers["content-disposition"] == "attachment" and mine.headers["content-type"].startswith("text/html")
    assert "Quagga" in mine.text and "Quagga" not in server.post("/api/page", {}, bob).text
    assert [server.post("/api/page", {}, ada).status_code for _ in range(4)][-1] == 429  # nobody is kept waiting by one
    for secret, status in (("", 401), ("wrong", 401), *((one, 403) for one in server.secrets.values())):
        reply = server.post("/api/page", {}, secret)
        assert reply.status_code == status and "Quagga" not in reply.text
    assert server.post("/api/invitation", {"of": "seat"}, ada).json()["address"].endswith(f"/#seat={ada}")
    assert server.post("/api/invitation", {"of": "seat"}, server.secrets["helper"]).status_code == 403
    assert server.post("/api/invitation", {"of": "remote"}, ada).status_code == 403
