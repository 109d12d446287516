"""What is kept in one lesson counts in the playbook that another one binds."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.widgets.lesson import OpenLesson


@pytest.fixture
def lesson(store):
    return lambda name: OpenLesson(chosen().lesson(name), LearnerProfile(), store, chosen())


def test_the_calendar_of_the_playbook_has_the_days_of_reviews(lesson, store, tmp_path, monkeypatch):
    """Also where no worksheet names a day."""
    monkeypatch.chdir(tmp_path)
    (item, *_) = chosen().lesson("first-number").section("recall")
    store.append(Attempt("guest", item.id, "v", 1, {}, {"valid": True, "correct": True}))
    made = lesson("walk-away").closing("playbook").controller.reply({"type": "bind", "call": "1"})
    assert "my-playbook.ics" in made["files"]
    (event,) = Calendar.from_ical((tmp_path / "my-playbook.ics").read_bytes()).walk("VEVENT")
    assert str(event["summary"]).startswith(f"{chosen().title}: 1 question to review")
    assert str(event["uid"]) == f"{chosen().id}.review-1.Guest@outsourcing-lessons"
