"""A learner's own copy of the notebooks: given once, refreshed while untouched, never overwritten once it is theirs.

A notebook counts as touched when the text of a cell differs from what was given; running it changes outputs only.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from itertools import count
from pathlib import Path

from outsourcing_lessons.errors import InputError, NotebookError, StoreError
from outsourcing_lessons.notebook_files import read, write

RECORD = ".outsourcing-lessons.json"
LESSONS = "0*.ipynb"  # what begins with 9 is the instructor's, who gets it with a report (debrief/report.py)


def give(notebooks: Path, folder: Path) -> list[str]:
    """Put the notebooks of the lessons into a folder.

    Parameters
    ----------
    notebooks : Path
        Where the course's own are.
    folder : Path
        Where the learner's are; made if missing.

    Returns
    -------
    list of str
        A sentence for each newer lesson that lies beside the learner's own.

    Raises
    ------
    InputError
        If the folder is a file.
    StoreError
        If nothing can be written there.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; name a folder for your copy of the course")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        given = _recorded(folder)
        notes = [_give_one(source, folder, given) for source in sorted(notebooks.glob(LESSONS))]
        write(folder / RECORD, json.dumps({"given": given}, indent=1, sort_keys=True))
    except OSError as error:
        raise StoreError(f"your copy cannot be put into {folder}: {error.strerror or error}") from error
    return [note for note in notes if note]


def fingerprint(path: Path) -> str:
    """Return a hash of a notebook's cells without their outputs; of the bytes, if it is no notebook."""
    try:
        cells = [(cell["cell_type"], "".join(cell["source"])) for cell in read(path)["cells"]]
        content = json.dumps(cells).encode()
    except (NotebookError, KeyError, TypeError):
        content = path.read_bytes()
    return hashlib.sha256(content).hexdigest()


def _recorded(folder: Path) -> dict[str, str]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return dict(json.loads((folder / RECORD).read_text(encoding="utf-8"))["given"])
    return {}


def _give_one(source: Path, folder: Path, given: dict[str, str]) -> str:
    """Give one notebook, or leave the learner's alone and put a newer one beside it; return the note about that."""
    target, new = folder / source.name, fingerprint(source)
    if _untouched(target, given):
        _copy(source, target)
    elif fingerprint(target) != new and given.get(source.name) != new:
        beside = _name_beside(target, given)
        _copy(source, beside)
        given |= {source.name: new, beside.name: new}
        return f"{source.name} has a newer version; yours is kept, and the new one is “{beside.name}”"
    given[source.name] = new
    return ""


def _untouched(path: Path, given: dict[str, str]) -> bool:
    return not path.exists() or fingerprint(path) == given.get(path.name)


def _name_beside(target: Path, given: dict[str, str]) -> Path:
    names = (target.with_name(f"{target.stem} (new{f' {n}' if n > 1 else ''}){target.suffix}") for n in count(1))
    return next(path for path in names if _untouched(path, given))


def _copy(source: Path, target: Path) -> None:
    write(target, source.read_text(encoding="utf-8"))
