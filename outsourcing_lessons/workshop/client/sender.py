"""The thread that empties an outbox into a workshop: joins, sends, waits, tries again; it ends with the kernel.

It never prints and never raises. What a learner must know is left in `problem`, to be told once.
"""

from __future__ import annotations

import json
import math
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException

from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.workshop.client.address import VARIABLE, JoinAddress
from outsourcing_lessons.workshop.client.protocol import MOST, Message, Waiting, joining, settled

Post = Callable[[str, Message, str], tuple[int, Message]]  # path, body, token -> status and answer
FIRST, LONGEST = 0.5, 30.0  # seconds between tries
PATIENCE = 10
# What a workshop says when it will not let somebody in, for how many seconds it is not asked again, and what a learner
# is told then.
SHUT = {
    "wrong-code": (math.inf, "the workshop does not know this code; look at the projector and set {variable} again"),
    "not-on-roster": (300.0, "the workshop has a list of learners, and {learner_id!r} is not on it"),
    "seat-taken": (
        300.0, "somebody else has already joined as {learner_id!r}; ask the instructor to let you in again",
    ),
    "second-word": (
        20.0, "the workshop's list has another name for {learner_id!r}: set yours in lesson 00, or ask"
        " the instructor to let you in",
    ),
    "door-shut": (20.0, "the workshop's door is closed; ask the instructor to open it"),
    "room-full": (300.0, "the workshop is full"),
}  # fmt: skip
AWAY = "the workshop cannot be reached at the moment; your answers are saved here and sent as soon as it can be"


class Sender:
    """One thread for one outbox, which is called from others too.

    The learner id is for a workshop with a roster, and the name shows such a one that the id is one's own. ``post`` is
    how a message gets there, by HTTP to the address when None; ``heard`` is told each answer to what was sent.
    """

    def __init__(
        self,
        outbox: Waiting,
        address: JoinAddress,
        learner_id: str,
        name: str = "",
        post: Post | None = None,
        heard: Callable[[list[Message]], object] = lambda acks: None,
    ):
        self.outbox, self.address, self.learner_id, self.name = outbox, address, learner_id, name
        self._post, self._heard = post or direct(address.base), heard
        self._over = False
        self.problem = ""
        self._told: set[str] = set()
        self._joined, self._not_before, self._most = False, 0.0, MOST
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="workshop", daemon=True)
        self._starting = threading.Lock()

    def wake(self) -> None:
        """There is something to send; starts the thread the first time."""
        with self._starting:
            if self._thread.ident is None:
                self._thread.start()
        self._wake.set()

    def stop(self) -> None:
        """Let the thread end after what it is doing."""
        self._over = True
        self._wake.set()

    def news(self) -> str:
        """Return what is wrong, the first time somebody asks; "" otherwise."""
        problem = self.problem
        if not problem or problem in self._told:
            return ""
        self._told.add(problem)
        return problem

    def _run(self) -> None:
        pause = FIRST
        while not self._over:
            self._wake.clear()
            done = self.turn()
            pause = FIRST if done else min(2 * pause, LONGEST)
            if not self._over:
                self._wake.wait(None if done else pause)

    def turn(self) -> bool:
        """Send what waits; return whether nothing waits any more."""
        if time.monotonic() < self._not_before:
            return False
        try:
            token = self.outbox.token()
            self._joined = self._joined or self._join(token)
            return self._joined and self._emptied(token)
        except (OSError, HTTPException, ValueError, LookupError, TypeError) as error:
            self.problem = str(error) if isinstance(error, ProgressError) else AWAY
            return False

    def _emptied(self, token: str) -> bool:
        while events := self.outbox.waiting(self._most):
            status, answer = self._post("/api/send", {"events": events}, token)
            if status != 200:
                self._joined = status != 401  # another file is served there now
                if status == 400:
                    self._one_by_one(events)
                return False
            done = settled(answer["acks"])
            self.outbox.settle(done)
            self._heard(answer["acks"])
            if not done >= {event["id"] for event in events}:
                return False
            self._most = MOST
        self.problem = ""
        return True

    def _one_by_one(self, events: list[Message]) -> None:
        """Let nothing behind an event wait that makes a whole message unreadable; the event itself is never taken."""
        if len(events) == 1:
            self.outbox.settle([events[0]["id"]])
        self._most = 1

    def _join(self, token: str) -> bool:
        status, answer = self._post("/api/join", joining(self.address.code, token, self.learner_id, self.name), "")
        if status == 200:
            return True
        # A room behind one address shares its wrong tries: who keeps on trying would lock the others out.
        seconds, words = SHUT.get(answer.get("problem", ""), (0.0, AWAY))
        self.problem = words.format(variable=VARIABLE, learner_id=self.learner_id)
        self._not_before = time.monotonic() + seconds
        return False


_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # a workshop is in the room, not behind a proxy


def direct(base: str) -> Post:
    """Return what posts to an address over HTTP."""

    def post(path: str, body: Message, token: str) -> tuple[int, Message]:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        request = urllib.request.Request(base + path, json.dumps(body).encode(), headers)
        try:
            with _DIRECT.open(request, timeout=PATIENCE) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, _object(error.read())

    return post


def _object(text: bytes) -> Message:
    """Return an answer as an object; whatever stands between may answer with a page of its own."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}
