"""The instructor's guide as a PDF: how to run each lesson in a room, every key, and what to say to each wrong answer.

Its stories and numbers are those of one learner, for it is made once for a group.
"""

from __future__ import annotations

from collections.abc import Iterable

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import notebook, run
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.execute import execute, our_engine
from outsourcing_lessons.render.pdf import guide_pdf
from outsourcing_lessons.render.plan import Source


def guide(profile: LearnerProfile, lessons: Iterable[str] = ()) -> bytes:
    """Return the guide.

    Raises InputError when there is no such lesson; NotebookError when a lesson cannot be run.
    """
    sources = run.sources_of(lessons)
    return guide_pdf(Book(profile, tuple(_chapter(source, profile) for source in sources)))


def _chapter(source: Source, profile: LearnerProfile) -> Chapter:
    nb = notebook.clean(execute(source.text, source.notebook, profile, our_engine()))
    return Chapter(source.slug, source.number, source.title, notebook.parts_of(nb, source.slug))
