"""What is still to be sent, in a file beside the notebooks: it survives a kernel, a crash and a night without network.

An event leaves the file when the workshop has said that it is on its disk, or that it will never take it. Each has the
attempt's own id, so that sending it twice, from two kernels even, changes nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from outsourcing_lessons.database import UNWRITABLE, Kind, connect, explained, migrate, transaction
from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.workshop.client.protocol import MOST, new_token

FILE_NAME = "my-workshop-outbox.sqlite"
# A file of version 0.1 has these tables and counts no steps.
TABLES = """
CREATE TABLE IF NOT EXISTS seats (
    address TEXT NOT NULL, learner_id TEXT NOT NULL, token TEXT NOT NULL, PRIMARY KEY (address, learner_id));
CREATE TABLE IF NOT EXISTS waiting (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, address TEXT NOT NULL, learner_id TEXT NOT NULL,
    event TEXT NOT NULL);
"""


class Outbox:
    """The outbox of one learner for one workshop.

    ``path``: the file; made when something is put in.
    """

    def __init__(self, path: Path | str, address: str, learner_id: str):
        self.path, self.seat = Path(path), (address, learner_id)

    def __len__(self) -> int:
        query = "SELECT count(*) FROM waiting WHERE address = ? AND learner_id = ?"
        with self._open() as file:
            return file.execute(query, self.seat).fetchone()[0]

    def token(self) -> str:
        """Return what proves to the workshop that this is the same participant: made once, then kept."""
        with self._open() as file:
            file.execute("INSERT OR IGNORE INTO seats VALUES (?, ?, ?)", (*self.seat, new_token()))
            query = "SELECT token FROM seats WHERE address = ? AND learner_id = ?"
            return file.execute(query, self.seat).fetchone()[0]

    def add(self, event: dict[str, Any]) -> None:
        """Keep an event until it is sent."""
        with self._open() as file:
            text = json.dumps(event, allow_nan=False)
            file.execute(
                "INSERT OR IGNORE INTO waiting (id, address, learner_id, event) VALUES (?, ?, ?, ?)",
                (event["id"], *self.seat, text),
            )

    def waiting(self, most: int = MOST) -> list[dict[str, Any]]:
        """Return what is to be sent, oldest first."""
        query = "SELECT event FROM waiting WHERE address = ? AND learner_id = ? ORDER BY number LIMIT ?"
        with self._open() as file:
            return [json.loads(text) for (text,) in file.execute(query, (*self.seat, most))]

    def settle(self, ids: Iterable[str]) -> None:
        """Take out what the workshop has answered."""
        with self._open() as file:
            file.executemany("DELETE FROM waiting WHERE id = ?", [(one,) for one in ids])

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with explained(self._trouble, UNWRITABLE), closing(connect(self.path)) as file:
            migrate(file, [TABLES])
            with transaction(file):
                yield file

    def _trouble(self, kind: Kind, error: Exception) -> ProgressError:
        return ProgressError(f"nothing can be kept for the workshop in {self.path.name} ({error})")
