"""Workbooks into an object storage (``s3://bucket/prefix`` and whatever else fsspec knows).

- A file is one PUT, so it is there whole or not at all; a PUT that fails for a passing reason is tried again.
- Nothing is ever listed: the journal knows what was written. It lies on this machine, since SQLite needs a disk.
- A learner's files are not one transaction: of a learner who failed some may be there, and are written once more.
"""

from __future__ import annotations

import errno
import hashlib
import mimetypes
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.render.folder_store import KEYS, LOCK
from outsourcing_lessons.render.storage import TOKEN, AnyStore, StoredFile
from outsourcing_lessons.render.waiting import told_every_while

ATTEMPTS, FIRST_WAIT = 5, 0.2
CONNECT_SECONDS, READ_SECONDS = 10, 20
SLOWEST = 50_000  # bytes a second that are sent at least
AT_ONCE = 8
BESIDE = "-keys/"  # behind the prefix of the workbooks
KEY = re.compile(rf"((?:left/|earlier/\d+/)?){KEYS}")
S3 = ("s3://", "s3a://")
KINDS = {
    "html": "text/html; charset=utf-8", "json": "application/json", "ipynb": "application/x-ipynb+json",
    "csv": "text/csv; charset=utf-8", "pdf": "application/pdf", "zip": "application/zip",
}  # fmt: skip
EXTRA = "needs the extra “cluster”: pip install 'outsourcing-lessons[cluster]'"
# Trying again does not help with these.
FINAL = {FileNotFoundError: "there is no such bucket", PermissionError: "you may not write there"}


def journal_of(url: str) -> Path:
    """Return where on this machine the journal of a destination is."""
    import click

    plain = "".join(char if char.isalnum() else "-" for char in url.partition("://")[2].strip("/"))[:60]
    name = f"{plain}-{hashlib.sha256(url.rstrip('/').encode()).hexdigest()[:8]}.sqlite"
    return Path(click.get_app_dir("outsourcing-lessons")) / "journals" / name


def _is_silence(error: BaseException) -> bool:
    """Return whether nobody answered in time; each transport has an error of its own for that."""
    return "timeout" in type(error).__name__.lower() or "timeout" in str(error).lower()


class ObjectStore(AnyStore):
    """A place in an object storage.

    ``url`` is such as ``s3://bucket/prefix``; keys and endpoint come from the environment, as fsspec and its S3 part
    say. An answer may take ``read_seconds`` before the request is made anew.
    """

    def __init__(self, url: str, read_seconds: float | None = None):
        self.url = url.rstrip("/")
        self.read_seconds, self._attempts = READ_SECONDS if read_seconds is None else read_seconds, ATTEMPTS
        if not self.url.partition("://")[2]:
            raise InputError(f"{url} names no bucket; give --out an address such as s3://bucket/prefix")
        _ = self._files  # so that a wrong address is found before anything is done

    def __str__(self) -> str:
        return self.url

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_files"}

    @cached_property
    def _files(self):
        protocol = self.url.partition("://")[0]
        try:
            import fsspec

            kind = fsspec.get_filesystem_class(protocol)
        except ImportError:
            raise InputError(f"{protocol}:// {EXTRA}") from None
        except ValueError:
            raise InputError(
                f"{self.url} is not a place that can be written to; allowed: a folder, or s3://…"
            ) from None
        files = kind(**self._options(protocol), use_listings_cache=False, skip_instance_cache=True)
        files.retries = 1  # of s3fs, whom the options below do not reach
        return files

    def _options(self, protocol: str) -> dict[str, Any]:
        if not self.url.startswith(S3):
            return {}
        # The one who tries again is this module: three layers that do so would make minutes of seconds.
        times = {"connect_timeout": CONNECT_SECONDS, "read_timeout": self.read_seconds}
        return {"config_kwargs": times | {"retries": {"max_attempts": 0}}}

    @property
    def keys_at(self) -> str:
        """The prefix of the keys, beside that of the workbooks, as a page among these links to it."""
        _, _, prefix = self.url.partition("://")[2].partition("/")
        return f"../{prefix.rpartition('/')[2]}{BESIDE}" if prefix else KEYS

    def address(self, name: str) -> str:
        """Return where an object is: keys have a prefix of their own, also those that were moved aside."""
        key = KEY.match(name)
        if not key or self.keys_at == KEYS:
            return f"{self.url}/{name}"
        return f"{self.url}{BESIDE}{key[1]}{name[key.end() :]}"

    def check(self, folders: Iterable[str] = ()) -> None:
        """See that an object can be written; what may be written to differs from prefix to prefix."""
        for probe in [".probe", *(f"{folder}/.probe" for folder in folders)]:
            self._put(probe, b"?")
            self.remove([probe])

    def locks(self) -> tuple[Path, ...]:
        """Return the lock of the address on this machine: an object storage has none that ends with its holder."""
        same = self.url.replace("s3a://", "s3://", 1)
        return (journal_of(same).with_suffix(LOCK),)

    def write(self, contents: Mapping[str, bytes]) -> tuple[StoredFile, ...]:
        """Write files, each whole.

        Raises StoreError when one of them cannot be written, however often it is tried.
        """
        self.see_that_nobody_took_over()
        with ThreadPoolExecutor(AT_ONCE) as threads:
            return tuple(threads.map(self._put, contents.keys(), contents.values()))

    def is_ours(self) -> bool:
        """Return whether the token that lies there is that of this run; raises StoreError if that cannot be known."""
        try:
            return self._patiently(TOKEN, self._files.cat_file) == self.run.encode()
        except FileNotFoundError:
            return False

    def _put(self, name: str, content: bytes) -> StoredFile:
        try:
            send = partial(self._files.pipe_file, **self._kind(name), **self._in_time(len(content)))
            answer = self._patiently(name, send, content)
        except tuple(FINAL) as error:
            raise self._refused(name, error) from None
        etag = answer.get("ETag", "") if isinstance(answer, dict) else ""
        return StoredFile(name, hashlib.sha256(content).hexdigest(), len(content), f"{len(content)} {etag}")

    def _kind(self, name: str) -> dict[str, str]:
        """Return what an object is served as: without it a browser downloads a page in place of opening it."""
        if not self.url.startswith(S3):
            return {}
        kind = KINDS.get(name.rpartition(".")[2]) or mimetypes.guess_type(name)[0]
        return {"ContentType": kind or "application/octet-stream"}

    def _in_time(self, size: int) -> dict[str, float]:
        """Return how long sending may take: whoever sends waits without end to be told to go on, or to be rid of it."""
        return {"timeout": self.read_seconds + size / SLOWEST} if getattr(self._files, "async_impl", False) else {}

    def _refused(self, name: str, error: Exception) -> StoreError:
        why = next(words for kind, words in FINAL.items() if isinstance(error, kind))
        return StoreError(f"{self.address(name)} could not be written: {why}")

    def _patiently(self, name: str, request: Callable, *given: Any) -> Any:
        attempts = self._attempts  # another thread may find meanwhile that one is enough
        for attempt in range(attempts):
            try:
                with told_every_while(f"{self.url} has not answered"):
                    return request(self.address(name), *given)
            except tuple(FINAL):
                raise
            except Exception as error:  # fsspec lets through whatever its transport raises
                if attempt == attempts - 1:
                    raise self._given_up(name, error, attempts) from None
                time.sleep(FIRST_WAIT * 2**attempt)
        raise AssertionError("unreachable")

    def _given_up(self, name: str, error: Exception, attempts: int) -> StoreError:
        said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        times, why = f"{attempts} time{'s' * (attempts > 1)}", "no answer" if _is_silence(error) else said
        sentence = f"{self.address(name)}: tried {times}, and then: {why}"
        if not _is_silence(error):
            return StoreError(sentence)
        self._attempts = 1  # what is still to be written need not wait as long again
        return StoreError(sentence, errno=errno.ETIMEDOUT)

    def read(self, path: str) -> bytes:
        """Return what lies there; raises StoreError when it cannot be read, however often it is tried."""
        try:
            return self._patiently(path, self._files.cat_file)
        except tuple(FINAL):
            raise StoreError(f"{self.address(path)} cannot be read") from None

    def large(self, name: str, make: Callable[[Path], object]) -> StoredFile:
        """Write a file too large for memory: it is made on this machine, and sent in pieces.

        Raises StoreError when it cannot be written.
        """
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            place = Path(folder) / "large"
            make(place)
            self.see_that_nobody_took_over()
            try:
                in_time = self._in_time(place.stat().st_size)
                send = partial(self._files.put_file, str(place), **self._kind(name), **in_time)
                self._patiently(name, send)
                etag = self._patiently(name, self._files.info).get("ETag", "")
            except tuple(FINAL) as error:
                raise self._refused(name, error) from None
            size = place.stat().st_size
            with open(place, "rb") as file:
                return StoredFile(name, hashlib.file_digest(file, "sha256").hexdigest(), size, f"{size} {etag}")

    def still_there(self, files: Iterable[StoredFile]) -> list[StoredFile | None]:
        """Return each file, or None for one that is gone or altered; asks for the heads of the objects only."""
        with ThreadPoolExecutor(AT_ONCE * 4) as threads:
            return list(threads.map(self._found, files))

    def _found(self, file: StoredFile) -> StoredFile | None:
        try:
            head = self._patiently(file.path, self._files.info)
        except tuple(FINAL):
            return None
        etag = head.get("ETag", "") if file.stamp.partition(" ")[2] else ""
        return file if file.stamp == f"{head.get('size')} {etag}" else None

    def free(self) -> None:
        """Return None: an object storage does not say."""

    def put_aside(self, paths: Iterable[str], folder: str) -> None:
        """Move objects, one by one: each is there twice before it is there once."""
        for path in paths:
            self._put(f"{folder}/{path}", self.read(path))
            self.remove([path])

    def remove(self, paths: Iterable[str]) -> None:
        """Take objects away; one that is gone already is no trouble."""
        for path in paths:
            try:
                with told_every_while(f"{self.url} has not answered"):
                    self._files.rm_file(self.address(path))
            except Exception:  # an object too many does no harm, and the next run overwrites it
                continue

    def sweep(self, folders: Iterable[str]) -> None:
        """Do nothing: no object is ever half-written."""
