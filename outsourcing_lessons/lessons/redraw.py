"""A variant for every learner: a draw that fails is drawn again."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.author_errors import in_words

TRIES = 20


class Drawn(NamedTuple):
    """A variant and the sub-seed it was drawn with: 0, or how many draws before it failed."""

    item: Item
    subseed: int


def drawn(item_id: str, seed: int, make: Callable[[SeededRandom], Item]) -> Drawn:
    """Return the first variant that can be made, which is the same one wherever it is drawn.

    Raises ContentError when none of the first draws gives one; says what was wrong with the last.
    """
    for subseed in range(TRIES):
        try:
            return Drawn(make(SeededRandom(item_id, seed, subseed)), subseed)
        except MemoryError:
            raise
        except Exception as error:  # whatever it is: an author's slip in one question is not to cost anybody the others
            failed = error
    raise ContentError(
        f"the item {item_id!r} could not be made with seed {seed} in {TRIES} draws; "
        f"the last ended in {in_words(failed)}"
    ) from failed
