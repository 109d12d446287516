"""Everything that was answered, out of a learner's progress file, which is only read."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import InputError

COLUMNS = ("id", "learner_id", "item_id", "variant", "seed", "response", "outcome", "at")


def attempts_in(path: Path) -> list[dict[str, Any]]:
    """Return the attempts of a ``my-progress.sqlite`` in the order they were made.

    Raises
    ------
    InputError
        When there is no such file, or it is none of ours.
    """
    if not path.is_file():
        raise InputError(f"{path} is not there; a learner's answers are in my-progress.sqlite, beside the lessons")
    query = f"SELECT {', '.join(COLUMNS)} FROM attempts ORDER BY number"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            rows = [dict(zip(COLUMNS, row, strict=True)) for row in file.execute(query)]
            return [row | {name: json.loads(row[name]) for name in ("response", "outcome")} for row in rows]
    except (sqlite3.Error, ValueError) as error:
        raise InputError(f"{path} holds no answers that can be read ({error})") from None
