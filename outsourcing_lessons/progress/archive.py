"""Everything a learner did, as one file to carry to another machine: JSON that anybody can read.

What is brought in is added to what is there and never replaces it. A file is looked through before anything is added:
one fault, and nothing is.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from outsourcing_lessons.database import as_file
from outsourcing_lessons.errors import InputError, ProgressError
from outsourcing_lessons.items.base import counted
from outsourcing_lessons.items.identity import wording_of
from outsourcing_lessons.progress.merging import Entered
from outsourcing_lessons.progress.sqlite import FILE_NAME, SqliteProgress
from outsourcing_lessons.progress.store import Attempt

FORMAT, VERSION = "outsourcing-lessons answers", 1
MOST_BYTES = 100_000_000  # of a file brought in: years of answers take less than a hundredth
SQLITE = b"SQLite format 3\x00"
HANDED_IN = (
    "{} was saved by a workbook, or made to hand in, and cannot be added to a course in Jupyter: open it in that"
    " workbook with “Load saved answers”, or read it with `outsourcing-lessons collect`. To carry answers from"
    " one Jupyter to another, use `outsourcing-lessons progress export`"
)
ATTEMPT = {
    "learner_id": str, "item_id": str, "variant": str, "seed": int, "response": dict, "outcome": dict, "at": str,
    "id": str,
}  # fmt: skip


def exported(store: SqliteProgress) -> bytes:
    """Return all that a progress file holds; the same answers give the same bytes."""
    attempts, entered = store.everything()
    entries = [row._asdict() | {"value": json.loads(row.value)} for row in entered]
    content = {"format": FORMAT, "version": VERSION, "attempts": [asdict(a) for a in attempts], "entries": entries}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def brought_in(store: SqliteProgress, content: bytes, name: str, learner_id: str = "") -> str:
    """Add what a file holds; say what was new, and whose it is if no lesson here will show it.

    ``learner_id`` is whose the lessons beside the store are; where it is "", that of the answers that are there.
    """
    attempts, entered = read_archive(content, name)
    here = {learner_id} if learner_id else {attempt.learner_id for attempt in store.everything()[0]}
    said = in_words(*store.add(attempts, entered))
    others = (
        sorted({*(one.learner_id for one in attempts), *(one.learner_id for one in entered)} - here) if here else []
    )
    if not others:
        return said
    theirs, ours = (" and ".join(f"“{one}”" for one in ids) for ids in (others, sorted(here)))
    return (
        f"{said}. The answers of {theirs} are saved but not shown, because the lessons here belong to {ours}: to see"
        f" them, set learner_id to {theirs} in the second cell of a lesson"
    )


def read_archive(content: bytes, name: str, log: bytes = b"") -> tuple[list[Attempt], list[Entered]]:
    """Return what an exported file holds, or a progress file with the write-ahead ``log`` that lay beside it.

    Raises InputError if it is damaged, or nothing of this course; says what is wrong with it.
    """
    if len(content) > MOST_BYTES:
        raise InputError(f"{name} is too large to be a file of answers")
    return _of_sqlite(content, name, log) if content.startswith(SQLITE) else _of_json(content, name)


def in_words(attempts: int, entries: int) -> str:
    """Say what was added.

    Examples
    --------
    >>> in_words(1, 0), in_words(12, 3)
    ('1 answer and 0 entries are new', '12 answers and 3 entries are new')
    """
    return f"{counted(attempts, 'answer')} and {counted(entries, 'entry', 'entries')} are new"


def free_name(folder: Path) -> Path:
    """Return a name of today for an exported file that is not taken yet."""
    names = (name_of_today(n) for n in range(1, 1000))
    return next(folder / name for name in names if not (folder / name).exists())


def name_of_today(number: int = 1) -> str:
    """Return what an exported file of today is called."""
    return f"my-answers {datetime.now():%Y-%m-%d}{f' {number}' if number > 1 else ''}.json"


def progress_of(folder: Path) -> SqliteProgress:
    """Return the progress kept in a folder of the course."""
    return SqliteProgress(folder / FILE_NAME)


def _of_sqlite(content: bytes, name: str, log: bytes) -> tuple[list[Attempt], list[Entered]]:
    with as_file(content, log) as copy:  # what is damaged is renamed, and what is old is migrated
        try:
            return SqliteProgress(copy).everything()
        except ProgressError as error:
            raise InputError(f"{name} cannot be read as a progress file; nothing was added") from error


def as_text(content: bytes) -> str:
    """Return the text of a JSON file: UTF-8, or what some editors and Windows PowerShell make of it, UTF-16.

    Raises ValueError when it is neither.

    Examples
    --------
    >>> as_text('{"a": "ä"}'.encode("utf-16"))
    '{"a": "ä"}'
    """
    return content.decode(json.detect_encoding(content))


def _of_json(content: bytes, name: str) -> tuple[list[Attempt], list[Entered]]:
    try:
        data = json.loads(as_text(content), parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is damaged, or not a file of answers: {error}") from error
    if isinstance(data, dict) and isinstance(data.get("course"), str) and isinstance(data.get("lessons"), dict):
        raise InputError(HANDED_IN.format(name))
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InputError(f"{name} is not a file of answers from this course")
    if data.get("version") != VERSION:
        raise InputError(f"{name} is from a newer version of the course; update outsourcing-lessons to import it")
    try:
        return [_attempt(row) for row in data["attempts"]], [_entered(row) for row in data["entries"]]
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise InputError(f"{name} is damaged ({error}); nothing was added") from error


def _attempt(row: dict[str, Any]) -> Attempt:
    fields = {field: _typed(row, field, kind) for field, kind in ATTEMPT.items()}
    if not 0 <= fields["seed"] < 2**53 or not isinstance(fields["outcome"].get("valid"), bool):
        raise ValueError("it contains an answer that was never given")
    wording = _typed(row, "wording", str) if "wording" in row else wording_of(fields["variant"])
    return Attempt(**fields | {"at": _time(fields["at"]), "wording": wording})


def _entered(row: dict[str, Any]) -> Entered:
    learner_id, block_id, name = (_typed(row, field, str) for field in ("learner_id", "block_id", "name"))
    value = row["value"]
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise ValueError("an entry is neither a text nor a number")
    return Entered(learner_id, block_id, name, json.dumps(value), _time(_typed(row, "at", str)))


def _typed(row: dict[str, Any], field: str, kind: type) -> Any:
    value = row[field]
    if type(value) is not kind:
        raise TypeError(f"{field} is invalid")
    if isinstance(value, str):
        value.encode()  # half a character could not be kept
    return value


def _time(text: str) -> str:
    """Return a time as the store writes it: only then do times compare as texts."""
    time = datetime.fromisoformat(text)
    if time.utcoffset() is None:
        raise ValueError("it contains a time without a time zone")
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def refuse_constant(constant: str) -> None:
    """Refuse NaN and infinity, which JSON does not know and Python reads."""
    raise ValueError(f"{constant} is not a number")
