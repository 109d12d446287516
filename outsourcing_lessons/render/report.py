"""report.json and the index pages: what became of each learner, for a program and for the instructor.

Neither holds a time or a path of this machine, so the same roster gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from outsourcing_lessons import __version__
from outsourcing_lessons.brand import Brand
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.deliver import archives
from outsourcing_lessons.render.folder_store import KEYS
from outsourcing_lessons.render.html import render
from outsourcing_lessons.render.journal import OF_ALL
from outsourcing_lessons.render.look import NO_BRAND
from outsourcing_lessons.render.paging import found_by, paged, shared
from outsourcing_lessons.render.plan import Source
from outsourcing_lessons.render.storage import StoredFile
from outsourcing_lessons.render.worker import QUEUED, Done
from outsourcing_lessons.typesetting.printing import STAND_IN, named

IN_WORDS = {
    "cell error": "failed: a cell of the lesson ended in an error",
    "timeout": "failed: it took too long",
    "dead kernel": "failed: the kernel died",
    "notebook": "failed: the notebook gave no workbook",
    "missing glyph": "made without PDFs: a character of the lessons is in no font",
    "pdf": "made without PDFs",
    "not stored": "failed: the files could not be written",
    "worker died": "failed: the process that made it was ended",
    "memory limit": "failed: it needed too much memory",
    "disk full": "failed: the disk was full",
    "read-only folder": "failed: its folder cannot be written to",
    "unexpected": "failed for an unexpected reason",
    QUEUED: "not begun",
}
INSTEAD = "the PDFs show the learner id instead of the name"
REPLACED = f"the PDFs show {STAND_IN} instead of characters that a lesson computed"


@dataclass(frozen=True)
class Report:
    """A batch when it is over: learners and what became of them, in the order of the roster.

    ``stopped`` says why it ended early; ``kept`` is for how many learners there was nothing to do; ``left`` holds, by
    learner id, files of earlier batches that are no part of this one; ``missing_glyphs``, by learner id, the characters
    of names that no font has. ``delivered`` are the files made of workbooks, and ``said`` what there is to say of them.
    ``keys_at`` is where a page links to keys.
    """

    sources: tuple[Source, ...]
    formats: tuple[str, ...]
    rows: tuple[tuple[LearnerProfile, Done], ...]
    skipped: Sequence[Any] = ()
    stopped: str = ""
    kept: int = 0
    left: dict[str, tuple[str, ...]] = field(default_factory=dict)
    missing_glyphs: dict[str, str] = field(default_factory=dict)
    delivered: tuple[StoredFile, ...] = ()
    said: tuple[str, ...] = ()
    brand: Brand = NO_BRAND
    keys_at: str = KEYS

    @property
    def failed(self) -> tuple[tuple[LearnerProfile, Done], ...]:
        """The learners who did not get everything; those who were not begun are none of them."""
        return tuple((profile, done) for profile, done in self.rows if done.reason not in ("", QUEUED))

    @property
    def files(self) -> dict[str, tuple[StoredFile, ...]]:
        """By learner id, the files of those who have everything."""
        return {done.learner_id: done.files for _, done in self.rows if not done.reason}

    @property
    def left_in_words(self) -> tuple[str, ...]:
        """What is left over, short: of learners their ids, and what was made of all workbooks by the files."""
        return (*(one for one in self.left if one != OF_ALL), *self.left.get(OF_ALL, ()))

    @property
    def redrawn(self) -> dict[str, tuple[str, ...]]:
        """The items that were drawn again, in words, each with the learners whom it happened to."""
        found: dict[str, tuple[str, ...]] = {}
        for profile, done in self.rows:
            for item, subseed in done.redrawn:
                words = f"{item} (sub-seed {subseed})"
                found[words] = (*found.get(words, ()), profile.learner_id)
        return dict(sorted(found.items()))

    @property
    def whole(self) -> int:
        """How many learners have everything."""
        return sum(not done.reason for _, done in self.rows)

    @property
    def waiting(self) -> int:
        """How many learners were not begun."""
        return sum(done.reason == QUEUED for _, done in self.rows)

    @property
    def replaced(self) -> dict[str, str]:
        """By learner id, characters that a lesson computed and that PDFs show replaced, since no font has them."""
        return {done.learner_id: done.replaced for _, done in self.rows if done.replaced}

    def note(self, done: Done) -> str:
        """Return what is to be known of a workbook that is whole, if anything is."""
        missing = self.missing_glyphs.get(done.learner_id)
        notes = [f"{INSTEAD}: no font on this machine has {named(missing)}"] if missing else []
        if done.replaced:
            notes.append(f"{REPLACED}: no font on this machine has {named(done.replaced)}")
        return "; ".join(notes)


def report_json(report: Report) -> bytes:
    """Write the report for programs."""
    data = {
        "course": chosen().id,
        "version": __version__,
        "format": 1,
        "formats": list(report.formats),
        "lessons": [source.slug for source in report.sources],
        "learners": [_row(profile, done, report.note(done)) for profile, done in report.rows],
        "delivered": [_file(file) for file in report.delivered],
        "stopped": report.stopped or None,
        "left": [
            {"learner_id": None if one == OF_ALL else one, "files": list(paths)} for one, paths in report.left.items()
        ],
        "skipped": [{"row": f.row, "column": f.column, "message": str(f)} for f in report.skipped],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _row(profile: LearnerProfile, done: Done, note: str) -> dict[str, Any]:
    queued = done.reason == QUEUED
    return {
        "learner_id": profile.learner_id,
        "learner": profile.learner,
        "state": QUEUED if queued else "failed" if done.reason else "done",
        "reason": None if queued else done.reason or None,
        "detail": done.detail or None,
        "redrawn": [{"item": item, "subseed": subseed} for item, subseed in done.redrawn],
        "note": note or None,
        "files": [_file(file) for file in done.files],
    }


def _file(file: StoredFile) -> dict[str, Any]:
    return {"path": file.path, "sha256": file.sha256, "size": file.size}


def pages_of(report: Report) -> dict[str, bytes]:
    """Write the instructor's pages: a table of learners with links to their files, so many of them on a page.

    What needs the instructor is on the first page, whatever page its learner is on, and so is the search.
    """
    people = [(profile.learner_id, profile.learner) for profile, _ in report.rows]
    pages = paged(report.rows, [learner_id for learner_id, _ in people], "index")
    given = {
        "report": report,
        "version": __version__,
        "course": chosen().title,
        "words": IN_WORDS,
        "brand": report.brand,
        "archived": any(file.path.startswith(f"{archives.FOLDER}/") for file in report.delivered),
        "of_all": OF_ALL,
        "links": _links,
        "pages": pages,
        "people": found_by(people, "index"),
    }
    return {
        page.name: render("index.html.j2", page=page, **given, **shared(page is pages[0])).encode() for page in pages
    }


def _links(done: Done) -> list[tuple[str, str]]:
    """Return of each file its path, and what it is called on the page: pages before notebooks."""
    named = [(file.path, _short(file.path, file.path.split(f"/{done.learner_id}/", 1)[1])) for file in done.files]
    return sorted(named, key=lambda one: "/notebooks/" in one[0])


def _short(path: str, name: str) -> str:
    """Return what a file is called: its row is to stay one line, whatever names the files have."""
    if "/" in name:
        return f"lesson {name.partition('/')[2][:2]}"
    return f"{'key' if path.startswith('keys/') else 'workbook'}.{name.rpartition('.')[2]}"
