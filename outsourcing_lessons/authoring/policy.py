"""What a course asks of its lessons: the table ``[policy]`` of its ``course.toml``.

A limit that the table does not name is the one below. ``[policy.lessons.NAME]`` sets limits for one lesson alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.author_errors import within
from outsourcing_lessons.lessons.block_minutes import WORDS_A_MINUTE
from outsourcing_lessons.lessons.course_file import FILE
from outsourcing_lessons.lessons.toml_file import parsed


@dataclass(frozen=True)
class Policy:
    """The limits that the rules hold a lesson to."""

    off: list = field(default_factory=list)  # codes of rules that this course, or this lesson, does without
    words_between: int = 150  # words between two things to do, at most
    words_a_minute: int = WORDS_A_MINUTE  # how fast a learner reads
    # minutes_explorer, minutes_worksheet, minutes_closing: how long each takes; questions say it themselves.
    minutes_explorer: float = 3.0
    minutes_worksheet: float = 8.0
    minutes_closing: float = 2.0
    minutes_off: float = 5.0  # how far the time a lesson says may be from the time worked out
    # How long the questions from memory of a lesson take in all, at least and at most.
    recall_minutes: list = field(default_factory=lambda: [0, 60])
    recall_ways: int = 3  # in how many ways a question from memory is asked, at least
    # longest_sentence, long_sentence, usual_sentence: words of a sentence: at most, of 19 in 20, of every other one.
    longest_sentence: int = 40
    long_sentence: int = 25
    usual_sentence: int = 12
    reading_grade: float = 8.0  # Flesch and Kincaid's grade of a lesson, at most
    # language, words: of the dictionary, and the file of words that are right beside it.
    language: str = "en"
    words: str = "words.txt"
    situations: int = 3  # in how many situations an idea is asked, at least
    # guesser_most, guesser_mean: what somebody who guesses may score in one item, and in a lesson; 0 to 1.
    guesser_most: float = 0.5
    guesser_mean: float = 0.25
    # counted, as_printed: nouns that its texts count, in the singular; long figures that stand as a study printed them.
    counted: list = field(default_factory=list)
    as_printed: list = field(default_factory=list)
    draws: int = 40  # for how many learners of every kind each item is tried
    # The lessons that must ask ``least`` and at most ``most`` questions of a section, and show sources.
    full: list = field(default_factory=list)
    least: dict = field(default_factory=dict)
    most: dict = field(default_factory=dict)
    directions: int = 2  # in how many directions the findings of those lessons point, at least
    items: int = 0  # questions of those lessons in all, at least
    lessons: dict = field(default_factory=dict)

    def of(self, slug: str) -> Policy:
        """Return the policy as it is for one lesson."""
        return replace(self, **_checked(self.lessons.get(slug, {}), f"[policy.lessons.{slug}]"))


def policy_of(course_folder: Path) -> Policy:
    """Return the policy of a course.

    Raises ContentError if ``course.toml`` cannot be read, or sets a limit that there is not; names it and the nearest
    there is.
    """
    path = Path(course_folder) / FILE
    table = parsed(path).get("policy", {})
    with within(file=path):
        policy = Policy(**_checked(table, f"{path}, [policy]"))
        for slug, limits in policy.lessons.items():
            _checked(limits, f"{path}, [policy.lessons.{slug}]")
    return policy


def _checked(table: Any, place: str) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise ContentError(f"{place} is not a table: write its limits below it, one a line")
    kinds = {one.name: type(getattr(Policy(), one.name)) for one in fields(Policy)}
    for name, value in table.items():
        if name not in kinds:
            near = get_close_matches(name, kinds, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(kinds)}"
            raise ContentError(f"{place}: no limit is called {name!r}; {hint}")
        wanted = (int, float) if kinds[name] is float else kinds[name]
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise ContentError(f"{place}: {name} is {value!r}; it takes what {getattr(Policy(), name)!r} is like")
    return table
