"""The file of a workshop -> what each participant answered in it; everybody had the room's variant of each question."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from outsourcing_lessons.collect.files import GivenFile, Unusable, shown
from outsourcing_lessons.collect.saved_answers import Saved
from outsourcing_lessons.database import as_file
from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.exports.xapi import iso
from outsourcing_lessons.progress.archive import SQLITE
from outsourcing_lessons.progress.handing_in import lesson_of
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.state import replay


def is_room(file: GivenFile) -> bool:
    """Return whether a file is a workshop's: a database with a table of events."""
    return file.content.startswith(SQLITE) and b"CREATE TABLE events" in file.content[:100_000] + file.log[:200_000]


def read_room(file: GivenFile) -> Iterator[Saved]:
    """Yield what each participant of a workshop answered; raises Unusable with the reason."""
    try:
        with as_file(file.content, file.log) as copy:
            events = read_events(copy)
        state = replay(events)
        settings = dict(state.room["profile"])
    except (OutsourcingLessonsError, KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise Unusable(f"cannot be read as the file of a workshop ({error})") from None
    digest = hashlib.sha256(file.content + file.log).hexdigest()
    called = Counter(person.name for person in state.people.values())
    for person in sorted(state.people.values(), key=lambda one: one.number):
        lessons = _lessons([event for event in events if event.kind == "answer" and event.who == person.id])
        for block, entries in person.entries.items():
            lesson_of(block, lessons)["entries"][block] = entries
        name = person.name if person.name and called[person.name] == 1 else ""
        name = name or f"{person.name or 'Participant'} {person.number} ({digest[:4]})"
        yield Saved(person.learner_id, shown(name), settings, lessons, f"{digest} {person.id}", own=False)


def _lessons(events: list[Event]) -> dict[str, dict[str, Any]]:
    lessons: dict[str, dict[str, Any]] = {}
    for event in events:
        body, item = event.body, event.body["step"].partition(":")[2]
        row = {name: body[name] for name in ("variant", "wording", "response", "outcome") if name in body}
        made = iso(min(body.get("made", event.at), event.at))
        lesson_of(item, lessons)["attempts"].append(row | {"item": item, "at": made})
    return lessons
