"""Learners × lessons -> one job for each learner, and where its files go. Pure: no file is touched here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from outsourcing_lessons.errors import ArgumentError, InputError
from outsourcing_lessons.learner import LearnerProfile

FORMATS = ("html", "pdf", "ipynb")
# With more learners than this their folders are spread over shelves: no file manager likes 100,000 names in one folder.
CROWD = 5000


@dataclass(frozen=True)
class Source:
    """A lesson as it will be executed: its names, and the text of its notebook.

    The text and not the file travels to the workers, so that all learners get the same lesson even when somebody saves
    the notebook while the batch is running.
    """

    slug: str
    number: str
    title: str
    notebook: str
    text: str


@dataclass(frozen=True)
class Own:
    """What of a workbook is one learner's besides their settings."""

    stem: str = "workbook"  # what the files are called, without their endings
    lessons: tuple[str, ...] = ()  # the slugs of their lessons; all of the batch when empty
    letter: str = ""  # what is written to them, as Markdown
    stand_ins: str = ""  # characters of what is printed, other than the name, that no font has

    def has(self, source: Source) -> bool:
        """Return whether a lesson is in the workbook."""
        return not self.lessons or source.slug in self.lessons


@dataclass(frozen=True)
class Job:
    """What one worker does at a time: all workbooks of one learner.

    ``missing_glyphs`` holds the characters of the learner's name that no font has; with any, the PDFs carry the id.
    ``folder`` is where the learner's files lie in ``workbooks`` and in ``keys``: the id, below a shelf when there are
    many.
    """

    profile: LearnerProfile
    formats: tuple[str, ...]
    missing_glyphs: str = ""
    sharded: bool = False
    own: Own = field(default_factory=Own)

    @property
    def folder(self) -> str:
        return folder_of(self.profile.learner_id, self.sharded)


def folder_of(learner_id: str, sharded: bool) -> str:
    """Return where a learner's files lie in ``workbooks`` and in ``keys``."""
    return f"{shard_of(learner_id)}/{learner_id}" if sharded else learner_id


def folders_of(learner_id: str, sharded: bool) -> tuple[str, ...]:
    """Return all folders that files of a learner may lie in, the innermost first."""
    folder = folder_of(learner_id, sharded)
    return f"workbooks/{folder}/notebooks", f"workbooks/{folder}", f"keys/{folder}"


def folders_for(formats: Iterable[str]) -> tuple[str, ...]:
    """Return the folders below the destination that files of these formats go to."""
    return ("workbooks", "keys") if "pdf" in formats else ("workbooks",)


def shard_of(learner_id: str) -> str:
    """Return the shelf of a learner in a large cohort: one of 256, the same however the roster grows.

    Examples
    --------
    >>> shard_of("ada"), shard_of("employee-0001"), shard_of("employee-0002")
    ('fd', 'ce', '97')
    """
    return hashlib.sha256(learner_id.encode()).hexdigest()[:2]


def format_of(path: str) -> str:
    """Return the format that a file belongs to; the key is printed with the workbook."""
    return path.rpartition(".")[2]


def keep_keys_back(learners: Iterable[LearnerProfile]) -> None:
    """Raise an InputError if a workbook is to be of the edition with keys: it would lie in the folder to hand out."""
    with_keys = next((learner.learner_id for learner in learners if learner.edition == "key"), None)
    if with_keys is not None:
        raise InputError(f"{with_keys}: edition is 'key'; allowed in workbooks: study, print. The keys are in keys/")


def formats_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the formats in their fixed order, each once."""
    names = [name.strip().lower() for name in names]
    if not names or (strange := [name for name in names if name not in FORMATS]):
        raise ArgumentError("format", strange[0] if names else "", "some of " + ", ".join(FORMATS))
    return tuple(name for name in FORMATS if name in names)
