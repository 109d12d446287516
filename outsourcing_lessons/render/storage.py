"""What was stored, and what every place that files are stored in can do."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from outsourcing_lessons.errors import StoreError

TOKEN = ".run"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that was written: where (below the output folder, with ``/``), and what came to lie there.

    ``stamp`` is what tells at a glance whether it still does; it differs from machine to machine and is in no report.
    """

    path: str
    sha256: str
    size: int
    stamp: str = field(default="", compare=False)


class AnyStore(Protocol):
    """Where workbooks go: a folder, or a place in an object storage. Can be pickled.

    A killed command may leave a worker behind that is not done yet. Whoever begins a run leaves its token there, and a
    store that was made for another ``run`` writes no file any more.
    """

    run: str = ""

    @property
    def keys_at(self) -> str:
        """Where the keys are, as a page beside the workbooks links to it."""

    def check(self, folders: Iterable[str] = ()) -> None:
        """See that files can be written there and in these folders of it, before anything long begins."""

    def locks(self) -> tuple[Path, ...]:
        """Return the files that a command holds while it renders into it: one or more."""

    def claim(self) -> None:
        """Begin a run: what earlier runs are still about to write takes its place no more."""
        run = uuid.uuid4().hex
        self.write({TOKEN: run.encode()})
        self.run = run

    def release(self) -> None:
        """End the run; if another has begun meanwhile, that one goes on, and so where nobody can be asked."""
        with suppress(StoreError):
            if self.is_ours():
                self.remove([TOKEN])
        self.run = ""

    def is_ours(self) -> bool:
        """Return whether the token that lies there is that of this run; raise StoreError if that cannot be known."""

    def see_that_nobody_took_over(self) -> None:
        """Raise StoreError if another run has begun since this one."""
        if self.run and not self.is_ours():
            raise StoreError(f"another command has started rendering into {self}")

    def write(self, contents: Mapping[str, bytes]) -> tuple[StoredFile, ...]:
        """Write files, each whole; raise StoreError when one of them cannot be written."""

    def free(self) -> int | None:
        """Return how many bytes there is room for; None where that is not known."""

    def put_aside(self, paths: Iterable[str], folder: str) -> None:
        """Move files into a folder of it, each to its place below; raise StoreError when one cannot be moved."""

    def read(self, path: str) -> bytes:
        """Return what lies there; raise StoreError when it cannot be read."""

    def large(self, name: str, make: Callable[[Path], object]) -> StoredFile:
        """Write a file too large for memory, whole: ``make`` is given where to write it."""

    def still_there(self, files: Iterable[StoredFile]) -> list[StoredFile | None]:
        """Return each file, with a fresh stamp, or None for one that is gone or altered."""

    def remove(self, paths: Iterable[str]) -> None:
        """Take files away that a run wrote for itself; one that is gone already is no trouble."""

    def sweep(self, folders: Iterable[str]) -> None:
        """Take away what killed runs left half-written in these folders."""
