"""Progress that lasts as long as the object: for tests, and for trying a lesson out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from outsourcing_lessons.progress.store import RESTORED, Attempt, ProgressStore, now


class MemoryProgress(ProgressStore):
    """The public double of the store."""

    def __init__(self) -> None:
        self.kept: list[Attempt] = []
        self._entries: dict[tuple[str, str], dict[str, Any]] = {}
        self._entered: dict[tuple[str, str], dict[str, str]] = {}

    def append(self, attempt: Attempt) -> None:
        if all(attempt.id != other.id for other in self.kept):
            self.kept.append(attempt)

    def attempts(self, learner_id: str, item_id: str, variant: str) -> list[Attempt]:
        wanted = (learner_id, item_id, variant)
        return [a for a in self.kept if (a.learner_id, a.item_id, a.variant) == wanted][-RESTORED:]

    def all_attempts(self, learner_id: str) -> list[Attempt]:
        return [attempt for attempt in self.kept if attempt.learner_id == learner_id]

    def keep(self, learner_id: str, block_id: str, entries: Mapping[str, Any]) -> None:
        key = (learner_id, block_id)
        latest = self._entries.get(key, {})
        changed = [name for name, value in entries.items() if name not in latest or latest[name] != value]
        self._entered[key] = self._entered.get(key, {}) | dict.fromkeys(changed, now())
        self._entries[key] = self._entries.get(key, {}) | dict(entries)

    def entries(self, learner_id: str, block_id: str) -> dict[str, Any]:
        return dict(self._entries.get((learner_id, block_id), {}))

    def entered_at(self, learner_id: str, block_id: str) -> dict[str, str]:
        return dict(self._entered.get((learner_id, block_id), {}))

    def all_entries(self, learner_id: str) -> dict[str, dict[str, Any]]:
        return {block: dict(kept) for (learner, block), kept in self._entries.items() if learner == learner_id}
