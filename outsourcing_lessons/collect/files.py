"""What was given to collect -> the files in it: single ones, folders, and archives as learning platforms make them.

Nothing is ever unpacked onto the disk, so a path inside an archive leads nowhere. What an archive holds is read one
file after another, each and all together only up to a limit, whatever the archive says of their sizes.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from outsourcing_lessons.database import WAL
from outsourcing_lessons.exports.xapi import iso

LARGEST = 50_000_000  # bytes of one file: years of answers take less than a tenth
MOST_FILES = 200_000  # in one archive
DENSEST = 250  # times that a file may be larger than it is packed; answers are 10 to 40 times
LEAST_LIMIT = 1_000_000_000  # bytes that come out of any archive at least, before it is called a trap
DEEPEST = 2  # archives in archives: what a learner packed, in what the platform packed
LONGEST_NAME = 160
SYSTEM = ("__macosx", "thumbs.db", "desktop.ini", "ehthumbs.db")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second has nothing in it
# gzip, bzip2, xz, 7-Zip and RAR by how they begin; a tar file says so at its 257th byte.
OTHER_ARCHIVES = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
TAR, HEAD = b"ustar", 262
BESIDE_DATABASES = (WAL, "-shm", "-journal")
OTHER = "is an archive of a kind that is not read here: unpack it, or make it a ZIP file"
OUTBOX = "outbox.sqlite"


class Unusable(Exception):
    """The text says why a file cannot be used, as the end of a sentence about it."""


@dataclass(frozen=True)
class GivenFile:
    """One file that was handed in."""

    name: str  # what to call it: its path, and behind it the place in an archive
    parts: tuple[str, ...]  # the folders that it lies in, from what was given downwards, and its own name
    content: bytes  # all of it
    at: str = ""  # when it was last changed, UTC, ISO 8601; "" where that is not known
    log: bytes = b""  # what lay beside a database and belongs to it


@dataclass(frozen=True)
class Refused:
    """Something that cannot be read, and why."""

    name: str
    why: str


def files_in(paths: Iterable[Path]) -> Iterator[GivenFile | Refused]:
    """Yield all files that were given, in folders and archives too, in the order of their names."""
    for path in paths:
        yield from _below(path, shown(str(path)), (path.name,), given=True)


def shown(name: str) -> str:
    """Return a name as it may be printed: what would move or colour the text of a terminal is left out.

    Examples
    --------
    >>> shown("a\\x1b[2Jb\\u202e.json"), len(shown("x" * 999))
    ('a?[2Jb?.json', 160)
    """
    safe = "".join(char if char.isprintable() else "?" for char in name)
    return safe if len(safe) <= LONGEST_NAME else f"{safe[:60]}…{safe[-LONGEST_NAME + 61 :]}"


def _below(path: Path, name: str, parts: tuple[str, ...], given: bool = False) -> Iterator[GivenFile | Refused]:
    try:
        looked_at = path.stat() if given else path.lstat()
        if stat.S_ISDIR(looked_at.st_mode):
            for inside in sorted(one for one in os.listdir(path) if not is_left_out(one)):
                yield from _below(path / inside, f"{name}/{shown(inside)}", (*parts, inside))
        elif not stat.S_ISREG(looked_at.st_mode):
            yield Refused(name, "is a link" if stat.S_ISLNK(looked_at.st_mode) else "is not a file")
        else:
            yield from _file(path, name, parts, looked_at)
    except FileNotFoundError:
        yield Refused(name, "does not exist")
    except (OSError, ValueError) as error:
        yield Refused(name, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def is_left_out(name: str) -> bool:
    """Return whether a file is the system's or Jupyter's own, and nobody's answers.

    Examples
    --------
    >>> is_left_out(".DS_Store"), is_left_out("__MACOSX"), is_left_out("~$marks.xlsx"), is_left_out("ada.json")
    (True, True, True, False)
    """
    ours = name == OUTBOX or name.endswith(BESIDE_DATABASES)
    hidden = name.startswith((".", "~$")) and name.strip(".") != ""
    return ours or hidden or name.lower() in SYSTEM


def _file(path: Path, name: str, parts: tuple[str, ...], looked_at: os.stat_result) -> Iterator[GivenFile | Refused]:
    with path.open("rb") as file:
        head = file.read(HEAD)
        if head.startswith(ZIP):
            yield from _in_archive(file, name, parts, [max(LEAST_LIMIT, DENSEST * looked_at.st_size)], 1)
            return
        if _is_other_archive(head):
            yield Refused(name, OTHER)
            return
        if looked_at.st_size > LARGEST:
            yield Refused(name, f"is too large to be saved answers ({looked_at.st_size / 1e6:,.0f} MB)")
            return
        file.seek(0)
        content = file.read(LARGEST + 1)
    log = path.with_name(path.name + WAL)
    beside = log.read_bytes() if log.is_file() and not log.is_symlink() and log.stat().st_size <= LARGEST else b""
    yield GivenFile(name, parts, content, iso(looked_at.st_mtime), beside)


def _is_other_archive(head: bytes) -> bool:
    return head.startswith(OTHER_ARCHIVES) or head[HEAD - len(TAR) : HEAD] == TAR


def _in_archive(file, name: str, parts: tuple[str, ...], left: list[int], depth: int) -> Iterator[GivenFile | Refused]:
    """Yield the files of an archive, until it has given more than an honest one would: ``left`` bytes, all in all."""
    try:
        with zipfile.ZipFile(file) as archive:
            files = [one for one in archive.infolist() if not one.is_dir()]
            entries = [one for one in files if not any(map(is_left_out, one.filename.split("/")))]
            if len(entries) > MOST_FILES:
                yield Refused(name, f"holds {len(entries):,} files, which is too many")
                return
            logs = {one.filename: one for one in archive.infolist() if one.filename.endswith(WAL)}
            if not entries:
                yield Refused(name, "holds no files")
            for entry in sorted(entries, key=lambda one: one.filename):
                left[0] -= entry.file_size
                if left[0] < 0:
                    yield Refused(name, "unpacks to far more than it can honestly hold; the rest of it was not read")
                    return
                yield from _entry(archive, entry, logs.get(entry.filename + WAL), name, parts, left, depth)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        yield Refused(name, f"is a damaged archive ({shown(str(error)) or type(error).__name__})")


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, log: zipfile.ZipInfo | None, name: str, parts: tuple[str, ...],
    left: list[int], depth: int,
) -> Iterator[GivenFile | Refused]:  # fmt: skip
    inside = tuple(part for part in entry.filename.split("/") if part.strip("."))
    called, place = f"{name}: {shown(entry.filename)}", (*parts, *inside)
    try:
        content = _content(archive, entry)
        if content.startswith(ZIP):
            if depth == DEEPEST:
                raise Unusable("is an archive in an archive in an archive; unpack it first")
            yield from _in_archive(io.BytesIO(content), called, place, left, depth + 1)
        elif _is_other_archive(content[:HEAD]):
            raise Unusable(OTHER)
        else:
            yield GivenFile(called, place, content, _time(entry), _content(archive, log) if log else b"")
    except Unusable as error:
        yield Refused(called, str(error))


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return what an entry holds; its own word on its size is checked, and not relied on."""
    if entry.flag_bits & 1:
        raise Unusable("is protected with a password")
    if entry.file_size > LARGEST:
        raise Unusable(f"is too large to be saved answers ({entry.file_size / 1e6:,.0f} MB)")
    if entry.file_size > 1_000_000 and entry.file_size > DENSEST * entry.compress_size:
        raise Unusable("unpacks to far more than it can honestly hold, and was not read")
    try:
        with archive.open(entry) as file:
            content = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Unusable(f"is damaged in its archive ({shown(str(error)) or type(error).__name__})") from None
    if len(content) > LARGEST:
        raise Unusable("is too large to be saved answers")
    return content


def _time(entry: zipfile.ZipInfo) -> str:
    try:
        return datetime(*entry.date_time, tzinfo=UTC).isoformat(timespec="milliseconds")
    except ValueError:
        return ""
