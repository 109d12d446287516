"""The dates of a playbook as an iCalendar file."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from outsourcing_lessons.playbook.book import Appointment, Playbook


def calendar(playbook: Playbook) -> bytes:
    """Return the dates as whole-day events with a reminder at nine; the same playbook gives the same bytes."""
    cal = Calendar()
    cal.add("prodid", "-//Outsourcing Lessons//Playbook//EN")
    cal.add("version", "2.0")
    for appointment in playbook.appointments:
        cal.add_component(_event(appointment))
    return cal.to_ical()


def _event(appointment: Appointment) -> Event:
    event = Event()
    event.add("uid", f"{appointment.id}.{appointment.day:%Y%m%d}@outsourcing-lessons")
    # When it was made is of no use to anybody, and would make every file different.
    event.add("dtstamp", datetime.combine(appointment.day, time(), UTC))
    event.add("dtstart", appointment.day)
    event.add("dtend", appointment.day + timedelta(days=1))
    event.add("summary", appointment.text)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", appointment.text)
    alarm.add("trigger", timedelta(hours=9))
    event.add_component(alarm)
    return event
