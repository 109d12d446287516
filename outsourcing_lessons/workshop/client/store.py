"""A store that also hands on what it keeps: first the learner's own file, then the outbox, and the cell goes on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import InputError, ProgressError
from outsourcing_lessons.progress.store import Attempt, ProgressStore
from outsourcing_lessons.workshop.client.address import join_address, named_in
from outsourcing_lessons.workshop.client.outbox import FILE_NAME, Outbox
from outsourcing_lessons.workshop.client.sender import Sender

_senders: dict[tuple[Path, str, str], Sender] = {}


class ForwardingProgress(ProgressStore):
    """A store whose attempts go to a workshop too; worksheets stay with the learner.

    Parameters
    ----------
    store : ProgressStore
        Where everything is kept, whether or not the workshop can be reached.
    sender : Sender
        Who hands it on.
    profile : mapping
        ``business``, ``currency``, ``hour_value``, ``weekly_hours`` and ``seed``: from these the workshop makes the
        variant that was answered, and judges the answer itself.
    """

    def __init__(self, store: ProgressStore, sender: Sender, profile: Mapping[str, Any]):
        self._store, self._sender, self._profile = store, sender, dict(profile)

    def append(self, attempt: Attempt) -> None:
        """Keep an attempt and put it into the outbox; a ProgressError then says what is wrong, once."""
        self._store.append(attempt)
        self._sender.outbox.add(self._event(attempt))
        self._sender.wake()
        if problem := self._sender.news():
            raise ProgressError(problem)

    def _event(self, attempt: Attempt) -> dict[str, Any]:
        return {
            "id": attempt.id, "kind": "own", "item": attempt.item_id, "variant": attempt.variant,
            "profile": self._profile, "response": dict(attempt.response),
            "made": datetime.fromisoformat(attempt.at).timestamp(),
        }  # fmt: skip

    def attempts(self, learner_id: str, item_id: str, variant: str) -> list[Attempt]:
        self._sender.wake()  # a live block was made: what a kernel left in the outbox goes out now
        return self._store.attempts(learner_id, item_id, variant)

    def all_attempts(self, learner_id: str) -> list[Attempt]:
        return self._store.all_attempts(learner_id)

    def keep(self, learner_id: str, block_id: str, entries: Mapping[str, Any]) -> None:
        self._store.keep(learner_id, block_id, entries)

    def entries(self, learner_id: str, block_id: str) -> dict[str, Any]:
        return self._store.entries(learner_id, block_id)

    def entered_at(self, learner_id: str, block_id: str) -> dict[str, str]:
        return self._store.entered_at(learner_id, block_id)

    def all_entries(self, learner_id: str) -> dict[str, dict[str, Any]]:
        return self._store.all_entries(learner_id)


class _NoAddress(ForwardingProgress):
    """The variable is set and says nothing usable: told at the first answer, then never again."""

    def __init__(self, store: ProgressStore, problem: str):
        self._store, self._problem = store, problem

    def append(self, attempt: Attempt) -> None:
        self._store.append(attempt)
        problem, self._problem = self._problem, ""
        if problem:
            raise ProgressError(problem)

    def attempts(self, learner_id: str, item_id: str, variant: str) -> list[Attempt]:
        return self._store.attempts(learner_id, item_id, variant)


def forwarded(
    store: ProgressStore, folder: Path, learner_id: str, profile: Mapping[str, Any], name: str = ""
) -> ProgressStore:
    """Return the store as it is, or, when a workshop is named in the environment, one that hands on to it too."""
    named = named_in()
    if not named:
        return store
    try:
        address = join_address(named)
    except InputError as error:
        return _NoAddress(store, str(error))
    key = (folder, named, learner_id)
    if key not in _senders:
        _senders[key] = Sender(Outbox(folder / FILE_NAME, named, learner_id), address, learner_id, name)
    return ForwardingProgress(store, _senders[key], profile)
