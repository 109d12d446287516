"""Files that appear whole or not at all.

All files of a learner are first written beside their places under hidden names, and take their places only when the
last of them is on the disk. What goes wrong on the way takes all of them away again, and the folders made for them.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.private_files import for_oneself
from outsourcing_lessons.render.disk_errors import store_error
from outsourcing_lessons.render.storage import TOKEN, AnyStore, StoredFile

LOCK, KEYS = ".lock", "keys/"
LEFT_BEHIND = re.compile(r"\..+\.[0-9]+\.part")


class Store(AnyStore):
    """The output folder.

    It is made when it is missing. Of one that is ``private`` nobody else on this machine may read anything; keys nobody
    may in any case.
    """

    def __init__(self, root: Path, private: bool = False):
        self.root, self.private = Path(root).absolute(), private

    def __str__(self) -> str:
        return str(self.root)

    def check(self, folders: Iterable[str] = ()) -> None:
        """Make the folder and see that it can be written to, before anything long begins.

        ``folders``: folders below it that are to be written to as well; one that is not there yet is not made.

        Raises InputError when a file has that name; StoreError when nothing can be written there.
        """
        if self.root.exists() and not self.root.is_dir():
            raise InputError(f"{self.root} is a file; --out names the folder that the workbooks go to")
        made = self._make(self.root)
        for folder in (self.root, *(self.root / name for name in folders)):
            if folder.exists():
                _probe(folder, made)

    def locks(self) -> tuple[Path, ...]:
        """Return the lock of the folder, and of what lies elsewhere and is linked from it."""
        real = self.root.resolve()
        below = [(self.root / name).resolve() for name in ("workbooks", "keys")]
        elsewhere = [folder for folder in below if folder.is_dir() and real not in folder.parents]
        return tuple(folder / LOCK for folder in dict.fromkeys([real, *sorted(elsewhere)]))

    def write(self, contents: Mapping[str, bytes]) -> tuple[StoredFile, ...]:
        """Write files together, each whole.

        ``contents``: paths below the output folder, with ``/``, and what to put there.

        Raises StoreError when one of them cannot be written; then none is there (or the earlier one still is).
        """
        parts: dict[Path, Path] = {}
        made: list[Path] = []
        place = self.root
        try:
            for name, content in contents.items():
                place = self.root / name
                made = self._make(place.parent) + made
                parts[place] = _part_of(place)
                _write(parts[place], content, self.is_private(name))
            self.see_that_nobody_took_over()
            for place, part in parts.items():
                os.replace(part, place)
            return tuple(
                StoredFile(name, hashlib.sha256(content).hexdigest(), len(content), _stamp(self.root / name))
                for name, content in contents.items()
            )
        except OSError as error:
            _take_away(parts.values(), made)
            raise error if isinstance(error, StoreError) else self._error(place, error) from None

    @property
    def keys_at(self) -> str:
        """Where the keys are, as a page among the workbooks links to it."""
        return KEYS

    def is_private(self, name: str) -> bool:
        """Return whether nobody else on this machine may read a file: a key, or any of a store that is private."""
        return self.private or name.startswith(KEYS)

    def free(self) -> int | None:
        """Return how many bytes its disk has room for; None where that is not known."""
        there = next(place for place in (self.root, *self.root.parents) if place.exists())
        try:
            return shutil.disk_usage(there).free
        except OSError:
            return None

    def put_aside(self, paths: Iterable[str], folder: str) -> None:
        """Move files into a folder, each to its place below it.

        Raises StoreError when one of them cannot be moved; those before it are.
        """
        for path in paths:
            place, target = self.root / path, self.root / folder / path
            self._make(target.parent)
            try:
                shutil.move(place, target)  # the folders below may be links to other disks
            except FileNotFoundError:
                continue
            except OSError as error:
                raise self._error(target, error) from None
            _take_away([], [above for above in place.parents if self.root in above.parents])

    def read(self, path: str) -> bytes:
        """Return what lies there; raises StoreError when it cannot be read."""
        try:
            return (self.root / path).read_bytes()
        except OSError as error:
            raise StoreError(f"{path} cannot be read: {error.strerror or error}") from None

    def large(self, name: str, make: Callable[[Path], object]) -> StoredFile:
        """Write a file too large for memory, whole.

        ``make``: writes it to the path that it is given.

        Raises StoreError when it cannot be written.
        """
        place = self.root / name
        part = _part_of(place)
        try:
            make(part)
            with open(part, "rb") as file:
                os.fsync(file.fileno())
                found = hashlib.file_digest(file, "sha256").hexdigest()
            self.see_that_nobody_took_over()
            os.replace(part, place)
            return StoredFile(name, found, place.stat().st_size, _stamp(place))
        except OSError as error:
            raise error if isinstance(error, StoreError) else self._error(place, error) from None
        finally:
            _take_away([part], [])

    def _error(self, place: Path, error: OSError) -> StoreError:
        """Return the error with the place as it is named in the report, which knows no path of this machine."""
        return store_error(place.relative_to(self.root) if self.root in place.parents else place, error)

    def is_ours(self) -> bool:
        """Return whether the token that lies there is that of this run."""
        try:
            return (self.root / TOKEN).read_text() == self.run
        except OSError:
            return False

    def still_there(self, files: Iterable[StoredFile]) -> list[StoredFile | None]:
        """Return each file, with a fresh stamp, or None for one that is gone or altered.

        What has the size and the times it had when it was written is taken for unaltered; of any other the content is
        compared.
        """
        return [self._found(file) for file in files]

    def _found(self, file: StoredFile) -> StoredFile | None:
        place = self.root / file.path
        try:
            stamp = _stamp(place)
            if stamp == file.stamp:
                return file
            same = hashlib.sha256(place.read_bytes()).hexdigest() == file.sha256
            return replace(file, stamp=stamp) if same else None
        except OSError:
            return None

    def remove(self, paths: Iterable[str]) -> None:
        """Take files away that a run wrote for itself; one that is gone already is no trouble."""
        _take_away([self.root / path for path in paths], [])

    def sweep(self, folders: Iterable[str]) -> None:
        """Take away what killed runs left half-written in these folders, and those of them that are empty then."""
        for folder in (self.root / name for name in folders):
            left = [path for path in _listed(folder) if LEFT_BEHIND.fullmatch(path.name)]
            above = [place for place in (folder, *folder.parents) if self.root in place.parents]
            _take_away(left, above)

    def _make(self, folder: Path) -> list[Path]:
        """Make a folder and those above it; return the new ones, the innermost first."""
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _take_away([], missing)
            raise self._error(folder, error) from None
        return missing


def _part_of(place: Path) -> Path:
    """Return where a file is written before it takes its place."""
    return place.with_name(f".{place.name}.{os.getpid()}.part")


def _probe(folder: Path, made: list[Path]) -> None:
    probe = folder / f".probe.{os.getpid()}.part"
    try:
        _write(probe, b"?")
        probe.unlink()
    except OSError as error:
        _take_away([probe], made)
        raise store_error(folder, error) from None


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []  # it never came to be


def _stamp(place: Path) -> str:
    """Return size and times; the second of them changes with any change, even where the first is set back."""
    found = os.stat(place)
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _write(path: Path, content: bytes, private: bool = False) -> None:
    with open(path, "wb", opener=for_oneself if private else None) as file:
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
