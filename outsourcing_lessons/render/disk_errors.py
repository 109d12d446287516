"""What a disk's errors mean, in plain words; and after which of them there is no point in going on."""

from __future__ import annotations

import errno
from pathlib import Path

from outsourcing_lessons.errors import StoreError

# With these the next learner's files cannot be written either, so there is no point in going on.
HOPELESS = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.ETIMEDOUT}
PLAIN_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.ENOTDIR: "a file is where a folder should be",
    errno.EEXIST: "a file is where a folder should be",
    errno.EISDIR: "a folder is where a file should be",
}
REASONS = {errno.ENOSPC: "disk full", errno.EDQUOT: "disk full"} | dict.fromkeys(
    (errno.EROFS, errno.EACCES, errno.EPERM), "read-only folder"
)


def store_error(path: Path, error: OSError) -> StoreError:
    """Return the error that says in plain words why a file is not there; its ``errno`` is kept."""
    why = PLAIN_WORDS.get(error.errno or 0) or error.strerror or str(error)
    reason = REASONS.get(error.errno or 0, "not stored")
    return StoreError(f"{path} could not be written: {why}", reason, error.errno)
