"""An author's copy of the notebooks: every cell can be changed and deleted, and nothing is ever put back.

It is made once. What is in the folder afterwards is the author's: a notebook that is not there was taken out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.notebook_files import read, write, written

RECORD = ".outsourcing-lessons-author.json"
LESSONS = "0*.ipynb"
LOCKS = ("editable", "deletable")


def is_authors(folder: Path) -> bool:
    """Return whether a folder holds an author's copy."""
    return (folder / RECORD).exists()


def give(notebooks: Path, folder: Path) -> list[str]:
    """Make an author's copy of notebooks, the course's own or another author's; one that is there is left as it is.

    Returns what the author should know: that a copy was there already. Raises InputError if the folder is a file, or
    has notebooks that are no author's copy, and StoreError if nothing can be written there.
    """
    if is_authors(folder):
        return [f"{folder} is your existing copy, unchanged; for a fresh one choose another folder"]
    if folder.exists() and (not folder.is_dir() or any(folder.glob("*.ipynb"))):
        what = "has notebooks already" if folder.is_dir() else "is a file"
        raise InputError(f"{folder} {what}; choose a new folder for your author's copy")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in sorted(notebooks.glob(LESSONS)):
            write(folder / source.name, written(unlocked(read(source))))
        write(folder / RECORD, json.dumps({"author": True}))
    except OSError as error:
        raise StoreError(f"your copy cannot be put into {folder}: {error.strerror or error}") from error
    return []


def unlocked(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook of which every cell can be changed and deleted; the instructor's notes stay in it."""
    cells = [cell | {"metadata": _without_locks(cell.get("metadata", {}))} for cell in notebook["cells"]]
    return notebook | {"cells": cells}


def _without_locks(metadata: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in metadata.items() if name not in LOCKS}
