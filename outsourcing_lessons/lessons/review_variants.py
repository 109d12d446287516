"""An item for review: the same item in a new variant each time, decided by learner, item and number of the review."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from outsourcing_lessons.items.item import Item
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import ItemTemplate
from outsourcing_lessons.lessons.test_variants import asked

# What is worth remembering: the recall of each lesson, and when its advice is wrong. A prediction is made once;
# practice takes a pencil; and who has reviewed the questions of the last test would not be tested by them.
REVIEWED = ("recall", "when-wrong")
FIRST_SEED = 2**52  # seeds of reviews begin here; those of lessons are small, or hashes below 2**32
TRIES = 12


def is_review(seed: int) -> bool:
    """Say whether an attempt with this seed was made in a review."""
    return seed >= FIRST_SEED


def review_variant(template: ItemTemplate, case: Case, number: int) -> tuple[int, Item]:
    """Return the seed and the item of a review.

    ``number`` is counted from 1. It is never the question of the time before: another prompt if there is one, or else
    other options; where an item has one question only, its options stand in another order.
    """
    seed, item = case.profile.seed, template.variant(case)
    for turn in range(1, number + 1):
        seed, item = _another(template, case, turn, item)
    return seed, item


def _another(template: ItemTemplate, case: Case, turn: int, shown: Item) -> tuple[int, Item]:
    seeds = [_seed(case.profile.learner_id, template.id, turn, trial) for trial in range(TRIES)]
    made = [(seed, template.variant(replace(case, profile=replace(case.profile, seed=seed)))) for seed in seeds]
    differ = [(seed, item) for seed, item in made if item.wording != shown.wording]
    others = [(seed, item) for seed, item in differ if asked(item) != asked(shown)]
    return next((one for one in others if one[1].prompt != shown.prompt), (others or differ or made)[0])


def _seed(learner_id: str, item_id: str, turn: int, trial: int) -> int:
    digest = hashlib.sha256(f"{learner_id}/{item_id}/review-{turn}/{trial}".encode()).digest()
    return FIRST_SEED + int.from_bytes(digest[:6], "big")
