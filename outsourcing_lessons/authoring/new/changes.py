"""Files that are written together: all of them, or none if one of them turns out wrong."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.notebook_files import write


class Changes:
    """A set of files in the writing; leaving it by an error puts everything back as it was."""

    def __init__(self) -> None:
        self._before: dict[Path, bytes | None] = {}
        self._folders: list[Path] = []

    @property
    def files(self) -> tuple[Path, ...]:
        """What was written, in order."""
        return tuple(self._before)

    def write(self, path: Path, text: str) -> None:
        """Write a file, and the folder it is in where there is none."""
        if not path.parent.exists():
            path.parent.mkdir()
            self._folders.append(path.parent)
        self._before.setdefault(path, path.read_bytes() if path.exists() else None)
        write(path, text)

    def __enter__(self) -> Changes:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            return
        for path, before in self._before.items():
            if before is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(before)
        for folder in self._folders:
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a folder that was made here; only what Python keeps of its modules may be left in it."""
    cache = folder / "__pycache__"
    for path in cache.glob("*.pyc"):
        path.unlink()
    for one in (cache, folder):
        if one.exists() and not any(one.iterdir()):
            one.rmdir()
