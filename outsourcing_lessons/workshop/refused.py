"""Why something cannot be done now."""

from __future__ import annotations

from outsourcing_lessons.errors import InputError


class Refused(InputError):
    """Something cannot be done now; the text is a code that the pages put into words."""


def ensure(kept: bool, code: str) -> None:
    """Refuse with a code unless something is so."""
    if not kept:
        raise Refused(code)
