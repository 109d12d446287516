"""What a workbook depends on, as a hash: the row, the lessons, the format, the code, and the libraries that write it.

A file that is there with the fingerprint it would get today need not be made again. The code counts file by file: a
changed template has its workbooks made again without a new version number, a changed help text has not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

from outsourcing_lessons.learner import CHOOSES_VARIANT
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.lesson_minutes import minutes_of
from outsourcing_lessons.render.look import PLAIN, Look
from outsourcing_lessons.render.plan import Job, Source

PACKAGE = Path(__file__).resolve().parents[1]
# Files of the package that have no part in what is in a workbook; all others count. The notebooks count as lessons.
NO_PART = (
    "cli/", "notebooks/", "roster/", "__main__.py", "lab/learner_copy.py", "lab/server_extension.py",
    "collect/", "render/batch.py", "render/canary.py", "render/cluster.py", "render/fingerprint.py",
    "render/deliver", "render/journal.py", "render/pool.py", "render/report.py", "render/resume.py", "render/run.py",
    "render/disk_space.py", "render/glyphs.py", "render/earlier.py", "render/paging.py", "render/self_test.py",
    "render/writing_down.py", "private_files.py",
    "render/templates/index.html.j2", "render/templates/find", "render/templates/listed.css",
)  # fmt: skip
SERVED = "workshop/"  # a class's server has no part either, but for what a notebook talks to it with
TALKS = ("workshop/__init__.py", "workshop/client/")
LIBRARIES = (
    "babel", "ipykernel", "ipython", "ipywidgets", "jinja2", "markupsafe", "mistune", "nbclient", "nbformat", "numpy",
    "papermill", "pydantic", "typst",
)  # fmt: skip


@cache
def code(package: Path = PACKAGE, course: Path | None = None) -> str:
    """Return the hash of all code that has a part in a workbook, and of the versions of the libraries that do.

    ``course``: the folder of a course outside, whose files count too.
    """
    found = hashlib.sha256(json.dumps({name: version(name) for name in LIBRARIES}).encode())
    outside = [] if course is None or course.is_relative_to(package) else _files(course, ("notebooks/",))
    for name, path in [*sorted(_files(package)), *sorted(outside)]:
        found.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    return found.hexdigest()


def _files(folder: Path, left_out: tuple[str, ...] = NO_PART) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        served = name.startswith(SERVED) and not name.startswith(TALKS)
        if path.is_file() and "__pycache__" not in path.parts and not served and not name.startswith(left_out):
            yield name, path


class Fingerprints:
    """The fingerprints of a batch."""

    def __init__(self, sources: Sequence[Source], look: Look = PLAIN):
        self._lessons = {one.slug: _hash([one.number, one.title, one.notebook, one.text]) for one in sources}
        self._sources, self._look = sources, look
        course = chosen()
        minutes = [minutes_of(course, lesson) for lesson in course.lessons]  # each is said on the first lesson's page
        self._batch = _hash([code(course=course.folder.resolve()), course.id, minutes])

    def of(self, job: Job, kind: str) -> str:
        """Return the fingerprint of a learner's files of one format.

        Missing letters count for the PDF only, and so a font that is installed has nothing but PDFs made again.
        """
        missing = [job.missing_glyphs, job.own.stand_ins] if kind == "pdf" else ""
        lessons = [[one.slug, self._lessons[one.slug]] for one in self._sources if job.own.has(one)]
        look = [self._look.counts_for(kind), job.own.letter if kind in ("html", "pdf") else ""]
        return _hash([self._batch, lessons, asdict(job.profile), kind, missing, look, job.folder, job.own.stem])

    def of_questions(self, job: Job) -> str:
        """Return the hash of all that a learner's questions are made from; with another they may still be the same."""
        lessons = [[one.slug, self._lessons[one.slug]] for one in self._sources if job.own.has(one)]
        return _hash([self._batch, lessons, [getattr(job.profile, name) for name in CHOOSES_VARIANT]])


def _hash(what: object) -> str:
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()
