"""The join address of a workshop, as it stands on the wall: ``http://192.168.1.20:8765/#K7M2QP``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from outsourcing_lessons.errors import InputError

VARIABLE = "OUTSOURCING_LESSONS_WORKSHOP"


class JoinAddress(NamedTuple):
    """Where a workshop is, and the code that lets one in."""

    base: str
    code: str


def join_address(text: str) -> JoinAddress:
    """Read a join address; raises InputError if it is none.

    Examples
    --------
    >>> join_address("http://192.168.1.20:8765/#K7M2QP")
    JoinAddress(base='http://192.168.1.20:8765', code='K7M2QP')
    """
    try:
        parts = urlsplit(text.strip())
        sound = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True) and parts.fragment
    except ValueError:
        sound = False
    if not sound or parts.query or parts.username:
        raise InputError(
            f"{VARIABLE} is {text[:80]!r}; it should be the workshop's address with the code behind #, "
            "such as http://192.168.1.20:8765/#K7M2QP"
        )
    return JoinAddress(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", parts.fragment)


def named_in(environment: Mapping[str, str] = os.environ) -> str:
    """Return the address that is set, or ""."""
    return environment.get(VARIABLE, "").strip()
