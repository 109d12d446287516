"""Opening a workshop's file: a new one gets its first event and its addresses, one that is there goes on as it was."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from time import time
from typing import Any

from outsourcing_lessons import __version__
from outsourcing_lessons.errors import OutsourcingLessonsError, WorkshopError
from outsourcing_lessons.items.identity import former_code, judged_alike, wording_of
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen, use_where
from outsourcing_lessons.lessons.plans import lessons_for
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.client.protocol import new_token
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.log import Log
from outsourcing_lessons.workshop.throttles import new_code

SECRETS = ("code", "instructor", "helper", "projector", "remote")


def room_profile(seed: int | None = None, **settings: Any) -> LearnerProfile:
    """Return the profile that everybody in a room shares; its seed is drawn unless it is given."""
    seed = secrets.randbelow(2**32) if seed is None else seed
    return chosen().profile(learner_id="room", learner="everybody in the room", seed=seed, **settings)


def open_log(
    path: Path, lessons: Iterable[str] | None, profile: LearnerProfile | None, minutes: int | None = None
) -> Log:
    """Return the log of a workshop that is begun here, or goes on; then it keeps its own where None was asked for.

    Raises WorkshopError if the file is of another workshop than was asked for, or of another version of the course, or
    if so few minutes are too few.
    """
    new = new_room(lessons, profile, minutes) if not Path(path).exists() else None  # if refused, no file is made
    log = Log(path)
    first = next(log.events(), None)
    try:
        if first is None:
            body = new or new_room(lessons, profile, minutes)
            secret = {"code": new_code(), **{name: new_token() for name in SECRETS[1:]}}
            log.append([Event("room", time(), body=body)], **secret, roster={})
        else:
            use_where(first.body.get("course", ""), path, WorkshopError)
            _ensure_goes_on(path, first.body, _slugs(lessons), minutes)
            _ensure_asks_the_same(path, log)
            known = log.settings()
            log.set(**{name: new_token() for name in SECRETS[1:] if name not in known})
    except OutsourcingLessonsError:
        log.close()
        raise
    return log


def _slugs(lessons: Iterable[str] | None) -> list[str] | None:
    return [chosen().lesson(name).slug for name in lessons] if lessons else None


def new_room(
    wanted: Iterable[str] | None, profile: LearnerProfile | None = None, minutes: int | None = None
) -> dict[str, Any]:
    """Return the body of the first event, of which there is an agenda; ``wanted`` are lessons by name or number."""
    profile = profile or room_profile()
    lessons = _slugs(wanted) or (list(lessons_for(chosen(), minutes)) if minutes else [chosen().workshop])
    body: dict[str, Any] = {
        "course": chosen().id,
        "lessons": lessons,
        "profile": asdict(profile),
        "version": __version__,
    }
    if minutes:
        body["minutes"] = minutes
    agenda_of_room(body)  # whatever cannot be read or fitted is refused now
    return body


def _ensure_goes_on(path: Path, room: dict[str, Any], wanted: list[str] | None, minutes: int | None) -> None:
    """Refuse to go on with another workshop than was asked for."""
    if wanted and wanted != room["lessons"]:
        raise WorkshopError(
            f"{path} is a workshop on {', '.join(room['lessons'])}, not on {', '.join(wanted)}; "
            "choose another file with --db to start a new one, or leave out --lessons to continue this one"
        )
    if minutes and minutes != room.get("minutes"):
        planned = f"planned for {room['minutes']} minutes" if "minutes" in room else "planned without --minutes"
        raise WorkshopError(
            f"{path} is a workshop {planned}, not for {minutes}; "
            "choose another file with --db to start a new one, or leave out --minutes to continue this one"
        )
    if room["version"] != __version__:
        raise WorkshopError(
            f"{path} was started with version {room['version']} of the course, whose questions may differ; "
            "use that version, or choose another file with --db to start a new workshop"
        )


def _ensure_asks_the_same(path: Path, log: Log) -> None:
    """Refuse a file whose answers would be counted for other questions than they were given to."""
    if found := changed(log.events(), agenda_of_room(next(log.events()).body)):
        names = ", ".join(name.partition(":")[2] for name in found)
        raise WorkshopError(
            f"{path} holds answers to {names}, whose key or numbers have changed since; use the course as it was when"
            " the workshop started, or choose another file with --db to start a new one"
        )


def changed(events: Iterable[Event], agenda: Agenda) -> tuple[str, ...]:
    """Return the steps with answers to another question than they ask now: another key, other numbers, or none at all.

    Words may have been mended: each answer has the code of what it was to. A code of version 0.1 was of all the words;
    where it is another now, it counts whether the answers under it are judged alike.
    """
    by_code: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        if event.kind == "answer":
            by_code.setdefault((event.body["step"], event.body["variant"]), []).append(event)
    other = (name for (name, code), made in by_code.items() if not _asks(agenda.step(name), code, made))
    return tuple(dict.fromkeys(other))


def _asks(step: Step | None, code: str, made: list[Event]) -> bool:
    if step is None or not step.asks:
        return False
    item = step.ask.item
    if code in (item.variant, former_code(item)):
        return True
    if not wording_of(code):
        return False
    return judged_alike(item, ((one.body["response"], one.body["outcome"]) for one in made))
