"""A lesson that is read or stored outside JupyterLab's live views: its static forms show what was answered.

The answers are in the progress file beside the lessons. Here they are put into the notebook as Jupyter's server hands
it on: what “Save and Export as HTML” makes shows them, and a notebook that is handed in brings them along, in its
metadata, in the form in which a workbook saves them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from outsourcing_lessons import __version__
from outsourcing_lessons.blocks.answered import told, with_told
from outsourcing_lessons.blocks.block import MIME, parse_block
from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.lab.learner_copy import course_in
from outsourcing_lessons.lab.marking import KEY, is_lesson
from outsourcing_lessons.lab.start_notebook import displays_in, profile_of
from outsourcing_lessons.learner import CHOOSES_VARIANT, PARAMETERS, LearnerProfile
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import installed
from outsourcing_lessons.lessons.review_variants import is_review
from outsourcing_lessons.progress.handing_in import NOTEBOOK_KEY, by_lesson, handed_in
from outsourcing_lessons.progress.profile import GUEST, saved_profile
from outsourcing_lessons.progress.sqlite import SqliteProgress

SHOWN = ("ask", "worksheet")


def with_answers(notebook: dict[str, Any], folder: Path, store: SqliteProgress) -> None:
    """Put into a learner's lesson what they answered; any other notebook stays as it is.

    ``notebook``: as it is read or about to be written; changed in place.
    """
    blocks = [data for data in displays_in(notebook) if data[MIME].get("kind") in SHOWN]
    if not blocks or not store.path.exists():
        return
    slugs = {data[MIME]["id"].partition(".")[0] for data in blocks}
    course = next((one for one in [course_in(folder), *installed()] if one and slugs & set(one.slugs)), None)
    profile = profile_of(notebook, course)
    if course is None or not (is_lesson(notebook) or profile.learner_id != GUEST):
        return
    learner_id = profile.learner_id
    attempts = [one for one in store.all_attempts(learner_id) if one.outcome.get("valid")]
    entries = store.all_entries(learner_id)
    for data in blocks:
        block = parse_block(data[MIME])
        mine = [one for one in attempts if one.item_id == block.id and one.variant == _variant(block)]
        with_told(data, told(block, [(one.response, one.outcome) for one in mine], entries.get(block.id, {})))
    about = notebook["metadata"].get(KEY) or {}
    only = {about["lesson"]} if about.get("lesson") else slugs
    notebook["metadata"][NOTEBOOK_KEY] = content_to_hand_in(course, profile, store, only)


def _variant(block: Any) -> str:
    return block.item.variant if block.kind == "ask" else ""


def content_to_hand_in(
    course: Course, profile: LearnerProfile, store: SqliteProgress, only: set[str] | None = None
) -> dict[str, Any]:
    """Return what a learner did as a file to hand in.

    ``only``: the slugs of the lessons that count; all when None.
    """
    profile = settled(profile, store, course)
    attempts, entered = store.everything()
    mine = [one for one in attempts if one.learner_id == profile.learner_id and not is_review(one.seed)]
    written = [one for one in entered if one.learner_id == profile.learner_id]
    case = course.case(profile)
    lessons = by_lesson({lesson.worksheet(case).id for lesson in course.lessons}, mine, written)
    settings = {name: getattr(case.profile, name) for name in CHOOSES_VARIANT}
    return handed_in(course.id, __version__, profile.learner_id, profile.learner, settings, lessons, only)


def settled(profile: LearnerProfile, store: SqliteProgress, course: Course) -> LearnerProfile:
    """Return a guest's profile with what they saved of it, where the notebook leaves it as it came."""
    if profile.learner_id != GUEST:
        return profile
    usual = course.profile()
    left = {name for name in PARAMETERS if getattr(profile, name) == getattr(usual, name)}
    saved = {name: value for name, value in saved_profile(store).items() if name in left}
    try:
        changed = replace(profile, **saved)
        course.check_trade(changed.business)
    except (OutsourcingLessonsError, TypeError):
        return profile
    return changed
