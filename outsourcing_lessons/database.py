"""The one way to open an SQLite file: how it is connected to, brought up to date, written to, and what its errors mean.

- A connection opens no transaction by itself: what is written together stands in a `transaction`.
- ``user_version`` counts the steps a file has been through; a step and the record of it share one transaction.
- SQLite says in many ways that something is amiss. Here it is one of five kinds; the words are the file's owner's.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from outsourcing_lessons.errors import OutsourcingLessonsError

Step = str | Callable[[sqlite3.Connection], object]
Mode = Literal["rwc", "ro", "ro&immutable=1"]
Caught = type[Exception] | tuple[type[Exception], ...]
Kind = Literal["newer", "damaged", "busy", "full", "other"]
# Whatever may go wrong where values from outside are written: some of it before SQLite sees them.
UNWRITABLE = (sqlite3.Error, ValueError, TypeError, OverflowError, RecursionError)
WAL = "-wal"  # what stands behind the name of the log: the latest of a file that was not closed
PATIENCE = 3.0  # seconds to wait for another process: less than the player waits for an answer


class NewerVersion(sqlite3.Error):
    """A file has been through steps that this version does not know."""


def connect(
    path: Path | str, wait: float | None = None, mode: Mode = "rwc", any_thread: bool = False
) -> sqlite3.Connection:
    """Connect to a file.

    Parameters
    ----------
    wait : float or None
        Seconds to wait for whoever holds it; None for PATIENCE.
    mode : str
        "rwc" makes a missing file; "ro" only reads; "ro&immutable=1" does so on a drive that cannot be written to.
    any_thread : bool
        Whether other threads than this one use it, one at a time.

    Returns
    -------
    sqlite3.Connection
        To be closed by who asked for it.
    """
    address = f"{Path(path).absolute().as_uri()}?mode={mode}"
    seconds = PATIENCE if wait is None else wait
    return sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None, check_same_thread=not any_thread)


@contextmanager
def as_file(content: bytes, log: bytes = b"") -> Iterator[Path]:
    """Have a database that is at hand as bytes in a file meanwhile, with its write-ahead log."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite"
        copy.write_bytes(content)
        if log:
            copy.with_name(copy.name + WAL).write_bytes(log)
        yield copy


def write_ahead(file: sqlite3.Connection, synchronous: Literal["NORMAL", "FULL"], wait: float | None = None) -> None:
    """Turn on the write-ahead log: unlike any other statement this may fail at once when others write too."""
    ends = time.monotonic() + (PATIENCE if wait is None else wait)
    while True:
        try:
            file.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if kind_of(error) != "busy" or time.monotonic() > ends:
                raise
        time.sleep(0.01)
    file.execute(f"PRAGMA synchronous = {synchronous}")


def applied(file: sqlite3.Connection) -> int:
    """Return how many steps a file has been through."""
    return int(file.execute("PRAGMA user_version").fetchone()[0])


def migrate(file: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Bring a file up to date; two processes may do so at once.

    ``steps``: from an empty file to today's tables, each as SQL or as a function. A step is never changed after a
    release.

    Raises NewerVersion if the file has been through more steps than these.
    """
    while (done := applied(file)) < len(steps):
        with transaction(file):
            if applied(file) == done:  # no other process was first
                _take(file, steps[done])
                file.execute(f"PRAGMA user_version = {done + 1}")
    if done > len(steps):
        raise NewerVersion("it was written by a newer version of the course")


def _take(file: sqlite3.Connection, step: Step) -> None:
    if not isinstance(step, str):
        step(file)
        return
    for statement in step.split(";"):  # executescript would end the transaction
        file.execute(statement)


@contextmanager
def transaction(
    file: sqlite3.Connection, lock: Literal["IMMEDIATE", "EXCLUSIVE"] = "IMMEDIATE"
) -> Iterator[sqlite3.Connection]:
    """Write all or nothing. Whatever goes wrong, no transaction is left open for the next to fall over."""
    file.execute(f"BEGIN {lock}")
    try:
        yield file
        file.execute("COMMIT")
    finally:
        if file.in_transaction:
            with suppress(sqlite3.Error):
                file.execute("ROLLBACK")


def kind_of(error: Exception) -> Kind:
    """Return what an error of SQLite means for whoever asked."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, NewerVersion):
        return "newer"
    if type(error) is sqlite3.DatabaseError:  # its subclasses say something else than a damaged file
        return "damaged"
    kinds: dict[int, Kind] = {sqlite3.SQLITE_BUSY: "busy", sqlite3.SQLITE_FULL: "full"}
    return kinds.get(code, "other")


@contextmanager
def explained(
    explain: Callable[[Kind, Exception], OutsourcingLessonsError], caught: Caught = sqlite3.Error
) -> Iterator[None]:
    """Turn what SQLite raises into an error of ours; one that is ours already passes.

    ``explain`` makes the error from the kind of trouble and what was raised: the file, what is amiss, and the cure.
    """
    try:
        yield
    except OutsourcingLessonsError:
        raise
    except caught as error:
        raise explain(kind_of(error), error) from error
