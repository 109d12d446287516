"""What of a batch is there already, what is still to be made, and what lies about that belongs to no batch any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from outsourcing_lessons.render.fingerprint import Fingerprints
from outsourcing_lessons.render.journal import Journal
from outsourcing_lessons.render.plan import Job
from outsourcing_lessons.render.storage import AnyStore, StoredFile

LEFT = "left"  # the folder of those who left the roster, and of files that others have taken the place of
NAMED = (".html", ".pdf", ".zip")  # what is called as a command says, so that there is one of each in a folder


@dataclass(frozen=True)
class Rest:
    """What is still to be made, each job with the formats that are missing; and by learner id what is there."""

    jobs: tuple[Job, ...]
    kept: dict[str, tuple[StoredFile, ...]]


def rest_of(jobs: Sequence[Job], prints: Fingerprints, journal: Journal, store: AnyStore) -> Rest:
    """Compare what is wanted with what the journal knows and the store still has.

    A format of a learner counts as there when its fingerprint is the one it would get today, and every file of it lies
    where it was put, unaltered.
    """
    wanted = {prints.of(job, kind): (job.profile.learner_id, kind) for job in jobs for kind in job.formats}
    known = [pair for files in journal.files().values() for pair in files if pair[0] in wanted]
    found = store.still_there([file for _, file in known])
    journal.keep(new for (_, old), new in zip(known, found, strict=True) if new and new.stamp != old.stamp)
    gone = {fingerprint for (fingerprint, _), file in zip(known, found, strict=True) if file is None}
    kept: dict[str, list[StoredFile]] = {}
    there: set[tuple[str, str]] = set()
    for (fingerprint, _), file in zip(known, found, strict=True):
        if file and fingerprint not in gone:
            kept.setdefault(wanted[fingerprint][0], []).append(file)
            there.add(wanted[fingerprint])
    return Rest(_without(jobs, there), {learner_id: tuple(files) for learner_id, files in kept.items()})


def _without(jobs: Sequence[Job], there: set[tuple[str, str]]) -> tuple[Job, ...]:
    missing = (
        replace(job, formats=tuple(kind for kind in job.formats if (job.profile.learner_id, kind) not in there))
        for job in jobs
    )
    return tuple(job for job in missing if job.formats)


def left_over(delivered: Iterable[StoredFile], journal: Journal, store: AnyStore) -> dict[str, tuple[str, ...]]:
    """Return, by learner id, files of earlier batches that are no part of this one and still lie where they were put.

    They are named and never taken away: somebody may be working with them.
    """
    mine = {file.path for file in delivered}
    others = [(one, file) for one, pairs in journal.files().items() for _, file in pairs if file.path not in mine]
    found = store.still_there([file for _, file in others])
    journal.strike(file.path for (_, file), there in zip(others, found, strict=True) if there is None)
    left: dict[str, list[str]] = {}
    for (learner_id, file), there in zip(others, found, strict=True):
        if there:
            left.setdefault(learner_id, []).append(file.path)
    return {learner_id: tuple(paths) for learner_id, paths in sorted(left.items())}


def superseded(left: Mapping[str, tuple[str, ...]], made: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return those of the files left over in whose stead others lie beside them now, under another name.

    By learner id, ``left`` are files that are no part of the batch, and ``made`` those that are.

    Examples
    --------
    >>> superseded({"ada": ("zips/Ada.zip", "workbooks/ada/old.pdf")}, {"ada": ("zips/Ada Okafor.zip",)})
    {'ada': ('zips/Ada.zip',)}
    """
    found = {}
    for learner_id, paths in left.items():
        kinds = {_kind(path) for path in made.get(learner_id, ())}
        found[learner_id] = tuple(path for path in paths if path.endswith(NAMED) and _kind(path) in kinds)
    return {learner_id: paths for learner_id, paths in found.items() if paths}


def _kind(path: str) -> tuple[str, str]:
    return path.rpartition("/")[0], path.rpartition(".")[2]


def taken_out(
    left: Mapping[str, tuple[str, ...]], ids: Collection[str], journal: Journal, store: AnyStore
) -> list[str]:
    """Move the files of who left the roster into a folder of their own; return whose they were.

    ``left`` are files that are no part of the batch, by learner id; those whose ``ids`` are in the roster keep theirs.
    """
    gone = [learner_id for learner_id in left if learner_id not in ids]
    for learner_id in gone:
        store.put_aside(left[learner_id], LEFT)
        journal.strike(left[learner_id])
    return gone
