"""An author's slip in Python: said in one sentence, with the line of the course that it happened on."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outsourcing_lessons.errors import ContentError, OutsourcingLessonsError
from outsourcing_lessons.lessons.course_file import FILE


def root_of(error: BaseException) -> BaseException:
    """Return the error that all others were raised from."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def step_of(error: BaseException) -> traceback.FrameSummary | None:
    """Return the innermost step towards an error in a file of a course, which has ``course.toml`` above it, if any."""
    root = root_of(error)
    steps = traceback.extract_tb(root.__traceback__)[::-1]
    if isinstance(root, SyntaxError) and root.filename:  # the last step is then the import of the file that has it
        steps.insert(0, traceback.FrameSummary(root.filename, root.lineno, "", lookup_line=False))
    return next((one for one in steps if any((up / FILE).is_file() for up in Path(one.filename).parents)), None)


def in_words(error: BaseException) -> str:
    """Say an error: its own sentence if the package raised it on purpose, else also what kind it is, and where."""
    if isinstance(error, OutsourcingLessonsError):
        return str(error)
    step = step_of(error)
    path = Path(step.filename) if step else None
    place = f"{path.parent.name}/{path.name}:{step.lineno}: " if step and path else ""
    said = " ".join(line.strip() for line in str(error).splitlines() if "errors.pydantic.dev" not in line)
    return f"{place}{type(error).__name__}: {said}"


@contextmanager
def within(line: int = 0, file: str | Path = "") -> Iterator[None]:
    """Let an error of the course say in its fields which line and file it is in, where it does not say so yet."""
    try:
        yield
    except ContentError as error:
        error.line, error.file = error.line or line, error.file or str(file)
        raise


@contextmanager
def told() -> Iterator[None]:
    """Raise whatever a course's own Python ends in as a sentence.

    Raises ContentError in place of any error that the package did not raise itself.
    """
    try:
        yield
    except (OutsourcingLessonsError, MemoryError):
        raise
    except Exception as error:
        raise ContentError(in_words(error)) from error
