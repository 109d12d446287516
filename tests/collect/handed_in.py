"""Files as learners hand them in, made here: what a workbook saves, right and wrong."""

from __future__ import annotations

import csv
import io

from asking_for_a_raise import COURSE

from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile

ADA = LearnerProfile("ada", "Ada", COURSE.trade_names[1], currency="GBP", hour_value=95.0, weekly_hours=45.0, seed=7)
LESSONS = COURSE.lessons
LESSON = COURSE.lesson("first-number")


def right(item) -> dict:
    """The response that is right, by the type of the item."""
    if item.type == "short-text":
        return {"text": "word " * (item.least_words + 1), "ticks": [check.id for check in item.checklist]}
    if item.type == "allocation":
        shares, left = {}, item.total - sum(part.low for part in item.parts)
        for part in item.parts:
            more = min(left, part.high - part.low)
            shares[part.id], left = part.low + more, left - more
        return {"amounts": shares}
    if item.type == "bet":
        return {"bet": item.options[0].id}
    if item.type == "prediction":
        return {"value": item.key, "low": item.low, "high": item.high, "confidence": 80}
    field = {"single-choice": "option", "multiple-choice": "options", "number": "value", "ordering": "order"}[item.type]
    return {field: list(item.key) if isinstance(item.key, tuple) else item.key}


def attempt(template, profile=ADA, at="2026-03-01T10:00:00.000Z", **changes) -> dict:
    item = template.variant(COURSE.case(profile))
    response = changes.get("response", right(item))
    return {
        "item": item.id,
        "variant": item.variant,
        "wording": item.wording,
        "response": response,
        "outcome": judge(item, response),
        "at": at,
    } | changes


def answers(*attempts, profile=ADA, **changes) -> dict:
    settings = {name: getattr(profile, name) for name in CHOOSES_VARIANT}
    settings["hour_value"] = int(settings["hour_value"])  # as JavaScript writes it
    return {
        "course": COURSE.id.replace("-", "_"), "version": "0.1.0", "format": 1, "learner_id": profile.learner_id,
        "settings": settings,
        "lessons": {one.slug: {"attempts": list(attempts) if one is LESSON else [], "entries": {}} for one in LESSONS},
    } | changes  # fmt: skip


def rows_of(folder) -> list[dict]:
    return list(csv.DictReader(io.StringIO((folder / "answers.csv").read_bytes().decode("utf-8-sig"))))


def wrong(item) -> dict:
    """A response to a single choice that is not right."""
    return {"option": next(option.id for option in item.options if option.id != item.key)}


GRADED = [one for one in LESSON.items if one.variant(COURSE.case(ADA)).GRADED]
CHOICE = next(one for one in LESSON.items if one.variant(COURSE.case(ADA)).type == "single-choice")
GOOD = attempt(GRADED[0])
