"""A file of saved answers -> what it says, or why it cannot be used.

Anybody may have written the file: it is looked at before it is read, read up to a limit, and nothing in it is believed
but plain data of the form that a workbook saves.
"""

from __future__ import annotations

import hashlib
import json
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import ProfileError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.html import SETTINGS

FORMAT = 1
LARGEST = 5_000_000  # the page itself reads no larger one back
NOTHING = "holds no saved answers"


class Unusable(Exception):
    """The text says why a file cannot be used, as the end of a sentence about it."""


@dataclass(frozen=True)
class Saved:
    """What a file says: whose answers, what it calls the workbook's settings, and per lesson what was answered.

    ``profile`` has the settings that count: those of a roster, or else the file's own.
    """

    profile: LearnerProfile
    settings: dict[str, Any]
    lessons: dict[str, Any]
    version: str
    digest: str


def read_saved(path: Path, known: dict[str, LearnerProfile] | None = None) -> Saved:
    """Read a file of saved answers.

    Parameters
    ----------
    path : Path
        The file.
    known : dict of str to LearnerProfile, optional
        The learners of a roster; then their settings count, and not those in the file.

    Raises
    ------
    Unusable
        With the reason.
    """
    content = _content(path)
    found = _data(content)
    if not isinstance(found, dict) or not isinstance(found.get("course"), str):
        raise Unusable(NOTHING)
    if found["course"] != chosen().id.replace("-", "_"):
        raise Unusable("holds answers to another course")
    if found.get("format") != FORMAT or isinstance(found["format"], bool):
        raise Unusable("was saved by another version of the course, whose answers cannot be read here")
    if not isinstance(found.get("lessons"), dict):
        raise Unusable(f"{NOTHING}: its lessons are missing")
    version = found.get("version")
    version = version if isinstance(version, str) else "unknown"
    digest, settings = hashlib.sha256(content).hexdigest(), found.get("settings")
    settings = settings if isinstance(settings, dict) else {}
    return Saved(_profile(found, known), settings, found["lessons"], version[:40], digest)


def _content(path: Path) -> bytes:
    try:
        looked_at = path.stat()
        if stat.S_ISDIR(looked_at.st_mode):
            raise Unusable("is a folder; name the files in it")
        if not stat.S_ISREG(looked_at.st_mode):
            raise Unusable("is not a file")
        if looked_at.st_size <= LARGEST:
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
            if len(content) <= LARGEST:
                return content
        raise Unusable(f"is too large to be saved answers ({looked_at.st_size / 1e6:,.0f} MB)")
    except FileNotFoundError:
        raise Unusable("does not exist") from None
    except (OSError, ValueError) as error:
        raise Unusable(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _data(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except RecursionError:
        raise Unusable(f"{NOTHING}: it is nested too deeply") from None
    except ValueError:
        raise Unusable(f"{NOTHING}: it is not JSON") from None


def _no_number(name: str) -> None:
    raise ValueError(name)


def _profile(found: dict[str, Any], known: dict[str, LearnerProfile] | None) -> LearnerProfile:
    learner_id = found.get("learner_id")
    if known is not None:
        if not isinstance(learner_id, str) or learner_id not in known:
            raise Unusable("belongs to nobody in the roster")
        return known[learner_id]
    settings = found.get("settings")
    if not isinstance(settings, dict) or not set(SETTINGS) - {"country"} <= settings.keys():
        raise Unusable("does not say which workbook it is from; give the roster too, with --roster")
    try:
        values = {name: settings[name] for name in SETTINGS if name in settings}  # once no country was saved
        for name in ("hour_value", "weekly_hours"):  # JavaScript writes 60.0 as 60
            values[name] = float(values[name]) if isinstance(values[name], int) else values[name]
        return chosen().profile(learner_id=learner_id, **values)
    except ProfileError as error:
        raise Unusable(f"has invalid workbook settings: {error}") from None
    except OverflowError:
        raise Unusable("has invalid workbook settings: a number is too large") from None
