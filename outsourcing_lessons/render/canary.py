"""Whom to render first, to learn in a minute what would go wrong in an hour.

The strangest names always, since names are what nobody has tried before: of the longest, the one with the most signs
in it, one that runs from right to left, and one of each script other than Latin. Then a learner of each trade and
currency, since every story and number follows those two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.learner import LearnerProfile


def canaries(learners: Sequence[LearnerProfile], count: int) -> tuple[LearnerProfile, ...]:
    """Return a sample of the learners, in the order of the roster.

    ``count``: how many; all when there are fewer.
    """
    if count < 1:
        raise ArgumentError("canary", count, "a whole number, 1 or more")
    strange = dict.fromkeys(_strangest(learners))
    ranked = dict.fromkeys(chain(strange, _across(sorted(learners, key=lambda one: one not in strange))))
    chosen = set(list(ranked)[:count])
    return tuple(learner for learner in learners if learner in chosen)


def _strangest(learners: Sequence[LearnerProfile]) -> Iterator[LearnerProfile]:
    for strangeness in (_length, _leftward, _signs):
        most = max(learners, key=strangeness, default=None)
        if most and strangeness(most):
            yield most
    of_script: dict[str, LearnerProfile] = {}
    for learner in learners:
        for script in sorted(_scripts(learner.learner)):
            of_script.setdefault(script, learner)
    yield from of_script.values()


def _length(learner: LearnerProfile) -> int:
    return len(learner.learner)


def _leftward(learner: LearnerProfile) -> int:
    return sum(unicodedata.bidirectional(char) in ("R", "AL") for char in learner.learner)


def _signs(learner: LearnerProfile) -> int:
    return sum(unicodedata.category(char)[0] in "PSCM" for char in learner.learner)


def _scripts(name: str) -> set[str]:
    """Return the scripts of a name other than Latin, by the first word of Unicode's names of its letters."""
    words = {unicodedata.name(char, "UNKNOWN").split()[0] for char in name if not char.isascii() and char.isalpha()}
    return words - {"LATIN"}


def _across(learners: Sequence[LearnerProfile]) -> Iterator[LearnerProfile]:
    """Yield the first learner of each trade and currency, then the second of each, and so on."""
    strata: dict[tuple[str, str], list[LearnerProfile]] = {}
    for learner in learners:
        strata.setdefault((learner.business, learner.currency), []).append(learner)
    rounds = zip_longest(*strata.values())
    return (learner for one in rounds for learner in one if learner)
