"""Files that appear whole or not at all.

All files of a learner are first written beside their places under hidden names, and take their places only when the
last of them is on the disk. What goes wrong on the way takes all of them away again, and the folders made for them.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from outsourcing_lessons.errors import InputError, StoreError

# With these the next learner's files cannot be written either, so there is no point in going on.
HOPELESS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
PLAIN_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOTDIR: "a file is where a folder should be",
    errno.EEXIST: "a file is where a folder should be",
    errno.EISDIR: "a folder is where a file should be",
}


@dataclass(frozen=True)
class StoredFile:
    """A file that was written: where (below the output folder, with ``/``), and what came to lie there."""

    path: str
    sha256: str
    size: int


class Store:
    """The output folder.

    Parameters
    ----------
    root : Path
        The folder; made when it is missing.
    """

    def __init__(self, root: Path):
        self.root = Path(root).absolute()

    def check(self) -> None:
        """Make the folder and see that it can be written to, before anything long begins.

        Raises
        ------
        InputError
            When a file has that name.
        StoreError
            When nothing can be written there.
        """
        if self.root.exists() and not self.root.is_dir():
            raise InputError(f"{self.root} is a file; --out names the folder that the workbooks go to")
        made = self._make(self.root)
        try:
            _write(self.root / f".probe.{os.getpid()}.part", b"?")
            (self.root / f".probe.{os.getpid()}.part").unlink()
        except OSError as error:
            _take_away([self.root / f".probe.{os.getpid()}.part"], made)
            raise store_error(self.root, error) from None

    def write(self, contents: Mapping[str, bytes]) -> tuple[StoredFile, ...]:
        """Write files together, each whole.

        Parameters
        ----------
        contents : mapping of str to bytes
            Paths below the output folder, with ``/``, and what to put there.

        Raises
        ------
        StoreError
            When one of them cannot be written; then none is there (or the earlier one still is).
        """
        parts: dict[Path, Path] = {}
        made: list[Path] = []
        try:
            for name, content in contents.items():
                place = self.root / name
                made = self._make(place.parent) + made
                parts[place] = place.with_name(f".{place.name}.{os.getpid()}.part")
                _write(parts[place], content)
            for place, part in parts.items():
                os.replace(part, place)
        except OSError as error:
            _take_away(parts.values(), made)
            raise error if isinstance(error, StoreError) else store_error(place, error) from None
        return tuple(StoredFile(n, hashlib.sha256(c).hexdigest(), len(c)) for n, c in contents.items())

    def _make(self, folder: Path) -> list[Path]:
        """Make a folder and those above it; return the new ones, the innermost first."""
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _take_away([], missing)
            raise store_error(folder, error) from None
        return missing


def _write(path: Path, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _take_away(files, folders) -> None:
    for take, places in ((Path.unlink, files), (Path.rmdir, folders)):
        for place in places:
            try:
                take(place)
            except OSError:
                pass  # it never came to be, or others have put something into it


def store_error(path: Path, error: OSError) -> StoreError:
    """Return the error that says in plain words why a file is not there; its ``errno`` is kept."""
    why = PLAIN_WORDS.get(error.errno) or error.strerror or str(error)
    found = StoreError(f"{path} could not be written: {why}")
    found.errno = error.errno
    return found
