"""Whose questions are others now than in the workbook that was made for them before, because a setting was changed.

Somebody may have been given that workbook, and their answers are to its questions: it is said when it is made again,
and not only when the answers come back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile
from outsourcing_lessons.render.journal import Journal

NOTE = "settings"
MOST_NAMES = 5


def changed(journal: Journal, made: Iterable[LearnerProfile]) -> str:
    """Say which of these learners had other settings when their workbook was made before, or return "".

    The settings that they have now are noted.

    ``made``: those who have everything now.
    """
    noted: dict[str, list] = json.loads(journal.note(NOTE) or "{}")
    others, names = [], set()
    for profile in made:
        now = [getattr(profile, name) for name in CHOOSES_VARIANT]
        before = noted.get(profile.learner_id, now)
        if before != now:
            others.append(profile.learner_id)
            names |= {name for name, old, new in zip(CHOOSES_VARIANT, before, now, strict=True) if old != new}
        noted[profile.learner_id] = now
    journal.take_note(NOTE, json.dumps(noted, sort_keys=True))
    if not others:
        return ""
    more = len(others) - MOST_NAMES
    named = ", ".join(others[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
    have = "workbook made earlier has" if len(others) == 1 else "workbooks made earlier have"
    return (
        f"{len(others)} {have} other questions now, because of a changed {', '.join(sorted(names))}: {named}. If they"
        " were handed out already, keep the old roster, and collect their answers with it or with none"
    )
