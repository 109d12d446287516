"""How what stands in a field is written in a playbook."""

from __future__ import annotations

from datetime import date

from outsourcing_lessons.blocks.sheet import Entry
from outsourcing_lessons.words import OPEN


def shown(field: Entry, text: str) -> str:
    """Return a date in words, and where nothing stands that it is still open."""
    if not text:
        return OPEN
    day = day_of(text) if field.type == "date" else None
    return f"{day.day} {day:%B %Y}" if day else text


def day_of(text: str) -> date | None:
    """Return the day that a date field holds, or None where it is no date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
