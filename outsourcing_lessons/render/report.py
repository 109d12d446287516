"""report.json and index.html: what became of each learner, for a program and for the instructor.

Neither holds a time or a path of this machine, so the same roster gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from outsourcing_lessons import __version__
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.html import render
from outsourcing_lessons.render.plan import Source
from outsourcing_lessons.render.worker import Done

IN_WORDS = {
    "cell error": "failed: a cell of the lesson ended in an error",
    "timeout": "failed: a cell took too long",
    "memory limit": "failed: it took more memory than it may",
    "dead kernel": "failed: the kernel died",
    "notebook": "failed: the notebook gave no workbook",
    "missing glyph": "made without PDFs: a character of the name is in no font",
    "pdf": "made without PDFs",
    "not stored": "failed: the files could not be written",
    "worker died": "failed: the process that made it was ended",
    "unexpected": "failed for a reason nobody foresaw",
}


@dataclass(frozen=True)
class Report:
    """A batch when it is over: learners and what became of them, in the order of the roster."""

    sources: tuple[Source, ...]
    formats: tuple[str, ...]
    rows: tuple[tuple[LearnerProfile, Done], ...]
    skipped: Sequence[Any] = ()

    @property
    def failed(self) -> tuple[tuple[LearnerProfile, Done], ...]:
        """The learners who did not get everything."""
        return tuple((profile, done) for profile, done in self.rows if done.reason)


def report_json(report: Report) -> bytes:
    """Write the report for programs."""
    data = {
        "course": "outsourcing_lessons",
        "version": __version__,
        "format": 1,
        "formats": list(report.formats),
        "lessons": [source.slug for source in report.sources],
        "learners": [_row(profile, done) for profile, done in report.rows],
        "skipped": [{"row": f.row, "column": f.column, "message": str(f)} for f in report.skipped],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _row(profile: LearnerProfile, done: Done) -> dict[str, Any]:
    return {
        "learner_id": profile.learner_id,
        "learner": profile.learner,
        "state": "failed" if done.reason else "done",
        "reason": done.reason or None,
        "detail": done.detail or None,
        "files": [asdict(file) for file in done.files],
    }


def index_html(report: Report) -> bytes:
    """Write the instructor's page: a table of learners with links to their files."""
    return render("index.html.j2", report=report, version=__version__, words=IN_WORDS, links=_links).encode()


def _links(done: Done) -> list[tuple[str, str]]:
    return [(file.path, file.path.split("/", 2)[2].removeprefix("notebooks/")) for file in done.files]
