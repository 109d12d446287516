"""The learner's own file, which also hands on what it keeps: first the file, then the outbox, and the cell goes on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import InputError, ProgressError
from outsourcing_lessons.progress.sqlite import FILE_NAME, SqliteProgress
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.workshop.client import outbox
from outsourcing_lessons.workshop.client.address import join_address, named_in
from outsourcing_lessons.workshop.client.sender import Sender

_senders: dict[tuple[Path, str, str], Sender] = {}


class ForwardingProgress(SqliteProgress):
    """A file whose attempts go to a workshop too, whether or not that can be reached; worksheets stay with the learner.

    From the ``profile`` the workshop makes the variant that was answered, and judges the answer itself: it has
    ``business``, ``currency``, ``hour_value``, ``weekly_hours`` and ``seed``.
    """

    def __init__(self, path: Path, sender: Sender, profile: Mapping[str, Any]):
        super().__init__(path)
        self._sender, self._profile = sender, dict(profile)

    def append(self, attempt: Attempt) -> None:
        """Keep an attempt and put it into the outbox; a ProgressError then says what is wrong, once."""
        super().append(attempt)
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
        return super().attempts(learner_id, item_id, variant)


class _NoAddress(SqliteProgress):
    """The variable is set and says nothing usable: told at the first answer, then never again."""

    def __init__(self, path: Path, problem: str):
        super().__init__(path)
        self._problem = problem

    def append(self, attempt: Attempt) -> None:
        super().append(attempt)
        problem, self._problem = self._problem, ""
        if problem:
            raise ProgressError(problem)


def store_in(folder: Path, learner_id: str, profile: Mapping[str, Any], name: str) -> SqliteProgress:
    """Return the learner's file in a folder; when a workshop is named in the environment, it hands on to that too."""
    path, named = folder / FILE_NAME, named_in()
    if not named:
        return SqliteProgress(path)
    try:
        address = join_address(named)
    except InputError as error:
        return _NoAddress(path, str(error))
    key = (folder, named, learner_id)
    if key not in _senders:
        waiting = outbox.Outbox(folder / outbox.FILE_NAME, named, learner_id)
        _senders[key] = Sender(waiting, address, learner_id, name)
    return ForwardingProgress(path, _senders[key], profile)
