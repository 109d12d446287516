"""What a learner did, kept: attempts at items, entries of worksheets and explorers. Nothing is changed or deleted."""

from __future__ import annotations

import uuid
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.items.identity import wording_of

RESTORED = 50  # attempts at one item that come back: more than anyone makes, few enough to send


def now() -> str:
    """Return the time, UTC, as ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True)
class Attempt:
    """One judged response."""

    # learner_id, item_id, variant, seed: who answered which variant of what.
    learner_id: str
    item_id: str
    variant: str
    seed: int
    # response, outcome: as in ``items.judge``.
    response: Mapping[str, Any]
    outcome: Mapping[str, Any]
    at: str = field(default_factory=now)  # when, UTC, ISO 8601
    id: str = field(default_factory=lambda: str(uuid.uuid4()))  # unique; an attempt that arrives twice is kept once
    wording: str = ""  # how the question was put then; "" where that is not known


class SetAsideError(ProgressError):
    """The file was damaged and has been renamed; the same call works now, with a new file."""


class ProgressStore(ABC):
    """Where attempts and entries are kept. All methods may be called from any thread and raise ProgressError only."""

    @abstractmethod
    def append(self, attempt: Attempt) -> None:
        """Keep an attempt; called by a live block after each judged response."""

    @abstractmethod
    def attempts(self, learner_id: str, item_id: str, variant: str) -> list[Attempt]:
        """Return the last attempts at a variant, oldest first; called when a live block is made."""

    def former_attempts(self, learner_id: str, item_id: str) -> list[Attempt]:
        """Return the attempts at an item with a code of version 0.1, oldest first: `former` says which are to what."""
        return [a for a in self.all_attempts(learner_id) if a.item_id == item_id and wording_of(a.variant)]

    @abstractmethod
    def all_attempts(self, learner_id: str) -> list[Attempt]:
        """Return every attempt of a learner, oldest first; called to say where they stand and what is due."""

    @abstractmethod
    def keep(self, learner_id: str, block_id: str, entries: Mapping[str, Any]) -> None:
        """Keep what changed among entries; called by a live worksheet or explorer."""

    @abstractmethod
    def entries(self, learner_id: str, block_id: str) -> dict[str, Any]:
        """Return the latest value of each entry; called when a live block is made."""

    @abstractmethod
    def entered_at(self, learner_id: str, block_id: str) -> dict[str, str]:
        """Return when each entry got its latest value, UTC, ISO 8601; called to remind of what was written."""

    @abstractmethod
    def all_entries(self, learner_id: str) -> dict[str, dict[str, Any]]:
        """Return the latest value of each entry by block; called to say where a learner stands."""
