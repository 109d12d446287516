"""One page's connection: what it may read and do, whichever way it is connected.

A page says ``hello`` with what it has and gets patches from then on. Nothing is queued for it but answers to what it
sent: a page that is slow, asleep or half gone gets what has changed once it reads again, and holds nobody up.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.workshop import console_view
from outsourcing_lessons.workshop.incoming import storable
from outsourcing_lessons.workshop.patch_feed import PatchFeed
from outsourcing_lessons.workshop.permits import answers, may
from outsourcing_lessons.workshop.room import Room
from outsourcing_lessons.workshop.rules import Refused, is_id
from outsourcing_lessons.workshop.state import Person
from outsourcing_lessons.workshop.throttles import Throttle, same

MOST_EVENTS = 50  # in one message
SENDS = Throttle(burst=400, rate=25)  # for each participant: a long queue at once, then more than anybody types
Message = dict[str, Any]


@dataclass
class Connection:
    """Who is there, as one of the roles of `permits`; and what they read, from where."""

    role: str
    feeds: dict[str, PatchFeed]
    person: Person | None = None
    since: dict[str, int] = field(default_factory=dict)

    def from_where(self, hello: Message) -> None:
        """Go on from what the page says it has."""
        said = hello.get("versions")
        versions = said if isinstance(said, dict) else {}
        self.since = {n: feed.since(hello.get("epoch"), versions.get(n)) for n, feed in self.feeds.items()}

    def patches(self) -> list[str]:
        """Return what has changed on each feed since the page last heard of it."""
        found = []
        for name, feed in self.feeds.items():
            if feed.version > self.since.get(name, 0):
                found.append(feed.patch(self.since.get(name, 0)))
                self.since[name] = feed.version
        return found

    @property
    def left(self) -> bool:
        """Whether whoever is there is of the room no more."""
        return "mine" in self.feeds and self.feeds["mine"].empty

    def listen(self, wake: asyncio.Event) -> None:
        """Be woken by every change."""
        for feed in self.feeds.values():
            feed.readers.add(wake)

    def leave(self, wake: asyncio.Event) -> None:
        """Be woken no more."""
        for feed in self.feeds.values():
            feed.readers.discard(wake)


def connection_of(room: Room, secrets: dict[str, str], secret: object) -> Connection | None:
    """Return the connection that a participant's token or one of the room's secrets opens."""
    roles = [role for role in ("instructor", "helper", "projector", "remote") if same(secret, secrets[role])]
    if roles == ["projector"]:
        return Connection("projector", {"projector": room.projector})
    if roles == ["remote"]:
        return Connection("remote", {"remote": room.remote})
    if roles:
        return Connection(roles[0], {"desk": room.desk})
    person = room.person(secret)
    return Connection("participant", {"room": room.public, "mine": room.mine(person.id)}, person) if person else None


def greeting(room: Room, connection: Connection) -> Message:
    """Return the first thing a page hears."""
    return {"type": "hello", "role": connection.role, "now": room.now(), "epoch": room.epoch}


async def answered(room: Room, connection: Connection, message: Message) -> Message | None:
    """Answer a message of a page; None to what is none."""
    match message:
        case {"type": "ping"}:
            versions = {name: feed.version for name, feed in connection.feeds.items()}
            return {"type": "pong", "now": room.now(), "versions": versions}
        case {"type": "send", "events": list(events)} if connection.person:
            return {"type": "acks", "acks": await _taken(room, connection.person, events[:MOST_EVENTS])}
        case {"type": "at"} if connection.person:
            return _stood(room, connection.person, message)
        case {"type": "do", "command": dict(command)} if storable(message) and (
            answers(connection.role) or may(connection.role, command.get("kind"))
        ):
            return {"type": "done", "call": message.get("call")} | await _done(room, connection, command)
    return None


async def _taken(room: Room, person: Person, events: list[Any]) -> list[Message]:
    ids = [one.get("id") if isinstance(one, dict) else None for one in events]
    later = [{"id": id_ if is_id(id_) else None, "status": "later"} for id_ in ids]
    if not SENDS.take(person.id, time.monotonic(), max(1, len(events))):
        return later
    try:
        return await room.take(person, events)
    except OutsourcingLessonsError:  # the disk is full: the page keeps what it has and tries again
        return later


def _stood(room: Room, person: Person, message: Message) -> Message:
    """Take where a phone stands: there are so many of these that nothing is said to one that is taken."""
    try:
        room.live.heard(room.state, room.agenda, person.id, message)
        return {}
    except Refused as refused:
        return {"type": "noted", "problem": str(refused)}


async def _done(room: Room, connection: Connection, command: Message) -> Message:
    if not may(connection.role, command.get("kind")):
        return {"problem": "only-watching"}
    if command.get("kind") == "look":
        step = room.agenda.step(command.get("step"))
        return {"look": console_view.shown_to_instructor(step, room.agenda)} if step else {"problem": "no-such-step"}
    try:
        await room.do(command) if command.get("kind") != "drive" else room.drive(command)
        return {}
    except Refused as refused:
        return {"problem": str(refused)}
    except OutsourcingLessonsError as error:
        return {"problem": "not-kept", "detail": str(error)}
