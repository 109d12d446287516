"""What a learner said they would do: the promises on their worksheets, from the day after they were written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from outsourcing_lessons.blocks.filled import rows_of
from outsourcing_lessons.blocks.sheet import Sheet
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.playbook.page import day_of
from outsourcing_lessons.progress.store import ProgressStore

AFTER_ITS_DAY, WITHOUT_A_DAY = timedelta(days=7), timedelta(days=30)  # for so long one is reminded


@dataclass(frozen=True)
class Promise:
    """One of them: in which lesson, in their own words, by which day if they named one."""

    lesson: Lesson
    text: str
    day: date | None


def promises(case: Case, store: ProgressStore, now: datetime) -> tuple[Promise, ...]:
    """Return what a learner said they would do and is to be reminded of today, the nearest day first.

    ``now`` comes with its zone, in which the day begins and ends.
    """
    found = [one for lesson in case.course.lessons for one in _of_lesson(lesson, case, store, now)]
    return tuple(sorted(found, key=lambda one: one.day or date.max))


def _of_lesson(lesson: Lesson, case: Case, store: ProgressStore, now: datetime) -> Iterator[Promise]:
    worksheet, who = lesson.worksheet(case), case.profile.learner_id
    promised = [(sheet, field) for sheet in worksheet.sheets for field in sheet.fields if field.promise]
    entries = store.entries(who, worksheet.id) if promised else {}
    since = store.entered_at(who, worksheet.id) if entries else {}
    for sheet, field in promised:
        for row in rows_of(sheet):
            text = _text(entries.get(field.id + row))
            day = _day_beside(sheet, row, entries)
            if text and _is_due(datetime.fromisoformat(since[field.id + row]).astimezone(now.tzinfo).date(), day, now):
                yield Promise(lesson, field.reminded(text), day)


def _is_due(written: date, day: date | None, now: datetime) -> bool:
    last = day + AFTER_ITS_DAY if day else written + WITHOUT_A_DAY
    return written < now.date() <= last


def _day_beside(sheet: Sheet, row: str, entries: dict) -> date | None:
    days = (day_of(_text(entries.get(field.id + row))) for field in sheet.fields if field.type == "date")
    return next(filter(None, days), None)


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
