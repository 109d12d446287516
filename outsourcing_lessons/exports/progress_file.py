"""Everything that was answered, out of a learner's progress file, which is only read."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from outsourcing_lessons.database import Kind, connect, explained
from outsourcing_lessons.errors import InputError

COLUMNS = ("id", "learner_id", "item_id", "variant", "seed", "response", "outcome", "at", "wording")


def attempts_in(path: Path) -> list[dict[str, Any]]:
    """Return the attempts of a ``my-progress.sqlite`` in the order they were made.

    Raises InputError when there is no such file, or it is none of ours.
    """
    if not path.is_file():
        raise InputError(f"{path} is not there; a learner's answers are in my-progress.sqlite, beside the lessons")

    def explain(kind: Kind, error: Exception) -> InputError:
        return InputError(f"{path} has no answers that can be read ({error})")

    with explained(explain, (sqlite3.Error, ValueError)), closing(connect(path, mode="ro")) as file:
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in file.execute(_query(file))]
        return [row | {name: json.loads(row[name]) for name in ("response", "outcome")} for row in rows]


def _query(file: sqlite3.Connection) -> str:
    """Return what reads the columns; a file of version 0.1 has no wordings, and is not changed by reading it."""
    there = {name for _, name, *_ in file.execute("PRAGMA table_info(attempts)")}
    columns = (name if name != "wording" or name in there else "'' AS wording" for name in COLUMNS)
    return f"SELECT {', '.join(columns)} FROM attempts ORDER BY number"
