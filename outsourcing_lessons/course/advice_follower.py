"""Somebody who follows the four pieces of advice everywhere, without asking when they hold.

Each mistake lesson must catch them at least once; in a rehearsal they are one of the people in the room.
"""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.items.item import Item

# What the advice alone would say, by item: never for one task only; know it before you hire; people, not companies;
# install and let go.
ADVICE = {
    "one-task.just-once": "partner",
    "hiring-blind.licensed": "learn-first",
    "hiring-blind.hundred-times": "learn-all",
    "companies-over-people.first-of-kind": "cheaper",
    "companies-over-people.round-the-clock": "trusted",
    "companies-over-people.intentions": "companies-worse",
    "managing-not-replacing.first-of-its-kind": "install",
    "managing-not-replacing.room-to-spare": "hand-over",
}


def followed(item: Item) -> dict[str, Any] | None:
    """Return the response of somebody who follows the advice, or None where it has nothing to say."""
    chosen = ADVICE.get(item.id)
    return {"option": chosen} if chosen else None
