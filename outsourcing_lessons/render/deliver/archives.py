"""Archives of what learners get: ZIP files without times, so that the same files always give the same bytes.

One for each learner is made in a worker, since packing takes a tenth of the time that a workbook does.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from outsourcing_lessons.errors import StoreError
from outsourcing_lessons.render.storage import AnyStore, StoredFile

FOLDER = "zips"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
PERMISSIONS = 0o644
EDITION = 1  # of how an archive is written: with another, all are made anew
# Already packed; to try again takes time and gains nothing.
PACKED = (".pdf",)
_store: AnyStore


@dataclass(frozen=True)
class Archive:
    """An archive to be made: where it goes, and the files in it, each with its name there."""

    path: str
    contents: tuple[tuple[str, StoredFile], ...]
    learner_id: str = ""

    @property
    def fingerprint(self) -> str:
        """What it depends on, as a hash."""
        return fingerprint(EDITION, [self.path, [[name, file.sha256] for name, file in self.contents]])


def fingerprint(*what: object) -> str:
    """Return the hash of what a file is made from."""
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()


def contents_of(files: Iterable[StoredFile], folder: str) -> tuple[tuple[str, StoredFile], ...]:
    """Return what of a learner's files is handed out, by its name in the learner's folder."""
    prefix = f"workbooks/{folder}/"
    return tuple((file.path.removeprefix(prefix), file) for file in files if file.path.startswith(prefix))


def prepare(store: AnyStore) -> None:
    """Get a worker ready."""
    global _store
    _store = store


def work(archive: Archive) -> tuple[StoredFile, ...] | StoreError:
    """Make an archive; an error comes back as what it is."""
    made = io.BytesIO()
    try:
        packed(_store, archive.contents, made)
        return _store.write({archive.path: made.getvalue()})
    except StoreError as error:
        return error


def packed(store: AnyStore, contents: Sequence[tuple[str, StoredFile]], into: IO[bytes] | Path) -> None:
    """Pack files of a store; one at a time is in memory."""
    with zipfile.ZipFile(into, "w") as archive:
        for name, file in contents:
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.external_attr, entry.create_system = PERMISSIONS << 16, 3
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, store.read(file.path))
