"""Workbooks that were made before and would get other questions now, for whatever reason.

Somebody may have been given the earlier one, and their answers are to its questions. So it is found out before anything
is overwritten, it is said, and the earlier files are moved aside instead.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from outsourcing_lessons import __version__
from outsourcing_lessons.errors import OutsourcingLessonsError, few
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.lessons.handed_out import with_own_questions
from outsourcing_lessons.lessons.lesson import ItemTemplate
from outsourcing_lessons.render import pool, worker
from outsourcing_lessons.render.batch_setup import BatchSetup
from outsourcing_lessons.render.fingerprint import Fingerprints
from outsourcing_lessons.render.journal import Journal
from outsourcing_lessons.render.plan import Job
from outsourcing_lessons.render.storage import AnyStore

FOLDER = "earlier"  # with a number for each time that questions became others
NOTE, IDS, TIMES = "asked {}", "questions {}", "times questions became others"
TOGETHER = 20  # learners that a worker looks at in one go
Asked = Sequence[tuple[str, str]]  # the id of each question, and its variant


@dataclass(frozen=True)
class Earlier:
    """The earlier files of those whose questions are others now, by learner id, and where they are moved.

    ``settings`` are those that were changed, ``rest`` is whether any have the same settings and other questions, and
    ``versions`` are those of the course that the workbooks were made with, if others than today's.
    """

    folder: str = ""
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settings: frozenset[str] = frozenset()
    rest: bool = False
    versions: frozenset[str] = frozenset()

    def move(self, learner_ids: Iterable[str], store: AnyStore, journal: Journal) -> None:
        """Move the files of these learners, as far as there are any, before others are written in their places."""
        for learner_id in learner_ids:
            if paths := self.files.get(learner_id):
                store.put_aside(paths, self.folder)
                journal.strike(paths)

    @property
    def beforehand(self) -> str:
        """What is to be known before the work begins: whose questions, why, and the way round."""
        get = "learner gets" if len(self.files) == 1 else "learners get"
        why, ways = [], []
        if self.settings:
            why.append(f"a changed {', '.join(sorted(self.settings))}")
            ways.append("the roster as it was then, or with none")
        if self.rest:
            made = f", made with version {', '.join(sorted(self.versions))}" if self.versions else ""
            why.append(f"changed lessons or another version of the course{made}")
            ways.append("the lessons and the version of the course as they were then")
        way = "; where nothing in the roster was changed, with ".join(ways)
        return (
            f"{len(self.files)} {get} other questions than in the workbook made earlier, because of"
            f" {' and '.join(why)}: {self._named}. The earlier files are moved to {self.folder}/. If they were handed"
            f" out already, collect the answers to them with {way}"
        )

    @property
    def afterwards(self) -> str:
        """Where the earlier files are."""
        whose = f"{len(self.files)} learner{'' if len(self.files) == 1 else 's'} with other questions now"
        return f"{self.folder}/: the earlier files of {whose}: {self._named}"

    @property
    def _named(self) -> str:
        return few(self.files)


def take_note(journal: Journal, job: Job, asked: Asked, prints: Fingerprints) -> None:
    """Note which questions a learner's workbook has, and what they were made from."""
    ids = json.dumps([one for one, _ in asked])
    list_of_ids = IDS.format(_hash(ids))
    if journal.note(list_of_ids) is None:  # most learners have the same, in variants of their own
        journal.take_note(list_of_ids, ids)
    noted = {
        "from": prints.of_questions(job), "version": __version__, "settings": _settings(job.profile),
        "ids": list_of_ids, "variants": _of_variants(asked),
    }  # fmt: skip
    journal.take_note(NOTE.format(job.profile.learner_id), json.dumps(noted))


def earlier_of(
    due: Sequence[Job], kept: Iterable[str], journal: Journal, prints: Fingerprints, setup: BatchSetup, workers: int
) -> Earlier:
    """Return the earlier files of those who are due and whose questions are others now.

    A learner with a file that is ``kept``, since it is as it would be made today, has the same questions. So has one
    whose questions were made from the same; of the others, workers make the questions, which takes a tenth of the time
    that a workbook does.
    """
    known, made_today = journal.files(), set(kept)
    notes: dict[str, dict[str, Any]] = {}
    suspects = []
    for job in due:
        learner_id = job.profile.learner_id
        if learner_id in made_today or learner_id not in known:
            continue
        notes[learner_id] = json.loads(journal.note(NOTE.format(learner_id)) or "{}")
        if notes[learner_id].get("from") != prints.of_questions(job):
            suspects.append(job.profile)
    there = {
        one.learner_id: tuple(file.path for file in setup.store.still_there(file for _, file in files) if file)
        for one, files in ((one, known[one.learner_id]) for one in suspects)
    }
    suspects = [one for one in suspects if there[one.learner_id]]
    others = _with_others(suspects, notes, journal, setup, workers)
    if not others:
        return Earlier()
    number = int(journal.note(TIMES) or 0) + 1
    journal.take_note(TIMES, str(number))
    before = [notes[one.learner_id].get("settings", _settings(one)) for one in others]
    settings = [
        {name for name, old, new in zip(CHOOSES_VARIANT, then, _settings(one), strict=True) if old != new}
        for one, then in zip(others, before, strict=True)
    ]
    versions = {notes[one.learner_id].get("version", "") for one in others} - {"", __version__}
    return Earlier(
        f"{FOLDER}/{number}", {one.learner_id: there[one.learner_id] for one in others},
        frozenset().union(*settings), not all(settings), frozenset(versions),
    )  # fmt: skip


def _with_others(
    suspects: Sequence[LearnerProfile],
    notes: Mapping[str, dict[str, Any]],
    journal: Journal,
    setup: BatchSetup,
    workers: int,
) -> list[LearnerProfile]:
    """Return those of the suspects whose questions are others; of whom nothing was noted, that counts as such."""
    noted = [one for one in suspects if notes[one.learner_id]]
    lists = {name: json.loads(journal.note(name) or "[]") for name in {notes[one.learner_id]["ids"] for one in noted}}
    asked = [(one, lists[notes[one.learner_id]["ids"]], notes[one.learner_id]["variants"]) for one in noted]
    parts = [asked[at : at + TOGETHER] for at in range(0, len(asked), TOGETHER)]
    same: set[str] = set()
    if parts:
        for _, found in pool.run(parts, unchanged, worker.prepare, setup, workers):
            same |= set() if isinstance(found, pool.Died) else found
    return [one for one in suspects if one.learner_id not in same]


def unchanged(part: Sequence[tuple[LearnerProfile, Sequence[str], str]]) -> set[str]:
    """Return the ids of those learners who would be asked the same today; what a worker does."""
    templates = _templates()
    same = set()
    for profile, ids, variants in part:
        with suppress(KeyError, OutsourcingLessonsError):  # a question that is gone, or that cannot be made any more
            case = case_of(profile)
            if _of_variants([(one, templates[one].variant(case).variant) for one in ids]) == variants:
                same.add(profile.learner_id)
    return same


def _templates() -> dict[str, ItemTemplate]:
    found: dict[str, ItemTemplate] = {}
    for lesson in chosen().lessons:
        with suppress(OutsourcingLessonsError):  # a notebook that is not there or cannot be read
            found |= {one.id: one for one in with_own_questions(lesson).items}
    return found


def _settings(profile: LearnerProfile) -> list[Any]:
    return [getattr(profile, name) for name in CHOOSES_VARIANT]


def _of_variants(asked: Asked) -> str:
    return _hash(json.dumps([variant for _, variant in asked]))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
