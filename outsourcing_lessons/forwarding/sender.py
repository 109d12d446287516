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
from http.client import HTTPException
from typing import Any

from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.forwarding.address import VARIABLE, JoinAddress
from outsourcing_lessons.forwarding.outbox import Outbox

FIRST, LONGEST = 0.5, 30.0  # seconds between tries
PATIENCE = 10
MOST = 50  # events in one message
# What a workshop says when it will not let somebody in, and what a learner is told then.
SHUT = {
    "wrong-code": "the workshop does not know this code; look at the wall and set {variable} anew",
    "not-on-roster": "the workshop has a list of learners, and {learner_id!r} is not on it",
    "seat-taken": "somebody else takes part as {learner_id!r} already; ask the instructor to let you in again",
    "room-full": "the workshop is full",
}
AFTER = {"wrong-code": math.inf, "not-on-roster": 300.0, "seat-taken": 300.0, "room-full": 300.0}  # seconds
AWAY = "the workshop cannot be reached at the moment; your answers are kept here and go there as soon as it can be"


class Sender:
    """One thread for one outbox.

    Parameters
    ----------
    outbox : Outbox
        What to send.
    address : JoinAddress
        Where to.
    learner_id : str
        Under which id to join, where the workshop has a roster.
    """

    def __init__(self, outbox: Outbox, address: JoinAddress, learner_id: str):
        self.outbox, self.address, self.learner_id = outbox, address, learner_id
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

    def news(self) -> str:
        """Return what is wrong, the first time somebody asks; "" otherwise."""
        problem = self.problem
        if not problem or problem in self._told:
            return ""
        self._told.add(problem)
        return problem

    def _run(self) -> None:
        pause = FIRST
        while True:
            self._wake.clear()
            done = self.turn()
            pause = FIRST if done else min(2 * pause, LONGEST)
            if done:
                self._wake.wait()
            else:
                self._wake.wait(pause)

    def turn(self) -> bool:
        """Send what waits; return whether nothing waits any more."""
        if time.monotonic() < self._not_before:
            return False
        try:
            token = self.outbox.token()
            self._joined = self._joined or self._join(token)
            while self._joined and (events := self.outbox.waiting(self._most)):
                acks = self._post("/api/send", {"events": events}, token)["acks"]
                settled = {ack["id"] for ack in acks if ack["status"] != "later"}
                self.outbox.settle(settled)
                if not settled >= {event["id"] for event in events}:
                    return False
                self._most = MOST
        except urllib.error.HTTPError as error:
            error.close()
            self._joined = self._joined and error.code != 401  # another file is served there now
            if error.code == 400 and self._joined:
                self._one_by_one(events)
            return False
        except (OSError, HTTPException, ValueError, LookupError, TypeError) as error:
            self.problem = str(error) if isinstance(error, ProgressError) else AWAY
            return False
        self.problem = "" if self._joined else self.problem
        return self._joined

    def _one_by_one(self, events: list[dict[str, Any]]) -> None:
        """Let nothing behind an event wait that makes a whole message unreadable; the event itself is never taken."""
        if len(events) == 1:
            self.outbox.settle([events[0]["id"]])
        self._most = 1

    def _join(self, token: str) -> bool:
        wish = {"code": self.address.code, "token": token, "learner_id": self.learner_id}
        try:
            self._post("/api/join", wish)
            return True
        except urllib.error.HTTPError as error:
            with error:
                why = json.loads(error.read()).get("problem", "")
            words = SHUT.get(why, AWAY)
            self.problem = words.format(variable=VARIABLE, learner_id=self.learner_id)
            # A room behind one address shares its wrong tries: who keeps on trying would lock the others out.
            self._not_before = time.monotonic() + AFTER.get(why, 0.0)
            return False

    def _post(self, path: str, body: dict[str, Any], token: str = "") -> dict[str, Any]:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        request = urllib.request.Request(self.address.base + path, json.dumps(body).encode(), headers)
        with _DIRECT.open(request, timeout=PATIENCE) as answer:
            return json.load(answer)


_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # a workshop is in the room, not behind a proxy
