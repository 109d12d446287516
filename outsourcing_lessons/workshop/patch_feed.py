"""A page's data as named parts, of which a reader gets those that changed since it last looked.

Whoever falls behind gets fewer, larger patches and never a queue: a reader that sleeps for an hour costs nothing. The
``epoch`` tells one life of a server from the next: a reader of an older one gets everything.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any


class PatchFeed:
    """Named parts, each with the version at which it last changed, in one life of the server: the ``epoch``.

    Examples
    --------
    >>> feed = PatchFeed("room", "e1")
    >>> feed.set({"now": 1, "title": "Hello"})
    >>> feed.set({"now": 2, "title": "Hello"})
    >>> feed.patch(1)
    '{"type":"patch","board":"room","epoch":"e1","version":2,"since":1,"set":{"now":2},"gone":[]}'
    """

    def __init__(self, name: str, epoch: str):
        self.name, self.epoch, self.version = name, epoch, 0
        self.readers: set[asyncio.Event] = set()
        self._parts: dict[str, tuple[int, str | None]] = {}
        self._patches: dict[int, str] = {}

    def set(self, parts: dict[str, Any], whole: bool = True) -> None:
        """Take new values; with ``whole``, what is not named is gone."""
        changed = {name: text for name, value in parts.items() if (text := _json(value)) != self._text(name)}
        gone = [n for n, (_, text) in self._parts.items() if text is not None and n not in parts] if whole else []
        if not changed and not gone:
            return
        self.version += 1
        self._patches.clear()
        self._parts |= {name: (self.version, text) for name, text in changed.items()}
        self._parts |= dict.fromkeys(gone, (self.version, None))
        for reader in self.readers:
            reader.set()

    @property
    def empty(self) -> bool:
        """Whether nothing is left in it."""
        return self.version > 0 and not any(text is not None for _, text in self._parts.values())

    def _text(self, name: str) -> str | None:
        return self._parts.get(name, (0, None))[1]

    def since(self, epoch: object, version: object) -> int:
        """Return the version from which a reader goes on; 0 for one that has nothing of this life."""
        if epoch != self.epoch or type(version) is not int:
            return 0
        return version if 0 <= version <= self.version else 0

    def patch(self, since: int) -> str:
        """Return what changed since a version, as JSON; readers at the same version share the text."""
        if since not in self._patches:
            if len(self._patches) >= 64:
                self._patches.clear()
            new = {name: text for name, (version, text) in self._parts.items() if version > since}
            parts = ",".join(f"{_json(name)}:{text}" for name, text in new.items() if text is not None)
            gone = _json([name for name, text in new.items() if text is None])
            self._patches[since] = (
                f'{{"type":"patch","board":{_json(self.name)},"epoch":{_json(self.epoch)},"version":{self.version},'
                f'"since":{since},"set":{{{parts}}},"gone":{gone}}}'
            )
        return self._patches[since]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
