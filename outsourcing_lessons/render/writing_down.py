"""A batch that is over, written down: the report, the index pages, and what becomes of files that are no part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from outsourcing_lessons.errors import StoreError, few
from outsourcing_lessons.render.journal import OF_ALL, Journal
from outsourcing_lessons.render.report import Report, pages_of, report_json
from outsourcing_lessons.render.resume import LEFT, left_over, superseded, taken_out
from outsourcing_lessons.render.storage import AnyStore


def written_down(report: Report, store: AnyStore, journal: Journal, staying: Collection[str] | None) -> Report:
    """Write a report down; of one that was stopped, the sentence that says why comes before any other trouble.

    Files of who is not ``staying`` are moved away, unless that is None.
    """
    if not report.stopped:
        files = [*report.delivered, *(file for _, done in report.rows for file in done.files)]
        left = left_over(files, journal, store)
        left, renamed = _without_superseded(left, {file.path for file in files}, store, journal)
        gone = taken_out(left, staying, journal, store) if staying is not None else []
        said = [*renamed, *_moved(left, gone)]
        left = {learner_id: paths for learner_id, paths in left.items() if learner_id not in gone}
        report = replace(report, left=left, said=(*report.said, *said))
    pages = pages_of(report)
    try:
        store.write(pages | {"report.json": report_json(report)})
    except StoreError as error:
        if report.stopped:
            raise StoreError(report.stopped) from None
        done = f"{report.whole} of {len(report.rows)} learners have everything all the same"
        raise StoreError(
            f"{error}; {done}; run the same command again to write it", error.reason, error.errno
        ) from None
    earlier = (journal.note("pages") or "").split()
    store.remove(name for name in earlier if name not in pages)
    journal.take_note("pages", " ".join(pages))
    return report


def _without_superseded(
    left: Mapping[str, tuple[str, ...]], delivered: Collection[str], store: AnyStore, journal: Journal
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Move files away that have another name now, so that nobody sends both; return what is left over, and a sentence.

    Under the same name they would have been overwritten. One that cannot be moved, since it is open, say, is left over.
    """
    known = journal.files().items()
    made = {one: [file.path for _, file in pairs if file.path in delivered] for one, pairs in known}
    moved: list[str] = []
    for paths in superseded(left, made).values():
        with suppress(StoreError):
            store.put_aside(paths, LEFT)
            journal.strike(paths)
            moved += paths
    rest = {one: tuple(path for path in paths if path not in moved) for one, paths in left.items()}
    why = f"moved to {LEFT}/, because the files made now have other names: {few(moved)}"
    return {one: paths for one, paths in rest.items() if paths}, [why] if moved else []


def _moved(left: Mapping[str, tuple[str, ...]], gone: Collection[str]) -> Iterator[str]:
    """Say what was moved away, and why: files of who left, and files made of all workbooks that are not made now."""
    learners = [one for one in gone if one != OF_ALL]
    if learners:
        yield f"moved to {LEFT}/, because they are no longer in the roster: {', '.join(learners)}"
    if OF_ALL in gone:
        yield f"moved to {LEFT}/, because this command does not make them: {', '.join(left[OF_ALL])}"
