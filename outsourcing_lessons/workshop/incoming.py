"""What arrives from outside, before anything else looks at it: JSON that a file can hold, or nothing.

JSON can say what no file of ours can keep: half a character, a NUL, a number without end, lists a thousand deep.
Everything that is kept has been through here, so whatever is decided can be written.
"""

from __future__ import annotations

import json
import math
from typing import Any

from starlette.requests import ClientDisconnect, Request

from outsourcing_lessons.workshop.headers import from_here

# A page sends at most 100,000 characters at once, and a character may take three bytes.
LONGEST_MESSAGE = 320 * 1024
LONGEST_WISH = 32 * 1024  # of who sends no answers: to join, to hear what is new, to press a button
WEIGHT = 128 * 1024  # a message weighs one for each so many bytes, and one besides
DEEPEST = 8  # a response lies four levels deep in its message
MOST_PARTS = 5000  # of an event; a game of many quarters has some hundred
MOST_DIGITS = 2**63  # what SQLite and every reader of a table can take


def message_of(text: str | bytes) -> dict[str, Any] | None:
    """Return a message as an object; None if it is none, or too long.

    Examples
    --------
    >>> message_of('{"type": "ping"}'), message_of("[]"), message_of('{"made": NaN}')
    ({'type': 'ping'}, None, None)
    """
    if len(text) > LONGEST_MESSAGE:
        return None
    try:
        found = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


async def body_of(request: Request, longest: int = LONGEST_WISH) -> dict[str, Any] | None:
    """Return the body of a request as an object; None if it is none, from another site, too long, or broken off."""
    if not from_here(request.headers):
        return None
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > longest:
                return None
    except ClientDisconnect:
        return None
    return message_of(bytes(body))


def storable(value: Any) -> bool:
    """Whether a value can be written, and read again as it was.

    Examples
    --------
    >>> [storable(one) for one in ("half", "half \\ud83d", {"made": 1e999}, 10**30, [[[[[[[[[]]]]]]]]], [0] * 9000)]
    [True, False, False, False, False, False]
    """
    waiting, parts = [(value, DEEPEST)], 0
    while waiting:
        one, levels = waiting.pop()
        parts += 1
        if not isinstance(one, dict | list):
            if not _plain(one):
                return False
            continue
        if not levels or parts + len(waiting) + len(one) > MOST_PARTS:
            return False
        inside = [*one.keys(), *one.values()] if isinstance(one, dict) else one
        waiting += [(part, levels - 1) for part in inside]
    return True


def _plain(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" not in value and _whole(value)
    if isinstance(value, int | float):
        return math.isfinite(value) if isinstance(value, float) else abs(value) < MOST_DIGITS
    return value is None


def _whole(text: str) -> bool:
    try:
        return bool(text.encode()) or not text
    except UnicodeEncodeError:
        return False


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not a number")
