"""The dates of a playbook as an iCalendar file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from icalendar import Alarm, Calendar, Event

from outsourcing_lessons.playbook.book import Playbook
from outsourcing_lessons.playbook.page import Appointment

START = datetime(2026, 1, 1, tzinfo=UTC)
GUEST = "guest"


def calendar(playbook: Playbook, now: datetime | None = None) -> bytes:
    """Return the dates as whole-day events with a reminder at nine.

    Each event is known by its learner and its field. So a date that was moved moves in the calendar too, and two
    learners' dates stay apart in a shared one. Of two files the later one counts.
    """
    now = now or datetime.now(UTC)
    cal = Calendar()
    cal.add("prodid", "-//outsourcing-lessons//Playbook//EN")
    cal.add("version", "2.0")
    for appointment in (*playbook.appointments, *playbook.reviews):
        cal.add_component(_event(appointment, whose(playbook.learner_id, playbook.learner), now))
    return cal.to_ical()


def whose(learner_id: str, name: str) -> str:
    """Return what tells a learner from others: their id, or their name where they go by the id of every guest.

    Examples
    --------
    >>> whose("ada", "Ada Lovelace"), whose("guest", "Ada Lovelace")
    ('ada', 'Ada%20Lovelace')
    """
    return quote(name if learner_id in ("", GUEST) else learner_id, safe="-_.!~*'()")


def _event(appointment: Appointment, who: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{appointment.id}.{who}@outsourcing-lessons")
    event.add("dtstamp", now)
    # Calendars take an event that they know only if its number is higher than theirs: it counts the seconds.
    event.add("sequence", max(0, int((now - START).total_seconds())))
    event.add("dtstart", appointment.day)
    event.add("dtend", appointment.day + timedelta(days=1))
    event.add("summary", appointment.text)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", appointment.text)
    alarm.add("trigger", timedelta(hours=9))
    event.add_component(alarm)
    return event
