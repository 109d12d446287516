"""Ids for options that have none yet, written into ``questions.md``: the lesson itself cannot be read without them."""

from __future__ import annotations

import ast
import stat
from pathlib import Path

from outsourcing_lessons.errors import ContentError, StoreError
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.questions import with_ids


def slug_in(course: Course, name: str) -> str:
    """Return the slug of a lesson that is named by it or by its number, though the lesson may be one nobody can read.

    Raises what `Course.lesson` raises if there is none.
    """
    for slug in course.slugs:
        if name == slug or name.zfill(2) == _number(_home(course, slug) / "__init__.py"):
            return slug
    return course.lesson(name).slug


def write_ids(course: Course, slug: str) -> Path | None:
    """Write the missing ids of a lesson's options and return the file, or None if none was missing.

    Every other byte stays. A file whose questions cannot be read is left to the check, which says why.

    Raises StoreError if the file is not to be written.
    """
    path = _home(course, slug) / "questions.md"
    try:
        before = path.read_bytes().decode("utf-8")  # as it is: reading as text would change its line ends
        after = with_ids(before, path.name)
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError, ContentError):
        return None
    if after == before:
        return None
    try:
        if not path.stat().st_mode & stat.S_IWUSR:  # which does not stop everybody from writing
            raise PermissionError("it is read-only")
        path.write_bytes(after.encode("utf-8"))
    except OSError as error:
        raise StoreError(f"ids cannot be written into {path}: {error.strerror or error}; make it writable") from error
    return path


def _home(course: Course, slug: str) -> Path:
    return course.folder / slug.replace("-", "_")


def _number(module: Path) -> str:
    """Return the number that a module gives its lesson, or "" if it cannot be read."""
    try:
        calls = [node for node in ast.walk(ast.parse(module.read_bytes())) if isinstance(node, ast.Call)]
    except (OSError, SyntaxError, ValueError):
        return ""
    said = (word.value for call in calls for word in call.keywords if word.arg == "number")
    return next((str(one.value) for one in said if isinstance(one, ast.Constant)), "")
