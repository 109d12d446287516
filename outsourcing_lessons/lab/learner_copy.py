"""A learner's own copy of the notebooks: given once, refreshed while untouched, never overwritten once it is theirs.

A notebook counts as touched when the text of a cell differs from what was given; running it changes outputs only. One
that cannot be read as a notebook is of no use to its learner, and JupyterLab shows an error in its place: it is kept
under another name, and a fresh one takes its place. Where a text or a question was changed, which no learner means to
do, the file is kept under another name too, and what was changed is put back; the learner's own lines stay.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import InputError, NotebookError, StoreError
from outsourcing_lessons.lab.author_copy import is_authors
from outsourcing_lessons.lab.marking import marked
from outsourcing_lessons.lab.putting_back import is_altered, keep_trust, put_back
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import chosen, course, installed, names
from outsourcing_lessons.lessons.handed_out import handed_out
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.notes import without_notes
from outsourcing_lessons.notebook_files import read, write, written

RECORD = ".outsourcing-lessons.json"
LESSONS = "[0-8]*.ipynb"  # what begins with 9 is the instructor's, who gets it with a report (debrief/report.py)


def give(notebooks: Path, folder: Path) -> list[str]:
    """Put the notebooks of the lessons into a learner's folder, which is made if missing.

    Returns a sentence for each newer lesson that lies beside the learner's own, for each that could not be read, and
    for each in which something was put back. Raises InputError if the folder is a file, and StoreError if nothing can
    be written there.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; choose a folder for your copy of the course")
    if is_authors(folder):
        raise InputError(
            f"{folder} is an author's copy, which is never restored; open it with `lab --author {folder}`, or choose "
            "another folder"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        given = _recorded(folder)
        notes = [_give_one(source, folder, given) for source in sorted(notebooks.glob(LESSONS))]
        write(folder / RECORD, json.dumps({"course": chosen().id, "given": given}, indent=1, sort_keys=True))
    except OSError as error:
        raise StoreError(f"your copy cannot be put into {folder}: {error.strerror or error}") from error
    return [note for note in notes if note]


def faults(notebooks: Path, folder: Path) -> dict[str, str]:
    """Return what is amiss with a copy, by file: ``give`` mends all of it. A folder without a copy has no faults."""
    if is_missing(folder) or is_authors(folder):
        return {}
    names = {path.name for path in (*notebooks.glob(LESSONS), *folder.glob(LESSONS))}
    given = _recorded(folder)
    found = {name: _fault(folder / name) or _change(notebooks / name, folder, given) for name in sorted(names)}
    with suppress(FileNotFoundError):
        record = (folder / RECORD).read_bytes()
        found[RECORD] = "" if record and _recorded(folder) else "cannot be read"
    return {name: fault for name, fault in found.items() if fault}


def is_missing(folder: Path) -> bool:
    """Whether a folder holds no copy of a course at all."""
    return not (folder / RECORD).exists() and not any(folder.glob(LESSONS))


def mend_changed(notebooks: Path, folder: Path) -> list[str]:
    """Put back what was changed in the texts and questions of a copy; return a sentence for each lesson."""
    given = {} if is_authors(folder) else _recorded(folder)
    changed = [name for name in sorted(given) if _change(notebooks / name, folder, given)]
    try:
        return [_put_back(notebooks / name, folder / name) for name in changed]
    except OSError as error:
        raise StoreError(f"nothing can be restored in {folder}: {error.strerror or error}") from error


def fingerprint(path: Path) -> str:
    """Return a hash of a notebook's cells, as handed out, without their outputs; of the bytes, if it is no notebook."""
    try:
        cells = [(cell["cell_type"], "".join(cell["source"])) for cell in _as_given(path)["cells"]]
        content = json.dumps(cells).encode()
    except (NotebookError, KeyError, TypeError):
        content = path.read_bytes()
    return hashlib.sha256(content).hexdigest()


def _recorded(folder: Path) -> dict[str, str]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return dict(json.loads((folder / RECORD).read_text(encoding="utf-8"))["given"])
    return {}


def held_in(folder: Path) -> str:
    """Return the id of the course that a folder holds a copy of, or "" where there is none."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        if held := str(json.loads((folder / RECORD).read_text(encoding="utf-8"))["course"]):
            return held
    # A folder of version 0.1, or of workbooks that somebody was sent.
    return next((one.id for one in installed() if one.notebook_in(folder).exists()), "")


def course_in(folder: Path) -> Course | None:
    """Return the course that a folder holds a copy of, if it is installed."""
    held = held_in(folder)
    return course(held) if held in names() else None


def _give_one(source: Path, folder: Path, given: dict[str, str]) -> str:
    """Give one notebook, or leave the learner's alone and put a newer one beside it; return the note about that."""
    target, new = folder / source.name, fingerprint(source)
    if target.exists() and _fault(target):
        aside = _name_aside(target, "unreadable", ".txt")  # which JupyterLab does not take for a notebook
        target.rename(aside)
        write(target, text_given(source))
        given[source.name] = new
        return (
            f"{source.name} could not be read as a notebook; it was renamed “{aside.name}” and replaced by a fresh copy"
        )
    if _change(source, folder, given):
        return _put_back(source, target)
    if _untouched(target, given):
        write(target, text_given(source))
    elif fingerprint(target) != new and given.get(source.name) != new:
        beside = _name_beside(target, given)
        write(beside, text_given(source))
        given |= {source.name: new, beside.name: new}
        return f"{source.name} has a newer version, saved as “{beside.name}”; yours is unchanged"
    given[source.name] = new
    return ""


def _fault(path: Path) -> str:
    """Say why a lesson cannot be opened; "" where it can."""
    if not path.exists():
        return "is missing"
    try:
        read(path)
    except NotebookError:
        return "cannot be read as a notebook"
    return ""


def _change(source: Path, folder: Path, given: dict[str, str]) -> str:
    """Say that a lesson is not as it was given where it should be; "" where it is, or is of another version."""
    target = folder / source.name
    if not source.exists() or not target.exists() or given.get(source.name) != fingerprint(source) or _fault(target):
        return ""
    return "has changes in its texts or questions" if is_altered(read(target), _as_given(source)) else ""


def _put_back(source: Path, target: Path) -> str:
    """Keep a changed lesson under another name, and write it anew with what is the learner's; say so."""
    aside, own = _name_aside(target, "changed", ".ipynb"), read(target)
    target.rename(aside)
    mended = put_back(own, json.loads(text_given(source)))
    write(target, written(mended))
    keep_trust(own, mended)
    return (
        f"{target.name} had changes in its texts or questions: they have been restored, and your changed file is "
        f"“{aside.name}”"
    )


def _untouched(path: Path, given: dict[str, str]) -> bool:
    return not path.exists() or fingerprint(path) == given.get(path.name)


def _name_beside(target: Path, given: dict[str, str]) -> Path:
    names = (target.with_name(f"{target.stem} (new{f' {n}' if n > 1 else ''}){target.suffix}") for n in count(1))
    return next(path for path in names if _untouched(path, given))


def _name_aside(target: Path, why: str, ending: str) -> Path:
    """Return a free name."""
    names = (target.with_name(f"{target.stem} ({why}){f' {n}' if n > 1 else ''}{ending}") for n in count(1))
    return next(path for path in names if not path.exists())


def text_given(source: Path, course: Course | None = None) -> str:
    """Return the text of a notebook as its learner gets it."""
    course = course or chosen()
    lesson, given = _lesson_in(source, course), _as_given(source, course)
    given = marked(given, lesson, course) if lesson else given
    return source.read_text(encoding="utf-8") if given == read(source) else written(given)


def _as_given(path: Path, course: Course | None = None) -> dict[str, Any]:
    """Return a notebook as its learner gets it; what is no lesson of this course stays as it is."""
    notebook = read(path)
    lesson = _lesson_in(path, course or chosen())
    return without_notes(handed_out(notebook, lesson, path.name) if lesson else notebook)


def _lesson_in(path: Path, course: Course) -> Lesson | None:
    return next((one for one in course.lessons if one.notebook == path.name), None)
