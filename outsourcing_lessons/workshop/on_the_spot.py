"""What is so beside the plan: polls, lots, answers side by side, and how the plan itself was changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.polls import Poll, Post

ONE_EACH = ("choice", "number")


@dataclass
class OnTheSpot:
    """The part of the state that no lesson has planned; folded as the rest is."""

    polls: dict[str, Poll] = field(default_factory=dict)
    poll: str = ""
    drawn: int = 0
    lots: list[int] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    minutes: dict[str, float] = field(default_factory=dict)

    def _poll(self, event: Event, body: dict) -> None:
        self.polls[body["poll"]] = Poll(body["poll"], body["form"], body["prompt"], body["options"], opened=event.at)
        self.poll = body["poll"]

    def _stand(self, event: Event, body: dict) -> None:
        poll = self.polls[body["poll"]]
        closes = poll.open and not body.get("open", True)
        poll.closed = event.at if closes else poll.closed
        poll.open, poll.told = body.get("open", poll.open), body.get("told", poll.told)
        if "on" in body:
            self.poll = poll.id if body["on"] else ""

    def _post(self, event: Event, body: dict) -> None:
        poll = self.polls[body["poll"]]
        name = event.who if poll.form in ONE_EACH else f"{event.who}/{event.id}"
        poll.posts[name] = Post(name, event.who, body["text"], event.at, shown=poll.form == "words")

    def _upvote(self, event: Event, body: dict) -> None:
        ups = self.polls[body["poll"]].posts[body["post"]].ups
        ups.add(event.who) if body["up"] else ups.discard(event.who)

    def _moderate(self, event: Event, body: dict) -> None:
        self.polls[body["poll"]].posts[body["post"]].shown = body["shown"]

    def _draw(self, event: Event, body: dict) -> None:
        self.drawn = body["number"]
        self.lots = [*self.lots, body["number"]] if body["number"] else self.lots

    def _beside(self, event: Event, body: dict) -> None:
        self.beside = body["texts"]

    def _order(self, event: Event, body: dict) -> None:
        self.order = body["steps"]

    def _minutes(self, event: Event, body: dict) -> None:
        self.minutes = self.minutes | {body["step"]: body["minutes"]}
