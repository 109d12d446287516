"""Whether there is room for a batch, looked at before it begins."""

from __future__ import annotations

from collections.abc import Sequence

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.render.plan import Job, Source
from outsourcing_lessons.render.storage import AnyStore

# How large a learner's files are for each byte of the lessons' notebooks as they are shipped, with their outputs:
# measured on the course that comes with the package, all six lessons.
OF_A_NOTEBOOK = {"ipynb": 1.0, "html": 0.57, "pdf": 0.5}
SURELY = 0.8  # of the estimate; where less is free, there is too little whatever the learners' settings are
GB = 1e9


def needed(jobs: Sequence[Job], sources: Sequence[Source]) -> float:
    """Return about how many bytes the files of some learners take."""
    sizes = {source.slug: len(source.text.encode()) for source in sources}
    return sum(
        OF_A_NOTEBOOK[kind] * sum(sizes[source.slug] for source in sources if job.own.has(source))
        for job in jobs
        for kind in job.formats
    )


def see_that_there_is_room(store: AnyStore, jobs: Sequence[Job], sources: Sequence[Source]) -> None:
    """Raise an InputError if a batch surely does not fit into what is free where it goes."""
    free, bytes_needed = store.free(), needed(jobs, sources)
    if free is not None and free < SURELY * bytes_needed:
        raise InputError(
            f"the files of {len(jobs)} learner{'' if len(jobs) == 1 else 's'} need about {_size(bytes_needed)}, and"
            f" {_size(free)} are free at {store}: make room, choose another --out, or fewer files with --format"
        )


def _size(number: float) -> str:
    return f"{number / GB:,.1f} GB" if number >= GB else f"{number / 1e6:,.1f} MB"
