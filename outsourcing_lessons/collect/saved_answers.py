"""A file that was handed in -> whose answers it holds, or why it cannot be used.

Anybody may have written the file: it is read up to a limit, and nothing in it is believed but plain data of the forms
in which this package keeps answers. There are five: what a workbook saves, what the start page hands in (the same), an
export of one's progress, the progress file itself, and a notebook that was saved in Jupyter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from outsourcing_lessons.collect.files import GivenFile, Unusable, shown
from outsourcing_lessons.collect.marks import moment
from outsourcing_lessons.errors import InputError, ProfileError
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.review_variants import is_review
from outsourcing_lessons.progress import archive
from outsourcing_lessons.progress.handing_in import FORMAT, NOTEBOOK_KEY, by_lesson
from outsourcing_lessons.progress.profile import GUEST, PLACE

LARGEST = 5_000_000  # of what a page saves; the page itself reads no larger one back
NOTHING = "holds no saved answers"


@dataclass(frozen=True)
class Saved:
    """What a file says: whose answers, what it calls the workbook's settings, and per lesson what was answered.

    ``learner`` is the name in it, if there is one. ``own`` is False for a workshop's file, in which everybody has the
    room's questions. ``workbook`` names the lessons of the workbook that it is from; none if it is from no workbook.
    ``version`` is that of the course, where the file says it.
    """

    learner_id: str
    learner: str
    settings: dict[str, Any]
    lessons: dict[str, Any]
    digest: str
    own: bool = True
    workbook: frozenset[str] = frozenset()
    version: str = ""

    @property
    def anonymous(self) -> bool:
        """Whether the file does not say whose it is."""
        return self.learner_id in ("", GUEST)

    @property
    def newest(self) -> str:
        """When it was last answered, as the file says; "" where it does not."""
        lessons = (one for one in self.lessons.values() if isinstance(one, dict))
        attempts = (one for lesson in lessons for one in _list(lesson.get("attempts")) if isinstance(one, dict))
        return max((moment(one.get("at")) for one in attempts), default="")


def read_saved(file: GivenFile) -> Iterator[Saved]:
    """Yield what a file holds, for each learner in it; raises Unusable with the reason."""
    if file.content.startswith(archive.SQLITE):
        yield from _of_progress(file)
        return
    found = _data(file)
    if not isinstance(found, dict):
        raise Unusable(NOTHING)
    if isinstance(found.get("cells"), list) and "nbformat" in found:
        yield _of_page(_in_notebook(found), file)
    elif found.get("format") == archive.FORMAT:
        yield from _of_progress(file)
    else:
        if len(file.content) > LARGEST:
            raise Unusable(f"is too large to be saved answers ({len(file.content) / 1e6:,.0f} MB)")
        yield _of_page(found, file)


def _data(file: GivenFile) -> Any:
    try:
        return json.loads(archive.as_text(file.content), parse_constant=archive.refuse_constant)
    except RecursionError:
        raise Unusable(f"{NOTHING}: it is nested too deeply") from None
    except ValueError:
        raise Unusable(_what_it_is(file)) from None


def _what_it_is(file: GivenFile) -> str:
    """Say of a file that is none of ours what to ask for instead."""
    start = file.content[:2000].lower()
    if b"<html" in start or b"<!doctype html" in start:
        return "is a page, and a page holds no answers: ask for the file that “Save my answers” makes from it"
    if start.startswith(b"%pdf"):
        return "is a PDF, and what is written into it cannot be read here"
    return f"{NOTHING}: it is not JSON"


def _in_notebook(notebook: dict[str, Any]) -> dict[str, Any]:
    metadata = notebook.get("metadata")
    held = metadata.get(NOTEBOOK_KEY) if isinstance(metadata, dict) else None
    if not isinstance(held, dict):
        raise Unusable(
            "is a notebook without answers; they are kept beside it: ask for the file that “Hand in” on the start page"
            " makes, or for my-progress.sqlite"
        )
    return held


def _of_page(found: dict[str, Any], file: GivenFile) -> Saved:
    if not isinstance(found.get("course"), str):
        raise Unusable(NOTHING)
    if found["course"] != chosen().id.replace("-", "_"):
        raise Unusable("holds answers to another course")
    if found.get("format") != FORMAT or isinstance(found["format"], bool):
        raise Unusable("was saved by another version of the course, whose answers cannot be read here")
    if not isinstance(found.get("learner_id", ""), str):
        raise Unusable("has invalid workbook settings: learner_id is not a text")
    if not isinstance(found.get("lessons"), dict):
        raise Unusable(f"{NOTHING}: its lessons are missing")
    settings, learner = found.get("settings"), found.get("learner")
    return Saved(
        _text(found.get("learner_id")), shown(_text(learner)), settings if isinstance(settings, dict) else {},
        found["lessons"], hashlib.sha256(file.content).hexdigest(),
        # A page writes down all its lessons; what Jupyter hands in, with the learner's name, only those answered.
        workbook=frozenset() if "learner" in found else frozenset(found["lessons"]),
        version=shown(_text(found.get("version"))),
    )  # fmt: skip


def _of_progress(file: GivenFile) -> Iterator[Saved]:
    try:
        attempts, entered = archive.read_archive(file.content, "it", file.log)
    except InputError as error:
        raise Unusable(f"cannot be read: {error}") from None
    if not attempts and not entered:
        raise Unusable("holds no answers yet")
    digest, case = hashlib.sha256(file.content + file.log).hexdigest(), chosen().case(chosen().profile())
    sheets = {lesson.worksheet(case).id for lesson in chosen().lessons}
    for learner_id in sorted({*(one.learner_id for one in attempts), *(one.learner_id for one in entered)}):
        mine = [one for one in attempts if one.learner_id == learner_id and not is_review(one.seed)]
        written = [one for one in entered if one.learner_id == learner_id]
        settings = _settings(written, {one.seed for one in mine}) if learner_id == GUEST else {}
        yield Saved(learner_id, "", settings, by_lesson(sheets, mine, written), f"{digest} {learner_id}")


def _settings(entered: list, seeds: set[int]) -> dict[str, Any]:
    """Return a guest's settings: as they were saved last, and where they were not, as a guest has them."""
    usual = chosen().profile()
    kept = sorted((one for one in entered if one.block_id == PLACE), key=lambda one: one.at)
    saved = {one.name: json.loads(one.value) for one in kept}
    seed = {"seed": next(iter(seeds))} if len(seeds) == 1 else {}
    return {name: saved.get(name, getattr(usual, name)) for name in CHOOSES_VARIANT} | seed


def profile_in(saved: Saved, learner_id: str) -> LearnerProfile:
    """Return the profile that a file's settings give; raises Unusable if they are missing or not usable."""
    settings = saved.settings
    if not set(CHOOSES_VARIANT) - {"country"} <= settings.keys():
        raise Unusable("does not say which workbook it is from; give the roster too, with --roster")
    try:
        values = {name: settings[name] for name in CHOOSES_VARIANT if name in settings}  # once no country was saved
        for name in ("hour_value", "weekly_hours"):  # JavaScript writes 60.0 as 60
            values[name] = float(values[name]) if type(values[name]) is int else values[name]
        return chosen().profile(learner_id=learner_id, **values)
    except ProfileError as error:
        raise Unusable(f"has invalid workbook settings: {error}") from None
    except OverflowError:
        raise Unusable("has invalid workbook settings: a number is too large") from None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
