"""A learner's own settings, kept beside their answers: a notebook that says nothing else begins with them.

They are entries like those of a worksheet, so each earlier setting stays in the file, and they travel with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.progress.store import ProgressStore

GUEST = "guest"  # whoever learns alone; a learner with an id of their own has the profile that comes with it
PLACE = "course.profile"
NEVER_SAVED = ("learner_id", "edition")


def save_profile(store: ProgressStore, settings: Mapping[str, Any]) -> None:
    """Keep settings of the guest; those that are not named stay as they were.

    ``settings``: fields of a ``LearnerProfile`` by name; that they are usable is for the caller to see, by making a
    profile of them. Raises InputError for `NEVER_SAVED`, and ProgressError if nothing can be kept there.
    """
    for name in settings:
        if name in NEVER_SAVED:
            raise InputError(f"{name} is never saved with a profile; allowed: the other fields of a learner's profile")
    store.keep(GUEST, PLACE, settings)


def saved_profile(store: ProgressStore) -> dict[str, Any]:
    """Return the guest's settings as they were saved last; empty if none were.

    Raises ProgressError if the file cannot be read.
    """
    return {name: value for name, value in store.entries(GUEST, PLACE).items() if name not in NEVER_SAVED}
