"""What was handed in as xAPI statements, a JSON object a line; nobody is named, and nobody's own words are in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from outsourcing_lessons.collect.marks import Marks
from outsourcing_lessons.exports.xapi import BASE, lines


def xapi_lines(marks: Iterable[Marks], base: str = "", salt: str = "") -> bytes:
    """Return a statement for each attempt whose time is known, and how far each learner is in each lesson.

    Collected again, the same answers give the same statements.
    """
    return lines(_attempts(marks), base or BASE, salt).encode("utf-8", "replace")


def _attempts(marks: Iterable[Marks]) -> Iterator[dict[str, Any]]:
    for one in marks:
        learner_id = one.profile.learner_id
        for _, _, _, given in one.given():
            if given.at:
                name = f"{learner_id}/{given.item}/{given.variant}/{given.at}/{given.text}"
                yield {
                    "id": name, "learner_id": learner_id,
                    "item_id": given.item, "variant": given.variant, "wording": given.wording, "seed": given.seed,
                    "response": json.loads(given.text), "outcome": given.outcome, "at": given.at,
                }  # fmt: skip
