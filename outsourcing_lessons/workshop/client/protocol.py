"""What whoever takes part says and hears, however it travels; see docs/workshop-protocol.md."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from typing import Any, Protocol

MOST = 50  # events in one message
Message = dict[str, Any]


class Waiting(Protocol):
    """What is to be sent: an event stays until the workshop has answered it for good."""

    def token(self) -> str: ...
    def add(self, event: Message) -> None: ...
    def waiting(self, most: int = MOST) -> list[Message]: ...
    def settle(self, ids: Iterable[str]) -> None: ...


class MemoryOutbox:
    """What is to be sent, as long as the process lives; as ``Outbox`` on disk otherwise."""

    def __init__(self) -> None:
        self._token = new_token()
        self._events: dict[str, Message] = {}

    def __len__(self) -> int:
        return len(self._events)

    def token(self) -> str:
        return self._token

    def add(self, event: Message) -> None:
        self._events.setdefault(event["id"], event)

    def waiting(self, most: int | None = MOST) -> list[Message]:
        return list(self._events.values())[:most]

    def settle(self, ids: Iterable[str]) -> None:
        for one in ids:
            self._events.pop(one, None)


def new_token() -> str:
    """Return what nobody guesses, 144 bits: it proves to a workshop that this is the same participant."""
    return secrets.token_urlsafe(18)


def new_event(content: Message) -> Message:
    """Return an event with an id of its own, so that it may be sent twice and still happens once."""
    return {"id": secrets.token_hex(12), "made": time.time(), **content}


def joining(code: str, token: str, learner_id: str, name: str = "") -> Message:
    """Return the request to be let in; the workshop asks for the learner's id only where it has a roster."""
    return {"code": code, "token": token, "learner_id": learner_id, "name": name}


def settled(acks: Iterable[Message]) -> set[str]:
    """Return the events that are kept or refused for good; the others are sent again."""
    return {ack["id"] for ack in acks if ack["status"] != "later"}
