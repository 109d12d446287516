"""Which folder of notebooks counts: the course's own, or an instructor's copy that ``--notebooks`` names.

The choice is made once a command and kept in the environment, where workers and kernels inherit it.
"""

from __future__ import annotations

import os
from pathlib import Path

from outsourcing_lessons.errors import InputError

VARIABLE = "OUTSOURCING_LESSONS_NOTEBOOKS"


def own_folder() -> Path | None:
    """Return the folder of the instructor's copy, or None where the course's own notebooks count."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def use(folder: Path | None) -> None:
    """Let the notebooks of a folder count from now on, in this process and those that it starts.

    Raises InputError if there is no such folder, or no notebook in it.
    """
    if folder is None:
        return
    if not folder.is_dir() or not any(folder.glob("*.ipynb")):
        raise InputError(
            f"--notebooks is {str(folder)!r}, where there is no notebook; allowed: a folder that "
            "`outsourcing-lessons lab --author FOLDER` has made"
        )
    os.environ[VARIABLE] = str(folder.absolute())
