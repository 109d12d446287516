"""A package that a platform takes in: a ZIP file with the same bytes for the same content."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.private_files import for_oneself

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that ZIP knows
READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of named contents, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, READABLE, 3
            package.writestr(entry, content)
    return buffer.getvalue()


def write(path: Path, content: bytes, force: bool = False, for_learners: bool = False) -> None:
    """Write a file whole or not at all; what is not for learners has keys or answers, and only its owner may read it.

    Raises InputError when there is something of that name, unless ``force`` is set, and StoreError when it cannot be
    written.
    """
    if path.exists() and (path.is_dir() or not force):
        hint = "" if path.is_dir() else ", or --force to replace it"
        raise InputError(f"{path} already exists; choose another name with --out{hint}")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(part, "wb", opener=None if for_learners else for_oneself) as file:
            file.write(content)
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(f"{path} could not be written: {error.strerror}") from None
