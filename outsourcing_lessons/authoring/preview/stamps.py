"""Which files a lesson is made of, and whether one of them was saved."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

WATCHED = {".py", ".toml", ".md", ".txt", ".ipynb", ".js", ".css", ".typ", ".j2", ".json"}


def stamp(folders: Iterable[Path]) -> int:
    """Return a number that is another one as soon as a file in the folders is saved, added or taken away."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix in WATCHED and ".ipynb_checkpoints" not in path.parts:
                try:
                    status = path.stat()
                except OSError:  # saved at this very moment: seen the next time
                    continue
                found.append((str(path), status.st_mtime_ns, status.st_size))
    return hash(tuple(sorted(found)))
