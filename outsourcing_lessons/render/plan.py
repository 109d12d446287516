"""Learners × lessons -> one job for each learner. Pure: no file is touched here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Guide
from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.learner import LearnerProfile

FORMATS = ("html", "pdf", "ipynb")


@dataclass(frozen=True)
class Source:
    """A lesson as it will be executed: its names, the text of its notebook, and the instructor's notes on it.

    The text and not the file travels to the workers, so that all learners get the same lesson even when somebody saves
    the notebook while the batch is running.
    """

    slug: str
    number: str
    title: str
    notebook: str
    text: str
    guides: tuple[Guide, ...] = ()


@dataclass(frozen=True)
class Job:
    """What one worker does at a time: all workbooks of one learner.

    ``undrawable`` holds the characters of the learner's name that no font has; with any, no PDF is tried.
    """

    profile: LearnerProfile
    formats: tuple[str, ...]
    undrawable: str = ""


def jobs_for(learners: Sequence[LearnerProfile], formats: Iterable[str], undrawable: dict[str, str]) -> list[Job]:
    """Return the jobs in the order of the roster.

    Parameters
    ----------
    learners : sequence of LearnerProfile
        With different ids.
    formats : iterable of str
        Some of `FORMATS`.
    undrawable : dict
        By learner id, the characters that no font has.
    """
    wanted = formats_of(formats)
    return [Job(learner, wanted, undrawable.get(learner.learner_id, "")) for learner in learners]


def formats_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the formats in their fixed order, each once."""
    names = [name.strip().lower() for name in names]
    if not names or (strange := [name for name in names if name not in FORMATS]):
        raise ArgumentError("format", strange[0] if names else "", "some of " + ", ".join(FORMATS))
    return tuple(name for name in FORMATS if name in names)
